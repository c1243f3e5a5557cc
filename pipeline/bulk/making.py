"""The documents of a build: which are taken as they are kept, which are built, and how each file is read then."""

import errno
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline import pdf
from pipeline.bulk.packing import Packed, added, inflated, pack_files, unpack
from pipeline.bulk.shards import not_held
from pipeline.bulk.values import Files, Kept, Wish
from pipeline.bulk.worker import Builder, Job, Result, Setting, built_by, built_here
from pipeline.model import Diagnostic
from pipeline.project.inputs import Inputs, read_document, read_shared
from pipeline.project.program import program, size_of
from pipeline.project.survey import Survey
from pipeline.project.trouble import Refused
from pipeline.render.part import Part
from pipeline.workflow.building import shared_files
from pipeline.workflow.pdfs import Making

FEWEST = 4
"""So many documents have to be built before other processes help: each of them needs half a second to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is asked of a build, and what all its documents share."""

    found: Survey
    wish: Wish
    kept: Kept
    setting: Setting
    """For other processes."""
    builder: Builder
    """In this process."""
    key: str
    """A digest of all that is the same for all documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Documents that are kept."""

    packed: Mapping[str, Packed]
    """By name, in the order in which they were asked for."""
    keys: Mapping[str, str]
    """Under which each is kept."""
    lists: Mapping[str, Collection[str]]
    """What each was told of the languages in which other documents have a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The files that all documents share, which are kept."""

    packed: Packed
    key: str
    """Under which."""


def planned(found: Survey, wish: Wish, kept: Kept) -> Plan:
    """Read what all documents share."""
    inputs = read_shared(found, wish.locales)
    # How PDFs are told of, and how many are made at once, is for this process alone.
    alone = Making(created=wish.making.created)
    setting = Setting(inputs=inputs, locales=wish.locales, order=wish.order, making=alone)
    order = wish.order
    # Approvals are each document's own.
    shared = replace(inputs, signed=replace(inputs.signed, read={}, approvals={}))
    told = (list(wish.locales), sorted(order.formats), order.target, order.draft, wish.making.created)
    return Plan(
        found=found,
        wish=wish,
        kept=kept,
        setting=setting,
        builder=Builder(setting=replace(setting, making=wish.making)),
        key=_digest(program(), shared.digest(), *map(repr, told), *_tools(order.formats)),
    )


def _tools(formats: Collection[str]) -> Iterator[str]:
    """What else files of these formats are made with: a font that was missing may be there now."""
    if "pdf" in formats:
        yield from (f"{name} {size_of(path)}" for name, path in pdf.tools().items())


def make(plan: Plan, names: Sequence[str], lists: Collection[str] = ()) -> Made | tuple[Diagnostic, ...]:
    """Take or build documents; or return why that cannot be done.

    Args:
        plan: the plan.
        names: of the documents.
        lists: the tags of the languages in which other documents have a page.
    """
    keys = {name: _key_of(plan, name, _read(plan, name), lists) for name in names}
    taken = {name: packed for name, key in keys.items() if (packed := _taken(plan, key))}
    missing = [name for name in names if name not in taken]
    if missing and plan.wish.shards and not lists:
        return not_held(missing, plan.wish.shards)
    problems: dict[str, tuple[Diagnostic, ...]] = {}
    for done, (name, result) in enumerate(_built(plan, missing, keys, lists), start=len(taken) + 1):
        plan.wish.progress(done, len(names), name)
        if isinstance(result, tuple):
            problems[name] = result
        else:
            taken[name] = _keep(plan, keys[name], result)
    if problems:
        return tuple(dict.fromkeys(problem for name in names for problem in problems.get(name, ())))
    return Made(
        packed={name: taken[name] for name in names},
        keys=keys,
        lists=dict.fromkeys(names, lists),
    )


def common(plan: Plan, made: Made) -> Common | tuple[Diagnostic, ...]:
    """Take or make the files that all documents share; or return why there are none.

    They are made of what each document adds: most changes of a text change nothing of that.
    """
    key = _digest(plan.key, "", *(added(part).decode() for part in _parts(made)))
    if packed := _taken(plan, key):
        return Common(packed=packed, key=key)
    data = _shared(plan, made)
    return (data,) if isinstance(data, Diagnostic) else Common(packed=_keep(plan, key, data), key=key)


def files(plan: Plan, made: Made, shared: Common | None) -> Files:
    """Return the files of documents, and those that all documents share, if there are any.

    A file is read where it is kept; if what was kept is not there any more, the document is made again.
    """
    places: dict[str, Callable[[], bytes]] = {}
    digests: dict[str, str] = {}
    for name, one in made.packed.items():
        places |= {path: partial(_file, plan, made, name, path) for path in one.files}
        digests |= {path: stamp.sha256 for path, stamp in one.files.items()}
    if shared:
        places |= {path: partial(_shared_file, plan, made, shared, path) for path in shared.packed.files}
        digests |= {path: stamp.sha256 for path, stamp in shared.packed.files.items()}
    return Files(places, digests)


def _file(plan: Plan, made: Made, name: str, path: str) -> bytes:
    key, packed = made.keys[name], made.packed[name]
    found = _held(plan, key, packed, path)
    if found is None:
        ((_, result),) = _built(plan, [name], made.keys, made.lists[name])
        if isinstance(result, tuple):
            raise _changed(name)
        found = _held(plan, key, _keep(plan, key, result), path)
    if found is None:
        raise _changed(name)
    return found


def _shared_file(plan: Plan, made: Made, shared: Common, path: str) -> bytes:
    found = _held(plan, shared.key, shared.packed, path)
    if found is None and not isinstance(data := _shared(plan, made), Diagnostic):
        found = _held(plan, shared.key, _keep(plan, shared.key, data), path)
    if found is None:
        raise _changed(path)
    return found


def _held(plan: Plan, key: str, packed: Packed, path: str) -> bytes | None:
    """A file of a packed document; none if that is not kept any more."""
    stamp = packed.files[path]
    data = plan.kept.slice(key, packed.begins + stamp.offset, stamp.length)
    return inflated(data, stamp) if data is not None else None


def _taken(plan: Plan, key: str) -> Packed | None:
    data = plan.kept.read(key)
    return unpack(data) if data is not None else None


def _keep(plan: Plan, key: str, data: bytes) -> Packed:
    packed = unpack(data)
    assert packed is not None  # noqa: S101 - it was packed just now
    plan.kept.write(key, data)
    return packed


def _shared(plan: Plan, made: Made) -> bytes | Diagnostic:
    """What all documents share, packed."""
    builder = plan.builder
    found = shared_files(builder.base, builder.shared, _parts(made), plan.wish.order)
    return found if isinstance(found, Diagnostic) else pack_files(found, builder.errors)


def _parts(made: Made) -> Sequence[Part]:
    """What documents add to what all share, in the order of their names."""
    return [one.part for _, one in sorted(made.packed.items()) if one.part]


def _built(
    plan: Plan, names: Sequence[str], keys: Mapping[str, str], lists: Collection[str]
) -> Iterator[tuple[str, Result]]:
    workers = min(plan.wish.workers, len(names))
    jobs = _jobs(plan, names, keys, lists)
    if workers > 1 and len(names) >= FEWEST:
        return built_by(workers, plan.setting, jobs)
    return built_here(plan.builder, jobs)


def _jobs(plan: Plan, names: Iterable[str], keys: Mapping[str, str], lists: Collection[str]) -> Iterator[Job]:
    """The documents to build, each read again when it is asked for: not all of them fit into memory."""
    for name in names:
        inputs = _read(plan, name)
        if _key_of(plan, name, inputs, lists) != keys[name]:
            raise _changed(name)
        yield Job(name=name, inputs=inputs, lists=lists)


def _read(plan: Plan, name: str) -> Inputs:
    return read_document(plan.found, plan.setting.inputs, name, plan.wish.locales)


def _key_of(plan: Plan, name: str, inputs: Inputs, lists: Collection[str]) -> str:
    """What a document is kept under: it tells all that the document is made plan.

    The day matters to documents that have releases only.
    """
    day = plan.wish.order.day.isoformat() if inputs.releases else ""
    return _digest(plan.key, name, inputs.digest(), day, *sorted(lists))


def _changed(name: str) -> Refused:
    message = "this document changed while policyglot was working, so nothing was written"
    return Refused(name, message, "run it again", errno.EBUSY)


def _digest(*texts: str) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(f"{len(text)}:{text}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
