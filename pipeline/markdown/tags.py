"""The tags in raw HTML, with their attributes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from markdown_it.common.html_re import HTML_TAG_RE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One opening tag."""

    name: str
    """In small letters."""
    attributes: Mapping[str, str]
    """By names in small letters; an attribute without a value has an empty one."""
    line: int
    """How many lines below the beginning of the HTML."""


def opening_tags(html: str) -> Iterator[Tag]:
    """Walk the opening tags, but not those in comments and in elements whose content is no HTML.

    What opens and never closes hides the rest, as it does in a browser.
    """
    position = counted = lines = 0
    while (start := html.find("<", position)) >= 0:
        if html.startswith("<!--", start):
            position = _after(html, "-->", start)
        elif not (tag := _TAG.match(html, start)):
            position = start + 1
        else:
            position = tag.end()
            if name := _NAME.match(tag[0]):
                lines += html.count("\n", counted, start)
                counted = start
                yield Tag(
                    name=name[1].lower(),
                    attributes=dict(_attributes(tag[0][name.end() :])),
                    line=lines,
                )
                if name[1].lower() in _OPAQUE:
                    position = _after(html, f"</{name[1]}", position)


_TAG = re.compile(HTML_TAG_RE.pattern.removeprefix("^"))
_NAME = re.compile(r"<([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+)))?"""
)
_OPAQUE = {"script", "style", "textarea", "title", "xmp", "template", "iframe", "noembed", "noframes"}


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(text):
        yield found["name"].lower(), unescape(found["double"] or found["single"] or found["bare"] or "")


def _after(html: str, closing: str, start: int) -> int:
    found = re.compile(re.escape(closing), re.IGNORECASE).search(html, start)
    return found.end() if found else len(html)
