"""The verb build: all pages and files of the site."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.gate import Edition, account
from pipeline.languages import language
from pipeline.layout import page_template_folder
from pipeline.model import Diagnostic
from pipeline.project import Project
from pipeline.render.addresses import STATUS
from pipeline.render.furniture import environments
from pipeline.render.pdf_ready import Sheet, pdf_ready
from pipeline.render.site import bodies, pages, sheet_file, sheets
from pipeline.workflow.editions import editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    documents: tuple[tuple[Edition, ...], ...]
    """Each document in all its languages, the source language first."""
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing, or a language that has to be there."""
    errors: int
    """How many errors the checks found in the translations, refused ones among them."""


def build(project: Project, locales: Sequence[str], formats: Collection[str]) -> Build | Diagnostic:
    """Render the documents in the source language and in the locales; or return the problem of a page template."""
    source, found = language(project.config.source_language), editions(project, locales)
    folder, url = page_template_folder(project.config), project.config.site_url
    templates = project.page_templates
    speaking = environments(templates, source, found.furniture, folder)
    texts = bodies(found.documents, speaking)
    if isinstance(texts, Diagnostic):
        return texts
    told = sheets(texts, speaking, site_url=url) if {"markdown", "pdf"} & set(formats) else ()
    if isinstance(told, Diagnostic):
        return told
    files, problems = _markdown(told) if "markdown" in formats else ({}, ())
    if "html" in formats:
        rendered = pages(texts, speaking, templates, files, site_url=url)
        if isinstance(rendered, Diagnostic):
            return rendered
        status = json.dumps(account(found.documents), ensure_ascii=False, indent=2)
        files = {**files, **rendered, STATUS: f"{status}\n".encode()}
    return Build(
        documents=found.documents,
        files=files,
        diagnostics=(*problems, *found.missing),
        errors=sum(problem.fails for problem in found.problems),
    )


def _markdown(told: Sequence[Sheet]) -> tuple[Mapping[str, bytes], Sequence[Diagnostic]]:
    """The PDF-ready Markdown of all documents, and why one is missing."""
    texts = {sheet_file(sheet): pdf_ready(sheet) for sheet in told}
    files = {file: text.encode() for file, text in texts.items() if isinstance(text, str)}
    return files, [text for text in texts.values() if isinstance(text, Diagnostic)]
