"""From a source to a `Document`: one walk, in which every text block becomes a unit.

Extraction and localization both read the units found here; there is no second walk to keep in step.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline import directives, frontmatter
from pipeline.directives import Directive
from pipeline.frontmatter import FrontMatter
from pipeline.markdown import LONGEST, Aside, Section, Skeleton, Slot, TooLongError, features, parse, sections
from pipeline.model import Diagnostic, Kind, SlotKey, Unit


@dataclass(frozen=True, kw_only=True)  # without slots, so that its sections are kept
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
    title_slot: SlotKey | None
    """The slot that the title comes from, if it comes from one."""
    effective: datetime.date | None
    """The day from which the text is in force."""
    version: str | None
    asides: tuple[Aside, ...]
    """The blocks of the body that hold no unit and may hold prose."""
    accepted: tuple[Aside, ...]
    """What the author accepts of the check's findings: the words of each such directive, and its line."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with its directives."""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The headings of the body, with the ids and levels that pages in all languages have; catalogs need none."""
        return sections(self.skeleton, self.title)


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
    try:
        skeleton = parse(body)
    except TooLongError as error:
        return _too_long(path, error.args[0])
    if line := skeleton.too_deep():
        return _too_deep(path, line)
    found = tuple(_body(skeleton, path))
    units = (
        *_metadata(front_matter, translate, path),
        *(item for item in found if isinstance(item, Unit)),
    )
    asides = [item for item in found if isinstance(item, Aside)]
    titled = [unit for unit in units if unit.slot == "title"]
    titled += [unit for unit in units if unit.kind is Kind.HEADING and not front_matter.get("title")]
    title = plain(titled[0], skeleton) if titled else front_matter.get("title") or name
    return Document(
        name=name,
        path=path,
        front_matter=front_matter,
        skeleton=skeleton,
        units=units,
        title=title,
        title_slot=titled[0].slot if titled else None,
        effective=effective,
        version=front_matter.get("version"),
        asides=(*(item for item in asides if item.kind != "accept"), *skeleton.titles()),
        accepted=tuple(item for item in asides if item.kind == "accept"),
        diagnostics=tuple(replace(item, document=name) for item in found if isinstance(item, Diagnostic)),
    )


def plain(unit: Unit, skeleton: Skeleton, text: str | None = None) -> str:
    """Return a unit's text, or another one in its place, without markup."""
    text = unit.text if text is None else text
    return features(text, skeleton.references).text if unit.block else text


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
        text = re.sub(r"[ \t\n]+", " ", value.text).strip(" ")
        if text and frontmatter.is_translated(key, translate):
            yield Unit(
                text=text,
                kind=Kind.METADATA,
                type=f"{front_matter.format} Front Matter: {key}",
                path=path,
                line=value.line,
                slot=key,
            )


def _body(skeleton: Skeleton, path: str) -> Iterator[Unit | Aside | Diagnostic]:
    """Walk the body's units, the blocks that hold no unit, and the problems with directives."""
    above: list[Slot] = []
    asked: dict[str, Directive] = {}
    off_since = 0
    for item in skeleton.walk():
        if isinstance(item, Slot):
            _leave(above, item)
            if "off" not in asked:
                yield _unit(item, above, asked, path)
                asked = {}
            if _level(item):
                above.append(item)
            continue
        said = _said(item, path)
        if isinstance(said, Directive):
            asked = {} if said.name == "on" else {**asked, said.name: said}
            off_since = item.line if said.name == "off" else off_since
        elif isinstance(said, Diagnostic) or said.kind == "accept" or "off" not in asked:
            yield said
    if "off" in asked:
        hint = "write <!-- i18n: on --> where translation goes on, or at the end"
        yield _bad_directive(path, off_since, "translation is switched off here and never on again", hint)


def _said(aside: Aside, path: str) -> Directive | Diagnostic | Aside:
    """What a block without units says to this program; itself if nothing."""
    if aside.kind == "misplaced":
        hint = "write it on a line of its own, after an empty line"
        return _bad_directive(path, aside.line, "a directive stands where it is not obeyed", hint)
    if aside.kind != "directive":
        return aside
    directive = directives.read(aside.text)
    if isinstance(directive, directives.Problem):
        return _bad_directive(path, aside.line, directive.message, directive.hint)
    if directive.name == "accept":
        return Aside(kind="accept", text=directive.value, line=aside.line)
    return directive


def _leave(above: list[Slot], slot: Slot) -> None:
    """Drop the headings that do not speak for a slot: those of its level and below, and those of another container.

    A heading inside a list item or a quote speaks for what follows it there, and no further.
    """
    while above and not (
        slot.containers[: len(above[-1].containers)] == above[-1].containers
        and (not _level(slot) or above[-1].block < slot.block)
    ):
        above.pop()


def _unit(slot: Slot, above: Sequence[Slot], asked: Mapping[str, Directive], path: str) -> Unit:
    kind, type_ = _kind(slot)
    return Unit(
        text=slot.text,
        context=asked["context"].value if "context" in asked else None,
        marks=slot.marks,
        kind=kind,
        type=type_,
        block=slot.block,
        headings=tuple(heading.text.replace("\n", " ") for heading in above),
        notes=(f"translators: {asked['comment'].value}",) if "comment" in asked else (),
        path=path,
        line=slot.line,
        slot=slot.place,
    )


def _level(slot: Slot) -> int:
    """The level of a heading; 0 for anything else."""
    return _LEVELS.get(slot.block, 0)


_LEVELS = {f"h{level}": level for level in range(1, 7)}


def _kind(slot: Slot) -> tuple[Kind, str]:
    """A unit's kind, and the word that po4a has for it, which other tools know."""
    if level := _level(slot):
        return Kind.HEADING, f"Title {'#' * level}"
    if not slot.block:
        return Kind.HTML, "HTML text"
    if slot.is_title:
        return Kind.TITLE, "Title of an admonition"
    if slot.block in {"th", "td"}:
        return Kind.CELL, "Table cell"
    if slot.bullet:
        return Kind.LIST_ITEM, f"Bullet: '{slot.bullet}'"
    return Kind.PARAGRAPH, "Plain text"


def _too_long(path: str, line: int) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=line,
        code="length",
        message=f"this paragraph, heading or cell has more than {LONGEST:,} characters",
        hint="divide it by empty lines, so that it can be translated piece by piece",
    )


def _too_deep(path: str, line: int) -> Diagnostic:
    return Diagnostic(
        path=path,
        line=line,
        code="nesting",
        message="quotes or lists nest so deep here that their text would be lost",
        hint="nest less than 50 lists or 100 quotes",
    )


def _bad_directive(path: str, line: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, line=line, code="directive", message=message, hint=hint)
