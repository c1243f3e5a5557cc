"""HTML blocks taken apart: the text that people read, and the tags around it, which no translation touches."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from markdown_it.common.html_re import HTML_TAG_RE

_SPACE = re.compile(r"[ \t\n]+")
_ATTRIBUTE = re.compile(
    r"""\s+(?P<name>[A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+)))?""",
    re.ASCII,
)
"""One whole attribute: what looks like another one inside its value is none."""

_READ_ATTRIBUTES = {"alt", "title"}
_READ_AS = str.maketrans({"\0": "\ufffd", "\v": " ", "\f": " ", "\r": " "})
"""What a reader of the written Markdown would make of these characters (CommonMark 2.3; page breaks are blanks here)."""

_RAW = "script|style|pre|textarea|svg|math|iframe|noembed|noframes|xmp|title|template|object"
_RAW_START = re.compile(rf"<({_RAW})\b", re.IGNORECASE)
"""Elements whose content is no running text, or could hold no mark of a language."""

_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z].*?>", re.DOTALL)
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_NO_ELEMENT_INSIDE = {"option", "optgroup", "select"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of an HTML block: as written, or a text that can be translated."""

    raw: str
    text: str | None = None
    """What a reader reads here, without entities; none for tags and blanks."""
    can_be_marked: bool = True
    """Whether an element may be put around it: not around an attribute, nor where only text may stand."""
    quote: str = ""
    """What another text needs around it, because this one is an attribute's value without quotes."""

    def fill(self, text: str) -> str:
        """Return the HTML for a text in this place; its own text as it is written here."""
        if text == self.text:
            return self.raw
        return f"{self.quote}{escape(text.translate(_READ_AS))}{self.quote}"


def take_apart(content: str) -> tuple[Piece, ...] | None:
    """Split an HTML block into pieces that join to it again.

    Returns:
        The pieces; none if some of the block is neither a tag, nor a comment, nor text, or if a script or the like goes on
        after the block, so that its text cannot be told from its tags.
    """
    pieces: list[Piece] = []
    position, around = 0, ""
    while position < len(content):
        start = content.find("<", position)
        end = len(content) if start < 0 else start
        if end > position:
            pieces += _text(content[position:end], can_be_marked=around not in _NO_ELEMENT_INSIDE)
        if start < 0:
            break
        position = _whole(content, start)
        if position > start:
            pieces.append(Piece(raw=content[start:position]))
            continue
        tag = _TAG.match(content, start)
        if not tag or _RAW_START.match(content, start):
            return None
        pieces += _tag(tag[0])
        position = tag.end()
        name = _TAG_NAME.match(tag[0])
        around = name[1].lower() if name else around
    return tuple(pieces)


_TAG = re.compile(HTML_TAG_RE.pattern.removeprefix("^"))


def _whole(content: str, start: int) -> int:
    """Where a comment, or an element whose content is not taken apart, ends; the start itself if neither begins here."""
    comment = _COMMENT.match(content, start)
    if comment:
        return comment.end()
    raw = _RAW_START.match(content, start)
    closing = re.compile(rf"</{raw[1]}\s*>", re.IGNORECASE).search(content, start) if raw else None
    return closing.end() if closing else start


def _text(raw: str, *, can_be_marked: bool) -> list[Piece]:
    core = raw.strip(" \t\n")
    if not core or not re.search(r"\w", unescape(core)):
        return [Piece(raw=raw)]
    before, _, after = raw.partition(core)
    text = _SPACE.sub(" ", unescape(core))
    found = Piece(raw=core, text=text, can_be_marked=can_be_marked)
    return [piece for piece in (Piece(raw=before), found, Piece(raw=after)) if piece.raw]


def _tag(raw: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _attributes(raw):
        group = str(match.lastgroup)
        value = match[group]
        if match["name"].lower() in _READ_ATTRIBUTES and re.search(r"\w", unescape(value)):
            pieces.append(Piece(raw=raw[position : match.start(group)]))
            text = _SPACE.sub(" ", unescape(value)).strip(" ")
            quote = '"' if group == "bare" else ""
            pieces.append(Piece(raw=value, text=text, can_be_marked=False, quote=quote))
            position = match.end(group)
    return [*pieces, Piece(raw=raw[position:])]


def _attributes(raw: str) -> Iterator[re.Match[str]]:
    """Walk a tag's attributes, one right after the other."""
    name = _TAG_NAME.match(raw)
    match = _ATTRIBUTE.match(raw, name.end()) if name else None
    while match:
        yield match
        match = _ATTRIBUTE.match(raw, match.end())
