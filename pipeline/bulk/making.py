"""One run over the documents of a project: which are taken as they are kept, which are built, and where each file then is."""

import errno
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.bulk.packing import Packed, Stamp, inflated, pack_files, unpack
from pipeline.bulk.shards import not_held
from pipeline.bulk.values import Kept, Wish
from pipeline.bulk.worker import Builder, Job, Result, Setting, built_by, built_here
from pipeline.model import Diagnostic
from pipeline.project import Inputs, Refused, Survey, program, read_document, read_shared
from pipeline.workflow.building import shared_files
from pipeline.workflow.pdfs import Making

FEWEST = 4
"""So many documents have to be built before other processes help: each of them needs half a second to begin."""


class Run:
    """What a run knows so far; it is filled while documents are taken or built."""

    def __init__(self, found: Survey, wish: Wish, kept: Kept) -> None:
        """Read what all documents share."""
        self._found, self._wish, self._kept = found, wish, kept
        self._inputs = read_shared(found, wish.locales)
        # How PDFs are told of, and how many are made at once, is for this process alone.
        alone = Making(created=wish.making.created)
        self._setting = Setting(inputs=self._inputs, locales=wish.locales, order=wish.order, making=alone)
        self.builder = Builder(replace(self._setting, making=wish.making))
        self.packed: dict[str, Packed] = {}
        self.made = 0
        self._keys: dict[str, str] = {}
        self._lists: dict[str, Collection[str]] = {}
        order = wish.order
        # Approvals are each document's own.
        shared = replace(self._inputs, signed=replace(self._inputs.signed, read={}, approvals={}))
        told = (list(wish.locales), sorted(order.formats), order.target, order.draft, wish.making.created)
        self._key = _digest(program(), shared.digest(), *map(repr, told))

    def make(self, names: Sequence[str], lists: Collection[str] = ()) -> tuple[Diagnostic, ...]:
        """Take or build documents; return why that cannot be done.

        Args:
            names: of the documents.
            lists: the tags of the languages in which other documents have a page.
        """
        missing: list[str] = []
        done = 0
        for name in names:
            self._lists[name] = lists
            self._keys[name] = self._key_of(name, self._read(name))
            data = self._kept.read(self._keys[name])
            packed = unpack(data) if data is not None else None
            if packed is None:
                missing.append(name)
            else:
                self.packed[name] = packed
                done += 1
        if missing and self._wish.shards and not lists:
            return not_held(missing, self._wish.shards)
        problems: dict[str, tuple[Diagnostic, ...]] = {}
        for name, result in self._built(missing):
            done += 1
            self._wish.progress(done, len(names), name)
            if isinstance(result, tuple):
                problems[name] = result
            else:
                self._keep(name, result)
        return tuple(dict.fromkeys(problem for name in names for problem in problems.get(name, ())))

    def key(self, name: str) -> str:
        """Return what a document is kept under."""
        return self._keys[name]

    def _built(self, names: Sequence[str]) -> Iterator[tuple[str, Result]]:
        workers = min(self._wish.workers, len(names))
        jobs = self._jobs(names)
        if workers > 1 and len(names) >= FEWEST:
            return built_by(workers, self._setting, jobs)
        return built_here(self.builder, jobs)

    def _jobs(self, names: Iterable[str]) -> Iterator[Job]:
        """The documents to build, each read again when it is asked for: not all of them fit into memory."""
        for name in names:
            inputs = self._read(name)
            if self._key_of(name, inputs) != self._keys[name]:
                raise _changed(name)
            yield Job(name=name, inputs=inputs, lists=self._lists[name])

    def _keep(self, name: str, data: bytes) -> None:
        packed = unpack(data)
        assert packed is not None  # noqa: S101 - it was packed just now
        self._kept.write(self._keys[name], data)
        self.packed[name] = packed
        self.made += 1

    def _read(self, name: str) -> Inputs:
        return read_document(self._found, self._inputs, name, self._wish.locales)

    def _key_of(self, name: str, inputs: Inputs) -> str:
        """What a document is kept under: it tells all that the document is made of.

        The day matters to documents that have releases only.
        """
        order = self._wish.order
        day = order.day.isoformat() if inputs.releases else ""
        return _digest(self._key, inputs.digest(), day, *sorted(self._lists[name]))

    def common(self) -> Packed | tuple[Diagnostic, ...]:
        """Take or build what all documents share."""
        key = self._keys[_COMMON] = _digest(self._key, *(f"{n} {self._keys[n]}" for n in sorted(self.packed)))
        data = self._kept.read(key)
        packed = unpack(data) if data is not None else None
        if packed is None:
            parts = [one.part for _, one in sorted(self.packed.items()) if one.part]
            builder = self.builder
            files = shared_files(builder.base, builder.shared, parts, self._wish.order)
            if isinstance(files, Diagnostic):
                return (files,)
            data = pack_files(files, builder.errors)
            self._kept.write(key, data)
            packed = unpack(data)
            assert packed is not None  # noqa: S101 - it was packed just now
        self.packed[_COMMON] = packed
        return packed

    def places(self) -> Mapping[str, tuple[str, Stamp]]:
        """Return where each file is: in which document, and where in it."""
        return {path: (name, stamp) for name, one in self.packed.items() for path, stamp in one.files.items()}

    def read(self, name: str, stamp: Stamp) -> bytes:
        """Return a file; if what was kept is not there any more, that of the document made again."""
        found = self._taken(name, stamp)
        if found is None:
            self._again(name)
            found = self._taken(name, stamp)
        if found is None:
            raise _changed(name)
        return found

    def _taken(self, name: str, stamp: Stamp) -> bytes | None:
        start = self.packed[name].begins + stamp.offset
        data = self._kept.slice(self._keys[name], start, stamp.length)
        return inflated(data, stamp) if data is not None else None

    def _again(self, name: str) -> None:
        if name == _COMMON:
            del self.packed[_COMMON]
            self.common()
            return
        for _, result in built_here(self.builder, self._jobs([name])):
            if isinstance(result, tuple):
                raise _changed(name)
            self._keep(name, result)


_COMMON = ""
"""In the place of a document's name: the files that all documents share."""


def _changed(name: str) -> Refused:
    message = "this document changed while policyglot was working, so nothing was written"
    return Refused(name, message, "run it again", errno.EBUSY)


def _digest(*texts: str) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(f"{len(text)}:{text}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
