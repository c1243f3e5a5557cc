"""The dialect, and the inline Markdown of one text."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

References = Mapping[str, Mapping[str, Any]]
"""The link reference definitions of a document, by normalized label."""

BLANKS = re.compile(r"[ \t\n]+")
"""A run of what HTML shows as one space. NBSP and other spaces of Unicode are letters here, as in CommonMark."""


def parser() -> MarkdownIt:
    """Return a new parser for the dialect: CommonMark with GFM tables and strikethrough."""
    return MarkdownIt("commonmark", {"store_labels": True}).enable(["table", "strikethrough"])


def inline(text: str, references: References) -> list[Token]:
    """Parse a folded text: a newline is a hard line break, a run of blanks one space, outer blanks nothing."""
    container = _parser().parseInline(text.strip(" \t\n"), {"references": references})[0]
    return settle(container.children or [], line_end=Token("hardbreak", "br", 0))


def settle(children: Iterable[Token], *, line_end: Token) -> list[Token]:
    """Bring inline tokens to one form, so that equal texts are equal tokens.

    Args:
        children: what the inline parser gave; text tokens among them are changed in place.
        line_end: what stands for a newline that is no hard line break yet.
    """
    tokens: list[Token] = []
    for child in children:
        token = line_end.copy() if child.type == "softbreak" else child
        if token.type == "text" and tokens and tokens[-1].type == "text":
            tokens[-1].content = BLANKS.sub(" ", tokens[-1].content + token.content)
            continue
        if token.type == "text":
            token.content = BLANKS.sub(" ", token.content)
        tokens.append(token)
    for token, before, after in zip(tokens, [None, *tokens], [*tokens[1:], None], strict=False):
        if token.type == "text":
            token.content = token.content.lstrip(" ") if _is_edge(before) else token.content
            token.content = token.content.rstrip(" ") if _is_edge(after) else token.content
    return [token for token in tokens if token.type != "text" or token.content]


def _is_edge(neighbour: Token | None) -> bool:
    """Whether a line of the block begins or ends at this neighbour, so that blanks there show nothing."""
    return neighbour is None or neighbour.type == "hardbreak"


@cache
def _parser() -> MarkdownIt:
    return parser()
