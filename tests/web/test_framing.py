"""Pages behind Debian's nginx with `deploy/nginx-site.conf`: what it sends, and who may put which edition in a frame.

Three sites take part, each an origin of its own: the host of the pages, a municipality that the host names, and a
stranger.
"""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Frame, Page, expect

from flows.words.web import LEAVE_FOR
from tests.support.debian import NGINX
from tests.support.processes import Process, free_port, listens, until
from tests.support.static_host import serving
from web.templating import POLICY

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="session")]

DEPLOY = Path(__file__).parents[2] / "deploy"
NGINX_SITE, APACHE_SITE, HEADERS = (
    (DEPLOY / name).read_text("utf-8") for name in ("nginx-site.conf", "apache-site.conf", "_headers")
)
LINE = '# "~^/voorbeeldstad/" "https://www.voorbeeldstad.example";'


class Sites(NamedTuple):
    host: str
    city: str
    stranger: str


def around(host: str) -> str:
    """A page of a municipality with the guide in it."""
    frames = [f'<iframe title="{place}" src="{host}/{place}" width="400" height="700"></iframe>' for place in FRAMED]
    return f"<!DOCTYPE html><title>Stad</title>{''.join(frames)}"


FRAMED = ("stad/nl/index.html", "nl/index.html")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def sites(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sites]:
    """nginx without TLS, where only addresses and folders are its own."""
    work, port = tmp_path_factory.mktemp("nginx"), free_port()
    host = f"http://127.0.0.1:{port}"
    pages = tmp_path_factory.mktemp("city")
    (pages / "index.html").write_text(around(host), "utf-8")
    with serving(pages) as city, serving(pages) as stranger:
        text = NGINX_SITE.rpartition("server {")[0]
        for ours, theirs in {
            r"listen \[::\].*;\n": "",
            r"ssl_.*;\n": "",
            r"listen 443.*;": f"listen 127.0.0.1:{port};",
            r"root .*;": f"root {folder}/hulp;",
            re.escape(LINE): f'"~^/stad/" "{city}";',
        }.items():
            assert re.search(ours, text)
            text = re.sub(ours, theirs, text)
        temporary = "".join(
            f"{kind}_temp_path {work};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        main = f"user root; daemon off; pid {work}/pid; error_log stderr; events {{}}"
        types = "include /etc/nginx/mime.types;"
        (work / "nginx.conf").write_text(f"{main} http {{ {types} {temporary}\n{text} }}", "utf-8")
        process = Process([NGINX.required(), "-c", str(work / "nginx.conf")], work / "log")
        async with process.started():
            await until(lambda: listens(port) or not process.running)
            assert process.running, (work / "log").read_text("utf-8")
            yield Sites(host, city, stranger)


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context()
    await context.route(LEAVE_FOR, lambda route: route.fulfill(body="<p>Zon</p>", content_type="text/html"))
    yield context
    await context.close()


def frame(page: Page, place: str) -> Frame:
    (found,) = [frame for frame in page.frames if frame.url.endswith(place) or frame.name == place]
    return found


async def shown(page: Page) -> list[str]:
    """The headings that the frames show."""
    found = []
    for each in page.frames[1:]:
        await each.wait_for_load_state()
        found += await each.locator("h1:visible").all_inner_texts()
    return found


async def test_only_the_edition_that_the_host_names_is_shown_and_only_on_that_site(
    visitor: BrowserContext, sites: Sites
) -> None:
    page = await visitor.new_page()
    await page.goto(sites.city)
    assert await shown(page) == ["Wat kan ik doen?"]
    assert "stad/nl/" in page.frames[1].url
    await page.goto(sites.stranger)
    assert await shown(page) == []


@pytest.mark.parametrize("way", ["press", "keys"])
async def test_the_way_out_takes_the_page_around_the_frame_with_it(
    way: str, visitor: BrowserContext, sites: Sites
) -> None:
    page = await visitor.new_page()
    await page.goto(sites.city)
    await expect(page.frame_locator("iframe").first.locator("h1")).to_be_visible()
    guide = page.frames[1]
    before = await page.evaluate("history.length")
    await guide.get_by_role("link", name="Zorgen om een kind").click()
    await expect(guide.locator("h1:focus")).to_have_text("Zorgen om een kind")
    if way == "press":
        await guide.locator(".leave").click()
    else:
        for _ in range(3):
            await page.keyboard.press("Shift")
    await page.wait_for_url(LEAVE_FOR)
    assert await page.evaluate("history.length") == before
    await page.go_back()
    assert sites.city not in page.url


async def test_without_a_script_the_way_out_takes_it_along_too(browser: Browser, sites: Sites) -> None:
    context = await browser.new_context(java_script_enabled=False)
    await context.route(LEAVE_FOR, lambda route: route.fulfill(body="<p>Zon</p>", content_type="text/html"))
    page = await context.new_page()
    await page.goto(sites.city)
    await page.frame_locator("iframe").first.locator(".leave").click()
    await page.wait_for_url(LEAVE_FOR)
    await context.close()


# What hosts send.


async def test_the_example_sends_its_headers_with_everything_and_keeps_no_log(
    visitor: BrowserContext, sites: Sites
) -> None:
    for place, frames in {"": "'none'", "nl/": "'none'", "page.js": "'none'", "stad/": sites.city}.items():
        answer = await visitor.request.get(f"{sites.host}/{place}")
        assert answer.status == 200
        assert answer.headers["content-security-policy"] == f"{POLICY}; frame-ancestors {frames}"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
    script = await visitor.request.get(f"{sites.host}/guide.nl.js")
    assert script.headers["content-encoding"] == "gzip"
    gone = await visitor.request.get(f"{sites.host}/nl/gone/", max_redirects=0)
    assert (gone.status, gone.headers["location"]) == (302, f"{sites.host}/")
    assert set(re.findall(r"access_log ([^;]+);", NGINX_SITE)) == {"off"}
    assert NGINX_SITE.count("access_log off") == NGINX_SITE.count("server {")


def headers(text: str, pattern: str) -> dict[str, str]:
    found = dict(re.findall(pattern, text, re.MULTILINE))
    del found["Content-Security-Policy"]
    return found


async def test_every_example_of_a_host_sends_the_same(folder: Path) -> None:
    nginx = headers(NGINX_SITE, r'^    add_header (\S+) "(.*)" always;')
    assert len(nginx) == 6
    assert headers(APACHE_SITE, r'^    Header always set (\S+) "(.*)"') == nginx
    assert headers(HEADERS, r"^  (\S+): (.*)") == nginx
    assert f"{POLICY}; frame-ancestors 'none'" in APACHE_SITE
    assert "CustomLog " not in re.sub(r"#.*", "", APACHE_SITE)
    closed = re.findall(r"^(/\S*)\n  Content-Security-Policy: frame-ancestors 'none'$", HEADERS, re.MULTILINE)
    ours = {f"/{path.name}" for path in (folder / "hulp").iterdir() if path.is_dir()} - {"/stad", "/review"}
    assert {place.removesuffix("/*") for place in closed} == ours | {"/", "/index.html", "/voorbeeldstad"}
