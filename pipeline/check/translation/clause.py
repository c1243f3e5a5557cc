"""References to clauses lead to the same clauses."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.check.phrase import quoted
from pipeline.check.rule import Finding, Pair
from pipeline.reading.clauses import Clause
from pipeline.reading.facts import facts


def clause(pair: Pair) -> Iterator[Finding]:
    """Find references that name another clause. Where one side has none that is known, its numbers are compared as numbers."""
    source = facts(pair.source.text, pair.brief.source).clauses
    target = facts(pair.target.text, pair.brief.target).clauses
    if not source or not target:
        return
    numbers = _counts(item.numbers for item in source), _counts(item.numbers for item in target)
    letters = _counts(item.letters for item in source), _counts(item.letters for item in target)
    if numbers[0].keys() == numbers[1].keys() and (letters[0] == letters[1] or not all(letters)):
        return
    ours = _differing(source, target)
    theirs = _differing(target, source)
    yield Finding(
        message=f"the translation refers to {quoted(theirs)} where the source refers to {quoted(ours)}",
        hint="refer to the source's clause",
        source=ours,
        target=theirs,
    )


def _counts(parts: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(part for group in parts for part in group)


def _differing(clauses: Iterable[Clause], others: Iterable[Clause]) -> tuple[str, ...]:
    """The references that the other side does not have alike; all, if each has its like."""
    known = set(others)
    found = tuple(item.text for item in clauses if item not in known)
    return found or tuple(item.text for item in clauses)
