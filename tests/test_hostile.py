"""Legitimate translations that look like markup, in every kind of unit: they arrive as text, or that one unit falls back."""

import re
from functools import cache
from html import escape, unescape

import pytest

from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.languages import language
from pipeline.localize import Localized, Reason, localize
from pipeline.markdown import html
from pipeline.markdown.proof import comes_back
from pipeline.markdown.write import markdown
from pipeline.model import Catalog, Message, Unit
from tests.test_segment import read

SOURCE = """---
title: metadata
---

# heading 1 {#one}

## heading 2

###### heading 6

two\\
lines
===

paragraph

- tight item
- [ ] task

1. loose item

   second paragraph

> quote

| upper | centre |
|-------|:------:|
| lower | amount |

:::note[admonition]

- > deep

:::

<div>
html text <img src="a.png" alt="attribute">
</div>
"""
DOCUMENT = read(SOURCE)
HOSTILE = [
    "1. Mai ist frei", "- Ja", "# 1 Regel", "> 13 Jahre", "+ 49 30 1234", "ja | nein", "eins\nzwei", "Ende \\", "    vier",
    "---", "```", "[x]: /url", "eins\n\nzwei", "<b>", "===", "***", ":::note", "{#id}", "[ ] x", "| a | b |", "~~~", "2021. 4. 5.",
    "1)", "* x", "+", "&lt;b&gt;", "a\n- b", "a\n:--", "_x", "**", "`", "![", "www", "\u3000全角", "\u00a0x", "a\u2028b", "٣. نعم",
]  # fmt: skip
LITERAL = {"&lt;b&gt;": "<b>"}
TAG = re.compile(r"<[^>]+>")


@cache
def localized(unit: Unit, translation: str) -> Localized:
    message = Message(text=unit.text, translations=(translation,), line=1)
    others = (
        Message(text=other.text, translations=(other.text,), line=1)
        for other in DOCUMENT.units
        if other is not unit
    )
    catalog = Catalog(headers={}, messages=(message, *others))
    return localize(
        DOCUMENT,
        CatalogFile(path="d.po", domain="d", language=language("de"), catalog=catalog),
        Brief(source="en", target="de"),
    )


def words(text: str) -> str:
    return " ".join(re.split(r"[ \t\n]+", unescape(TAG.sub(" ", text)))).strip(" ")


@pytest.mark.parametrize("translation", HOSTILE)
@pytest.mark.parametrize("unit", DOCUMENT.units, ids=lambda unit: unit.text.replace("\n", " "))
def test_hostile(unit: Unit, translation: str) -> None:
    result = localized(unit, translation)
    page, source = html(result.skeleton), html(DOCUMENT.skeleton)
    fallbacks = [(fallback.unit, fallback.reason) for fallback in result.translation.fallbacks]
    assert comes_back(result.skeleton, markdown(result.skeleton))
    if fallbacks:
        assert fallbacks == [(unit, Reason.REFUSED)]
        assert page == source
        assert any(found.line == 1 and found.path == "d.po" for found in result.translation.diagnostics)
        return
    literal = LITERAL.get(translation, translation) if unit.block else translation
    assert TAG.findall(_without_breaks(page)) == TAG.findall(_without_breaks(source)) or not unit.block
    if isinstance(unit.slot, str):
        assert result.metadata[unit.slot] == translation
    elif unit.text == "attribute":
        assert f'alt="{translation}"' in unescape(page).replace("&quot;", '"')
    else:
        expected = words(source).replace(words(unit.text), words(escape(literal, quote=False)), 1)
        assert words(page) == expected


def _without_breaks(page: str) -> str:
    return page.replace("<br />\n", "")


def test_only_these_are_refused() -> None:
    refused = {
        (unit.text.replace("\n", " "), translation)
        for unit in DOCUMENT.units
        for translation in HOSTILE
        if localized(unit, translation).translation.fallbacks
    }
    one_line = {
        "metadata", "heading 1", "heading 2", "heading 6", "upper", "centre", "lower", "amount", "admonition", "html text", "attribute",
    }  # fmt: skip
    breaks = {"eins\nzwei", "a\n- b", "a\n:--"}
    assert refused == (
        {(text, translation) for text in one_line for translation in breaks}
        | {(unit.text.replace("\n", " "), "eins\n\nzwei") for unit in DOCUMENT.units}
        | {(unit.text.replace("\n", " "), "<b>") for unit in DOCUMENT.units}
        | {(unit.text.replace("\n", " "), "&lt;b&gt;") for unit in DOCUMENT.units}
    )
