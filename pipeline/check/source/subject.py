"""What a rule about a source looks at, and how it says where it found something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.approvals import Approval
from pipeline.markdown import OBJECT, Extent, extents, prose
from pipeline.model import Kind, Unit
from pipeline.reading.damage import Damage, damage
from pipeline.segment import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text that people read."""

    unit: Unit
    text: str
    """Without markup; `OBJECT` stands for code and the like, a newline for a line break."""
    first: int
    """Its first line in the file, from 1."""
    last: int
    """The last line that it may reach to."""
    damage: tuple[Damage, ...]
    """What was read in the wrong encoding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source, read once for all rules."""

    document: Document
    written: str
    """The whole file as it was decoded, with its byte order mark and its own line ends."""
    locale: str
    """The language that it is written in."""
    lines: tuple[str, ...]
    """The file's lines, without their ends and the byte order mark."""
    body: int
    """The first line behind the front matter."""
    blocks: tuple[Extent, ...]
    """The blocks of the body, by their lines."""
    passages: tuple[Passage, ...]
    """What is to be translated, in the order of the file."""
    approvals: tuple[Approval, ...] = ()
    """What was approved in the language of the sources."""


def source(document: Document, written: str, locale: str, approvals: Sequence[Approval] = ()) -> Source:
    """Put together what the rules look at; the arguments are the fields of `Source`."""
    blocks = extents(document.skeleton)
    lines = tuple(_LINE_END.split(written.removeprefix("\ufeff")))
    return Source(
        document=document,
        written=written,
        locale=locale,
        lines=lines,
        body=_front(document, lines) + 1,
        blocks=blocks,
        passages=tuple(_passages(document, blocks)),
        approvals=tuple(approvals),
    )


def located(source: Source, passage: Passage, *excerpts: str) -> int:
    """Return the line of the first excerpt that can be found in a passage's lines, else the passage's first line."""
    lines = source.lines[passage.first - 1 : passage.last]
    text = "\n".join(lines)
    for excerpt in excerpts:
        words = [re.escape(word) for word in _BLANKS.split(excerpt) if word]
        found = re.compile(r"[\s>]+".join(words)).search(text) if words else None
        if found:
            return passage.first + text.count("\n", 0, found.start())
    return passage.first


def excerpt(text: str, start: int, end: int) -> str:
    """Return a part of a text with some words around it, on one line, and ellipses where more follows."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    before, after = text[first:start], text[end:last]
    if first and " " in before:
        before = before[before.index(" ") + 1 :]
    if last < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    inner = _BLANKS.sub(" ", f"{before}{text[start:end]}{after}").replace(OBJECT, "…").strip(" ")
    return visible(
        f"{'…' if len(before) < start else ''}{inner}{'…' if end + len(after) < len(text) else ''}"
    )


def visible(text: str) -> str:
    """Return a text with the numbers of characters that are invisible, or that turn the order of letters around."""
    return _INVISIBLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def word_at(text: str, position: int) -> str:
    """Return what stands between blanks around a position."""
    start = max(text.rfind(blank, 0, position) for blank in (" ", "\n", OBJECT)) + 1
    ends = (text.find(blank, position) for blank in (" ", "\n", OBJECT))
    return text[start : min((end for end in ends if end >= 0), default=len(text))]


_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[ \t\n]+")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff\ufffe\uffff]"
)
_AROUND = 25


def _front(document: Document, lines: tuple[str, ...]) -> int:
    """How many lines the front matter takes."""
    front = document.front_matter
    whole = f"{front.opening}{front.text}{front.closing}".split("\n")
    return len(whole) - 1 if lines[: len(whole) - 1] == tuple(whole[:-1]) else 0


def _passages(document: Document, blocks: tuple[Extent, ...]) -> Iterator[Passage]:
    ends = {line: block.last for block in blocks for line in range(block.first, block.last + 1)}
    for unit in document.units:
        texts: tuple[str, ...] = (unit.text,)
        if unit.block and not isinstance(unit.slot, str):
            texts = prose(document.skeleton, unit.slot)
        last = unit.line if unit.kind is Kind.CELL else ends.get(unit.line, unit.line)
        for text in texts:
            yield Passage(unit=unit, text=text, first=unit.line, last=last, damage=damage(text))
