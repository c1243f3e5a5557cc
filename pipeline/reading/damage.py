"""Text that was read in another encoding than it was written in: ``memberâ€™s`` for ``member’s``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

_LOST = "\ufffd"
"""What a program writes for bytes that it could not read."""

_CHARACTER = r"[\x80-\u05ff\u2000-\u25ff\uf8ff\ufb01\ufb02\ufffd]"
_SUSPECT = re.compile(rf"{_CHARACTER}(?:(?<=[\x80-\x9fÂÃŒœ])|{_CHARACTER})")
"""What ftfy takes for damage has one of these characters, or two of those side by side: most texts need no closer look."""

_WORDS = re.compile(r"[^ \n]+")
_BYTE_AS_CHARACTER = re.compile(r"[\x80-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One damaged part of a text: a word, or several where blanks are damaged too."""

    part: str
    """As it stands in the text."""
    mended: str | None
    """What it should be; none if that is lost."""
    start: int
    """Where it stands in the text."""


def damage(text: str) -> tuple[Damage, ...]:
    """Return the damaged parts of a text, in its order.

    Windows-1252 characters that stand as control characters (U+0080 to U+009F) are no damage by themselves.
    """
    return () if text.isascii() else tuple(_damage(text))


def _damage(text: str) -> Iterator[Damage]:
    if not _SUSPECT.search(text) and _LOST not in text:
        return
    import ftfy  # noqa: PLC0415 - hardly any text looks damaged

    mended = ftfy.fix_encoding(text)
    if mended == text and _LOST not in text:
        return
    before, after = list(_WORDS.finditer(text)), _WORDS.findall(mended)
    if len(before) == len(after):
        pairs = [(word.start(), word[0], new) for word, new in zip(before, after, strict=True)]
    else:
        pairs = [_difference(text, mended)]
    for start, part, new in pairs:
        if part != new and new != _windows(part):
            yield _narrow(start, part, new)
        elif at := new.find(_LOST) + 1:
            first, last = max(at - _LONG // 2, 0), at + _LONG // 2
            yield Damage(part=part[first:last], mended=None, start=start + first)


def _narrow(start: int, part: str, mended: str) -> Damage:
    """A word as it is; of what is too long for a word, as where no blanks stand between words, what differs."""
    if len(part) > _LONG:
        first = _equal(part, mended)
        last = _equal(part[:first:-1], mended[:first:-1])
        start += first
        part, mended = part[first : len(part) - last], mended[first : len(mended) - last]
    return Damage(part=part, mended=None if _LOST in mended else mended, start=start)


_LONG = 40
"""No word has more characters."""


def _windows(part: str) -> str:
    """The part with control characters read as Windows-1252 has them, which is all that may be wrong with it."""
    return _BYTE_AS_CHARACTER.sub(
        lambda found: found[0].encode("latin-1").decode("windows-1252", "replace"), part
    )


def _difference(text: str, mended: str) -> tuple[int, str, str]:
    """From the first word that differs to the last one."""
    first = _equal(text, mended)
    start = max(text.rfind(blank, 0, first) for blank in " \n") + 1
    last = _equal(text[:start:-1], mended[:start:-1])
    end = len(text) - last
    end = min((at for at in (text.find(" ", end), text.find("\n", end)) if at >= 0), default=len(text))
    return start, text[start:end], mended[start : len(mended) - len(text) + end]


def _equal(one: str, two: str) -> int:
    """How many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
