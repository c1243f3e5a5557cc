"""The values that the modules of this package speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]
"""Where a value is: the keys from the outermost on, and for an item of a list its index."""


class Format(StrEnum):
    """The notations of front matter, by the names that people know."""

    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A plain value of one key."""

    text: str
    line: int = field(compare=False)
    """In the source file, from 1."""
    start: int = field(compare=False)
    end: int = field(compare=False)
    """Where it stands in the block's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The metadata block of one document."""

    text: str = ""
    """What stands between the fences; JSON without fences as a whole."""
    values: Mapping[str, Value]
    """The plain values in the order of the block, by dotted path: `title`, `seo.description`, `faq.0.question`."""
    format: Format = Format.YAML
    opening: str = "---\n"
    closing: str = "---\n"
    """The fences, with their line ends; of JSON without fences, nothing and the rest of its last line."""

    def get(self, key: str) -> str | None:
        """Return a key's text, as written, whatever type the format would give it; none if it is absent or empty."""
        value = self.values.get(key)
        return value.text if value and value.text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a block cannot be read."""

    line: int
    """In the block, from 1."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One value of a block, plain or not, and where it stands."""

    path: Path
    text: str | None = None
    """None for a list or a table, and for what is no text in its format."""
    start: int
    end: int
    aliases: tuple[tuple[int, int], ...] = ()
    """Where the block refers to this value instead of saying it again: only YAML can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where and how a block takes one more key."""

    at: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a block says."""

    items: tuple[Item, ...]
    """In the order of the block, but a list or a table may follow its members."""
    data: Any
    """The same as the format's library has it, for comparison: tables are dictionaries, lists are lists."""
    room: Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A text that takes the place of another one."""

    start: int
    end: int
    text: str


def dotted(path: Path) -> str:
    """Return a path as people write it: `faq.0.question`."""
    return ".".join(map(str, path))


def line_at(text: str, position: int) -> int:
    """Return the line of a position, from 1. Only a line feed ends a line."""
    return text.count("\n", 0, position) + 1


def repeated(key: str, line: int) -> Problem:
    """Return the problem of a key that its table already has: it is not known which of the two is meant."""
    return Problem(line=line, message=f"the key “{key}” stands here a second time")
