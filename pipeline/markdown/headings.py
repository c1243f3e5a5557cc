"""The headings of a document, of Markdown and of raw HTML, and what stands in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from markdown_it.token import Token

from pipeline.markdown.inline import BLANKS, shown
from pipeline.markdown.skeleton import Place, Skeleton
from pipeline.markdown.tags import Tag, parts, tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading, of Markdown or of raw HTML."""

    place: Place
    """Its slot; for raw HTML, the block or the slot in which its tag stands."""
    tag: int | None = None
    """For raw HTML: which of the opening tags of headings in that block or slot, from 0."""
    level: int
    text: str
    """Without markup, on one line. Of raw HTML, what stands between its tags in the same block."""
    id: str | None
    line: int
    is_quoted: bool
    """Whether it stands in a block quote, and belongs to another document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawHeading:
    """A heading that raw HTML opens in one block."""

    tag: Tag
    start: int
    """Where its content begins: in the HTML of a block, or among the tokens of a text."""
    end: int
    children: Sequence[Token]
    """Its content, as inline tokens."""


def headings(skeleton: Skeleton) -> tuple[Heading, ...]:
    """Return the headings, in the order of the document."""
    return tuple(_headings(skeleton))


def _headings(skeleton: Skeleton) -> Iterator[Heading]:
    quotes = 0
    for index, token in enumerate(skeleton.tokens):
        quotes += _QUOTES.get(token.type, 0)
        if token.type not in _WITH_HEADINGS:
            continue
        line = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            yield Heading(
                place=(index + 1,),
                level=int(token.tag[1]),
                text=heading_text(skeleton.tokens[index + 1].children or ()),
                id=str(token.attrs["id"]) if "id" in token.attrs else None,
                line=line,
                is_quoted=quotes > 0,
            )
        for number, raw in enumerate(raw_headings(token)):
            yield Heading(
                place=(index,),
                tag=number,
                level=int(raw.tag.name[1]),
                text=heading_text(raw.children),
                id=raw.tag.attributes.get("id"),
                line=line + raw.tag.line,
                is_quoted=quotes > 0,
            )


def heading_text(children: Sequence[Token]) -> str:
    """Return the plain text of a heading's content, on one line."""
    return BLANKS.sub(" ", shown(children)).strip(" ")


def raw_headings(token: Token) -> Sequence[RawHeading]:
    """Return the headings that raw HTML opens in a block or in a text.

    One ends at the next tag of a heading, as in a browser, or with its block.
    """
    if token.type == "html_block":
        return tuple(_in_block(token.content))
    if token.type == "inline":
        return tuple(_in_text(token.children or []))
    return ()


def heading_level(tag: Tag) -> int:
    """Return the level of a heading's tag; 0 for any other."""
    return int(tag.name[1]) if _HEADING.fullmatch(tag.name) else 0


def _in_block(content: str) -> Iterator[RawHeading]:
    found = [tag for tag in tags(content) if heading_level(tag)]
    ends = (*(tag.start for tag in found[1:]), len(content))
    for tag, end in zip(found, ends, strict=False):
        if not tag.is_closing:
            children = tuple(_fragment(content[tag.end : end]))
            yield RawHeading(tag=tag, start=tag.end, end=end, children=children)


def _in_text(children: Sequence[Token]) -> Iterator[RawHeading]:
    raw = [(index, child.content) for index, child in enumerate(children) if child.type == "html_inline"]
    if not raw:
        return
    found = [(index, tag) for index, content in raw for tag in tags(content) if heading_level(tag)]
    ends = (*(index for index, _ in found[1:]), len(children))
    for (index, tag), end in zip(found, ends, strict=False):
        if not tag.is_closing:
            yield RawHeading(tag=tag, start=index + 1, end=end, children=children[index + 1 : end])


def _fragment(html: str) -> Iterator[Token]:
    """The inline tokens for HTML."""
    for part in parts(html):
        if isinstance(part, Tag):
            yield Token("html_inline", "", 0, content=html[part.start : part.end])
        else:
            yield Token("text", "", 0, content=BLANKS.sub(" ", unescape(part.raw)))


_HEADING = re.compile(r"h[1-6]")
_QUOTES = {"blockquote_open": 1, "blockquote_close": -1}
_WITH_HEADINGS = {"heading_open", "html_block", "inline"}
