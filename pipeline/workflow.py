"""Each verb of the command: a short list of the steps that it takes, from a project to files or findings.

Nothing is read or written here.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import catalog, po
from pipeline.check import Brief, glossary
from pipeline.check.source import examine_source
from pipeline.languages import canonical, identity, language
from pipeline.layout import GLOSSARY, SITE, template_path
from pipeline.localize import Localized, localize, original, translate
from pipeline.migrate import migrate
from pipeline.model import Catalog, Counts, Diagnostic, Severity, Unit
from pipeline.project import Project
from pipeline.render.furniture import environment, words
from pipeline.render.site import site

Files = Mapping[str, bytes]
"""What files shall hold, by their paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    documents: tuple[tuple[Localized, ...], ...]
    """Each document in all its languages, the source language first."""
    files: Files
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing."""

    @property
    def errors(self) -> int:
        """How many errors the checks found in the translations."""
        found = [item.translation.diagnostics for editions in self.documents for item in editions]
        return sum(problem.fails for problems in found for problem in problems)


def distrusted(
    project: Project, locales: Sequence[str], *, any_charset: bool = False
) -> Sequence[Diagnostic]:
    """Return the problems with files for which work on some locales must stop; another locale's file is none of them.

    Args:
        project: the project.
        locales: what is worked on.
        any_charset: whether a catalog in another charset than UTF-8 may be worked on.
    """
    problems = (*project.unreadable, *(() if any_charset else project.reencoded))
    return [problem for problem in problems if problem.locale is None or problem.locale in locales]


def select(project: Project, names: Iterable[str]) -> Sequence[str] | Diagnostic:
    """Return the locales that a user named, spelled either way, or all of the project's if none was named.

    The source language may be named; it is in no need of a catalog, and so not among them.
    """
    chosen = [canonical(name) or name for name in names]
    for locale in chosen:
        if locale not in project.folders and locale != project.config.source_language:
            known = ", ".join(project.folders) or "none yet"
            way = f", or policyglot add {locale}" if canonical(locale) else ""
            return misuse(f"no locale “{locale}” in this project", f"choose from {known}{way}")
    return sorted(set(chosen) & project.folders.keys()) if chosen else list(project.folders)


def extract(project: Project, *, now: datetime.datetime) -> Files:
    """Write the templates: one for each document, one for the page templates."""
    return _template_files(project, _templates(project, _units(project), now))


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
    templates = _templates(project, _units(project), now)
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


def update(project: Project, locales: Sequence[str], *, now: datetime.datetime) -> Files:
    """Bring the templates and the locales' catalogs into step with the sources."""
    units = _units(project)
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


def check(project: Project, locales: Sequence[str]) -> Sequence[Diagnostic]:
    """Find what is wrong with the sources and the translations, in the order of files and lines."""
    found = list(distrusted(project, locales))
    unreadable = {problem.path for problem in found}
    for document in project.documents:
        found += examine_source(document, project.written[document.name], project.config.source_language)
    references = {document.name: document.skeleton.references for document in project.documents}
    units = _units(project)
    for locale in locales:
        brief = _brief(project, locale)
        for domain in units:
            file = project.catalog_file(locale, domain)
            if file.catalog:
                found += translate(units[domain], file, references.get(domain, {}), brief).diagnostics
            elif file.path not in unreadable:
                found.append(_no_catalog(file.path, domain, locale))
    return sorted(found, key=lambda problem: (problem.path, problem.line or 0))


def status(project: Project, locales: Sequence[str]) -> Mapping[str, Mapping[str, Counts]]:
    """Count the messages of each document, by locale and state."""
    return {
        document.name: {
            locale: catalog.count(
                catalog.extract(document.units), project.catalog_file(locale, document.name).catalog
            )
            for locale in locales
        }
        for document in project.documents
    }


def build(project: Project, locales: Sequence[str], formats: Collection[str]) -> Build:
    """Render the documents in the source language and in the locales."""
    source = language(project.config.source_language)
    briefs = {locale: _brief(project, locale) for locale in locales}
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


def _templates(
    project: Project, units: Mapping[str, Sequence[Unit]], now: datetime.datetime
) -> Mapping[str, Catalog]:
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


def _units(project: Project) -> Mapping[str, Sequence[Unit]]:
    """The units of each domain, the page templates' own words last."""
    units: dict[str, Sequence[Unit]] = {document.name: document.units for document in project.documents}
    return {**units, SITE: tuple(words(project.page_templates))}


def _brief(project: Project, locale: str) -> Brief:
    """What the translations of a locale are held to."""
    return Brief(
        source=project.config.source_language,
        target=locale,
        terms=glossary.terms(project.catalogs.get((locale, GLOSSARY))),
        untouched=project.config.do_not_translate,
        unchanged=project.config.allow_unchanged,
        links=project.config.link_swaps.get(locale, {}),
    )


def _no_catalog(path: str, domain: str, locale: str) -> Diagnostic:
    return Diagnostic(
        path=path,
        code="untranslated",
        message="there is no catalog yet",
        hint=f"create it with policyglot update {locale}",
        severity=Severity.INFO,
        document=domain,
        locale=locale,
    )


def misuse(message: str, hint: str) -> Diagnostic:
    """Return the problem of a command that asks for what cannot be."""
    return Diagnostic(path="policyglot", code="usage", message=message, hint=hint)
