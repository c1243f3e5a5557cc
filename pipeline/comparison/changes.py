"""The list of changes: which entries of a comparison are one change."""

from collections.abc import Iterator, Sequence

from pipeline.comparison.aligning import Match
from pipeline.comparison.values import Change, Entry, Outcome


def changes(entries: Sequence[Entry], matches: Sequence[Match]) -> tuple[Change, ...]:
    """Number the changes in the order in which they begin; a text that was moved and changed is first moved.

    Neighbours that are all new or all gone are one change, and so are those that moved together, whatever became new or gone
    between them. Each changed text is one.

    Args:
        entries: in their order.
        matches: the match that each entry shows.
    """
    runs = (*_alone(entries), *_moved(matches))
    ordered = sorted(runs, key=lambda run: (run[1][0], run[0] is not Outcome.MOVED))
    return tuple(
        _change(number, outcome, run, entries[run[0]])
        for number, (outcome, run) in enumerate(ordered, start=1)
    )


def _change(number: int, outcome: Outcome, run: tuple[int, ...], first: Entry) -> Change:
    passage = (*first.new, *first.old)[0]
    return Change(
        number=number, outcome=outcome, entries=run, section=passage.section, heading=passage.heading
    )


_Run = tuple[Outcome, tuple[int, ...]]


def _alone(entries: Sequence[Entry]) -> Iterator[_Run]:
    """Runs of new and of gone entries, and changed ones."""
    run: list[int] = []
    for index, entry in enumerate(entries):
        outcome = entry.outcome
        if run and (outcome is not entries[run[0]].outcome or outcome is Outcome.CHANGED):
            yield entries[run[0]].outcome, tuple(run)
            run = []
        if outcome is not Outcome.SAME:
            run.append(index)
    if run:
        yield entries[run[0]].outcome, tuple(run)


def _moved(matches: Sequence[Match]) -> Iterator[_Run]:
    gone = {match.old[0] for match in matches if not match.new}
    run: list[int] = []
    for index, match in enumerate(matches):
        if not (match.old and match.new):
            continue
        if run:
            between = range(matches[run[-1]].old[-1] + 1, match.old[0])
            follows = match.old[0] > matches[run[-1]].old[-1] and gone.issuperset(between)
            if not (match.is_moved and follows):
                yield Outcome.MOVED, tuple(run)
                run = []
        if match.is_moved:
            run.append(index)
    if run:
        yield Outcome.MOVED, tuple(run)
