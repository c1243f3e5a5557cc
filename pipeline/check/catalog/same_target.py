"""Different texts have different translations."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

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
        for one, other in combinations(group, 2):
            if stems(one.source.text, one.brief.source) != stems(other.source.text, other.brief.source):
                yield from (_finding(one, other), _finding(other, one))


_CLAUSE = 4
"""So many words are a clause; shorter texts are titles and items, of which two can have one translation."""


def _finding(pair: Pair, other: Pair) -> Finding:
    return Finding(
        message=f"another text has the same translation: {quoted([other.unit.text])}, line {other.message.line}",
        hint="see which of the two it translates, and translate the other one",
        pair=pair,
    )
