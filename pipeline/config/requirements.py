"""What a translation has to be before it counts as published, and what becomes of one that is not: keys of three tables.

A key may stand in ``[tool.policyglot]`` for all documents, in ``documents.<name>`` for one, and most of them in
``documents.<name>.locales.<locale>`` for one document in one language. The narrowest that is set rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipeline.approvals import Role


class OnIncomplete(StrEnum):
    """What a reader of a language gets of a document whose translation does not pass."""

    ENGLISH = "english"
    """The source text, with a notice in the reader's language."""
    MIXED = "mixed"
    """What is translated, and the source text for the rest, marked, with a notice."""
    HIDE = "hide"
    """No page."""
    LAST_RELEASE = "last-release"
    """The newest release that the language has, with a notice; where there is none, the source text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What one document in one language is held to."""

    on_incomplete: OnIncomplete = OnIncomplete.MIXED
    min_units: int = 100
    """How many of the units have to be translated, in per cent."""
    min_words: int = 100
    """How many of the source's words have to stand in translated units, in per cent."""
    required_units: tuple[str, ...] = ()
    """Anchors of sections in which every unit has to be translated; ``top`` is what stands above the first heading."""
    required_approvals: tuple[Role, ...] = ()
    """The roles in which somebody has to have approved every text before a release."""
    required_locales: tuple[str, ...] = ()
    """The locales without which the document is not complete."""
    authoritative: tuple[str, ...] = ()
    """The locales whose text binds; none stands for the language of the sources."""
    authoritative_notice: str | bool = True
    """What the page says of which text binds: the standard notice where it belongs, a text of the project's own, or nothing."""


Tables = Mapping[tuple[str, ...], Mapping[str, Any]]
"""The keys that are set, by their fields, in each table: ``()``, ``(document,)``, ``(document, locale)``."""


def merged(tables: Tables, document: str, locale: str) -> Requirements:
    """Return what a document in a locale is held to, the narrowest table last."""
    places: tuple[tuple[str, ...], ...] = ((), (document,), (document, locale))
    chosen: dict[str, Any] = {}
    for place in places:
        chosen |= tables.get(place, {})
    return Requirements(**chosen)
