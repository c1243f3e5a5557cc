"""YAML of nothing but lines with a key and a text, as most front matter is: read without PyYAML, and with the same result."""

import re
from collections.abc import Callable

from pipeline.frontmatter.block import Item, Room, Tree


def scan(block: str, tag: Callable[[str], str]) -> Tree | None:
    """Read a document.

    Args:
        block: the document.
        tag: tells what YAML takes a text without quotes for.

    Returns:
        What it says; none where a line has anything but a simple key and a text that stands as it is, in quotes or not,
        or where a key stands twice: then PyYAML has to read it.
    """
    items: list[Item] = []
    data: dict[str, str | tuple[str, str]] = {}
    position = 0
    while found := _LINE.match(block, position):
        key, plain = found["key"], found["plain"]
        text = found["single"] or found["double"] or "" if plain is None else plain
        kind = _STRING if plain is None else tag(plain)
        data[key] = text if kind == _STRING else (kind, text)
        items.append(Item(path=(key,), text=text, start=found.start("value"), end=found.end("value")))
        position = found.end()
    if not items or position < len(block) or len(data) < len(items):
        return None
    return Tree(items=tuple(items), data=data, room=Room(at=len(block), after="\n"))


_STRING = "tag:yaml.org,2002:str"
_LETTER = r"[ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What YAML lets stand in a text, but tabs and what some reader takes for the end of a line."""
_LINE = re.compile(
    rf"""
    (?P<key> [A-Za-z][\w-]{{0,99}} ) : [ ]
    (?P<value>
        (?P<plain> (?=[0-9A-Za-z]|[^\x00-\x9f]) (?: (?![:\#]){_LETTER} | (?<!\ )\# | :(?![ \n]|\Z) )+ (?<!\ ) )
      | ' (?P<single> (?: (?!'){_LETTER} )* ) '
      | " (?P<double> (?: (?!["\\]){_LETTER} )* ) "
    )
    (?: \n | \Z )
    """,
    re.VERBOSE | re.ASCII,
)
"""A text without quotes begins with a letter or a figure, or is not ASCII: all other characters may mean something there."""
