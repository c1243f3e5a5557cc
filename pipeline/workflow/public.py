"""What is public of a project on a day: released texts where there are any, else the working text."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config import Requirements
from pipeline.gate import Edition, Public, Version, public
from pipeline.languages import Language, language
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.releases import Standing, State, standing
from pipeline.workflow.comparing import with_anchors
from pipeline.workflow.editions import Editions
from pipeline.workflow.released import Released, released


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicity:
    """What readers get of all documents."""

    documents: tuple[Public, ...]
    """In the order of their names."""
    released: tuple[Released | Diagnostic, ...]
    """The releases, in their order; in the place of one that cannot be read, why."""
    versions: Mapping[str, tuple[Version, ...]]
    """All releases as they stand on the day, by document, the earliest first."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Why releases cannot be shown."""
        return tuple(one for one in self.released if isinstance(one, Diagnostic))


def publicity(
    project: Project,
    found: Editions,
    before: "Publicity | None" = None,
    *,
    day: datetime.date,
    draft: bool,
) -> Publicity:
    """Decide what is public.

    Args:
        project: the project.
        found: the decisions on the working texts.
        before: what came of it the last time.
        day: a day in UTC, for which the states of releases are computed.
        draft: whether the working text is shown in the place of releases.
    """
    locales = list(found.locales)
    known = tuple(released(project, locales, before.released if before else ()))
    working = {editions[0].decision.document: editions for editions in found.documents}
    names = project.names()
    versions = {
        name: with_anchors(
            tuple(_versions(known, name, day)), before.versions.get(name, ()) if before else ()
        )
        for name in names
    }
    return Publicity(
        documents=tuple(
            _public(project, working.get(name, ()), versions[name], locales, draft=draft)
            if versions[name]
            else _unreleased(project, name, working.get(name, ()))
            for name in names
        ),
        released=known,
        versions=versions,
    )


def _versions(known: Sequence[Released | Diagnostic], name: str, day: datetime.date) -> Iterator[Version]:
    """The releases of a document as they stand on a day, the earliest first."""
    here = [one for one in known if isinstance(one, Released) and one.release.document == name]
    states = standing(name, None, None, [one.release for one in here], day)
    for told, one in zip(states, here, strict=True):
        yield Version(standing=told, release=one.release, editions=one.editions)


def _unreleased(project: Project, name: str, working: Sequence[Edition]) -> Public:
    """A document without releases; one all of whose releases are unreadable is not replaced by its draft."""
    hidden = any(one.document == name for one in project.frozen.releases)
    return Public(document=name, shown=() if hidden else tuple(working))


def _public(
    project: Project,
    working: Sequence[Edition],
    versions: Sequence[Version],
    locales: Sequence[str],
    *,
    draft: bool,
) -> Public:
    name = versions[0].standing.document
    return public(
        versions,
        working,
        tuple(_languages(project, name, locales)),
        draft=_draft(working) if draft and working else None,
    )


def _languages(
    project: Project, name: str, locales: Sequence[str]
) -> Iterator[tuple[Language, Requirements]]:
    for locale in (project.config.source_language, *locales):
        yield language(locale), project.config.requirements(name, locale)


def _draft(working: Sequence[Edition]) -> Version:
    """The working text as a version."""
    document = working[0].localized.document
    told = Standing(
        document=document.name,
        version=document.version,
        state=State.DRAFT,
        frozen=False,
        effective=document.effective,
    )
    return Version(standing=told, editions=tuple(one for one in working if one.decision.has_page))
