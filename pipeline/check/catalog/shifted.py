"""A translation says what its own text says, not what the next one says.

A translation is held against its text and against the text before or behind: which of them shares its numbers, names, terms
and marks, and which has the length that it should have? A run of translations that all fit their neighbour better has slipped.
The lengths are compared as in W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora (1993), with the
catalog's own ratio.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from statistics import median

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.facts import facts
from pipeline.reading.terms import occurrences, present


def shifted(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Find translations that belong to the text before or behind theirs.

    Args:
        pairs: the finished translations of one document, in the order of its units, each text once.
    """
    if len(pairs) < _FEWEST:
        return
    held = [
        _Held(
            source=_of_source(pair),
            target=_of_target(pair),
            source_size=_size(pair.source.text),
            target_size=_size(pair.target.text),
        )
        for pair in pairs
    ]
    ratio = median(both.target_size / both.source_size for both in held)
    own = [_cost(both, both, ratio) for both in held]
    seen: set[int] = set()
    for step in (1, -1):
        gains = [_gain(held, own, place, step, ratio) for place in range(len(held))]
        for start, end in _runs(gains):
            for place in range(start, end):
                if place not in seen:
                    seen.add(place)
                    yield _finding(pairs[place], pairs[place + step], step)


Sign = tuple[str, str]
"""Something that both languages show alike: its kind, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a text and its translation are held against others with."""

    source: frozenset[Sign]
    target: frozenset[Sign]
    source_size: int
    target_size: int


def _of_source(pair: Pair) -> frozenset[Sign]:
    text, brief = pair.source.text, pair.brief
    counts = occurrences((term.source for term in brief.terms), text, brief.source)
    terms = {("term", term) for term, count in counts.items() if count}
    names = {("name", name) for name in brief.untouched if name in text}
    return frozenset((*_figures(text, brief.source), *_marks(pair.source.markup), *terms, *names))


def _of_target(pair: Pair) -> frozenset[Sign]:
    text, brief = pair.target.text, pair.brief
    found = present(frozenset(term.target for term in brief.terms), text, brief.target) if brief.terms else ()
    terms = {("term", term.source) for term in brief.terms if term.target in found}
    names = {("name", name) for name in brief.untouched if name in text}
    return frozenset((*_figures(text, brief.target), *_marks(pair.target.markup), *terms, *names))


@lru_cache(maxsize=1024)
def _figures(text: str, locale: str) -> Iterable[Sign]:
    """What a text states; a source is held against the translations of each language."""
    known = facts(text, locale)
    return (
        *[("number", str(number.value)) for number in known.numbers],
        *[("date", str(date)) for date in known.dates],
        *[("address", address) for address in (*known.addresses.web, *known.addresses.phones)],
    )


def _marks(markup: Sequence[str]) -> Iterable[Sign]:
    return [("markup", f"{name} {markup.count(name)}") for name in set(markup)]


def _gain(held: Sequence[_Held], own: Sequence[float], place: int, step: int, ratio: float) -> float:
    """How much better a translation fits its neighbour's text than its own; below zero where its own fits better."""
    if not 0 <= place + step < len(held):
        return -_DISAGREE
    return own[place] - _cost(held[place + step], held[place], ratio)


def _cost(source: _Held, target: _Held, ratio: float) -> float:
    """How badly a text and a translation fit: from 0 to about 2."""
    length = min(abs(log(target.target_size / (ratio * source.source_size))), 1.0)
    if source.source == target.target:
        return length
    both = source.source | target.target
    return length + _DISAGREE * (1 - len(source.source & target.target) / len(both))


def _runs(gains: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The runs in which translations fit their neighbours better by much: those of the largest sums, found in one pass."""
    start, total, best, end = 0, 0.0, 0.0, 0
    for place, gain in enumerate((*gains, -float("inf"))):
        total += gain
        if total > best:
            best, end = total, place + 1
        if total <= 0 or best - total > _DISAGREE:
            if best >= _CERTAIN and best >= _EACH * (end - start):
                yield start, end
            start, total, best, end = place + 1, 0.0, 0.0, place + 1


def _size(text: str) -> int:
    return len(text) + _SMOOTH


def _finding(pair: Pair, other: Pair, step: int) -> Finding:
    where = "next" if step > 0 else "previous"
    return Finding(
        message=f"this looks like the translation of the {where} text, line {other.message.line}: {quoted([other.unit.text])}",
        hint="compare it with its text; a paragraph may have been divided or joined in the source",
        pair=pair,
    )


_FEWEST = 3
_SMOOTH = 8
"""Added to each length, so that a letter more or less does not count in short texts."""
_DISAGREE = 1.0
"""What it costs to share no sign at all."""
_CERTAIN = 1.2
"""The least that a run gains in all."""
_EACH = 0.3
"""The least that a run gains for each of its translations."""
