"""Blocks with nothing but plain text in them, which most are: written without mdformat, and with the same result."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from pipeline.markdown.dialect import DIRECTIVE
from pipeline.markdown.lists import marks, write_item

_LISTS = {"bullet_list_open", "ordered_list_open"}
_NEXT_TO_LISTS = {*_LISTS, DIRECTIVE}
"""A list beside one of these needs other marks than one alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """How a writer writes what is plain to it."""

    text: Callable[[Token, str], str | None]
    """From a slot and its block's tag to its text; none if that needs any care."""
    heading: Callable[[int], tuple[int, str]]
    """From the place of a heading to its level, and what stands behind its text."""


def write_blocks(tokens: Sequence[Token], plain: Plain, other: Callable[[int, int], str]) -> str:
    """Write a body of which no text leans on a definition elsewhere; an empty one gives an empty text.

    Args:
        tokens: of the body.
        plain: how plain blocks are written.
        other: writes the tokens from one place up to another one: blocks that are not plain, with all others beside them.
    """
    done: list[str | None] = []
    waiting = 0
    spans = tuple(_spans(tokens, 0, len(tokens)))
    kinds = ["", *(tokens[start].type for start, _ in spans), ""]
    for (start, end), before, after in zip(spans, kinds, kinds[2:], strict=False):
        is_alone = before not in _NEXT_TO_LISTS and after not in _NEXT_TO_LISTS
        text = _block(tokens, start, end, plain) if is_alone or tokens[start].type not in _LISTS else None
        if text is not None:
            done += (other(waiting, start) if waiting < start else None, text)
            waiting = end
    done.append(other(waiting, len(tokens)) if waiting < len(tokens) else None)
    written = "\n\n".join(filter(None, done))
    return f"{written}\n" if written else ""


def _spans(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The blocks from one place up to another one, without those inside them."""
    depth = 0
    for index in range(start, end):
        depth += tokens[index].nesting
        if not depth:
            yield start, index + 1
            start = index + 1


def _block(tokens: Sequence[Token], start: int, end: int, plain: Plain) -> str | None:
    """A block as it is written; none if it is not plain."""
    opening = tokens[start]
    if opening.type == "paragraph_open":
        slot = tokens[start + 1]
        text = plain.text(slot, "p")
        before, after = slot.meta.get("marks", ("", ""))
        return None if text is None else f"{before}{text}{after}"
    if opening.type == "heading_open":
        text = plain.text(tokens[start + 1], opening.tag)
        level, after = plain.heading(start)
        return None if text is None else f"{'#' * level} {text}{after}"
    if opening.type == "table_open":
        return _table(tokens[start:end], plain)
    if opening.type in _LISTS:
        return _list(tokens, start, end, plain)
    return None


def _table(tokens: Sequence[Token], plain: Plain) -> str | None:
    rows: list[list[str]] = []
    heads: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            slot = tokens[index + 1]
            text = plain.text(slot, "td") if slot.children else ""
            if text is None:
                return None
            rows[-1].append(text)
            heads += [token] if token.type == "th_open" else []
    lines = [
        f"| {' | '.join(cells)} |" for cells in (rows[0], rules(head.attrs for head in heads), *rows[1:])
    ]
    return "\n".join(lines)


def rules(cells: Iterable[Mapping[str, object]]) -> list[str]:
    """Return the marks below a table's head, for the attributes of its cells."""
    return [_RULES[str(attributes.get("style", "")).removeprefix("text-align:")] for attributes in cells]


_RULES = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}


def _list(tokens: Sequence[Token], start: int, end: int, plain: Plain) -> str | None:
    """A list whose items begin with a paragraph and hold at most one list in a row."""
    items: list[list[str]] = []
    is_tight = False
    for first, last in _spans(tokens, start + 1, end - 1):
        blocks = tuple(_spans(tokens, first + 1, last - 1))
        kinds = [tokens[opening].type for opening, _ in blocks]
        if kinds[:1] != ["paragraph_open"] or DIRECTIVE in kinds:
            return None
        if any(one in _LISTS and two in _LISTS for one, two in pairwise(kinds)):
            return None
        texts = [_block(tokens, *block, plain) for block in blocks]
        if None in texts:
            return None
        items.append([text for text in texts if text])
        is_tight = is_tight or any(tokens[opening].hidden for opening, _ in blocks)
    apart = "\n" if is_tight else "\n\n"
    opening = tokens[start]
    number = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
    return apart.join(map(write_item, map(apart.join, items), marks(number, len(items))))
