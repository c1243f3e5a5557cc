"""Every document in every language, with the gate's decision: what build and status both begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Edition, Listed, edition, listed, original_edition, signed, weigh
from pipeline.languages import Language, language
from pipeline.model import Diagnostic, SlotKey
from pipeline.project.values import Project
from pipeline.segment import Document
from pipeline.workflow.settling import Settled, settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """The working texts of a project, and what is decided on them."""

    documents: tuple[tuple[Edition, ...], ...]
    """Each document in all its languages, the source language first."""
    locales: Mapping[str, tuple[Settled, ...]]
    """What each locale's catalogs give, by document, before the gate decides on it."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What the checks found in the translations, settled."""
        return tuple(problem for here in self.locales.values() for one in here for problem in one.problems)

    @property
    def listed(self) -> Sequence[Sequence[Listed]]:
        """The documents without their texts."""
        return [listed(editions) for editions in self.documents]


def editions(project: Project, locales: Sequence[str], before: Editions | None = None) -> Editions:
    """Localize all documents and decide on each.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        before: what came of it the last time, so that what has not changed is not examined again.
    """
    source = language(project.config.source_language)
    weights = {document.name: weigh(document) for document in project.documents}
    documents = {
        document.name: [_original(project, document, source, weights[document.name])]
        for document in project.documents
    }
    settled: dict[str, tuple[Settled, ...]] = {}
    for locale in locales:
        known = before.locales.get(locale, ()) if before else ()
        settled[locale] = tuple(settle(project, locale, known))
        for one in settled[locale]:
            name = one.localized.document.name
            decided = edition(
                one.localized,
                project.config.requirements(name, locale),
                source=source,
                weights=weights[name],
                found=one.problems,
            )
            approvals, path = project.approvals.get(locale, ()), project.catalog_file(locale, name).path
            documents[name].append(signed(decided, one.localized, approvals, path))
    return Editions(documents=tuple(tuple(each) for each in documents.values()), locales=settled)


def _original(
    project: Project, document: Document, source: Language, weights: Mapping[SlotKey, int]
) -> Edition:
    """The document in its own language."""
    requirements = project.config.requirements(document.name, source.locale)
    decided = original_edition(document, source, requirements, weights)
    return signed(decided, decided.localized, project.approvals.get(source.locale, ()), document.path)
