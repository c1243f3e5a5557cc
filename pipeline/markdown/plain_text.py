"""Texts that are nothing but their letters, for the writer and for whoever reads what it has written."""

import re
from functools import lru_cache

from markdown_it.token import Token

from pipeline.markdown.inline import is_literal


def plain_text(slot: Token, block: str) -> str | None:
    """Return a slot's text, if it is nothing but its letters in that block."""
    children = slot.children or []
    is_text = len(children) == 1 and children[0].type == "text"
    return children[0].content if is_text and is_plain(children[0].content, block) else None


@lru_cache(maxsize=1 << 12)
def is_plain(text: str, block: str) -> bool:
    """Whether a text is nothing but its letters, in its block and for the writer: so it comes back."""
    return is_literal(text) and is_line(text, block)


def is_line(text: str, block: str) -> bool:
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
