"""What is kept from one run to the next: built documents, by what they were made of.

Everything here may be removed at any time, also while a run is working: what is missing is made again. A file is put in its place
whole, so runs can share the folder. Nothing here raises `OSError`.
"""

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_LIMIT = 1 << 30
"""Bytes that are kept; of more, what was not used for the longest time is removed."""
_DAY = 24 * 60 * 60
"""Seconds; how exactly it is known when a file was last used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """Where built documents are kept."""

    folders: tuple[Path, ...]
    """In this order; the last is this run's own, for what cannot be written into the others."""
    given: tuple[Path, ...] = ()
    """Folders that are read before these, and never written."""

    def read(self, key: str) -> bytes | None:
        """Return what is kept under a key; none if nothing is."""
        for folder in (*self.given, *self.folders):
            with suppress(OSError):
                data = (place := _place(folder, key)).read_bytes()
                if folder not in self.given and time.time() - place.stat().st_mtime > _DAY:
                    os.utime(place)
                return data
        return None

    def slice(self, key: str, start: int, length: int) -> bytes | None:
        """Return some bytes of what is kept under a key; none if nothing is."""
        for folder in (*self.given, *self.folders):
            with suppress(OSError), _place(folder, key).open("rb") as file:
                file.seek(start)
                return file.read(length)
        return None

    def write(self, key: str, data: bytes) -> None:
        """Keep some bytes under a key."""
        for folder in self.folders:
            with suppress(OSError):
                _write(folder, key, data)
                return

    def tidy(self) -> None:
        """Remove what was not used for the longest time, if there is more than may be kept."""
        found: list[tuple[float, int, Path]] = []
        with suppress(OSError):
            for path in self.folders[0].glob(f"*/*{_ENDING}"):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        left = sum(size for _, size, _ in found) - _LIMIT
        for _, size, path in sorted(found):
            if left <= 0:
                return
            with suppress(OSError):
                path.unlink()
            left -= size


@contextmanager
def cache(*, is_kept: bool, given: Iterable[Path] = ()) -> Iterator[Cache]:
    """Give the user's cache while the block runs; or an empty one that is removed behind it.

    Args:
        is_kept: whether it is the user's.
        given: folders with documents that others built, such as those of shards.
    """
    with tempfile.TemporaryDirectory(prefix="policyglot-", ignore_cleanup_errors=True) as own:
        user = (platformdirs.user_cache_path("policyglot", appauthor=False) / "documents",) if is_kept else ()
        found = Cache(folders=(*user, Path(own)), given=tuple(given))
        yield found
        if is_kept:
            found.tidy()


_ENDING = ".document"


def place_of(key: str) -> str:
    """Return where a document is kept, relative to the folder."""
    return f"{key[:2]}/{key}{_ENDING}"


def _place(folder: Path, key: str) -> Path:
    return folder / place_of(key)


def _write(folder: Path, key: str, data: bytes) -> None:
    place = _place(folder, key)
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
