"""A document and a catalog become a document in the catalog's language, with an account of what stayed behind."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pipeline.catalog import CatalogFile
from pipeline.check import (
    Brief,
    Finding,
    Pair,
    Rule,
    accept_in_catalog,
    examine,
    examine_document,
    examine_locale,
    examine_page,
    pair,
)
from pipeline.languages import Language
from pipeline.markdown import References, Skeleton
from pipeline.model import Diagnostic, Excerpt, Key, Message, Severity, SlotKey, State, Unit
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
    finished: tuple[Pair, ...] = ()
    """The finished translations, refused ones among them, in the order of the units, each text once."""


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
    return fill(document, language, Translation(texts={}, fallbacks=(), diagnostics=()))


def localize(document: Document, file: CatalogFile, brief: Brief) -> Localized:
    """Return a document in the catalog's language.

    A unit whose translation is missing, fuzzy or refused by a check keeps its source text and is listed.
    """
    return fill(document, file.language, translate(document.units, file, document.skeleton.references, brief))


def translate(units: Iterable[Unit], file: CatalogFile, references: References, brief: Brief) -> Translation:
    """Look up each unit's translation and let the checks decide whether it may be published."""
    messages = {message.key: message for message in file.catalog.active} if file.catalog else {}
    texts: dict[SlotKey, str] = {}
    fallbacks: list[Fallback] = []
    finished: dict[Key, Pair] = {}
    diagnostics: dict[Diagnostic, None] = {}
    for unit in units:
        both = pair(unit, messages.get(unit.key) or Message(text=unit.text), references, brief)
        findings = examine(both)
        state = both.message.state
        if state is not State.TRANSLATED or any(rule.severity is Severity.BLOCK for rule, _ in findings):
            fallbacks.append(Fallback(unit=unit, reason=_REASONS[state]))
        else:
            texts[unit.slot] = both.message.translation
        if state is State.TRANSLATED:
            finished.setdefault(unit.key, both)
        diagnostics |= dict.fromkeys(
            _diagnostic(rule, finding, both.message, file) for rule, finding in findings
        )
    across = examine_document(tuple(finished.values()))
    diagnostics |= dict.fromkeys(
        _diagnostic(rule, one, one.pair.message, file) for rule, one in across if one.pair
    )
    return Translation(
        texts=texts,
        fallbacks=tuple(fallbacks),
        diagnostics=tuple(diagnostics),
        finished=tuple(finished.values()),
    )


def problems(done: Sequence[tuple[CatalogFile, Translation]]) -> Iterator[Diagnostic]:
    """Return what the checks found in the translations of one locale, in each catalog and between them.

    Args:
        done: each catalog of the locale, with what it gives.

    Returns:
        The findings by catalog, those that a translator accepts with the reason.
    """
    across = tuple(_compare(done))
    for file, translation in done:
        here = (*translation.diagnostics, *(problem for problem in across if problem.path == file.path))
        yield from _settle(here, file)


def failing(file: CatalogFile, found: Iterable[Diagnostic]) -> frozenset[Key]:
    """Return the keys of a catalog's messages in which the checks found an error that nobody accepted.

    Args:
        file: the catalog.
        found: its settled findings, as `problems` gives them.
    """
    lines = {problem.line for problem in found if problem.fails and problem.path == file.path}
    messages = file.catalog.active if file.catalog else ()
    return frozenset(message.key for message in messages if message.line in lines)


def withhold(localized: Localized, keys: Collection[Key]) -> Localized:
    """Return a document without the translations of these messages: their units stay in the source language."""
    translation = without(localized.translation, localized.document.units, keys)
    if translation is localized.translation:
        return localized
    return fill(localized.document, localized.language, translation)


def without(translation: Translation, units: Sequence[Unit], keys: Collection[Key]) -> Translation:
    """Return the translation of some units with those of these keys refused."""
    left = {fallback.unit.slot: fallback for fallback in translation.fallbacks}
    refused = {
        unit.slot: Fallback(unit=unit, reason=Reason.REFUSED)
        for unit in units
        if unit.key in keys and unit.slot in translation.texts
    }
    if not refused:
        return translation
    left |= refused
    return replace(
        translation,
        texts={slot: text for slot, text in translation.texts.items() if slot not in refused},
        fallbacks=tuple(left[unit.slot] for unit in units if unit.slot in left),
    )


def proofread(localized: Localized, file: CatalogFile) -> Iterator[Diagnostic]:
    """Ask whether a document's page is the source's page with other words."""
    for rule, finding in examine_page(localized.document.skeleton, localized.skeleton):
        yield _diagnostic(rule, finding, None, file)


def _compare(translations: Sequence[tuple[CatalogFile, Translation]]) -> Iterator[Diagnostic]:
    """What the translations of all documents of one locale say of each other."""
    files = {id(both): file for file, translation in translations for both in translation.finished}
    pairs = tuple(both for _, translation in translations for both in translation.finished)
    for rule, finding in examine_locale(pairs):
        if finding.pair:
            yield _diagnostic(rule, finding, finding.pair.message, files[id(finding.pair)])


def _settle(found: Sequence[Diagnostic], file: CatalogFile) -> Sequence[Diagnostic]:
    """Let the translators of a catalog accept what was found in it, and say which acceptances are in vain."""
    settled, problems = accept_in_catalog(file.catalog.active if file.catalog else (), found)
    return (*settled, *(_diagnostic(rule, finding, message, file) for rule, message, finding in problems))


_REASONS = {
    State.UNTRANSLATED: Reason.UNTRANSLATED,
    State.FUZZY: Reason.FUZZY,
    State.TRANSLATED: Reason.REFUSED,
}


def fill(document: Document, language: Language, translation: Translation) -> Localized:
    """Put the translations into their places; what has none stays in the source language, marked."""
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


def _diagnostic(rule: Rule[Any], finding: Finding, message: Message | None, file: CatalogFile) -> Diagnostic:
    """A finding about an entry of a catalog; or, without one, about the page that the catalog makes."""
    about_page = Diagnostic(
        path=file.path,
        code=rule.code,
        message=finding.message,
        hint=finding.hint,
        severity=rule.severity,
        document=file.domain,
        locale=file.language.locale,
    )
    if message is None:
        return about_page
    return replace(
        about_page,
        line=message.line,
        end_line=message.end_line,
        source=Excerpt(text=message.text, parts=finding.source),
        target=Excerpt(text=message.translation, parts=finding.target),
    )
