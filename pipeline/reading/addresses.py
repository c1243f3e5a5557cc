"""E-mail addresses, web addresses and telephone numbers that a reader sees in a text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reading.digits import western


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What of a text says where somebody can be reached, in the order of the text."""

    web: tuple[str, ...]
    """E-mail and web addresses, as written."""
    phones: tuple[str, ...]
    """Telephone numbers, as written."""
    rest: str
    """The text without them: each is replaced by as many object replacement characters, so that places stay."""


@lru_cache(maxsize=1024)
def addresses(text: str) -> Addresses:
    """Find the addresses in a text. A host is known by its last label: two or more Latin letters, the same as in a URL."""
    web, phones = _found(text)
    return Addresses(
        web=tuple(text[start:end] for start, end in map(_web_span, web)),
        phones=tuple(text[start:end] for start, end in map(_phone_span, phones)),
        rest=_mask(_mask(text, web), phones),
    )


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the addresses of a text begin and end, those of every kind in one order; none overlap."""
    web, phones = _found(text)
    return tuple(sorted((*map(_web_span, web), *map(_phone_span, phones))))


def _found(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """The web addresses of a text, and the telephone numbers outside them."""
    web = tuple(_WEB.finditer(text)) if _SIGN_OF_WEB.search(text) else ()
    if len(_DIGIT.findall(text)) < _FEWEST:
        return web, ()
    plain = western(_mask(text, web))
    runs = (_PHONE.match(plain, match.start(), _closed(match)) for match in _PHONE.finditer(plain))
    return web, tuple(match for match in runs if match and _is_phone(match[0]))


def _web_span(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip(".,;:)»”’'\""))


def _phone_span(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.start() + len(match[0].rstrip())


def phone_digits(phone: str) -> str:
    """Return the digits of a telephone number as 0 to 9, without a leading zero."""
    return re.sub(r"\D", "", western(phone)).lstrip("0")


_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
"""RFC 1035, 2.3.4: a label has 63 characters at most; without a bound, the time grows with the square of a text."""
_TOP = r"[A-Za-z]{2,24}(?![A-Za-z0-9-])"
_KNOWN = "com|net|org|io|info|biz|eu|edu|gov|app|dev|example|invalid|test|kr|jp|cn|de|fr|es|uk|us|ch|at|it|ru|in|br|co"
_NOT_URL = r"\s<>\"“”‘’«»「」『』（）()\[\]、。，；：！？"
_WEB = re.compile(
    rf"""
      (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{{1,64}}@(?:{_LABEL}\.)+{_TOP}                       # e-mail
    | (?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{{0,20}}:)?//[^{_NOT_URL}]+                       # URL
    | (?<![A-Za-z0-9])www\.[^{_NOT_URL}]+
    | (?<![A-Za-z0-9@./-])(?:{_LABEL}\.){{1,8}}(?:{_KNOWN})(?![A-Za-z0-9-])(?:/[^{_NOT_URL}]*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN_OF_WEB = re.compile(r"@|//|[Ww]\.|\.[^\W\d_]")
"""Each web address has one of these: most texts have none, and need no closer look."""

_BETWEEN = r"[\s().\-\u2010\u2011\u2013/\u00a0\u202f]"
_PHONE = re.compile(rf"(?<![A-Za-z0-9.,/\-])\(?\+?\(?\d(?:{_BETWEEN}{{0,2}}\d){{6,15}}(?![A-Za-z0-9\-])")

_DIGIT = re.compile(r"\d")
_FEWEST = 7
"""So many digits has a telephone number at least."""


def _closed(match: re.Match[str]) -> int:
    """Where a run of digits ends, without a bracket that it opens and does not close: “400-555-0126 (24 hours)”."""
    opened = match[0].rfind("(")
    return match.end() if match[0].find(")", opened) >= 0 or opened < 1 else match.start() + opened


def _is_phone(text: str) -> bool:
    """Whether a run of digits is a telephone number, and not a date, a large number, or two years.

    It begins with a plus sign or a zero; or its digits are grouped, but not by blanks alone.
    """
    text = text.strip()
    if _DATE.fullmatch(text) or _THOUSANDS.fullmatch(text) or _YEARS.fullmatch(text):
        return False
    if text.startswith(("+", "0", "(0", "(+")):
        return True
    grouped = re.search(rf"\d{_BETWEEN}+\d", text) and not re.search(r"\s", text)
    return bool(grouped) and len(re.sub(r"\D", "", text)) > _FEWEST


_DATE = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?|\d{4}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[\s.,\u00a0\u202f]\d{3})+")
_YEARS = re.compile(r"[12]\d{3}\s?[-–/]\s?[12]\d{3}")


def _mask(text: str, matches: tuple[re.Match[str], ...]) -> str:
    if not matches:
        return text
    parts: list[str] = []
    position = 0
    for match in matches:
        parts += (text[position : match.start()], "\ufffc" * len(match[0]))
        position = match.end()
    return "".join((*parts, text[position:]))
