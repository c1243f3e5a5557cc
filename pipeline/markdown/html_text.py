"""HTML blocks taken apart: the text that people read, and the tags around it, which no translation touches."""

import re
from dataclasses import dataclass
from html import escape, unescape

from markdown_it.common.html_re import HTML_TAG_RE

_SPACE = re.compile(r"[ \t\n]+")
_READ_ATTRIBUTE = re.compile(
    r"""(?P<before>\s(?:alt|title)\s*=\s*)(?P<quote>["'])(?P<text>[^"']*)(?P=quote)""", re.IGNORECASE
)
_KEPT = re.compile(r"<(script|style|pre|textarea|svg|math)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
"""Elements whose content is no running text."""

_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z].*?>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of an HTML block: as written, or a text that can be translated."""

    raw: str
    text: str | None = None
    """What a reader reads here, without entities; none for tags and blanks."""
    is_attribute: bool = False

    def fill(self, text: str) -> str:
        """Return the HTML for a text in this place; its own text as it is written here."""
        return self.raw if text == self.text else escape(text, quote=self.is_attribute)


def take_apart(content: str) -> tuple[Piece, ...] | None:
    """Split an HTML block into pieces that join to it again.

    Returns:
        The pieces; none if some of the block is neither a tag, nor a comment, nor text, so that its text cannot be told
        from its tags.
    """
    pieces: list[Piece] = []
    position = 0
    while position < len(content):
        start = content.find("<", position)
        end = len(content) if start < 0 else start
        if end > position:
            pieces += _text(content[position:end])
        if start < 0:
            break
        match = _KEPT.match(content, start) or _COMMENT.match(content, start)
        tag = None if match else HTML_TAG_RE.match(content[start:])
        if match:
            pieces.append(Piece(raw=match[0]))
        elif tag:
            pieces += _tag(tag[0])
        else:
            return None
        position = start + len(pieces[-1].raw) if match else start + len(tag[0] if tag else "")
    return tuple(pieces)


def _text(raw: str) -> list[Piece]:
    core = raw.strip(" \t\n")
    if not core or not re.search(r"\w", unescape(core)):
        return [Piece(raw=raw)]
    before, _, after = raw.partition(core)
    text = _SPACE.sub(" ", unescape(core))
    return [piece for piece in (Piece(raw=before), Piece(raw=core, text=text), Piece(raw=after)) if piece.raw]


def _tag(raw: str) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _READ_ATTRIBUTE.finditer(raw):
        if re.search(r"\w", unescape(match["text"])):
            pieces.append(Piece(raw=raw[position : match.start("text")]))
            text = _SPACE.sub(" ", unescape(match["text"])).strip(" ")
            pieces.append(Piece(raw=match["text"], text=text, is_attribute=True))
            position = match.end("text")
    return [*pieces, Piece(raw=raw[position:])]
