"""Which rules can find something in a translation, seen in one step: most rules ask about marks and figures that few texts have."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.check.rule import Pair, Rule
from pipeline.check.translation import FINISHED


def asked(pair: Pair) -> Sequence[Rule[Pair]]:
    """Return the rules about a finished translation, without those that find nothing for want of what they need."""
    source, target = pair.unit.text, pair.message.translation
    known = signs(source) | signs(target)
    if pair.source.text != source or pair.target.text != target:
        known |= signs(pair.source.text) | signs(pair.target.text)
    return _asked(known)


@lru_cache(maxsize=1024)
def _asked(known: frozenset[str]) -> Sequence[Rule[Pair]]:
    return tuple(rule for rule in FINISHED if not rule.needs or not known.isdisjoint(rule.needs))


@lru_cache(maxsize=1024)
def signs(text: str) -> frozenset[str]:
    """Return what `Rule.needs` may speak of and a text has."""
    found = set(_MARK.findall(text))
    if _FIGURE.search(text):
        found.add("0")
    if "_" in text:
        found.add("_")
    if _DOT.search(text):
        found.add(".")
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        found.add(" ")
    return _NEEDED & found


_MARK = re.compile(r"[^\w ,.]")
_FIGURE = re.compile(r"[\d第]")
_DOT = re.compile(r"\.\S")
_NEEDED = frozenset("".join(rule.needs for rule in FINISHED))
