"""Letting one run at a time write in a folder: a lock on the folder itself, which leaves no file behind."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.model import Diagnostic
from pipeline.project.leftovers import clear

if sys.platform != "win32":
    import fcntl

_PATIENCE, _PAUSE = 0.5, 0.05
"""Seconds until the user is told, and between two attempts."""


@contextmanager
def alone(root: Path, tell: Callable[[Diagnostic], None]) -> Iterator[None]:
    """Keep other runs from writing in a project, and clear what a killed one left there.

    Args:
        root: the project's folder.
        tell: as in `locked`.
    """
    with locked(root, tell):
        clear(root)
        yield


@contextmanager
def locked(folder: Path, tell: Callable[[Diagnostic], None]) -> Iterator[None]:
    """Keep other runs from writing in a folder.

    Where the system or the file system has no such lock, or the folder is missing, go on without.

    Args:
        folder: the folder.
        tell: called once if another run has held the lock for half a second, with the process that it is, if known.
    """
    descriptor = None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
    try:
        if descriptor is not None:
            _wait(descriptor, tell)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)  # and with it goes the lock


def _wait(descriptor: int, tell: Callable[[Diagnostic], None]) -> None:
    if sys.platform == "win32":
        return
    for _ in range(int(_PATIENCE / _PAUSE)):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:
            return
        else:
            return
    tell(_busy(_holder(descriptor)))
    fcntl.flock(descriptor, fcntl.LOCK_EX)


def _busy(process: int | None) -> Diagnostic:
    which = f" (process {process})" if process else ""
    return Diagnostic(
        path="policyglot",
        code="environment",
        message=f"another policyglot{which} is working in this folder",
        hint="this one waits until it ends",
    )


def _holder(descriptor: int) -> int | None:
    """The process that holds the lock, where Linux lists it: ``1: FLOCK ADVISORY WRITE 4711 fe:00:1234 0 EOF``."""
    status = os.fstat(descriptor)
    place = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    with suppress(OSError):
        for line in Path("/proc/locks").read_text(encoding="ascii").split("\n"):
            # The lines of those that wait have an arrow in the second place.
            if (words := line.split())[1:2] == ["FLOCK"] and words[5] == place:
                return int(words[4]) if int(words[4]) > 0 else None
    return None
