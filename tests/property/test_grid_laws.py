"""A table looks as rich draws it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.report.grid import grid

TEXTS = (
    "policy",
    "개인정보",
    "利用規約",
    "الخصوصية",
    "นโยบาย",
    "pt_BR",
    "1,024",
    "–",
    "98 %",
    "[b]",
    ":a:",
    "",
)
row = st.lists(st.sampled_from(TEXTS), min_size=4, max_size=4)


@given(st.lists(row, max_size=5), st.integers(0, 4))
def test_a_table_looks_as_rich_draws_it(rows: list[list[str]], left: int) -> None:
    columns = ("Document", "언어", "Page", "Units")
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, justify="left" if index < left else "right", no_wrap=True)
    for texts in rows:
        table.add_row(*texts)
    console = Console(width=1000, color_system=None, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    drawn = "\n".join(line.rstrip() for line in capture.get().split("\n")).strip("\n")
    assert grid(*columns, rows=rows, left=left) == drawn
