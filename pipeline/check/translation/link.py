"""Links and images point where the source points."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.check.rule import Finding, Pair
from pipeline.check.swaps import differing


def link(pair: Pair) -> Iterator[Finding]:
    """Find link and image targets that differ; a link that is lost altogether is a matter of markup."""
    for source, target in (
        (pair.source.targets, pair.target.targets),
        (pair.source.images, pair.target.images),
    ):
        yield from _compare(source, target, pair.brief.links)


def _compare(source: Sequence[str], target: Sequence[str], swaps: Mapping[str, str]) -> Iterator[Finding]:
    lost, added = differing(source, target, swaps)
    if added:
        wanted = ", ".join(lost) or "no such target"
        yield Finding(
            message=f"the translation points to {', '.join(added)} where the source has {wanted}",
            hint="use the source's target",
            source=tuple(lost),
            target=tuple(added),
        )
