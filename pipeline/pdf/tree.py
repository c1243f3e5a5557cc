"""Pandoc's tree of a document, made ready for Pandoc's writer of Typst.

What the writer would lose or get wrong is put in Typst's own notation here: the letters of the text, the language of what
is left untranslated, and the addresses of links for readers on paper. What a text could smuggle into the Typst source is
made text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

Node = dict[str, Any]
"""A block or an inline of Pandoc's JSON: its type ``t`` and its content ``c``."""


def prepared(blocks: Sequence[Node], direction: str) -> list[Node]:
    """Return the blocks of a document as Pandoc's writer of Typst should get them.

    Args:
        blocks: the blocks of Pandoc's JSON, which are left as they are.
        direction: the document's, ``ltr`` or ``rtl``.

    Returns:
        Blocks in which

        - each text is escaped for Typst,
        - text that is left untranslated is the last argument of ``#untranslated(language, direction, place)``, where place
          is ``"paragraph"``, ``"item"``, ``"quote"``, ``"cell"``, ``"heading"``, or ``"text"`` for a part of one of these,
        - a link to another place on the web is followed by ``#address(url, place)``, unless it shows its address or stands
          in a heading or in a table's head, which are repeated elsewhere; place is ``"note"``, or ``"text"`` in a list, a
          quotation or a table that ends the document, because Typst may put a footnote of theirs on the next page,
        - raw blocks, formulas, citations and pictures are text, and no attributes are left but ids.
    """
    context = _Context(place="paragraph", addresses="note", right_to_left=direction == "rtl")
    end = replace(context, addresses="note" if blocks and blocks[-1]["t"] == "Para" else "text")
    return [*_nodes(blocks[:-1], context), *_nodes(blocks[-1:], end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """Where in the document a node stands."""

    place: str
    """The kind of the nearest block around it."""
    addresses: str
    """How links are followed by their addresses; empty if they are not."""
    right_to_left: bool
    """Whether the text around it runs from right to left."""


def _nodes(nodes: Sequence[Any], context: _Context) -> list[Any]:
    """Rewrite the members of a list, of whatever kind they are."""
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, dict) and "t" in node:
            found += _node(node, context)
        elif isinstance(node, list):
            found.append(_plain(node) if _is_attributes(node) else _nodes(node, context))
        else:
            found.append(node)
    return found


def _node(node: Node, context: _Context) -> list[Node]:
    """Rewrite one block or inline, which may become several, or none."""
    if node["t"] == "Str":
        return [_text(node["c"])]
    if rewrite := _REWRITERS.get(node["t"]):
        return rewrite(node["c"], context)
    if isinstance(node.get("c"), list):
        here = replace(context, place=_PLACES.get(node["t"], context.place))
        return [{"t": node["t"], "c": _nodes(node["c"], here)}]
    return [node]


_NO_ATTRIBUTES = ["", [], []]

_PLACES = {"BulletList": "item", "OrderedList": "item", "BlockQuote": "quote", "Note": "item"}
"""By the type of a block: what the paragraphs in it are."""


def _is_attributes(value: list[Any]) -> bool:
    """Whether a list is an id, classes and pairs of a key and a value."""
    match value:
        case [str(), list(), list()]:
            return True
    return False


def _plain(attributes: list[Any]) -> list[Any]:
    """Attributes without those that Pandoc's writer takes for Typst's (``typst:…``)."""
    return [attributes[0], [], []]


def _text(text: str) -> Node:
    """A text that Typst shows letter by letter.

    Pandoc leaves ``...`` and ``-5`` as they are, which Typst turns into other characters, and ``.x`` after ``#strong[…]``,
    which it takes for a field of it. In Typst's markup any ASCII punctuation after a backslash is itself.
    """
    escaped = _PUNCTUATION.sub(r"\\\g<0>", text)
    return {"t": "Str", "c": text} if escaped == text else _typst(escaped)


_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def _typst(source: str) -> Node:
    """A piece of Typst source in a paragraph."""
    return {"t": "RawInline", "c": ["typst", source]}


def _quoted(text: str) -> str:
    """A text as a string of Typst's code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _link(content: list[Any], context: _Context) -> list[Node]:
    """A link, and for readers on paper its address."""
    attributes, inlines, (url, title) = content
    shown = _shown(inlines)
    body = _nodes(inlines, context)
    is_address = shown in {_bare(url), _bare(url.removeprefix("mailto:")), _bare(url.removeprefix("tel:"))}
    if is_address and context.right_to_left:
        # First strong isolates would do for most, but an address may begin with a digit.
        body = [{"t": "Str", "c": "\u2066"}, *body, {"t": "Str", "c": "\u2069"}]
    link = {"t": "Link", "c": [_plain(attributes), body, [url, title]]}
    if is_address or not context.addresses or not url.startswith(("https://", "http://")):
        return [link]
    return [link, _typst(f"#address({_quoted(url)}, {_quoted(context.addresses)})")]


def _shown(inlines: Sequence[Any]) -> str:
    """The letters of inlines, as `_bare` leaves those of an address."""
    letters: list[str] = []
    for node in inlines:
        match node:
            case {"t": "Str", "c": str(text)}:
                letters.append(text)
            case {"t": "Code", "c": [_, str(text)]}:
                letters.append(text)
            case {"t": "Space" | "SoftBreak" | "LineBreak"}:
                letters.append(" ")
            case {"c": [*_, list(inner)]} | {"c": list(inner)}:
                letters.append(_shown(inner))
    return _bare("".join(letters))


def _bare(address: str) -> str:
    """An address without what people leave out when they show it."""
    return re.sub(r"^https?://", "", address.translate(_ISOLATES)).removesuffix("/")


_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


def _span(content: list[Any], context: _Context) -> list[Node]:
    """A span within its block; only one that is left untranslated means something."""
    (_, classes, pairs), inlines = content
    if "untranslated" not in classes:
        return [{"t": "Span", "c": _nodes(content, context)}]
    return _untranslated(dict(pairs), inlines, replace(context, place="text"))


def _untranslated(pairs: dict[str, str], inlines: Sequence[Any], context: _Context) -> list[Node]:
    direction = "rtl" if pairs.get("dir") == "rtl" else "ltr"
    inside = _nodes(inlines, replace(context, right_to_left=direction == "rtl"))
    call = f"#untranslated({_quoted(pairs.get('lang', ''))}, {direction}, {_quoted(context.place)})["
    return [_typst(call), *inside, _typst("]")]


def _filling(inlines: Sequence[Any]) -> tuple[dict[str, str], Sequence[Any]] | None:
    """The attributes and inlines of a span that is left untranslated and fills its block."""
    match inlines:
        case [{"t": "Span", "c": [[_, [*classes], pairs], inside]}] if "untranslated" in classes:
            return dict(pairs), inside
    return None


def _paragraph(kind: str, content: list[Any], context: _Context) -> list[Node]:
    filling = _filling(content)
    return [{"t": kind, "c": _untranslated(*filling, context) if filling else _nodes(content, context)}]


def _heading(content: list[Any], context: _Context) -> list[Node]:
    level, attributes, inlines = content
    here = replace(context, place="heading", addresses="")
    filling = _filling(inlines)
    body = _untranslated(*filling, here) if filling else _nodes(inlines, here)
    return [{"t": "Header", "c": [level, _plain(attributes), body]}]


def _table(content: list[Any], context: _Context) -> list[Node]:
    attributes, caption, columns, head, *rest = content
    cells = replace(context, place="cell")
    heads = _nodes(head, replace(cells, addresses=""))
    rows = _nodes(rest, cells)
    return [{"t": "Table", "c": [_plain(attributes), _nodes(caption, context), columns, heads, *rows]}]


_REWRITERS: Mapping[str, Callable[[list[Any], _Context], list[Node]]] = {
    "Cite": lambda content, context: _nodes(content[1], context),
    "Header": _heading,
    "Image": lambda content, context: _nodes(content[1], context),
    "Link": _link,
    "Math": lambda content, _: [_text(content[1])],
    "Para": partial(_paragraph, "Para"),
    "Plain": partial(_paragraph, "Plain"),
    "RawBlock": lambda content, _: [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, content[1]]}],
    "RawInline": lambda content, _: [{"t": "Code", "c": [_NO_ATTRIBUTES, content[1]]}],
    "Span": _span,
    "Table": _table,
}
"""By the type of a node: what becomes of its content."""
