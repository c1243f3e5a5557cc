"""What the files of a project hold, before anybody makes sense of it: all of it, or what one document needs."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.config import Config
from pipeline.layout import (
    GLOSSARY,
    SITE,
    catalog_path,
    page_template_folder,
    releases_folder,
    template_path,
)
from pipeline.project.files import existing
from pipeline.project.frozen import held
from pipeline.project.signed import Signed, signed
from pipeline.project.survey import Survey

Files = Mapping[str, bytes | None]
"""What files hold, by path relative to the project's folder; none for what is no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What some files of a project hold."""

    config: Config
    folders: Mapping[str, str]
    """The folder of each locale, by the locale's canonical name and in its order."""
    sources: Mapping[str, bytes] = field(default_factory=dict)
    page_templates: Mapping[str, bytes] = field(default_factory=dict)
    """The project's own, by path."""
    templates: Files = field(default_factory=dict)
    catalogs: Mapping[str, Files] = field(default_factory=dict)
    """By locale."""
    signed: Signed = field(default_factory=Signed)
    releases: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def read(self) -> Files:
        """What the templates, catalogs and approvals held, by path."""
        read = (self.templates, *self.catalogs.values(), self.signed.read)
        return {path: data for files in read for path, data in files.items()}

    def digest(self) -> str:
        """Return the SHA-256 of all that is read, with the configuration: what tells these inputs from all others."""
        found = hashlib.sha256()
        approved = sorted(self.signed.approvals.items())
        for text in (repr(self.config), repr(dict(self.folders)), repr((approved, self.signed.broken))):
            _add(found, text.encode("utf-8", "surrogatepass"))
        read = (self.sources, self.page_templates, self.templates, *self.catalogs.values(), self.releases)
        for files in read:
            _add(found, str(len(files)).encode())
            for path, data in sorted(files.items()):
                _add(found, path.encode("utf-8", "surrogateescape"))
                _add(found, data or b"")
        return found.hexdigest()


def _add(found: "hashlib._Hash", data: bytes) -> None:
    """Add a text with its length, so that no two lists of texts are the same bytes."""
    found.update(b"%d:" % len(data))
    found.update(data)


def read_all(survey: Survey, locales: Iterable[str]) -> Inputs:
    """Read all files of a project, but for the catalogs of other locales than these and that of the sources."""
    root, config = survey.root, survey.config
    wanted = {config.source_language, *locales}
    return Inputs(
        config=config,
        folders=survey.folders,
        sources=_sources(survey, survey.sources),
        page_templates=_page_templates(survey),
        templates=_matching(root, template_path(config, "*")),
        catalogs={
            locale: _matching(root, catalog_path(config, folder, "*"))
            for locale, folder in survey.folders.items()
            if locale in wanted
        },
        signed=signed(root, config, survey.folders),
        releases=held(root, releases_folder(config)),
    )


def read_shared(survey: Survey, locales: Iterable[str]) -> Inputs:
    """Read what all documents share: the project's own page templates, and the words of the pages and the terms in some locales.

    The approvals of all documents are there, too.
    """
    return Inputs(
        config=survey.config,
        folders=survey.folders,
        page_templates=_page_templates(survey),
        catalogs=_catalogs(survey, locales, (SITE, GLOSSARY)),
        signed=signed(survey.root, survey.config, survey.folders),
    )


def read_document(survey: Survey, shared: Inputs, name: str, locales: Iterable[str]) -> Inputs:
    """Read what one document has of its own: its source, its catalogs in some locales, and its releases.

    Its approvals are taken from what all documents share.
    """
    approvals = {
        locale: tuple(one for one in approved if one.document == name)
        for locale, approved in shared.signed.approvals.items()
    }
    folder = f"{releases_folder(survey.config)}/{name}"
    return Inputs(
        config=survey.config,
        folders=survey.folders,
        sources=_sources(survey, [name] if name in survey.sources else []),
        catalogs=_catalogs(survey, locales, (name,)),
        signed=replace(shared.signed, read={}, approvals=approvals),
        releases=held(survey.root, folder) if name in survey.released else {},
    )


def divided(inputs: Inputs) -> Iterator[Inputs]:
    """Divide what was read of a whole project: what is each document's own in templates and catalogs, and last what is none's."""
    sources = {_document(path): {path: data} for path, data in inputs.sources.items()}
    templates = _by_document(inputs.templates, sources)
    catalogs = {locale: _by_document(files, sources) for locale, files in inputs.catalogs.items()}
    none = Inputs(config=inputs.config, folders=inputs.folders)
    for name in (*sources, ""):
        yield replace(
            none if name else inputs,
            sources=sources.get(name, {}),
            templates=templates.get(name, {}),
            catalogs={locale: files.get(name, {}) for locale, files in catalogs.items()},
        )


def _by_document(files: Files, names: Collection[str]) -> Mapping[str, Files]:
    """Templates or catalogs by the name of their document, and those of none by an empty one."""
    found: dict[str, dict[str, bytes | None]] = {}
    for path, data in files.items():
        name = _document(path)
        found.setdefault(name if name in names else "", {})[path] = data
    return found


def _document(path: str) -> str:
    """The name of the document that a source, a template or a catalog is of."""
    return Path(path).stem


def _sources(survey: Survey, names: Iterable[str]) -> Mapping[str, bytes]:
    paths = [f"{survey.config.source_dir}/{name}.md" for name in names]
    return {path: (survey.root / path).read_bytes() for path in paths}


def _page_templates(survey: Survey) -> Mapping[str, bytes]:
    """The project's own templates, style sheets and scripts."""
    found = sorted((survey.root / page_template_folder(survey.config)).glob("*"))
    wanted = [path for path in found if path.suffix in _TEMPLATES and path.is_file()]
    return {path.relative_to(survey.root).as_posix(): path.read_bytes() for path in wanted}


_TEMPLATES = {".css", ".html", ".js", ".typ"}


def _catalogs(survey: Survey, locales: Iterable[str], domains: Iterable[str]) -> Mapping[str, Files]:
    domains = tuple(domains)
    return {
        locale: dict(_there(survey, survey.folders[locale], domains))
        for locale in locales
        if locale in survey.folders
    }


def _there(survey: Survey, folder: str, domains: Iterable[str]) -> Iterable[tuple[str, bytes | None]]:
    """The catalogs that are there."""
    for domain in domains:
        path = catalog_path(survey.config, folder, domain)
        data = existing(survey.root / path)
        if data is not None or (survey.root / path).exists():
            yield path, data


def _matching(root: Path, pattern: str) -> Files:
    """What the files of a pattern hold."""
    folder, name = (root / pattern).parent, (root / pattern).name
    return {path.relative_to(root).as_posix(): existing(path) for path in sorted(folder.glob(name))}
