"""Terms in a text: where it has a term, in whatever form its language gives the words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import snowballstemmer

_ALGORITHMS: Mapping[str, str] = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "eu": "basque",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Languages whose words are compared by their stems; in others a term is looked for letter by letter."""

_COMPOUNDING = {"da", "de", "fi", "hu", "nb", "nl", "no", "sv", "ar"}
"""Languages that write words together: a term of one word may stand in a longer word."""

_SHORTEST_PART = 4


def occurrences(terms: Iterable[str], text: str, locale: str) -> Mapping[str, int]:
    """Count how often a text has each term; a place that a longer term holds is not counted for a shorter one.

    A term with a capital letter is only found with it; others are found in either case. In English a term is found in the
    singular and the plural only: what is provided is no provider.
    """
    return _occurrences(frozenset(terms), text, locale)


@lru_cache(maxsize=1024)
def _occurrences(terms: frozenset[str], text: str, locale: str) -> Mapping[str, int]:
    """Glossaries of different languages ask for the same terms of the same texts."""
    read = _nouns if locale.startswith("en") else _words
    words, roots = read(text, locale)
    places: dict[str, list[int]] = {}
    for place, root in enumerate(roots):
        places.setdefault(root, []).append(place)
    taken = [False] * len(words)
    found: dict[str, int] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        wanted, wanted_stems = read(term, locale)
        found[term] = 0
        for start in places.get(wanted_stems[0], ()) if wanted else ():
            span = range(start, start + len(wanted))
            fits = span.stop <= len(words) and all(
                not taken[place]
                and roots[place] == stem
                and (words[place][:1].isupper() or not word[:1].isupper())
                for place, word, stem in zip(span, wanted, wanted_stems, strict=True)
            )
            if fits:
                found[term] += 1
                for place in span:
                    taken[place] = True
    return found


def stems(text: str, locale: str) -> tuple[str, ...]:
    """Return the words of a text without their forms; in a language that is not known here, in small letters."""
    return tuple(_words(text, locale)[1])


def count(text: str, term: str, locale: str, *, compounds: bool = True) -> int:
    """Count the places in which a text has a term in some form.

    Args:
        text: the text, as a reader sees it.
        term: the term, as a dictionary has it.
        locale: the text's language.
        compounds: whether a longer word that holds the term counts, in languages that write words together.
    """
    tongue = locale.split("_", maxsplit=1)[0]
    if tongue not in _ALGORITHMS:
        return _plain(text).count(_plain(term))
    roots, wanted = _words(text, locale)[1], _words(term, locale)[1]
    joined = tongue if compounds and (len(wanted) == 1 or tongue == "ar") else ""
    return _in_forms(roots, wanted, joined) or _letter_by_letter(_plain(text), _plain(term))


def _in_forms(roots: Sequence[str], wanted: Sequence[str], tongue: str) -> int:
    """How often the stems of a term stand in a row."""
    if not wanted or len(wanted) > len(roots):
        return 0 if wanted else len(roots) + 1
    first, *others = wanted
    if tongue not in _COMPOUNDING and first not in roots:
        return 0
    return sum(
        _is_form(root, first, tongue) and all(map(_is_form, roots[start:], others, repeat(tongue)))
        for start, root in enumerate(roots[: len(roots) - len(others)], start=1)
    )


def _letter_by_letter(text: str, term: str) -> int:
    """How often a term stands in a text between other letters than its own."""
    return len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text)) if term in text else 0


def has(text: str, term: str, locale: str) -> bool:
    """Whether a text has a term in some form."""
    return count(text, term, locale) > 0


@lru_cache(maxsize=1024)
def present(terms: frozenset[str], text: str, locale: str) -> frozenset[str]:
    """Return which of some terms a text has in some form; who asks the same again gets the same answer."""
    return frozenset(term for term in terms if has(text, term, locale))


def _is_form(stem: str, wanted: str, tongue: str) -> bool:
    return stem == wanted or (
        tongue in _COMPOUNDING and len(wanted) >= _SHORTEST_PART - (tongue == "ar") and wanted in stem
    )


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """A text in small letters, with one blank between words, and without what Arabic may write or leave out."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text if text.isascii() else _SIGNS.sub("", text).translate(_ARABIC)
    return re.sub(r"\s+", " ", text).strip()


_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})


@lru_cache(maxsize=1024)
def _words(text: str, locale: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a text as written, and their stems, stemmed again: *crédits* needs it to become what *crédit* becomes."""
    words = _as_written(text)
    tongue = locale.split("_", maxsplit=1)[0]
    return words, [_stem(word, tongue) for word in words]


def _as_written(text: str) -> Sequence[str]:
    return _WORD.findall(text if text.isascii() else _SIGNS.sub("", text))


_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]{3,})?")
_SIGNS = re.compile(r"[\u064b-\u0652\u0640]")
"""What Arabic may write between letters."""


@lru_cache(maxsize=1 << 14)
def _stem(word: str, tongue: str) -> str:
    """The stem of one word; documents of a kind say the same words again and again."""
    plain, stemmer = _plain(word), _stemmer(tongue)
    return plain if stemmer is None else str(stemmer.stemWord(stemmer.stemWord(plain)))


@lru_cache(maxsize=1024)
def _nouns(text: str, locale: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of an English text as written, and without the ending of the plural (after D. Harman's S stemmer, 1991)."""
    del locale  # all are English
    words = _as_written(text)
    return words, [_singular(word) for word in words]


@lru_cache(maxsize=1 << 14)
def _singular(word: str) -> str:
    word = _plain(word)
    if word.endswith("s") and not word.endswith(("us", "ss", "aes", "oes")):
        word = word[:-1]
    # “policy” and “policies” meet here, and so do “cookie” and “cookies”.
    return word.removesuffix("e") if word.endswith("ie") else word[:-1] + "i" if word.endswith("y") else word


@cache
def _stemmer(tongue: str) -> "snowballstemmer.stemmer | None":
    import snowballstemmer  # noqa: PLC0415 - a project without a glossary needs none of its thirty languages

    algorithm = _ALGORITHMS.get(tongue)
    return snowballstemmer.stemmer(algorithm) if algorithm else None
