"""The review page says of each unit what its translator has to know, and shows hostile texts as texts."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.languages import language
from pipeline.project.built_in import of_preview
from pipeline.project.load import load
from pipeline.render.marked import marked
from pipeline.render.review import review_page
from pipeline.render.words import words
from pipeline.workflow.previewing import preview
from tests.building import PROJECT, build, catalog, texts, values
from tests.folders import fill
from tests.orders import DAY
from tests.test_preview import FUZZY

KO = "locales/ko/LC_MESSAGES/privacy.po"


def page(folder: Path, files: Mapping[str, str], tag: str = "ko") -> LexborHTMLParser:
    shown = preview(load(fill(folder, {**PROJECT, **files})), (), day=DAY)
    assert shown.good is not None
    review = shown.good.reviews[f"{tag}/privacy/review/index.html"]
    return LexborHTMLParser(review_page(review, language("en"), of_preview()))


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> LexborHTMLParser:
    return page(tmp_path_factory.mktemp("review"), {KO: catalog({"Kind": "종류"}) + FUZZY})


def unit(parsed: LexborHTMLParser, text: str) -> LexborHTMLParser:
    return next(
        LexborHTMLParser(node.html or "")
        for node in parsed.css(".unit")
        if (found := node.css_first(".source .text")) and found.text() == text
    )


def test_a_unit_is_told_with_its_kind_its_state_and_its_place(korean: LexborHTMLParser) -> None:
    shown = unit(korean, "Kind")
    assert texts(shown, "h3, .state, .place") == ["5 table cell", "translated", f"{KO}:4"]
    assert texts(unit(korean, "Privacy"), "h3, .state, .place, .target .none") == [
        "1 metadata value: title",
        "untranslated",
        "not in the catalog yet: policyglot update ko",
        "no translation",
    ]
    assert texts(unit(korean, "Ask us."), ".state") == ["refused, not published"]


def test_both_texts_say_their_language_and_direction(tmp_path: Path) -> None:
    shown = unit(page(tmp_path, {}, "ar"), "1. Data")
    assert values(shown, ".text", "lang") == ["en", "ar"]
    assert values(shown, ".text", "dir") == ["ltr", "rtl"]
    assert values(page(tmp_path, {}, "ar"), "html", "lang") == ["en"]


def test_a_fuzzy_unit_shows_what_changed_also_for_those_who_do_not_see_it(korean: LexborHTMLParser) -> None:
    shown = unit(korean, "1. Data")
    assert texts(shown, ".state, .change > p") == [
        "fuzzy, not published",
        "What changed since the translation was made:",
        "1. [removed: Date] [added: Data]",
    ]
    assert texts(shown, "del, ins") == ["[removed: Date]", "[added: Data]"]


@pytest.mark.parametrize(
    ("previous", "told"),
    [
        ("", "The catalog does not say for which text this translation was made."),
        ('#| msgid "Rights"\n', "The translation was made for this very text."),
    ],
)
def test_a_fuzzy_unit_says_why_nothing_is_compared(previous: str, told: str, tmp_path: Path) -> None:
    text = f'{catalog({})}#, fuzzy\n{previous}msgid "Rights"\nmsgstr "권리"\n'
    shown = unit(page(tmp_path, {KO: text}), "Rights")
    assert texts(shown, ".change") == [told]


def test_comments_and_findings_stand_with_their_unit(korean: LexborHTMLParser) -> None:
    assert texts(unit(korean, "Rights"), ".notes div") == ["comment in the catalog 이용자의 주석"]
    finding = texts(unit(korean, "Ask us."), ".findings li")
    assert len(finding) == 1
    assert finding[0].startswith("blocked ")
    assert " raw-html " in finding[0]


def test_an_accepted_finding_is_shown_and_not_counted(tmp_path: Path) -> None:
    source = 'msgid "Ask us."\nmsgstr "3일 안에 문의하십시오."\n'
    accepted = f"{catalog({})}# check: accept number — 법이 정한 기한\n{source}"
    for text, counted, told in (
        (catalog({}) + source, "1", "error"),
        (accepted, "0", "error, accepted: 법이 정한 기한"),
    ):
        shown = page(tmp_path, {KO: text})
        assert texts(shown, "label:has(#_show-findings) .count") == [counted]
        assert texts(unit(shown, "Ask us."), ".findings strong") == [told]
    assert texts(unit(page(tmp_path, {KO: catalog({}) + source}), "Ask us."), "mark") == ["3"]


def test_the_filters_count_and_say_where_they_leave_nothing(korean: LexborHTMLParser) -> None:
    assert texts(korean, ".filters label") == [
        "all 10",
        "to do 8",
        "untranslated 6",
        "fuzzy 1",
        "refused 1",
        "translated 2",
        "with findings 1",
    ]
    assert texts(korean, ".nothing") == []


def test_a_complete_translation_has_nothing_to_do(tmp_path: Path) -> None:
    assert texts(page(tmp_path, {}), ".nothing") == [
        "Nothing is left to do: each unit is translated.",
        "No unit is untranslated.",
        "No unit is fuzzy.",
        "No translation is refused.",
        "The checks have nothing to say of any translation.",
    ]


def test_units_stand_below_the_sections_of_the_document(korean: LexborHTMLParser) -> None:
    assert texts(korean, ".part h2") == ["Beginning", "1. Data"]
    assert values(korean, ".part h2 + a", "href") == ["/ko/privacy/index.html#1-data"]
    assert len(set(values(korean, "[id]", "id"))) == len(korean.css("[id]"))


def test_a_missing_catalog_is_told_once(tmp_path: Path) -> None:
    files = {"locales/ja/LC_MESSAGES/site.po": catalog({})}
    assert texts(page(tmp_path, files, "ja"), ".remark") == [
        "There is no catalog yet. policyglot update ja makes it."
    ]


def test_a_hostile_catalog_is_text(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>&amp;\u202e"
    text = f'{catalog({})}# {hostile}\n#, fuzzy\n#| msgid "{hostile}"\nmsgid "Rights"\nmsgstr "{hostile}"\n'
    shown = page(tmp_path, {KO: text})
    assert shown.css("img") == []
    visible = hostile.replace("\u202e", "\\u202e")
    assert texts(unit(shown, "Rights"), ".target .text") == [visible]
    assert texts(unit(shown, "Rights"), ".notes dd") == [visible]


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("a < b", (), "a &lt; b"),
        ("30 and 30", ("30", "30"), "<mark>30</mark> and <mark>30</mark>"),
        ("한\n글", (), '한<span class="sign">⏎</span>\n글'),
        ("a\u2028b", ("\u2028",), 'a<mark><span class="sign">\\u2028</span></mark>b'),
        ("a\u00a0b", ("absent",), "a\u00a0b"),
        ("&<", ("<",), "&amp;<mark>&lt;</mark>"),
        ("", ("x",), ""),
    ],
)
def test_marked(text: str, parts: tuple[str, ...], expected: str) -> None:
    assert str(marked(text, parts)) == expected


def test_the_previews_words_are_not_for_translators_and_its_files_are_not_published(tmp_path: Path) -> None:
    project = load(fill(tmp_path, PROJECT))
    assert not {unit.text for unit in words(project.page_templates)} & {"Show", "Preview", "All reviews"}
    published = build(tmp_path)
    assert not [path for path in published if "review" in path or "preview" in path or "reload" in path]
