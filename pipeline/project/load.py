"""Reading a project: its configuration, sources, templates and catalogs, all before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline import po, releases
from pipeline.config import Config
from pipeline.layout import catalog_path, page_template_folder, releases_folder
from pipeline.model import Catalog, Diagnostic
from pipeline.po import other_charset
from pipeline.project.built_in import built_in
from pipeline.project.decode import decode, plain, text_of
from pipeline.project.inputs import Files, Inputs, read_all
from pipeline.project.survey import Survey, survey
from pipeline.project.values import Project
from pipeline.render.templates import merged
from pipeline.segment import Document, segment


def load(root: Path) -> Project:
    """Read a project: its configuration, sources, templates and catalogs.

    Raises:
        OSError: something that is there cannot be read.
    """
    found = survey(root)
    return unusable(found) if isinstance(found, tuple) else load_for(found, found.folders)


def load_for(found: Survey, locales: Iterable[str]) -> Project:
    """Read a project as far as work on some locales needs it: without the catalogs of all others.

    Raises:
        OSError: something that is there cannot be read.
    """
    return made_of(read_all(found, locales))


def unusable(problems: tuple[Diagnostic, ...]) -> Project:
    """Return the project in which nothing can be done."""
    return Project(
        config=Config(), page_templates={}, folders={}, templates={}, catalogs={}, unusable=problems
    )


def made_of(inputs: Inputs) -> Project:
    """Make sense of what was read."""
    chosen = inputs.config
    texts = {path: decode(data, path) for path, data in inputs.sources.items()}
    documents = [_document(path, text, chosen) for path, text in texts.items()]
    templates = _catalogs(inputs.templates)
    own = {Path(path).name: text_of(data, path) for path, data in inputs.page_templates.items()}
    page_templates = merged(built_in(), {name: text for name, text in own.items() if isinstance(text, str)})
    catalogs = {
        (locale, domain): catalog
        for locale, read in inputs.catalogs.items()
        for domain, catalog in _catalogs(read).items()
    }
    broken = [*_diagnostics(documents), *_diagnostics(templates.values()), *_diagnostics(own.values())]
    if own:  # the built-in ones are held to this by our tests
        from pipeline.render.jinja import faults  # noqa: PLC0415 - most projects have none of their own

        broken += faults(page_templates, page_template_folder(chosen))
    broken += [
        replace(item, document=domain, locale=locale)
        for (locale, domain), item in catalogs.items()
        if isinstance(item, Diagnostic)
    ]
    return Project(
        config=chosen,
        documents=tuple(item for item in documents if isinstance(item, Document)),
        written={Path(path).stem: text for path, text in texts.items() if isinstance(text, str)},
        page_templates=page_templates,
        folders=inputs.folders,
        templates={key: item for key, item in templates.items() if isinstance(item, Catalog)},
        catalogs={key: item for key, item in catalogs.items() if isinstance(item, Catalog)},
        frozen=releases.read(inputs.releases, releases_folder(chosen)),
        approvals=inputs.signed.approvals,
        read=inputs.read,
        unreadable=(*broken, *inputs.signed.broken),
        reencoded=tuple(
            replace(
                other_charset(catalog_path(chosen, inputs.folders[locale], domain), item.charset),
                document=domain,
                locale=locale,
            )
            for (locale, domain), item in catalogs.items()
            if isinstance(item, Catalog) and item.charset != "UTF-8"
        ),
    )


def joined(shared: Project, own: Project) -> Project:
    """Return the project of one document.

    Args:
        shared: what was made of the files that all documents share.
        own: what was made of those of the document.
    """
    return replace(
        own,
        page_templates=shared.page_templates,
        catalogs={**shared.catalogs, **own.catalogs},
        read={**shared.read, **own.read},
        unreadable=tuple(dict.fromkeys((*shared.unreadable, *own.unreadable))),
        reencoded=(*shared.reencoded, *own.reencoded),
    )


def way(folder: Path) -> str:
    """Return the way to the project from where the command runs, if it leads down: in CI, from the repository's folder."""
    here, there = Path.cwd().resolve(), folder.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else "."


def _document(path: str, text: str | Diagnostic, chosen: Config) -> Document | Diagnostic:
    if isinstance(text, Diagnostic):
        return text
    return segment(plain(text), name=Path(path).stem, path=path, translate=chosen.translate)


def _catalogs(read: Files) -> Mapping[str, Catalog | Diagnostic]:
    """The catalogs that some files hold, by domain."""
    return {Path(path).stem: _catalog(data, path) for path, data in read.items()}


def _catalog(data: bytes | None, name: str) -> Catalog | Diagnostic:
    if data is not None:
        return po.read(data, name)
    hint = "move it away, and policyglot update makes the catalog"
    return Diagnostic(path=name, code="project", message="this is no file", hint=hint)


def _diagnostics(items: Iterable[object]) -> Iterator[Diagnostic]:
    return (item for item in items if isinstance(item, Diagnostic))
