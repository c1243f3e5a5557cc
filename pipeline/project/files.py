"""The few things that are done with one file or folder, for all that read and write here."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pipeline.project.trouble import naming

_T = TypeVar("_T")
_R = TypeVar("_R")


def existing(path: Path | str) -> bytes | None:
    """Return a file's bytes; none if it is not there."""
    if not os.path.isfile(path):  # noqa: PTH113 - a large site has thousands of them
        return None
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall()


def real(path: Path) -> Path:
    """Return where a path leads when all links are followed; a path that leads in a circle stays a link."""
    return Path(os.path.realpath(path))


def beside(path: Path, ending: str = "new") -> Path:
    """Return where the next state of a file or folder is put together: hidden, in the same folder, always the same name."""
    name = path.name
    if len(os.fsencode(name)) > _LONG:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()
    return path.with_name(f".{name}{_MARK}{ending}")


def is_leftover(name: str) -> bool:
    """Whether a file name is one that `beside` makes."""
    return name.startswith(".") and name.endswith(f"{_MARK}new")


def write(path: Path, data: bytes, mode: int | None) -> None:
    """Make a file anew, not yet flushed to the disk.

    Args:
        path: where; what is there goes.
        data: all it shall hold.
        mode: its permissions; none for those that the process gives its new files.
    """
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            os.fchmod(descriptor, mode)
        file.write(data)


def mode_of(path: Path) -> int | None:
    """Return a file's permissions; none if it is not there."""
    return path.stat().st_mode & 0o777 if path.exists() else None


def sync(path: Path | str) -> None:
    """Flush a file to the disk, or the names in a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems cannot flush a folder, and need not.
        if error.errno not in {errno.EINVAL, errno.EBADF} or not Path(path).is_dir():
            raise
    finally:
        os.close(descriptor)


def sync_all(paths: Mapping[str, Path | str]) -> None:
    """Flush files, or the names in folders: where there are several, some at the same time, as disks take little longer for them.

    Args:
        paths: each by the name that an error carries.

    Raises:
        OSError: one cannot be flushed; others may have been.
    """
    items = list(paths.items())
    shares = [items[start : start + _SHARE] for start in range(0, len(items), _SHARE)]
    side_by_side(_sync, shares, _AT_ONCE)


def _sync(items: Iterable[tuple[str, Path | str]]) -> None:
    for name, path in items:
        with naming(name):
            sync(path)


_SHARE, _AT_ONCE = 8, 16
"""So many are flushed one after the other by a thread, and so many threads there are; what is no more than one share needs none."""


def side_by_side(work: Callable[[_T], _R], given: Sequence[_T], threads: int) -> Sequence[_R]:
    """Do work for which the system takes its time, for several values at once; if it fails for one, what is not begun is not done."""
    if len(given) <= 1:
        return [work(value) for value in given]
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - most runs have little to do

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, given))


def missing_folders(folder: Path) -> list[Path]:
    """Return a folder and those above it that are not there, the outermost first."""
    missing: list[Path] = []
    while not folder.is_dir() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


def remove(path: Path) -> None:
    """Remove a file, a link, or a folder if it is empty; what cannot be removed stays."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()


_MARK = ".policyglot-"
_LONG = 200
"""Bytes of a name; a file system takes 255, and the mark needs some of them."""
