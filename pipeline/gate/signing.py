"""What the decision on a document says of those who approved it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.approvals import Approval, Standing, name_of, standings
from pipeline.gate.decision import Changed, Edition, SignOff
from pipeline.localize import Localized
from pipeline.model import Key


def signed(edition: Edition, localized: Localized, approvals: Sequence[Approval], catalog: str) -> Edition:
    """Return an edition whose decision tells which approvals hold.

    Args:
        edition: what a reader gets.
        localized: the document in the edition's language, whether it is what a reader gets or not.
        approvals: what was approved in that language.
        catalog: the path of its catalog; of no account in the language of the sources.
    """
    document = localized.document
    places: dict[Key, tuple[str, int]] = {
        unit.key: (unit.path, unit.line) for unit in reversed(document.units)
    }
    texts: Mapping[Key, str | None] = {unit.key: None for unit in document.units}
    if not edition.decision.is_original:
        messages = {both.unit.key: both.message for both, _ in localized.translation.examined}
        places |= {key: (catalog, one.line) for key, one in messages.items() if one.line is not None}
        texts = {key: messages[key].translation if key in messages else "" for key in texts}
    found = standings(approvals, document.name, texts)
    sign_offs = tuple(_sign_off(standing, places) for standing in found)
    return replace(edition, decision=replace(edition.decision, sign_offs=sign_offs))


def _sign_off(standing: Standing, places: Mapping[Key, tuple[str, int]]) -> SignOff:
    return SignOff(
        role=standing.role,
        by=tuple(dict.fromkeys(name_of(approval.by) for approval in standing.approvals)),
        since=max(approval.when for approval in standing.approvals).date(),
        total=standing.texts,
        changed=tuple(
            Changed(path=places[void.key][0], line=places[void.key][1], text=void.key[1])
            for void in standing.void
        ),
    )
