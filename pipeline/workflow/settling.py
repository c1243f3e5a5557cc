"""One locale: what its catalogs give for the documents and for the pages' words, and what the checks say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.catalog import CatalogFile
from pipeline.languages import is_pseudo
from pipeline.layout import SITE
from pipeline.localize import (
    Localized,
    Translation,
    failing,
    localize,
    problems,
    translate,
    withhold,
    without,
)
from pipeline.model import Diagnostic, Unit
from pipeline.project import Project
from pipeline.pseudo import pseudo_localize, pseudo_translate
from pipeline.workflow.brief import brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What one locale has."""

    documents: tuple[Localized, ...]
    """The documents, in the project's order, without what the checks refuse."""
    furniture: Translation
    """The page templates' words, without what the checks refuse."""
    problems: tuple[Diagnostic, ...] = ()
    """What the checks found, settled."""


def settle(
    project: Project, locale: str, site_words: Sequence[Unit], before: Settled | None = None
) -> Settled:
    """Localize all documents and the page's words, and keep back what the checks refuse.

    Args:
        project: the project.
        locale: which of its locales, or a pseudo-locale.
        site_words: the units of the domain ``site``.
        before: what came of it the last time, so that what has not changed is not examined again.
    """
    if is_pseudo(locale):
        pseudo = tuple(pseudo_localize(document, locale) for document in project.documents)
        return Settled(documents=pseudo, furniture=pseudo_translate(site_words, locale))
    told = brief(project, locale)
    known = {one.document.name: one.translation for one in before.documents} if before else {}
    done: list[tuple[CatalogFile, Localized]] = []
    for document in project.documents:
        file = project.catalog_file(locale, document.name)
        done.append((file, localize(document, file, told, known.get(document.name))))
    site = project.catalog_file(locale, SITE)
    furniture = translate(site_words, site, {}, told, before.furniture if before else None)
    pairs = (*((file, one.translation) for file, one in done), (site, furniture))
    settled = tuple(problems(pairs, project.approvals.get(locale, ())))
    return Settled(
        documents=tuple(withhold(one, failing(file, settled)) for file, one in done),
        furniture=without(furniture, site_words, failing(site, settled)),
        problems=settled,
    )
