"""Templates and catalogs of all documents: made by this process alone or, if there is much to read, by several, document by document."""

from collections.abc import Callable, Sequence
from functools import partial

from pipeline.model import Diagnostic
from pipeline.project.inputs import Inputs, divided
from pipeline.project.load import made_of
from pipeline.project.values import Project
from pipeline.workflow.catalogs import Files, Units, of_all, of_documents, of_pages
from pipeline.workflow.choose import distrusted

Verb = Callable[[Project, Units], Files]
"""What is done with the texts of some domains."""

MUCH = 600_000
"""So many bytes of sources have to be read before other processes help: each of them needs a third of a second to begin."""


def written(inputs: Inputs, locales: Sequence[str], verb: Verb, workers: int) -> Files | Sequence[Diagnostic]:
    """Return what a verb writes for the documents and for the words of the pages; or why nothing can be done.

    Args:
        inputs: what the project's files hold.
        locales: those whose files have to be trusted.
        verb: what is done; other processes must be able to import it.
        workers: how many processes there may be, this one among them.
    """
    if workers > 1 and len(inputs.sources) > 1 and _weight(inputs) >= MUCH:
        found = _by_several(inputs, locales, verb, workers)
        if found is not None:
            return found
    project = made_of(inputs)
    problems = distrusted(project, locales)
    return problems or verb(project, of_all(project))


def _weight(inputs: Inputs) -> int:
    """How much there is to do, as bytes of sources; a catalog takes about a quarter of the time that its source does."""
    return sum(map(len, inputs.sources.values())) * (4 + len(inputs.catalogs)) // 4


def _by_several(inputs: Inputs, locales: Sequence[str], verb: Verb, workers: int) -> Files | None:
    """Do the same by several processes; none if that fails, or if a file cannot be trusted: then one does it all, and tells of all in order."""
    from pipeline.bulk.sharing import BrokenProcessPool, shared_out  # noqa: PLC0415 - most projects need no other process

    parts = tuple(divided(inputs))
    try:
        found = shared_out(partial(_done, locales=locales, verb=verb), parts, min(workers, len(parts)) - 1)
    except BrokenProcessPool:
        return None
    files = [one for one in found if one is not None]
    return {path: data for one in files for path, data in one.items()} if len(files) == len(found) else None


def _done(inputs: Inputs, *, locales: Sequence[str], verb: Verb) -> Files | None:
    """What the verb writes for one document, or for the words of the pages; none if a file cannot be trusted."""
    project = made_of(inputs)
    if distrusted(project, locales):
        return None
    return verb(project, of_documents(project) if inputs.sources else of_pages(project))
