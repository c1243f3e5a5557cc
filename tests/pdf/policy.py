"""This project's policy: as PDF-ready Markdown, and as what its PDFs are made of."""

from collections.abc import Mapping
from functools import cache

from pipeline.gate import Public
from pipeline.model import Diagnostic
from pipeline.project.load import load
from pipeline.render.document import bodies, sheets
from pipeline.render.pdf_ready import Sheet
from pipeline.workflow import building, editions
from pipeline.workflow.shared import share
from tests.conftest import ROOT
from tests.orders import order

TAGS = ("en", "ar", "de", "es", "fr", "ja", "ko", "zh-Hans")


@cache
def markdown() -> Mapping[str, str]:
    """The files, by the tag of their language."""
    project = load(ROOT)
    built = building.build(project, list(project.folders), order("markdown"))
    assert not isinstance(built, Diagnostic)
    assert built.diagnostics == ()
    return {path.split("/")[0]: data.decode() for path, data in built.files.items()}


@cache
def policy_sheets() -> Mapping[str, Sheet]:
    """What the PDFs are made of, by the tag of their language."""
    project = load(ROOT)
    found = editions.editions(project, list(project.folders))
    speaking = share(project, list(project.folders)).environments
    texts = bodies(Public(document="privacy", shown=found.documents[0]), speaking)
    assert not isinstance(texts, Diagnostic)
    told = sheets(texts, speaking, site_url=project.config.site_url)
    assert not isinstance(told, Diagnostic)
    return {sheet.edition.decision.language.tag: sheet for sheet in told}
