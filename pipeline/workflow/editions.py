"""Every document in every language, with the gate's decision: what build and status both begin with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.catalog import CatalogFile
from pipeline.config import PATH as CONFIGURATION
from pipeline.gate import Decision, Edition, edition, original_edition, weigh
from pipeline.languages import is_pseudo, language
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
from pipeline.workflow.words import page_words


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


def editions(project: Project, locales: Sequence[str]) -> Editions:
    """Localize all documents and decide on each."""
    source = language(project.config.source_language)
    weights = {document.name: weigh(document) for document in project.documents}
    config = project.config
    documents = {
        document.name: [
            original_edition(
                document, source, config.requirements(document.name, source.locale), weights[document.name]
            )
        ]
        for document in project.documents
    }
    furniture: dict[str, Translation] = {}
    found: list[Diagnostic] = []
    site_words = page_words(project)
    for locale in locales:
        localized, furniture[locale], settled = _locale(project, locale, site_words)
        found += settled
        for one in localized:
            file = project.catalog_file(locale, one.document.name)
            decided = edition(
                one,
                config.requirements(one.document.name, locale),
                source=source,
                weights=weights[one.document.name],
                found=[problem for problem in settled if problem.path == file.path],
            )
            documents[one.document.name].append(decided)
    decided_on = tuple(tuple(each) for each in documents.values())
    return Editions(
        documents=decided_on,
        furniture=furniture,
        problems=tuple(found),
        missing=(
            *_required(project, [one.decision for each in decided_on for one in each]),
            *_unknown(project),
        ),
    )


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


def _locale(
    project: Project, locale: str, site_words: Sequence[Unit]
) -> tuple[Sequence[Localized], Translation, Sequence[Diagnostic]]:
    """All documents and the page's words in one locale, without what the checks refuse, and what they found."""
    if is_pseudo(locale):
        pseudo = [pseudo_localize(document, locale) for document in project.documents]
        return pseudo, pseudo_translate(site_words, locale), ()
    told = brief(project, locale)
    done: list[tuple[CatalogFile, Localized]] = []
    for document in project.documents:
        file = project.catalog_file(locale, document.name)
        done.append((file, localize(document, file, told)))
    site = project.catalog_file(locale, SITE)
    translation = translate(site_words, site, {}, told)
    pairs = (*((file, one.translation) for file, one in done), (site, translation))
    settled = tuple(problems(pairs))
    documents = [withhold(one, failing(file, settled)) for file, one in done]
    return documents, without(translation, site_words, failing(site, settled)), settled
