"""Each script is set as its readers are used to: where lines break, and in which fonts and forms."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.lines import Break, breaks
from tests.browser.published import COMPLETE, POLICIES
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 412, 768, 1280)
HANGUL = re.compile(r"[가-힣]")
NEVER_FIRST = set("。、，．」』）〕】〉》：；？！・ーァィゥェォッャュョぁぃぅぇぉっゃゅょゎ々〻")
"""What begins no line in strict Japanese (JIS X 4051, CSS Text 3 for ``line-break: strict``)."""


def _all(page: Page) -> Iterator[tuple[int, Break]]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for one in breaks(page):
            yield width, one


def _of(tag: str) -> str:
    return f"{COMPLETE}/{tag}/privacy/index.html"


def _set(page: Page, name: str, value: str) -> None:
    """Set a property of all elements, stronger than the style sheet."""
    page.evaluate(
        "([name, value]) => document.querySelectorAll('main *')"
        ".forEach(element => element.style.setProperty(name, value, 'important'))",
        [name, value],
    )


def _is_parted(one: Break) -> bool:
    letters = HANGUL.match(one.before) and HANGUL.match(one.after)
    return bool(letters) and one.is_inside and one.word <= one.room


def test_no_korean_word_is_parted(visit: Visit) -> None:
    found = list(_all(visit(_of("ko"))))
    assert len(found) > 500
    assert [(width, one) for width, one in found if _is_parted(one)] == []


def test_a_parted_korean_word_is_seen(visit: Visit) -> None:
    page = visit(_of("ko"))
    _set(page, "word-break", "normal")
    assert len([one for _, one in _all(page) if _is_parted(one)]) > 100


def test_no_japanese_line_begins_with_what_ends_one(visit: Visit) -> None:
    found = list(_all(visit(_of("ja"))))
    assert len(found) > 500
    assert [(width, one) for width, one in found if one.after in NEVER_FIRST] == []


def test_a_japanese_line_that_begins_wrongly_is_seen(visit: Visit) -> None:
    page = visit(_of("ja"))
    _set(page, "line-break", "anywhere")
    wrong = {one.after for _, one in _all(page) if one.after in NEVER_FIRST}
    assert {"、", "ー"} <= wrong
    _set(page, "line-break", "loose")
    assert {one.after for _, one in _all(page)} & NEVER_FIRST


def test_no_chinese_line_begins_with_what_ends_one(visit: Visit) -> None:
    found = list(_all(visit(_of("zh-Hans"))))
    assert len(found) > 300
    assert [(width, one) for width, one in found if one.after in "。，、；：？！）》”"] == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_no_word_is_parted_in_letters_that_have_blanks(tag: str, visit: Visit) -> None:
    parted = [
        (width, one)
        for width, one in _all(visit(_of(tag)))
        if one.is_inside and one.before.isalpha() and one.after.isalpha() and one.word <= one.room
    ]
    assert parted == []


_FAMILY = "() => getComputedStyle(document.querySelector('article p')).fontFamily"


def test_each_language_of_han_letters_has_its_own_fonts(visit: Visit) -> None:
    families = {tag: visit(_of(tag)).evaluate(_FAMILY).lower() for tag in ("zh-Hans", "ja", "ko", "ar", "en")}
    assert len(set(families.values())) == len(families)
    for tag, name in {"zh-Hans": "sc", "ja": "jp", "ko": "kr"}.items():
        assert f'"noto sans cjk {name}"' in families[tag]
        assert [other for other in ("sc", "jp", "kr") if f'cjk {other}"' in families[tag]] == [name]


def test_other_languages_are_shown_in_their_own_fonts_in_the_list_of_languages(visit: Visit) -> None:
    page = visit(_of("en"))
    families = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#_languages a")]
        .map(link => [link.lang, getComputedStyle(link).fontFamily]))"""
    )
    assert 'CJK SC"' in families["zh-Hans"]
    assert 'CJK JP"' in families["ja"]
    assert families["zh-Hans"] != families["ja"]


@pytest.mark.parametrize("tag", ["ko", "ja", "zh-Hans", "ar"])
def test_letters_without_italics_are_not_slanted(tag: str, visit: Visit) -> None:
    page = visit(_of(tag))
    style = """() => {
      const text = document.querySelector("article p");
      text.append(document.createElement("em"));
      return [getComputedStyle(text).fontStyle, getComputedStyle(text.lastChild).fontStyle,
              getComputedStyle(text.lastChild).fontWeight > getComputedStyle(text).fontWeight];
    }"""
    assert page.evaluate(style) == ["normal", "normal", True]


@pytest.mark.parametrize("path", POLICIES)
def test_a_line_is_as_long_as_is_read_with_ease(path: str, visit: Visit) -> None:
    page = visit(path)
    measure = page.evaluate(
        """() => {
      const text = document.querySelector("article p");
      return text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize);
    }"""
    )
    assert 28 <= measure <= 40, "em"
