"""Different texts have different translations."""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.sentences import word_count
from pipeline.reading.terms import stems


def same_target(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Find translations that stand for two texts, as they do where clauses have slipped by one.

    Texts of a few words are left out, and texts that differ only in the forms of their words: a plural, a capital.
    """
    alike: dict[str, list[Pair]] = {}
    for pair in pairs:
        if word_count(pair.source.text) >= _CLAUSE:
            alike.setdefault(re.sub(r"\W+", " ", pair.target.text).strip().lower(), []).append(pair)
    for group in alike.values():
        first, *others = group
        different = [other for other in others if _words(other) != _words(first)]
        if different:
            yield _finding(first, different[0])
        yield from (_finding(other, first) for other in different)


_CLAUSE = 4
"""So many words are a clause; shorter texts are titles and items, of which two can have one translation."""


def _words(pair: Pair) -> tuple[str, ...]:
    return stems(pair.source.text, pair.brief.source)


def _finding(pair: Pair, other: Pair) -> Finding:
    return Finding(
        message=f"another text has the same translation: {quoted([other.unit.text])}, line {other.message.line}",
        hint="see which of the two it translates, and translate the other one",
        pair=pair,
    )
