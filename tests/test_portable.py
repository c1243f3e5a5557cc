"""Portable Markdown: what is written for which page, and what holds for any page."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.localize import localize
from pipeline.markdown.portable import portable, reads_back, write_portable
from pipeline.model import Diagnostic
from pipeline.render.pdf_ready import pdf_body, pdf_ready
from tests import cases, sheets
from tests.browser.translations import BRIEF, catalog_file

TITLED = "---\ntitle: Policy\n---\n"


@pytest.mark.parametrize("case", cases.read("portable.txt"), ids=str)
def test_what_is_written(case: cases.Case) -> None:
    body = sheets.portable_body(f"{TITLED}{case.given}")
    written = write_portable(body)
    assert written == f"{case.expected}\n"
    assert reads_back(body, written)


def test_an_empty_page_is_an_empty_text() -> None:
    assert write_portable(portable("", str)) == ""
    assert write_portable(portable("<p> </p><!-- c --><ul></ul><table></table>", str)) == ""


@pytest.mark.parametrize("blank", ["", " ", "\n", "\t \f\r\v", " \n<!-- c --> "])
def test_blanks_between_blocks_are_no_text(blank: str) -> None:
    parts = ("<p>법</p>", "<ul>", "<li>規約</li>", "</ul>", "<h2>", "ไทย", "</h2>")
    assert write_portable(portable(blank.join(parts), str)) == "법\n\n- 規約\n\n# ไทย\n"


def test_a_space_that_does_not_break_is_text() -> None:
    assert write_portable(portable("<p>법</p>\u00a0<p>\u3000</p>", str)) == "법\n\n&#160;\n\n&#12288;\n"


def test_bold_text_of_which_a_part_is_untranslated() -> None:
    mark = '<span class="untranslated" lang="en" dir="ltr">'
    left, other = f"{mark}Data of</span>", f"{mark}users</span>"
    quote = "<blockquote><h3>{}</h3></blockquote>"
    first = portable(quote.format(f"{left} <em>아동</em>"), str)
    assert write_portable(first) == "> **Data of _아동_**\n"
    assert write_portable(first, attributes=True) == "> **[Data of]{.untranslated lang=en dir=ltr} _아동_**\n"
    ends = portable(quote.format(f"{left} 및 {other}"), str)
    assert write_portable(ends, attributes=True) == (
        "> **[Data of]{.untranslated lang=en dir=ltr} 및 [users]{.untranslated lang=en dir=ltr}**\n"
    )


WORDS = st.sampled_from(
    ["law", "법(법)", "은", "規約", "（注）", "قانون", "ไทย", "e\u0301", "user's", "1.", "(1)", "a.", "#", "-", "+", "**b**", "*i*", "***x***", "~", "^2",
     "$5", "@me", "a@b.kr", "<1-1>", "{x}", "--", "...", "[a]", "`c`", "|", "Table:", ":", "!", "<b>r</b>", "<br>", "\\", "\u00a0", "\u3000", "\u2028"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
BLOCKS = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        inner.map(lambda text: "- " + text.replace("\n", "\n  ")),
        inner.map(lambda text: "3. " + text.replace("\n", "\n   ")),
        inner.map(lambda text: "> " + text.replace("\n", "\n> ")),
        TEXTS.map(lambda text: f"## {text}"),
        st.lists(inner, min_size=2, max_size=3).map("\n\n".join),
        st.tuples(TEXTS, TEXTS).map(
            lambda pair: "| a | b |\n| --- | :-: |\n| {} | {} |".format(*(text.replace("|", "\\|") for text in pair))
        ),
    ),
    max_leaves=6,
)  # fmt: skip


@given(BLOCKS)
def test_what_is_written_says_what_the_page_says(text: str) -> None:
    """Nothing is lost and nothing is markup that was none: the writer's own reader sees the same page."""
    body = sheets.portable_body(f"{TITLED}{text}")
    written = write_portable(body)
    assert reads_back(body, written)
    assert unicodedata.is_normalized("NFC", written)
    assert not re.search(r"\t|(?<!\\)<(?!\w+@)", re.sub(r"`[^`\n]*`", "", written))


@given(BLOCKS)
def test_written_again_it_is_the_same(text: str) -> None:
    written = write_portable(sheets.portable_body(f"{TITLED}{text}"))
    again = write_portable(sheets.portable_body(f"{TITLED}{written}"))
    assert again == written


POLICY = """---
title: Privacy
---

# 1. Data {#data}

See [clause 1](#data), [the list](../list/), [nothing](#gone) and [a script](javascript:x).

- one
- two

| a | b |
| --- | --- |
| c | d |
"""


def _korean(**texts: str) -> str:
    document = sheets.document(POLICY)
    result = localize(document, catalog_file("terms", texts), BRIEF)
    return pdf_body(sheets.sheet(sheets.translated(result), url="https://x.example/ko/terms/"))


def test_links_in_markdown_are_absolute_where_the_address_of_the_page_is_known() -> None:
    shown = sheets.original(sheets.document(POLICY))
    told = pdf_ready(sheets.sheet(shown, url="https://x.example/en/terms/"))
    assert isinstance(told, str)
    assert (
        "See [clause 1](https://x.example/en/terms/#data), [the list](https://x.example/en/list/), "
        "[nothing](https://x.example/en/terms/#gone) and" in told
    )
    alone = pdf_ready(sheets.sheet(shown))
    assert isinstance(alone, str)
    assert "See [clause 1](#data), [the list](../list/), [nothing](#gone) and" in alone


def test_the_copy_for_the_pdf_has_ids_and_links_that_lead_somewhere() -> None:
    shown = sheets.original(sheets.document(POLICY))
    body = pdf_body(sheets.sheet(shown, url="https://x.example/en/terms/"))
    assert body.startswith(
        "# 1. Data {#data}\n\nSee [clause 1](#data), [the list](https://x.example/en/list/)"
    )
    assert "[nothing](https://x.example/en/terms/#gone)" in body
    alone = pdf_body(sheets.sheet(shown))
    assert "See [clause 1](#data), the list, nothing and" in alone


def test_the_copy_for_the_pdf_tells_the_language_of_what_is_not_translated() -> None:
    body = _korean(one="하나", a="가")
    assert "# [1. Data]{.untranslated lang=en dir=ltr} {#data}" in body
    assert "- 하나\n- [two]{.untranslated lang=en dir=ltr}" in body
    assert "| 가 | [b]{.untranslated lang=en dir=ltr} |" in body


def test_markdown_that_would_not_come_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.render.pdf_ready.reads_back", lambda _body, _text: False)
    told = pdf_ready(sheets.sheet(sheets.original(sheets.document(POLICY))))
    assert isinstance(told, Diagnostic)
    assert str(told) == (
        "source/terms.md: its Markdown in English would not read back the same: please report this document: "
        "the fault is in policyglot"
    )


def test_metadata_is_text_to_those_who_read_it_as_markdown() -> None:
    found = sheets.document('---\ntitle: "*One* & <two> of user\'s"\neffective: 2021-04-05\n---\nText.\n')
    told = pdf_ready(sheets.sheet(sheets.original(found)))
    assert isinstance(told, str)
    assert "title: \\*One\\* & \\<two\\> of user's\n" in told
