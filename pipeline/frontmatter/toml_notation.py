"""TOML 1.0: where its values stand, and how they are written.

tomllib says what is valid and what it means, but not where; the places are measured here and compared with it.
"""

import datetime
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.frontmatter import brackets
from pipeline.frontmatter.block import Edit, Item, Path, Problem, Room, Tree

_NAME = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"\[\[?[ \t]*{_KEY}[ \t]*\]\]?")
_SYNTAX = brackets.Syntax(
    blank=re.compile(r"(?:[ \t\r\n]|#[^\n]*)*"),
    key=re.compile(_KEY),
    names=lambda key: tuple(_name(part) for part in re.findall(_NAME, key)),
    plain=re.compile(
        r'"""(?:\\.|[^\\])*?"{3,5}'
        r"|'''.*?'{3,5}"
        r'|"(?:\\.|[^"\\])*"'
        r"|'[^']*'"
        r"|[^ \t\r\n,\]}#]+(?:[ ]\d\d:[^ \t\r\n,\]}#]+)?",
        re.DOTALL,
    ),
)


def scan(block: str) -> Tree | Problem:
    """Read a document.

    Returns:
        What it says, with the texts of strings, and days and times as written; or what is wrong with it.
    """
    try:
        data = tomllib.loads(block)
    except ValueError as error:
        # tomllib's own errors are of this kind, and so is the one for a number that is too long.
        return _problem(block, str(error))
    items, header = _measure(block)
    return Tree(
        items=tuple(replace(item, text=_text(block, item, data)) for item in items),
        data=data,
        room=_room(block, [item.end for item in items if item.start < header], header),
    )


def spell(block: str, item: Item, text: str) -> Iterator[tuple[Edit, ...]]:
    """Yield the ways to put a text in the place of a value: first in the old value's quotation marks."""
    old = block[item.start : item.end]
    marks = next((marks for marks in ('"""', "'''", "'") if old.startswith(marks)), '"')
    for string in _strings(text, marks):
        yield (Edit(start=item.start, end=item.end, text=string),)


def pair(key: str, text: str) -> str:
    """Write a key, in quotation marks if it needs them, and its text."""
    name = key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{_escaped(key)}"'
    return f'{name} = "{_escaped(text)}"'


def _strings(text: str, marks: str) -> Iterator[str]:
    # A literal string has no escapes. In three marks it could hold a line feed, and then a line like a fence.
    if "'" not in marks:
        yield f"{marks}{_escaped(text)}{marks}"
    elif "\n" not in text and _reads_as(f"{marks}{text}{marks}", text):
        yield f"{marks}{text}{marks}"
    yield f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """Escape as JSON does, whose escapes TOML shares, and the one control character that JSON allows."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def _reads_as(string: str, text: str) -> bool:
    try:
        return tomllib.loads(f"key = {string}\n") == {"key": text}
    except tomllib.TOMLDecodeError:
        return False


def _measure(block: str) -> tuple[list[Item], int]:
    """Find all values, and where the first table header stands; without one, the end."""
    items: list[Item] = []
    header = len(block)
    table: Path = ()
    lengths: dict[Path, int] = {}
    at = brackets.after(_SYNTAX.blank, block, 0)
    while at < len(block):
        if block[at] == "[":
            header = min(header, at)
            end = brackets.after(_HEADER, block, at)
            table = _table(block[at:end], lengths)
        else:
            found, end = brackets.pair(_SYNTAX, block, at, table)
            items += found
        at = brackets.after(_SYNTAX.blank, block, end)
    return items, header


def _table(header: str, lengths: dict[Path, int]) -> Path:
    """Return the path that a header opens. A name of an array of tables means the last table in it."""
    names = _SYNTAX.names(header.strip("[] \t"))
    path: Path = ()
    for name in names[:-1]:
        path = _last((*path, name), lengths)
    path = (*path, names[-1])
    if header.startswith("[["):
        lengths[path] = lengths.get(path, 0) + 1
    return _last(path, lengths)


def _last(path: Path, lengths: Mapping[Path, int]) -> Path:
    return (*path, lengths[path] - 1) if path in lengths else path


def _name(part: str) -> str:
    return str(tomllib.loads(f"name = {part}")["name"]) if part[0] in "\"'" else part


def _text(block: str, item: Item, data: Any) -> str | None:  # noqa: ANN401 - TOML gives any value
    for part in item.path:
        data = data[part]
    if isinstance(data, datetime.date | datetime.time):
        return block[item.start : item.end]
    return data if isinstance(data, str) else None


def _room(block: str, ends: list[int], header: int) -> Room:
    """Find the line behind the last key that belongs to no table: below a header, a new one would be the table's."""
    if header == len(block):
        return Room(at=header, after="\n")
    return Room(at=block.index("\n", max(ends)) + 1 if ends else 0, after="\n")


def _problem(block: str, message: str) -> Problem:
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    if match is None:
        return Problem(line=1, message=message)
    return Problem(line=int(match[2]) if match[2] else block.count("\n") + 1, message=match[1])
