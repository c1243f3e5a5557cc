"""Addresses and telephone numbers in plain text, set apart on pages from right to left, as they are in the texts of documents."""

from collections.abc import Callable

from markupsafe import Markup, escape

from pipeline.languages import Language
from pipeline.reading.addresses import spans

Isolated = Callable[[str], Markup]
"""Makes plain text HTML."""


def isolated(language: Language) -> Isolated:
    """Return what writes plain text on the pages of a language: from right to left, each address stands in ``<bdi dir="ltr">``."""
    return _set_apart if language.direction == "rtl" else escape


def _set_apart(text: str) -> Markup:
    done, end = Markup(), 0
    for start, stop in spans(text):
        done += Markup('{}<bdi dir="ltr">{}</bdi>').format(text[end:start], text[start:stop])
        end = stop
    return done + text[end:]
