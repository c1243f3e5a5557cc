"""A translation that is not what somebody approved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.approvals import Approval, standings
from pipeline.check.rule import Finding, Pair
from pipeline.check.signing import changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The finished translations of a document, and what was approved in their language."""

    document: str
    locale: str
    pairs: tuple[Pair, ...]
    approvals: Sequence[Approval]


def approval(signed: Signed) -> Iterator[Finding]:
    """Find texts that a role approved in other words, or that came later.

    A text without a finished translation is passed over: it is not published as one.
    """
    pairs = {both.unit.key: both for both in signed.pairs}
    texts = {key: both.message.translation for key, both in pairs.items()}
    for standing in standings(signed.approvals, signed.document, texts):
        for void in standing.void:
            message, hint = changed(standing.role, void, signed.document, signed.locale)
            yield Finding(message=message, hint=hint, pair=pairs[void.key])
