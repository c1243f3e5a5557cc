"""The tags in raw HTML, with their attributes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

from markdown_it.common.html_re import HTML_TAG_RE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag."""

    name: str
    """In small letters."""
    attributes: Mapping[str, str]
    """By names in small letters; an attribute without a value has an empty one."""
    line: int
    """How many lines below the beginning of the HTML."""
    start: int
    """Where it begins in the HTML."""
    end: int
    is_closing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What stands between two tags."""

    raw: str
    """As it is written, with entities."""
    start: int
    """Where it begins in the HTML."""


def opening_tags(html: str) -> Iterator[Tag]:
    """Walk the opening tags, as `tags` does."""
    return (tag for tag in tags(html) if not tag.is_closing)


def tags(html: str) -> Iterator[Tag]:
    """Walk the tags, but not those in comments and in elements whose content is no HTML, nor the end of such an element.

    What opens and never closes hides the rest, as it does in a browser.
    """
    return (part for part in parts(html) if isinstance(part, Tag))


def parts(html: str) -> Iterator[Tag | Text]:
    """Walk the tags, as `tags` does, and the text between them; comments are neither."""
    position = text = counted = lines = 0
    while (start := html.find("<", position)) >= 0:
        is_comment = html.startswith("<!--", start)
        tag = None if is_comment else _TAG.match(html, start)
        position = start + 1
        if not is_comment and not tag:
            continue
        if start > text:
            yield Text(raw=html[text:start], start=text)
        position = tag.end() if tag else _after(html, _COMMENT_END, start)
        if tag and (name := _NAME.match(tag[0])):
            lines += html.count("\n", counted, start)
            counted = start
            found = _tag(tag, name, lines)
            if found.name in _OPAQUE and not found.is_closing:
                closing = re.compile(rf"</{re.escape(found.name)}[^>]*>?", re.IGNORECASE)
                position = _after(html, closing, position)
            yield found
        text = position
    if html[text:]:
        yield Text(raw=html[text:], start=text)


def _tag(tag: re.Match[str], name: re.Match[str], line: int) -> Tag:
    return Tag(
        name=name["name"].lower(),
        attributes=dict(_attributes(tag[0][name.end() :])),
        line=line,
        start=tag.start(),
        end=tag.end(),
        is_closing=bool(name["closing"]),
    )


def changed(tag: str, name: str, place: str | None = None) -> str:
    """Return a tag with another name and, if one is given, with that id in the place of its own."""
    match = _NAME.match(tag)
    if not match:
        return tag
    rest = tag[match.end() :]
    if place is None:
        return f"<{match['closing']}{name}{rest}"
    rest = _BLANK_ATTRIBUTE.sub(lambda found: "" if found["name"].lower() == "id" else found[0], rest)
    return f'<{name} id="{escape(place)}"{rest}'


_TAG = re.compile(HTML_TAG_RE.pattern.removeprefix("^"))
_NAME = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+)))?"""
)
_BLANK_ATTRIBUTE = re.compile(rf"\s{_ATTRIBUTE.pattern}")
_COMMENT_END = re.compile("-->")
_OPAQUE = {"script", "style", "textarea", "title", "xmp", "template", "iframe", "noembed", "noframes"}


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(text):
        yield found["name"].lower(), unescape(found["double"] or found["single"] or found["bare"] or "")


def _after(html: str, closing: re.Pattern[str], start: int) -> int:
    found = closing.search(html, start)
    return found.end() if found else len(html)
