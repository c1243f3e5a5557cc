"""Lists, as the writer has them: their marks, their numbers, and the empty lines between their items."""

import re

from mdformat.renderer import RenderContext, RenderTreeNode

from pipeline.markdown.dialect import DIRECTIVE

_THEMATIC_BREAK = re.compile(r"(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,})(?:\n|$)")
"""What empty lists in lists would look like with one mark for all."""


def write_list(node: RenderTreeNode, context: RenderContext, *, padded: bool = True) -> str:
    """Write a list with marks that keep it apart from its neighbours, as tight or as loose as it was.

    Args:
        node: the list.
        context: what the writer knows.
        padded: whether its numbers have one width, so that an item more or less changes no other line.
    """
    apart = "\n" if _is_tight(node) else "\n\n"
    blocks = ((child.render(context) for child in item.children) for item in node.children)
    items = [apart.join(filter(None, texts)) for texts in blocks]
    markers = _markers(node, padded=padded)
    if any(_THEMATIC_BREAK.match(marker + item) for marker, item in zip(markers, items, strict=True)):
        markers = ["+ "] * len(items)
    return apart.join(map(write_item, items, markers))


def write_item(text: str, marker: str) -> str:
    """Write an item behind its mark."""
    first, *rest = text.split("\n")
    indent = " " * len(marker)
    return "\n".join(
        (marker + first if first else marker[:-1], *(indent + line if line else "" for line in rest))
    )


def _is_tight(node: RenderTreeNode) -> bool:
    """Whether empty lines inside a list would be seen: only a paragraph right in an item shows the difference."""
    return any(block.hidden for item in node.children for block in item.children)


def _markers(node: RenderTreeNode, *, padded: bool) -> list[str]:
    """The marks of a list's items; two lists in a row take different ones, or they would be one list."""
    other, before = False, node.previous_sibling
    while before is not None and before.type in {node.type, DIRECTIVE}:
        other, before = other is (before.type == DIRECTIVE), before.previous_sibling
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return marks(number, len(node.children), other=other, padded=padded)


def marks(number: int | None, items: int, *, other: bool = False, padded: bool = True) -> list[str]:
    """Return the marks of a list's items.

    Args:
        number: that of its first item; none if it has no numbers.
        items: how many there are.
        other: whether they are other ones than usual.
        padded: whether numbers have one width.
    """
    if number is None:
        return ["* " if other else "- "] * items
    width = len(str(min(number + items - 1, _LAST_NUMBER))) if padded else 1
    numbers = (min(number + index, _LAST_NUMBER) for index in range(items))
    return [f"{one:0{width}d}{')' if other else '.'} " for one in numbers]


_LAST_NUMBER = 999_999_999
"""CommonMark 5.2: a list's number has nine digits at most."""
