"""The numbers that a text names in digits, and those that it says in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise

from pipeline.languages import NumberMarks, number_marks
from pipeline.reading.digits import HAN, HANGUL, SCALES, has_digit, numeral, western
from pipeline.reading.words import SCALES as WORDS
from pipeline.reading.words import number_words

Value = Decimal | str
"""A number, or several figures in a row that are no one number, such as ``3.2.1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in digits."""

    value: Value
    text: str = field(default="", compare=False)
    """How it is written, with a word that multiplies it."""


def numbers(text: str, locale: str) -> tuple[Number, ...]:
    """Return the numbers that a text has in digits of any script, in their order.

    What parts the digits of a number is the locale's: 1.000 is a thousand in German. A numeral that multiplies (``5만``,
    ``3 million``) is part of the number, and hours are those of a day of 24 (``5:00 p.m.`` has a 17).
    """
    if not has_digit(text):
        return ()
    rest = western(text)
    if "00" in rest:
        rest = _FULL_HOUR.sub(lambda match: " " * len(match[0]), rest)
    tongue = locale.split("_", maxsplit=1)[0]
    marks = number_marks(locale)
    has_hours = _SIGN_OF_HOURS.search(rest) or _SIGN_BEFORE_HOURS.search(rest)
    afternoon, morning = (_hours(_AFTERNOON, rest), _hours(_MORNING, rest)) if has_hours else ((), ())
    found: list[Number] = []
    for match in _number_pattern(tongue, marks.group).finditer(rest):
        value = _value(match, marks, tongue)
        if match.start() in afternoon and isinstance(value, Decimal) and value < 12:  # noqa: PLR2004 - hours
            value += 12
        if match.start() in morning and value == 12:  # noqa: PLR2004
            value = Decimal(0)
        found.append(Number(value=value, text=text[match.start() : match.end()].strip(" ")))
    return tuple(found)


def said(text: str, locale: str) -> frozenset[Decimal]:
    """Return the numbers that a text says in words or numerals; it may name some that nobody means."""
    return frozenset((*_in_words(text, locale), *_in_numerals(text, locale)))


def contradictions(text: str, locale: str) -> tuple[str, ...]:
    """Return the places where a word and the digits in brackets behind it say two numbers: ``thirteen (30)``."""
    if not has_digit(text):
        return ()
    words = _forms(locale)[0]
    return tuple(
        match[0]
        for match in _SAID_TWICE.finditer(western(text))
        if (values := words.get(match["word"].lower())) and Decimal(match["digits"]) not in values
    )


_SAID_TWICE = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]{3,40})\s*[(（](?P<digits>\d{1,3})[)）]")
_AFTERNOON = re.compile(
    r"(?P<first>\d{1,2})(?:[:.]\d\d)?\s?[-–]\s?(?=\d{1,2}(?:[:.]\d\d)?\s*p\.?\s?m\b)"
    r"|(?P<before>\d{1,2})(?:[:.]\d\d)?\s*(?:p\.?\s?m\b|م\b|مساءً?|abends|nachmittags|de la (?:tarde|noche)|du soir)"
    r"|(?:오후|午後|下午|晚上)\s*(?P<after>\d{1,2})",
    re.IGNORECASE,
)
_MORNING = re.compile(
    r"(?P<before>\d{1,2})(?:[:.]\d\d)?\s*a\.?\s?m\b|(?:오전|午前|上午)\s*(?P<after>\d{1,2})", re.IGNORECASE
)
_SIGN_OF_HOURS = re.compile(r"\d\s*(?:[ap]\.?\s?m|م|abends|nachm|de la|du s)", re.IGNORECASE)
_SIGN_BEFORE_HOURS = re.compile(r"[후後午上전前]\s*\d")
"""Where a half of the day is said, one of these two is found: behind an hour, or before it."""
_FULL_HOUR = re.compile(r"(?<=\d)(?:[:：]00|\s?h\s?00)(?!\d)")


def _hours(pattern: re.Pattern[str], text: str) -> set[int]:
    """Where the hours stand that a pattern finds."""
    return {match.start(str(match.lastgroup)) for match in pattern.finditer(text)}


@cache
def _number_pattern(tongue: str, group: str) -> re.Pattern[str]:
    blank = " " if group.isspace() else ""
    digits = rf"\d\d*(?:[.,'’٬٫]\d+|[\u00a0\u202f\u2009{blank}]\d{{3}}(?!\d))*"
    if tongue in _SCALED:
        numerals = f"[{SCALES}]"
        return re.compile(
            rf"(?<![제第])(?<![제第] )(?P<whole>{digits}{numerals}+(?:\s?{digits}{numerals}+)*)|(?P<plain>{digits})"
        )
    words = "|".join(sorted(WORDS.get(tongue, {"\0": 1}), key=len, reverse=True))
    return re.compile(rf"(?P<plain>{digits})(?:[\s\u00a0\-]*(?P<scale>{words})(?!\w))?", re.IGNORECASE)


_SCALED = {"ko", "ja", "zh", "yue"}


def _value(match: re.Match[str], marks: NumberMarks, tongue: str) -> Value:
    parts = match.groupdict()
    if parts.get("whole"):
        return numeral(re.sub(r"[\s,]", "", parts["whole"])) or Decimal(0)
    value = _plain(parts["plain"], marks)
    scale = parts.get("scale")
    return value * WORDS[tongue][scale.lower()] if scale and isinstance(value, Decimal) else value


def _plain(text: str, marks: NumberMarks) -> Value:
    bare = re.sub(r"[\s'’٬]", "", text).replace("٫", marks.decimal)
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        last = max(".", ",", key=bare.rfind)
        if bare.count(last) > 1:  # a fraction has one mark before it
            return bare
        return Decimal(bare.replace("," if last == "." else ".", "").replace(",", "."))
    mark = "." if points else ","
    first, *rest = bare.split(mark)
    thousands = all(len(part) == 3 for part in rest) and len(first) <= 3 and not first.startswith("0")  # noqa: PLR2004
    if not rest or (thousands and (mark == marks.group or len(rest) > 1)):
        return Decimal("".join((first, *rest)))
    return bare if len(rest) > 1 else Decimal(f"{first}.{rest[0]}")


def _in_words(text: str, locale: str) -> Iterator[Decimal]:
    whole, starts, inside = _forms(locale)
    plain = re.sub(r"[\u064b-\u0652]", "", text.lower())
    words = re.findall(r"[^\W_]+(?:[-‑'’][^\W_]+)*", plain)
    arabic = [word.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال") for word in words]
    pairs = [f"{one} {other}" for one, other in pairwise(arabic)]
    tongue = locale.split("_", maxsplit=1)[0]
    scales = WORDS.get(tongue, {})
    for one, other in pairwise(arabic):
        yield from (value * scales[other] for value in whole.get(one, ()) if other in scales)
    for word in (*words, *(part for compound in words for part in compound.split("-")), *arabic, *pairs):
        yield from whole.get(word, ())
        yield from (value for start, values in starts.items() if word.startswith(start) for value in values)
        yield from _tens_and_units(word, whole)
        if word in scales:
            yield Decimal(scales[word])
    yield from (value for form, values in inside.items() if form in plain for value in values)


def _tens_and_units(word: str, whole: Mapping[str, frozenset[Decimal]]) -> Iterator[Decimal]:
    """``twenty-one``, ``einundzwanzig``."""
    for joint in ("-", "und"):
        one, found, other = word.partition(joint)
        if found and one in whole and other in whole:
            yield max(whole[one]) + max(whole[other])


@cache
def _forms(locale: str) -> tuple[Mapping[str, frozenset[Decimal]], ...]:
    words = number_words(locale)
    return (
        {form.strip("-"): values for form, values in words.items() if not form.startswith("-")},
        {form.removesuffix("-"): values for form, values in words.items() if form.endswith("-")},
        {form.removeprefix("-"): values for form, values in words.items() if form.startswith("-")},
    )


def _in_numerals(text: str, locale: str) -> Iterator[Decimal]:
    """Numerals of Chinese, Japanese and Korean, and each part of a longer one: some of a run may be another word's.

    Shares of a hundred, of a thousand and of ten thousand are said in per cent: 万分之五 is 0.05.
    """
    tongue = locale.split("_", maxsplit=1)[0]
    characters = HANGUL if tongue == "ko" else HAN if tongue in _SCALED else ""
    for whole, part in re.findall(rf"([{HAN}]+)分之([{HAN}]+)", text) if characters == HAN else ():
        of, share = numeral(whole), numeral(part)
        if of and share is not None:
            yield share * 100 / of
    for run in re.findall(f"[{characters}]+", text) if characters else ():
        for start in range(len(run)):
            for end in range(start + 1, min(len(run), start + _LONGEST_NUMERAL) + 1):
                value = numeral(run[start:end])
                if value is not None:
                    yield value


_LONGEST_NUMERAL = 9
