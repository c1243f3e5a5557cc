"""Straight quotation marks, which do not say whether they open or close, and apostrophes, which look like them."""

import re
from collections.abc import Iterator, Sequence

from pipeline.markdown import OBJECT


def straight_double(text: str) -> Sequence[int]:
    """Return where the one without partner stands, if their number is odd; inches and Hebrew abbreviations are none."""
    marks: list[int] = []
    for position in positions('"', text):
        before, after = _around(text, position)
        is_inch = len(marks) % 2 == 0 and before.isdigit() and not after.isalnum()
        if not is_inch and not (_is_hebrew(before) and _is_hebrew(after)):
            marks.append(position)
    return _odd(text, marks) if len(marks) % 2 else ()


def straight_single(text: str, language: str) -> Sequence[int]:
    """Return where opening ones stand that nothing closes; a closing one may always be an apostrophe: *users' rights*."""
    opened: list[int] = []
    for position in positions("'", text):
        before, after = _around(text, position)
        if is_apostrophe(text, position, language):
            continue
        if opened and before != " " and (not _is_word(after) or _is_bare(after)):
            opened.pop()
        elif _is_word(after) and (not _is_text(before) or _is_bare(before)):
            opened.append(position)
    return opened


def is_apostrophe(text: str, position: int, language: str) -> bool:
    """Tell whether a single mark stands inside a word, or begins one of those that begin with an apostrophe."""
    before, after = _around(text, position)
    if _has_case(before) and _has_case(after):
        return True
    word = _APOSTROPHE.get(language)
    return bool(word and not before.isalnum() and word.match(text, position))


def positions(marks: str, text: str) -> Iterator[int]:
    """Walk where any of some marks stand."""
    return (match.start() for match in re.finditer(f"[{re.escape(marks)}]", text))


def _around(text: str, position: int) -> tuple[str, str]:
    """The characters before and after; a blank at the ends of the text."""
    return text[position - 1 : position] if position else " ", text[position + 1 : position + 2] or " "


_APOSTROPHE = {
    "en": re.compile(
        r".(?:(?:tis|twas|twere|twill|em|n|cause|til|till|bout|round|cos|neath)\b|\d\ds?\b)", re.IGNORECASE
    ),
    "nl": re.compile(r".[stnkmr]\b", re.IGNORECASE),
    "af": re.compile(r".n\b", re.IGNORECASE),
}
"""Words that begin with an apostrophe."""


def _has_case(character: str) -> bool:
    """Whether it is a letter of a script such as Latin, Greek or Cyrillic, which write apostrophes inside words."""
    return character.lower() != character.upper()


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"


def _odd(text: str, marks: Sequence[int]) -> Sequence[int]:
    """Of an odd number of equal marks, the first that does not stand as its turn would have it, or the last."""
    for index, position in enumerate(marks):
        before, after = (_is_text(neighbour) for neighbour in _around(text, position))
        if index % 2 == 0 and before and not after:
            return [position]
        if index % 2 == 1 and after and not before:
            return [marks[index - 1]]
    return [marks[-1]]


def _is_word(character: str) -> bool:
    return character.isalnum() or character == OBJECT


def _is_text(character: str) -> bool:
    """Whether a text may end with it before a closing mark."""
    return _is_word(character) or character in ".,;:!?…)]}%’”»"


def _is_bare(character: str) -> bool:
    """Whether it is a letter of a script that sets no blank around quoted words, or particles right behind them."""
    return character.isalpha() and not _has_case(character)
