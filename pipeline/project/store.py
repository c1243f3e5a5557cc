"""Writing single files: those that differ, each whole or not at all."""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    top = real(root)
    places = dict(_places(top, root, differing))
    made: list[Path] = []
    try:
        for path, place in places.items():
            with naming(path):
                _put_beside(place, contents[path], made)
        sync_all({path: beside(place) for path, place in places.items()})
        if read is not None:
            _unchanged(root, differing, read)
        _move_in(places)
        folders = {made_one.parent for made_one in made}
        sync_all({os.path.relpath(folder, top): folder for folder in folders})
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
    new = beside(place)
    made.append(new)
    write(new, data, mode_of(place))


def _move_in(places: Mapping[str, Path]) -> None:
    """Move what was written beside the files into their places."""
    for done, (path, place) in enumerate(places.items()):
        try:
            beside(place).replace(place)
        except OSError as error:
            raise unwritten(error, path, partly=done > 0) from error


def _places(top: Path, root: Path, paths: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Find the files themselves, where paths are links to them; a link that leads out of the folder is not followed."""
    folders: dict[str, Path] = {}
    for path in paths:
        above, _, name = path.rpartition("/")
        if above not in folders:
            folders[above] = _inside(top, root / above, path)
        file = folders[above] / name
        if file.is_symlink():
            file = _inside(top, file, path)
        if file.is_symlink():
            message = "this link leads in a circle, so nothing was written"
            raise Refused(path, message, "remove the link and run it again", errno.ELOOP)
        yield path, file


def _inside(top: Path, path: Path, name: str) -> Path:
    """Where a path leads, if that is below the folder or the folder itself."""
    found = real(path)
    if not found.is_relative_to(top):
        message = "this link leads out of the project, so nothing was written"
        raise Refused(name, message, "replace the link by what it leads to", errno.ELOOP)
    return found


def _unchanged(root: Path, paths: Iterable[str], read: Mapping[str, bytes | None]) -> None:
    """Raise if somebody saved one of the files since it was read."""
    for path in paths:
        if existing(root / path) != read.get(path):
            message = "this file changed while policyglot was working, so nothing was written"
            raise Refused(path, message, "run it again", errno.EBUSY)
