"""Writing single files: those that differ, each whole or not at all."""

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.project.files import beside, existing, missing_folders, mode_of, real, remove, sync_all, write
from pipeline.project.trouble import Refused, naming, unwritten


def store(
    root: Path,
    contents: Mapping[str, bytes],
    *,
    read: Mapping[str, bytes | None] | None = None,
    dry: bool = False,
) -> Sequence[str]:
    """Write the files that differ from what is there: first all of them beside, then each into its place.

    Args:
        root: the folder that the paths are relative to.
        contents: what each file shall hold.
        read: what the files held that the contents were made from; if one of those to be written has changed since,
            nothing is written. A path that is not among them stood for no file. Without it, nothing is compared.
        dry: only tell.

    Returns:
        The paths of the files that differed, sorted.

    Raises:
        Refused: a file cannot be written, or has changed since; it is as it was.
    """
    differing = sorted(path for path, data in contents.items() if existing(root / path) != data)
    if dry or not differing:
        return differing
    places = {path: _inside(root, path) for path in differing}
    made: list[Path] = []
    try:
        for path, place in places.items():
            with naming(path):
                _put_beside(place, contents[path], made)
        sync_all({path: beside(place) for path, place in places.items()})
        if read is not None:
            _unchanged(root, differing, read)
        _move_in(places)
        sync_all({str(folder): folder for folder in {made_one.parent for made_one in made}})
    except BaseException as error:
        for rest in reversed(made):
            remove(rest)
        if isinstance(error, OSError):
            raise unwritten(error, str(error.filename)) from error
        raise
    return differing


def _put_beside(place: Path, data: bytes, made: list[Path]) -> None:
    """Write what a file shall hold beside it; what that puts on the disk is added to what was made."""
    if place.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    for folder in missing_folders(place.parent):
        folder.mkdir()
        made.append(folder)
    made.append(beside(place))
    write(beside(place), data, mode_of(place))


def _move_in(places: Mapping[str, Path]) -> None:
    """Move what was written beside the files into their places."""
    for done, (path, place) in enumerate(places.items()):
        try:
            beside(place).replace(place)
        except OSError as error:
            raise unwritten(error, path, partly=done > 0) from error


def _inside(root: Path, path: str) -> Path:
    """The file itself, where a path is a link to it; a link that leads out of the folder is not followed."""
    file = real(root / path)
    if not file.is_relative_to(real(root)):
        message = "this link leads out of the project, so nothing was written"
        raise Refused(path, message, "replace the link by what it leads to", errno.ELOOP)
    if file.is_symlink():
        message = "this link leads in a circle, so nothing was written"
        raise Refused(path, message, "remove the link and run it again", errno.ELOOP)
    return file


def _unchanged(root: Path, paths: Iterable[str], read: Mapping[str, bytes | None]) -> None:
    """Raise if somebody saved one of the files since it was read."""
    for path in paths:
        if existing(root / path) != read.get(path):
            message = "this file changed while policyglot was working, so nothing was written"
            raise Refused(path, message, "run it again", errno.EBUSY)
