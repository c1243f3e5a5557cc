"""Releases, as text and as plain values."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.model import Diagnostic
from pipeline.reading.visible import visible
from pipeline.releases import Release, Standing, states
from pipeline.report.grid import grid
from pipeline.report.words import counted


def was_released(release: Release, folder: str, day: datetime.date, *, dry: bool) -> str:
    """Tell what was released, or would be, and what it is on the day of its release."""
    told = release.metadata
    verb = "would release" if dry else "released"
    state = states([release], day)[release.version]
    return (
        f"{verb} {release.document} {release.version} into {folder}, in {', '.join(release.locales)}: "
        f"announced {told.announced}, effective {told.effective}; on {day} it is {_STATES.get(state, state)}"
    )


def releases_table(standings: Sequence[Standing], changed: Sequence[Diagnostic], day: datetime.date) -> str:
    """Return the releases and the drafts as a table; nothing where there is no release.

    Args:
        standings: how each text stands on the day.
        changed: what is not as it was released, and so is not among them.
        day: the day, in UTC.
    """
    parts = [_table(standings, day)] if any(one.frozen for one in standings) else []
    if changed:
        files = counted(len({problem.path for problem in changed}), "released file")
        parts.append(f"{files} not as released: see policyglot check")
    return "\n\n".join(parts)


def releases_account(standings: Iterable[Standing], day: datetime.date) -> Mapping[str, Any]:
    """Return the same as plain values: fields that stand beside the documents of a status."""
    return {"as_of": day.isoformat(), "releases": [_account(one) for one in standings]}


_STATES = {"draft": "a draft"}
"""States that are no adjectives."""


def _table(standings: Iterable[Standing], day: datetime.date) -> str:
    columns = ("Document", "Version", f"On {day}", "Announced", "Effective", "Material", "Languages")
    return grid(*columns, rows=map(tuple, map(_row, standings)), left=len(columns))


def _row(one: Standing) -> Iterator[str]:
    yield one.document
    yield visible(one.version) if one.version else "–"
    yield one.state if one.frozen else f"{one.state}, not released"
    yield from (str(day) if day else "–" for day in (one.announced, one.effective))
    yield "–" if one.material is None else "yes" if one.material else "no"
    yield ", ".join(one.languages) or "–"


def _account(one: Standing) -> Mapping[str, Any]:
    return {
        "document": one.document,
        "version": one.version,
        "state": one.state.value,
        "frozen": one.frozen,
        "announced": one.announced.isoformat() if one.announced else None,
        "effective": one.effective.isoformat() if one.effective else None,
        "material": one.material,
        "summary": one.summary,
        "languages": list(one.languages),
    }
