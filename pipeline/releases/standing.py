"""What each text of a document is on a day: computed from dates, so that a new day needs no new release."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from pipeline.releases.values import Release, Standing, State
from pipeline.releases.versions import Order, order


def states(releases: Sequence[Release], day: datetime.date) -> Mapping[str, State]:
    """Return the state of each release of one document, by its version.

    The one in force is that whose effective day came last; of several of one day, that with the greatest version.

    Args:
        releases: the releases of one document, in any order.
        day: a day in UTC; a release is in force from the beginning of its effective day on.
    """
    begun = [release for release in releases if release.metadata.effective <= day]
    last = max(begun, key=_rank, default=None)
    return {release.version: _state(release, last, day) for release in releases}


def standing(
    document: str, source: bytes | None, version: str | None, releases: Sequence[Release], day: datetime.date
) -> Iterator[Standing]:
    """Tell how each release of a document stands on a day, the earliest version first, and last its working text.

    The working text is not told of where it is the last release's, byte for byte.

    Args:
        document: its name.
        source: the file of the working text; none where it is gone.
        version: what the working text calls itself.
        releases: the document's releases, the earliest version first.
        day: a day in UTC.
    """
    state = states(releases, day)
    for release in releases:
        told = release.metadata
        yield Standing(
            document=document,
            version=release.version,
            state=state[release.version],
            frozen=True,
            announced=told.announced,
            effective=told.effective,
            until=_until(release, releases) if state[release.version] is State.SUPERSEDED else None,
            material=told.material,
            summary=told.summary,
            languages=release.locales,
        )
    if source is not None and not (releases and releases[-1].source == source):
        yield Standing(document=document, version=version, state=State.DRAFT, frozen=False)


def _until(release: Release, releases: Sequence[Release]) -> datetime.date:
    """The first day on which a later release was in force."""
    return min(other.metadata.effective for other in releases if _rank(other) > _rank(release))


def _rank(release: Release) -> tuple[datetime.date, Order]:
    """By what one release in force is later than another."""
    return release.metadata.effective, order(release.version)


def _state(release: Release, last: Release | None, day: datetime.date) -> State:
    if day < release.metadata.announced:
        return State.DRAFT
    if day < release.metadata.effective:
        return State.ANNOUNCED
    return State.IN_FORCE if release is last else State.SUPERSEDED
