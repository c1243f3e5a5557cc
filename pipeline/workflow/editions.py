"""Every document in every language, with the gate's decision: what build and status both begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Edition, edition, original_edition, signed, weigh
from pipeline.languages import Language, language
from pipeline.localize import Translation
from pipeline.model import Diagnostic, SlotKey
from pipeline.project import Project
from pipeline.segment import Document
from pipeline.workflow.settling import Settled, settle
from pipeline.workflow.words import Words, page_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """Everything that a site is made of."""

    documents: tuple[tuple[Edition, ...], ...]
    """Each document in all its languages, the source language first."""
    furniture: Mapping[str, Translation]
    """The page templates' words, by locale; the source language has none."""
    problems: tuple[Diagnostic, ...]
    """What the checks found in the translations, settled."""
    locales: Mapping[str, Settled]
    """What each locale's catalogs give, before the gate decides on it."""
    words: Words


def editions(project: Project, locales: Sequence[str], before: Editions | None = None) -> Editions:
    """Localize all documents and decide on each.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        before: what came of it the last time, so that what has not changed is not examined again.
    """
    source = language(project.config.source_language)
    weights = {document.name: weigh(document) for document in project.documents}
    config = project.config
    documents = {
        document.name: [_original(project, document, source, weights[document.name])]
        for document in project.documents
    }
    site, settled = page_words(project, before.words if before else None), dict[str, Settled]()
    for locale in locales:
        known = before.locales.get(locale) if before else None
        settled[locale] = here = settle(project, locale, site.units, known)
        for one in here.documents:
            file = project.catalog_file(locale, one.document.name)
            decided = edition(
                one,
                config.requirements(one.document.name, locale),
                source=source,
                weights=weights[one.document.name],
                found=[problem for problem in here.problems if problem.path == file.path],
            )
            approvals = project.approvals.get(locale, ())
            documents[one.document.name].append(signed(decided, one, approvals, file.path))
    decided_on = tuple(tuple(each) for each in documents.values())
    return Editions(
        documents=decided_on,
        furniture={locale: here.furniture for locale, here in settled.items()},
        problems=tuple(problem for here in settled.values() for problem in here.problems),
        locales=settled,
        words=site,
    )


def _original(
    project: Project, document: Document, source: Language, weights: Mapping[SlotKey, int]
) -> Edition:
    """The document in its own language."""
    requirements = project.config.requirements(document.name, source.locale)
    decided = original_edition(document, source, requirements, weights)
    return signed(decided, decided.localized, project.approvals.get(source.locale, ()), document.path)
