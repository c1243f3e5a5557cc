"""A document as it was released: its checks were settled then, and a newer rule of ours must not change what is frozen."""

from pipeline.catalog import CatalogFile
from pipeline.check import Brief, examine_safety, pair
from pipeline.localize.filling import fill
from pipeline.localize.values import LEFT, Examined, Fallback, Localized, Translation
from pipeline.model import Message, SlotKey, State
from pipeline.segment import Document


def released(document: Document, file: CatalogFile, brief: Brief) -> Localized:
    """Return a released document in the language of its catalog.

    Only what would do harm in a page is refused, as in any catalog: the rules of severity ``block``.

    Args:
        document: the source as it was released.
        file: the catalog as it was released.
        brief: of which only the locales matter to those rules.
    """
    messages = {message.key: message for message in file.catalog.active} if file.catalog else {}
    texts: dict[SlotKey, str] = {}
    fallbacks: list[Fallback] = []
    examined: list[Examined] = []
    for unit in document.units:
        message = messages.get(unit.key) or Message(text=unit.text)
        both = pair(unit, message, document.skeleton.references, brief)
        findings = examine_safety(both)
        examined.append((both, findings))
        if message.state is State.TRANSLATED and not findings:
            texts[unit.slot] = message.translation
        else:
            fallbacks.append(Fallback(unit=unit, reason=LEFT[message.state]))
    translation = Translation(
        texts=texts, fallbacks=tuple(fallbacks), diagnostics=(), examined=tuple(examined)
    )
    return fill(document, file.language, translation)
