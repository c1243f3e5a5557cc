"""Which program this is, and on which machine: what tells its rules, templates, libraries and fonts from all others."""

import hashlib
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def program() -> str:
    """Return the SHA-256 of this package's files, and of the names and versions of Python and of all packages beside it."""
    from importlib import metadata  # noqa: PLC0415 - it takes as long to load as all of `markdown`, and only builds ask

    found = hashlib.sha256(sys.version.encode())
    names = sorted(f"{one.name} {one.version}" for one in metadata.distributions())
    found.update("\n".join(names).encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(path.relative_to(_PACKAGE).as_posix().encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def size_of(path: str) -> int:
    """Return the bytes of a file of the machine; 0 if it is not there."""
    try:
        return Path(path).stat().st_size if path else 0
    except OSError:
        return 0
