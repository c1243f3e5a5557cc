"""Nothing in a translation could run in a reader's browser, however it is spelled."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair


def script(pair: Pair) -> Iterator[Finding]:
    """Find tags behind entities, schemes of links that run code, and attributes that handle events.

    Pages escape all of these. They are refused all the same: the text also goes into Markdown, which other programs read.
    """
    source, target = pair.unit.text, pair.message.translation
    decoded = _decoded(target)
    if decoded != target and (
        hidden := Counter(_tags(decoded)) - Counter(_tags(target)) - Counter(_tags(_decoded(source)))
    ):
        yield Finding(
            message=f"the translation hides HTML behind character references: {' '.join(sorted(hidden))}",
            hint="remove it, or write \\< for a plain “<”",
            target=tuple(re.findall(r"&(?:lt|LT|#0*60|#[xX]0*3[cC]);?", target)),
        )
    for sign, pattern, read in _PROGRAMS:
        if not sign.search(decoded):
            continue
        found = Counter(pattern.findall(read(target))) - Counter(pattern.findall(read(source)))
        if found:
            yield Finding(
                message=f"a browser could run the translation as a program: {quoted(sorted(found))}",
                hint="remove it; a translation has only words",
                target=tuple(sorted(found)),
            )


_TAG = re.compile(r"<\s*[/!?]?\s*[A-Za-z][^<>]*>?")
_SCHEME = re.compile(
    r"(?:java|vb|live|j|ecma)script:|mocha:|data:(?:text|image|application|audio|video|font|multipart|message)/|data:[,;]|(?<=\]\()data:",
)
_HANDLER = re.compile(r"(?<![A-Za-z])on(?!line\b)[a-z]{3,24}[\s\x00-\x1f/]*=", re.IGNORECASE)
_WIDE_TAG = re.compile(
    r"＜/?(?:script|iframe|img|svg|object|embed|style|link|meta|base|form|body|video|math)\b"
)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff\\]")


def _tags(text: str) -> list[str]:
    return _TAG.findall(text)


def _decoded(text: str) -> str:
    """A text whose character references are read until nothing changes, as a chain of programs would do."""
    for _ in range(_LAYERS):
        text = unescape(text)
    return text


def _bare(text: str) -> str:
    """A text as a careless reader of addresses takes it: decoded, in small letters, without blanks and unseen characters."""
    text = unquote(_decoded(text), errors="replace").lower()
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


_LAYERS = 3
_PROGRAMS = (
    (re.compile(r"[:%︓﹕：⩴]"), _SCHEME, _bare),
    (re.compile("="), _HANDLER, _decoded),
    (re.compile("＜"), _WIDE_TAG, str.lower),
)
"""What a decoded text has at least that could run: a colon in any form, an equals sign, a wide bracket; the pattern, and how to read."""
