"""Digits and numerals of other scripts, as the numbers that they mean."""

import re
import unicodedata
from decimal import Decimal

HAN = "〇零○一二三四五六七八九十百千万萬億亿兆两兩"
"""Chinese and Japanese numerals."""

_UNITS = {character: value for value, characters in enumerate(("〇零○", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
          for character in characters}  # fmt: skip
_HANGUL_UNITS = {character: value for value, character in enumerate("영일이삼사오육칠팔구")}
_TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_MYRIADS = {
    "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8, "조": 10**12,
}  # fmt: skip

HANGUL = "".join(_HANGUL_UNITS) + "십백천만억조"
"""Korean numerals."""

SCALES = "".join(_TENS) + "".join(_MYRIADS)
"""Numerals that multiply what stands before them."""


def western(text: str) -> str:
    """Return a text with the decimal digits of all scripts as 0 to 9, character by character."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def has_digit(text: str) -> bool:
    """Tell whether a text has a decimal digit of any script; most have none, and then no number in digits."""
    return bool(_DIGIT.search(text))


_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def numeral(text: str) -> Decimal | None:
    """Return what a numeral of Chinese, Japanese or Korean means.

    Digits may stand in it: ``1億2千万``, ``5만``, ``二〇二一``. Returns none for what is no numeral.
    """
    if len(text) > 1 and all(character in _UNITS for character in text):
        return Decimal("".join(str(_UNITS[character]) for character in text))
    total = section = Decimal(0)
    current: Decimal | None = None
    digits = ""
    for character in text:
        if character.isdecimal() or (character == "." and digits):
            digits += character
            current = Decimal(digits)
            continue
        digits = ""
        if character in _UNITS or character in _HANGUL_UNITS:
            current = Decimal(_UNITS.get(character, _HANGUL_UNITS.get(character, 0)))
        elif character in _TENS:
            section += (Decimal(1) if current is None else current) * _TENS[character]
            current = None
        elif character in _MYRIADS:
            whole = section + (current or 0)
            total += (whole or Decimal(1)) * _MYRIADS[character]
            section, current = Decimal(0), None
        else:
            return None
    return total + section + (current or 0)
