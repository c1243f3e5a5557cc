"""What is not a finished translation is not published."""

from collections.abc import Iterator

from pipeline.check.phrase import excerpt
from pipeline.check.rule import Finding, Pair
from pipeline.model import State


def untranslated(pair: Pair) -> Iterator[Finding]:
    """Find messages without a translation."""
    if pair.message.state is State.UNTRANSLATED:
        hint = "translate it" if pair.message.line else "run policyglot update, then translate it"
        yield Finding(message=f"not translated: “{excerpt(pair.unit.text)}”", hint=hint)


def fuzzy(pair: Pair) -> Iterator[Finding]:
    """Find translations made for another text."""
    if pair.message.state is State.FUZZY:
        yield Finding(
            message=f"fuzzy, so not published: “{excerpt(pair.unit.text)}”",
            hint="compare it with the source and remove the fuzzy flag",
        )
