"""The dates in an English text: stands here until the room for reading knows dates of all languages."""

import re
from dataclasses import dataclass

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_SHAPES = (
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    rf"{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_YEAR}",
    rf"{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH}",
)
_DATES = [re.compile(rf"(?<![\w-]){shape}(?![\w-])", re.IGNORECASE) for shape in _SHAPES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date, as far as it is said."""

    year: int | None
    month: int | None
    day: int | None
    text: str


def dates(text: str, locale: str) -> tuple[Date, ...]:
    """Return the dates of a text, in its order; none for another language than English."""
    if locale.split("_", maxsplit=1)[0] != "en":
        return ()
    found: dict[int, Date] = {}
    taken: list[tuple[int, int]] = []
    for shape in _DATES:
        for match in shape.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                found[match.start()] = _date(match)
    return tuple(found[start] for start in sorted(found))


def _date(match: re.Match[str]) -> Date:
    said = match.groupdict()
    month = said["month"]
    number = int(month) if month.isdigit() else [name[:3] for name in _MONTHS].index(month.lower()[:3]) + 1
    year, day = said.get("year"), said.get("day")
    return Date(year=int(year) if year else None, month=number, day=int(day) if day else None, text=match[0])
