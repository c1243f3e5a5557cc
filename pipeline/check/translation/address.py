"""Addresses that a reader sees are those of the source."""

from collections.abc import Iterator

from pipeline.check.phrase import quoted, unequal
from pipeline.check.rule import Finding, Pair
from pipeline.check.swaps import differing
from pipeline.reading.addresses import addresses


def address(pair: Pair) -> Iterator[Finding]:
    """Find e-mail and web addresses in the text that differ; one that is also a link's target is a matter of links."""
    source, target = addresses(pair.source.text).web, addresses(pair.target.text).web
    lost, added = differing(source, target, pair.brief.links)
    if not lost and not added:
        return
    unlinked, linked = differing(pair.source.targets, pair.target.targets, pair.brief.links)
    lost = [item for item in lost if not any(item in target for target in unlinked) and item not in target]
    added = [item for item in added if not any(item in target for target in linked) and item not in source]
    if lost or added:
        yield Finding(
            message=unequal(quoted(lost), quoted(added), verb="has the address", noun="the address"),
            hint="copy the address from the source, letter by letter",
            source=tuple(lost),
            target=tuple(added),
        )
