"""A sentence ends as its source does, with the marks of its language."""

import re
from collections.abc import Iterator, Mapping

from pipeline.check.rule import Finding, Pair
from pipeline.model import Kind

_CLASSES: Mapping[str, str] = {
    **dict.fromkeys(".。．｡۔।॥።", "full stop"), **dict.fromkeys("?？؟;⁇", "question mark"), **dict.fromkeys("!！", "exclamation mark"),
    **dict.fromkeys(":：", "colon"), **dict.fromkeys(";；؛", "semicolon"), **dict.fromkeys(",，、،", "comma"), **dict.fromkeys("…⋯", "ellipsis"),
}  # fmt: skip
_NONE = "no mark"

_FREE = {"colon", "semicolon", "comma", _NONE}
"""Ends that an item of a list or a heading may exchange: languages differ in how they join items."""

_ASKING: Mapping[str, str] = {"el": ";", "ja": "か", "ko": "까"}
"""Last letters that ask, where a question needs no mark, or another one."""

_AS_FULL_STOP: Mapping[str, set[str]] = {"ko": {"colon"}, "ja": {"colon"}}
"""What becomes a full stop where the language closes the sentence before a list: “…은 다음과 같습니다.”"""


def end(pair: Pair) -> Iterator[Finding]:
    """Find ends of another class: a question that became a statement, a sentence without its full stop."""
    ours, theirs = (_end(text) for text in (pair.unit.text, pair.message.translation))
    source, target = (_CLASSES.get(mark, _NONE) for mark in (ours, theirs))
    tongue = pair.brief.target.split("_", maxsplit=1)[0]
    if theirs and _stem(pair.message.translation).endswith(_ASKING.get(tongue, "\0")):
        target = "question mark"
    if source == target or _may_be(source, target, tongue, pair.unit.kind):
        return
    yield Finding(
        message=f"the source ends with {_article(source)}, the translation with {_article(target)}",
        hint="end the translation as the source ends, in the way of the language",
        source=(ours,) if source != _NONE else (),
        target=(theirs,) if target != _NONE else (),
    )


def _may_be(source: str, target: str, tongue: str, kind: Kind) -> bool:
    if source in _FREE and target in _FREE:
        return kind is not Kind.PARAGRAPH or _NONE in {source, target} or tongue in _AS_FULL_STOP
    if target == "full stop":
        # An author forgets a full stop more often than a translator adds a wrong one.
        return (
            source in {_NONE, "ellipsis"}
            or source in _AS_FULL_STOP.get(tongue, ())
            or (kind is not Kind.PARAGRAPH and source in _FREE)
        )
    if source == "full stop":
        return target == _NONE and (kind is not Kind.PARAGRAPH or tongue in _NO_FULL_STOP)
    return False


_NO_FULL_STOP = {"th", "lo", "km", "my"}
"""Languages whose sentences end without a mark."""


def _end(text: str) -> str:
    """The last letter or mark of a text."""
    return _core(text)[-1:]


def _stem(text: str) -> str:
    """A text without the full stop that it ends with."""
    return _core(text).rstrip(".。")


def _core(text: str) -> str:
    """A text without markup, brackets and quotation marks behind it."""
    return (_TARGET.sub("", text) if "]" in text else text).rstrip(_BEHIND)


_TARGET = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]")
"""Where a link leads."""
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""All white space of Unicode."""
_BEHIND = _BLANKS + "*_`~\"'”’»«›‹“‘」』）)]】》〉}\u200e\u200f\u2060\u2066\u2067\u2068\u2069>"
"""What may stand behind the last letter or mark of a sentence."""


def _article(name: str) -> str:
    return name if name == _NONE else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
