"""The PDFs of a site, several at once."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from pipeline.layout import page_template_folder
from pipeline.model import Diagnostic
from pipeline.pdf import pdf
from pipeline.project.values import Project
from pipeline.render.document import sheet_file
from pipeline.render.pdf_ready import Sheet, pdf_body
from pipeline.render.templates import path

Progress = Callable[[int, int, str], None]
"""Told how many are done, of how many, and the file that was made last."""


def _untold(_done: int, _total: int, _file: str) -> None:
    """Tell nobody; a function that other processes find by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How PDFs are made."""

    created: datetime | None = None
    """When they were made, as they say; without it, the day from which the text is in force."""
    workers: int = 1
    """How many are made at once. The programs that make them run beside Python's own threads."""
    progress: Progress = _untold
    """Told of each when it is made, in any order."""


TEMPLATE = "document.typ"
"""The name of the template of PDFs."""


def make_pdfs(project: Project, sheets: Sequence[Sheet], making: Making) -> Mapping[str, bytes | Diagnostic]:
    """Make the PDFs; where one fails, the others are made.

    Args:
        project: the project, whose template is taken.
        sheets: the documents.
        making: how they are made.

    Returns:
        The PDFs, or why there is none, by their files, in the order of the documents.
    """
    with ThreadPoolExecutor(making.workers) as pool:
        waiting = {
            pool.submit(_pdf, project, sheet, making.created): sheet_file(sheet, pdf=True) for sheet in sheets
        }
        for done, future in enumerate(as_completed(waiting), start=1):
            making.progress(done, len(waiting), waiting[future])
        return {file: future.result() for future, file in waiting.items()}


def _pdf(project: Project, sheet: Sheet, created: datetime | None) -> bytes | Diagnostic:
    templates = project.page_templates
    made = pdf(pdf_body(sheet), sheet.metadata, templates[TEMPLATE], created=created or _in_force(sheet))
    if not isinstance(made, Diagnostic):
        return made
    if made.code == "template":
        return replace(made, path=path(TEMPLATE, templates, page_template_folder(project.config)))
    if made.code == "pdf":
        document, decision = sheet.edition.localized.document, sheet.edition.decision
        message = f"there is no PDF in {decision.language.english}: {made.message}"
        return replace(
            made, path=document.path, message=message, document=document.name, locale=decision.language.locale
        )
    return made


def _in_force(sheet: Sheet) -> datetime:
    """The day from which a text is in force; the beginning of Unix's time if nobody said one."""
    day = sheet.edition.localized.document.effective
    return datetime.combine(day, time(), UTC) if day else datetime.fromtimestamp(0, UTC)
