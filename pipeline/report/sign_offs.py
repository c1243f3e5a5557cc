"""Who approved what, and which texts are not what was approved, as text."""

from collections.abc import Iterable, Iterator

from pipeline.gate import Decision, SignOff
from pipeline.reading.visible import visible
from pipeline.report.words import counted


def sign_offs(decisions: Iterable[Decision]) -> Iterator[str]:
    """Tell of each document and language that somebody approved, a line for each text that is not approved as it is now."""
    for decision in decisions:
        for sign_off in decision.sign_offs:
            yield f"\n{decision.document} in {decision.language.locale} {_told(sign_off)}"
            for one in sign_off.changed:
                text = one.text if len(one.text) <= _SHOWN else f"{one.text[: _SHOWN - 1]}…"
                yield f"  {visible(f'{one.path}:{one.line}: “{text}”')}"


def _told(sign_off: SignOff) -> str:
    who = f"by {visible(', '.join(sign_off.by))} ({sign_off.role})"
    texts = counted(sign_off.total, "text")
    if not sign_off.changed:
        return f"is approved {who}, {texts}, last on {sign_off.since.isoformat()}"
    return (
        f"was approved {who}, last on {sign_off.since.isoformat()}; "
        f"no such approval holds for {len(sign_off.changed)} of {texts}:"
    )


_SHOWN = 60
"""Characters."""
