"""The comparisons of a document: which versions, in which languages; and what became of their sections."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.comparison import Comparison, Passage, changed_sections, compare, counterparts, passages
from pipeline.gate import Edition, Form, Gone, Public, Version
from pipeline.releases import State
from pipeline.render.changes import Compared
from pipeline.render.standing import Archive, Changed, Pair


def with_anchors(versions: Sequence[Version], before: Sequence[Version] = ()) -> tuple[Version, ...]:
    """Return versions with what their sections were called before, and with those that they have no more.

    Args:
        versions: those of one document, the earliest first.
        before: the same the last time; if their texts are the same, so are their anchors.
    """
    if [id(one.editions[0]) for one in versions] == [id(one.editions[0]) for one in before]:
        return tuple(
            replace(version, aliases=last.aliases, gone=last.gone)
            for version, last in zip(versions, before, strict=True)
        )
    return tuple(_anchored(version, versions[:index]) for index, version in enumerate(versions))


def _anchored(version: Version, earlier: Sequence[Version]) -> Version:
    document = version.editions[0].localized.document
    taken = {section.id for section in document.sections}
    aliases: dict[str, tuple[str, ...]] = {}
    gone: list[Gone] = []
    for before in reversed(earlier):
        old = before.editions[0].localized.document
        for id_, now in counterparts(old, document).items():
            if id_ in taken:
                continue
            taken.add(id_)
            if now is None:
                gone.append(Gone(id=id_, version=before.number))
            else:
                aliases[now] = (*aliases.get(now, ()), id_)
    return replace(version, aliases=aliases, gone=tuple(gone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparisons:
    """All comparisons of a document."""

    compared: tuple[Compared, ...] = ()
    archive: Archive
    reads: Mapping[int, tuple[Edition, Sequence[Passage]]] = field(default_factory=dict)
    """What a reader of each edition reads, by its identity."""


def comparisons(public: Public, before: Comparisons | None = None) -> Comparisons:
    """Compare each version of a document with the one before it, and each that was replaced with the one in force.

    Args:
        public: what is public of it.
        before: what came of it the last time; what is between the same texts is not compared again.
    """
    known = {one.pair: one for one in before.compared} if before else {}
    reads = dict(before.reads) if before else {}
    compared = [
        _compared(public, (old, new), locale, known.get((public.document, old.name, new.name, locale)), reads)
        for old, new in _pairs(public)
        for locale in _shared(old, new)
    ]
    between = {one.pair: one.comparison for one in compared}
    changed = {
        (public.document, edition.decision.language.locale): tuple(_changed(public, edition, between))
        for edition in public.shown
        if edition.decision.former
    }
    used = {id(one) for each in compared for one in (each.before, each.after)}
    return Comparisons(
        compared=tuple(compared),
        archive=Archive(comparisons=between.keys(), changed=changed),
        reads={key: value for key, value in reads.items() if key in used},
    )


def _pairs(public: Public) -> Iterator[tuple[Version, Version]]:
    """Which versions are compared: the earlier one first."""
    listed = public.listed[::-1]
    found = list(itertools.pairwise(listed))
    in_force = public.in_force
    if in_force:
        replaced = (one for one in listed if one.standing.state is State.SUPERSEDED)
        found += [(one, in_force) for one in replaced]
        found += [(in_force, public.draft)] if public.draft else []
    seen: set[tuple[str, str]] = set()
    for old, new in found:
        if (old.name, new.name) not in seen:
            seen.add((old.name, new.name))
            yield old, new


def _shared(old: Version, new: Version) -> Iterator[str]:
    """The languages that both versions have; a draft that shows only the text of the source in a language does not have it."""
    for edition in new.editions:
        if edition.decision.form is not Form.ENGLISH and old.edition(edition.decision.language.locale):
            yield edition.decision.language.locale


_Reads = dict[int, tuple[Edition, Sequence[Passage]]]


def _compared(
    public: Public, versions: tuple[Version, Version], locale: str, last: Compared | None, reads: _Reads
) -> Compared:
    old, new = versions
    before, after = old.edition(locale), new.edition(locale)
    assert before is not None  # noqa: S101 - both have the language
    assert after is not None  # noqa: S101 - as above
    is_same = last and last.before is before and last.after is after
    comparison = last.comparison if last and is_same else compare(_read(before, reads), _read(after, reads))
    return Compared(public=public, old=old, new=new, before=before, after=after, comparison=comparison)


def _read(edition: Edition, reads: _Reads) -> Sequence[Passage]:
    """What a reader of an edition reads, unless it was read before."""
    if id(edition) not in reads:
        reads[id(edition)] = (edition, read(edition))
    return reads[id(edition)][1]


def read(edition: Edition) -> Sequence[Passage]:
    """Return what a reader of an edition reads."""
    document, texts = edition.localized.document, edition.localized.translation.texts
    if edition.decision.is_original:
        texts = {unit.slot: unit.text for unit in document.units}
    return passages(document, texts)


def _changed(public: Public, edition: Edition, between: Mapping[Pair, Comparison]) -> Iterator[Changed]:
    """The sections that have changed since the release that a language has, in the order of the version in force.

    That release was replaced by the version in force, and so they are compared in the language of the source.
    """
    old, new = public.named(edition.decision.former or ""), public.version
    if old is None or new is None:
        return
    source = new.editions[0].decision.language.locale
    comparison = between[public.document, old.name, new.name, source]
    led = counterparts(old.editions[0].localized.document, new.editions[0].localized.document)
    there = {now: id_ for id_, now in reversed(tuple(led.items())) if now}
    own = {one.section: one.heading for one in read(edition) if one.section}
    headings = {one.section: one.heading for entry in comparison.entries for one in entry.new if one.section}
    for id_ in changed_sections(comparison):
        is_gone = id_ not in headings
        held = id_ if is_gone else there.get(id_)
        yield Changed(
            id=id_,
            heading=own.get(held or "") or headings.get(id_, ""),
            is_translated=held in own,
            is_gone=is_gone,
        )
