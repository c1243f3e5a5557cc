"""One state of a preview after the other: what is shown, what is wrong, and that nothing is examined in vain."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalog import CatalogFile
from pipeline.check import Brief, Pair, examine
from pipeline.languages import language
from pipeline.localize import Reason, translate
from pipeline.localize import translating as under_test
from pipeline.model import Catalog, Message, Unit
from pipeline.project.load import load
from pipeline.project.places import places
from pipeline.workflow import building
from pipeline.workflow.building import Build
from pipeline.workflow.previewing import Good, Preview, preview
from tests.building import PROJECT, WORDS, catalog, page, texts
from tests.folders import fill
from tests.orders import DAY, order
from tests.test_segment import read

KO, AR = "locales/ko/LC_MESSAGES/privacy.po", "locales/ar/LC_MESSAGES/privacy.po"
BROKEN = 'msgid "Privacy"\nmsgstr "개인정보\n'


def show(folder: Path, files: Mapping[str, str | bytes], before: Preview | None = None) -> Preview:
    """Save some files, and return what is shown then."""
    return preview(load(fill(folder, files)), (), before, day=DAY)


def good(shown: Preview) -> Good:
    assert shown.good is not None
    return shown.good


def heading(shown: Preview, file: str) -> str:
    return texts(page(good(shown).build.files, file), "h1")[0]


def told(shown: Preview) -> list[str]:
    return [str(problem) for problem in shown.problems]


def test_it_shows_what_build_writes(tmp_path: Path) -> None:
    shown = good(show(tmp_path, PROJECT))
    project = load(tmp_path)
    built = building.build(project, list(project.folders), order("html", "markdown"))
    assert isinstance(built, Build)
    assert {path: shown.build.files.get(path) for path in built.files} == built.files
    assert shown.build.files.get("ko/privacy/other.md") is None
    assert shown.build.files.get("de/privacy/privacy.md") is None


def test_nothing_is_made_again_while_nothing_changes(tmp_path: Path) -> None:
    first = show(tmp_path, PROJECT)
    assert good(show(tmp_path, {"notes.txt": "no part of the project"}, first)) is first.good


def test_a_broken_catalog_costs_its_own_language_the_news_and_no_other(tmp_path: Path) -> None:
    first = show(tmp_path, PROJECT)
    second = show(
        tmp_path,
        {KO: BROKEN, AR: catalog({"Privacy": "الخصوصية", **WORDS["ar"]})},
        first,
    )
    assert told(second) == [
        f"{KO}:2: this line is not PO syntax: mend it in a text editor; nothing was read from this file and nothing written to it"
    ]
    assert heading(second, "ko/privacy/index.html") == "개인정보"
    assert heading(second, "ar/privacy/index.html") == "الخصوصية"
    third = show(tmp_path, {KO: catalog({"Privacy": "프라이버시"})}, second)
    assert third.problems == ()
    assert heading(third, "ko/privacy/index.html") == "프라이버시"


def test_a_catalog_that_is_broken_from_the_start_leaves_its_language_out(tmp_path: Path) -> None:
    shown = show(tmp_path, {**PROJECT, KO: BROKEN})
    assert len(shown.problems) == 1
    assert "ko/privacy/index.html" not in good(shown).build.files
    assert heading(shown, "ar/privacy/index.html") == "Privacy"
    assert heading(show(tmp_path, PROJECT, shown), "ko/privacy/index.html") == "개인정보"


def test_a_catalog_in_another_charset_is_shown_as_it_last_was(tmp_path: Path) -> None:
    first = show(tmp_path, PROJECT)
    data = catalog({"Privacy": "다른"}).replace("UTF-8", "EUC-KR").encode("euc-kr")
    second = show(tmp_path, {KO: data}, first)
    assert [problem.code for problem in second.problems] == ["po-charset"]
    assert heading(second, "ko/privacy/index.html") == "개인정보"


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        (
            "source/privacy.md",
            "---\ntitle: [\n---\n",
            "source/privacy.md:3: ",
        ),
        ("pyproject.toml", "[tool.policyglot]\nsource-dri = 1\n", "pyproject.toml:2: "),
        ("source/templates/page.html", "{% if %}", "source/templates/page.html:1: "),
        ("source/templates/list.html", "{{ company }}", "source/templates/list.html:1: 'company' is undefined: "),
        ("locales/neverland/a.po", "", "locales/neverland: this is not a locale: "),
    ],
)  # fmt: skip
def test_a_problem_of_the_whole_project_leaves_all_as_it_was(
    file: str, content: str, expected: str, tmp_path: Path
) -> None:
    first = show(tmp_path, PROJECT)
    second = show(tmp_path, {file: content}, first)
    assert second.good is first.good
    assert [line[: len(expected)] for line in told(second)] == [expected]
    assert show(tmp_path / "other", {**PROJECT, file: content}).good is None


def test_a_language_that_goes_while_it_is_shown_is_a_problem(tmp_path: Path) -> None:
    first = preview(load(fill(tmp_path, PROJECT)), ("ko",), day=DAY)
    assert set(good(first).reviews) == {"ko/privacy/review/index.html"}
    (tmp_path / KO).unlink()
    (tmp_path / "locales/ko/LC_MESSAGES/site.po").unlink()
    (tmp_path / "locales/ko/LC_MESSAGES").rmdir()
    (tmp_path / "locales/ko").rmdir()
    second = preview(load(tmp_path), ("ko",), first, day=DAY)
    assert second.good is first.good
    assert told(second) == [
        "policyglot: no locale “ko” in this project: choose from ar, de, fr, or policyglot add ko"
    ]


def test_pseudo_locales_have_pages_and_no_review(tmp_path: Path) -> None:
    shown = good(preview(load(fill(tmp_path, PROJECT)), ("ar_XB",), day=DAY))
    assert "ar-XB/privacy/index.html" in shown.build.files
    assert shown.reviews == {}


FUZZY = """#, fuzzy
#| msgid "1. Date"
msgid "1. Data"
msgstr "1. 날짜"

# 이용자의 주석
msgid "Rights"
msgstr "권리"

msgid "Ask us."
msgstr "<b>문의</b>하십시오."
"""


def test_a_review_has_each_unit_with_its_entry_its_state_and_its_findings(tmp_path: Path) -> None:
    shown = good(show(tmp_path, {**PROJECT, KO: catalog({"Kind": "종류"}) + FUZZY}))
    review = shown.reviews["ko/privacy/review/index.html"]
    rows = {row.unit.text: row for row in review.rows}
    assert list(rows)[:3] == ["Privacy", "What we do with data", "We *care*. Call +82-2-533-8622."]
    assert {text: row.reason for text, row in rows.items() if row.message} == {
        "Kind": None,
        "1. Data": Reason.FUZZY,
        "Rights": None,
        "Ask us.": Reason.REFUSED,
    }
    assert rows["Privacy"].reason is Reason.UNTRANSLATED
    assert rows["Rights"].message is not None
    assert rows["Rights"].message.comments == ("이용자의 주석",)
    assert [finding.code for finding in rows["Ask us."].findings] == ["raw-html"]
    assert [finding.line for finding in rows["Ask us."].findings] == [15]
    assert rows["1. Data"].findings == ()
    assert review.to_do == len(rows) - 2


def test_equal_texts_are_several_units_with_one_entry(tmp_path: Path) -> None:
    source = "One.\n\nTwo.\n\nOne.\n"
    files = {"source/terms.md": source, "locales/ko/LC_MESSAGES/terms.po": catalog({"One.": "하나."})}
    review = good(show(tmp_path, files)).reviews["ko/terms/review/index.html"]
    assert [(row.places, row.reason) for row in review.rows] == [
        (2, None),
        (1, Reason.UNTRANSLATED),
        (2, None),
    ]


def test_the_folders_that_are_watched_come_and_go_with_the_locales(tmp_path: Path) -> None:
    fill(tmp_path, {"source/a.md": "A", "locales/ko/LC_MESSAGES/a.po": "", "node_modules/x": "", "dist/y": ""})  # fmt: skip
    below = [path.removeprefix(str(tmp_path)) for path in places(tmp_path)]
    ours = [path for path in below if not path.endswith("pipeline/templates")]
    assert ours == ["", "/locales", "/locales/ko", "/locales/ko/LC_MESSAGES", "/source"]
    fill(tmp_path, {"source/templates/page.html": "", "locales/ja/LC_MESSAGES/a.po": ""})
    assert {str(tmp_path / "source/templates"), str(tmp_path / "locales/ja/LC_MESSAGES")} < set(
        places(tmp_path)
    )
    fill(tmp_path, {"pyproject.toml": '[tool.policyglot]\nsource-dir = "texts/en"\n', "texts/x": ""})
    assert str(tmp_path / "texts") in places(tmp_path)
    assert places(tmp_path / "nowhere") == ()


DOCUMENT = read("# Data\n\nWe keep data for 30 days.\n\nWe *care* for [it](#data).\n\n- Ask us.\n")
TRANSLATIONS = st.sampled_from(
    ["", "데이터", "30일", "우리는 자료를 60일 동안 보관합니다.", "*주의*", "[그것](#data)", "문의"]
)
BRIEFS = st.sampled_from(
    [Brief(source="en", target="ko"), Brief(source="en", target="ko", untouched=("data",))]
)


@st.composite
def catalogs(draw: st.DrawFn) -> CatalogFile:
    messages = [
        Message(
            text=unit.text,
            translations=(draw(TRANSLATIONS),),
            flags=draw(st.sampled_from([(), ("fuzzy",)])),
            comments=draw(st.sampled_from([(), ("check: accept number — 이유",)])),
            line=draw(st.integers(min_value=1, max_value=99)),
        )
        for unit in DOCUMENT.units
        if draw(st.booleans())
    ]
    return CatalogFile(
        path="locales/ko/LC_MESSAGES/terms.po",
        domain="terms",
        language=language("ko"),
        catalog=Catalog(headers={}, messages=tuple(messages)),
    )


@given(catalogs(), catalogs(), BRIEFS, BRIEFS)
def test_what_was_examined_before_changes_no_result(
    old: CatalogFile, new: CatalogFile, then: Brief, now: Brief
) -> None:
    references = DOCUMENT.skeleton.references
    before = translate(DOCUMENT.units, old, references, then)
    afresh, again = (translate(DOCUMENT.units, new, references, now, known) for known in (None, before))
    assert again == afresh
    lines = [[pair.message.line for pair, _ in each.examined] for each in (afresh, again)]
    assert lines[0] == lines[1]


def test_only_what_changed_is_examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = show(tmp_path, PROJECT)
    asked: list[Unit] = []

    def counting(pair: Pair) -> object:
        asked.append(pair.unit)
        return examine(pair)

    monkeypatch.setattr(under_test, "examine", counting)
    show(tmp_path, {KO: catalog({**WORDS["ko"], "Kind": "유형"})}, first)
    assert [unit.text for unit in asked] == ["Kind"]
