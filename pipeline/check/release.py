"""The rule for releases: a release never changes. No comment can accept such a finding."""

from collections.abc import Iterator, Sequence

from pipeline.check.rule import Finding, Rule
from pipeline.model import Diagnostic, Severity
from pipeline.releases import Frozen


def release_changed(frozen: Frozen) -> Iterator[Finding]:
    """Tell of each file of a release that is not as it was released."""
    for fault in frozen.faults:
        yield Finding(message=fault.message, hint=fault.hint, path=fault.path)


RELEASE: Sequence[Rule[Frozen]] = (
    Rule(
        code="release-changed",
        severity=Severity.ERROR,
        about="A file of a release is not as it was released",
        find=release_changed,
    ),
)
"""What the releases of a project are held to."""


def examine_releases(frozen: Frozen) -> Iterator[Diagnostic]:
    """Ask every rule about the releases."""
    documents = {fault.path: fault.document for fault in frozen.faults}
    for rule in RELEASE:
        for finding in rule.find(frozen):
            yield Diagnostic(
                path=finding.path,
                code=rule.code,
                message=finding.message,
                hint=finding.hint,
                severity=rule.severity,
                document=documents[finding.path],
            )
