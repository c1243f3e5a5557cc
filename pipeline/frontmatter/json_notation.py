"""JSON (RFC 8259): where its values stand, and how they are written."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.frontmatter import brackets
from pipeline.frontmatter.block import Edit, Item, Path, Problem, Room, Tree, line_at, repeated

_SYNTAX = brackets.Syntax(
    blank=re.compile(r"[ \t\r\n]*"),
    key=re.compile(r'"(?:[^"\\]|\\.)*"'),
    names=lambda key: (json.loads(key),),
    plain=re.compile(r'"(?:[^"\\]|\\.)*"|[^ \t\r\n,\]}]+'),
)


def scan(block: str) -> Tree | Problem:
    """Read an object.

    Returns:
        What it says, the texts of strings only; or what is wrong with it.
    """
    try:
        data = _DECODER.decode(block)
    except json.JSONDecodeError as error:
        return Problem(line=error.lineno, message=error.msg)
    start = brackets.after(_SYNTAX.blank, block, 0)
    if not isinstance(data, dict):
        return Problem(line=line_at(block, start), message="it is not a list of keys and values")
    (_, *items), end = brackets.value(_SYNTAX, block, start, ())
    seen: set[Path] = set()
    for item in items:
        if item.path in seen:
            return repeated(str(item.path[-1]), line_at(block, item.start))
        seen.add(item.path)
    return Tree(
        items=tuple(replace(item, text=_text(data, item.path)) for item in items),
        data=data,
        room=_room(block, start, end, max((item.end for item in items), default=start + 1)),
    )


def spell(block: str, item: Item, text: str) -> Iterator[tuple[Edit, ...]]:
    """Yield the ways to put a text in the place of a value: there is one."""
    del block
    yield (Edit(start=item.start, end=item.end, text=_string(text)),)


def pair(key: str, text: str) -> str:
    """Write a key and its text."""
    return f"{_string(key)}: {_string(text)}"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(data: Any, path: Path) -> str | None:  # noqa: ANN401 - JSON gives any value
    for part in path:
        data = data[part]
    return data if isinstance(data, str) else None


def _room(block: str, start: int, end: int, last: int) -> Room:
    """Find the place behind the last value; a new key is set off as the first one is."""
    first = brackets.after(_SYNTAX.blank, block, start + 1)
    if first == end - 1:
        return Room(at=start + 1)
    return Room(at=last, before=f",{block[start + 1 : first] or ' '}")


def _as_written(number: str) -> tuple[str, str]:
    """Keep a number as it is, whatever its size: all that is asked of it is that it stays."""
    return "number", number


_DECODER = json.JSONDecoder(parse_int=_as_written, parse_float=_as_written, parse_constant=_as_written)
