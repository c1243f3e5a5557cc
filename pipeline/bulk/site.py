"""The whole site of a project: what is taken as it is kept, what has to be built, and what all documents share."""

from pipeline.bulk.making import Run
from pipeline.bulk.values import Files, Kept, Site, Wish
from pipeline.model import Diagnostic
from pipeline.project import Survey
from pipeline.workflow.building import listed_tags
from pipeline.workflow.choose import distrusted


def build_site(found: Survey, wish: Wish, kept: Kept) -> Site | tuple[Diagnostic, ...]:
    """Build a site, but for what is kept of it; or say why that cannot be done.

    What comes of it depends neither on what is kept nor on how many processes there are.

    Args:
        found: what there is to read.
        wish: what is asked.
        kept: where built documents are kept.

    Raises:
        OSError: something that is there cannot be read, or has changed meanwhile.
        BrokenProcessPool: a process ended before its work was done.
    """
    run = Run(found, wish, kept)
    if problems := distrusted(run.builder.base, wish.locales):
        return tuple(problems)
    names = [name for name in found.documents if wish.documents is None or name in wish.documents]
    if problems := run.make(names):
        return problems
    errors = sum(run.packed[name].errors for name in names)
    if wish.documents is None:
        tags = listed_tags([one.part for one in run.packed.values() if one.part])
        apart = [name for name in names if (part := run.packed[name].part) and tags.intersection(part.apart)]
        common = run.make(apart, sorted(tags)) or run.common()
        if isinstance(common, tuple):
            return common
        errors += common.errors
    return Site(
        packed={name: run.packed[name] for name in names},
        keys={name: run.key(name) for name in names},
        files=Files(run.places(), run.read),
        errors=errors,
        made=run.made,
    )
