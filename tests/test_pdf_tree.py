"""Pandoc's tree, as its writer of Typst gets it; what comes of it is looked at in tests/pdf/."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pdf.tree import Node, prepared

NONE: list[Any] = ["", [], []]


def string(text: str) -> Node:
    return {"t": "Str", "c": text}


def paragraph(*inlines: Node) -> Node:
    return {"t": "Para", "c": list(inlines)}


def link(url: str, *inlines: Node) -> Node:
    return {"t": "Link", "c": [NONE, list(inlines), [url, ""]]}


def untranslated(*inlines: Node, lang: str = "en", direction: str = "ltr") -> Node:
    attributes = ["", ["untranslated"], [["lang", lang], ["dir", direction]]]
    return {"t": "Span", "c": [attributes, list(inlines)]}


def heading(*inlines: Node) -> Node:
    return {"t": "Header", "c": [1, ["1-정보", ["unnumbered"], [["typst:fill", "red"]]], list(inlines)]}


def cell(*inlines: Node) -> list[Any]:
    return [NONE, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": list(inlines)}]]


def table(head: Node, body: Node) -> Node:
    return {
        "t": "Table",
        "c": [
            NONE,
            [None, []],
            [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]],
            [NONE, [[NONE, [cell(head)]]]],
            [[NONE, 0, [], [[NONE, [cell(body)]]]]],
            [NONE, []],
        ],
    }


def typst(*blocks: Node, direction: str = "ltr") -> str:
    """The Typst source and the texts of what is prepared, in order."""
    found: list[str] = []

    def walk(node: object) -> None:
        match node:
            case {"t": "RawInline", "c": ["typst", str(source)]} | {"t": "Str", "c": str(source)}:
                found.append(source)
            case {"t": "Space"}:
                found.append(" ")
            case {"t": "Code" | "CodeBlock", "c": [_, str(code)]}:
                found.append(f"`{code}`")
            case {"c": content}:
                walk(content)
            case list():
                for one in node:
                    walk(one)

    walk(prepared(list(blocks), direction))
    return "".join(found)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("약관", "약관"),
        ("wait...", "wait\\.\\.\\."),
        ("-5", "\\-5"),
        (".x", "\\.x"),
        ("#let", "\\#let"),
        ("a_b", "a\\_b"),
        ("c:\\d", "c\\:\\\\d"),
        ("‘인용’…", "‘인용’…"),
        ("\u2066+82\u2069", "\u2066\\+82\u2069"),
    ],
)
def test_ascii_punctuation_is_escaped(text: str, source: str) -> None:
    assert typst(paragraph(string(text))) == source


@given(st.text())
def test_nothing_but_backslashes_is_added_to_a_text(text: str) -> None:
    """Without the backslash before each ASCII punctuation, the text is as it was."""
    source = typst(paragraph(string(text)))
    parts = source.split("\\\\")
    assert "\\".join(part.replace("\\", "") for part in parts) == text


@pytest.mark.parametrize(
    ("blocks", "source"),
    [
        ([paragraph(untranslated(string("A")))], '#untranslated("en", ltr, "paragraph")[A]'),
        ([paragraph(string("가"), untranslated(string("A")))], '가#untranslated("en", ltr, "text")[A]'),
        ([heading(untranslated(string("A")))], '#untranslated("en", ltr, "heading")[A]'),
        (
            [{"t": "BulletList", "c": [[paragraph(untranslated(string("A")))]]}],
            '#untranslated("en", ltr, "item")[A]',
        ),
        (
            [{"t": "BlockQuote", "c": [paragraph(untranslated(string("A")))]}],
            '#untranslated("en", ltr, "quote")[A]',
        ),
        (
            [table(string("가"), untranslated(string("A"), lang="ar", direction="rtl"))],
            '가#untranslated("ar", rtl, "cell")[A]',
        ),
        (
            [paragraph(untranslated(string("A"), lang='"x\\', direction="up"))],
            '#untranslated("\\"x\\\\", ltr, "paragraph")[A]',
        ),
    ],
)
def test_what_is_left_untranslated_is_told_with_its_place(blocks: list[Node], source: str) -> None:
    assert typst(*blocks) == source


URL = "https://example.com/a?b=c"


@pytest.mark.parametrize(
    ("blocks", "source"),
    [
        ([paragraph(link(URL, string("약관")))], f'약관#address("{URL}", "note")'),
        ([paragraph(link(URL, string(URL)))], "https\\:\\/\\/example\\.com\\/a\\?b\\=c"),
        ([paragraph(link("https://example.com/", string("example.com")))], "example\\.com"),
        ([paragraph(link("mailto:a@b.example", string("Mail")))], "Mail"),
        ([paragraph(link("#1-정보", string("Part")))], "Part"),
        ([heading(link(URL, string("A")))], "A"),
        ([table(link(URL, string("A")), string("B")), paragraph()], "AB"),
        ([table(string("A"), link(URL, string("B"))), paragraph()], f'AB#address("{URL}", "note")'),
        ([table(string("A"), link(URL, string("B")))], f'AB#address("{URL}", "text")'),
        (
            [paragraph(link('https://e.example/"\\', string("A")))],
            'A#address("https://e.example/\\"\\\\", "note")',
        ),
    ],
)
def test_links_are_followed_by_their_addresses(blocks: list[Node], source: str) -> None:
    assert typst(*blocks) == source


def test_an_address_in_a_text_from_right_to_left_is_isolated() -> None:
    shown = link("mailto:a@b.example", string("a@b.example"))
    assert typst(paragraph(shown), direction="rtl") == "\u2066a\\@b\\.example\u2069"
    assert typst(paragraph(untranslated(shown)), direction="rtl").endswith("[a\\@b\\.example]")


@pytest.mark.parametrize(
    ("node", "source"),
    [
        (paragraph({"t": "RawInline", "c": ["typst", "#panic()"]}), "`#panic()`"),
        ({"t": "RawBlock", "c": ["html", "<b>"]}, "`<b>`"),
        (paragraph({"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}), "x\\^2"),
        (paragraph({"t": "Cite", "c": [[{"citationId": "a"}], [string("@a")]]}), "\\@a"),
        (paragraph({"t": "Image", "c": [NONE, [string("그림")], ["../a.png", ""]]}), "그림"),
    ],
)
def test_what_could_be_code_is_text(node: Node, source: str) -> None:
    assert typst(node) == source


def test_no_attributes_are_left_but_ids() -> None:
    assert prepared([heading(string("A"))], "ltr") == [
        {"t": "Header", "c": [1, ["1-정보", [], []], [string("A")]]}
    ]
    code = {"t": "CodeBlock", "c": [["", ["python"], [["typst:fill", "red"]]], "x"]}
    assert prepared([code], "ltr") == [{"t": "CodeBlock", "c": [NONE, "x"]}]


def test_what_is_given_is_left_as_it_is() -> None:
    given_blocks = [
        heading(untranslated(link(URL, string("A.")))),
        table(string("A"), link(URL, string("B"))),
    ]
    before = copy.deepcopy(given_blocks)
    prepared(given_blocks, "rtl")
    assert given_blocks == before
