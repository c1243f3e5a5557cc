"""Whether two bodies give the same HTML, told from their tokens, without writing it."""

from collections.abc import Sequence
from itertools import starmap

from markdown_it.token import Token

from pipeline.markdown.dialect import DIRECTIVE
from pipeline.markdown.skeleton import Skeleton


def alike(one: Skeleton, other: Skeleton) -> bool:
    """Return whether two bodies have all in common that `html` shows, when it marks nothing; if not, only `html` can tell."""
    mine, others = _shown(one), _shown(other)
    return len(mine) == len(others) and all(starmap(_alike, zip(mine, others, strict=True)))


def _shown(body: Skeleton) -> Sequence[Token]:
    return [token for token in body.tokens if token.type != DIRECTIVE]


def _alike(one: Token, other: Token) -> bool:
    """Whether two tokens differ only in where they stood, and in how their marks were written."""
    return (
        one.type == other.type
        and one.content == other.content
        and one.tag == other.tag
        and one.nesting == other.nesting
        and one.hidden == other.hidden
        and one.attrs == other.attrs
        and one.info == other.info
        and one.block == other.block
        and one.meta.get("task") == other.meta.get("task")
        and one.children == other.children
    )
