"""A preview follows each save, says what is wrong above the last good state, and recovers."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.previewed import Previewed, previewed
from tests.browser.visit import record

pytestmark = pytest.mark.browser

TITLE = 'msgstr "개인정보 처리방침"'


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Previewed]:
    with previewed(tmp_path / "project") as found:
        yield found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    window = chromium.new_context()
    yield window.new_page()
    window.close()


def problem(page: Page) -> str:
    return " ".join(page.locator("[role=alert]").inner_text().split())


def test_a_save_of_a_catalog_is_on_the_page_at_once(
    preview: Previewed, page: Page, record_property: Callable[[str, object], None]
) -> None:
    """The summary of the run tells how long it took, which depends on what else the machine does."""
    page.goto(f"{preview.origin}/ko/privacy/")
    expect(page.locator("h1")).to_have_text("개인정보 처리방침")
    took, old = [], TITLE
    for words in ("가 방침", "나 방침", "다 방침", "라 방침", "마 방침"):
        saved = time.monotonic()
        preview.save("ko", old, old := f'msgstr "{words}"')
        page.locator("h1", has_text=words).wait_for(timeout=10_000)
        took.append(time.monotonic() - saved)
    record_property(
        "preview", f"from a save to the new page: {median(took):.2f} s ({min(took):.2f} to {max(took):.2f})"
    )


OWN = '{% extends "policyglot/page.html" %}{% block heading %}<h1>Own</h1>{% endblock %}'


@pytest.mark.parametrize(
    ("path", "file", "change", "told"),
    [
        ("en", "source/privacy.md", ("title: Privacy Policy", "title: Privacy Notice"), "Privacy Notice"),
        ("ja", "source/templates/page.html", ("", OWN), "Own"),
        ("de", "pyproject.toml", ('"ar", "ja", "ko"', '"ar", "de", "ja", "ko"'), "Datenschutzerklärung"),
    ],
    ids=["source", "template", "configuration"],
)
def test_every_kind_of_file_is_followed(  # noqa: PLR0913, PLR0917 - two fixtures and a case of four
    path: str, file: str, change: tuple[str, str], told: str, preview: Previewed, page: Page
) -> None:
    page.goto(f"{preview.origin}/{path}/privacy/")
    target = preview.folder / file
    target.parent.mkdir(exist_ok=True)
    text = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(text.replace(*change, 1), encoding="utf-8")
    expect(page.locator("h1")).to_have_text(told, timeout=10_000)


def test_a_style_sheet_is_followed(preview: Previewed, page: Page) -> None:
    page.goto(f"{preview.origin}/ko/privacy/")
    style = preview.folder / "source" / "templates" / "style.css"
    style.parent.mkdir()
    style.write_text("h1 { color: rgb(1, 2, 3); }", encoding="utf-8")
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)", timeout=10_000)


@pytest.mark.parametrize("path", ["ko/privacy/", "ko/privacy/review/", "ja/privacy/"])
def test_a_broken_catalog_is_told_above_the_last_good_state_and_recovers(
    path: str, preview: Previewed, page: Page
) -> None:
    page.goto(f"{preview.origin}/{path}")
    heading = page.locator("h1").inner_text()
    page.evaluate("() => { window.same = true; }")
    preview.save("ko", TITLE, TITLE.removesuffix('"'))
    expect(page.locator("[role=alert] li")).to_be_visible(timeout=10_000)
    told = problem(page)
    assert told.startswith("The files have a fault. The last state without it is shown.")
    assert "locales/ko/LC_MESSAGES/privacy.po:23 this line is not PO syntax mend it in a text editor" in told
    assert page.evaluate("() => window.same")  # nothing was loaded again, so a screen reader tells the alert
    assert page.locator("h1").inner_text() == heading
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert violations(page) == []
    page.reload()
    expect(page.locator("[role=alert] li")).to_be_visible()
    preview.save("ko", TITLE.removesuffix('"'), TITLE)
    expect(page.locator("[role=alert] li")).to_have_count(0, timeout=10_000)


def test_a_broken_page_template_is_told_with_its_line(preview: Previewed, page: Page) -> None:
    page.goto(f"{preview.origin}/ko/privacy/")
    template = preview.folder / "source" / "templates" / "page.html"
    template.parent.mkdir()
    template.write_text(
        '{% extends "policyglot/page.html" %}\n{% block heading %}{{ company }}{% endblock %}'
    )
    expect(page.locator("[role=alert] li")).to_contain_text("source/templates/page.html:2", timeout=10_000)
    template.unlink()
    expect(page.locator("[role=alert] li")).to_have_count(0, timeout=10_000)


def test_the_way_from_a_page_to_its_review_and_back(preview: Previewed, page: Page) -> None:
    kept = record(page)
    page.goto(preview.origin)
    page.get_by_text("All reviews").click()
    page.get_by_role("link", name="privacy: Korean (13 to do)").click()
    assert page.url == f"{preview.origin}/ko/privacy/review/"
    page.get_by_role("link", name="The page in Korean").click()
    page.get_by_role("link", name="Review this translation (13 to do)").click()
    assert page.url == f"{preview.origin}/ko/privacy/review/"
    events = f"failed: {preview.origin}/_policyglot/events"  # who leaves a page hangs up
    assert [problem for problem in kept.problems if problem != events] == []
    assert all(address.startswith(preview.origin) for address in kept.requests)


def test_a_tab_that_nobody_sees_keeps_no_connection(preview: Previewed, chromium: Browser) -> None:
    window = chromium.new_context()
    pages = [window.new_page() for _ in range(8)]
    for page in pages:  # more than a browser's six connections to one server
        page.goto(f"{preview.origin}/ko/privacy/")
        page.evaluate(
            """() => { Object.defineProperty(document, "hidden", {configurable: true, get: () => window.away});
            window.away = true; document.dispatchEvent(new Event("visibilitychange")); }"""
        )
    preview.save("ko", TITLE, 'msgstr "새 방침"')
    pages[0].evaluate("() => { window.away = false; document.dispatchEvent(new Event('visibilitychange')); }")
    expect(pages[0].locator("h1")).to_have_text("새 방침", timeout=10_000)
    window.close()


def test_the_page_is_shown_without_script_too(preview: Previewed, chromium: Browser) -> None:
    window = chromium.new_context(java_script_enabled=False)
    page = window.new_page()
    preview.save("ko", TITLE, TITLE.removesuffix('"'))
    time.sleep(1)
    page.goto(f"{preview.origin}/ko/privacy/")
    assert "privacy.po:23" in problem(page)
    window.close()


def test_who_translates_stays_at_the_unit_and_the_filter(preview: Previewed, page: Page) -> None:
    page.goto(f"{preview.origin}/ko/privacy/review/?state=untranslated")
    for _ in range(6):
        page.keyboard.press("j")
    unit = page.evaluate("() => document.activeElement.id")
    page.evaluate("() => { window.same = true; }")
    # As Poedit saves: a new file takes the place of the old one.
    path = preview.path("ko")
    new = path.with_suffix(".po.tmp")
    new.write_text(path.read_text(encoding="utf-8").replace(TITLE, 'msgstr "방침"'), encoding="utf-8")
    new.rename(path)
    page.wait_for_function("() => !window.same && document.readyState === 'complete'")
    expect(page.locator(f"#{unit}")).to_be_focused()
    expect(page.locator(f"#{unit}")).to_be_in_viewport()
    expect(page.locator("#_show-untranslated")).to_be_checked()
