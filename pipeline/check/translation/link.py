"""Links and images point where the source points."""

from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair
from pipeline.check.swaps import differing


def link(pair: Pair) -> Iterator[Finding]:
    """Find link and image targets that differ; a link that is lost altogether is a matter of markup."""
    lost, added = differing(pair.source.targets, pair.target.targets, pair.brief.links)
    if added:
        wanted = ", ".join(lost) or "no such target"
        yield Finding(
            message=f"the translation points to {', '.join(added)} where the source has {wanted}",
            hint="use the source's target",
            source=tuple(lost),
            target=tuple(added),
        )
