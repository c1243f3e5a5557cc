"""Every place in which a translation can stand, and a source document that has them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.segment import Document
from tests import test_segment

GOOD = "https://good.example"
"""The host of the author's own links."""

TRANSLATE = ("title", "description", "seo", "tags", "faq")
"""What of the front matter is translated."""


class Reading(StrEnum):
    """How a place is read."""

    MARKDOWN = "markdown"
    CODE = "code"
    """As Markdown, but inside a code span, an attribute or a target, where markup is none."""
    TEXT = "text"
    FRONT_MATTER = "front matter"


class Shape(StrEnum):
    """How much of a translation is hostile."""

    WHOLE = "whole"
    INSIDE = "inside"
    """One part of a translation that is faithful else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One unit of the source."""

    name: str
    text: str
    """The source's text. A number can be put behind it, to have the place more than once."""
    faithful: str
    """A translation, with ``@`` where something hostile may be put in."""
    block: str = "@"
    """The Markdown around the text."""
    reading: Reading = Reading.MARKDOWN

    def translation(self, payload: str, shape: Shape) -> str:
        """What a hostile translator gives for the text."""
        return payload if shape is Shape.WHOLE else self.faithful.replace("@", payload)

    def reads_markdown(self, shape: Shape) -> bool:
        """Whether markup is markup where the hostile part stands."""
        return self.reading is Reading.MARKDOWN or (self.reading is Reading.CODE and shape is Shape.WHOLE)


def _place(name: str, text: str, faithful: str, block: str = "@") -> Place:
    return Place(name=name, text=text, faithful=faithful, block=block)


def _shut(name: str, text: str, faithful: str, block: str = "@") -> Place:
    return Place(name=name, text=text, faithful=faithful, block=block, reading=Reading.CODE)


def _html(name: str, text: str, block: str) -> Place:
    return Place(
        name=name, text=text, faithful="번역 @ 문구", block=f"<div>\n{block}\n</div>", reading=Reading.TEXT
    )


def _front(name: str, text: str) -> Place:
    return Place(name=name, text=text, faithful="번역 @ 문구", reading=Reading.FRONT_MATTER)


FRONT: Sequence[Place] = (
    _front("front matter title", "The title"),
    _front("front matter description", "The description: quoted"),
    _front("front matter in single quotes", "Single 'quotes'"),
    _front("front matter folded", "Folded text"),
    _front("front matter literal", "Literal text"),
    _front("front matter in a flow", "first tag"),
    _front("front matter in a list of tables", "A question?"),
)

BODY: Sequence[Place] = (
    *(
        _place(f"heading {level}", f"Heading of level {level}", "제목 @ 끝", f"{'#' * level} @")
        for level in range(1, 7)
    ),
    _place("heading with an id", "Heading with an id", "이름 있는 @", "## @ {#an-id}"),
    _place("heading of two lines", "Heading of\ntwo lines", "두 줄의\n제목 @", "@\n======"),
    _place("paragraph", "A paragraph.", "문단 @ 끝."),
    _place("paragraph's first word", "Words at the beginning.", "@ 처음."),
    _place("after a hard break", "First line\nsecond line", "첫 줄\n@"),
    _place("before a hard break", "Upper line\nlower line", "@\n아래 줄"),
    _place("tight item", "Tight item", "항목 @", "- @\n- —"),
    _place("loose item", "Loose item", "느슨한 @", "1. @\n\n2. —"),
    _place("task", "A task", "할 일 @", "- [x] @"),
    _place("quote", "A quote", "인용 @", "> @"),
    _place("deep item", "Deep item", "깊은 @", "> - > @"),
    _place("table header", "Head cell", "머리 @", "| @ | — |\n| --- | :-: |\n| — | — |"),
    _place("table cell", "Body cell", "칸 @", "| — | — |\n| --- | --: |\n| — | @ |"),
    _place("table cell with a link", f"Cell [link]({GOOD}/cell)", f"칸 [@]({GOOD}/cell)", "| @ |\n| --- |"),
    _place("admonition's title", "Admonition title", "알림 @", ":::note[@]\n\n—\n\n:::"),
    _place("admonition's text", "Admonition text", "알림 글 @", ":::tip\n\n@\n\n:::"),
    _place("emphasis", "Some *emphasis* here", "여기 *@* 강조"),
    _place("strong", "Some **strong** words", "여기 **@** 강조"),
    _place("strikethrough", "Some ~~struck~~ words", "여기 ~~@~~ 삭제"),
    _shut("code", "Some `code` here", "여기 `@` 코드"),
    _shut("code of two marks", "Some ``co`de`` here", "여기 ``@`` 코드"),
    _place("link text", f"See the [policy]({GOOD}/link).", f"[@]({GOOD}/link) 참조."),
    _place("link text in emphasis", f"Do **[read]({GOOD}/strong)** it.", f"**[@]({GOOD}/strong)** 읽기."),
    _shut("link title", f'A [link]({GOOD}/title "title one").', f'[링크]({GOOD}/title "@").'),
    _shut(
        "link title in single quotes", f"A [link]({GOOD}/single 'title two').", f"[링크]({GOOD}/single '@')."
    ),
    _shut("link title in brackets", f"A [link]({GOOD}/paren (title three)).", f"[링크]({GOOD}/paren (@))."),
    _shut("link target", f"Go [there]({GOOD}/there) now.", "[거기](@) 지금."),
    _shut("link target in brackets", f"Go [on](<{GOOD}/on>) now.", "[계속](<@>) 지금."),
    _shut("link target's end", f"Go [back]({GOOD}/back) now.", f"[뒤로]({GOOD}/back@) 지금."),
    _shut("link target's beginning", f"Go [up]({GOOD}/up) now.", f"[위로](@{GOOD}/up) 지금."),
    _place("reference's text", "See [the words][good].", "[@][good] 참조."),
    _shut("reference's label", "See [some words][good].", "[단어][@] 참조."),
    _shut("autolink", f"Visit <{GOOD}/auto>.", "<@> 방문."),
    _shut("bare address", f"Visit {GOOD}/bare today.", f"오늘 {GOOD}/bare@ 방문."),
    _place("image's alt", "An ![image](a.png) here", "여기 ![@](a.png) 그림"),
    _shut("image's title", 'An ![icon](b.png "image title") here', '여기 ![아이콘](b.png "@") 그림'),
    _shut("image's source", "An ![avatar](c.png) here", "여기 ![얼굴](@) 그림"),
    _place(
        "alt of an image in a link",
        f"A [![badge](d.png)]({GOOD}/badge) here",
        f"여기 [![@](d.png)]({GOOD}/badge) 배지",
    ),
    _place("text in a tag", "Press <kbd>Enter</kbd> now", "지금 <kbd>@</kbd> 누르기"),
    _shut("inside a tag", "Press <kbd>Esc</kbd> now", "지금 <kbd @>Esc</kbd> 누르기"),
    _shut(
        "attribute of a tag",
        f'An <a href="{GOOD}/tag" title="tag title">anchor</a> here',
        f'여기 <a href="{GOOD}/tag" title="@">앵커</a> 링크',
    ),
    _place("beside a variable", "Dear {{ name }}, hello", "{{ name }} @ 귀하"),
    _html("HTML text", "HTML text", "<p>@</p>"),
    _html("HTML text beside a link", "HTML words", f'<a href="{GOOD}/html">—</a> @ <br>'),
    _html("HTML alt in double quotes", "double alt", '<img src="e.png" alt="@">'),
    _html("HTML alt in single quotes", "single alt", "<img src='e.png' alt='@'>"),
    _html("HTML alt without quotes", "bare", "<img src=e.png alt=@>"),
    _html("HTML title in double quotes", "double title", '<p title="@">—</p>'),
    _html("HTML title in single quotes", "single title", "<p title='@' class=x>—</p>"),
    _html("HTML title without quotes", "unquoted", "<p class=x title=@>—</p>"),
    _html("HTML summary", "The summary", "<details><summary>@</summary>—</details>"),
    _html("HTML text without scripts", "Without scripts", "<noscript>@</noscript>"),
    _html("HTML option", "The option", "<select><option>@</option></select>"),
    _html("HTML cell", "HTML cell", "<table><tr><td>@</td></tr></table>"),
    _html("HTML text beside a comment", "After a comment", "<!-- comment --> @ <!-- comment -->"),
)

_END = f'[good]: {GOOD}/reference "reference title"\n'


def source(numbers: Sequence[str] = ("",), *, body: bool = True) -> str:
    """Return the Markdown of a document that has every place once for each number."""
    blocks = [place.block.replace("@", f"{_written(place)}{number}") for number in numbers for place in BODY]
    return "\n\n".join((_FRONT_MATTER, *(blocks if body else ("—",)), _END))


def document() -> Document:
    """Return the document with every place once."""
    return test_segment.read(source(), translate=TRANSLATE)


def configuration() -> str:
    """Return the project's configuration that translates the front matter's places."""
    return f"[tool.policyglot]\ntranslate = {list(TRANSLATE)}\n".replace("'", '"')


def by_text(places: Sequence[Place] = (*FRONT, *BODY)) -> Mapping[str, Place]:
    """The places by their texts."""
    return {place.text: place for place in places}


def _written(place: Place) -> str:
    return place.text.replace("\n", "\\\n")


_FRONT_MATTER = """---
id: terms
title: The title
description: "The description: quoted"
effective: 2021-04-05
version: "1.0"
hidden: true
weight: 3
seo:
  short: 'Single ''quotes'''
  long: >
    Folded
    text
  note: |
    Literal text
tags: [first tag, 2]
faq:
  - question: A question?
    open: false
---"""
