"""Pseudo-locales: the source text made strange, to find text that escaped translation and layouts that break.

``en_XA`` has accented letters, is about 40 % longer and stands in brackets; ``ar_XB`` runs from right to left. What shows up plain
on such a page did not come from a catalog; a bracket that is missing was cut off.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle

from pipeline.languages import language
from pipeline.localize import Localized, Translation, fill
from pipeline.markdown import References, features
from pipeline.model import SlotKey, Unit
from pipeline.segment import Document


def pseudo_localize(document: Document, locale: str) -> Localized:
    """Return a document in a pseudo-locale, all of it."""
    translation = pseudo_translate(document.units, locale, document.skeleton.references)
    return fill(document, language(locale), translation)


def pseudo_translate(units: Iterable[Unit], locale: str, references: References | None = None) -> Translation:
    """Return a pseudo-translation of each unit; the markup is the source's, whatever its text looks like."""
    texts: dict[SlotKey, str] = {}
    for unit in units:
        text = pseudo(unit.text, locale)
        if unit.block and _markup(text, references or {}) != _markup(unit.text, references or {}):
            text = unit.text
        texts[unit.slot] = text
    return Translation(texts=texts, fallbacks=(), diagnostics=())


def pseudo(text: str, locale: str) -> str:
    """Return a folded text in a pseudo-locale: its words changed; markup, links, variables and code as they are."""
    if locale.endswith("_XB"):
        return _each_word(text, lambda word: f"{_OVERRIDE}{word}{_END}")
    more, letters = "", len(_words(text)) * _LONGER
    for number in cycle(_NUMBERS):
        if len(more) >= letters:
            break
        more += f" {number}"
    return f"⟦{_each_word(text, lambda word: word.translate(_ACCENTS))}{more}⟧"


def _each_word(text: str, change: Callable[[str], str]) -> str:
    """Change the words of a text, outside what is kept."""
    return "".join(
        piece if is_kept else _WORD.sub(lambda word: change(word[0]), piece)
        for piece, is_kept in _pieces(text)
    )


def _words(text: str) -> str:
    return "".join(piece for piece, is_kept in _pieces(text) if not is_kept)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is kept as it is."""
    end = 0
    for kept in _KEPT.finditer(text):
        yield text[end : kept.start()], False
        yield kept[0], True
        end = kept.end()
    yield text[end:], False


def _markup(text: str, references: References) -> tuple[object, ...]:
    found = features(text, references)
    return (found.markup, found.targets, found.images, found.html)


_LONGER = 0.4
"""As much as German and French texts are longer than English ones, and some more."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_OVERRIDE, _END = "\u202e", "\u202c"
"""Right-to-left override and its end (UAX 9): Latin letters then run like Arabic ones."""

_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)

_WORD = re.compile(r"[A-Za-z0-9](?:[\w'’-]*\w)?")

_KEPT = re.compile(
    r"""(
      (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)   # code
    | \]\([^()\s]*(?:\s[^()]*)?\)          # where a link leads, and its title
    | \]\[[^\]]*\]                       # the label of a link
    | <[^<>]+>                            # a tag, or an address
    | &\#?\w+;                            # an entity
    | \\.                                 # an escape
    | \{\{.*?\}\} | \{%.*?%\} | %\(\w+\)s | %%   # a variable
    | \w[\w.+-]*@[\w.-]+ | (?:[a-z]+://|www\.)[^\s<>()\[\]]+
    | \+\d[\d\s().-]*\d                    # a telephone number
    )""",
    re.VERBOSE | re.DOTALL,
)
