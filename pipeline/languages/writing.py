"""How dates and numbers are written in a language, as CLDR has it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import format_date, tokenize_pattern
from babel.numbers import get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from pipeline.languages.names import nearest

Field = tuple[str, str | int]
"""A piece of a date pattern: ``("y", 1)`` a field and its width, or ``("", " de ")`` a literal text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForms:
    """How a language writes dates."""

    months: Mapping[str, int]
    """The names of the months, full and abbreviated, without their points and in small letters, and their numbers."""
    patterns: tuple[tuple[Field, ...], ...]
    """Patterns of year, month and day, or of two of them, without weekdays and eras."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMarks:
    """What parts the digits of a number."""

    decimal: str
    group: str


def long_date(date: datetime.date, locale: str) -> str:
    """Write a date in CLDR's long form: ``2021년 4월 5일``."""
    return format_date(date, format="long", locale=nearest(locale))


def file_size(size: int, locale: str) -> str:
    """Write the size of a file, in bytes, in whole kilobytes or in megabytes of a million: ``12 kB``, ``1.2 MB``."""
    if size < _MEGABYTE:
        return format_unit(max(round(size / 1000), 1), "digital-kilobyte", "short", locale=nearest(locale))
    return format_unit(round(size / _MEGABYTE, 1), "digital-megabyte", "short", locale=nearest(locale))


_MEGABYTE = 1_000_000


@cache
def date_forms(locale: str, *more: str) -> DateForms:
    """Return how a locale writes dates.

    Args:
        locale: a canonical POSIX name.
        more: patterns in CLDR's notation (UTS 35, part 4), for forms that people use and CLDR does not list.
    """
    months = {
        name.rstrip(".").lower(): number
        for known in (nearest(locale), *_cousins(locale))
        for number, name in _months(known)
        if not name.rstrip(".").isdecimal()
    }
    known = nearest(locale)
    skeletons = (known.datetime_skeletons.get(key) for key in _SKELETONS)
    patterns = [*(known.date_formats[key] for key in _LENGTHS), *filter(None, skeletons)]
    shapes = [_shape(pattern) for pattern in (*(str(pattern.pattern) for pattern in patterns), *more)]
    return DateForms(months=months, patterns=tuple(dict.fromkeys(shapes)))


@cache
def number_marks(locale: str) -> NumberMarks:
    """Return what parts the digits of a number in a locale."""
    known = nearest(locale)
    return NumberMarks(decimal=get_decimal_symbol(known), group=get_group_symbol(known))


_LENGTHS = ("long", "medium", "short")
_SKELETONS = ("yMMMMd", "yMMMd", "yMd", "yMMMM", "yMMM", "MMMMd", "MMMd")

_REGIONS = {"ar": ("ar_SY", "ar_DZ", "ar_MA"), "en": ("en_GB",)}
"""Regions whose names of the months readers of the language know as well."""


def _cousins(locale: str) -> Iterator[Locale]:
    return (nearest(region) for region in _REGIONS.get(locale.split("_", maxsplit=1)[0], ()))


def _months(known: Locale) -> Iterator[tuple[int, str]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from known.months[context][width].items()


def _shape(pattern: str) -> tuple[Field, ...]:
    """A pattern as fields and literals, without direction marks, which say nothing of the date."""
    pieces: list[Field] = []
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, tuple):
            letter, width = value
            pieces.append(("M" if letter == "L" else str(letter), int(width)))
        else:
            text = str(value).replace("\u200f", "").replace("\u200e", "")
            pieces += [("", text)] if text else []
    return tuple(pieces)
