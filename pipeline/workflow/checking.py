"""The verb check: what is wrong with the sources, the translations and the releases."""

from collections.abc import Iterator, Sequence

from pipeline.catalog import CatalogFile
from pipeline.check import examine_releases
from pipeline.check.source import examine_source
from pipeline.layout import SITE
from pipeline.localize import Translation, localize, problems, proofread, translate
from pipeline.model import Diagnostic, Severity, Unit
from pipeline.project.values import Project
from pipeline.workflow.brief import brief
from pipeline.workflow.choose import distrusted
from pipeline.workflow.words import page_words


def check(project: Project, locales: Sequence[str]) -> Sequence[Diagnostic]:
    """Find what is wrong with the sources, the translations and the releases, in the order of files and lines."""
    found = [*distrusted(project, locales), *examine_releases(project.frozen)]
    unreadable = {problem.path for problem in found}
    source = project.config.source_language
    for document in project.documents:
        approved = project.approvals.get(source, ())
        found += examine_source(document, project.written[document.name], source, approved)
    furniture = page_words(project).units
    for locale in locales:
        files = [project.catalog_file(locale, domain) for domain in project.domains]
        found += (no_catalog(file) for file in files if not file.catalog and file.path not in unreadable)
        found += _check_locale(project, locale, furniture)
    return sorted(found, key=lambda problem: (problem.path, problem.line or 0))


def _check_locale(project: Project, locale: str, furniture: Sequence[Unit]) -> Iterator[Diagnostic]:
    """Find what is wrong with the translations of one locale, those of each document and all of them together."""
    told = brief(project, locale)
    done: list[tuple[CatalogFile, Translation]] = []
    for document in project.documents:
        file = project.catalog_file(locale, document.name)
        if file.catalog:
            localized = localize(document, file, told)
            done.append((file, localized.translation))
            yield from proofread(localized, file)
    file = project.catalog_file(locale, SITE)
    if file.catalog:
        done.append((file, translate(furniture, file, {}, told)))
    yield from problems(done, project.approvals.get(locale, ()))


def no_catalog(file: CatalogFile) -> Diagnostic:
    """Tell of a catalog that is not there."""
    return Diagnostic(
        path=file.path,
        code="untranslated",
        message="there is no catalog yet",
        hint=f"create it with policyglot update {file.language.locale}",
        severity=Severity.INFO,
        document=file.domain,
        locale=file.language.locale,
    )
