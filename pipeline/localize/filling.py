"""The translations that may be published are put into a document; what has none stays in the source language."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.languages import Language
from pipeline.localize.translating import translate
from pipeline.localize.values import Fallback, Localized, Reason, Translation
from pipeline.model import Key, Unit
from pipeline.segment import Document, plain


def original(document: Document, language: Language) -> Localized:
    """Return a document in its own language."""
    return fill(document, language, Translation(texts={}, fallbacks=(), diagnostics=()))


def localize(
    document: Document, file: CatalogFile, brief: Brief, before: Translation | None = None
) -> Localized:
    """Return a document in the catalog's language.

    A unit whose translation is missing, fuzzy or refused by a check keeps its source text and is listed. The arguments are
    those of `translate`.
    """
    translation = translate(document.units, file, document.skeleton.references, brief, before)
    return fill(document, file.language, translation)


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
