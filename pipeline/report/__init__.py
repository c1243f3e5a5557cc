"""What the command tells of its results: text for people, and the forms that programs read. Nothing else imports rich."""

from collections.abc import Callable, Mapping, Sequence

from pipeline.model import Diagnostic
from pipeline.report.data import findings_json, status_json
from pipeline.report.github import findings_github
from pipeline.report.progress import Told, progress
from pipeline.report.publications import went_back, went_online
from pipeline.report.releases import releases_table, was_released
from pipeline.report.sarif import findings_sarif
from pipeline.report.tables import build_table, status_table
from pipeline.report.text import findings
from pipeline.report.words import counted

FORMS: Mapping[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "text": lambda found, _: findings(found),
    "json": lambda found, _: findings_json(found),
    "github": findings_github,
    "sarif": findings_sarif,
}
"""How findings can be told, by the name that a user gives it.

Each takes the findings, and the way to the project's folder from where a program that reads them looks for files.
"""

__all__ = [
    "FORMS",
    "Told",
    "build_table",
    "counted",
    "progress",
    "releases_table",
    "status_json",
    "status_table",
    "was_released",
    "went_back",
    "went_online",
]
