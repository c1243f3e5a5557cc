"""What an author accepts of the findings, in a comment above the block that they are about."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.check.acceptance import Acceptance, Problem, read, settle, stale
from pipeline.check.rule import Finding
from pipeline.check.source.subject import Source
from pipeline.model import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """One comment, and what it is about."""

    line: int
    """Its own line."""
    words: Acceptance | Problem
    found: tuple[Diagnostic, ...]
    """The findings that it could accept."""


def accept(
    source: Source, found: Sequence[Diagnostic], known: Collection[str]
) -> tuple[Sequence[Diagnostic], Sequence[Accepting]]:
    """Return the findings, those that the author accepts with the reason, and the author's comments.

    Args:
        source: what was looked at.
        found: what was found there.
        known: the codes that can be accepted.
    """
    comments: list[Accepting] = []
    for aside in source.document.accepted:
        inside = [one for one in found if _is_about(source, aside.line, one)]
        words = read(aside.text, known)
        comments.append(Accepting(line=aside.line, words=words, found=tuple(inside)))
        if isinstance(words, Acceptance):
            settled = dict(zip(map(id, inside), settle(inside, [words]), strict=True))
            found = [settled.get(id(one), one) for one in found]
    return found, comments


def acceptance(comments: Sequence[Accepting]) -> Iterator[Finding]:
    """Find comments that cannot be obeyed: with a code that there is not, or without a reason."""
    for comment in comments:
        if isinstance(comment.words, Problem):
            yield Finding(message=comment.words.message, hint=comment.words.hint, line=comment.line)


def stale_acceptance(comments: Sequence[Accepting]) -> Iterator[Finding]:
    """Find codes that accept nothing any more."""
    for comment in comments:
        for code in stale(comment.found, comment.words) if isinstance(comment.words, Acceptance) else ():
            yield Finding(
                message=f"{code} is accepted here, but the next block has no such finding",
                hint="delete it from the comment, or the whole comment if it accepts nothing else",
                line=comment.line,
            )


def _is_about(source: Source, line: int, finding: Diagnostic) -> bool:
    """Whether a comment in a line is about a finding: in the next block, or in none, if no block stands above.

    A table is one block: no comment can stand between its rows.
    """
    firsts = [block.first for block in source.blocks]
    following = bisect_right(firsts, line)
    if finding.line is None or finding.line < source.body:
        return following == 0
    if following == len(firsts):
        return False
    block = source.blocks[following]
    return block.first <= finding.line <= block.last
