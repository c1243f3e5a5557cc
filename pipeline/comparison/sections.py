"""What became of the sections of a document."""

from collections.abc import Mapping

from pipeline.comparison.aligning import align
from pipeline.comparison.headings import successors
from pipeline.comparison.passages import passages
from pipeline.comparison.values import Comparison, Outcome
from pipeline.segment import Document


def counterparts(old: Document, new: Document) -> Mapping[str, str | None]:
    """Return for each section of the old version, by its id and in its order, the id of the same section in the new one.

    An id that the new version has leads to itself; else a section is the one whose heading belongs to its heading, or the one to
    which most of its text went. None if it was removed.
    """
    before, after = passages(old, {}), passages(new, {})
    groups = [(match.old, match.new) for match in align(before, after) if match.old and match.new]
    to = {**successors(before, after, groups), **{ones[0]: others[0] for ones, others in groups}}
    found = {
        passage.section: after[to[index]].section
        for index, passage in enumerate(before)
        if passage.level and index in to
    }
    ids = {section.id for section in new.sections}
    return {
        section.id: section.id if section.id in ids else found.get(section.id) for section in old.sections
    }


def changed_sections(comparison: Comparison) -> tuple[str, ...]:
    """Return the ids of the sections that hold a change, in the order of the comparison; what stands above them is in none.

    Ids are those of the new version. What is gone counts for the section in which it would stand today, and for the id that
    the old version had if that section is gone, too.
    """
    now = {
        entry.old[0].section: entry.new[0].section
        for entry in comparison.entries
        if entry.old and entry.new and entry.old[0].level
    }
    found: dict[str, None] = {}
    for entry in comparison.entries:
        if entry.outcome is not Outcome.SAME or entry.is_moved:
            sections = [passage.section for passage in entry.new]
            sections = sections or [now.get(passage.section, passage.section) for passage in entry.old]
            found.update(dict.fromkeys(section for section in sections if section))
    return tuple(found)
