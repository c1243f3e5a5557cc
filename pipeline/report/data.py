"""Findings and counts as JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from pipeline.model import Counts, Diagnostic
from pipeline.report.visible import hidden


def findings_json(found: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON list: an object each, with the fields of `Diagnostic` in their order."""
    return dumps([asdict(problem) for problem in found])


def status_json(counts: Mapping[str, Mapping[str, Counts]]) -> str:
    """Return the counts as JSON: by document, then by locale: units, translated, fuzzy, untranslated."""
    return dumps(
        {
            document: {locale: {"units": count.units, **asdict(count)} for locale, count in by_locale.items()}
            for document, by_locale in counts.items()
        }
    )


def dumps(value: object) -> str:
    """Write a value as JSON that people can read, with escapes for what a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    escapes = {ord(char): json.dumps(char)[1:-1] for char in set(text) if char != "\n" and hidden(char)}
    return text.translate(escapes)
