"""Counts as tables."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.localize import Localized
from pipeline.model import Counts


def status_table(counts: Mapping[str, Mapping[str, Counts]]) -> str:
    """Return the counts of each document and language as a table."""
    table = _table("Document", "Language", "Messages", "Translated", "Fuzzy", "Untranslated")
    for document, by_locale in counts.items():
        for locale, count in by_locale.items():
            figures = (count.units, count.translated, count.fuzzy, count.untranslated)
            table.add_row(document, locale, *map(str, figures))
    return _text(table) if table.row_count else "no languages yet: add one with policyglot add LOCALE"


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
