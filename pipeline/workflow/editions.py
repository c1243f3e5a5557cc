"""Every document in every language, with the gate's decision: what build and status both begin with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config import PATH as CONFIGURATION
from pipeline.gate import Decision, Edition, edition, original_edition, signed, weigh
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
    missing: tuple[Diagnostic, ...]
    """The translations that the configuration asks for and that do not pass."""
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
        missing=(
            *_required(project, [one.decision for each in decided_on for one in each]),
            *_unknown(project),
        ),
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


def _required(project: Project, decisions: Sequence[Decision]) -> Iterator[Diagnostic]:
    """Tell of required translations that do not pass."""
    for decision in decisions:
        if decision.is_required and not decision.passes:
            locale = decision.language.locale
            reasons = "; ".join(reason.message for reason in decision.reasons)
            yield Diagnostic(
                path=project.catalog_file(locale, decision.document).path,
                code="required-locale",
                message=f"{decision.document} is required in {locale}, and is not ready: {reasons}",
                hint="translate what is missing, or take the locale out of required-locales",
                document=decision.document,
                locale=locale,
            )


def _unknown(project: Project) -> Iterator[Diagnostic]:
    """Tell of required locales that the project does not have."""
    known = {project.config.source_language, *project.folders}
    for document in project.documents:
        wanted = project.config.requirements(document.name, project.config.source_language).required_locales
        for locale in sorted(set(wanted) - known):
            yield Diagnostic(
                path=CONFIGURATION,
                code="required-locale",
                message=f"{document.name} is required in {locale}, and the project has no such locale",
                hint=f"add it with policyglot add {locale}, or take it out of required-locales",
                document=document.name,
                locale=locale,
            )
