"""Findings and counts as JSON."""

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from pipeline.gate import Listed, account
from pipeline.model import Diagnostic
from pipeline.reading.visible import hidden
from pipeline.releases import Standing
from pipeline.report.releases import releases_account


def findings_json(found: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON list: an object each, with the fields of `Diagnostic` in their order."""
    return dumps([asdict(problem) for problem in found])


def status_json(
    documents: Iterable[Sequence[Listed]], standings: Iterable[Standing], day: datetime.date
) -> str:
    """Return the gate's decisions, and how the releases stand on a day, as JSON."""
    return dumps({**account(documents), **releases_account(standings, day)})


def dumps(value: object) -> str:
    """Write a value as JSON that people can read, with escapes for what a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    escapes = {ord(char): json.dumps(char)[1:-1] for char in set(text) if char != "\n" and hidden(char)}
    return text.translate(escapes)
