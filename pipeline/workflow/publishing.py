"""The verb publish: what is published and what the log says of it, or why nothing is."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from pipeline.check import RELEASE
from pipeline.check.site import examine_site
from pipeline.gate import Listed
from pipeline.model import Diagnostic
from pipeline.project.digest import site_digest
from pipeline.project.values import Project
from pipeline.render.addresses import missing_file
from pipeline.render.part import Part
from pipeline.workflow.building import build
from pipeline.workflow.checking import check
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making

VERSION = 1
"""Of the form of the log: a field is never taken away or given another meaning without another version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A site that may go online, if there is no reason against it."""

    files: Mapping[str, bytes]
    """Relative to the site's folder."""
    reasons: tuple[Diagnostic, ...]
    """Why it is refused, all of them."""
    account: Mapping[str, Any]
    """What the log says of it."""


def publication(
    project: Project,
    locales: Sequence[str],
    order: Order,
    making: Making | None = None,
    *,
    now: datetime.datetime,
) -> Publication | Diagnostic:
    """Build a site and hold it to the gate in its strict form; or return the problem of a page template."""
    found = check(project, locales)
    built = build(project, locales, order, making)
    if isinstance(built, Diagnostic):
        return built
    broken = _untold(examine_site(built.files, project.config.site_url), found)
    failed = (problem for problem in found if problem.fails and not _is_draft(problem, built.parts))
    return Publication(
        files=built.files,
        reasons=(*failed, *built.diagnostics, *_in_output(project, broken)),
        account={
            **_event("publish", now),
            "site": site_digest(built.files),
            "files": len(built.files),
            **_published(built.shown),
            "releases": dict(_releases(built.parts)),
            "sources": {d.path: _digest(project.written[d.name].encode()) for d in project.documents},
            "catalogs": dict(_catalogs(project, locales)),
        },
    )


def _is_draft(problem: Diagnostic, parts: Iterable[Part]) -> bool:
    """Whether a problem is one of a working text, in whose place a release is published."""
    released = {one.document for one in parts if one.released}
    return problem.document in released and problem.code not in {rule.code for rule in RELEASE}


def for_branch(publication: Publication) -> Mapping[str, bytes]:
    """Return the files as hosts that serve a branch want them: with one page for all addresses that are not there."""
    source = missing_file(publication.account["languages"][0])
    return {**publication.files, _ANYWHERE: publication.files[source]}


def way_back(*, now: datetime.datetime) -> Mapping[str, Any]:
    """Return what the log says of a way back to a former publication, beside what it said of that."""
    return _event("rollback", now)


_ANYWHERE = "404.html"


def _event(action: str, now: datetime.datetime) -> Mapping[str, Any]:
    return {"version": VERSION, "action": action, "when": now.isoformat(timespec="seconds")}


def _untold(broken: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Pass over links that lead nowhere in every language, as the source's check told, or somebody accepted there."""
    told = {
        (problem.document, unquote(link))
        for problem in found
        if problem.code == "dead-link" and problem.source
        for link in problem.source.parts
    }
    for problem in broken:
        document = problem.path.split("/")[-2:][0]
        links = problem.source.parts if problem.source else ()
        if not any((document, unquote(link)) in told for link in links):
            yield problem


def _in_output(project: Project, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Name the pages as they are found after a build."""
    return (replace(problem, path=f"{project.config.output_dir}/{problem.path}") for problem in found)


def _published(documents: Iterable[Sequence[Listed]]) -> Mapping[str, Any]:
    """Which languages have a page, in which each document is published, and what is held back and why."""
    decisions = [edition.decision for editions in documents for edition in editions]
    published: dict[str, list[str]] = {decision.document: [] for decision in decisions}
    for decision in decisions:
        published[decision.document] += [decision.language.tag] if decision.passes else []
    held_back = [
        {
            "document": decision.document,
            "language": decision.language.tag,
            "form": decision.form.value,
            "reasons": [reason.message for reason in decision.reasons],
        }
        for decision in decisions
        if not decision.passes
    ]
    languages = dict.fromkeys(decision.language.tag for decision in decisions if decision.passes)
    return {"languages": list(languages), "published": published, "held_back": held_back}


def _releases(parts: Iterable[Part]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Which release stands at the address of each document that has any."""
    for one in parts:
        if one.released and one.manifest:
            yield one.document, {"version": one.released, "manifest": one.manifest}


def _catalogs(project: Project, locales: Sequence[str]) -> Iterator[tuple[str, str]]:
    paths = {
        project.catalog_file(locale, domain).path for locale, domain in project.catalogs if locale in locales
    }
    for path in sorted(paths):
        data = project.read.get(path)
        if data is not None:
            yield path, _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
