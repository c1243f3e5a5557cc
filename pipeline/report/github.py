"""Findings as workflow commands of GitHub Actions, which show them beside the lines of a change."""

from collections.abc import Iterable
from posixpath import join, normpath

from pipeline.model import Diagnostic, Severity
from pipeline.reading.visible import visible

_COMMANDS = {
    Severity.BLOCK: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_github(found: Iterable[Diagnostic], way: str = ".") -> str:
    """Return a workflow command for each finding that nobody accepted, a line each; nothing for none.

    Args:
        found: the findings.
        way: the way from the repository's folder to the project's, with ``/``.
    """
    return "\n".join(_command(problem, way) for problem in found if problem.accepted is None)


def _command(problem: Diagnostic, way: str) -> str:
    last = problem.line if problem.end_line is None else problem.end_line
    properties = {
        "file": visible(normpath(join(way, problem.path))),
        "line": problem.line,
        "endLine": last,
        "title": visible(problem.code),
    }
    told = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items() if value is not None
    )
    message = visible(f"{problem.message}: {problem.hint}").translate(_DATA)
    return f"::{_COMMANDS[problem.severity]} {told}::{message}"
