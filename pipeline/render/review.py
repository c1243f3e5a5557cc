"""For translators: a translation beside its source, unit by unit, aligned, with its state and what the checks say.

Like all that the program tells its users, the page is in English. It is no page of the site: its template is none of the
project's, and its words are not in the domain ``site``, which translators fill in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import jinja2
from markupsafe import Markup

from pipeline.languages import Language
from pipeline.localize import Reason, Review, Row
from pipeline.model import Diagnostic, Excerpt, Kind, Severity
from pipeline.reading.differences import differences
from pipeline.render.addresses import DASHBOARD, document_file
from pipeline.render.jinja import language_free
from pipeline.render.marked import marked
from pipeline.render.templates import Templates
from pipeline.segment import Document, plain

ROOM = "/_policyglot"
"""The folder of a preview's own style sheets and scripts."""

_STATES: Mapping[Reason | None, tuple[str, str]] = {
    None: ("translated", "translated"),
    Reason.FUZZY: ("fuzzy", "fuzzy, not published"),
    Reason.UNTRANSLATED: ("untranslated", "untranslated"),
    Reason.REFUSED: ("refused", "refused, not published"),
}
"""The name of each state, and what a unit says of it."""


def review_page(review: Review, source: Language, templates: Templates) -> str:
    """Render the review of one document in one language.

    Args:
        review: the document's units with their translations.
        source: the language of the sources.
        templates: those of the preview.
    """
    localized, file = review.localized, review.file
    rows = [_row(row, number, file.path) for number, row in enumerate(review.rows, start=1)]
    return environment(tuple(templates.items())).get_template("review.html").render(
        room=ROOM,
        title=localized.document.title,
        language=localized.language,
        source=source,
        catalog=file.path,
        has_catalog=file.catalog is not None,
        page=f"/{document_file(localized.language.tag, file.domain)}",
        status=f"/{DASHBOARD}",
        remarks=[_finding(remark) for remark in review.remarks],
        filters=tuple(_filters(rows)),
        sections=tuple(_sections(review.rows, rows, localized.document)),
    )  # fmt: skip


@cache
def environment(templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Return the environment of a preview's templates, each compiled once."""
    return language_free(loader=jinja2.DictLoader(dict(templates)))


def _row(row: Row, number: int, path: str) -> Mapping[str, object]:
    state, told = _STATES[row.reason]
    open_findings = [finding for finding in row.findings if finding.accepted is None]
    translation = row.message.translation if row.message else ""
    return {
        "number": number,
        "kind": f"{row.unit.kind.value}: {row.unit.slot}"
        if isinstance(row.unit.slot, str)
        else row.unit.kind.value,
        "state": state,
        "told": told,
        "found": bool(open_findings),
        "place": f"{path}:{row.message.line}" if row.message else None,
        "source": marked(row.unit.text, _parts(finding.source for finding in open_findings)),
        "target": marked(translation, _parts(finding.target for finding in open_findings)),
        "change": _change(row) if row.reason is Reason.FUZZY else None,
        "notes": tuple(_notes(row)),
        "findings": [_finding(finding) for finding in row.findings],
    }


def _parts(found: Iterable[Excerpt | None]) -> tuple[str, ...]:
    return tuple(part for excerpt in found for part in (excerpt.parts if excerpt else ()))


def _change(row: Row) -> Mapping[str, object]:
    """What became of the source since a fuzzy translation was made."""
    previous = row.message.previous if row.message else None
    if previous is None or previous.text is None:
        return {
            "told": "The catalog does not say for which text this translation was made.",
            "pieces": (),
        }
    if previous.text == row.unit.text:
        return {"told": "The translation was made for this very text.", "pieces": ()}
    pieces = differences(previous.text, row.unit.text)
    return {
        "told": "What changed since the translation was made:",
        "pieces": [{"fate": piece.fate.value, "text": marked(piece.text)} for piece in pieces],
    }


def _notes(row: Row) -> Iterator[tuple[str, Markup]]:
    if row.unit.context is not None:
        yield "context", marked(row.unit.context)
    for note in row.unit.notes:
        yield "note of the author", marked(note.removeprefix("translators: "))
    if row.message and any(row.message.comments):
        yield "comment in the catalog", marked("\n".join(row.message.comments))
    if row.places > 1:
        yield "places", marked(f"{row.places}, all with this one entry")


def _finding(finding: Diagnostic) -> Mapping[str, object]:
    word = "blocked" if finding.severity is Severity.BLOCK else finding.severity.value
    return {
        "class": "accepted" if finding.accepted is not None else finding.severity.value,
        "word": word if finding.accepted is None else f"{word}, accepted: {finding.accepted}",
        "message": marked(finding.message),
        "hint": marked(finding.hint) if finding.accepted is None else "",
        "code": finding.code,
    }


def _filters(rows: Sequence[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    counts = {state: sum(row["state"] == state for row in rows) for state, _ in _STATES.values()}
    counts |= {"all": len(rows), "todo": len(rows) - counts["translated"]}
    counts["findings"] = sum(bool(row["found"]) for row in rows)
    for name, (label, nothing) in _FILTERS.items():
        yield {"name": name, "label": label, "count": counts[name], "nothing": nothing}


_FILTERS = {
    "all": ("all", "This document has no units."),
    "todo": ("to do", "Nothing is left to do: each unit is translated."),
    "untranslated": ("untranslated", "No unit is untranslated."),
    "fuzzy": ("fuzzy", "No unit is fuzzy."),
    "refused": ("refused", "No translation is refused."),
    "translated": ("translated", "No unit is translated yet."),
    "findings": ("with findings", "The checks have nothing to say of any translation."),
}
"""By name: what a filter is called, and what is said where it leaves nothing."""


def _sections(
    rows: Sequence[Row], shown: Sequence[Mapping[str, object]], document: Document
) -> Iterator[Mapping[str, object]]:
    """Part the units where a section of the outermost level begins."""
    anchors = {section.place: section.id for section in document.sections}
    starts = [number for number, row in enumerate(rows) if _begins(row)]
    for first, end in zip([0, *starts], [*starts, len(rows)], strict=True):
        unit = rows[first].unit if first in starts else None
        if first < end:
            yield {
                "id": f"section-{first + 1}",
                "title": plain(unit, document.skeleton) if unit else None,
                "anchor": anchors.get(unit.slot) if unit and not isinstance(unit.slot, str) else None,
                "rows": shown[first:end],
            }


def _begins(row: Row) -> bool:
    return row.unit.kind is Kind.HEADING and not row.unit.headings
