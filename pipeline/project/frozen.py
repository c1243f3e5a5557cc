"""The releases on disk: all that are there, and a new one, which comes whole or not at all and never replaces another."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pipeline.project.files import beside, is_leftover, missing_folders, real, remove, sync, write
from pipeline.project.tree import discard
from pipeline.project.trouble import Refused, naming, unwritten

ATTRIBUTES = ".gitattributes"
"""Beside the releases, so that git keeps their line ends."""

_AS_IS = b"# A release is the same bytes in every working copy.\n* -text\n"


def held(root: Path, folder: str) -> Mapping[str, bytes]:
    """Return all files below a folder, by path relative to the project; what a killed run left is passed over.

    Args:
        root: the project's folder.
        folder: that of the releases, relative to it.
    """
    paths = sorted(path for path in (root / folder).rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path for path in paths}
    return {
        name: path.read_bytes()
        for name, path in named.items()
        if not any(is_leftover(part) for part in path.relative_to(root / folder).parts)
    }


def freeze(root: Path, folder: str, above: str, files: Mapping[str, bytes]) -> None:
    """Put a new release on the disk: first all of it beside, then the folder into its place in one step.

    Args:
        root: the project's folder.
        folder: that of the release, relative to it.
        above: that of all releases, which gets a ``.gitattributes`` if it has none.
        files: what the release holds, by name.

    Raises:
        Refused: the folder is there already, or cannot be written; all is as it was.
    """
    place = root / folder
    if not real(place).is_relative_to(real(root)):
        message = "this link leads out of the project, so nothing was written"
        raise Refused(folder, message, "replace the link by what it leads to", errno.ELOOP)
    made: list[Path] = []
    stage = beside(place)
    try:
        with naming(folder):
            for parent in missing_folders(place.parent):
                parent.mkdir()
                made.append(parent)
            discard(stage)
            stage.mkdir()
            for name, data in files.items():
                write(stage / name, data, None)
                sync(stage / name)
            sync(stage)
            _attributes(root / above)
            _move_in(stage, place)
            for parent in dict.fromkeys((place.parent, *(one.parent for one in made))):
                sync(parent)
    except BaseException as error:
        with suppress(OSError):
            discard(stage)
        for parent in reversed(made):
            remove(parent)
        if isinstance(error, OSError):
            raise unwritten(error, folder) from error
        raise


def _move_in(stage: Path, place: Path) -> None:
    """Rename the folder; the system refuses where another one with files in it stands, whoever just put it there."""
    if place.is_symlink() or place.is_file():
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))
    try:
        stage.rename(place)
    except OSError as error:
        if error.errno in {errno.ENOTEMPTY, errno.EEXIST}:
            message = "this release is there already, and a release never changes, so nothing was written"
            raise Refused(place.name, message, "give the text a greater version", error.errno) from error
        raise


def _attributes(folder: Path) -> None:
    """Let git take the files of the releases as they are."""
    file = folder / ATTRIBUTES
    if not file.exists():
        write(beside(file), _AS_IS, None)
        sync(beside(file))
        beside(file).replace(file)
