"""Numbers are the same, in whatever digits, numerals or words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.check.phrase import quoted, unequal
from pipeline.check.rule import Finding, Pair
from pipeline.check.translation.date import differing_dates
from pipeline.reading.dates import Date
from pipeline.reading.digits import has_digit
from pipeline.reading.facts import Facts, facts
from pipeline.reading.numbers import Number, contradictions, numbers
from pipeline.reading.terms import occurrences


def number(pair: Pair) -> Iterator[Finding]:
    """Find numbers in digits that are lost, added or changed.

    A number that the other side says in words or numerals is there; one that is said again changes nothing; those of dates,
    addresses and clause references have rules of their own; and a term's own digits are the glossary's.
    """
    if not has_digit(pair.source.text) and not has_digit(pair.target.text):
        return
    source = facts(pair.source.text, pair.brief.source)
    bare, of_terms = _without_terms(pair)
    target = facts(bare, pair.brief.target)
    both = bool(source.clauses and target.clauses)
    here, there = _compared(source, outside=both), _compared(target, outside=both)
    lost_dates, added_dates = differing_dates(source, target)
    of_dates = set(_parts((*lost_dates, *added_dates)))
    lost = [item for item in _only(here, there) if item.value not in target.said | of_dates | of_terms]
    added = [item for item in _only(there, here) if item.value not in source.said | of_dates]
    twice = contradictions(pair.target.text, pair.brief.target)
    if twice and not contradictions(pair.source.text, pair.brief.source):
        yield Finding(
            message=f"a word and the digits behind it say two numbers: {quoted(twice)}",
            hint="write the same number in both",
            target=twice,
        )
    if not lost and not added:
        return
    yield Finding(
        message=unequal(_list(lost), _list(added), verb="says", noun="the number"),
        hint="write the source's number; a term with a digit in it belongs into the glossary",
        source=tuple(item.text for item in lost),
        target=tuple(item.text for item in added),
    )


def _compared(known: Facts, *, outside: bool) -> tuple[Number, ...]:
    """The numbers to compare: with those of clause references, if only one side has such references."""
    return known.numbers_outside_clauses if outside else known.numbers


def _only(numbers: tuple[Number, ...], others: tuple[Number, ...]) -> list[Number]:
    """The numbers that the others lack; and, if there are as many, those that stand there less often."""
    here, there = Counter(numbers), Counter(others)
    if len(numbers) == len(others):
        return list((here - there).elements())
    return [item for item in here if item not in there]


def _parts(dates: Iterable[Date]) -> Iterator[Decimal]:
    for item in dates:
        yield from (Decimal(part) for part in (item.year, item.month, item.day) if part is not None)


def _without_terms(pair: Pair) -> tuple[str, set[Decimal]]:
    """The translation without terms that have a digit, where the source has the term; and the numbers in those terms."""
    text, values = pair.target.text, set[Decimal]()
    for term in pair.brief.terms:
        numbered = any(letter.isdecimal() for letter in term.target)
        if numbered and occurrences((term.source,), pair.source.text, pair.brief.source)[term.source]:
            text = text.replace(term.target, "\ufffc" * len(term.target))
            found = numbers(term.target, pair.brief.target)
            values.update(item.value for item in found if isinstance(item.value, Decimal))
    return text, values


def _list(numbers: Iterable[Number]) -> str:
    return ", ".join(dict.fromkeys(str(item.text) for item in numbers))
