"""What the peers have in common: a folder with ``source``, ``pot``, ``po/LOCALE`` and ``out/LOCALE``."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.running import Run, launched, prepare
from tests.bench.tool import ENVIRONMENTS, Corpus, Tool, fill_catalogs, write_sources

Command = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A peer by its commands, which run in its folder."""

    name: str
    version: str
    mode: str
    extract: Sequence[Command]
    update: Sequence[Command]
    merge: Callable[[Sequence[str]], Sequence[Command]]
    catalog_suffix: str = ""
    """What stands between the document's name and ``.po``."""


def program(peer: str, name: str) -> str | None:
    """The path of a program in a peer's environment, if it is installed."""
    path = ENVIRONMENTS / peer / "bin" / name
    return str(path) if path.is_file() else None


def package_version(peer: str, package: str) -> str:
    """The version of a package in a peer's environment."""
    code = f"import importlib.metadata; print(importlib.metadata.version({package!r}))"
    python = str(ENVIRONMENTS / peer / "bin" / "python")
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def ready(peer: Peer, folder: Path, given: Corpus) -> Tool:
    """Lay out the peer's folder, with complete catalogs, and another with edited sources."""
    project, edited = folder / "project", folder / "edited"
    write_sources(project / "source", given.before)
    prepare(_run(project, (), emptied=("pot",)))
    launched(_run(project, peer.extract))
    fill_catalogs(project / "pot", project / "po", given)
    write_sources(folder / "after", given.after)
    copied = ((project, edited), (folder / "after", edited / "source"))
    return Tool(
        name=peer.name,
        version=peer.version,
        mode=peer.mode,
        extract=_run(project, peer.extract, emptied=("pot",)),
        update=Run(folder=edited, commands=peer.update, gone=(edited,), copied=copied),
        merge=lambda locales: _run(
            project, peer.merge(locales), emptied=("out", *(f"out/{locale}" for locale in locales))
        ),
        merged=lambda locale, name: project / "out" / locale / f"{name}.md",
    )


def _run(project: Path, commands: Sequence[Command], emptied: Sequence[str] = ()) -> Run:
    """A run whose folders of output are emptied before."""
    folders = [project / name for name in emptied]
    return Run(folder=project, commands=commands, gone=folders, made=folders)
