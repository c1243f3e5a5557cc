"""The manifest of a release: the SHA-256 of each of its other files, in the form of ``sha256sum``.

``sha256sum --check manifest.sha256`` proves a release without this program. There is one way to write a manifest, so
that no byte of it can change unseen either.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping

MANIFEST = "manifest.sha256"


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of some files: a line for each, sorted by name, with a line feed at its end."""
    return "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files)).encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def differences(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Hold the files of a release to its manifest.

    Args:
        files: all files of its folder, by name, the manifest among them.

    Returns:
        The name of each file that is not as it was released, sorted, and what is wrong with it. Where the manifest is no
        manifest, it is the only one, because nothing else can be told.
    """
    listed = _listed(files[MANIFEST]) if MANIFEST in files else None
    if listed is None:
        message = "the manifest has changed" if MANIFEST in files else "the release has no manifest"
        yield MANIFEST, message
        return
    there = {name: digest(data) for name, data in files.items() if name != MANIFEST}
    for name in sorted(listed.keys() | there.keys()):
        if name not in there:
            yield name, "this file of the release is missing"
        elif name not in listed:
            yield name, "this file is not of the release"
        elif listed[name] != there[name]:
            yield name, "this file is not as it was released"


_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[^\n]+)")


def _listed(data: bytes) -> Mapping[str, str] | None:
    """The digests that a manifest lists, by name; none if it is not written as `manifest` writes it."""
    lines = [_LINE.fullmatch(line) for line in data.decode(errors="replace").split("\n")[:-1]]
    listed = {line["name"]: line["digest"] for line in lines if line}
    again = "".join(f"{listed[name]}  {name}\n" for name in sorted(listed))
    return listed if listed and again.encode() == data else None
