"""A folder's next state, put together beside it: what stays under a second name, what is new as new files."""

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from pipeline.project.files import beside, is_leftover, mode_of, sync, sync_all, write
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
    stamps = _taken_over(folder, stage, {*contents, *gone}) if folder.is_dir() else {}
    for path in gone:
        clear_empty(stage, path)
    for path in contents:
        with naming(path):
            if (folder / path).is_dir():
                raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            write(stage / path, contents[path], mode_of(folder / path))
    folders = [path for path, status in walk(stage) if stat.S_ISDIR(status.st_mode)]
    for path in (*reversed(folders), ""):
        if os.path.isdir(f"{folder}/{path}"):  # noqa: PTH112
            with naming(path):
                _dress(f"{folder}/{path}", f"{stage}/{path}")
    sync_all({path: f"{stage}/{path}" for path in (*contents, *folders, "")})
    return stamps


def _taken_over(folder: Path, stage: Path, left_out: Collection[str]) -> Mapping[str, Stamp]:
    """Give all files of a folder, but for some, a second name in another one.

    Paths are strings wherever every file of a large site is touched: joining them otherwise takes longer than the disk.
    """
    stamps: dict[str, Stamp] = {}
    top = folder.stat()
    with naming(""):
        _may_be_replaced(f"{folder}", top, top)
    for path, status in walk(folder):
        with naming(path):
            if stat.S_ISDIR(status.st_mode):
                _may_be_replaced(f"{folder}/{path}", status, top)
                os.mkdir(f"{stage}/{path}")  # noqa: PTH102
            elif path not in left_out:
                with suppress(FileNotFoundError):  # its owner just removed it
                    _take_over(f"{folder}/{path}", f"{stage}/{path}")
                    stamps[path] = _stamp(status)
    return stamps


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
        shutil.rmtree(tree)


def walk(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Go through everything below a folder, by path relative to it, folders before what they hold; links are not followed."""
    pending = [""]
    while pending:
        above = pending.pop()
        with os.scandir(f"{folder}/{above}") as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                with suppress(FileNotFoundError):
                    status = entry.stat(follow_symlinks=False)
                    yield f"{above}{entry.name}", status
                    if stat.S_ISDIR(status.st_mode):
                        pending.append(f"{above}{entry.name}/")


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
