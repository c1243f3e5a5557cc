"""Translations are untrusted input: they hold the HTML tags that their source holds, no others and no fewer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.check.rule import Finding, Pair
from pipeline.markdown import Features


def raw_html(pair: Pair) -> Iterator[Finding]:
    """Find raw HTML that the source lacks, that it has and the translation lacks, or that is nested wrongly."""
    ours, theirs = _tags(pair, pair.source), _tags(pair, pair.target)
    if not ours and not theirs:
        return
    source, target = Counter(ours), Counter(theirs)
    if extra := sorted((target - source).elements()):
        yield Finding(
            message=f"the translation has raw HTML that the source lacks: {' '.join(extra)}",
            hint="remove it, or write \\< for a plain “<”" if pair.unit.block else "remove it",
            target=tuple(extra),
        )
    if missing := sorted((source - target).elements()):
        yield Finding(
            message=f"the translation lacks the source's raw HTML: {' '.join(missing)}",
            hint="copy the tags from the source",
            source=tuple(missing),
        )
    elif not extra and _is_nested(pair.source.html) and not _is_nested(pair.target.html):
        yield Finding(
            message="a tag is closed before it is opened, or tags overlap",
            hint="put the tags around the same words as the source does",
        )


def _tags(pair: Pair, features: Features) -> Sequence[str]:
    """The tags of a Markdown text, and what another program would take for one; in a plain text, only those."""
    if not pair.unit.block:
        return _PLAIN_TAG.findall(features.text)
    raw = pair.unit.text if features is pair.source else pair.message.translation
    if "<" not in raw:
        return features.html
    loose = _PLAIN_TAG.findall(_NO_TAG.sub(" ", raw))
    return (*features.html, *(tag for tag in loose if tag not in features.html))


_PLAIN_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>]*>?|<!--|<\?")
_NO_TAG = re.compile(
    r"\\<|(?P<code>`+)[^`].*?(?P=code)|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[^<>\s]+@[^<>\s]+>", re.DOTALL
)
"""What CommonMark does not take for a tag, and means nothing bad: an escaped “<”, code, an address in angle brackets."""

_NAME = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)")
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def _is_nested(tags: Sequence[str]) -> bool:
    """Whether every tag that is opened is closed, innermost first (HTML, 13.1.2)."""
    opened: list[str] = []
    for tag in tags:
        match = _NAME.match(tag)
        name = match["name"].lower() if match else ""
        if not match or name in _VOID or tag.endswith("/>"):
            continue
        if not match["closing"]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
