"""Reading a project: its configuration, sources, templates and catalogs, all before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import config, po, releases
from pipeline.approvals import Approval
from pipeline.catalog import CatalogFile
from pipeline.config import Config
from pipeline.languages import language
from pipeline.layout import (
    SITE,
    approvals_path,
    bad_source,
    catalog_path,
    locale_folders,
    page_template_folder,
    releases_folder,
    template_path,
)
from pipeline.model import Catalog, Diagnostic
from pipeline.po import other_charset
from pipeline.project.built_in import built_in
from pipeline.project.decode import decode, plain, text_of
from pipeline.project.files import existing
from pipeline.project.frozen import held
from pipeline.project.signed import signed
from pipeline.releases import Frozen
from pipeline.render.templates import faults, merged
from pipeline.segment import Document, segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a verb works on, read once."""

    config: Config
    documents: tuple[Document, ...] = ()
    """In the order of their names."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Each document's file as it was decoded, by the document's name: with its byte order mark and its own line ends."""
    page_templates: Mapping[str, str]
    """The page templates, the style sheet and the script, by the name by which templates call them."""
    folders: Mapping[str, str]
    """The folder of each locale, by the locale's canonical name and in its order."""
    templates: Mapping[str, Catalog]
    """The templates on disk, by domain."""
    catalogs: Mapping[tuple[str, str], Catalog]
    """The catalogs on disk, by locale and domain."""
    approvals: Mapping[str, tuple[Approval, ...]] = field(default_factory=dict)
    """Who approved what, by locale, that of the sources among them."""
    read: Mapping[str, bytes | None] = field(default_factory=dict)
    """What the templates, catalogs and approvals held when they were read, by path; none for what is no file."""
    frozen: Frozen = field(default_factory=Frozen)
    """The releases on disk, and what has changed of them."""
    unusable: tuple[Diagnostic, ...] = ()
    """Why nothing can be done here at all."""
    unreadable: tuple[Diagnostic, ...] = ()
    """Files whose content cannot be trusted."""
    reencoded: tuple[Diagnostic, ...] = ()
    """Catalogs that are read, but are not in UTF-8."""

    @property
    def domains(self) -> tuple[str, ...]:
        """The documents' names, and the page templates' domain last."""
        return (*(document.name for document in self.documents), SITE)

    def names(self) -> Sequence[str]:
        """Return the names of all documents, those of which only releases are left among them, sorted."""
        return sorted(
            {document.name for document in self.documents}
            | {release.document for release in self.frozen.releases}
        )

    def only(self, name: str) -> "Project":
        """Return the project without the documents of other names, and without their releases."""
        return replace(
            self,
            documents=tuple(document for document in self.documents if document.name == name),
            frozen=Frozen(releases=self.frozen.of(name)),
        )

    def approvals_file(self, locale: str) -> str:
        """Return where the approvals of a language are, or will be; that of the sources may be it."""
        return approvals_path(self.config, self.folders.get(locale, locale))

    def catalog_file(self, locale: str, domain: str) -> CatalogFile:
        """Return one language's catalog of a domain, whether it is there or not."""
        return CatalogFile(
            path=catalog_path(self.config, self.folders.get(locale, locale), domain),
            domain=domain,
            language=language(locale),
            catalog=self.catalogs.get((locale, domain)),
        )


def load(root: Path) -> Project:
    """Read a project: its configuration, sources, templates and catalogs.

    Raises:
        OSError: something that is there cannot be read.
    """
    chosen = configuration(root)
    if isinstance(chosen, Diagnostic):
        return _unusable(chosen)
    if not (root / chosen.source_dir).is_dir():
        return _unusable(_missing(chosen.source_dir, "put the documents there, as *.md"))
    sources = [path.name for path in (root / chosen.source_dir).glob("*.md") if path.is_file()]
    problem = bad_source(chosen, sources)
    locales = root / chosen.locales_dir
    folders = locale_folders(
        chosen, [p.name for p in locales.iterdir() if p.is_dir()] if locales.is_dir() else []
    )
    if problem or isinstance(folders, Diagnostic):
        return _unusable(*filter(None, (problem, folders if isinstance(folders, Diagnostic) else None)))
    texts = {
        name: decode((root / chosen.source_dir / name).read_bytes(), f"{chosen.source_dir}/{name}")
        for name in sorted(sources)
    }
    documents = [_document(f"{chosen.source_dir}/{name}", text, chosen) for name, text in texts.items()]
    template_files = _files(root, template_path(chosen, "*"))
    catalog_files = {
        locale: _files(root, catalog_path(chosen, folder, "*")) for locale, folder in folders.items()
    }
    templates = _catalogs(template_files)
    own = _own_templates(root, page_template_folder(chosen))
    page_templates = merged(built_in(), {k: v for k, v in own.items() if isinstance(v, str)})
    catalogs = {
        (locale, domain): catalog
        for locale, read in catalog_files.items()
        for domain, catalog in _catalogs(read).items()
    }
    broken = [*_diagnostics(documents), *_diagnostics(templates.values()), *_diagnostics(own.values())]
    if own:  # the built-in ones are held to this by our tests
        broken += faults(page_templates, page_template_folder(chosen))
    broken += [
        replace(item, document=domain, locale=locale)
        for (locale, domain), item in catalogs.items()
        if isinstance(item, Diagnostic)
    ]
    approved = signed(root, chosen, folders)
    return Project(
        config=chosen,
        documents=tuple(item for item in documents if isinstance(item, Document)),
        written={Path(name).stem: text for name, text in texts.items() if isinstance(text, str)},
        page_templates=page_templates,
        folders=folders,
        templates={key: item for key, item in templates.items() if isinstance(item, Catalog)},
        catalogs={key: item for key, item in catalogs.items() if isinstance(item, Catalog)},
        frozen=releases.read(held(root, releases_folder(chosen)), releases_folder(chosen)),
        approvals=approved.approvals,
        read={
            path: data
            for read in (template_files, *catalog_files.values(), approved.read)
            for path, data in read.items()
        },
        unreadable=(*broken, *approved.broken),
        reencoded=tuple(
            replace(
                other_charset(catalog_path(chosen, folders[locale], domain), item.charset),
                document=domain,
                locale=locale,
            )
            for (locale, domain), item in catalogs.items()
            if isinstance(item, Catalog) and item.charset != "UTF-8"
        ),
    )


def configuration(root: Path) -> Config | Diagnostic:
    """Read a project's configuration, or say what is wrong with it."""
    if not root.is_dir():
        return _missing(str(root), "name the folder of the project with -C")
    data = existing(root / config.PATH)
    text = "" if data is None else decode(data, config.PATH)
    return text if isinstance(text, Diagnostic) else config.read(text)


def way(folder: Path) -> str:
    """Return the way to the project from where the command runs, if it leads down: in CI, from the repository's folder."""
    here, there = Path.cwd().resolve(), folder.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else "."


def _unusable(*problems: Diagnostic) -> Project:
    return Project(
        config=Config(), page_templates={}, folders={}, templates={}, catalogs={}, unusable=problems
    )


def _missing(path: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="project", message="there is no such folder", hint=hint)


def _document(path: str, text: str | Diagnostic, chosen: Config) -> Document | Diagnostic:
    if isinstance(text, Diagnostic):
        return text
    return segment(plain(text), name=Path(path).stem, path=path, translate=chosen.translate)


def _files(root: Path, pattern: str) -> Mapping[str, bytes | None]:
    """What the files of a pattern hold, by path."""
    folder, name = (root / pattern).parent, (root / pattern).name
    return {path.relative_to(root).as_posix(): existing(path) for path in sorted(folder.glob(name))}


def _catalogs(read: Mapping[str, bytes | None]) -> Mapping[str, Catalog | Diagnostic]:
    """The catalogs that some files hold, by domain."""
    return {Path(path).stem: _catalog(data, path) for path, data in read.items()}


def _catalog(data: bytes | None, name: str) -> Catalog | Diagnostic:
    if data is not None:
        return po.read(data, name)
    hint = "move it away, and policyglot update makes the catalog"
    return Diagnostic(path=name, code="project", message="this is no file", hint=hint)


def _diagnostics(items: Iterable[object]) -> Iterator[Diagnostic]:
    return (item for item in items if isinstance(item, Diagnostic))


def _own_templates(root: Path, folder: str) -> Mapping[str, str | Diagnostic]:
    """The project's own templates, style sheets and scripts, by file name."""
    found = sorted((root / folder).glob("*"))
    wanted = [path for path in found if path.suffix in _TEMPLATES and path.is_file()]
    return {path.name: text_of(path.read_bytes(), f"{folder}/{path.name}") for path in wanted}


_TEMPLATES = {".css", ".html", ".js", ".typ"}
