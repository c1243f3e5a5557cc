"""Brackets and quotation marks, which come in pairs: find those without their partner.

The texts are what a reader sees, without markup. A position counts characters from 0.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from pipeline.reading.straight import is_apostrophe, positions, straight_double, straight_single

QUOTES: Mapping[str, tuple[str, ...]] = {
    "af": ("“”", "‘’"),
    "ar": ("«»", "“”"),
    "cs": ("„“", "‚‘", "»«", "›‹"),
    "da": ("“”", "‘’", "””", "»«"),
    "de": ("„“", "‚‘", "»«", "›‹"),
    "en": ("“”", "‘’"),
    "es": ("«»", "“”", "‘’"),
    "fi": ("””", "»»"),
    "fr": ("«»", "“”", "‹›"),
    "hu": ("„”", "»«"),
    "it": ("«»", "“”", "‘’"),
    "ja": ("「」", "『』"),
    "ko": ("“”", "‘’", "「」", "『』", "《》", "〈〉"),
    "nb": ("«»", "‘’", "””"),
    "nl": ("“”", "‘’", "„”"),
    "pl": ("„”", "«»"),
    "pt": ("“”", "‘’", "«»"),
    "ru": ("«»", "„“"),
    "sv": ("””", "»»"),
    "uk": ("«»", "„“"),
    "zh": ("“”", "‘’", "《》", "〈〉"),
    "zh_Hans": ("“”", "‘’", "《》", "〈〉"),
    "zh_Hant": ("「」", "『』", "《》", "〈〉"),
}
"""The quotation marks of a language by CLDR and by use, each as its opening and its closing one. Straight ones are used
everywhere."""


def unmatched_brackets(text: str) -> tuple[str, ...]:
    """Return the brackets without a partner, in the order of the text."""
    return tuple(text[position] for position in stray_brackets(text))


def unmatched_quotes(text: str, locale: str) -> tuple[str, ...]:
    """Return the quotation marks without a partner, in the order of the text; an apostrophe is none."""
    return tuple(text[position] for position in stray_quotes(text, locale))


def stray_brackets(text: str) -> tuple[int, ...]:
    """Return where brackets without a partner stand; those of ``a)``, of ``:)`` and of ``[0, 1)`` need none."""
    strays = _match(text, _BRACKETS) if _ANY_BRACKET.search(text) else ()
    if not strays:
        return ()
    faces = {position for found in _LONE.finditer(text) for position in range(*found.span())}
    numbers = _enumerators(text)
    readings = (faces, faces | numbers)
    return min((_match(text, _BRACKETS, without=reading) for reading in readings), key=len)


def stray_quotes(text: str, locale: str) -> tuple[int, ...]:
    """Return where quotation marks without a partner stand, of any kind that the locale knows or any other language."""
    if not _ANY_QUOTE.search(text):
        return ()
    language = locale.split("_", maxsplit=1)[0]
    pairs = _pairs(locale)
    apostrophes = {position for position in positions("‘’‚", text) if is_apostrophe(text, position, language)}
    strays = _match(text, pairs, without=apostrophes, lenient="’")
    return tuple(sorted((*strays, *straight_double(text), *straight_single(text, language))))


_BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": ")",
    "［": "]",
    "｛": "}",
    "【": "】",
    "〔": "〕",
    "〖": "〗",
}
_ALIKE = str.maketrans("）］｝", ")]}")
"""Wide and narrow brackets pair: which of them to write is another question."""

_QUOTES = {
    "“": "”",
    "‘": "’",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
"""What may close what, in one language or another."""


@cache
def _pairs(locale: str) -> Mapping[str, str]:
    """What may close what in a locale: also marks that close what they open."""
    own = QUOTES.get(locale) or QUOTES.get(locale.split("_", maxsplit=1)[0], ())
    return {**_QUOTES, **{pair[0]: _QUOTES.get(pair[0], "") + pair[1] for pair in own if pair[0] == pair[1]}}


def _any(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


_ANY_BRACKET = _any("".join((*_BRACKETS, *_BRACKETS.values(), "）］｝")))
_ANY_QUOTE = _any(
    "".join((*_QUOTES, *_QUOTES.values(), *(pair for own in QUOTES.values() for pair in own), "\"'"))
)
"""A text without any of them has no stray one."""


def _match(
    text: str, pairs: Mapping[str, str], *, without: Collection[int] = (), lenient: str = ""
) -> tuple[int, ...]:
    """Pair marks, innermost first.

    Args:
        text: what to look at; wide brackets are read as narrow ones.
        pairs: what may close each opening mark.
        without: positions that are no marks.
        lenient: closing marks that may stand alone, because they have another use as well.
    """
    read = text.translate(_ALIKE)
    closing = "".join(pairs.values())
    never_across = f"{''.join(pairs)}{lenient}"
    opened: list[int] = []
    strays: list[int] = []
    for found in _any(never_across + closing).finditer(read):
        position, mark = found.start(), found[0]
        if position in without or (mark not in pairs and mark not in closing):
            continue
        near = opened[:-_DEEPEST:-1]
        partner = next((p for p in near if mark in pairs[read[p]]), None)
        if partner is not None and (near[0] == partner or mark not in never_across):
            while opened[-1] != partner:
                strays.append(opened.pop())
            opened.pop()
        elif mark in pairs:
            opened.append(position)
        elif mark not in lenient:
            strays.append(position)
    return tuple(sorted((*strays, *opened)))


_DEEPEST = 100
"""No reader follows marks that nest deeper, and looking further back from each of many is slow."""

_LONE = re.compile(
    r"""
      (?<![^\s.!?…])[:;=8][-^']?[()\[\]](?!\w)                      # a face, :-)
    | [\[\]()][-−]?[\d.,]{1,12}[,;]\ ?[-−+]?(?:[\d.,]{1,12}|∞)[\[\]()]  # an interval, [0, 1)
    | (?<=[(“"‘'])[()\[\]{}](?=[)”"’'])                               # what is spoken of, “(”
    """,
    re.VERBOSE,
)
_ENUMERATOR = re.compile(r"(?<!\S)(?P<number>\d{1,3}|[ivxIVX]{1,5}|[^\W\d_])[)）]")
_ORDERS: Sequence[Sequence[str]] = (
    [str(number) for number in range(1, 1000)],
    "abcdefghijklmnopqrstuvwxyz",
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"],
    "가나다라마바사아자차카타파하",
)


def _enumerators(text: str) -> set[int]:
    """The brackets of ``a)`` and ``1)`` at the beginning of a line, and of ``1)``, ``2)`` and so on wherever they stand.

    A small letter has no word to close a bracket behind, so ``a)`` may stand anywhere, as in *article 6, point a)*.
    """
    found = list(_ENUMERATOR.finditer(text))
    first = [
        one
        for one in found
        if one["number"] in _ORDERS[1] or not text[: one.start()].rpartition("\n")[2].strip(" ")
    ]
    for order in _ORDERS:
        run: list[re.Match[str]] = []
        for one in found:
            if len(run) < len(order) and one["number"].lower() == order[len(run)]:
                run.append(one)
        first += run if len(run) > 1 else []
    return {one.end() - 1 for one in first}
