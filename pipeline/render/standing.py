"""What a page says of its version: whether it is in force, since when or from when on, and where the others are."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.gate import Edition, Version
from pipeline.languages import Language
from pipeline.releases import State
from pipeline.render.addresses import changes_file, history_file
from pipeline.render.editions import Place
from pipeline.render.furniture import Said, date_said

Pair = tuple[str, str, str, str]
"""A comparison: the document, the names of both versions, and the locale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is told of the version on a page, or in a file."""

    kind: str
    """``draft``, ``superseded``, ``announced`` or ``former``: a word for the templates."""
    day: datetime.date | None = None
    """Of which its sentence speaks."""


def remark(place: Place, edition: Edition) -> Remark | None:
    """Return what is told of a version; none of what is in force, and of a document that was never released."""
    if place.version is None:
        return None
    told = place.version.standing
    if edition.decision.former and place.is_own:
        return Remark(kind="former", day=told.effective)
    if told.state is State.SUPERSEDED:
        return Remark(kind="superseded", day=told.until)
    if told.state is State.ANNOUNCED:
        return Remark(kind="announced", day=told.effective)
    return Remark(kind="draft") if told.state is State.DRAFT else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A section that has changed since the version that a reader has before them."""

    id: str
    """Of the section in the version in force, or, if that has it no more, in the version of the page."""
    heading: str
    """In the language of the page if it has one there, else in the source's."""
    is_translated: bool
    is_gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What links between versions depend on."""

    comparisons: Collection[Pair] = frozenset()
    """Those that the site has."""
    changed: Mapping[tuple[str, str], tuple[Changed, ...]] = field(default_factory=dict)
    """By document and locale: what has changed since the last release that the language has, where that is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page, as templates see it."""

    href: str
    language: Language
    """Of that page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of a document, from which links lead to other versions."""

    place: Place
    edition: Edition
    archive: Archive
    href: Callable[[str], str]
    """The links of the page."""

    @property
    def source(self) -> Edition:
        """The page's text in the language of the sources."""
        return self.place.editions[0]

    def date(self, day: datetime.date) -> Said:
        """Return a date for a sentence of the page."""
        return date_said(day, self.edition.decision.language, self.source.decision.language)

    def text(self, version: Version | None) -> Link | None:
        """Link to a version, in the page's language if there is one."""
        found = version and (version.edition(self.edition.decision.language.locale) or version.editions[0])
        if not found or version is None:
            return None
        own = version is self.place.public.version
        there = Place(public=self.place.public, version=version, is_own=own)
        return Link(href=self.href(there.page(found)), language=found.decision.language)

    def document(self) -> str | None:
        """Link to what the language has at the document's address, if anything."""
        here = (one for one in self.place.editions if one.decision.language == self.edition.decision.language)
        return next((self.href(self.place.page(one)) for one in here), None)

    def history(self) -> str | None:
        """Link to the list of all versions, if the document has any."""
        if not self.place.public.versions:
            return None
        return self.href(history_file(self.edition.decision.language.tag, self.place.public.document))

    def changes(self, old: Version | None, new: Version | None) -> Link | None:
        """Link to the comparison of two versions, in the page's language if there is one."""
        if old is None or new is None:
            return None
        name = self.edition.decision.document
        for language in (self.edition.decision.language, self.source.decision.language):
            if (name, old.name, new.name, language.locale) in self.archive.comparisons:
                file = changes_file(language.tag, name, old.name, new.name)
                return Link(href=self.href(file), language=language)
        return None


def remark_variables(view: View) -> Mapping[str, object] | None:
    """Return what the template of a document's page is told of the page's version, with links to others."""
    place, decision = view.place, view.edition.decision
    found = remark(place, view.edition)
    if found is None:
        return None
    in_force = place.public.in_force
    old, new = in_force, place.version
    if found.kind == "superseded":
        old, new = place.version, in_force
    elif decision.former:
        old = place.text(view.edition)
    return {
        "kind": found.kind,
        "date": found.day and view.date(found.day),
        "text": view.text(in_force) if in_force is not place.version or decision.former else None,
        "changes": view.changes(old, new),
        "sections": [_section(one, view) for one in _changed(view)],
    }


def coming_variables(view: View) -> Mapping[str, object] | None:
    """Return what the page of the version in force is told of the one that takes effect next."""
    place, coming = view.place, view.place.public.announced
    is_told = place.is_own and remark(place, view.edition) is None
    if not is_told or coming is None or coming.standing.effective is None:
        return None
    return {
        "date": view.date(coming.standing.effective),
        "text": view.text(coming),
        "changes": view.changes(place.version, coming),
    }


def _changed(view: View) -> Sequence[Changed]:
    decision = view.edition.decision
    is_former = decision.former is not None and view.place.is_own
    return view.archive.changed.get((decision.document, decision.language.locale), ()) if is_former else ()


def _section(section: Changed, view: View) -> Mapping[str, object]:
    """A section that has changed: as it is now, or, if it is gone, as it stands on the page."""
    there = "" if section.is_gone else view.href(view.place.page(view.source))
    language = (view.edition if section.is_gone else view.source).decision.language
    return {
        "href": f"{there}#{section.id}",
        "heading": section.heading,
        "translated": section.is_translated,
        "language": language,
    }


def summary_of(version: Version, edition: Edition | None) -> tuple[str, bool] | None:
    """Return what has changed in a version, in a language if it says it there, and whether it does; else as its author says it.

    Args:
        version: the version.
        edition: it in that language, if it has that.
    """
    original = version.editions[0]
    told = version.standing.summary or original.localized.document.front_matter.get("summary")
    if not told:
        return None
    if edition is None:
        return told, False
    if edition.decision.is_original:
        return told, True
    text = edition.localized.metadata.get("summary")
    return (text, True) if text else (told, False)
