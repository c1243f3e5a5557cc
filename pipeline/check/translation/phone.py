"""Telephone numbers are those of the source."""

from collections.abc import Iterator

from pipeline.check.phrase import quoted, unequal
from pipeline.check.rule import Finding, Pair
from pipeline.reading.addresses import addresses, phone_digits


def phone(pair: Pair) -> Iterator[Finding]:
    """Find telephone numbers that differ; a number may have its country's code on one side only."""
    source = addresses(pair.source.text).phones
    target = addresses(pair.target.text).phones
    if source == target:
        return
    added = tuple(number for number in target if not any(_is_same(number, other) for other in source))
    lost = tuple(number for number in source if not any(_is_same(number, other) for other in target))
    if not added and not lost:
        return
    yield Finding(
        message=unequal(
            quoted(lost), quoted(added), verb="has the telephone number", noun="the telephone number"
        ),
        hint="copy the number from the source",
        source=lost,
        target=added,
    )


def _is_same(one: str, other: str) -> bool:
    first, second = sorted((phone_digits(one), phone_digits(other)), key=len)
    return second == first or (len(first) >= _LOCAL and second.endswith(first))


_LOCAL = 7
"""A number without its country's code has so many digits at least."""
