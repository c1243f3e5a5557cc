"""What the rules need to know of a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.check.site.tags import Tag, tags


class Use(StrEnum):
    """What an address in a file is for."""

    FOLLOWED = "followed"
    """A reader follows it, or a program that reads the page."""
    LOADED = "loaded"
    """The browser loads it with the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An address that stands in a file."""

    url: str
    line: int
    use: Use = Use.FOLLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The page in one of its languages: ``<link rel="alternate" hreflang="…" href="…">``."""

    value: str
    """A language tag, or ``x-default``."""
    url: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name in a page, and the line where it stands."""

    name: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; what it holds stands in the order of its tags."""

    language: str
    """``lang`` of its ``html`` element, or empty."""
    is_indexed: bool
    """Whether search engines may list it: it does not say ``noindex``."""
    ids: tuple[Place, ...]
    names: tuple[str, ...]
    """Places named the older way: ``<a name>``."""
    headings: tuple[Place, ...]
    """By tag: ``h1`` to ``h6``."""
    references: tuple[Reference, ...]
    """All addresses, canonical and alternate ones among them."""
    canonicals: tuple[Reference, ...]
    alternates: tuple[Alternate, ...]
    inline: tuple[Place, ...]
    """What a Content-Security-Policy forbids inside a page: ``<style>``, ``onclick=``, ``<base>``."""


def page(text: str) -> Page:
    """Read a page. Every text is one: a browser shows something for all of them."""
    found = tags(text)
    links = [tag for tag in found if tag.name == "link" and "href" in tag.attributes]
    return Page(
        language=next((tag.attributes.get("lang", "") for tag in found if tag.name == "html"), ""),
        is_indexed=not any(_hides(tag) for tag in found),
        ids=tuple(Place(name=tag.attributes["id"], line=tag.line) for tag in found if "id" in tag.attributes),
        names=tuple(tag.attributes["name"] for tag in found if tag.name == "a" and "name" in tag.attributes),
        headings=tuple(Place(name=tag.name, line=tag.line) for tag in found if _HEADING.fullmatch(tag.name)),
        references=tuple(reference for tag in found for reference in _references(tag)),
        canonicals=tuple(
            Reference(url=tag.attributes["href"], line=tag.line)
            for tag in links
            if "canonical" in _words(tag, "rel")
        ),
        alternates=tuple(
            Alternate(value=tag.attributes["hreflang"], url=tag.attributes["href"], line=tag.line)
            for tag in links
            if "alternate" in _words(tag, "rel")
            and "hreflang" in tag.attributes
            and "type" not in tag.attributes
        ),
        inline=tuple(Place(name=name, line=tag.line) for tag in found for name in _inline(tag)),
    )


def _words(tag: Tag, attribute: str) -> Sequence[str]:
    return _BETWEEN.split(tag.attributes.get(attribute, "").lower())


def _hides(tag: Tag) -> bool:
    """Whether a tag keeps search engines from listing the page."""
    is_robots = tag.name == "meta" and tag.attributes.get("name", "").lower() == "robots"
    return is_robots and not {"noindex", "none"}.isdisjoint(_words(tag, "content"))


def _references(tag: Tag) -> Iterator[Reference]:
    for attribute, value in sorted(tag.attributes.items()):
        if attribute in {"srcset", "imagesrcset"}:
            urls = tuple(_candidates(value))
        elif attribute == "content" and tag.attributes.get("http-equiv", "").lower() == "refresh":
            urls = tuple(_REFRESH.findall(value))
        elif attribute in {"href", "xlink:href"} or (tag.name, attribute) in _LOADED or attribute == "src":
            urls = (value,)
        else:
            continue
        for url in urls:
            yield Reference(url=url, line=tag.line, use=_use(tag, attribute))


def _use(tag: Tag, attribute: str) -> Use:
    if attribute not in {"href", "xlink:href"}:
        return Use.LOADED
    if tag.name == "link":
        return Use.FOLLOWED if _LOADING.isdisjoint(_words(tag, "rel")) else Use.LOADED
    return Use.LOADED if tag.name in _DRAWN else Use.FOLLOWED


def _candidates(value: str) -> Iterator[str]:
    """The addresses of a ``srcset`` (HTML 4.8.4.2.2): each ends at white space; a comma at its end, or the next, ends it."""
    rest = value
    while found := _CANDIDATE.match(rest):
        rest = rest[found.end() :]
        if not found[1].endswith(","):
            rest = _DESCRIPTOR.sub("", rest, count=1)
        yield found[1].rstrip(",")


def _inline(tag: Tag) -> Iterator[str]:
    kind = tag.attributes.get("type", "").lower()
    if tag.name in {"style", "base"}:
        yield f"<{tag.name}>"
    if tag.name == "script" and "src" not in tag.attributes and _CODE.fullmatch(kind):
        yield "<script>"
    for attribute, value in sorted(tag.attributes.items()):
        if attribute == "style" or attribute.startswith("on"):
            yield f"{attribute}="
        if attribute in _ADDRESSES and _SCRIPT.match(value):
            yield f"{attribute}=javascript:"


_HEADING = re.compile("h[1-6]")
_BETWEEN = re.compile(r"[\s,]+")
_REFRESH = re.compile(r"""^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)""", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)")
_DESCRIPTOR = re.compile(r"^(?:[^,(]|\([^)]*\)?)*")
_LOADED = {("body", "background"), ("object", "data"), ("video", "poster")}
"""Beside ``src`` and ``srcset``: attributes whose address a browser loads, by tag."""
_DRAWN = {"feimage", "image", "use"}
"""Tags of SVG whose ``href`` a browser loads."""
_LOADING = {
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
}
"""Kinds of ``<link>`` for which a browser asks a host something."""
_CODE = re.compile(r"|module|importmap|speculationrules|.*(?:java|ecma)script.*")
"""Types of ``<script>`` that a Content-Security-Policy speaks of; others are data."""
_ADDRESSES = {"action", "formaction", "href", "src", "xlink:href"}
_SCRIPT = re.compile(r"[\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
