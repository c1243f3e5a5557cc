"""Building documents in other processes, or in this one: bytes in, bytes out; no process but the first reads or writes a file."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice

from pipeline.bulk.packing import pack
from pipeline.bulk.sharing import processes
from pipeline.model import Diagnostic
from pipeline.project.inputs import Inputs
from pipeline.project.load import joined, made_of
from pipeline.project.values import Project
from pipeline.workflow.building import errors
from pipeline.workflow.choose import distrusted
from pipeline.workflow.document import build_document
from pipeline.workflow.order import Order
from pipeline.workflow.pdfs import Making
from pipeline.workflow.shared import Shared, share

Result = bytes | tuple[Diagnostic, ...]
"""A packed document; or why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is the same for all documents of a build."""

    inputs: Inputs
    """What all documents share."""
    locales: Sequence[str]
    """The languages beside that of the sources."""
    order: Order
    making: Making


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document to build."""

    name: str
    inputs: Inputs
    """What it has of its own."""
    lists: Collection[str] = ()
    """The tags of the languages in which other documents have a page."""


@dataclass(frozen=True, kw_only=True)
class Builder:
    """What is made once for all documents that one process builds, when it is first asked for."""

    setting: Setting

    @cached_property
    def base(self) -> Project:
        """What all documents share, as it was read."""
        return made_of(self.setting.inputs)

    @cached_property
    def shared(self) -> Shared:
        """What all documents share, as pages need it."""
        return share(self.base, self.setting.locales)

    @property
    def errors(self) -> int:
        """How many errors the checks found in the words of the pages."""
        return errors(self.shared)


def built(builder: Builder, job: Job) -> Result:
    """Build one document."""
    setting = builder.setting
    project = joined(builder.base, made_of(job.inputs))
    if problems := distrusted(project, setting.locales):
        return tuple(problems)
    found = build_document(
        project, builder.shared, setting.locales, setting.order, setting.making, lists=job.lists
    )
    return (found,) if isinstance(found, Diagnostic) else pack(found)


def built_here(builder: Builder, jobs: Iterable[Job]) -> Iterator[tuple[str, Result]]:
    """Build documents in this process, in their order; each as its result is asked for."""
    for job in jobs:
        yield job.name, built(builder, job)


def built_by(workers: int, setting: Setting, jobs: Iterable[Job]) -> Iterator[tuple[str, Result]]:
    """Build documents in so many processes; the results come as they are ready.

    A job is asked for when a process is about to be free, so that there are never many in memory.

    Raises:
        BrokenProcessPool: a process ended before its work was done.
    """
    waiting = iter(jobs)
    running: dict[Future[Result], str] = {}
    with processes(workers, partial(_begin, setting)) as pool:
        while True:
            for job in islice(waiting, 2 * workers - len(running)):
                running[pool.submit(_build, job)] = job.name
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()


_builders: list[Builder] = []
"""In a process of the pool: the one that builds."""


def _begin(setting: Setting) -> None:
    _builders[:] = [Builder(setting=setting)]


def _build(job: Job) -> Result:
    return built(_builders[0], job)
