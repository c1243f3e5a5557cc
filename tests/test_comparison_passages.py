"""A version as its passages: what is seen, where it stands, and what it is known by."""

from pipeline.comparison import CELL, Passage, passages
from tests.test_segment import read

SOURCE = """---
title: Privacy
description: What we do
---

# Privacy {#top}

Intro.

## 1. Data

<!-- i18n: context list -->

- We *collect*\\
  **names**.

  ### In a list {#inner}

  Inside.

- After.

| Kind | Why |
| --- | --- |
| (a) Name | |

> ## Quoted
>
> Theirs.

Ours, see [b](/b) and [a](/a) and ![seal](s.png).

<div><h3>Raw <b>heading</b></h3><p>Raw <a href="/raw">text</a> and <a href="/last"></a></p></div>

Last.
"""


def short(passage: Passage) -> tuple[str, str, str, int, str | None]:
    text = passage.text.replace(CELL, " | ")
    return passage.kind.value, passage.label, text, passage.level, passage.section


def test_what_is_read_in_order_and_where_it_stands() -> None:
    assert [short(passage) for passage in passages(read(SOURCE), {})] == [
        ("metadata value", "", "Privacy", 1, "top"),
        ("paragraph", "", "Intro.", 0, "top"),
        ("heading", "1. ", "Data", 2, "1-data"),
        ("list item", "", "We collect names.", 0, "1-data"),
        ("heading", "", "In a list", 3, "inner"),
        ("paragraph", "", "Inside.", 0, "inner"),
        ("list item", "", "After.", 0, "1-data"),
        ("table cell", "", "Kind | Why", 0, "1-data"),
        ("table cell", "(a) ", "Name | ", 0, "1-data"),
        ("heading", "", "Quoted", 4, "quoted"),
        ("paragraph", "", "Theirs.", 0, "quoted"),
        ("paragraph", "", "Ours, see b and a and seal.", 0, "1-data"),
        ("HTML text", "", "Raw", 3, "raw-heading"),
        ("HTML text", "", "heading", 0, "raw-heading"),
        ("HTML text", "", "Raw", 0, "raw-heading"),
        ("HTML text", "", "text", 0, "raw-heading"),
        ("HTML text", "", "and", 0, "raw-heading"),
        ("paragraph", "", "Last.", 0, "raw-heading"),
    ]


def test_where_links_lead_and_images_come_from() -> None:
    found = {passage.text: passage.targets for passage in passages(read(SOURCE), {}) if passage.targets}
    assert found == {
        "Ours, see b and a and seal.": ("/b", "/a", "s.png"),
        "text": ("/raw",),
        "and": ("/last",),
    }


def test_units_are_known_by_their_context_and_folded_text() -> None:
    keys = {passage.text: passage.keys for passage in passages(read(SOURCE), {})}
    assert keys["We collect names."] == (("list", "We *collect*\n**names**."),)
    assert keys[f"Name{CELL}"] == ((None, "(a) Name"), (None, ""))


def in_arabic(source: str, words: dict[str, str]) -> list[Passage]:
    document = read(source)
    texts = {unit.slot: words[unit.text] for unit in document.units if unit.text in words}
    return list(passages(document, texts))


def test_a_passage_has_both_languages_and_says_which_is_there() -> None:
    words = {
        "1. Data": "١. *البيانات*",
        "(a) Name": "(أ) الاسم",
        "Ask [us](/en).": "اسألنا [هنا](/ar)\nالآن",
    }
    heading, _, row, paragraph, rest = in_arabic(
        "## 1. Data\n\n| Kind | Why |\n| --- | --- |\n| (a) Name | Law |\n\nAsk [us](/en).\n\nRest\u2028\u00a0e\u0301.\n",
        words,
    )
    assert (heading.source_label, heading.source, heading.label, heading.text) == (
        "1. ",
        "Data",
        "١. ",
        "البيانات",
    )
    assert (row.label, row.text, row.translated) == ("(أ) ", f"الاسم{CELL}Law", (True, False))
    assert not row.is_translated
    assert (paragraph.source, paragraph.text, paragraph.targets) == ("Ask us.", "اسألنا هنا الآن", ("/ar",))
    assert (paragraph.section, paragraph.source_heading, paragraph.heading) == (
        "1-data",
        "1. Data",
        "١. البيانات",
    )
    assert paragraph.is_translated
    assert (rest.text, rest.is_translated) == ("Rest\u2028\u00a0e\u0301.", False)


def test_the_title_is_read_once() -> None:
    title, text = in_arabic("---\ntitle: Privacy\n---\n\n# *Privacy*\n\nText.\n", {"Privacy": "الخصوصية"})
    assert (title.text, title.level, title.section, title.heading) == ("الخصوصية", 1, "privacy", "الخصوصية")
    assert (text.section, text.heading) == ("privacy", "Privacy")


def test_a_title_that_is_not_translated_is_read_too() -> None:
    document = read("---\ntitle: 개인정보\n---\n\nText.\n", translate=())
    assert [passage.text for passage in passages(document, {})] == ["개인정보", "Text."]


def test_what_stands_between_cells_stands_nowhere_else() -> None:
    [passage] = passages(read("one\x1ftwo\x1ethree\n"), {})
    assert passage.text == "one two three"


def test_what_says_nothing_is_no_passage() -> None:
    assert passages(read("<br>\n\n***\n\n<!-- nothing -->\n\n| |\n| --- |\n| |\n"), {}) == ()
