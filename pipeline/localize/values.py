"""What a catalog gives for a document, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.check import Finding, Pair, Rule
from pipeline.languages import Language
from pipeline.markdown import Skeleton
from pipeline.model import Diagnostic, SlotKey, State, Unit
from pipeline.segment import Document

Examined = tuple[Pair, Sequence[tuple[Rule[Pair], Finding]]]
"""A translation, and what the rules say of it."""


class Reason(StrEnum):
    """Why a unit stays in the source language."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    REFUSED = "refused"


LEFT = {
    State.UNTRANSLATED: Reason.UNTRANSLATED,
    State.FUZZY: Reason.FUZZY,
    State.TRANSLATED: Reason.REFUSED,
}
"""Why a unit stays behind, by how far its translation has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """A unit that stays in the source language."""

    unit: Unit
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a catalog gives for some units."""

    texts: Mapping[SlotKey, str]
    """The translations that may be published, by the unit's slot."""
    fallbacks: tuple[Fallback, ...]
    """The units without one, in their order."""
    diagnostics: tuple[Diagnostic, ...]
    """What the checks found, each once, in the order of the units."""
    finished: tuple[Pair, ...] = ()
    """The finished translations, refused ones among them, in the order of the units, each text once."""
    examined: tuple[Examined, ...] = ()
    """Each unit with its message, in the order of the units, and what the rules for one translation say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Localized:
    """A document in one language."""

    document: Document
    language: Language
    title: str
    metadata: Mapping[str, str]
    """The front-matter values that are translated, by key."""
    skeleton: Skeleton
    translation: Translation

    def is_translated(self, slot: SlotKey | None) -> bool:
        """Whether the text in a slot is in the document's language."""
        return all(fallback.unit.slot != slot for fallback in self.translation.fallbacks)
