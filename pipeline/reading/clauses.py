"""References to clauses: Section 6(a), 제6조, 第六条, § 6, المادة 6."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from pipeline.reading.digits import HAN, has_digit, numeral, western


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reference to one or more clauses."""

    numbers: tuple[str, ...]
    """The numbers in it, in their order: ``6``, ``2.1``."""
    letters: tuple[str, ...] = ()
    """The letters in it, as Latin ones: ``a``."""
    text: str = field(default="", compare=False)
    """How it is written."""
    start: int = field(default=0, compare=False)
    """Where it begins in the text."""


def clauses(text: str, locale: str) -> tuple[Clause, ...]:
    """Return the references to clauses in a text, in their order; in a language that is not known here, none."""
    tongue = locale.split("_", maxsplit=1)[0]
    if tongue not in _EXPRESSIONS or not (_COUNTING.search(text) or has_digit(text)):
        return ()
    return tuple(_clauses(_pattern(tongue), western(text), text))


@cache
def _pattern(tongue: str) -> re.Pattern[str]:
    return re.compile(_EXPRESSIONS[tongue])


_COUNTING = re.compile("[제第]")
"""What a reference without a digit begins with."""


def _clauses(pattern: re.Pattern[str], plain: str, text: str) -> Iterator[Clause]:
    for match in pattern.finditer(plain):
        found = match[0]
        figures = re.findall(rf"\d+(?:\.\d+)*|(?<=第)\s?[{HAN}]+", found)
        letters = re.findall(r"(?<![^\W_])([a-z])(?![^\W_])", found)
        letters += [_LETTERS[letter] for letter in re.findall(_LETTER, found)]
        if figures:
            yield Clause(
                numbers=tuple(_figure(figure.strip(" ")) for figure in figures),
                letters=tuple(letters),
                text=text[match.start() : match.end()].rstrip(" ,"),
                start=match.start(),
            )


def _figure(text: str) -> str:
    value = None if text[0].isdecimal() else numeral(text)
    return text if value is None else str(value)


_LETTERS: Mapping[str, str] = {
    **dict(zip("가나다라마바사아자차카타파하", "abcdefghijklmn", strict=True)),
    **dict(zip(("أ", "ب", "ج", "د", "ه", "هـ", "و", "ز"), "abcdeefg", strict=True)),
}
_LETTER = re.compile(r"(?<![가-힣])[가나다라마바사아자차카타파하](?=목)|(?<=\()(?:[أبجدهوز]|هـ)(?=\))")

_REFERENCE = r"\d+(?:\.\d+)*[a-z]?\b(?:\s?\((?:\d+|[a-z]{1,4}|[أبجدهوز]ـ?)\))*"
_AND = r"\s*(?:,|،|、|–|-|to|and|or|&|bis|und|oder|sowie|et|ou|à|y|e|o|a|و|أو|إلى)\s*"


def _worded(words: str, more: str = "") -> str:
    """References that begin with a word, for languages that write them so."""
    one = rf"{_REFERENCE}{more}"
    return rf"(?i)(?<!\w)(?:{words})\s*(?:no\.|nos\.|n°|nº|Nr\.|رقم)?\s*\(?{one}\)?(?:{_AND}(?:(?:{words})\s*)?(?!\d+[.,]\d{{3}}){one})*"


def _counted(units: str) -> str:
    """References of the form 제6조, 第六条, with letters and lower units behind."""
    one = rf"[제第]\s?(?:\d+(?:\.\d+)*|[{HAN}]+)\s?(?:\([a-z\d]+\)\s?)*(?:{units})(?:[의の]\s?\d+)?"
    letter = r"\s?第?\s?(?:\([a-z]\)|[a-z](?=[項项목])|[가나다라마바사아자차카타파하]목)"
    return rf"{one}(?:{letter}|\s?{one}|[\s,、，및과와·・]*(?={one}))*"


_LOWER = r"(?:,?\s*(?:{})\s*(?:\d+|[a-z])\b\)?)*"
_EXPRESSIONS: Mapping[str, str] = {
    "en": _worded(
        r"sub-?sections?|sections?|sec\.|articles?|art\.|clauses?|paragraphs?|para\.|chapters?|recitals?|annex(?:es)?|appendix|schedules?|items?|points?|parts?|§§?",
        _LOWER.format(r"sub-?paragraph|paragraph|point|item|letter"),
    ),
    "de": _worded(
        r"Abschnitt\w{0,2}|Ziffern?|Ziff\.|Artikeln?|Artikels|Art\.|Absatz|Absätze|Abs\.|Nummern?|Nr\.|Klauseln?|Kapiteln?|Paragra(?:f|ph)\w*|Punkt\w{0,2}|Anhang|Anlage|Teil|§§?",
        _LOWER.format(r"Absatz|Abs\.|Satz|S\.|Buchstabe|Buchst\.|lit\.|Nummer|Nr\.|Unterabsatz|UAbs\."),
    ),
    "fr": _worded(
        r"articles?|art\.|sections?|paragraphes?|clauses?|chapitres?|annexes?|alin[ée]as?|points?|parties?|§§?",
        _LOWER.format(r"paragraphe|alin[ée]a|point|lettre|al\.|let\."),
    ),
    "es": _worded(
        r"art[íi]culos?|art\.|secci(?:ón|ones)|apartados?|cláusulas?|párrafos?|cap[íi]tulos?|anexos?|puntos?|partes?|§§?",
        _LOWER.format(r"apartado|letra|párrafo|punto|inciso"),
    ),
    "ar": _worded(
        r"[وبلكف]?(?:ال|لل)?(?:مادة|مادتين|مواد|بند|بندين|بنود|قسم|قسمين|أقسام|فقرة|فقرات|فصل|ملحق|جزء)",
        _LOWER.format(r"(?:ال)?(?:فقرة|بند|نقطة|حرف)"),
    ),
    "ko": _counted("조|항|호|장|절|관|부|편"),
    "ja": _counted("条|條|項|号|章|節|款|編|部"),
    "zh": _counted("条|條|款|项|項|章|节|節|号|部分|编|編|段|点"),
}
