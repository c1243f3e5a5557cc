"""The words of the page templates, for translators."""

import re
from collections.abc import Iterator

import jinja2
from jinja2.ext import extract_from_ast

from pipeline.model import Kind, Unit
from pipeline.render.jinja import in_use, language_free
from pipeline.render.templates import FOLDER, Templates, path


def words(templates: Templates, folder: str = FOLDER) -> Iterator[Unit]:
    """Walk the texts of the page templates in use: the units of the domain ``site``."""
    for name in in_use(templates):
        for line, text, notes in texts(templates[name]):
            yield Unit(
                text=text,
                kind=Kind.METADATA,
                type="Page template",
                notes=notes,
                path=path(name, templates, folder),
                line=line,
                slot=text,
            )


def texts(template: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Walk the texts of a template: each with its line, and with the note for translators that stands before it.

    A note stands on the line of its text or above it, and belongs to the first text below it, as in Jinja's own extractor, which
    reads a template twice for that. A template that cannot be read has no texts.
    """
    try:
        tree = language_free().parse(template)
    except jinja2.TemplateSyntaxError:
        return
    notes = [(template.count("\n", 0, note.start()) + 1, note[1]) for note in _NOTE.finditer(template)]
    last = 0
    for line, _, found in extract_from_ast(tree, _FUNCTIONS):
        said = [text for place, text in notes if last < place <= line]
        last = max(last, line)
        yield line, str(found[0] if isinstance(found, tuple) else found), tuple(said[-1:])


_FUNCTIONS = ("gettext", "plaintext")
_NOTE = re.compile(r"\{#[-+]?\s*translators:\s+(.*?)\s*[-+]?#\}", re.DOTALL)
