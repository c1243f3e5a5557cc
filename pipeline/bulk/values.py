"""What is asked of the build of a site, and what comes of it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.bulk.packing import Packed
from pipeline.gate import Listed
from pipeline.model import Diagnostic
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making

Progress = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and which was done last."""


class Kept(Protocol):
    """Where built documents are kept, by what they were made of."""

    def read(self, key: str) -> bytes | None:
        """Return what is kept; none if nothing is."""

    def slice(self, key: str, start: int, length: int) -> bytes | None:
        """Return some bytes of what is kept; none if nothing is."""

    def write(self, key: str, data: bytes) -> None:
        """Keep something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of a build, and how it goes about it."""

    locales: Sequence[str]
    """The languages beside that of the sources."""
    order: Order
    making: Making = field(default_factory=Making)
    """How PDFs are made."""
    workers: int = 1
    """How many processes build documents at once."""
    documents: Collection[str] | None = None
    """The names of those that are built, without what all documents share; none for all of it."""
    shards: int = 0
    """Of how many shards the site is joined, so that no document is built here; 0 if it is not."""
    progress: Progress = lambda _done, _all, _name: None


class Files(Mapping[str, bytes]):
    """Files, each of which is read when it is asked for."""

    def __init__(self, places: Mapping[str, Callable[[], bytes]], digests: Mapping[str, str]) -> None:
        """Take the way to read each file, and its SHA-256, by path."""
        self._places = places
        self.digests = digests

    def __getitem__(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self._places[path]()

    def __contains__(self, path: object) -> bool:
        """Return whether there is such a file, without reading it."""
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site, not yet written."""

    packed: Mapping[str, Packed]
    """The documents, by name and sorted."""
    keys: Mapping[str, str]
    """Under which each document is kept."""
    files: Files
    """All files, relative to the output folder."""
    errors: int
    """How many errors the checks found, refused translations among them."""

    @property
    def shown(self) -> Sequence[Sequence[Listed]]:
        """What stands at the address of each document, in all its languages, the source language first."""
        return [one.part.shown for one in self.packed.values() if one.part and one.part.shown]

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Why a file is missing, or a language that has to be there; what several documents lack alike, once."""
        return list(dict.fromkeys(problem for one in self.packed.values() for problem in one.diagnostics))
