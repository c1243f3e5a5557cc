"""Marks that come in pairs, in a source: those without a partner in their own text or in the next one."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Passage, Source, excerpt, located, word_at
from pipeline.model import Kind

Stray = tuple[Passage, int]
"""A text, and where in it a mark stands."""


def unpaired(
    source: Source, find: Callable[[str], Sequence[int]], closing: Callable[[str, str], bool]
) -> Iterator[Stray]:
    """Walk the marks without partner.

    A mark that one paragraph opens and the next one closes has its partner, and so has the first of those that quoted
    paragraphs begin with, of which the last alone is closed. Damaged texts are passed over: what looks like a quotation mark
    there may be half a letter.

    Args:
        source: the source.
        find: finds where such marks stand in a text.
        closing: tells whether the second of two marks closes the first.
    """
    strays = [(passage, [] if passage.damage else list(find(passage.text))) for passage in source.passages]
    for (passage, positions), (following, first) in pairwise([*strays, (None, [])]):
        if passage is None:
            continue
        if following and positions and {passage.unit.kind, following.unit.kind} <= _RUNNING:
            mark = passage.text[positions[-1]]
            if _is_quoted_on(passage.text, positions[-1], following.text, closing):
                positions.pop()
            elif first and closing(mark, following.text[first[0]]) and _opens(passage.text, positions[-1]):
                positions.pop()
                first.pop(0)
        yield from ((passage, position) for position in positions)


def finding(source: Source, stray: Stray, name: str) -> Finding:
    """Say that a mark has no partner, with the words around it."""
    passage, position = stray
    around = excerpt(passage.text, position, position + 1)
    word = word_at(passage.text, position)
    mark = passage.text[position]
    return Finding(
        message=f"the {name} {mark} has no partner in “{around}”",
        hint="write its partner, or delete it",
        source=(word,),
        line=located(source, passage, around.strip("…"), word, mark),
    )


_RUNNING = {Kind.PARAGRAPH, Kind.LIST_ITEM}


def _opens(text: str, position: int) -> bool:
    """Whether a mark stands as one that opens: something follows right behind it."""
    return text[position + 1 : position + 2].strip(" \n") != ""


def _is_quoted_on(text: str, position: int, following: str, closing: Callable[[str, str], bool]) -> bool:
    """Whether a paragraph is quoted from its beginning to its end, and the quotation goes on in the next one."""
    mark = text[position]
    if text[:position].strip(" ") or not following.startswith(mark):
        return False
    inner = following[1:].rstrip(" .,;:")
    return not any(closing(mark, one) for one in inner[:-1])
