"""Which passages of two versions belong together, which of them moved, and in which order a reader meets them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.comparison.chain import heaviest
from pipeline.comparison.headings import renamed
from pipeline.comparison.identity import identical
from pipeline.comparison.similarity import Group, similar
from pipeline.comparison.values import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Passages that belong together, or one passage alone, by their indices."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False
    """Whether it stands elsewhere among what belongs together."""


def align(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Match, ...]:
    """Return each passage of both versions once, in the order of the new version; what is gone stands where it stood.

    Moved is what is not in the heaviest chain, by the length of its texts, that keeps its order.
    """
    groups = _groups(old, new)
    weights = [sum(len(new[other].source) + 1 for other in others) for _, others in groups]
    stayed = heaviest([ones[0] for ones, _ in groups], weights)
    matches = [
        Match(old=ones, new=others, is_moved=index not in stayed)
        for index, (ones, others) in enumerate(groups)
    ]
    known = {other for match in matches for other in match.new}
    ordered = [((match.new[-1], 0, 0), match) for match in matches]
    ordered += [
        ((other, 0, 0), Match(old=(), new=(other,))) for other in range(len(new)) if other not in known
    ]
    ordered += [
        ((after, 1, one), Match(old=(one,), new=())) for one, after in _gone(old, new, matches).items()
    ]
    return tuple(match for _, match in sorted(ordered, key=lambda pair: pair[0]))


def _groups(old: Sequence[Passage], new: Sequence[Passage]) -> Sequence[Group]:
    pairs = identical(old, new)
    groups: list[Group] = [((one,), (other,)) for one, other in pairs.items()]
    groups += similar(old, new, pairs)
    groups += renamed(old, new, groups)
    return sorted(groups, key=lambda group: group[1])


def _gone(old: Sequence[Passage], new: Sequence[Passage], matches: Sequence[Match]) -> Mapping[int, int]:
    """For each passage that is gone, the last of the new ones that stand before it; -1 if none does.

    It follows what it followed in the old version and stayed, or moved with the section of both. A section that is gone follows
    what was added to the section before it.
    """
    to = {one: match for match in matches for one in match.old}
    known = {other for match in matches for other in match.new}
    homes = {old[one].section: new[match.new[0]].section for one, match in to.items() if old[one].level}
    found: dict[int, int] = {}
    for one in range(len(old)):
        if one in to:
            continue
        section = old[one].section
        before = next(
            (
                each
                for each in reversed(range(one))
                if each in to
                and (
                    not to[each].is_moved
                    or (old[each].section == section and new[to[each].new[-1]].section == homes.get(section))
                )
            ),
            None,
        )
        after = -1 if before is None else to[before].new[-1]
        if before is not None and old[before].section != section:
            while (
                after + 1 < len(new)
                and after + 1 not in known
                and new[after + 1].section == new[after].section
            ):
                after += 1
        found[one] = after
    return found
