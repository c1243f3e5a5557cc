"""The cells of a table of HTML, row by row, each in all the columns and rows that it reaches over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from pipeline.markdown.portable.nodes import children, classes


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table, all of whose rows have as many cells."""

    captions: Sequence[LexborNode]
    rows: Sequence[Sequence[LexborNode | None]]
    """The head first; of a table without one, a row of nothing."""
    centred: Sequence[bool]
    """Which columns are centred, as their first cell tells."""


def grid(table: LexborNode) -> Grid:
    """Read a table (HTML Living Standard, 4.9); a cell that reaches over several columns or rows stands in each."""
    rows = list(_rows(table))
    filled: dict[tuple[int, int], LexborNode] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (number, column) in filled:
                column += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for down in range(min(high, len(rows) - number)):
                for right in range(wide):
                    filled.setdefault((number + down, column + right), cell)
            column += wide
    width = max((column + 1 for _, column in filled), default=0)
    lines = [[filled.get((number, column)) for column in range(width)] for number in range(len(rows))]
    lines = [line for line in lines if any(line)]
    if lines and not _is_head(lines[0]):
        lines.insert(0, [None] * width)
    centred = [
        any("center" in classes(cell) or "center" in _alignment(cell) for cell in column[:2] if cell)
        for column in zip(*lines, strict=True)
    ]
    captions = [child for child in children(table) if child.tag == "caption"]
    return Grid(captions=captions, rows=lines, centred=centred)


def _rows(node: LexborNode) -> Iterator[LexborNode]:
    for child in children(node):
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (child for child in children(row) if child.tag in {"td", "th"})


def _is_head(line: Sequence[LexborNode | None]) -> bool:
    cells = [cell for cell in line if cell is not None]
    section = cells[0].parent.parent if cells[0].parent else None
    return all(cell.tag == "th" for cell in cells) or (section is not None and section.tag == "thead")


def _alignment(cell: LexborNode) -> str:
    style = (cell.attributes.get("style") or "").replace(" ", "")
    return f"{cell.attributes.get('align') or ''} {'center' if 'text-align:center' in style else ''}"


def _span(cell: LexborNode, name: str) -> int:
    """Over how many columns or rows a cell reaches; HTML's own bound for columns is 1000."""
    value = cell.attributes.get(name) or "1"
    return min(max(int(value), 1), 1000) if value.isascii() and value.isdecimal() else 1
