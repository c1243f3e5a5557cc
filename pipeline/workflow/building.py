"""The verb build: all pages and files of the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.gate import Listed
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.render.part import Part
from pipeline.render.site import shared_pages
from pipeline.workflow.document import DocumentBuild, build_document
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making
from pipeline.workflow.shared import Shared, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    parts: Sequence[Part]
    """What became of each document, in the order of their names."""
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why a file is missing, or a language that has to be there."""
    errors: int = 0
    """How many errors the checks found in the translations, refused ones among them."""
    documents: Mapping[str, DocumentBuild] = field(default_factory=dict)
    """The documents by name, for the next build."""
    shared: Shared | None = None
    """What all of them share, for the next build."""

    @property
    def shown(self) -> Sequence[Sequence[Listed]]:
        """What stands at the address of each document, in all its languages, the source language first."""
        return [one.shown for one in self.parts if one.shown]


def build(
    project: Project,
    locales: Sequence[str],
    order: Order,
    making: Making | None = None,
    before: Build | None = None,
) -> Build | Diagnostic:
    """Render the documents in the source language and in the locales; or return the problem of a page template.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        order: what is asked.
        making: how PDFs are made.
        before: the last build, so that what has not changed is neither examined nor written again.
    """
    shared = share(project, locales, before.shared if before else None)
    made: dict[str, DocumentBuild] = {}
    for name in project.names():
        last = before.documents.get(name) if before else None
        one = build_document(project.only(name), shared, locales, order, making, before=last)
        if isinstance(one, Diagnostic):
            return one
        made[name] = one
    lists = listed_tags([one.part for one in made.values()])
    for name, one in made.items():
        if lists.intersection(one.part.apart):
            again = build_document(
                project.only(name), shared, locales, order, making, before=one, lists=lists
            )
            if isinstance(again, Diagnostic):
                return again
            made[name] = again
    files = {file: data for one in made.values() for file, data in one.files.items()}
    common = shared_files(project, shared, [one.part for one in made.values()], order)
    if isinstance(common, Diagnostic):
        return common
    return Build(
        parts=[one.part for one in made.values()],
        files={**files, **common},
        diagnostics=tuple(problem for one in made.values() for problem in one.diagnostics),
        errors=errors(shared) + sum(one.errors for one in made.values()),
        documents=made,
        shared=shared,
    )


def listed_tags(parts: Sequence[Part]) -> frozenset[str]:
    """Return the tags of the languages in which the site has a list: those in which a document has a page at its address."""
    return frozenset(
        edition.decision.language.tag for one in parts for edition in one.shown if edition.decision.has_page
    )


def shared_files(
    project: Project, shared: Shared, parts: Sequence[Part], order: Order
) -> Mapping[str, bytes] | Diagnostic:
    """Render what all documents share; nothing of it is asked for without pages."""
    if "html" not in order.formats or order.target != "site":
        return {}
    return shared_pages(parts, shared.environments, project.page_templates, site_url=project.config.site_url)


def errors(shared: Shared) -> int:
    """Return how many errors the checks found in the words of the pages."""
    return sum(problem.fails for problem in shared.problems)
