"""A large site in several builds, on several machines: each builds some documents, and one joins them."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.model import Diagnostic

SHARD = "shard.json"
"""The name of the file that tells what a folder is."""

VERSION = 1
"""Of the form of that file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One of several builds of a site."""

    number: int
    """From 1."""
    of: int
    """How many there are."""

    def documents(self, names: Iterable[str]) -> frozenset[str]:
        """Return those of the documents that it builds: which depends on each one's name and on nothing else."""
        return frozenset(name for name in names if shard_of(name, self.of) == self.number)


def shard_of(name: str, of: int) -> int:
    """Return the number, from 1, of the shard that builds a document."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % of + 1


def shard(text: str) -> Shard | None:
    """Read what a user writes for a shard, ``2/4``; none if that is no shard."""
    found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        return None
    return Shard(number=int(found[1]), of=int(found[2]))


def shard_files(
    one: Shard, keys: Mapping[str, str], packed: Iterable[tuple[str, bytes]]
) -> Mapping[str, bytes]:
    """Return the files of the folder of a shard.

    Args:
        one: the shard.
        keys: under which each of its documents is kept, by name.
        packed: the files in which the documents are kept, with their paths.
    """
    told = {"version": VERSION, "shard": one.number, "of": one.of, "documents": dict(sorted(keys.items()))}
    return {SHARD: f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode(), **dict(packed)}


def given_shards(files: Mapping[str, bytes | None]) -> tuple[Shard, ...] | tuple[Diagnostic, ...]:
    """Read what folders are; or say which of them is no shard, or which shard is missing.

    Args:
        files: what `SHARD` holds in each folder, by the folder's name; none where there is none.
    """
    read = {folder: _read(data) for folder, data in files.items()}
    if wrong := tuple(folder for folder, one in read.items() if one is None):
        hint = "name the folders that policyglot build --shard K/N wrote"
        return tuple(_problem(folder, "this is no folder of a shard", hint) for folder in wrong)
    found = {(one.number, one.of) for one in read.values() if one}
    if len(counts := sorted({of for _, of in found})) > 1:
        message = f"some of these are shards of {counts[0]}, and some of {counts[-1]}"
        return (_problem("policyglot", message, "build all of them with the same N"),)
    (of,) = counts
    if lacking := [number for number in range(1, of + 1) if (number, of) not in found]:
        hint = "build it, and name its folder, too"
        return tuple(_problem("policyglot", f"shard {number}/{of} is missing", hint) for number in lacking)
    return tuple(Shard(number=number, of=of) for number, of in sorted(found))


def not_held(names: Iterable[str], of: int) -> tuple[Diagnostic, ...]:
    """Tell of documents that no shard holds as they are now."""
    hint = "build it of the same sources, with the same options, on the same day and by the same version of policyglot"
    return tuple(
        Diagnostic(
            path="policyglot",
            code="shard",
            message=f"shard {shard_of(name, of)}/{of} does not hold {name} as it is here",
            hint=hint,
            document=name,
        )
        for name in names
    )


def _read(data: bytes | None) -> Shard | None:
    try:
        told = json.loads(data or b"")
        return shard(f"{told['shard']}/{told['of']}") if told["version"] == VERSION else None
    except (ValueError, TypeError, LookupError):
        return None


def _problem(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="shard", message=message, hint=hint)
