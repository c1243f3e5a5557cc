"""A document and a catalog become a document in the catalog's language, with an account of what stayed behind."""

from pipeline.localize.filling import fill, localize, original, withhold, without
from pipeline.localize.releasing import released
from pipeline.localize.reviewing import Review, Row, review
from pipeline.localize.translating import failing, own_problems, problems, proofread, translate
from pipeline.localize.values import Fallback, Localized, Reason, Translation

__all__ = [
    "Fallback",
    "Localized",
    "Reason",
    "Review",
    "Row",
    "Translation",
    "failing",
    "fill",
    "localize",
    "original",
    "own_problems",
    "problems",
    "proofread",
    "released",
    "review",
    "translate",
    "withhold",
    "without",
]
