"""A folder's next state, put together beside it: what stays under a second name, what is new as new files."""

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from pipeline.project.files import beside, is_leftover, mode_of, side_by_side, sync, sync_all, write
from pipeline.project.trouble import naming

Stamp = tuple[int, int, int]
"""What tells whether a file is the same as before: its number on the disk, its time and its size."""


def assemble(
    folder: Path, stage: Path, contents: Mapping[str, bytes], gone: Collection[str]
) -> Mapping[str, Stamp]:
    """Make a second folder that holds what the first does, but for some files, and flush it to the disk.

    Args:
        folder: the first; it may be missing. It is not changed.
        stage: the second; it must be missing, and on the same file system.
        contents: files that differ from the first folder's, by path.
        gone: files that the second folder does not have, nor folders that they leave empty.

    Returns:
        The stamps of all files that were taken over.

    Raises:
        OSError: with the path, relative to the folder; the second folder is then unfinished.
    """
    with naming(""):
        stage.mkdir()
    taken = (
        _taken_over(folder, stage, {*contents, *gone}) if folder.is_dir() else _Taken(files={}, folders=())
    )
    for path in gone:
        clear_empty(stage, path)
    for path in contents:
        with naming(path):
            if (folder / path).is_dir():
                raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            write(stage / path, contents[path], mode_of(folder / path))
    known = {*taken.folders, *_above(contents)}
    folders = sorted(path for path in known if not gone or os.path.isdir(f"{stage}/{path}"))  # noqa: PTH112
    for path in (*reversed(folders), ""):
        if os.path.isdir(f"{folder}/{path}"):  # noqa: PTH112
            with naming(path):
                _dress(f"{folder}/{path}", f"{stage}/{path}")
    sync_all({path: f"{stage}/{path}" for path in (*contents, *folders, "")})
    return taken.files


def _above(paths: Iterable[str]) -> Collection[str]:
    """All folders that hold some files, as far as the paths name them."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """What was taken over from one folder into another one."""

    files: Mapping[str, Stamp]
    folders: Sequence[str]


def _taken_over(folder: Path, stage: Path, left_out: Collection[str]) -> _Taken:
    """Give all files of a folder, but for some, a second name in another one.

    Paths are strings wherever every file of a large site is touched: joining them otherwise takes longer than the disk.
    """
    top = folder.stat()
    with naming(""):
        _may_be_replaced(f"{folder}", top, top)
    take = partial(_take, folder, stage, left_out, top)
    first = take(_entries(folder, ""))
    others = side_by_side(lambda path: take(walk(folder, f"{path}/")), first.folders, _THREADS)
    every = (first, *others)
    return _Taken(
        files={path: stamp for one in every for path, stamp in one.files.items()},
        folders=[path for one in every for path in one.folders],
    )


def _take(
    folder: Path,
    stage: Path,
    left_out: Collection[str],
    top: os.stat_result,
    entries: Iterable[tuple[str, os.stat_result]],
) -> _Taken:
    files: dict[str, Stamp] = {}
    folders: list[str] = []
    for path, status in entries:
        with naming(path):
            if stat.S_ISDIR(status.st_mode):
                _may_be_replaced(f"{folder}/{path}", status, top)
                os.mkdir(f"{stage}/{path}")  # noqa: PTH102
                folders.append(path)
            elif path not in left_out:
                with suppress(FileNotFoundError):  # its owner just removed it
                    _take_over(f"{folder}/{path}", f"{stage}/{path}")
                    files[path] = _stamp(status)
    return _Taken(files=files, folders=folders)


_THREADS = 4
"""So many folders are worked on at once: beyond that, they wait for each other."""


def carry(old: Path, folder: Path, ours: Collection[str], stamps: Mapping[str, Stamp] | None = None) -> None:
    """Move into a folder what others put into its old state after that was taken over.

    Args:
        old: the old state.
        folder: where to.
        ours: what the builds wrote, which is not moved.
        stamps: what was taken over; without them, only what the folder does not have is moved.
    """
    for path, status in walk(old):
        if stat.S_ISDIR(status.st_mode) or path in ours:
            continue
        taken = stamps.get(path) == _stamp(status) if stamps is not None else os.path.lexists(folder / path)
        if not taken and plain(folder, str(PurePosixPath(path).parent)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).replace(folder / path)


def discard(tree: Path, first: str = "") -> None:
    """Remove a folder with all it holds, beginning with one file; links are removed, not followed.

    Raises:
        OSError: something cannot be removed.
    """
    if tree.is_symlink() or tree.is_file():
        tree.unlink()
    elif tree.exists():
        if first:
            (tree / first).unlink(missing_ok=True)
        with os.scandir(tree) as entries:
            folders = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        side_by_side(shutil.rmtree, folders, _THREADS)
        shutil.rmtree(tree)


def walk(folder: Path, below: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Go through everything in a folder, by path relative to it, folders before what they hold; links are not followed.

    Args:
        folder: the folder.
        below: a folder in it, with a slash at its end, if only what that holds is wanted.
    """
    pending = [below]
    while pending:
        for path, status in _entries(folder, pending.pop()):
            yield path, status
            if stat.S_ISDIR(status.st_mode):
                pending.append(f"{path}/")


def _entries(folder: Path, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """What a folder in a folder holds, without what is further below."""
    with os.scandir(f"{folder}/{below}") as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            with suppress(FileNotFoundError):
                yield f"{below}{entry.name}", entry.stat(follow_symlinks=False)


def plain(folder: Path, path: str) -> bool:
    """Whether no part of a path below a folder is a link."""
    return next(behind_links(folder, (path,)), None) is None


def behind_links(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """Go through those of many paths below a folder of which some part is a link; each part is looked at once."""
    links = {"": False}

    def is_link(path: str) -> bool:
        if path not in links:
            links[path] = is_link(path.rpartition("/")[0]) or os.path.islink(f"{folder}/{path}")  # noqa: PTH114 - in half the time
        return links[path]

    return (path for path in paths if is_link(path))


def unfinished(folder: Path, paths: Collection[str]) -> Iterator[Path]:
    """Go through what a run that was killed left beside some files below a folder, where it wrote them in place."""
    below: dict[str, list[str]] = {}
    for path in paths:
        below.setdefault(path.rpartition("/")[0], []).append(path)
    for parent, files in below.items():
        names: list[str] = []
        with suppress(OSError):
            names = os.listdir(f"{folder}/{parent}")  # noqa: PTH208
        if left := {name for name in names if is_leftover(name)}:
            found = ((path, beside(folder / path)) for path in files)
            yield from (other for path, other in found if other.name in left and plain(folder, path))


def clear_empty(folder: Path, path: str) -> None:
    """Remove the folders above a path that are empty, but not the outermost."""
    for parent in PurePosixPath(path).parents:
        if parent.name:
            with suppress(OSError):
                (folder / parent).rmdir()


def _may_be_replaced(folder: str, status: os.stat_result, top: os.stat_result) -> None:
    """Raise if a folder cannot, or should not, be replaced by a second one that looks the same."""
    if status.st_dev != top.st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
    effective = os.access in os.supports_effective_ids
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=effective):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _take_over(old: str, new: str) -> None:
    """Give a file a second name, or copy it where there are no second names."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}:
            raise
        if not (Path(old).is_symlink() or Path(old).is_file()):
            raise
        shutil.copy2(old, new, follow_symlinks=False)
        if not Path(new).is_symlink():
            sync(new)


def _dress(old: str, new: str) -> None:
    """Give a new folder the permissions, the attributes and, if we may, the owner of an old one."""
    status = os.stat(old)  # noqa: PTH116
    with suppress(OSError):
        os.chown(new, status.st_uid, status.st_gid)
    shutil.copystat(old, new)
    os.utime(new)


def _stamp(status: os.stat_result) -> Stamp:
    return (status.st_ino, status.st_mtime_ns, status.st_size)
