"""From a document to its passages: what a reader reads, in order, with the section in which each stands."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.comparison.blocks import Block, blocks, links, seen
from pipeline.comparison.labels import label
from pipeline.comparison.values import CELL, PARAGRAPH, Passage
from pipeline.markdown import Place, Section, Skeleton
from pipeline.markdown.contents import section_text
from pipeline.model import Kind, SlotKey, Unit
from pipeline.segment import Document


def passages(document: Document, texts: Mapping[SlotKey, str]) -> tuple[Passage, ...]:
    """Return the passages of a document in one language, in reading order.

    What says nothing is none. Where translation is switched off, and in blocks of code, the text is that of the source.

    Args:
        document: one version.
        texts: the folded texts of the language, by slot; a slot without one stays in the language of the source.
    """
    in_body = {place: text for place, text in texts.items() if not isinstance(place, str)}
    filled = document.skeleton.fill(in_body)
    version = _Version(
        document=document,
        filled=filled,
        texts=texts,
        units={unit.slot: unit for unit in document.units},
        links=links(filled),
        headings={section.id: section_text(filled, section) for section in document.sections},
    )
    return (*_title(version), *_body(version))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """A document in one language."""

    document: Document
    filled: Skeleton
    """The body with the texts of the language."""
    texts: Mapping[SlotKey, str]
    units: Mapping[SlotKey, Unit]
    links: Mapping[Place, tuple[str, ...]]
    """Where links and images of the body lead and come from."""
    headings: Mapping[str, str]
    """By the id of the section."""


def _title(version: _Version) -> Iterator[Passage]:
    """The title of the front matter; where a heading is the title, it is a passage of the body."""
    document = version.document
    if not document.front_matter.get("title"):
        return
    unit = version.units.get("title")
    source, text = (_folded(each) for each in (document.title, version.texts.get("title", document.title)))
    section = next((one.id for one in document.sections if one.is_title), None)
    yield Passage(
        kind=Kind.METADATA,
        slots=("title",),
        keys=(unit.key if unit else (None, document.title),),
        source=source,
        source_label="",
        text=text,
        label="",
        translated=("title" in version.texts,),
        level=1,
        section=section,
        source_heading=source if section else "",
        heading=text if section else "",
    )


def _body(version: _Version) -> Iterator[Passage]:
    is_told = bool(version.document.front_matter.get("title"))
    coming = deque(version.document.sections)
    above: list[tuple[Section, tuple[int, ...]]] = []
    for block in blocks(version.document.skeleton):
        passage = _passage(version, block)
        source = passage.source_label + passage.source
        level = 0
        while coming and _begins(coming[0], block.places[0], source):
            section = coming.popleft()
            _leave(above, block.containers, section.level)
            above.append((section, block.containers))
            is_here = section.place[0] == block.places[0][0]
            level = section.level if is_here and source and section.text.startswith(source) else level
        _leave(above, block.containers, None)
        if source.strip(CELL) or passage.label or passage.targets:
            current = above[-1][0] if above else None
            if not (level and is_told and current and current.is_title):
                yield _placed(version, passage, current, level)


def _begins(section: Section, place: Place, source: str) -> bool:
    """Whether a section has begun when a text comes; of an HTML block with headings each begins with its first words."""
    if section.place[0] != place[0]:
        return section.place[0] < place[0]
    return len(place) == 1 or (bool(source) and section.text.startswith(source))


def _leave(
    above: list[tuple[Section, tuple[int, ...]]], containers: tuple[int, ...], level: int | None
) -> None:
    """Drop the sections that end: before a heading those of its level and below, and those of another container."""
    while above:
        section, around = above[-1]
        if containers[: len(around)] == around and (level is None or section.level < level):
            return
        above.pop()


def _placed(version: _Version, passage: Passage, section: Section | None, level: int) -> Passage:
    if section is None:
        return passage
    return replace(
        passage,
        level=level,
        section=section.id,
        source_heading=_folded(section.text),
        heading=_folded(version.headings[section.id]),
    )


def _passage(version: _Version, block: Block) -> Passage:
    skeleton, filled = version.document.skeleton, version.filled
    units = [version.units.get(place) for place in block.places]
    originals, texts = ([_folded(seen(each, place)) for place in block.places] for each in (skeleton, filled))
    is_heading = block.kind is Kind.HEADING
    first, second = (label(side[0], is_heading=is_heading) for side in (originals, texts))
    return Passage(
        kind=units[0].kind if units[0] else block.kind,
        slots=block.places,
        keys=tuple(
            unit.key if unit else (None, original) for unit, original in zip(units, originals, strict=True)
        ),
        source=CELL.join(originals)[len(first) :],
        source_label=first,
        text=CELL.join(texts)[len(second) :],
        label=second,
        translated=tuple(
            place in version.texts or not original
            for place, original in zip(block.places, originals, strict=True)
        ),
        targets=tuple(target for place in block.places for target in version.links.get(place, ())),
        table=block.table,
    )


_APART = re.compile(rf"[ \t\n\v\f\r{CELL}{PARAGRAPH}]+")


def _folded(text: str) -> str:
    """A text on one line; what stands between cells and passages here can then stand nowhere else."""
    return _APART.sub(" ", text).strip(" ")
