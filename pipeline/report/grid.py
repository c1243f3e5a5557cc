"""The form of all tables."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table


def grid(*columns: str, left: int) -> Table:
    """Return an empty table with these columns, the first of them aligned to the left and the others to the right."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, justify="left" if index < left else "right", no_wrap=True)
    return table


def text(table: Table) -> str:
    """Draw a table as wide as it is, without the blanks at line ends."""
    console = Console(width=1000, color_system=None, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n")
