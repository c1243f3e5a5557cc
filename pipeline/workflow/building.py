"""The verb build: all pages and files of the site."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.languages import language
from pipeline.layout import SITE
from pipeline.localize import Localized, localize, original, translate
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

    @property
    def errors(self) -> int:
        """How many errors the checks found in the translations."""
        found = [item.translation.diagnostics for editions in self.documents for item in editions]
        return sum(problem.fails for problems in found for problem in problems)


def build(project: Project, locales: Sequence[str], formats: Collection[str]) -> Build:
    """Render the documents in the source language and in the locales."""
    source = language(project.config.source_language)
    briefs = {locale: brief(project, locale) for locale in locales}
    documents = tuple(
        (
            original(document, source),
            *(
                localize(document, project.catalog_file(locale, document.name), briefs[locale])
                for locale in locales
            ),
        )
        for document in project.documents
    )
    furniture = tuple(words(project.page_templates))
    environments = {source.locale: environment(project.page_templates, source, source, None)}
    for locale in locales:
        translation = translate(furniture, project.catalog_file(locale, SITE), {}, briefs[locale])
        environments[locale] = environment(project.page_templates, language(locale), source, translation)
    result = site(documents, environments, project.page_templates, formats)
    return Build(documents=documents, files=result.files, diagnostics=result.diagnostics)
