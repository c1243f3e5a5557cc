"""Typst source to a PDF, by Typst, which nothing else runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import typst


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why there is no PDF."""

    message: str
    """What is wrong, on one line."""
    hint: str = ""
    """What Typst advises, on one line."""
    font: str | None = None
    """The font family that is missing, if that is what is wrong."""
    line: int | None = None
    """The line of the source that it is about, from 1."""


def typeset(source: str, metadata: str, *, created: datetime) -> bytes | Fault:
    """Typeset a document as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    Args:
        source: the template and the document, in Typst's notation.
        metadata: what the template reads as ``sys.inputs.metadata``.
        created: when the document was made, as the PDF will say.

    Returns:
        The PDF, or why there is none; a font family that is not there is a fault, because another in its place may be that
        of another language. The same arguments and fonts give the same bytes.
    """
    try:
        data, warnings = typst.compile_with_warnings(
            source.encode(),
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"metadata": metadata},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=created,
        )
    except typst.TypstError as error:
        hint = " ".join(" ".join(error.hints).split())
        return Fault(message=" ".join(error.message.split()), hint=hint, line=_line(error.diagnostic))
    for warning in warnings:
        if found := _NO_FONT.fullmatch(warning.message):
            return Fault(message=warning.message, font=_as_asked(found["family"], source, metadata))
    return data


def is_installed(family: str) -> bool:
    """Whether the machine has a font family."""
    return family.lower() in _families()


def fonts() -> Mapping[str, str]:
    """Return the fonts of the machine, sorted: a phrase for each, and the path of its file, or nothing if it has none."""
    found = {
        f"{one.family} {one.style} {one.weight} {one.stretch} {one.index}": str(one.path or "")
        for one in _fonts().fonts()
    }
    return dict(sorted(found.items()))


@cache
def _families() -> frozenset[str]:
    return frozenset(family.lower() for family in _fonts().families())


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the machine; finding them takes longer than to set a document."""
    return typst.Fonts()


_NO_FONT = re.compile(r"unknown font family: (?P<family>.+)")

_PLACE = re.compile(r"┌─ [^\n]*:(?P<line>[0-9]+):[0-9]+\n")


def _line(diagnostic: str) -> int | None:
    """The line that Typst's description points to first."""
    place = _PLACE.search(diagnostic)
    return int(place["line"]) if place else None


def _as_asked(family: str, *texts: str) -> str:
    """A family's name as it was asked for; Typst tells it in small letters."""
    for text in texts:
        if found := re.search(re.escape(family), text, re.IGNORECASE):
            return found[0]
    return family
