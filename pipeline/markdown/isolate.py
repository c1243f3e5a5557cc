"""Addresses and telephone numbers set apart, so that they read from left to right wherever they stand.

In text from right to left, a browser puts the parts of ``+82-2-533-8622`` in another order (Unicode, UAX #9) unless an
element says that they are a text of their own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import accumulate

from markdown_it.token import Token

from pipeline.markdown.html import raw
from pipeline.markdown.tags import Tag, parts, tags

Isolate = Callable[[str], Iterable[tuple[int, int]]]
"""Tells the stretches of a text that are set apart: where each begins and ends, in order, none inside another."""

_OPEN, _CLOSE = '<bdi dir="ltr">', "</bdi>"


def isolated(children: Sequence[Token], isolate: Isolate) -> list[Token]:
    """Return inline tokens with an element around each stretch.

    A stretch may reach over emphasis and links, but not over code, an image, a line break, a variable or a tag of raw HTML.
    What begins inside of markup and ends outside stays as it is: no element can hold it.
    """
    done: list[Token] = []
    run: list[Token] = []
    inside = _NOWHERE
    for child in children:
        if child.type == "html_inline":
            for tag in tags(child.content):
                inside = _behind(tag, inside)
        if child.type in _JOINED and not inside[0]:
            run.append(child)
            continue
        done += [*_set_apart(run, isolate), child]
        run = []
    return [*done, *_set_apart(run, isolate)]


def isolated_html(html: str, isolate: Isolate) -> str:
    """Return an HTML block with an element around each stretch that stands in one of its texts."""
    done: list[str] = []
    position = 0
    inside = _NOWHERE
    for part in parts(html):
        if isinstance(part, Tag):
            inside = _behind(part, inside)
            continue
        text = unescape(part.raw)
        if not inside[0] and (spans := _ordered(isolate(text))):
            written, end = "", 0
            for start, stop in spans:
                written += f"{escape(text[end:start], quote=False)}{_OPEN}{escape(text[start:stop], quote=False)}{_CLOSE}"
                end = stop
            done += (html[position : part.start], written, escape(text[end:], quote=False))
            position = part.start + len(part.raw)
    return "".join((*done, html[position:]))


_JOINED = {"text"} | {f"{name}_{end}" for name in ("em", "strong", "s", "link") for end in ("open", "close")}
"""What a stretch may reach over."""

_SHELTERS = {
    "bdi",
    "bdo",
    "code",
    "kbd",
    "math",
    "object",
    "option",
    "pre",
    "samp",
    "select",
    "svg",
    "tt",
    "var",
}
"""Elements that set apart by themselves, hold code, or hold text alone."""

_NOWHERE = ("", 0)


def _behind(tag: Tag, inside: tuple[str, int]) -> tuple[str, int]:
    """In which element that needs nothing set apart the text behind a tag stands, and how deep in elements of its name."""
    name, depth = inside
    if not name:
        is_shelter = tag.name in _SHELTERS or tag.attributes.get("dir", "").lower() == "ltr"
        return (tag.name, 1) if is_shelter and not tag.is_closing else _NOWHERE
    if tag.name == name:
        depth += -1 if tag.is_closing else 1
    return (name, depth) if depth else _NOWHERE


def _ordered(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start < end and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _set_apart(run: Sequence[Token], isolate: Isolate) -> list[Token]:
    """Put elements into a run of text, emphasis and links."""
    text = "".join(token.content for token in run)
    spans = _ordered(isolate(text)) if text else []
    if not spans:
        return list(run)
    starts = list(accumulate((len(token.content) for token in run), initial=0))
    depths = list(accumulate((token.nesting for token in run), initial=0))
    cuts: dict[int, list[tuple[int, str]]] = {}
    for start, end in spans:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        depth = min(depths[first : last + 2])
        opening, closing = first, last + 1
        while (
            opening and depths[opening] > depth and starts[opening] == start and run[opening - 1].nesting > 0
        ):
            opening -= 1
        while (
            closing < len(run)
            and depths[closing] > depth
            and starts[closing] == end
            and run[closing].nesting < 0
        ):
            closing += 1
        if depths[opening] == depths[closing] == depth:
            cuts.setdefault(opening, []).append((start - starts[opening], _OPEN))
            closing = closing if starts[closing] == end else last
            cuts.setdefault(closing, []).append((end - starts[closing], _CLOSE))
    return list(_cut(run, cuts))


def _cut(run: Sequence[Token], cuts: dict[int, list[tuple[int, str]]]) -> Iterator[Token]:
    """Put tags into tokens, each so many letters behind the beginning of its token."""
    for index, token in enumerate((*run, None)):
        position = 0
        for offset, tag in cuts.get(index, ()):
            if token and offset > position:
                yield token.copy(content=token.content[position:offset])
                position = offset
            yield raw(tag)
        if token and (token.type != "text" or position < len(token.content)):
            yield token.copy(content=token.content[position:]) if position else token
