"""Which approvals hold for the texts of a document as they are now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.approvals.digest import sign
from pipeline.approvals.values import Approval, Role
from pipeline.model import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Void:
    """A text for which no approval of a role holds."""

    key: Key
    last: Approval
    """The latest approval of the same source text; if there is none, of the document."""
    is_known: bool
    """Whether the source text was approved, with another translation; else it is new, or has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the approvals of one role say of a document as it is now."""

    role: Role
    approvals: tuple[Approval, ...]
    """Those that hold for a text, or once did, by person."""
    texts: int
    """How many texts the document has, equal ones counted once."""
    void: tuple[Void, ...]
    """The texts for which none of them holds, in the order of the document."""

    @property
    def holds(self) -> bool:
        """Whether the role approves every text, and there is one."""
        return self.texts > 0 and not self.void


def standings(
    approvals: Sequence[Approval], document: str, texts: Mapping[Key, str | None]
) -> tuple[Standing, ...]:
    """Compare what was approved of a document with what it says now.

    A text is approved in a role if one person in that role approved exactly this context, source and translation. Where it
    stands in the document or in a file is of no account, and neither is whether the person approved all of the document.

    Args:
        approvals: those of one language.
        document: the document's name.
        texts: its texts now, in their order, by context and source: the translation, empty if it is missing; none in the
            language of the sources.

    Returns:
        One for each role in which somebody approved the document, in the order of `Role`.
    """
    here = [approval for approval in approvals if approval.document == document]
    return tuple(
        Standing(role=role, approvals=tuple(ours), texts=len(texts), void=tuple(_void(ours, texts)))
        for role in Role
        if (ours := [approval for approval in here if approval.role is role])
    )


def _void(ours: Sequence[Approval], texts: Mapping[Key, str | None]) -> Iterator[Void]:
    approved = {text for approval in ours for text in approval.texts}
    sources = [(approval, {text.source for text in approval.texts}) for approval in ours]
    for key, translation in texts.items():
        now = sign(key, translation)
        if now not in approved:
            known = [approval for approval, digests in sources if now.source in digests]
            last = max(known or ours, key=lambda approval: approval.when)
            yield Void(key=key, last=last, is_known=bool(known))
