"""Links and images point where the source points."""

from collections import Counter
from collections.abc import Iterator

from pipeline.check.rule import Finding, Pair


def link(pair: Pair) -> Iterator[Finding]:
    """Find link and image targets that differ; a link that is lost altogether is a matter of markup."""
    source, target = Counter(pair.source.targets), Counter(pair.target.targets)
    added = sorted((target - source).elements())
    if added:
        wanted = ", ".join(sorted((source - target).elements())) or "no such target"
        yield Finding(
            message=f"the translation points to {', '.join(added)} where the source has {wanted}",
            hint="use the source's target",
        )
