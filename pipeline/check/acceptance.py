"""What people accept of the check's findings, and why: ``accept CODE[, CODE] — reason``.

Authors write it in a comment of the source, ``<!-- i18n: accept … -->``, translators in a comment of the catalog,
``# check: accept …``.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from pipeline.model import Diagnostic, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """Findings that somebody has looked at and accepts."""

    codes: tuple[str, ...]
    """What is accepted, each once, in the order in which they are named."""
    reason: str
    """Why, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why an acceptance cannot be obeyed, and what to do."""

    message: str
    hint: str


def read(words: str, known: Collection[str], blocking: Collection[str] = ()) -> Acceptance | Problem:
    """Read what stands behind the word ``accept``.

    Args:
        words: codes with commas between them, a dash or a colon, and a reason. A hyphen is a dash where blanks stand around
            it: codes have hyphens as well.
        known: the codes that can be accepted there.
        blocking: codes of what is never accepted, because it keeps a translation from being published.
    """
    match = _SHAPE.match(words)
    codes = tuple(dict.fromkeys(code.lower() for code in _CODE.findall(match["codes"]))) if match else ()
    if blocked := next((code for code in codes if code in blocking), None):
        return Problem(
            message=f"{blocked} keeps a translation from being published, so nobody can accept it here",
            hint="mend the translation; a setting of the project may allow it",
        )
    if unknown := next((code for code in codes if code not in known), None):
        near = get_close_matches(unknown, sorted(known), n=1)
        hint = f"did you mean “{near[0]}”?" if near else "copy the code from the end of the finding"
        return Problem(message=f"“{unknown}” is the code of no finding that can be accepted here", hint=hint)
    if not match or not codes:
        return Problem(message="it is not said what is accepted", hint="write accept CODE — reason")
    reason = " ".join(part for part in _BLANKS.split(match["reason"] or "") if part)
    if not any(character.isalnum() for character in reason):
        return Problem(
            message=f"{', '.join(codes)} is accepted here without a reason",
            hint=f"write accept {', '.join(codes)} — and why",
        )
    return Acceptance(codes=codes, reason=reason)


def settle(found: Sequence[Diagnostic], acceptances: Sequence[Acceptance]) -> list[Diagnostic]:
    """Return the findings, those that one of the acceptances names with its reason; what blocks is never accepted."""
    reasons = {code: one.reason for one in reversed(acceptances) for code in one.codes}
    return [
        replace(one, accepted=reasons[one.code]) if one.code in reasons and can_be_accepted(one) else one
        for one in found
    ]


def stale(found: Sequence[Diagnostic], acceptance: Acceptance) -> tuple[str, ...]:
    """Return the codes that an acceptance names though none of the findings has them."""
    there = {one.code for one in found if can_be_accepted(one)}
    return tuple(code for code in acceptance.codes if code not in there)


def can_be_accepted(finding: Diagnostic) -> bool:
    """Whether anybody may accept it: not if it keeps a translation from being published."""
    return finding.severity is not Severity.BLOCK


_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_BLANKS = re.compile(r"[ \t\n]+")
_SHAPE = re.compile(
    rf"[ \t\n]*(?P<codes>{_CODE.pattern}(?:[ \t\n]*[,、，،][ \t\n]*{_CODE.pattern})*)"
    r"(?:[ \t\n]*(?:[—–:：]|--|(?<=[ \t\n])-(?=[ \t\n]))(?P<reason>.*))?",
    re.DOTALL,
)
