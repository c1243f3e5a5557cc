"""What tells whether two sites are the same: one number for all files of a site."""

import hashlib
from collections.abc import Mapping


def site_digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of a site: of a line for each file, with the file's own SHA-256, two blanks and its path.

    The lines are those of ``sha256sum``, sorted by the bytes of their paths, and each ends with a line feed.

    Args:
        files: all files, by path relative to the site's folder, with ``/``.
    """
    lines = (
        f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n"
        for path in sorted(files, key=lambda path: path.encode())
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()
