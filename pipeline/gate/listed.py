"""What lists of documents say of an edition: little enough to be kept of all documents at once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.gate.decision import Decision, Edition, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One document in one language, without its text."""

    decision: Decision
    title: str
    is_title_translated: bool
    """Whether the title is in the language of the readers."""
    effective: datetime.date | None = None
    """The day from which the text that is shown is in force, as its source says."""
    version: str | None = None
    """The version of that text, as its source says."""


def listed(editions: Iterable[Edition]) -> tuple[Listed, ...]:
    """Return what lists say of editions, in their order."""
    return tuple(
        Listed(
            decision=edition.decision,
            title=edition.localized.title,
            is_title_translated=has_translated_title(edition),
            effective=edition.localized.document.effective,
            version=edition.localized.document.version,
        )
        for edition in editions
    )


def has_translated_title(edition: Edition) -> bool:
    """Whether a page's title is in the language of its readers."""
    localized = edition.localized
    return edition.decision.form is not Form.ENGLISH and localized.is_translated(
        localized.document.title_slot
    )
