"""Where everything of a project lives: the names of sources, locales, templates and catalogs, and of what is published.

Nothing is opened here.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from pipeline.config import PATH as CONFIGURATION
from pipeline.config import Config
from pipeline.languages import canonical, identity
from pipeline.model import Diagnostic

SITE = "site"
"""The domain of the page templates' own words."""

GLOSSARY = "glossary"
"""The domain of a locale's defined terms, which has no template."""

TEMPLATES = "templates"
"""The folder beside the locales that holds the templates."""

BUILD = re.compile(r"[0-9]{6,}")
"""The name of a build of a folder that is published."""

NAME_FILE = ".build"
"""The file of a build that holds the build's own name and a line feed.

It is no part of the site: a web server reads it through the link, and so learns to which build a request belongs.
"""


def template_path(config: Config, domain: str) -> str:
    """Where a domain's template is, or will be."""
    return f"{config.locales_dir}/{TEMPLATES}/LC_MESSAGES/{domain}.pot"


def catalog_path(config: Config, folder: str, domain: str) -> str:
    """Where the catalog of a domain is, or will be, in a locale's folder."""
    return f"{config.locales_dir}/{folder}/LC_MESSAGES/{domain}.po"


def approvals_path(config: Config, folder: str) -> str:
    """Where the approvals of a language are, or will be, in its locale's folder."""
    return f"{config.locales_dir}/{folder}/approvals.toml"


def page_template_folder(config: Config) -> str:
    """Where a project's own page templates are."""
    return f"{config.source_dir}/templates"


def releases_folder(config: Config) -> str:
    """Where the releases of all documents are, each in ``<document>/<version>``."""
    return f"{config.source_dir}/releases"


def release_folder(config: Config, document: str, version: str) -> str:
    """Where a release is, or will be."""
    return f"{releases_folder(config)}/{document}/{version}"


def builds_folder(target: str) -> str:
    """Where the builds of a folder that is published are, each under its own name."""
    return f"{target}.builds"


def bad_source(config: Config, names: Iterable[str]) -> Diagnostic | None:
    """Say what is wrong with the names of the source files, or with the names that the configuration gives them."""
    names = sorted(names)
    if not names:
        return _problem(config.source_dir, "there is no document", "put the documents there, as *.md")
    for name in names:
        stem = name.removesuffix(".md")
        if stem in _TAKEN or not _is_name(stem):
            names_taken = " and not ".join(f"“{taken}”, which is {whose}" for taken, whose in _TAKEN.items())
            hint = f"use letters, digits, “.”, “-” and “_”, and not {names_taken}"
            return _problem(f"{config.source_dir}/{name}", "a document cannot have this name", hint)
    stems = [name.removesuffix(".md") for name in names]
    for document in config.documents:
        if document not in stems:
            message = f"[tool.policyglot.documents.{document}] is about no document"
            return _problem(CONFIGURATION, message, f"choose from {', '.join(stems)}")
    return None


def locale_folders(config: Config, names: Iterable[str]) -> Mapping[str, str] | Diagnostic:
    """Find the locales to work on among the folders beside the templates.

    Returns:
        The folder of each locale, by the locale's canonical name and in its order; or the problem with a folder.
    """
    found: dict[str, str] = {}
    spellings = {identity(config.source_language): config.source_language}
    for name in sorted(names):
        if name == TEMPLATES or name.startswith((".", "_")):
            continue
        locale = canonical(name)
        path = f"{config.locales_dir}/{name}"
        if locale is None:
            return _problem(
                path, "this is not a locale", "name it as in ko, zh_Hans or pt_BR, or move it away"
            )
        if locale == config.source_language:
            continue
        if identity(locale) in spellings:
            other = spellings[identity(locale)]
            return _problem(
                path, f"this is the same locale as “{other}”", "move the catalogs into one folder"
            )
        spellings[identity(locale)] = name
        found[locale] = name
    if config.languages is None:
        return dict(sorted(found.items()))
    by_identity = {identity(locale): locale for locale in (*reversed(config.languages), *found)}
    wanted = {by_identity[identity(locale)] for locale in config.languages} - {config.source_language}
    return {locale: found.get(locale, locale) for locale in sorted(wanted)}


_TAKEN = {SITE: "the page templates' own", GLOSSARY: "the defined terms'"}
"""Domains of catalogs that belong to no document."""


def _is_name(stem: str) -> bool:
    """Whether a name is safe in a path, a URL and a PO reference: letters and digits of any script, and ``.-_`` inside."""
    return stem[:1] not in {"", ".", "-"} and all(
        character in ".-_" or unicodedata.category(character)[0] in "LMN" for character in stem
    )


def _problem(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="project", message=message, hint=hint)
