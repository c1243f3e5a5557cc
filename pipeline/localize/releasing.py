"""A document as it was released: its checks were settled then, and a newer rule of ours must not change what is frozen."""

from pipeline.catalog import CatalogFile
from pipeline.check import Brief, examine_safety, pair
from pipeline.localize.filling import fill
from pipeline.localize.translating import decided, with_messages
from pipeline.localize.values import Localized
from pipeline.segment import Document


def released(document: Document, file: CatalogFile, brief: Brief) -> Localized:
    """Return a released document in the language of its catalog.

    Only what would do harm in a page is refused, as in any catalog: the rules of severity ``block``.

    Args:
        document: the source as it was released.
        file: the catalog as it was released.
        brief: of which only the locales matter to those rules.
    """
    references = document.skeleton.references
    pairs = (pair(unit, message, references, brief) for unit, message in with_messages(document.units, file))
    translation = decided(tuple((both, examine_safety(both)) for both in pairs))
    return fill(document, file.language, translation)
