"""The units of a section, for those sections that have to be translated as a whole."""

from pipeline.model import Unit
from pipeline.segment import Document

TOP = "top"
"""The anchor of what stands above the first heading: the top of the page (HTML 7.4.6.4)."""


def section_units(document: Document, anchor: str) -> tuple[Unit, ...]:
    """Return the units of a section, its heading's first; none if there is no such section.

    A section reaches up to the next heading of its level or above; headings in block quotes end none.

    Args:
        document: the document.
        anchor: the section's id; ``top``, where no heading has it, is the title and all above the first heading.
    """
    sections = [section for section in document.sections if not section.is_quoted]
    named = next((section for section in sections if section.id == anchor), None)
    if named is None and anchor != TOP:
        return ()
    start = named.place if named else ()
    level = named.level if named else _LOWEST
    later = [one for one in sections if one.place > start and one.level <= level and not one.is_title]
    end = later[0].place if later else None
    return tuple(
        unit
        for unit in document.units
        if (
            start <= unit.slot and (end is None or unit.slot < end)
            if isinstance(unit.slot, tuple)
            else named is None
        )
    )


_LOWEST = 6
