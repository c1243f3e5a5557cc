"""What a document is made of, for those who look at it as a whole: its links, names of places, and blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token

from pipeline.markdown.dialect import VARIABLE
from pipeline.markdown.inline import flat
from pipeline.markdown.skeleton import Place, Skeleton
from pipeline.markdown.tags import Tag, opening_tags

OBJECT = "\ufffc"
"""Stands in prose for what is no prose: code, a variable, a bare address, an image."""


class Block(StrEnum):
    """What stands in the lines of a block."""

    TEXT = "text"
    TABLE = "table"
    HTML = "HTML"
    CODE = "code"
    DEFINITION = "link definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The lines of one block, from 1, both of them in it. A table and a block of HTML are one block each."""

    kind: Block
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A name that stands somewhere: an id, or where a link points."""

    name: str
    line: int
    """The first line of its block, or of its tag in a block of HTML."""


def extents(skeleton: Skeleton) -> tuple[Extent, ...]:
    """Return the blocks that hold text, code, HTML or a link definition, in the order of their lines."""
    found: list[Extent] = []
    rows = 0
    for token in skeleton.tokens:
        rows += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        kind = _KINDS.get(token.type)
        if kind and token.map and not (rows and kind is Block.TEXT):
            found.append(Extent(kind=kind, first=token.map[0] + 1, last=max(token.map[1], token.map[0] + 1)))
    for definition in skeleton.references.values():
        first, last = definition.get("map") or (0, 0)
        found += [Extent(kind=Block.DEFINITION, first=first + 1, last=last)] if last else []
    return tuple(sorted(found, key=lambda extent: (extent.first, extent.last)))


def ids(skeleton: Skeleton) -> tuple[Reference, ...]:
    """Return the ids that the author gave, of headings and of raw HTML, with repetitions."""
    found: list[Reference] = []
    for token in skeleton.tokens:
        if token.type == "heading_open" and "id" in token.attrs:
            found.append(Reference(name=str(token.attrs["id"]), line=_line(token)))
        found += [
            Reference(name=tag.attributes["id"], line=line)
            for tag, line in (_tags(token) if _may_have_tags(token) else ())
            if tag.attributes.get("id")
        ]
    return tuple(found)


def names(skeleton: Skeleton) -> tuple[Reference, ...]:
    """Return the names of ``<a name>``, which a link can point to as to an id."""
    return tuple(
        Reference(name=tag.attributes["name"], line=line)
        for token in skeleton.tokens
        if _may_have_tags(token)
        for tag, line in _tags(token)
        if tag.name == "a" and tag.attributes.get("name")
    )


def targets(skeleton: Skeleton) -> tuple[Reference, ...]:
    """Return where links point, in Markdown and in raw HTML."""
    found: list[Reference] = []
    for token in skeleton.tokens:
        links = (child for child in flat(token.children or ()) if child.type == "link_open")
        found += [Reference(name=str(link.attrs.get("href", "")), line=_line(token)) for link in links]
        found += [
            Reference(name=tag.attributes["href"], line=line)
            for tag, line in _tags(token)
            if tag.name in {"a", "area"} and "href" in tag.attributes
        ]
    return tuple(found)


def glued_lists(skeleton: Skeleton) -> tuple[int, ...]:
    """Return the lines of lists that begin right below a line of a paragraph; a list in a list item may."""
    found: list[int] = []
    paragraph = 0
    containers: list[str] = []
    for token in skeleton.tokens:
        if token.type == "paragraph_open":
            paragraph = token.map[1] if token.map and not token.meta.get("title") else 0
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            in_item = containers[-1:] == ["list_item_open"]
            if paragraph and token.map and token.map[0] == paragraph and not in_item:
                found.append(_line(token))
        if token.nesting > 0:
            containers.append(token.type)
        elif token.nesting < 0:
            containers.pop()
    return tuple(found)


def prose(skeleton: Skeleton, place: Place) -> tuple[str, ...]:
    """Return what a person reads in a slot of a Markdown block, and then the text of each image in it.

    Where markup, code, variables and images are left out, `OBJECT` stands for what a reader sees there. A newline is a line
    break.
    """
    others: list[str] = []
    return (_prose(skeleton.tokens[place[0]].children or [], others), *others)


_KINDS = {
    "inline": Block.TEXT,
    "table_open": Block.TABLE,
    "html_block": Block.HTML,
    "code_block": Block.CODE,
    "fence": Block.CODE,
}
_CODE_TAG = re.compile(r"<(/?)(?:code|kbd|samp|tt|var)\b", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)


def _prose(tokens: list[Token], others: list[str]) -> str:
    """The text of a slot; the text of its images is put to the others."""
    parts: list[str] = []
    is_hidden = False
    for token in tokens:
        if token.type == "text":
            parts.append("" if is_hidden else token.content)
        elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK_TAG.match(token.content)):
            parts.append("\n")
        elif token.type in {"code_inline", VARIABLE, "image"}:
            parts.append(OBJECT)
        elif (hides := _hides(token)) is not None:
            parts.append(OBJECT if hides else "")
            is_hidden = hides
        if token.type == "image":
            others += filter(None, (_prose(token.children or [], others), str(token.attrs.get("title", ""))))
    return "".join(parts)


def _hides(token: Token) -> bool | None:
    """Whether what follows is no prose, until another token says that it is; none if it says neither."""
    if token.info == "auto" and token.type in {"link_open", "link_close"}:
        return token.type == "link_open"
    code = _CODE_TAG.match(token.content) if token.type == "html_inline" else None
    return not code[1] if code else None


def _may_have_tags(token: Token) -> bool:
    """Whether raw HTML may stand in a token; most tokens are neither a text nor a block of HTML."""
    return bool(token.children) or token.type == "html_block"


def _tags(token: Token) -> Iterator[tuple[Tag, int]]:
    """The opening tags of raw HTML in a block, each with its line."""
    if token.type == "html_block":
        yield from ((tag, _line(token) + tag.line) for tag in opening_tags(token.content))
    for child in token.children or []:
        if child.type == "html_inline":
            yield from ((tag, _line(token)) for tag in opening_tags(child.content))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
