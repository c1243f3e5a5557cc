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
    return apart.join(_item(item, marker) for item, marker in zip(items, markers, strict=True))


def _item(text: str, marker: str) -> str:
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
    if node.type == "bullet_list":
        return ["* " if other else "- "] * len(node.children)
    start = int(node.attrs.get("start", 1))
    width = len(str(min(start + len(node.children) - 1, _LAST_NUMBER))) if padded else 1
    numbers = (min(start + index, _LAST_NUMBER) for index in range(len(node.children)))
    return [f"{number:0{width}d}{')' if other else '.'} " for number in numbers]


_LAST_NUMBER = 999_999_999
"""CommonMark 5.2: a list's number has nine digits at most."""
