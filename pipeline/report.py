"""What the command tells of its results, as text for people and as JSON for programs. Nothing else imports rich."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.localize import Localized
from pipeline.model import Counts, Diagnostic, Severity


def counted(count: int, noun: str) -> str:
    """Return a number and what it counts: ``1 file``, ``2 files``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def findings(found: Sequence[Diagnostic]) -> str:
    """List findings, a line each, and count them by severity."""
    lines = [f"{problem} [{problem.severity}: {problem.code}]" for problem in found]
    counts = Counter(problem.severity for problem in found)
    summary = ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])
    return "\n".join((*lines, summary or "no findings"))


def findings_json(found: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON list of objects: path, line, code, severity, message, hint, document, locale."""
    return json.dumps([asdict(problem) for problem in found], ensure_ascii=False, indent=2)


def status_table(counts: Mapping[str, Mapping[str, Counts]]) -> str:
    """Return the counts of each document and language as a table."""
    table = _table("Document", "Language", "Messages", "Translated", "Fuzzy", "Untranslated")
    for document, by_locale in counts.items():
        for locale, count in by_locale.items():
            figures = (count.units, count.translated, count.fuzzy, count.untranslated)
            table.add_row(document, locale, *map(str, figures))
    return _text(table) if table.row_count else "no languages yet: add one with policyglot add LOCALE"


def status_json(counts: Mapping[str, Mapping[str, Counts]]) -> str:
    """Return the counts as JSON: by document, then by locale: units, translated, fuzzy, untranslated."""
    value = {
        document: {locale: {"units": count.units, **asdict(count)} for locale, count in by_locale.items()}
        for document, by_locale in counts.items()
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def build_table(documents: Iterable[Sequence[Localized]]) -> str:
    """Return what was built as a table: how many units of each page are in its language."""
    table = _table("Document", "Language", "Units", "In the language", "In the source language")
    for editions in documents:
        for localized in editions:
            units, left = len(localized.document.units), len(localized.translation.fallbacks)
            figures = (units, units - left, left)
            table.add_row(localized.document.name, localized.language.locale, *map(str, figures))
    return _text(table)


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, justify="left" if index < 2 else "right", no_wrap=True)  # noqa: PLR2004
    return table


def _text(table: Table) -> str:
    """Draw a table as wide as it is, without the blanks at line ends."""
    console = Console(width=1000, color_system=None)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n")
