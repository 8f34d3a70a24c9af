"""The bare loop over the HTTP client and the event loop of our own bot."""

from pyreqwest.client import ClientBuilder

from benchmarks.speed.floors.loop import run, serve
from benchmarks.speed.house import given


async def main() -> None:
    api_url, token = given()
    headers = {"Content-Type": "application/json"}
    async with ClientBuilder().http1_only().default_headers(headers).build() as http:

        async def post(method: str, body: bytes) -> bytes:
            response = await http.post(f"{api_url}/bot{token}/{method}").body_bytes(body).build().send()
            return (await response.bytes()).to_bytes()

        await serve(post)


if __name__ == "__main__":
    run(main())
