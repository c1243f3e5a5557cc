"""The scripts of a text's letters, and whether its language is written in them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import regex

from pipeline.languages import script

_WRITTEN_IN: Mapping[str, tuple[str, ...]] = {
    "Kore": ("Hangul", "Han"),
    "Jpan": ("Hiragana", "Katakana", "Han"),
    "Hans": ("Han", "Bopomofo"),
    "Hant": ("Han", "Bopomofo"),
    "Latn": ("Latin",),
    "Arab": ("Arabic",),
    "Cyrl": ("Cyrillic",),
    "Grek": ("Greek",),
    "Hebr": ("Hebrew",),
    "Deva": ("Devanagari",),
    "Thai": ("Thai",),
}
"""By a locale's script, those of Unicode that its letters have (UAX 24)."""

_NO_LETTERS = {"ª", "º", "µ", "ℓ", "№", "ー", "々", "〆"}


_OF_ALL = r"\x00-@\[-`{-©«-´¶-¹»-¿×÷\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3020！-／：-＠"
"""Blanks, digits and marks, which are letters of no script."""

_OTHERS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(f"[^{own}{_OF_ALL}]")
    for name, own in {
        "Kore": "가-힣",
        "Jpan": "ぁ-ゖァ-ヺー一-鿿々",
        "Hans": "一-鿿",
        "Hant": "一-鿿",
        "Latn": "a-zA-ZÀ-ɏ",
        "Arab": "،؛؟ء-غف-\u0652٠-٩",
        "Cyrl": "Ѐ-џҐґ",
        "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    }.items()
}
"""By a locale's script: a character that is not of the bulk of its texts, for a look at all letters in one step."""


def is_own(text: str, locale: str) -> bool:
    """Whether a text is made of what most texts in the locale's script are made of: then no letter is foreign, and no run Latin."""
    others = _OTHERS.get(script(locale))
    return others is not None and not others.search(text)


def foreign_letters(text: str, locale: str, source: str) -> tuple[str, ...]:
    """Return the words with letters of a script that a locale's language is not written in and that the source lacks.

    Latin letters are left out where the language has another script: names and terms keep them everywhere.
    """
    name = script(locale)
    known = _NO_LETTERS.union(source)
    foreign = {letter for letter in set(text) - known if _is_foreign(letter, name)}
    return tuple(word for word in _WORD.findall(text) if not foreign.isdisjoint(word)) if foreign else ()


def latin_runs(text: str, locale: str) -> tuple[str, ...]:
    """Return the runs of four and more words in Latin letters, in a language that has another script."""
    if script(locale) in {"Latn", ""}:
        return ()
    return tuple(match[0] for match in _RUN.finditer(text))


def other_han(text: str, locale: str) -> tuple[str, ...]:
    """Return the traditional characters in a text in simplified ones, or the other way round.

    The standards of each side tell them apart: GB 2312 has the simplified ones, Big5 the traditional ones.
    """
    own, other = {"Hans": ("gb2312", "big5"), "Hant": ("big5", "gb2312")}.get(script(locale), ("", ""))
    letters = dict.fromkeys(text) if own else {}
    return tuple(letter for letter in letters if _is_only_in(letter, other, own))


_WORD = regex.compile(r"[\p{L}\p{M}]+")
_RUN = regex.compile(r"(?<!\p{Latin})\p{Latin}[\p{Latin}'’-]+(?:[ ,]+\p{Latin}[\p{Latin}'’-]*){3,}")


@lru_cache(maxsize=1 << 14)
def _is_foreign(letter: str, name: str) -> bool:
    """Whether it is a letter that no language of a script is written in; a text has the same few again and again."""
    pattern = _foreign(name)
    return bool(pattern and pattern.match(letter))


@cache
def _foreign(name: str) -> "regex.Pattern[str] | None":
    scripts = _WRITTEN_IN.get(name)
    if not scripts:
        return None
    own = "".join(rf"\p{{Script={item}}}" for item in (*scripts, "Latin", "Common", "Inherited"))
    return regex.compile(rf"(?=\p{{L}})[^{own}]")


@lru_cache(maxsize=1 << 14)
def _is_only_in(letter: str, charset: str, other: str) -> bool:
    """Whether it is a Han letter that one standard has, and another has not."""
    return bool(_HAN.match(letter)) and _is_in(letter, charset) and not _is_in(letter, other)


_HAN = regex.compile(r"\p{Han}")


def _is_in(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
