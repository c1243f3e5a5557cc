"""The inline Markdown of one text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipeline.markdown.dialect import MARKUP, NESTING, parser

References = Mapping[str, Mapping[str, Any]]
"""The link reference definitions of a document, by normalized label."""

BLANKS = re.compile(r"[ \t\n\v\f]+")
"""A run of what HTML shows as one space. NBSP and other spaces of Unicode are letters here, as in CommonMark."""

_LONE_RETURN = re.compile(r"\r(?!\n)")
"""The parser would take it for a line end, which a catalog writes as a line feed."""

WORD_JOINER = "\u2060"
"""No width, no break, and neither a letter nor punctuation: between the two it changes nothing that a reader sees."""

_OPENING = {"em_open", "strong_open"}
_CLOSING = {"em_close", "strong_close"}


def inline(text: str, references: References) -> list[Token]:
    """Parse a folded text: a newline is a hard line break, a run of blanks one space, outer blanks nothing."""
    if is_literal(text):
        return literal(text)
    return parsed(text, references) if references else list(_parsed_alone(text))


@lru_cache(maxsize=1 << 10)
def _parsed_alone(text: str) -> tuple[Token, ...]:
    """A text that no definition of a link can change: it is proved, looked into and put into its slot, one after the other."""
    return tuple(parsed(text, {}))


def parsed(text: str, references: References) -> list[Token]:
    """Return what `inline` does, by the parser."""
    text = _LONE_RETURN.sub(" ", text)
    container = _parser().parseInline(text.strip(" \t\n"), {"references": references})[0]
    children = container.children or []
    if deepest(children) > NESTING:
        children = [Token("text", "", 0, content=text)]
    return settle(children, line_end=Token("hardbreak", "br", 0))


def is_literal(text: str) -> bool:
    """Whether a text holds no markup: where no rule of the inline parser may match, and the parser replaces no character."""
    return not MARKUP.search(text) and "\r" not in text and "\0" not in text


def literal(text: str) -> list[Token]:
    """Return what `inline` does for a text without markup: its letters, settled."""
    content = settled(text)
    return [Token("text", "", 0, content=content)] if content else []


def settled(text: str) -> str:
    """Return what a reader sees of a text without markup."""
    return text if is_settled(text) else BLANKS.sub(" ", text).strip(" ")


def is_settled(text: str) -> bool:
    """Whether a text is one line, with single blanks between its words and none around it."""
    return not ("  " in text or _ODD_BLANK.search(text) or text[:1] == " " or text[-1:] == " ")


_ODD_BLANK = re.compile(r"[\t\n\v\f\r\0]")
"""What is no blank to a reader, or what the parser does not take as it is."""


def deepest(children: Iterable[Token]) -> int:
    """Return how deep markup nests; beyond `NESTING` a text is taken literally, for what walks it would never return."""
    depths = accumulate((child.nesting for child in children), initial=0)
    return max(depths)


def shown(children: Iterable[Token]) -> str:
    """Return what a reader sees of inline tokens, without markup; of an image, the text that stands for it."""
    return "".join(
        " "
        if _BREAK.match(token.content) and token.type == "html_inline"
        else _SHOWN.get(token.type, token.content)
        for token in flat(children)
    )


def flat(tokens: Iterable[Token]) -> Iterator[Token]:
    """Walk tokens and what is inside them: the text of an image is among its children."""
    for token in tokens:
        yield token
        yield from flat(token.children or ())


_SHOWN = {"html_inline": "", "softbreak": " ", "hardbreak": " ", "image": ""}
"""What stands for the tokens whose content is not shown."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def settle(children: Iterable[Token], *, line_end: Token) -> list[Token]:
    """Bring inline tokens to one form, so that equal texts are equal tokens.

    Args:
        children: what the inline parser gave; text tokens among them are changed in place.
        line_end: what stands for a newline that is no hard line break yet.
    """
    children = tuple(children)
    if all(child.type == "text" for child in children):
        return literal("".join(child.content for child in children))
    tokens: list[Token] = []
    parts: list[str] = []
    for child in (*children, None):
        token = line_end.copy() if child is not None and child.type == "softbreak" else child
        if token is not None and token.type == "text":
            parts.append(token.content)
            continue
        if parts:
            tokens.append(Token("text", "", 0, content=BLANKS.sub(" ", "".join(parts))))
            parts = []
        if token is not None:
            tokens.append(token)
    for token, before, after in zip(tokens, [None, *tokens], [*tokens[1:], None], strict=False):
        if token.type == "text":
            content = token.content.lstrip(" ") if _is_edge(before) else token.content
            content = content.rstrip(" ") if _is_edge(after) else content
            # The writer puts these beside emphasis, for readers whose rule for its marks needs them.
            content = content.removeprefix(WORD_JOINER) if before and before.type in _CLOSING else content
            token.content = content.removesuffix(WORD_JOINER) if after and after.type in _OPENING else content
    return [token for token in tokens if token.type != "text" or token.content]


def _is_edge(neighbour: Token | None) -> bool:
    """Whether a line of the block begins or ends at this neighbour, so that blanks there show nothing."""
    return neighbour is None or neighbour.type == "hardbreak"


@cache
def _parser() -> MarkdownIt:
    return parser()
