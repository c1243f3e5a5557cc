"""The releases of a project as documents in their languages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import approvals, po
from pipeline.approvals import Approval
from pipeline.catalog import CatalogFile
from pipeline.check import Brief
from pipeline.config import Requirements
from pipeline.gate import Edition, edition, original_edition, signed, weigh
from pipeline.languages import language
from pipeline.layout import release_folder
from pipeline.localize import released as localize_released
from pipeline.migrate import migrate
from pipeline.model import Catalog, Diagnostic
from pipeline.project.decode import text_of
from pipeline.project.values import Project
from pipeline.releases import Release, approvals_name, catalog_name, source_name
from pipeline.segment import Document, segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release in the languages that it has and that a site has."""

    release: Release
    asked: tuple[Requirements, ...]
    """What the document is held to in these languages, on the page."""
    editions: tuple[Edition, ...]
    """The source language first."""


def released(
    project: Project, locales: Sequence[str], before: Iterable[Released | Diagnostic] = ()
) -> Iterator[Released | Diagnostic]:
    """Read the releases of a project; or, in the place of one, say why this program cannot.

    Args:
        project: the project.
        locales: the languages of the site beside that of the sources.
        before: what came of it the last time; a release that is the same is taken from there.
    """
    known = [one for one in before if isinstance(one, Released)]
    for release in project.frozen.releases:
        source, *others = release.locales
        here = (source, *(locale for locale in locales if locale in others))
        asked = tuple(_asked(project, release, locale) for locale in here)
        again = next((one for one in known if (one.release, one.asked) == (release, asked)), None)
        if again and len(again.editions) == len(here):
            yield again
            continue
        editions = _editions(project, release, dict(zip(here, asked, strict=True)))
        if isinstance(editions, Diagnostic):
            yield replace(editions, document=release.document)
        else:
            yield Released(release=release, asked=asked, editions=editions)


def _asked(project: Project, release: Release, locale: str) -> Requirements:
    """What is asked of a release in a language: it was complete enough on its day, and which text binds was settled."""
    today = project.config.requirements(release.document, locale)
    return replace(
        today, min_units=0, min_words=0, required_units=(), authoritative=release.settings.authoritative
    )


def _editions(
    project: Project, release: Release, asked: dict[str, Requirements]
) -> tuple[Edition, ...] | Diagnostic:
    folder = release_folder(project.config, release.document, release.version)
    document = _document(release, f"{folder}/{source_name(release.document)}")
    if isinstance(document, Diagnostic):
        return document
    weights = weigh(document)
    source = language(release.settings.source_language)
    found: list[Edition] = []
    for locale, wanted in asked.items():
        path = f"{folder}/{catalog_name(locale)}"
        if locale == source.locale:
            decided = original_edition(document, source, wanted, weights)
            localized, path = decided.localized, document.path
        else:
            catalog = _catalog(release, locale, path, document)
            if isinstance(catalog, Diagnostic):
                return catalog
            file = CatalogFile(path=path, domain=document.name, language=language(locale), catalog=catalog)
            localized = localize_released(document, file, Brief(source=source.locale, target=locale))
            decided = edition(localized, wanted, source=source, weights=weights, found=())
        approved = _approvals(release, locale, f"{folder}/{approvals_name(locale)}")
        if isinstance(approved, Diagnostic):
            return approved
        found.append(signed(decided, localized, approved, path))
    return tuple(found)


def _document(release: Release, path: str) -> Document | Diagnostic:
    text = text_of(release.source, path)
    if isinstance(text, Diagnostic):
        return text
    return segment(text, name=release.document, path=path, translate=release.settings.translate)


def _catalog(release: Release, locale: str, path: str, document: Document) -> Catalog | Diagnostic:
    found = po.read(release.catalogs[locale], path)
    return found if isinstance(found, Diagnostic) else migrate(found, document.units)


def _approvals(release: Release, locale: str, path: str) -> Sequence[Approval] | Diagnostic:
    if locale not in release.approvals:
        return ()
    text = text_of(release.approvals[locale], path)
    return text if isinstance(text, Diagnostic) else approvals.read(text, path)
