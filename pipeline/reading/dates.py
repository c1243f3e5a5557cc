"""The dates that a text names, read with the patterns of its language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.languages import date_forms
from pipeline.languages.writing import Field
from pipeline.reading.digits import HAN, numeral, western


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date, or as much of one as a text says."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    text: str = field(default="", compare=False)
    """How it is written."""
    start: int = field(default=0, compare=False)
    """Where it begins in the text."""

    def __str__(self) -> str:
        """``2021-04-05``, with ``????`` or ``??`` for what is not said."""
        year = "????" if self.year is None else f"{self.year:04}"
        parts = (self.month, self.day)
        return "-".join((year, *("??" if part is None else f"{part:02}" for part in parts)))


def dates(text: str, locale: str) -> tuple[Date, ...]:
    """Return the dates that a text names, in their order, with at least two of year, month and day.

    Digits of every script are read, Chinese numerals, and years of the modern eras of Japan and of the Republic of China.
    """
    reader = _reader(locale)
    if reader.needs_figure and not _FIGURE.search(text):
        return ()
    rest = western(text)
    is_named = _has_name(rest, reader)
    beginning = reader.beginning if is_named else reader.figure
    places = [match.start() for match in beginning.finditer(rest)]
    found: list[Date] = []
    for pattern in reader.patterns:
        if (pattern.begins_there and not places) or (pattern.needs_name and not is_named):
            continue
        matches = _at(places, pattern.whole, rest) if pattern.begins_there else pattern.whole.finditer(rest)
        for match in matches:
            date = _date(match, reader.months, text, capital=locale.startswith(_CAPITAL))
            if date:
                found.append(date)
                rest = rest[: match.start()] + "\0" * len(match[0]) + rest[match.end() :]
    return tuple(sorted(found, key=lambda date: date.start))


def _has_name(text: str, reader: "_Reader") -> bool:
    """Whether a text may hold the name of a month: in most, dates are looked for at figures only, with fewer patterns."""
    # Patterns that ignore case take both for an “i”, which `casefold` does not.
    folded = text.replace("İ", "i").replace("ı", "i").casefold()
    return any(map(folded.__contains__, reader.names))


def _at(places: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `finditer` finds for a pattern that can begin in these places only."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match


_MORE: Mapping[str, tuple[str, ...]] = {
    "en": (
        "d MMMM y", "d MMM y", "d 'of' MMMM y", "d 'day' 'of' MMMM y", "MMMM d y", "MMM d y", "d 'of' MMMM", "d MMMM", "d MMM",
        "MMMM 'of' y",
    ),
    "ar": ("d 'من' MMMM y", "d 'من' MMMM", "d-M-y", "d 'من' 'شهر' MMMM y", "d 'من' 'شهر' MMMM"),
    "es": ("d 'de' MMMM 'del' y", "d 'de' MMMM y", "d.M.y", "d-M-y", "MMMM 'del' y"),
    "fr": ("d.M.y", "d-M-y"),
    "de": ("d. MMMM 'des Jahres' y",),
    "ko": ("y년 M월 d일", "y년 M월", "M월 d일"),
}  # fmt: skip
"""Forms that people use beside those of CLDR, in its notation."""

_EVERYWHERE = ("y-M-d", "y/M/d", "y.M.d")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""The year before the first one of each era."""

_ERA = rf"(?P<era>{'|'.join(_ERAS)})\s*(?P<y>元|\d+|[{HAN}]+)\s*年(?:\s*(?P<M>\d+|[{HAN}]+)\s*月(?:\s*(?P<d>\d+|[{HAN}]+)\s*日)?)?"
_CAPITAL = ("en", "de")
"""Languages that write the names of the months with a capital letter: “may 5” is no date."""

_ORDINAL = r"(?:st|nd|rd|th|er|re|\.?º|\.?ª|°|\.)?"
_HAN_LANGUAGES = {"ja", "zh", "yue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """One form of dates."""

    expression: str
    begins_there: bool
    """Whether it begins where its `_Reader` says that dates begin."""
    needs_name: bool
    """Whether it has the name of a month, or a figure with the word for one."""

    @property
    def whole(self) -> re.Pattern[str]:
        """The expression; a language has dozens, and most texts need none of them."""
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """How dates are found in the texts of a locale."""

    months: Mapping[str, int]
    patterns: Sequence[_Pattern]
    """Those that say most first."""
    beginning: re.Pattern[str]
    """Where a date can begin: at a figure or at the name of a month; looked for once for all patterns."""
    figure: re.Pattern[str]
    """Where it can begin in a text without the name of a month."""
    names: Sequence[str]
    """The names of the months, and the words for one, as `str.casefold` has them."""
    needs_figure: bool
    """Whether every date has a figure: most texts have none."""


_FIGURE = re.compile(rf"[\d{HAN}元]")


@cache
def _reader(locale: str) -> _Reader:
    tongue = locale.split("_", maxsplit=1)[0]
    forms = date_forms(locale, *_MORE.get(tongue, ()), *_EVERYWHERE)
    han = tongue in _HAN_LANGUAGES
    shapes = [shape for shape in forms.patterns if ("y", 2) not in shape]
    shapes.sort(key=lambda shape: -sum(bool(letter) for letter, _ in shape))
    written = {_expression(shape, forms.months, han=han): shape for shape in shapes}
    figure = rf"[\d{HAN}]" if han else r"\d"
    return _Reader(
        months=forms.months,
        patterns=(
            _Pattern(expression=_ERA, begins_there=False, needs_name=False),
            *(
                _Pattern(
                    expression=pattern,
                    begins_there=shape[0][0] in _FIELDS,
                    needs_name=any(_is_name(*piece, forms.months) for piece in shape),
                )
                for pattern, shape in written.items()
            ),
        ),
        beginning=re.compile(
            rf"(?<!\d)(?={'|'.join((figure, *map(re.escape, forms.months)))})", re.IGNORECASE
        ),
        figure=re.compile(rf"{figure}(?<!\d.)"),
        names=("월", "月", *(name.casefold() for name in forms.months)),
        needs_figure=all(any(letter in {"y", "d"} for letter, _ in shape) for shape in shapes),
    )


_FIELDS = {"y", "M", "d"}


def _expression(shape: tuple[Field, ...], months: Mapping[str, int], *, han: bool) -> str:
    return "".join(_piece(*piece, months, han=han) for piece in shape).join((r"(?<![\d.,/\-\w])" if _starts_bare(shape) else r"(?<![\d])", _ENDS_BARE if shape[-1][0] else ""))  # fmt: skip


_ENDS_BARE = r"(?![\d])(?![.,/\-]\d)"


def _starts_bare(shape: tuple[Field, ...]) -> bool:
    """Whether a pattern is so plain that a letter before it would make it something else."""
    return all(letter or not re.search(r"\w", str(value)) for letter, value in shape)


def _piece(letter: str, value: str | int, months: Mapping[str, int], *, han: bool) -> str:
    numbers = rf"|[{HAN}]+" if han else ""
    if letter == "y":
        return rf"(?P<y>[12]\d{{3}}{numbers})"
    if letter == "d":
        return rf"(?P<d>\d{{1,2}}{numbers}){_ORDINAL}"
    if _is_name(letter, value, months):
        names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
        return rf"(?P<M>(?:{names})(?!\w|[^\W\d_])|\d{{1,2}}(?=월|月))\.?月?월?(?:\s*/\s*(?:{names}))?"
    if letter == "M":
        unit = "월?" if isinstance(value, int) and value > 2 else ""  # noqa: PLR2004
        return rf"(?P<M>\d{{1,2}}{numbers}){unit}"
    if letter:
        return r"(?:[^\d\s]+)?"  # the name of the era, which says nothing new
    return "".join(_literal(part) for part in re.findall(r"\s+|\w+|[^\w\s]+", str(value)))


def _is_name(letter: str, value: str | int, months: Mapping[str, int]) -> bool:
    """Whether a month is written by its name, as CLDR has it from three letters on."""
    return letter == "M" and isinstance(value, int) and value > 2 and bool(months)  # noqa: PLR2004


def _literal(part: str) -> str:
    if part.isspace():
        return r"[\s,،、.]*"
    if re.fullmatch(r"[.,،]+", part):
        return r"[.,،]?"
    return rf"\s*{re.escape(part)}" if re.match(r"\w", part) else re.escape(part)


def _date(match: re.Match[str], months: Mapping[str, int], text: str, *, capital: bool) -> Date | None:
    parts = match.groupdict()
    if capital and (parts.get("M") or "")[:1].islower():
        return None
    year, month, day = (_number(parts.get(letter), months) for letter in "yMd")
    if parts.get("era"):
        year = _ERAS[parts["era"]] + (year or 1)
    if (
        (year is not None and not 1000 <= year <= 2999)  # noqa: PLR2004
        or (month is not None and not 1 <= month <= 12)  # noqa: PLR2004
        or (day is not None and not 1 <= day <= 31)  # noqa: PLR2004
    ):
        return None
    written = text[match.start() : match.end()].rstrip(" ,،、")
    return Date(year=year, month=month, day=day, text=written, start=match.start())


def _number(text: str | None, months: Mapping[str, int]) -> int | None:
    if text is None or text == "元":
        return None
    name = text.lower().rstrip(".")
    if name in months:
        return months[name]
    value = int(text) if text.isdecimal() else numeral(text)
    return None if value is None else int(value)
