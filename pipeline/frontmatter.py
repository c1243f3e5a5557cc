"""Front matter: the metadata block at the top of a source. Nothing else imports the YAML library.

It is never written anew: a translated value is put in the place of the old one, so that order, quoting, comments
and every other key stay byte for byte.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from pipeline.model import Diagnostic

_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A plain value of one key."""

    text: str
    line: int
    """In the source file, from 1."""
    start: int
    end: int
    """Where it stands in the block's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The metadata block of one document."""

    text: str = ""
    """The YAML between the fences."""
    values: Mapping[str, Value]
    """The keys with one plain value, in the order of the block."""

    def get(self, key: str) -> str | None:
        """Return a key's text, as written, whatever type YAML would give it; none if it is absent or empty."""
        value = self.values.get(key)
        return value.text if value and value.text else None


def read(text: str, path: str) -> tuple[FrontMatter, str] | Diagnostic:
    """Split a source into its front matter and its body.

    Args:
        text: the whole source, its lines ended by a line feed.
        path: its name in diagnostics.

    Returns:
        The front matter, empty where there is none, and the body with as many empty lines before it as the front
        matter had, so that line numbers hold.
    """
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter(values={}), text
    block = match[1] or ""
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _invalid(path, mark.line if mark else 0, error.problem or "it cannot be read")
    except yaml.reader.ReaderError as error:
        line = block.count("\n", 0, error.position)
        return _invalid(path, line, f"the character U+{error.character:04X} is not allowed")
    if node is not None and not isinstance(node, yaml.MappingNode):
        return _invalid(path, node.start_mark.line, "it is not a list of keys and values")
    values: dict[str, Value] = {}
    seen: set[str] = set()
    for key, value in node.value if node else ():
        if key.value in seen:
            return _invalid(path, key.start_mark.line, f"the key “{key.value}” stands here a second time")
        seen.add(key.value)
        if isinstance(value, yaml.ScalarNode):
            line = value.start_mark.line + 2
            values[key.value] = Value(
                text=value.value, line=line, start=value.start_mark.index, end=value.end_mark.index
            )
    body = "\n" * match[0].count("\n") + text[match.end() :]
    return FrontMatter(text=block, values=values), body


def write(front_matter: FrontMatter, texts: Mapping[str, str]) -> str:
    """Return the block's YAML with other texts for some keys; a key it lacks is added at the end."""
    result = front_matter.text
    for key in sorted(texts.keys() & front_matter.values.keys(), key=lambda k: -front_matter.values[k].start):
        value = front_matter.values[key]
        quote = front_matter.text[value.start : value.end][:1]
        line_end = "\n" if front_matter.text[: value.end].endswith("\n") else ""
        result = result[: value.start] + _scalar(texts[key], quote) + line_end + result[value.end :]
    added = (f"{key}: {_scalar(texts[key], '')}\n" for key in texts if key not in front_matter.values)
    return result + "".join(added)


def _scalar(text: str, quote: str) -> str:
    """Write a text as a YAML scalar: plain or in single quotes if the old one was and the text allows it."""
    candidates = {"'": "'" + text.replace("'", "''") + "'", '"': None}
    candidate = candidates.get(quote, text)
    if candidate is not None and _reads_as(candidate, text):
        return candidate
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\x85", "\\x85")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _reads_as(scalar: str, text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"key: {scalar}\n") == {"key": text})
    except yaml.YAMLError:
        return False


def _invalid(path: str, line: int, problem: str) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=line + 2,
        code="front-matter",
        message=f"the front matter is not valid: {problem}",
        hint="mend the YAML between the two --- lines",
    )
