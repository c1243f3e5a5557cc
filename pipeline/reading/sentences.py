"""Sentences of the source that stand in a translation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(r"(?<=[.!?。！？])\s+|(?<=[;:])\s+|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_WHOLE = 5
"""So many words are a sentence, even without others around it."""

_RUN = 6
"""So many words in a row stand in two languages only if one of them was not translated."""


def left_over(source: str, target: str, names: Iterable[str], *, shortest: int = 5) -> tuple[str, ...]:
    """Return the sentences of a source, and the longest runs of its words, that a target has letter by letter.

    Args:
        source: the source text, as a reader sees it.
        target: the translation, likewise.
        names: what is never translated and so no sign of anything.
        shortest: how many words are a sentence; fewer are a name or a title. A text that is the source as a whole has to have
            five of them.
    """
    for name in sorted(names, key=len, reverse=True):
        source = source.replace(name, "\ufffc")
        target = target.replace(name, "\ufffc")
    read, folded = _read(source), _folded(target)
    if read.folded == folded:
        shortest = max(shortest, _WHOLE)
    found = tuple(one.text for one in read.sentences if one.words >= shortest and one.folded in folded)
    if found or not _may_share_run(read, folded):
        return found
    return tuple(_runs(read, target))


def _may_share_run(source: "_Source", folded: str) -> bool:
    return any(map(folded.replace("ς", "σ").__contains__, source.anchors))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """One sentence of a source."""

    text: str
    folded: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A source, read once for all languages."""

    text: str
    folded: str
    sentences: tuple[_Sentence, ...]
    words: tuple[tuple[str, int, int], ...]
    """Each word in small letters, and where it begins and ends."""
    known: frozenset[str]
    anchors: tuple[str, ...]
    """Words of which each run of `_RUN` has one, with a sigma in one form: which it has depends on what stands behind."""


@lru_cache(maxsize=1024)
def _read(text: str) -> _Source:
    words = tuple((match[0].lower(), *match.span()) for match in _WORD.finditer(text))
    return _Source(
        text=text,
        folded=_folded(text),
        sentences=tuple(
            _Sentence(text=part.strip(), folded=_folded(part.strip()), words=word_count(part))
            for part in _END.split(text)
        ),
        words=words,
        known=frozenset(word for word, _, _ in words),
        anchors=tuple({word.replace("ς", "σ") for word, _, _ in words[_RUN - 1 :: _RUN]}),
    )


def word_count(text: str) -> int:
    """Count the words of a text that is written with blanks between them."""
    return len(_WORD.findall(text))


def _runs(source: _Source, target: str) -> Iterator[str]:
    """The first run of words that both have."""
    if len(source.words) < _RUN:
        return
    there = tuple(map(str.lower, _WORD.findall(target)))
    if sum(map(source.known.__contains__, there)) < _RUN:
        return
    known = {there[start : start + _RUN] for start in range(len(there) - _RUN + 1)}
    for start in range(len(source.words) - _RUN + 1):
        run = source.words[start : start + _RUN]
        if tuple(word for word, _, _ in run) in known:
            yield source.text[run[0][1] : run[-1][2]]
            return


def _folded(text: str) -> str:
    text = text.rstrip(" .!?:;").lower()
    return _BLANKS.sub(" ", text) if _ODD_BLANK.search(text) else text


_BLANKS = re.compile(r"\s+")
_ODD_BLANK = re.compile(r"\s\s|[^\S ]")
