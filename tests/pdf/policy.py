"""This project's policy as PDF-ready Markdown."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline import workflow
from pipeline.model import Diagnostic
from pipeline.project import load

TAGS = ("en", "ar", "de", "es", "fr", "ja", "ko", "zh-Hans")


@cache
def markdown() -> Mapping[str, str]:
    """The files, by the tag of their language."""
    project = load(Path(__file__).parents[2])
    built = workflow.build(project, list(project.folders), {"markdown"})
    assert not isinstance(built, Diagnostic)
    assert built.diagnostics == ()
    return {path.split("/")[0]: data.decode() for path, data in built.files.items()}
