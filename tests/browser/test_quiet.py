"""Pages say nothing on the console, ask nobody else for anything, and need neither script nor server."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.archived import ARCHIVE
from tests.browser.published import COMPLETE, PAGES, POLICIES
from tests.browser.visit import Visit, record

pytestmark = pytest.mark.browser

KOREAN, ENGLISH = f"{COMPLETE}/ko/privacy/index.html", f"{COMPLETE}/en/privacy/index.html"


def test_no_page_complains_or_asks_another_host(visit: Visit, origin: str) -> None:
    page = visit(f"{COMPLETE}/index.html")
    seen = record(page)
    for path in (*PAGES, *ARCHIVE):
        seen.requests.clear()
        page.goto(f"{origin}/{path}")
        page.wait_for_timeout(20)
        assert seen.problems == [], path
        site = path.partition("/")[0]
        own = {f"{origin}/{site}/assets/{name}.css" for name in ("archive", "status")}
        assert {re.sub(r"-[0-9a-f]{8}[.]", ".", url) for url in seen.requests} - own == {
            f"{origin}/{path}",
            f"{origin}/{site}/assets/style.css",
            f"{origin}/{site}/assets/section.js",
        }


@pytest.mark.parametrize(
    "fault",
    [
        "() => { new Image().src = 'https://elsewhere.example/'; }",
        "() => { document.body.setAttribute('style', 'color: red'); }",
        "() => { console.warn('주의'); }",
        "() => { setTimeout(() => { throw new Error('오류'); }); }",
    ],
    ids=["another host", "a style attribute", "a warning", "an error"],
)
def test_a_fault_is_seen(fault: str, visit: Visit) -> None:
    page = visit(KOREAN)
    seen = record(page)
    page.evaluate(fault)
    page.wait_for_timeout(50)
    assert seen.problems != []


@pytest.mark.parametrize("path", [*POLICIES, f"{COMPLETE}/ko/index.html", f"{COMPLETE}/index.html"])
def test_all_of_a_page_is_there_without_script(path: str, visit: Visit) -> None:
    words = [visit(path, has_script=has_script).locator("body").inner_text() for has_script in (True, False)]
    assert words[0] == words[1]
    assert len(words[0]) > 50


def test_the_language_is_switched_without_script(visit: Visit) -> None:
    page = visit(ENGLISH, has_script=False)
    page.locator("#_languages").get_by_text("한국어").click()
    assert page.url.endswith(KOREAN)
    assert page.locator("html").get_attribute("lang") == "ko"


def test_the_site_works_from_a_folder(sites: Path, visit: Visit) -> None:
    page = visit((sites / COMPLETE / "index.html").as_uri())
    seen = record(page)
    page.locator("main").get_by_role("link", name="한국어").click()
    page.locator("main").get_by_role("link").first.click()
    page.goto(f"{page.url}#3-sharing-collected-information")
    page.reload()
    page.locator("#_languages").get_by_text("日本語").click()
    address = (sites / COMPLETE / "ja" / "privacy" / "index.html").as_uri()
    assert page.url == f"{address}#3-sharing-collected-information"
    assert page.locator(".skip").evaluate("link => getComputedStyle(link).position") == "absolute"
    assert seen.problems == []


@pytest.mark.parametrize(
    "address", ["complete/gone", "complete/ko/privacy/old/page.html", "complete/a/b/c/d/"]
)
def test_the_page_for_missing_pages_works_at_any_address(
    address: str, sites: Path, chromium: Browser, origin: str
) -> None:
    missing = (sites / COMPLETE / "ko" / "404.html").read_bytes()

    def answer(route: Route) -> None:
        route.fulfill(body=missing, content_type="text/html")

    context = chromium.new_context()
    page = context.new_page()
    page.route(f"{origin}/{address}", answer)
    seen = record(page)
    page.goto(f"{origin}/{address}")
    assert page.locator("h1").evaluate("heading => getComputedStyle(heading).fontWeight") == "700"
    page.locator("main").get_by_role("link").first.click()
    assert page.url == f"{origin}/{KOREAN}"
    assert seen.problems == []
    context.close()
