"""What a project has, by name: its configuration, and which documents and locales there are. No other file is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import config
from pipeline.config import Config
from pipeline.layout import bad_source, locale_folders, releases_folder
from pipeline.model import Diagnostic
from pipeline.project.decode import decode
from pipeline.project.files import existing, is_leftover


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What there is to read."""

    root: Path
    """The project's folder."""
    config: Config
    sources: tuple[str, ...]
    """The names of the documents that have a source, sorted."""
    released: tuple[str, ...]
    """The names of the folders of releases, sorted."""
    folders: Mapping[str, str]
    """The folder of each locale, by the locale's canonical name and in its order."""

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of all documents, those of which only releases are left among them, sorted."""
        return tuple(sorted({*self.sources, *self.released}))


def survey(root: Path) -> Survey | tuple[Diagnostic, ...]:
    """Look what there is; or say why nothing can be done here at all.

    Raises:
        OSError: something that is there cannot be read.
    """
    chosen = configuration(root)
    if isinstance(chosen, Diagnostic):
        return (chosen,)
    if not (root / chosen.source_dir).is_dir():
        return (_missing(chosen.source_dir, "put the documents there, as *.md"),)
    sources = [path.name for path in (root / chosen.source_dir).glob("*.md") if path.is_file()]
    problem = bad_source(chosen, sources)
    folders = locale_folders(chosen, _folders(root / chosen.locales_dir))
    if problem or isinstance(folders, Diagnostic):
        return tuple(filter(None, (problem, folders if isinstance(folders, Diagnostic) else None)))
    return Survey(
        root=root,
        config=chosen,
        sources=tuple(sorted(Path(name).stem for name in sources)),
        released=tuple(
            name for name in sorted(_folders(root / releases_folder(chosen))) if not is_leftover(name)
        ),
        folders=folders,
    )


def configuration(root: Path) -> Config | Diagnostic:
    """Read a project's configuration, or say what is wrong with it."""
    if not root.is_dir():
        return _missing(str(root), "name the folder of the project with -C")
    data = existing(root / config.PATH)
    text = "" if data is None else decode(data, config.PATH)
    return text if isinstance(text, Diagnostic) else config.read(text)


def _folders(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []


def _missing(path: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="project", message="there is no such folder", hint=hint)
