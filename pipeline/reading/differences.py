"""How two texts differ, in pieces that a reader takes in: words, and characters where a script has no blanks between words.

The pieces are aligned with as few changes as can be (RapidFuzz), and then by meaning: what stayed between two changes and is
shorter than they are counts as changed, too (diff-match-patch). No clock decides when to stop, so equal texts give equal pieces.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

import regex
from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel


class Fate(StrEnum):
    """What became of a piece of the old text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one text, or of both."""

    fate: Fate
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in the order in which they are read; what is gone stands before what is new in its place.

    The pieces that are not new make the old text, and those that are not gone make the new one. Of two pieces side by side, no
    two have the same fate, and none is empty.
    """
    before, after = tokens(old), tokens(new)
    signs = _signs((*before, *after))
    texts = {sign: token for token, sign in signs.items()}
    codes = ("".join(signs[token] for token in side) for side in (before, after))
    found = list(_aligned(*codes))
    _library().diff_cleanupSemantic(found)
    pieces = ((fate, "".join(texts[sign] for sign in code)) for fate, code in found)
    return tuple(Piece(fate=_FATES[fate], text=text) for fate, text in _joined(pieces))


def tokens(text: str) -> Sequence[str]:
    """Part a text into words, and into characters as readers see them (UAX 29) between words and in scripts without blanks.

    Together they are the text.
    """
    return _TOKEN.findall(text)


_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_TOKEN = regex.compile(
    rf"(?:(?!{_UNSPACED})[\p{{L}}\p{{N}}][\p{{M}}\u200c\u200d]*(?:['’](?=\p{{L}}))?)+|\X", regex.DOTALL
)

_FATES = {-1: Fate.GONE, 0: Fate.SAME, 1: Fate.NEW}
"""By the library's number."""

_WORDS, _REST = 0x20000, 0xF0000
"""Where the signs of words begin, among letters, and those of what else is no single character, among what is neither."""


def _signs(found: Sequence[str]) -> Mapping[str, str]:
    """One character for each token: the library sees where words begin and end by its kind."""
    signs: dict[str, str] = {}
    for token in found:
        if token not in signs:
            is_word = unicodedata.category(token[0])[0] in "LN"
            alone = len(token) == 1 and not is_word and ord(token) < _WORDS
            signs[token] = token if alone else chr((_WORDS if is_word else _REST) + len(signs))
    return signs


def _aligned(old: str, new: str) -> Iterator[tuple[int, str]]:
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield (0, old[step.src_start : step.src_end])
        elif step.tag == "delete":
            yield (-1, old[step.src_start : step.src_end])
        else:
            yield (1, new[step.dest_start : step.dest_end])


def _joined(pieces: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Make neighbours of one fate one, and put what is gone before what is new."""
    for is_same, group in groupby(pieces, key=lambda piece: piece[0] == 0):
        here = list(group)
        for fate in (0,) if is_same else (-1, 1):
            if text := "".join(text for each, text in here if each == fate):
                yield fate, text


@cache
def _library() -> diff_match_patch:
    return diff_match_patch()
