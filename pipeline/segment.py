"""From a source to a `Document`: one walk, in which every text block becomes a unit.

Extraction and localization both read the units found here; there is no second walk to keep in step.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import frontmatter
from pipeline.frontmatter import FrontMatter
from pipeline.markdown import Skeleton, Slot, parse
from pipeline.model import Diagnostic, Kind, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source, parsed once for all languages."""

    name: str
    """The file's name without its ending; also the catalog's domain and the page's folder."""
    path: str
    front_matter: FrontMatter
    skeleton: Skeleton
    units: tuple[Unit, ...]
    """Metadata first, then the body, in the order of the source."""
    title: str
    """The front matter's title, else the first heading, else the name."""
    title_slot: int | str | None
    """The slot that the title comes from, if it comes from one."""
    effective: datetime.date | None
    """The day from which the text is in force."""
    version: str | None


def segment(text: str, *, name: str, path: str, translate: Sequence[str]) -> Document | Diagnostic:
    """Parse a source and find its units.

    Args:
        text: the whole source, its lines ended by a line feed.
        name: the document's name.
        path: the source's name in diagnostics and references.
        translate: the front-matter keys that people read.

    Returns:
        The document, or the problem for which it cannot be read.
    """
    split = frontmatter.read(text, path)
    if isinstance(split, Diagnostic):
        return split
    front_matter, body = split
    effective = _date(front_matter, path)
    if isinstance(effective, Diagnostic):
        return effective
    skeleton = parse(body)
    units = (*_metadata(front_matter, translate, path), *_body(skeleton, path))
    titled = [unit for unit in units if unit.slot == "title"]
    titled += [unit for unit in units if unit.kind is Kind.HEADING and not front_matter.get("title")]
    return Document(
        name=name,
        path=path,
        front_matter=front_matter,
        skeleton=skeleton,
        units=units,
        title=titled[0].text if titled else front_matter.get("title") or name,
        title_slot=titled[0].slot if titled else None,
        effective=effective,
        version=front_matter.get("version"),
    )


def _date(front_matter: FrontMatter, path: str) -> datetime.date | Diagnostic | None:
    text = front_matter.get("effective")
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return Diagnostic(
            path=path,
            line=front_matter.values["effective"].line,
            code="front-matter",
            message=f"“{text}” is not a date",
            hint="write the effective date as YYYY-MM-DD",
        )


def _metadata(front_matter: FrontMatter, translate: Sequence[str], path: str) -> Iterator[Unit]:
    for key, value in front_matter.values.items():
        text = " ".join(value.text.split())
        if key in translate and text:
            yield Unit(
                text=text,
                kind=Kind.METADATA,
                type=f"YAML Front Matter: {key}",
                path=path,
                line=value.line,
                slot=key,
            )


def _body(skeleton: Skeleton, path: str) -> Iterator[Unit]:
    above: list[Slot] = []
    for slot in skeleton.slots():
        # A heading inside a list item or a quote speaks for what follows it there, and no further.
        while above and not (
            slot.containers[: len(above[-1].containers)] == above[-1].containers
            and (_level(slot) is None or above[-1].block < slot.block)
        ):
            above.pop()
        kind, type_ = _kind(slot)
        headings = tuple(heading.text.replace("\n", " ") for heading in above)
        yield Unit(
            text=slot.text,
            kind=kind,
            type=type_,
            block=slot.block,
            headings=headings,
            path=path,
            line=slot.line,
            slot=slot.index,
        )
        if kind is Kind.HEADING:
            above.append(slot)


def _level(slot: Slot) -> int | None:
    return int(slot.block[1]) if slot.block[1:].isdigit() else None


def _kind(slot: Slot) -> tuple[Kind, str]:
    """A unit's kind, and the word that po4a has for it, which other tools know."""
    level = _level(slot)
    if level:
        return Kind.HEADING, f"Title {'#' * level}"
    if slot.block in {"th", "td"}:
        return Kind.CELL, "Table cell"
    if slot.bullet:
        return Kind.LIST_ITEM, f"Bullet: '{slot.bullet}'"
    return Kind.PARAGRAPH, "Plain text"
