"""YAML of nothing but lines with a key and a text, as most front matter is: read without PyYAML, and with the same result."""

import re

from pipeline.frontmatter.block import Item, Room, Tree


def scan(block: str) -> Tree | None:
    """Read a document.

    Returns:
        What it says; none where a line has anything but a simple key and a text that stands as it is, in quotes or not,
        where a text without quotes may be something else, or where a key stands twice: then PyYAML has to read it.
    """
    if _ODD.search(block):
        return None
    items: list[Item] = []
    data: dict[str, str | tuple[str, str]] = {}
    position = 0
    while found := _LINE.match(block, position):
        key, plain = found["key"], found["plain"]
        text = found["single"] or found["double"] or "" if plain is None else plain
        if plain is not None and (plain[0] in _FIGURES or plain.lower() in _WORDS):
            if not _DAY.fullmatch(plain):
                return None
            data[key] = (_TIMESTAMP, text)
        else:
            data[key] = text
        items.append(Item(path=(key,), text=text, start=found.start("value"), end=found.end("value")))
        position = found.end()
    if not items or position < len(block) or len(data) < len(items):
        return None
    return Tree(items=tuple(items), data=data, room=Room(at=len(block), after="\n"))


_FIGURES = "0123456789"
_WORDS = {"yes", "no", "true", "false", "on", "off", "null"}
"""What begins with a letter and is no text (YAML 1.1: bool, null), in small letters."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
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
