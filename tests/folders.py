"""Folders as values: filling one from its contents, and reading all that one holds."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.layout import NAME_FILE


def fill(root: Path, contents: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, and return the folder."""
    for name, content in contents.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def everything(folder: Path) -> Mapping[str, bytes]:
    """Return all files below a folder, by path, with hidden ones; a link counts as the file that it leads to."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def online(folder: Path) -> Mapping[str, bytes]:
    """Return all files of a site that is published, without the name of its build."""
    return {path: data for path, data in everything(folder).items() if path != NAME_FILE}


def leftovers(folder: Path) -> list[str]:
    """Return what a run that did not end has left in a folder or below."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if ".policyglot-" in path.name
    )
