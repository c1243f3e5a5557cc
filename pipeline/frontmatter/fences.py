"""Where the front matter of a source begins and ends, and in which format it is.

Hugo's conventions: `---` for YAML, `+++` for TOML, braces for JSON; and gray-matter's `---toml` and `---json`.
"""

import re
from dataclasses import dataclass

from pipeline.frontmatter.block import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A source's front matter, unread."""

    format: Format
    opening: str
    text: str
    closing: str
    place: str
    """How to tell an author where it is."""

    @property
    def whole(self) -> str:
        """All of it, as it stands in the source."""
        return f"{self.opening}{self.text}{self.closing}"


def find(text: str) -> Found | None:
    """Find the front matter of a source; none if its first line does not open one, or nothing closes it."""
    for shape, format_, place in _FENCED:
        if match := shape.match(text):
            return Found(format=format_, opening=match[1], text=match[2] or "", closing=match[3], place=place)
    return _braces(text)


def _shape(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(rf"({opening}[ \t]*\n)(.*?\n)??((?:{closing})[ \t]*(?:\n|\Z))", re.DOTALL)


_FENCED = (
    (_shape("---", r"---|\.\.\."), Format.YAML, "between the two --- lines"),
    (_shape("---yaml", "---"), Format.YAML, "between the ---yaml and --- lines"),
    (_shape("---toml", "---"), Format.TOML, "between the ---toml and --- lines"),
    (_shape("---json", "---"), Format.JSON, "between the ---json and --- lines"),
    (_shape(r"\+\+\+", r"\+\+\+"), Format.TOML, "between the two +++ lines"),
)
_OBJECT = re.compile(r'\{[ \t\n]*(?:\}|"(?:[^"\\\n]|\\.)*"[ \t\n]*:)')
"""How an object begins, but not `{{ variable }}`, `{% tag %}` or words in braces."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)
_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|\Z)")


def _braces(text: str) -> Found | None:
    """Find an object up to the brace that closes it, if nothing else stands on that brace's line.

    What begins as an object and is wrong further on is told, not published; so if no brace closes it, it is the whole
    source, for the reader to say what is wrong.
    """
    if not _OBJECT.match(text):
        return None
    depth = 0
    end, rest = len(text), ""
    for token in _TOKEN.finditer(text):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if not depth:
            line_end = _REST_OF_LINE.match(text, token.end())
            if line_end is None:
                return None
            end, rest = token.end(), line_end[0]
            break
    place = "at the top of the file"
    return Found(format=Format.JSON, opening="", text=text[:end], closing=rest, place=place)
