"""Two statements of the same thing that name different days: from when the text is in force, when it was last changed."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source, located
from pipeline.model import Kind
from pipeline.reading.dates import Date, dates


def date_conflict(source: Source) -> Iterator[Finding]:
    """Find statements about this document whose date differs from that of the first such statement."""
    first: dict[str, _Statement] = {}
    for statement in _statements(source):
        other = first.setdefault(statement.role, statement)
        if any(
            a is not None and b is not None and a != b for a, b in zip(statement.day, other.day, strict=True)
        ):
            yield Finding(
                message=f"the {statement.role} is “{statement.text}” here, but “{other.text}” in line {other.line}",
                hint="write the same date in both places",
                source=(statement.text,),
                line=statement.line,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """One sentence of the document about itself."""

    role: str
    """What the date is: `_EFFECTIVE` or `_UPDATED`."""
    day: tuple[int | None, int | None, int | None]
    """Year, month and day, as far as they are said."""
    text: str
    """The date as it is written."""
    line: int


_EFFECTIVE, _UPDATED = "date from which it is in force", "date of the last change"
_GLUE = r"(?:[\s:,–—*()-]|\b(?:is|was|as|of|on|from|since|starting|beginning|the|date|day|and)\b){0,12}$"
_ROLES = {
    "en": {
        _EFFECTIVE: re.compile(
            rf"\b(?:effective|in\s+force|in\s+effect|(?:tak|com|enter)(?:e|es|s|ing)?\s+(?:into\s+)?(?:effect|force))\b{_GLUE}",
            re.IGNORECASE,
        ),
        _UPDATED: re.compile(
            r"\b(?:(?:last|latest|most\s+recent(?:ly)?)\s+(?:updated?|revis(?:ed|ion)|modif(?:ied|ication)|amend(?:ed|ment)|changed?)"
            rf"|(?:updated|revised|modified|amended))\b{_GLUE}",
            re.IGNORECASE,
        ),
    }
}
"""How a role is said right before its date. A language that is not here is not looked at."""

_ABOUT_THIS = re.compile(
    r"^[\s*“\"(]*(?:the\s+|our\s+|policy\s+|date\s+of\s+(?:the\s+)?)*$"  # a label, at the beginning of the sentence
    r"|\b(?:this|these|the|our)\s+(?:[\w’'-]+\s+){0,3}?(?:polic(?:y|ies)|terms|agreement|notice|statement|contract|conditions|document|guidelines|rules|addendum|code)\b",
    re.IGNORECASE,
)
_ABOUT_ANOTHER = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|former(?:ly)?|supersed\w+|replac\w+|archived|until|old|version|changes?|amendments?|modifications?|revisions|your|if|unless)\b",
    re.IGNORECASE,
)
_ONLY_FOR_SOME = re.compile(r"[\s,]*(?:for|in|to|until)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"(])|\n")


def _statements(source: Source) -> Iterator[_Statement]:
    effective = source.document.effective
    if effective:
        value = source.document.front_matter.values["effective"]
        yield _Statement(role=_EFFECTIVE, day=_parts(effective), text=value.text, line=value.line)
    for role, pattern in _ROLES.get(source.locale.split("_")[0], {}).items():
        for passage in source.passages:
            if passage.unit.kind in {Kind.CELL, Kind.METADATA}:
                continue
            for before, date, after in _dated(passage.text, source.locale):
                phrase = pattern.search(before)
                subject = before[: phrase.start()] if phrase else ""
                if (
                    phrase
                    and _ABOUT_THIS.search(subject)
                    and not _ABOUT_ANOTHER.search(subject)
                    and not _ONLY_FOR_SOME.match(after)
                ):
                    line = located(source, passage, date.text)
                    yield _Statement(
                        role=role, day=_parts(date), text=re.sub(r"\s+", " ", date.text), line=line
                    )


def _dated(text: str, locale: str) -> Iterator[tuple[str, Date, str]]:
    """Each date, with what its sentence says before it, back to another date, and with all that follows."""
    position = 0
    for date in dates(text, locale):
        start = text.find(date.text, position)
        if start < 0:
            continue
        before = _SENTENCE_END.split(text[position:start])[-1]
        position = start + len(date.text)
        yield before, date, text[position:]


def _parts(date: Date | datetime.date) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day
