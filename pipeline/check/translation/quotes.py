"""Quotation marks come in pairs, those of the language, around what the source quotes."""

import re
from collections.abc import Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.marks import QUOTES, unmatched_quotes


def quotes(pair: Pair) -> Iterator[Finding]:
    """Find marks without a partner, marks of another language, and quotations that are none any more."""
    locale, text = pair.brief.target, pair.target.text
    stray = unmatched_quotes(text, locale)
    some = dict.fromkeys(_OF_SOME_LANGUAGE.findall(text))
    foreign = tuple(mark for mark in some if mark not in _own(locale))
    if stray and not unmatched_quotes(pair.source.text, pair.brief.source):
        yield Finding(
            message=f"a quotation mark has no partner: {quoted(stray)}",
            hint="write its partner, or delete it",
            target=stray,
        )
    elif foreign and not set(foreign) & set(pair.source.text) & _UNUSUAL:
        yield Finding(
            message=f"quotation marks of another language stand here: {quoted(foreign)}",
            hint=f"write {' or '.join(QUOTES.get(locale) or QUOTES[_tongue(locale)])}",
            target=foreign,
        )
    elif _QUOTATION.search(pair.source.text) and not _ANY.search(text):
        yield Finding(
            message="what the source has in quotation marks has none in the translation",
            hint="quote the same words",
            source=(_QUOTATION.findall(pair.source.text)[0],),
        )


def _own(locale: str) -> str:
    """The marks of a language, those of its first level and of the levels inside; all, if its marks are not known."""
    pairs = QUOTES.get(locale) or QUOTES.get(_tongue(locale))
    return "".join((*pairs, "’'")) if pairs else _MARKS


def _tongue(locale: str) -> str:
    return locale.split("_", maxsplit=1)[0]


_MARKS = "„“”«»「」『』"
_OF_SOME_LANGUAGE = re.compile(f"[{_MARKS}]")
_UNUSUAL = set("„«»「」『』")
"""Marks that an English source has only if it speaks of them."""
_QUOTATION = re.compile(r"“[^”]+”|(?<!\d)\"[^\"]+\"")
_ANY = re.compile(r"[“”„«»‹›「」『』《》〈〉‘‚\"]|(?<!\w)'|&quot;")
