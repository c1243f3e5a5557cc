"""How wide the columns of a table are, from the text that stands in them."""

import re
import unicodedata
from collections.abc import Sequence

Shares = tuple[int, ...]
"""How much of a table's width each column takes, of `WHOLE`."""

WHOLE = 100

Rows = Sequence[Sequence[str]]
"""The plain text of a table's cells, the head first; every row has as many."""

_LINE = 84
"""How many narrow letters stand on a line of the page, at 11 points between margins of 22 millimetres on A4."""

_PADDING = 2
"""What a cell keeps free, in narrow letters."""

_LEAST, _MOST = 6, 70
"""The bounds of a share, of `WHOLE`."""

_BREAKS = re.compile(
    r"(?<=[-/\u200b\u3000\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uff01-\uff60])|(?=[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff])|\s+"
)
"""Where a line may break. Hangul breaks between words alone; Thai, which has none, is not looked into."""


def shares(rows: Rows, *, wanted: Shares | None = None) -> Shares:
    """Return how wide each column of a table shall be.

    The share of a column grows with the square root of its text, so that long texts become a few lines longer and short
    ones do not break; no word is wider than its column, if there is room.

    Args:
        rows: the table in the language in which it is shown.
        wanted: the shares of the same table in another language. They stay, unless a word would not fit.
    """
    words = [max(map(_longest_word, column)) for column in zip(*rows, strict=True)]
    if wanted is not None and len(wanted) == len(words) and _fits(words, wanted):
        return wanted
    texts = [sum(map(width, column)) for column in zip(*rows, strict=True)]
    widest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    if sum(widest) + _PADDING * len(widest) <= _LINE:
        weights = [float(one + _PADDING) for one in widest]
    else:
        weights = [(text + 1) ** 0.5 for text in texts]
    return _whole(_bounded(weights, words))


def width(text: str) -> int:
    """Return the width of a text in narrow letters: a wide one counts two, a mark on another letter none (UAX #11)."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _longest_word(text: str) -> int:
    """The widest stretch that no line break parts; of what is longer than half a line, only that much, since it has to break."""
    return min(max(map(width, filter(None, _BREAKS.split(text))), default=0), _LINE // 2)


def _fits(words: Sequence[int], given: Shares) -> bool:
    return all(
        word + _PADDING <= share * _LINE / WHOLE for word, share in zip(words, given, strict=True) if word
    )


def _bounded(weights: Sequence[float], words: Sequence[int]) -> list[float]:
    """Shares in the ratio of the weights, none below what its longest word needs, nor out of bounds; they may not add up."""
    total = sum(weights)
    many = len(weights)
    least = min(_LEAST, WHOLE / many / 2)
    floors = [max(least, (word + _PADDING) * WHOLE / _LINE) for word in words]
    if sum(floors) > WHOLE:
        floors = [floor * WHOLE / sum(floors) for floor in floors]
    most = _MOST if many > 1 else WHOLE
    raw = [min(weight * WHOLE / total, most) for weight in weights]
    spare = [max(one - floor, 0.0) for one, floor in zip(raw, floors, strict=True)]
    room = WHOLE - sum(floors)
    scale = room / sum(spare) if sum(spare) else 0.0
    return [floor + one * scale for floor, one in zip(floors, spare, strict=True)]


def _whole(given: Sequence[float]) -> Shares:
    """The shares as whole numbers of `WHOLE`, at least 1; the largest remainders are rounded up, from the left."""
    scaled = [one * WHOLE / sum(given) for one in given]
    rounded = [max(int(one), 1) for one in scaled]
    order = sorted(range(len(given)), key=lambda index: (int(scaled[index]) - scaled[index], index))
    for index in order[: max(WHOLE - sum(rounded), 0)]:
        rounded[index] += 1
    return tuple(rounded)
