"""The verb build: all pages and files of the site."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.catalog import CatalogFile
from pipeline.languages import language
from pipeline.layout import SITE
from pipeline.localize import Localized, Translation, localize, original, problems, translate
from pipeline.model import Diagnostic
from pipeline.project import Project
from pipeline.render.furniture import environment, words
from pipeline.render.site import site
from pipeline.workflow.brief import brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    documents: tuple[tuple[Localized, ...], ...]
    """Each document in all its languages, the source language first."""
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing."""

    errors: int
    """How many errors the checks found in the translations, refused ones among them."""


def build(project: Project, locales: Sequence[str], formats: Collection[str]) -> Build:
    """Render the documents in the source language and in the locales."""
    source = language(project.config.source_language)
    furniture = tuple(words(project.page_templates))
    environments = {source.locale: environment(project.page_templates, source, source, None)}
    editions = {document.name: [original(document, source)] for document in project.documents}
    errors = 0
    for locale in locales:
        told = brief(project, locale)
        done: list[tuple[CatalogFile, Translation]] = []
        for document in project.documents:
            file = project.catalog_file(locale, document.name)
            localized = localize(document, file, told)
            editions[document.name].append(localized)
            done.append((file, localized.translation))
        file = project.catalog_file(locale, SITE)
        translation = translate(furniture, file, {}, told)
        environments[locale] = environment(project.page_templates, language(locale), source, translation)
        errors += sum(problem.fails for problem in problems((*done, (file, translation))))
    documents = tuple(tuple(each) for each in editions.values())
    result = site(documents, environments, project.page_templates, formats)
    return Build(documents=documents, files=result.files, diagnostics=result.diagnostics, errors=errors)
