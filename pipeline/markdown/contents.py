"""The table of contents: the sections of a document, with their headings in the language of the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from pipeline.markdown.dialect import parser
from pipeline.markdown.headings import heading_text, raw_headings
from pipeline.markdown.html import raw
from pipeline.markdown.inline import shown
from pipeline.markdown.isolate import isolated
from pipeline.markdown.page import Presentation
from pipeline.markdown.sections import Section
from pipeline.markdown.skeleton import Skeleton
from pipeline.markdown.tags import Tag, tags

_LEVELS = (2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a table of contents."""

    id: str
    """Of the heading that it leads to."""
    level: int
    """2 or 3; the first entry has 2, if its heading says something."""
    text: str
    """The heading without markup."""
    html: str
    """The heading with its emphasis and code, to stand in a link: without links, ids and images."""
    is_untranslated: bool
    """Whether it is still in the language of the source."""


def contents(skeleton: Skeleton, presentation: Presentation) -> tuple[Entry, ...]:
    """Return the sections of levels 2 and 3 that a reader looks for: not the title, nor what is quoted or says nothing."""
    listed = [one for one in presentation.sections if one.level in _LEVELS and not one.is_quoted]
    raw_places = {section.place[0] for section in listed if section.tag is not None}
    found = {place: tuple(_raw_headings(skeleton.tokens[place])) for place in raw_places}
    entries = (_entry(section, _heading(skeleton, section, found), presentation) for section in listed)
    return tuple(entry for entry in entries if entry.text)


def section_text(skeleton: Skeleton, section: Section) -> str:
    """Return the plain text of a section's heading as a copy of the source's skeleton has it, on one line."""
    place = section.place[0]
    found = {place: tuple(_raw_headings(skeleton.tokens[place]))}
    return heading_text(_heading(skeleton, section, found)[0])


_Heading = tuple[Sequence[Token], bool]
"""What stands in a heading, and whether it was left untranslated."""


def _heading(skeleton: Skeleton, section: Section, raw_found: Mapping[int, Sequence[_Heading]]) -> _Heading:
    """The heading of a section; an empty one if raw HTML has fewer headings than the source."""
    place = section.place[0]
    if section.tag is None:
        slot = skeleton.tokens[place]
        return slot.children or (), "untranslated" in slot.meta
    return next(iter(raw_found[place][section.tag :]), ((), False))


def _raw_headings(token: Token) -> Iterator[_Heading]:
    """The headings of raw HTML in a block or a text."""
    left = token.meta.get("untranslated", ())
    if token.type != "html_block":
        yield from ((heading.children, "untranslated" in token.meta) for heading in raw_headings(token))
        return
    ends = list(accumulate(len(piece.raw) for piece in token.meta.get("pieces", ()))) if left else []
    starts, stops = ([numbers[piece] for piece in sorted(left)] for numbers in ((0, *ends), ends))
    for heading in raw_headings(token):
        first = bisect_right(stops, heading.start)
        yield heading.children, first < len(stops) and starts[first] < heading.end


def _entry(section: Section, heading: _Heading, presentation: Presentation) -> Entry:
    children, is_left = heading
    kept = list(_phrase(children))
    if not (is_left and presentation.mark.get("dir") == "ltr"):
        kept = isolated(kept, presentation.isolate)
    writer = _writer()
    slot = Token("inline", "", 0, children=kept)
    return Entry(
        id=section.id,
        level=section.level,
        text=heading_text(children),
        html=str(writer.renderer.render([slot], writer.options, {})).strip(" "),
        is_untranslated=is_left,
    )


_KEPT = {
    "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
}  # fmt: skip
"""The elements of raw HTML that only say how words are meant."""
_DIRECTIONS = {"auto", "ltr", "rtl"}


def _phrase(children: Iterable[Token]) -> Iterator[Token]:
    """What of a heading can stand in a link of another list; every element that is opened is closed."""
    opened: list[str] = []
    for child in children:
        if child.type == "image":
            yield Token("text", "", 0, content=shown([child]))
        elif child.type == "hardbreak":
            yield Token("text", "", 0, content=" ")
        elif child.type == "html_inline":
            yield from _tags(child.content, opened)
        elif child.type in {"link_open", "link_close"}:
            continue
        elif child.nesting > 0:
            opened.append(child.tag)
            yield child
        elif child.nesting < 0:
            while opened and (name := opened.pop()) != child.tag:
                yield raw(f"</{name}>")
            yield child
        else:
            yield child
    yield from (raw(f"</{name}>") for name in reversed(opened))


def _tags(html: str, opened: list[str]) -> Iterator[Token]:
    for tag in tags(html):
        if tag.name == "br":
            yield Token("text", "", 0, content=" ")
        elif tag.name in _KEPT and not tag.is_closing:
            opened.append(tag.name)
            yield raw(f"<{tag.name}{_attributes(tag)}>")
        elif tag.is_closing and opened[-1:] == [tag.name]:
            yield raw(f"</{opened.pop()}>")


def _attributes(tag: Tag) -> str:
    direction, language = tag.attributes.get("dir", "").lower(), tag.attributes.get("lang")
    return (f' dir="{direction}"' if direction in _DIRECTIONS else "") + (
        f' lang="{escapeHtml(language)}"' if language else ""
    )


@cache
def _writer() -> MarkdownIt:
    return parser()
