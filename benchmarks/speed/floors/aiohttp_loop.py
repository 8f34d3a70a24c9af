"""The bare loop over the HTTP client and the event loop of our own bot."""

from __future__ import annotations

import aiohttp

from benchmarks.speed.floors.loop import run, serve
from benchmarks.speed.house import given


async def main() -> None:
    api_url, token = given()
    connector = aiohttp.TCPConnector(limit=0)
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(connector=connector, headers=headers, auto_decompress=False) as session:

        async def post(method: str, body: bytes) -> bytes:
            async with session.post(f"{api_url}/bot{token}/{method}", data=body) as response:
                return await response.read()

        await serve(post)


if __name__ == "__main__":
    run(main())
