"""Dates are the same days, however they are written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.check.phrase import unequal
from pipeline.check.rule import Finding, Pair
from pipeline.reading.dates import Date
from pipeline.reading.facts import Facts, facts


def date(pair: Pair) -> Iterator[Finding]:
    """Find dates that are lost, added or changed, each read as its language writes it."""
    source = facts(pair.source.text, pair.brief.source)
    target = facts(pair.target.text, pair.brief.target)
    lost, added = differing_dates(source, target)
    if not lost and not added:
        return
    yield Finding(
        message=unequal(_list(lost), _list(added), verb="names", noun="the date"),
        hint="write the source's date, in the way of the language",
        source=tuple(item.text for item in lost),
        target=tuple(item.text for item in added),
    )


def differing_dates(source: Facts, target: Facts) -> tuple[list[Date], list[Date]]:
    """Return the dates that only the source has, and those that only the translation has.

    A date that one side says again, or says with less (“5 April”, where the year stands elsewhere), is no difference.
    """
    one, other = source.dates, target.dates
    if one == other:
        return [], []
    lost, added = _without(one, other), _without(other, one)
    if not lost and not added and len(one) == len(other):
        lost = list((Counter(one) - Counter(other)).elements())
        added = list((Counter(other) - Counter(one)).elements())
    for item in list(lost):
        twin = next((candidate for candidate in added if _agree(item, candidate)), None)
        if twin is not None:
            lost.remove(item)
            added.remove(twin)
    if lost and added and _is_range(lost, target) and _is_range(added, source):
        return [], []
    return [item for item in lost if not _stands_in_figures(item, target)], [
        item for item in added if not _stands_in_figures(item, source)
    ]


def _without(dates: Iterable[Date], others: Iterable[Date]) -> list[Date]:
    """The dates that none of the others is, or says with less."""
    others = tuple(others)
    return [item for item in dates if item not in others]


def _agree(one: Date, other: Date) -> bool:
    """Whether two dates contradict each other in nothing, and share two of year, month and day."""
    fields = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    said = [(first, second) for first, second in fields if first is not None and second is not None]
    return len(said) > 1 and all(first == second for first, second in said)


def _is_range(dates: Iterable[Date], facts: Facts) -> bool:
    """Whether the days stand as numbers on the other side: “5–10 April” names one date in one language, another in another."""
    values = {number.value for number in facts.numbers}
    return all(item.day is not None and Decimal(item.day) in values for item in dates)


def _stands_in_figures(item: Date, facts: Facts) -> bool:
    """Whether all parts of a date stand as numbers on the other side, in a form that is not read as a date there."""
    values = {number.value for number in facts.numbers} | facts.said
    parts = [part for part in (item.year, item.month, item.day) if part is not None]
    return not facts.dates and all(Decimal(part) in values for part in parts)


def _list(dates: Iterable[Date]) -> str:
    return ", ".join(sorted({str(item) for item in dates}))
