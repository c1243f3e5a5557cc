"""What was written is read again: a text that would come back different is never published."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from pipeline.markdown.alike import alike
from pipeline.markdown.html import html
from pipeline.markdown.inline import References, inline, is_literal
from pipeline.markdown.parse import LONGEST, parse
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.write import markdown, write_inline


def comes_back(skeleton: Skeleton, written: str) -> bool:
    """Whether Markdown reads back to the same HTML as the skeleton that it was written from."""
    read = parse(written, longest=_LONGEST_WRITTEN)
    return alike(read, skeleton) or html(read) == html(skeleton)


_LONGEST_WRITTEN = 10 * LONGEST
"""Escapes and entities make a text longer than it was."""


def survives(text: str, block: str, references: References) -> bool:
    """Whether one folded text, alone in a block of that HTML tag (``p``, ``h1`` to ``h6``, ``th``, ``td``), comes back."""
    if is_plain(text, block):
        return True
    return _survives_alone(text, block) if not references else proved(text, block, references)


def is_plain(text: str, block: str) -> bool:
    """Whether a text is nothing but its letters, in its block and for the writer: so it comes back."""
    return is_literal(text) and _is_line(text, block)


def is_written_as_it_is(text: str, block: str) -> bool:
    """Whether the writer changes nothing of a text on one line, which then is read again as it was read before."""
    return _is_line(text, block) and write_inline(inline(text, {}), {}) == text


def _is_line(text: str, block: str) -> bool:
    """Whether a text is one line, of which its block takes nothing for a mark of its own.

    In a heading and in a cell it stands behind a mark: only in a paragraph can it begin a list, a quotation or a fence.
    """
    return (
        bool(text)
        and not _is_edge_lost(text[0])
        and not _is_edge_lost(text[-1])
        and not _NO_LINE.search(text)
        and "{#" not in text
        and not (block == "p" and _MARK.match(text))
    )


def _is_edge_lost(letter: str) -> bool:
    """Whether a letter at an end of a text is white space, or may be the closing mark of a heading."""
    return letter == "#" or letter.isspace()


_NO_LINE = re.compile(r"[|\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""The border of a cell, or what some reader takes for the end of a line."""
_MARK = re.compile(r"(?![*_]{1,3}\w)[!#-'*-/:-@[-`{-~]|[0-9]+[.)]")
"""What a block may begin with, for one reader or another; or an item of a list."""


@lru_cache(maxsize=1 << 11)
def _survives_alone(text: str, block: str) -> bool:
    """The same for a text that no definition of a link can change; it is proved once, wherever it stands."""
    return is_written_as_it_is(text, block) or proved(text, block, {})


def proved(text: str, block: str, references: References) -> bool:
    """Return what `survives` does, by writing the text in its block and reading it."""
    tokens = tuple(Token(*shape, block=True) for shape in _SHELLS[block])
    slot = next(index for index, token in enumerate(tokens) if token.type == "inline")
    tokens[slot].children = []
    skeleton = Skeleton(tokens=tokens, references=references).fill({(slot,): text})
    return comes_back(skeleton, markdown(skeleton))


_Shape = tuple[str, str, Any]


def _shell(*blocks: tuple[str, str]) -> Sequence[_Shape]:
    opened: list[_Shape] = [(f"{name}_open", tag, 1) for name, tag in blocks]
    closed: list[_Shape] = [(f"{name}_close", tag, -1) for name, tag in reversed(blocks)]
    return (*opened, ("inline", "", 0), *closed)


_SHELLS: Mapping[str, Sequence[_Shape]] = {
    "p": _shell(("paragraph", "p")),
    **{
        tag: _shell(("table", "table"), ("thead", "thead"), ("tr", "tr"), ("th", "th"))
        for tag in ("th", "td")
    },
    **{f"h{level}": _shell(("heading", f"h{level}")) for level in range(1, 7)},
}
