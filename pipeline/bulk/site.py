"""The whole site of a project: what is taken as it is kept, what has to be built, and what all documents share."""

from dataclasses import replace

from pipeline.bulk.making import Made, Plan, common, files, make, planned
from pipeline.bulk.values import Kept, Site, Wish
from pipeline.model import Diagnostic
from pipeline.project.survey import Survey
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
    plan = planned(found, wish, kept)
    if problems := distrusted(plan.builder.base, wish.locales):
        return tuple(problems)
    made = make(plan, [name for name in found.documents if wish.documents is None or name in wish.documents])
    if isinstance(made, tuple):
        return made
    if wish.documents is not None:
        return _site(plan, made)
    made = _with_lists(plan, made)
    return made if isinstance(made, tuple) else _site(plan, made, is_whole=True)


def _with_lists(plan: Plan, made: Made) -> Made | tuple[Diagnostic, ...]:
    """Make those documents again whose pages lead to lists that only other documents give a language."""
    parts = {name: one.part for name, one in made.packed.items() if one.part}
    tags = listed_tags(list(parts.values()))
    apart = [name for name, part in parts.items() if tags.intersection(part.apart)]
    again = make(plan, apart, sorted(tags))
    if isinstance(again, tuple):
        return again
    return replace(
        made,
        packed={**made.packed, **again.packed},
        keys={**made.keys, **again.keys},
        lists={**made.lists, **again.lists},
    )


def _site(plan: Plan, made: Made, *, is_whole: bool = False) -> Site | tuple[Diagnostic, ...]:
    """The site of documents that are kept; if it is whole, with what all of them share."""
    shared = common(plan, made) if is_whole else None
    if isinstance(shared, tuple):
        return shared
    packed = [*made.packed.values(), *((shared.packed,) if shared else ())]
    return Site(
        packed=made.packed,
        keys=made.keys,
        files=files(plan, made, shared),
        errors=sum(one.errors for one in packed),
    )
