"""The forms in which findings are told."""

from collections.abc import Callable, Mapping, Sequence

from pipeline.model import Diagnostic
from pipeline.report.data import findings_json
from pipeline.report.github import findings_github
from pipeline.report.sarif import findings_sarif
from pipeline.report.text import findings

FORMS: Mapping[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "text": lambda found, _: findings(found),
    "json": lambda found, _: findings_json(found),
    "github": findings_github,
    "sarif": findings_sarif,
}
"""How findings can be told, by the name that a user gives it.

Each takes the findings, and the way to the project's folder from where a program that reads them looks for files.
"""
