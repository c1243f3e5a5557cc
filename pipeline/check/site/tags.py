"""HTML to its tags, with the standard library's parser; the only importer of ``html.parser``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """An opening tag."""

    name: str
    """In small letters."""
    attributes: Mapping[str, str]
    """By name, in small letters; entities are decoded, and one without a value is empty."""
    line: int
    """Where it begins, from 1."""


def tags(text: str) -> Sequence[Tag]:
    """Return the opening tags of HTML in their order. Comments, and what script and style hold, have none."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of an attribute that stands twice, the first counts (HTML 13.2.5.33).
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.found.append(Tag(name=tag, attributes=attributes, line=self.getpos()[0]))
