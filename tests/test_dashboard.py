"""The status of the translations as a page."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gate import Tally
from pipeline.render.dashboard import WIDTH, bars
from tests.building import PROJECT, build, catalog, page, texts, values

STATES = ("translated", "fuzzy", "refused", "untranslated")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build(tmp_path_factory.mktemp("project"))


def rows(files: Mapping[str, bytes]) -> list[list[str]]:
    read = page(files, "status/index.html")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in read.css("tbody tr")]


def test_each_language_has_a_row_with_what_became_of_it_and_why(files: Mapping[str, bytes]) -> None:
    assert [(row[0], row[1]) for row in rows(files)] == [
        ("English en", "passes: the original text"),
        (
            "Arabic ar",
            (
                "does not pass: partly in the original language 2 of 10 units (20 %) are translated, and 100 % have to be: "
                "8 untranslated 6 of 19 source words (31 %) are translated, and 100 % have to be"
            ),
        ),
        (
            "German de",
            (
                "does not pass: no page 0 of 10 units (0 %) are translated, and 100 % have to be: 10 untranslated "
                "0 of 19 source words (0 %) are translated, and 100 % have to be"
            ),
        ),
        (
            "French fr",
            (
                "does not pass: in the original language only 0 of 10 units (0 %) are translated, and 100 % have to be: "
                "10 untranslated 0 of 19 source words (0 %) are translated, and 100 % have to be"
            ),
        ),
        ("Korean ko", "passes: translated"),
    ]
    assert rows(files)[1][3:] == ["2 of 10", "0", "0", "8", "6 of 1931 %", "8 remarks"]
    assert rows(files)[4][3:] == ["10 of 10", "0", "0", "0", "19 of 19100 %", "none"]


def test_a_chart_has_its_figures_in_words(files: Mapping[str, bytes]) -> None:
    read = page(files, "status/index.html")
    assert values(read, 'svg[role="img"]', "aria-label") == [
        "10 of 10 units translated",
        "2 of 10 units translated, 8 untranslated",
        "0 of 10 units translated, 10 untranslated",
        "0 of 10 units translated, 10 untranslated",
        "10 of 10 units translated",
    ]
    assert texts(read, ".legend li") == [
        "translated",
        "fuzzy: to be looked at again",
        "refused by the checks",
        "not translated",
    ]


def test_a_page_that_is_there_is_linked(files: Mapping[str, bytes]) -> None:
    read = page(files, "status/index.html")
    assert values(read, "tbody a", "href") == [
        f"../{tag}/privacy/index.html" for tag in ("en", "ar", "fr", "ko")
    ]


def test_no_page_leads_to_it(files: Mapping[str, bytes]) -> None:
    assert not [name for name, data in files.items() if name.endswith(".html") and b"status/" in data]
    assert b"status" not in files["sitemap.xml"]


def test_a_required_language_that_does_not_pass_is_told(tmp_path: Path) -> None:
    settings = '[tool.policyglot.documents.privacy]\nrequired-locales = ["ko"]\n'
    half = {**PROJECT, "pyproject.toml": settings, "locales/ko/LC_MESSAGES/privacy.po": catalog({})}
    assert rows(build(tmp_path, half))[4][1].startswith(
        "does not pass, though it is required: in the original language only"
    )


def test_the_page_is_in_english_whatever_the_source_is(tmp_path: Path) -> None:
    files = build(
        tmp_path, {"pyproject.toml": '[tool.policyglot]\nsource-language = "ar"\n', "source/a.md": "# نص\n"}
    )
    read = page(files, "status/index.html")
    assert (values(read, "html", "lang"), values(read, "html", "dir")) == (["en"], ["ltr"])
    assert (values(read, "h2", "lang"), values(read, "h2", "dir")) == (["ar"], ["rtl"])


@given(st.lists(st.integers(0, 2000), min_size=4, max_size=4))
def test_the_pieces_of_a_chart_fill_it_without_gaps(counts: list[int]) -> None:
    units = Tally(total=sum(counts), **dict(zip(STATES, counts, strict=True)))
    found = list(bars(units))
    assert [bar["state"] for bar in found] == [
        state for state in STATES if any(bar["state"] == state for bar in found)
    ]
    ends = [0, *(int(str(bar["start"])) + int(str(bar["width"])) for bar in found)]
    assert [bar["start"] for bar in found] == ends[:-1]
    assert ends[-1] == (WIDTH if sum(counts) else 0)
