"""Who changes the language stays at the same section."""

from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.published import COMPLETE, HANGUL, MIXED
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

SECTION = "3-sharing-collected-information"
ENGLISH = f"{COMPLETE}/en/privacy/index.html"

_TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def fragment(page: Page) -> str:
    return unquote(urlsplit(page.url).fragment)


def switch(page: Page, name: str) -> None:
    with page.expect_event("load"):
        page.locator("#_languages").get_by_text(name, exact=True).click()


def at(page: Page, section: str) -> bool:
    """Whether a section's heading stands at the top of the window, below at most two lines."""
    return 0 <= float(page.evaluate(_TOP, section)) <= 60


@pytest.mark.parametrize("width", [360, 1280])
def test_the_section_of_the_address_is_kept(width: int, visit: Visit) -> None:
    page = visit(f"{ENGLISH}#{SECTION}", width=width)
    assert at(page, SECTION)
    for name, tag in (("한국어", "ko"), ("العربية", "ar"), ("简体中文", "zh-Hans"), ("English", "en")):
        switch(page, name)
        assert page.url.endswith(f"{COMPLETE}/{tag}/privacy/index.html#{SECTION}")
        assert page.locator("html").get_attribute("lang") == tag
        assert at(page, SECTION)


def test_the_section_that_was_chosen_last_is_kept(visit: Visit) -> None:
    page = visit(f"{ENGLISH}#{SECTION}")
    page.locator("#_contents a").nth(-1).click()
    chosen = fragment(page)
    assert chosen not in {"", SECTION}
    page.locator("#_contents a").nth(4).click()
    chosen = fragment(page)
    switch(page, "日本語")
    assert fragment(page) == chosen
    assert at(page, chosen)


def test_a_permalink_is_kept(visit: Visit) -> None:
    page = visit(ENGLISH)
    page.locator(".permalink").nth(6).click()
    chosen = fragment(page)
    switch(page, "한국어")
    assert (fragment(page), at(page, chosen)) == (chosen, True)


def test_without_a_section_the_address_stays_plain(visit: Visit) -> None:
    page = visit(ENGLISH)
    switch(page, "한국어")
    assert page.url.endswith(f"{COMPLETE}/ko/privacy/index.html")


def test_going_back_leads_back(visit: Visit) -> None:
    page = visit(ENGLISH)
    page.locator("#_contents a").nth(4).click()
    page.go_back()
    assert fragment(page) == ""
    switch(page, "한국어")
    assert fragment(page) == ""


def test_the_text_that_binds_opens_at_the_same_section(visit: Visit) -> None:
    page = visit(f"{COMPLETE}/ko/privacy/index.html#{SECTION}")
    with page.expect_event("load"):
        page.locator("#_notices a").click()
    assert page.url.endswith(f"{ENGLISH}#{SECTION}")
    assert at(page, SECTION)


def test_a_page_that_is_not_all_translated_keeps_it_too(visit: Visit) -> None:
    page = visit(f"{MIXED}/en/privacy/index.html#{SECTION}")
    switch(page, "العربية")
    assert fragment(page) == SECTION
    assert at(page, SECTION)


def test_a_section_named_in_hangul_is_kept(visit: Visit) -> None:
    section = "제2조-개인정보"
    page = visit(f"{HANGUL}/ko/terms/index.html#{quote(section)}")
    assert at(page, section)
    switch(page, "English")
    assert page.locator("html").get_attribute("lang") == "en"
    assert fragment(page) == section
    assert at(page, section)
    page.locator("#_contents a").nth(2).click()
    switch(page, "한국어")
    assert fragment(page) == "제3조-시행"
