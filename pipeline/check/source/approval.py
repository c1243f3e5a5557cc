"""A text of the source that is not what somebody approved."""

from collections.abc import Iterator

from pipeline.approvals import standings
from pipeline.check.rule import Finding
from pipeline.check.signing import changed
from pipeline.check.source.subject import Source


def approval(source: Source) -> Iterator[Finding]:
    """Find texts that a role approved in other words, or that came later, each where it first stands."""
    document = source.document
    lines = {unit.key: unit.line for unit in reversed(document.units)}
    texts = {unit.key: None for unit in document.units}
    for standing in standings(source.approvals, document.name, texts):
        for void in standing.void:
            message, hint = changed(standing.role, void, document.name, source.locale)
            yield Finding(message=message, hint=hint, line=lines[void.key])
