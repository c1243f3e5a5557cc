"""A translation as its translator looks it over: unit by unit, with what the catalog has for it and what the checks say."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.catalog import CatalogFile
from pipeline.localize.values import Localized, Reason
from pipeline.model import Diagnostic, Message, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One unit."""

    unit: Unit
    message: Message | None
    """Its entry in the catalog; none if the catalog has none yet."""
    reason: Reason | None
    """Why it stays in the source language; none if its translation is published."""
    findings: tuple[Diagnostic, ...]
    """What the checks say of the translation; that there is none, or that it is fuzzy, is left to `reason`."""
    places: int
    """How many units of the document have this entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One document in one language."""

    localized: Localized
    file: CatalogFile
    rows: tuple[Row, ...]
    """In the order of the units."""
    remarks: tuple[Diagnostic, ...]
    """What is said of the page or the catalog as a whole."""

    @property
    def to_do(self) -> int:
        """How many units are not published in the language."""
        return sum(row.reason is not None for row in self.rows)


def review(localized: Localized, file: CatalogFile, found: Iterable[Diagnostic]) -> Review:
    """Put a document, its catalog and its findings side by side.

    Args:
        localized: the document, without what the checks refuse.
        file: its catalog.
        found: the settled findings in that catalog and on that page; others are passed over.
    """
    units = localized.document.units
    messages = {message.key: message for message in file.catalog.active} if file.catalog else {}
    reasons = {fallback.unit.slot: fallback.reason for fallback in localized.translation.fallbacks}
    by_line: defaultdict[int | None, list[Diagnostic]] = defaultdict(list)
    for problem in found:
        if problem.path == file.path and problem.code not in _STATES:
            by_line[problem.line].append(problem)
    keys = [unit.key for unit in units]
    rows = [
        Row(
            unit=unit,
            message=(message := messages.get(unit.key)),
            reason=reasons.get(unit.slot),
            findings=tuple(by_line[message.line]) if message else (),
            places=keys.count(unit.key),
        )
        for unit in units
    ]
    lines = {row.message.line for row in rows if row.message}
    rest = [problem for line, problems in by_line.items() if line not in lines for problem in problems]
    return Review(localized=localized, file=file, rows=tuple(rows), remarks=tuple(rest))


_STATES = {"untranslated", "fuzzy"}
"""The codes of findings that only name a state."""
