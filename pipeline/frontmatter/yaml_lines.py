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
    if _ODD.search(block):
        return None
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
_LINE = re.compile(
    r"""
    (?P<key> [A-Za-z][\w-]{0,99} ) : [ ]
    (?P<value>
        (?P<plain> (?: [0-9A-Za-z] | [^\0-\x7f] ) (?: [^\n:\#] | (?<!\ )\# | :(?![ \n]|\Z) )* (?<!\ ) )
      | ' (?P<single> [^'\n]* ) '
      | " (?P<double> [^"\\\n]* ) "
    )
    (?: \n | \Z )
    """,
    re.VERBOSE | re.ASCII,
)
"""A text without quotes begins with a letter or a figure, or is not ASCII: all other characters may mean something there."""
_ODD = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not let stand in a text, or some reader takes for the end of a line; and tabs."""
