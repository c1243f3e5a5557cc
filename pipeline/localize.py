"""A document and a catalog become a document in the catalog's language, with an account of what stayed behind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.catalog import CatalogFile
from pipeline.check import Brief, Finding, Pair, Rule, examine, pair
from pipeline.languages import Language
from pipeline.markdown import References, Skeleton
from pipeline.model import Diagnostic, Excerpt, Message, Severity, SlotKey, State, Unit
from pipeline.segment import Document, plain


class Reason(StrEnum):
    """Why a unit stays in the source language."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    REFUSED = "refused"


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


def original(document: Document, language: Language) -> Localized:
    """Return a document in its own language."""
    return _fill(document, language, Translation(texts={}, fallbacks=(), diagnostics=()))


def localize(document: Document, file: CatalogFile, brief: Brief) -> Localized:
    """Return a document in the catalog's language.

    A unit whose translation is missing, fuzzy or refused by a check keeps its source text and is listed.
    """
    return _fill(
        document, file.language, translate(document.units, file, document.skeleton.references, brief)
    )


def translate(units: Iterable[Unit], file: CatalogFile, references: References, brief: Brief) -> Translation:
    """Look up each unit's translation and let the checks decide whether it may be published."""
    messages = {message.key: message for message in file.catalog.active} if file.catalog else {}
    texts: dict[SlotKey, str] = {}
    fallbacks: list[Fallback] = []
    diagnostics: dict[Diagnostic, None] = {}
    for unit in units:
        message = messages.get(unit.key) or Message(text=unit.text)
        findings = examine(pair(unit, message, references, brief))
        if message.state is not State.TRANSLATED or any(
            rule.severity is Severity.BLOCK for rule, _ in findings
        ):
            fallbacks.append(Fallback(unit=unit, reason=_REASONS[message.state]))
        else:
            texts[unit.slot] = message.translation
        diagnostics |= dict.fromkeys(_diagnostic(rule, finding, message, file) for rule, finding in findings)
    return Translation(texts=texts, fallbacks=tuple(fallbacks), diagnostics=tuple(diagnostics))


_REASONS = {
    State.UNTRANSLATED: Reason.UNTRANSLATED,
    State.FUZZY: Reason.FUZZY,
    State.TRANSLATED: Reason.REFUSED,
}


def _fill(document: Document, language: Language, translation: Translation) -> Localized:
    metadata = {slot: text for slot, text in translation.texts.items() if isinstance(slot, str)}
    body = {slot: text for slot, text in translation.texts.items() if isinstance(slot, tuple)}
    left = [fallback.unit.slot for fallback in translation.fallbacks]
    return Localized(
        document=document,
        language=language,
        title=_title(document, translation),
        metadata=metadata,
        skeleton=document.skeleton.fill(
            body, untranslated=(slot for slot in left if isinstance(slot, tuple))
        ),
        translation=translation,
    )


def _title(document: Document, translation: Translation) -> str:
    unit = next((unit for unit in document.units if unit.slot == document.title_slot), None)
    if unit is None or unit.slot not in translation.texts:
        return document.title
    return plain(unit, document.skeleton, translation.texts[unit.slot])


def _diagnostic(rule: Rule[Pair], finding: Finding, message: Message, file: CatalogFile) -> Diagnostic:
    return Diagnostic(
        path=file.path,
        line=message.line,
        end_line=message.end_line,
        code=rule.code,
        message=finding.message,
        hint=finding.hint,
        severity=rule.severity,
        document=file.domain,
        locale=file.language.locale,
        source=Excerpt(text=message.text, parts=finding.source),
        target=Excerpt(text=message.translation, parts=finding.target),
    )
