"""All that a text states in figures, read once: each kind takes out what it knows before the next one looks."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipeline.reading.addresses import Addresses, addresses
from pipeline.reading.clauses import Clause, clauses
from pipeline.reading.dates import Date, dates
from pipeline.reading.numbers import Number, numbers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text states."""

    addresses: Addresses
    dates: tuple[Date, ...]
    clauses: tuple[Clause, ...]
    numbers: tuple[Number, ...]
    """The numbers outside addresses and dates; those of clause references are among them."""
    numbers_outside_clauses: tuple[Number, ...]
    locale: str
    """What it was read in."""

    @property
    def said(self) -> frozenset[Decimal]:
        """The numbers that it says in words or numerals; read only when they are asked for, as few texts are."""
        return _said(self.addresses.rest, self.locale)


@lru_cache(maxsize=1024)
def _said(text: str, locale: str) -> frozenset[Decimal]:
    return said(text, locale)


@lru_cache(maxsize=1024)
def facts(text: str, locale: str) -> Facts:
    """Read what a text, as a reader sees it, states in its language."""
    reached = addresses(text)
    named = dates(reached.rest, locale)
    if not _FIGURE.search(reached.rest):
        return Facts(
            addresses=reached, dates=named, clauses=(), numbers=(), numbers_outside_clauses=(), locale=locale
        )
    undated = _without(reached.rest, [(date.start, date.text) for date in named])
    referred = clauses(undated, locale)
    outside = _without(undated, [(clause.start, clause.text) for clause in referred])
    named_in_digits = numbers(undated, locale)
    return Facts(
        addresses=reached,
        dates=named,
        clauses=referred,
        numbers=named_in_digits,
        numbers_outside_clauses=numbers(outside, locale) if referred else named_in_digits,
        locale=locale,
    )


_FIGURE = re.compile(r"[\d第]")
"""Clauses and numbers have one: most texts have none, and need no closer look."""


def _without(text: str, found: list[tuple[int, str]]) -> str:
    for start, part in found:
        text = text[:start] + "\ufffc" * len(part) + text[start + len(part) :]
    return text
