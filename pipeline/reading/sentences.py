"""Sentences of the source that stand in a translation."""

import re
from collections.abc import Iterable, Iterator, Sequence

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
    if _folded(source) == _folded(target):
        shortest = max(shortest, _WHOLE)
    sentences = (part.strip() for part in _END.split(source) if word_count(part) >= shortest)
    found = [sentence for sentence in sentences if _folded(sentence) in _folded(target)]
    return tuple(found) or tuple(_runs(source, target))


def word_count(text: str) -> int:
    """Count the words of a text that is written with blanks between them."""
    return len(_WORD.findall(text))


def _runs(source: str, target: str) -> Iterator[str]:
    """The first run of words that both have."""
    there = [word.lower() for word in _WORD.findall(target)]
    known = {tuple(there[start : start + _RUN]) for start in range(len(there) - _RUN + 1)}
    here: Sequence[re.Match[str]] = list(_WORD.finditer(source))
    for start in range(len(here) - _RUN + 1):
        run = here[start : start + _RUN]
        if tuple(word[0].lower() for word in run) in known:
            yield source[run[0].start() : run[-1].end()]
            return


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.rstrip(" .!?:;")).lower()
