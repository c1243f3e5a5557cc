"""A folder that several tests read, made once by the first of the processes that run them."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of a name, which is made if no other process of this run has made it.

    Args:
        factory: pytest's.
        name: the folder's, the same in all processes.
        make: writes into a folder that is there and is empty; if it fails, the next process tries again.
    """
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).is_dir():
            folder = factory.mktemp(name)
            make(folder)
            folder.rename(shared / name)
    return shared / name
