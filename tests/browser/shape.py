"""What a page is made of: its elements, their attributes and their targets, as a browser's parser sees them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

Element = tuple[str, tuple[tuple[str, str], ...]]
"""A tag and its attributes, without those that only hold words or tell the language."""

Shape = Counter[Element]
"""The elements of a page, each as often as it stands there."""


def elements(page: str) -> Shape:
    """Parse a page as HTML5 has it, and count its elements."""
    root = LexborHTMLParser(page).root
    assert root is not None
    return shape((node.tag or "", node.attributes) for node in root.traverse())


def shape(found: Iterable[tuple[str, Mapping[str, str | None]]]) -> Shape:
    """Count elements, but for those that only tell what is not translated."""
    return Counter(filter(None, (_element(tag, attributes) for tag, attributes in found)))


def added(page: Shape, source: Shape) -> Sequence[str]:
    """What a page has that the source's page lacks; bare formatting, which Markdown has for everybody, is none."""
    found = (page - source).elements()
    return sorted(f"added {_told(element)}" for element in found if element not in _BARE)


def lost(page: Shape, source: Shape) -> Sequence[str]:
    """What a page lacks that the source's page has; inline Markdown can be lost without harm to anybody's browser."""
    found = (source - page).elements()
    return sorted(f"lost {_told(element)}" for element in found if element[0] not in _INLINE)


_WORDS = {"title", "alt", "aria-label", "lang", "dir", "hreflang", "aria-current"}
_BARE: set[Element] = {(tag, ()) for tag in ("em", "strong", "s", "code", "br")}
_INLINE = {"a", "img", "em", "strong", "s", "code", "br"}
_MARK = "untranslated"
_EDITION = re.compile(r"\.\./\.\./[A-Za-z-]+/[a-z0-9-]+/index\.html")


def _element(tag: str, attributes: Mapping[str, str | None]) -> Element | None:
    classes = (attributes.get("class") or "").split(" ")
    is_note = attributes.get("role") == "note" or attributes.get("name") == "robots"
    if is_note or (tag == "span" and _MARK in classes):
        return None
    return tag, tuple(sorted(_kept(attributes)))


def _kept(attributes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    is_description = attributes.get("name") == "description"
    for name, value in attributes.items():
        if name == "class":
            classes = " ".join(part for part in (value or "").split(" ") if part != _MARK)
            if classes:
                yield name, classes
        elif name == "href" and "hreflang" in attributes and _EDITION.fullmatch(value or ""):
            yield name, "the page in another language"
        elif name not in _WORDS and not (is_description and name == "content"):
            yield name, value or ""


def _told(element: Element) -> str:
    tag, attributes = element
    return f"<{' '.join((tag, *(f'{name}={value!r}' for name, value in attributes)))}>"
