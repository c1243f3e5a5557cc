"""One locale: what its catalogs give for the documents, and what the checks say of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.languages import is_pseudo
from pipeline.localize import Localized, failing, localize, own_problems, withhold
from pipeline.model import Diagnostic
from pipeline.project.values import Project
from pipeline.pseudo import pseudo_localize
from pipeline.workflow.brief import brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One document in one locale, before the gate decides on it."""

    localized: Localized
    """Without what the checks refuse."""
    problems: tuple[Diagnostic, ...] = ()
    """What the checks found, settled."""


def settle(project: Project, locale: str, before: tuple[Settled, ...] = ()) -> Iterator[Settled]:
    """Localize all documents, in the project's order, and keep back what the checks refuse.

    Args:
        project: the project.
        locale: which of its locales, or a pseudo-locale.
        before: what came of it the last time, so that what has not changed is not examined again.
    """
    if is_pseudo(locale):
        for document in project.documents:
            yield Settled(localized=pseudo_localize(document, locale))
        return
    told, approvals = brief(project, locale), project.approvals.get(locale, ())
    known = {one.localized.document.name: one.localized.translation for one in before}
    for document in project.documents:
        file = project.catalog_file(locale, document.name)
        localized = localize(document, file, told, known.get(document.name))
        problems = tuple(own_problems(file, localized.translation, approvals))
        yield Settled(localized=withhold(localized, failing(file, problems)), problems=problems)
