"""The words of the page templates, for translators."""

import io
from collections.abc import Iterator

from jinja2.ext import babel_extract

from pipeline.model import Kind, Unit
from pipeline.render.jinja import in_use
from pipeline.render.templates import FOLDER, Templates, path


def words(templates: Templates, folder: str = FOLDER) -> Iterator[Unit]:
    """Walk the texts of the page templates in use: the units of the domain ``site``."""
    for name in in_use(templates):
        file = io.BytesIO(templates[name].encode())
        for line, _, found, notes in babel_extract(file, _FUNCTIONS, ("translators:",), {"trimmed": "true"}):
            text = str(found[0] if isinstance(found, tuple) else found)
            yield Unit(
                text=text,
                kind=Kind.METADATA,
                type="Page template",
                notes=tuple(notes),
                path=path(name, templates, folder),
                line=line,
                slot=text,
            )


_FUNCTIONS = ("gettext", "plaintext")
