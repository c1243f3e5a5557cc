"""Characters that nobody sees, or that not everybody sees the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source, excerpt
from pipeline.reading.damage import damage


def character(source: Source) -> Iterator[Finding]:
    """Find them in every line of the file, and where a text spells them by number, such as ``&#8238;``."""
    for number, line in enumerate(source.lines, start=1):
        for found, count in _strange(line).items():
            yield _finding(found, count, line, number)
    for number, mark in _open_isolates(source):
        yield _finding(mark, 1, source.lines[number - 1], number)
    for passage in source.passages:
        written = "".join(source.lines[passage.first - 1 : passage.last])
        for found, count in _strange(passage.text).items():
            if found not in written:
                yield _finding(found, count, passage.text, passage.first)


_STRANGE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    r"|[\u202a-\u202e]"
    r"|[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
    r"|[\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    + "".join(f"|[{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}]" for plane in range(1, 17))
)
_ISOLATES = "\u2066\u2067\u2068"
_POP = "\u2069"
_ISOLATING = re.compile("[\u2066-\u2069]")


def _strange(text: str) -> Mapping[str, int]:
    """The characters that should not be there, and how often each is."""
    found = Counter(_STRANGE.findall(text))
    if any("\x80" <= one <= "\x9f" for one in found):
        for damaged in damage(text):  # they are a part of what is told as damage
            found -= Counter(_STRANGE.findall(damaged.part))
    return found


def _open_isolates(source: Source) -> Iterator[tuple[int, str]]:
    """The marks of direction without a partner in their block, or in their line of the front matter, with their lines."""
    blocks = [(line, line) for line in range(1, source.body)]
    blocks += [(block.first, block.last) for block in source.blocks]
    for first, last in blocks:
        opened: list[tuple[int, str]] = []
        for number in range(first, last + 1):
            for mark in _ISOLATING.findall(source.lines[number - 1]):
                if mark != _POP:
                    opened.append((number, mark))
                elif opened:
                    opened.pop()
                else:
                    yield number, mark
        yield from opened


def _finding(found: str, count: int, text: str, line: int) -> Finding:
    what, hint = _explained(found)
    times = f", {count} times" if count > 1 else ""
    start = text.index(found)
    return Finding(
        message=f"{what}, {_name(found)}, stands in “{excerpt(text, start, start + 1)}”{times}",
        hint=hint,
        source=(found,),
        line=line,
    )


def _name(found: str) -> str:
    name = unicodedata.name(found, "")
    return f"U+{ord(found):04X}{name and f' ({name})'}"


def _explained(found: str) -> tuple[str, str]:
    """What a character is, and what to do."""
    if "\x80" <= found <= "\x9f" and (meant := found.encode("latin-1").decode("windows-1252", "ignore")):
        return "a control character", f"write “{meant}”, which it is in Windows-1252"
    return _SINGLE.get(found) or _BY_CATEGORY[unicodedata.category(found)]


_SINGLE = {
    **dict.fromkeys(
        _ISOLATES,
        (
            "a mark of direction that nothing closes",
            "close it with U+2069 in the same paragraph, or delete it",
        ),
    ),
    _POP: ("a mark that closes a direction that nothing opened", "delete it"),
    "\ufeff": ("a byte order mark in the middle of the text", "delete it"),
}
_BY_CATEGORY = {
    "Cc": ("a control character", "delete it"),
    "Cf": ("an invisible character that turns the order of letters around", "delete it"),
    "Cn": ("a code that is no character", "delete it"),
    "Co": ("a character that each font shows as it likes", "write what is meant in ordinary characters"),
}
