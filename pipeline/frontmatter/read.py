"""Read the front matter of a source."""

import re

from pipeline.frontmatter.block import FrontMatter, Problem, Value, dotted, line_at
from pipeline.frontmatter.fences import Found, find
from pipeline.frontmatter.notations import NOTATIONS
from pipeline.model import Diagnostic

_HALF = re.compile(r"[\ud800-\udfff]")
"""Half a character: JSON and YAML can escape one, but no file can hold it."""


def read(text: str, path: str) -> tuple[FrontMatter, str] | Diagnostic:
    """Split a source into its front matter and its body.

    Args:
        text: the whole source, its lines ended by a line feed.
        path: its name in diagnostics.

    Returns:
        The front matter, empty where there is none, and the body with as many empty lines before it as the front
        matter had, so that line numbers hold. YAML 1.1, TOML 1.0 and RFC 8259 say what is valid.
    """
    found = find(text)
    if found is None:
        return FrontMatter(values={}), text
    values = _values(found)
    if isinstance(values, Problem):
        return _invalid(path, found, values)
    front_matter = FrontMatter(
        text=found.text, values=values, format=found.format, opening=found.opening, closing=found.closing
    )
    return front_matter, "\n" * found.whole.count("\n") + text[len(found.whole) :]


def _values(found: Found) -> dict[str, Value] | Problem:
    try:
        tree = NOTATIONS[found.format].scan(found.text)
    except RecursionError:
        return Problem(line=1, message="its lists and tables are nested too deeply")
    if isinstance(tree, Problem):
        return tree
    values: dict[str, Value] = {}
    for item in tree.items:
        if item.text is None:
            continue
        line = line_at(found.text, item.start)
        if half := _HALF.search(item.text):
            return Problem(line=line, message=f"the character U+{ord(half[0]):04X} is only half of one")
        # Two values have the same dotted path if a key has a dot in it. The first can be named; the other stays as it is.
        values.setdefault(
            dotted(item.path),
            Value(text=item.text, line=found.opening.count("\n") + line, start=item.start, end=item.end),
        )
    return values


def _invalid(path: str, found: Found, problem: Problem) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=found.opening.count("\n") + problem.line,
        code="front-matter",
        message=f"the front matter is not valid: {problem.message}",
        hint=f"mend the {found.format} {found.place}",
    )
