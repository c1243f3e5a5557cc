"""Brackets without a partner."""

import re
from collections.abc import Iterator, Sequence

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.marks import stray_brackets


def brackets(pair: Pair) -> Iterator[Finding]:
    """Find brackets that the translation opens and does not close, or the other way round, where the source's all pair.

    What only closes behind a letter or a number, as in “point a)”, is a way of writing a reference.
    """
    found = _strays(pair.target.text)
    if found and not _strays(pair.source.text):
        yield Finding(
            message=f"a bracket has no partner: {quoted(found)}",
            hint="write its partner, or delete it",
            target=tuple(found),
        )


def _strays(text: str) -> Sequence[str]:
    return [
        text[place]
        for place in stray_brackets(text)
        if not _REFERENCE.search(text[max(place - _NEAR, 0) : place + 1])
    ]


_NEAR = 6
"""So many letters before a bracket decide."""

_REFERENCE = re.compile(r"(?<![\w(])(?:[a-z]{1,4}|\d{1,3}|[^\W\d_])[)）]$", re.IGNORECASE)
