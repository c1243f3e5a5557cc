"""Versions of a document: each page says what it is worth, and each link leads to what it names, in Korean and in Arabic."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.archived import ALL_TAGS, ARABIC, DRAFT, EXAMPLE, LAST_RELEASE, LATER, RENAMED, TAGS
from tests.browser.visit import HEIGHT, Visit

pytestmark = pytest.mark.browser

STATES = {
    "ko": [
        "버전 2.0: 2027년 3월 1일 시행 예정",
        "버전 1.1: 2025년 6월 15일부터 시행 중",
        "버전 1.0: 2023년 3월 1일부터 시행, 2025년 6월 15일에 새 버전으로 대체됨",
    ],
    "ar": [
        "الإصدار 2.0: يدخل حيز النفاذ في 1 مارس 2027",
        "الإصدار 1.1: نافذ منذ 15 يونيو 2025",
        "الإصدار 1.0: كان نافذًا اعتبارًا من 1 مارس 2023، وحلّ محله إصدار أحدث في 15 يونيو 2025",
    ],
}
BANNERS = {
    ("ko", "1.0"): "이 버전은 2025년 6월 15일에 새 버전으로 대체되었습니다.",
    ("ko", "2.0"): "이 버전은 2027년 3월 1일부터 시행됩니다.",
    ("ko", "draft"): "이 문서는 초안이며, 시행되고 있지 않습니다.",
    ("ar", "1.0"): "حلّ إصدار أحدث محل هذا الإصدار في 15 يونيو 2025.",
    ("ar", "2.0"): "يدخل هذا الإصدار حيز النفاذ في 1 مارس 2027.",
    ("ar", "draft"): "هذه مسودة. وهي غير نافذة.",
}
GONE = {
    "ko": "이 조항은 더 이상 이 문서에 포함되어 있지 않습니다. 이 조항이 마지막으로 포함된 버전은 1.1입니다. 해당 버전의 조항 읽기",
    "ar": "لم يعد هذا البند جزءًا من النص. وقد ورد آخر مرة في الإصدار 1.1. قراءة البند في ذلك الإصدار",
}

_BOX = "element => element.getBoundingClientRect().toJSON()"


def _box(page: Page, selector: str) -> Any:  # noqa: ANN401 - JSON
    return page.locator(selector).first.evaluate(_BOX)


def _follow(link: Locator) -> None:
    """Click a link, and wait for the page to which it leads."""
    with link.page.expect_event("load"):
        link.click()


def _path(page: Page) -> str:
    return page.url.partition("://")[2].partition("/")[2]


@pytest.mark.parametrize("tag", TAGS)
def test_the_history_tells_all_versions_the_latest_first(tag: str, visit: Visit) -> None:
    page = visit(f"{ARABIC}/{tag}/privacy/history/index.html")
    versions = page.locator(".versions > li")
    told = [
        f"{one.locator('h2').inner_text().strip()}: {one.locator('.state').inner_text().strip()}"
        for one in versions.all()
    ]
    assert told == STATES[tag]
    weights = versions.locator(".state").evaluate_all(
        "found => found.map(one => Number(getComputedStyle(one).fontWeight))"
    )
    assert [weight > 500 for weight in weights] == [False, True, False]


@pytest.mark.parametrize("tag", TAGS)
def test_each_version_is_led_to_from_the_history(tag: str, visit: Visit) -> None:
    history = f"{ARABIC}/{tag}/privacy/history/index.html"
    for version, place in (("2.0", "2.0/"), ("1.1", ""), ("1.0", "1.0/")):
        page = visit(history)
        _follow(page.locator(".versions h2 a", has_text=version))
        assert _path(page) == f"{ARABIC}/{tag}/privacy/{place}index.html"
        assert page.locator(".facts dd").last.inner_text() == version


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("tag", "version"), BANNERS)
def test_a_version_that_is_not_in_force_says_so_above_its_text(
    tag: str, version: str, width: int, visit: Visit
) -> None:
    path = (
        f"{DRAFT}/{tag}/privacy/index.html"
        if version == "draft"
        else f"{ARABIC}/{tag}/privacy/{version}/index.html"
    )
    page = visit(path, width=width)
    assert page.locator(".version strong").inner_text() == BANNERS[tag, version]
    banner = _box(page, ".version strong")
    assert 0 < banner["top"] < banner["bottom"] < min(HEIGHT, _box(page, "article")["top"])
    _follow(page.locator(".version a").first)
    site = path.partition("/")[0]
    assert _path(page) == f"{site}/{tag}/privacy/{'1.1/' if version == 'draft' else ''}index.html"


@pytest.mark.parametrize("tag", TAGS)
def test_the_version_in_force_leads_to_the_one_to_come_and_to_what_changes(tag: str, visit: Visit) -> None:
    for place, leads_to in ((0, "2.0/"), (1, "changes/1.1..2.0/")):
        page = visit(f"{ARABIC}/{tag}/privacy/index.html")
        _follow(page.locator(".version a").nth(place))
        assert _path(page) == f"{ARABIC}/{tag}/privacy/{leads_to}index.html"


def test_a_language_that_is_behind_lists_the_clauses_that_have_changed(visit: Visit) -> None:
    page = visit(LAST_RELEASE)
    assert page.locator(".version strong").inner_text() == (
        "يوجد إصدار أحدث نافذ منذ 15 يونيو 2025. وهو متاح باللغة الإنجليزية فقط."
    )
    assert page.locator("#_changed + ul a").all_inner_texts() == [
        "2. البيانات الشخصية التي نعالجها",
        "3. الأسس القانونية",
        "7. التعديلات على هذه السياسة",
    ]
    assert page.get_by_role("list", name="عُدِّلت البنود الآتية منذ ذلك الحين:").count() == 1


@pytest.mark.parametrize("section", ["data", "legal-bases", "changes"])
def test_a_clause_that_has_changed_is_shown_in_the_version_in_force(section: str, visit: Visit) -> None:
    page = visit(LAST_RELEASE, width=360)
    _follow(page.locator(f"#_changed + ul a[href$='#{section}']"))
    assert _path(page) == f"{EXAMPLE}/en/privacy/index.html#{section}"
    assert 0 <= _box(page, f"[id='{section}']")["top"] < HEIGHT


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("tag", TAGS)
def test_who_follows_an_old_link_to_a_removed_clause_sees_a_note(
    tag: str, *, has_script: bool, visit: Visit
) -> None:
    path = f"{LATER}/{tag}/privacy/index.html"
    page = visit(path, has_script=has_script)
    assert not page.locator(".removed").is_visible()
    page = visit(f"{path}#newsletter", has_script=has_script)
    note = page.locator(".removed")
    assert note.is_visible()
    assert " ".join(note.inner_text().split()) == GONE[tag]
    box = note.evaluate(_BOX)
    assert 0 <= box["top"] < box["bottom"] <= HEIGHT
    _follow(note.get_by_role("link"))
    assert _path(page) == f"{LATER}/{tag}/privacy/1.1/index.html#newsletter"
    assert 0 <= _box(page, "[id='newsletter']")["top"] < HEIGHT


@pytest.mark.parametrize("tag", TAGS)
def test_a_link_to_a_clause_that_stayed_shows_no_note(tag: str, visit: Visit) -> None:
    page = visit(f"{LATER}/{tag}/privacy/index.html#contact")
    assert page.locator(".removed").count() == 1
    assert not page.locator(".removed").is_visible()


@pytest.mark.parametrize("tag", TAGS)
def test_an_old_link_to_a_renamed_clause_leads_to_it_and_marks_it(tag: str, visit: Visit) -> None:
    page = visit(f"{RENAMED}/{tag}/terms/index.html#3-keeping")
    heading = page.locator("h2", has_text="4.")
    assert heading.get_attribute("id") == "4-how-long-we-keep-data"
    box = heading.evaluate(_BOX)
    assert 0 <= box["top"] < box["bottom"] <= HEIGHT
    grounds = page.locator("h2").evaluate_all(
        "found => found.map(one => getComputedStyle(one).backgroundColor)"
    )
    assert grounds[0] == "rgba(0, 0, 0, 0)" != grounds[1]


@pytest.mark.parametrize("tag", TAGS)
def test_a_reader_of_a_section_is_led_to_it_in_the_version_in_force_and_not_in_a_comparison(
    tag: str, visit: Visit
) -> None:
    page = visit(f"{ARABIC}/{tag}/privacy/1.0/index.html#data")
    links = page.locator(".version a").evaluate_all("found => found.map(one => one.getAttribute('href'))")
    assert links == ["../index.html#data", "../changes/1.0..1.1/index.html"]


@pytest.mark.parametrize("tag", TAGS)
def test_the_notice_of_a_version_begins_where_lines_begin(tag: str, visit: Visit) -> None:
    page = visit(f"{ARABIC}/{tag}/privacy/1.0/index.html", width=360)
    notice, text = _box(page, ".notices"), _box(page, ".version strong")
    side = "right" if tag == "ar" else "left"
    assert 0 < abs(notice[side] - text[side]) < 30


def test_a_summary_in_another_language_is_marked_where_the_page_begins(visit: Visit) -> None:
    page = visit(f"{EXAMPLE}/ar/privacy/history/index.html")
    marks = page.locator(".versions .untranslated").evaluate_all(
        """found => found.map(one => { const style = getComputedStyle(one);
        return [one.lang, style.direction, style.borderLeftStyle, style.borderRightStyle]; })"""
    )
    assert marks == [["en", "ltr", "solid", "none"]] * 2


@pytest.mark.parametrize("tag", ALL_TAGS)
def test_a_newcomer_sees_history_comparison_and_archive_by_clicks_alone(tag: str, visit: Visit) -> None:
    """From the front page to a document, to its versions, to what changed, and back to the version in force; six clicks in all."""
    page = visit(f"{EXAMPLE}/index.html")
    _follow(page.locator(f"main a[hreflang={tag}]").first)
    _follow(page.locator("main .documents a").first)
    assert _path(page) == f"{EXAMPLE}/{tag}/privacy/index.html"
    _follow(page.locator(".history a"))
    assert page.locator(".versions > li").count() == 3
    _follow(page.locator(".versions .in-force .more a"))
    compared = "en" if tag == "ar" else tag
    assert _path(page) == f"{EXAMPLE}/{compared}/privacy/changes/1.0..1.1/index.html"
    assert page.locator(".changes li").count() == 4
    _follow(page.locator(".head .more a", has_text="1.0"))
    assert page.locator(".version strong").is_visible()
    _follow(page.locator(".version a").first)
    assert _path(page) == f"{EXAMPLE}/{compared}/privacy/index.html"
    assert page.locator(".facts dd").last.inner_text() == "1.1"
