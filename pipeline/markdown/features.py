"""What a unit's Markdown holds besides its words, so that a source and a translation can be compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from pipeline.markdown.inline import References, flat, inline, is_literal, settled, shown

_MARKUP = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strikethrough",
    "code_inline": "code",
    "link_open": "link",
    "image": "image",
    "hardbreak": "line break",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The markup of one text, with repetitions. Markup and targets are sorted: word order differs between languages."""

    markup: tuple[str, ...] = ()
    """Names of what is marked up: ``strong``, ``link``, ``line break``, …"""
    targets: tuple[str, ...] = ()
    """Where links lead."""
    images: tuple[str, ...] = ()
    """Where images come from: a browser asks for them at once, without a click."""
    text: str = ""
    """What a reader sees, without markup."""
    html: tuple[str, ...] = ()
    """Raw HTML tags, in the order of the text, with what stands in a script or a style sheet between them."""


def features(text: str, references: References) -> Features:
    """Parse a folded text and list its features."""
    return parsed_features(text, references) if references and not is_literal(text) else _features_alone(text)


@lru_cache(maxsize=1 << 11)
def _features_alone(text: str) -> Features:
    """The same for a text that no definition of a link can change: a source is compared with a translation in each language."""
    return Features(text=settled(text)) if is_literal(text) else parsed_features(text, {})


def parsed_features(text: str, references: References) -> Features:
    """Return what `features` does, by the parser."""
    children = inline(text, references)
    tokens = list(flat(children))
    return Features(
        markup=tuple(sorted(_MARKUP[token.type] for token in tokens if token.type in _MARKUP)),
        targets=tuple(sorted(str(token.attrs["href"]) for token in tokens if "href" in token.attrs)),
        images=tuple(sorted(str(token.attrs["src"]) for token in tokens if "src" in token.attrs)),
        text=shown(children),
        html=tuple(_html(tokens)),
    )


_OBEYED = re.compile(r"<(script|style)\b", re.IGNORECASE)
"""Elements whose content speaks to the browser and not to a reader."""


def _html(tokens: Iterable[Token]) -> Iterator[str]:
    name, inside = "", ""
    for token in tokens:
        is_tag = token.type == "html_inline"
        if name and not (is_tag and token.content.lower().startswith(f"</{name}")):
            inside += token.content or token.markup or token.tag
            continue
        if inside:
            yield inside
        opening = _OBEYED.match(token.content) if is_tag and not name else None
        name, inside = opening[1].lower() if opening else "", ""
        if is_tag:
            yield token.content
    if inside:
        yield inside
