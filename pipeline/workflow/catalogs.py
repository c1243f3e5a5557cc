"""The verbs of catalogs: extract, add, update, format, prune."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline import catalog, po
from pipeline.languages import canonical, identity, language
from pipeline.layout import SITE, template_path
from pipeline.migrate import migrate
from pipeline.model import Catalog, Diagnostic, Unit
from pipeline.project.values import Project
from pipeline.workflow.choose import misuse

Files = Mapping[str, bytes]
"""What files shall hold, by their paths."""

Units = Mapping[str, Sequence[Unit]]
"""The units of some domains."""


def of_documents(project: Project) -> Units:
    """Return the units of the documents."""
    return {document.name: document.units for document in project.documents}


def of_pages(project: Project) -> Units:
    """Return the page templates' own words."""
    from pipeline.workflow.words import page_words  # noqa: PLC0415 - of several processes, one reads them

    return {SITE: page_words(project).units}


def of_all(project: Project) -> Units:
    """Return the units of the documents, and last the page templates' own words."""
    return {**of_documents(project), **of_pages(project)}


def extract(project: Project, units: Units, *, now: datetime.datetime) -> Files:
    """Write the templates of these domains."""
    return _template_files(project, _templates(project, units, now))


def add(project: Project, name: str, *, now: datetime.datetime) -> Files | Diagnostic:
    """Write an empty catalog for each domain that the locale has none for, and the templates."""
    locale = canonical(name)
    if locale is None:
        return misuse(f"“{name}” is not a locale", "name a language as in ko, zh_Hans or pt_BR")
    for other in (project.config.source_language, *project.folders):
        if identity(other) == identity(locale) and other != locale:
            return misuse(f"“{name}” is the same locale as “{other}”", f"use {other}")
    if locale == project.config.source_language:
        return misuse(f"“{name}” is the language of the sources", "add another one")
    templates = _templates(project, of_all(project), now)
    files = {domain: project.catalog_file(locale, domain) for domain in templates}
    missing = {domain: file for domain, file in files.items() if file.catalog is None}
    if not missing:
        return misuse(
            f"“{name}” has all its catalogs", f"bring them up to date with policyglot update {name}"
        )
    new = {
        file.path: po.write(catalog.start(templates[domain], file.language))
        for domain, file in missing.items()
    }
    return {**_template_files(project, templates), **new}


def update(project: Project, units: Units, locales: Sequence[str], *, now: datetime.datetime) -> Files:
    """Bring the templates and the locales' catalogs of these domains into step with the sources."""
    templates = _templates(project, units, now)
    updated: dict[str, bytes] = {}
    for locale in locales:
        for domain, template in templates.items():
            file = project.catalog_file(locale, domain)
            threshold = project.config.fuzzy_threshold
            old = (
                migrate(file.catalog, units[domain])
                if file.catalog
                else catalog.start(template, file.language)
            )
            new = catalog.update(old, template, file.language, threshold=threshold)
            updated[file.path] = po.write(new)
    return {**_template_files(project, templates), **updated}


def format_(project: Project, locales: Sequence[str]) -> Files:
    """Write the locales' catalogs in canonical form, whatever domain they belong to."""
    return {
        project.catalog_file(locale, domain).path: po.write(found)
        for (locale, domain), found in project.catalogs.items()
        if locale in locales
    }


def prune(project: Project, locales: Sequence[str]) -> Files:
    """Write the locales' catalogs without their obsolete messages."""
    return {
        project.catalog_file(locale, domain).path: po.write(replace(found, messages=found.active))
        for (locale, domain), found in project.catalogs.items()
        if locale in locales
    }


def _templates(project: Project, units: Units, now: datetime.datetime) -> Mapping[str, Catalog]:
    """The templates as they should be, by domain."""
    tag = language(project.config.source_language).tag
    return {
        domain: catalog.template(
            domain,
            catalog.extract(texts, line_numbers=project.config.line_numbers),
            source=tag,
            now=now,
            old=project.templates.get(domain),
        )
        for domain, texts in units.items()
    }


def _template_files(project: Project, templates: Mapping[str, Catalog]) -> Files:
    return {
        template_path(project.config, domain): po.write(template) for domain, template in templates.items()
    }
