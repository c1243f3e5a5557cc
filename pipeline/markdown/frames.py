"""What stands around the texts of tables, tasks and admonitions in a page."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from markdown_it.token import Token

from pipeline.markdown.dialect import ADMONITION
from pipeline.markdown.html import raw
from pipeline.markdown.inline import shown


def framed(tokens: Sequence[Token], label: Callable[[int], str]) -> Iterator[Token]:
    """Put tables into regions with a label, the texts of tasks into the labels of their boxes; give admonitions a role.

    Args:
        tokens: the blocks of a body.
        label: the label of a table, for its number, from 1.
    """
    number = 0
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            number += 1
            attributes: dict[str, str | int | float]
            attributes = {"class": "table", "tabindex": "0", "aria-label": label(number)}
            yield Token("section_open", "section", 1, attributes, block=True)
            yield token
        elif token.type == "table_close":
            yield token
            yield Token("section_close", "section", -1, block=True)
        elif token.type in {"th_open", "td_open"}:
            yield _cell(token, tokens[index + 1])
        elif token.type == "th_close":
            yield token.copy(tag=_cell_tag(token, tokens[index - 1]))
        elif token.type == f"{ADMONITION}_open":
            yield token.copy(attrs={**token.attrs, "role": "note"})
        elif token.type == "inline" and "task" in token.meta:
            yield _task(token)
        else:
            yield token


_SIDES: Mapping[object, str] = {
    "text-align:left": "start",
    "text-align:center": "center",
    "text-align:right": "end",
}
"""The left column of a table is the right one where the language is written from right to left."""


def _cell(token: Token, slot: Token) -> Token:
    tag = _cell_tag(token, slot)
    side = _SIDES.get(token.attrs.get("style"))
    return token.copy(
        tag=tag,
        attrs={**({"class": side} if side else {}), **({"scope": "col"} if tag == "th" else {})},
    )


def _cell_tag(token: Token, slot: Token) -> str:
    """The tag of a cell: a header that says nothing heads nothing."""
    return token.tag if shown(slot.children or ()).strip() else "td"


def _task(slot: Token) -> Token:
    """Put a task's box (GFM 5.3: it shows the state and cannot be changed) and text into one label, which names the box.

    A label may hold no other control and no other label (HTML, 4.10.4).
    """
    checked = " checked" if slot.meta["task"] else ""
    box = raw(f'<input type="checkbox" disabled{checked}> ')
    children = slot.children or []
    meta = {name: value for name, value in slot.meta.items() if name != "task"}
    if any(child.type == "html_inline" and _CONTROL.match(child.content) for child in children):
        return slot.copy(children=[box, *children], meta=meta)
    return slot.copy(children=[raw("<label>"), box, *children, raw("</label>")], meta=meta)


_CONTROL = re.compile(r"</?(?:button|input|label|meter|output|progress|select|textarea)\b", re.IGNORECASE)
