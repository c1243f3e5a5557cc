"""The addresses in a style sheet: ``url()`` and ``@import``."""

import re
from collections.abc import Iterator

from pipeline.check.site.page import Reference, Use


def references(text: str) -> Iterator[Reference]:
    """Find the addresses in CSS, in their order; what stands in comments and other strings is none."""
    for found in _PART.finditer(text):
        url = next((found[name] for name in ("quoted", "bare", "imported") if found[name] is not None), "")
        if url:
            line = text.count("\n", 0, found.start()) + 1
            yield Reference(url=_ESCAPE.sub(_character, url), line=line, use=Use.LOADED)


def _character(found: re.Match[str]) -> str:
    """What an escape stands for (CSS Syntax 4.3.7)."""
    number = int(found["number"] or "0", 16)
    if found["number"] is None:
        return found["letter"].replace("\n", "")
    return chr(number) if 0 < number <= _LAST and number not in _SURROGATES else "\ufffd"


_STRING = r"""(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')"""
_NUMBER = r"\\[0-9a-fA-F]{1,6}\s?"
_PART = re.compile(
    rf"""
    /\*[\s\S]*?(?:\*/|\Z)
    | @import\s* (?P<i>["']) (?P<imported>(?:\\[\s\S]|(?!(?P=i))[^\\])*) (?P=i)
    | (?<![\w-]) url\(\s*
      (?: (?P<q>["']) (?P<quoted>(?:\\[\s\S]|(?!(?P=q))[^\\])*) (?P=q)
        | (?P<bare>(?:{_NUMBER}|\\[\s\S]|[^\s"'()\\])+) )
    | {_STRING}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:(?P<number>[0-9a-fA-F]{1,6})\s?|(?P<letter>[\s\S]))")
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
