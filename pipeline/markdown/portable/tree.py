"""Blocks as a tree, and the same as the tokens that the writer takes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from pipeline.markdown.inline import WORD_JOINER

LISTS = {"bullet_list", "ordered_list"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block."""

    kind: str
    """The type of its tokens, before ``_open`` and ``_close``."""
    tag: str
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    text: Sequence[Token] | None = None
    """Its inline tokens, if it is a block of text."""
    held: Sequence["Block"] = ()
    """The blocks in it, if it is a container."""
    code: str | None = None
    """Its letters, if it is a block of code."""
    is_bare: bool = False
    """Whether its text stands in a list item without a paragraph of its own."""


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Make one of two bullet lists in a row, since readers do not agree that they are two."""
    done: list[Block] = []
    for block in blocks:
        if done and block.kind == done[-1].kind == "bullet_list":
            done[-1] = replace(done[-1], held=(*done[-1].held, *block.held))
        else:
            done.append(block)
    return done


def flattened(blocks: Iterable[Block]) -> list[Token]:
    """Return the tokens of blocks, headings with levels from 1 that skip none."""
    level = 0
    tokens: list[Token] = []
    for block in blocks:
        if block.kind == "heading":
            level = max(1, min(int(block.tag[1]), level + 1))
            tokens += _tokens(replace(block, tag=f"h{level}"))
        else:
            tokens += _tokens(block)
    return tokens


def nothing() -> Token:
    """Return what stands where a text must be and there is none."""
    return Token("text", "", 0, content=WORD_JOINER)


def _tokens(block: Block, *, hidden: bool = False) -> Iterator[Token]:
    attributes: dict[str, str | int | float] = dict(block.attributes)
    if block.kind == "hr":
        yield Token("hr", "hr", 0, markup="---", block=True)
        return
    if block.code is not None:
        info = str(block.attributes.get("info", ""))
        yield Token("fence", "code", 0, content=block.code, info=info, markup="```", block=True)
        return
    markup = {"bullet_list": "-", "ordered_list": "."}.get(block.kind, "")
    yield Token(f"{block.kind}_open", block.tag, 1, attributes, markup=markup, block=True, hidden=hidden)
    if block.text is not None:
        yield Token("inline", "", 0, children=list(block.text), block=True)
    if block.kind in LISTS:
        yield from _items(block)
    else:
        for held in block.held:
            yield from _tokens(held)
    yield Token(f"{block.kind}_close", block.tag, -1, markup=markup, block=True, hidden=hidden)


def _items(block: Block) -> Iterator[Token]:
    """The items of a list, each with a text at its beginning where a reader would misread it without."""
    items = [_supported(list(item.held)) for item in block.held]
    tight = _is_tight(items)
    if not tight and [kind for item in items for kind in _kinds(item)].count("paragraph") == 1:
        last = items[-1]
        # pandoc takes the only paragraph of a list, at its end, for a text without a paragraph.
        items[-1] = [_EMPTY, *last] if last[-1].kind == "paragraph" and len(last) > 1 else last
        if last[-1].kind == "paragraph" and len(last) == 1:
            items[0] = [_EMPTY, *items[0]]
    for item in items:
        yield Token("list_item_open", "li", 1, block=True)
        for held in item:
            yield from _tokens(held, hidden=tight and held.kind == "paragraph")
        yield Token("list_item_close", "li", -1, block=True)


def _kinds(item: Sequence[Block]) -> Sequence[str]:
    return [block.kind for block in item]


def _supported(item: list[Block]) -> list[Block]:
    """An item that begins with a text, if it holds nothing or begins with what cannot stand right behind its mark."""
    if not item or item[0].kind in {"table", "hr", "fence"}:
        return [_EMPTY, *item]
    text = item[0].text
    if text and _TASK.match(text[0].content):  # pandoc takes even an escaped box for a task
        return [replace(item[0], text=(nothing(), *text)), *item[1:]]
    return item


_TASK = re.compile(r"\[[ xX]\](?: |$)")
_EMPTY = Block(kind="paragraph", tag="p", text=(nothing(),), is_bare=True)


def _is_tight(items: Sequence[Sequence[Block]]) -> bool:
    """Whether all that a list's items hold is a text without a paragraph of its own, and lists behind it."""
    return all(item[0].is_bare and all(below.kind in LISTS for below in item[1:]) for item in items)
