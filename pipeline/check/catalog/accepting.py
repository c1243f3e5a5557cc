"""What translators accept of the findings about an entry, in a comment of that entry: ``# check: accept CODE — reason``."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.check.acceptance import Acceptance, Problem, read, settle, stale
from pipeline.check.rule import Finding
from pipeline.model import Diagnostic, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """One comment, and what was found about its entry."""

    message: Message
    words: Acceptance | Problem
    found: tuple[Diagnostic, ...]


def accept(
    messages: Sequence[Message],
    found: Sequence[Diagnostic],
    known: Collection[str],
    blocking: Collection[str],
    unasked: Collection[str] = (),
) -> tuple[Sequence[Diagnostic], Sequence[Accepting]]:
    """Return the findings, those that a translator accepts with the reason, and the comments.

    Args:
        messages: the entries of a catalog.
        found: what was found in that catalog; a finding belongs to the entry that begins in its line.
        known: the codes that can be accepted.
        blocking: the codes that cannot, because they keep a translation from being published.
        unasked: the codes of rules that were not asked: nobody knows whether what is accepted of them is still found.
    """
    settled = {id(one): one for one in found}
    comments: list[Accepting] = []
    for message in messages:
        said = [
            read(words[1], known, blocking) for line in message.comments if (words := _ACCEPT.match(line))
        ]
        here = [one for one in found if one.line == message.line] if said else []
        accepted = [words for words in said if isinstance(words, Acceptance)]
        settled |= dict(zip(map(id, here), settle(here, accepted), strict=True))
        comments += (
            Accepting(message=message, words=_asked(words, unasked), found=tuple(here)) for words in said
        )
    return [settled[id(one)] for one in found], comments


def _asked(words: Acceptance | Problem, unasked: Collection[str]) -> Acceptance | Problem:
    """An acceptance without the codes of rules that were not asked."""
    if isinstance(words, Problem):
        return words
    return replace(words, codes=tuple(code for code in words.codes if code not in unasked))


def acceptance(comment: Accepting) -> Iterator[Finding]:
    """Find a comment that cannot be obeyed: with a code that there is not, or without a reason."""
    if isinstance(comment.words, Problem):
        yield Finding(message=comment.words.message, hint=comment.words.hint)


def stale_acceptance(comment: Accepting) -> Iterator[Finding]:
    """Find codes that accept nothing any more."""
    for code in stale(comment.found, comment.words) if isinstance(comment.words, Acceptance) else ():
        yield Finding(
            message=f"{code} is accepted here, but there is no such finding",
            hint="delete it from the comment, or the whole comment if it accepts nothing else",
        )


_ACCEPT = re.compile(r"\s*check\s*:\s*accept\b[ \t]*(.*)", re.DOTALL | re.IGNORECASE)
