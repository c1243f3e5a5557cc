"""Writing files: those that differ, each whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


def store(root: Path, contents: Mapping[str, bytes], *, dry: bool = False) -> Sequence[str]:
    """Write the files that differ from what is there, each whole or not at all.

    Args:
        root: the folder that the paths are relative to.
        contents: what each file shall hold.
        dry: only tell.

    Returns:
        The paths of the files that differed, sorted.

    Raises:
        OSError: a file cannot be written; it is as it was.
    """
    differing = sorted(path for path, data in contents.items() if existing(root / path) != data)
    for path in () if dry else differing:
        try:
            _write(_inside(root, path), contents[path])
        except OSError as error:
            raise OSError(error.errno, error.strerror, path) from error
    return differing


def publish(folder: Path, contents: Mapping[str, bytes]) -> Sequence[str]:
    """Make an output folder hold exactly one build.

    Files that an earlier build wrote and this one does not are removed; files of others stay.

    Returns:
        The paths of the files that were written or removed, sorted.

    Raises:
        OSError: a file cannot be written or removed.
    """
    listing = "".join(f"{path}\n" for path in sorted(contents)).encode()
    earlier = (existing(folder / _LISTING) or b"").decode("utf-8", "replace").split("\n")
    written = store(folder, contents)
    stale = {path for path in earlier if path and not path.startswith("/") and ".." not in path.split("/")}
    removed = [path for path in stale - contents.keys() if _remove(folder, path)]
    store(folder, {_LISTING: listing})
    return sorted([*written, *removed])


_LISTING = ".policyglot"
"""In an output folder: the files of the last build, so that the next one can clear what it no longer writes."""


def _write(path: Path, data: bytes) -> None:
    """Write beside, flush, rename: a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _inside(root: Path, path: str) -> Path:
    """The file itself, where a path is a link to it; a link that leads out of the folder is not followed."""
    file = (root / path).resolve()
    if not file.is_relative_to(root.resolve()):
        raise OSError(errno.ELOOP, "this link leads out of the project", path)
    return file


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove(folder: Path, path: str) -> bool:
    """Remove a file, and the folders that it leaves empty."""
    file = folder / path
    if not file.is_file():
        return False
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True


def existing(path: Path) -> bytes | None:
    """Return a file's bytes; none if it is not there."""
    return path.read_bytes() if path.is_file() else None
