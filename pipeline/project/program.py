"""Which program this is: what tells its rules, templates and libraries from those of any other state of it."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def program() -> str:
    """Return the SHA-256 of this package's files, and of the names and versions of Python and of all packages beside it."""
    found = hashlib.sha256(sys.version.encode())
    names = sorted(f"{one.name} {one.version}" for one in metadata.distributions())
    found.update("\n".join(names).encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(_PACKAGE).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
