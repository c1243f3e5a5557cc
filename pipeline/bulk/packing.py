"""A built document as one file: what it is and what became of it as JSON, and behind it the bytes of its files.

    policyglot document 1
    the SHA-256 of all that follows
    the length of the JSON
    {"part": …, "files": {"ko/privacy/index.html": {"offset": …, …}, …}}
    the files, each deflated (RFC 1950)

A file that is not whole, or not as it was written, is no document.
"""

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from pipeline.model import Diagnostic
from pipeline.render.part import Part
from pipeline.workflow.document import DocumentBuild


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One file of a packed document."""

    offset: int
    """In bytes, from the first one behind the JSON."""
    length: int
    """Of the deflated bytes."""
    sha256: str
    """Of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A packed document, without the bytes of its files."""

    part: Part | None
    """None of the files that all documents share."""
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: int = 0
    files: Mapping[str, Stamp] = field(default_factory=dict)
    """By path, relative to the output folder."""
    begins: int = 0
    """Where the bytes of the files begin."""


def pack(build: DocumentBuild) -> bytes:
    """Return a built document as the bytes of one file."""
    return _pack(build.files, build.part, build.diagnostics, build.errors)


def pack_files(files: Mapping[str, bytes], errors: int) -> bytes:
    """Return the files that all documents share as the bytes of one file, with the number of errors in the words of the pages."""
    return _pack(files, None, (), errors)


def added(part: Part) -> bytes:
    """Return all that a document adds to what all documents share, as bytes: the same for the same, and only then."""
    return msgspec.json.encode(part)


def _pack(
    files: Mapping[str, bytes], part: Part | None, diagnostics: tuple[Diagnostic, ...], errors: int
) -> bytes:
    stamps: dict[str, Stamp] = {}
    known: dict[str, Stamp] = {}
    deflated: list[bytes] = []
    end = 0
    for path, data in sorted(files.items()):
        digest = hashlib.sha256(data).hexdigest()
        if digest not in known:
            deflated.append(zlib.compress(data, 1))
            known[digest] = Stamp(offset=end, length=len(deflated[-1]), sha256=digest)
            end += len(deflated[-1])
        stamps[path] = known[digest]
    head = msgspec.json.encode(Packed(part=part, diagnostics=diagnostics, errors=errors, files=stamps))
    rest = b"".join((b"%d\n" % len(head), head, *deflated))
    return b"".join((_FORMAT, hashlib.sha256(rest).hexdigest().encode(), b"\n", rest))


def unpack(data: bytes) -> Packed | None:
    """Read a packed document; none if it is not as it was written."""
    start = len(_FORMAT) + _DIGEST + 1
    digest, rest = data[len(_FORMAT) : start], data[start:]
    if data[: len(_FORMAT)] != _FORMAT or digest != hashlib.sha256(rest).hexdigest().encode() + b"\n":
        return None
    length, _, _ = rest.partition(b"\n")
    begins = start + len(length) + 1 + int(length)
    try:
        packed = _DECODER.decode(data[begins - int(length) : begins])
    except msgspec.MsgspecError:
        return None
    return replace(packed, begins=begins)


def inflated(data: bytes, stamp: Stamp) -> bytes | None:
    """Return a file of a packed document from its deflated bytes; none if they are not as they were written."""
    try:
        found = zlib.decompress(data)
    except zlib.error:
        return None
    return found if hashlib.sha256(found).hexdigest() == stamp.sha256 else None


_FORMAT = b"policyglot document 1\n"
_DIGEST = 64
_DECODER = msgspec.json.Decoder(Packed)
