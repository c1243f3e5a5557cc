"""The verb build: all pages and files of the site."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.gate import Edition, account
from pipeline.languages import language
from pipeline.layout import page_template_folder
from pipeline.model import Diagnostic
from pipeline.project import Project
from pipeline.render.addresses import STATUS
from pipeline.render.docusaurus import docusaurus
from pipeline.render.furniture import environments
from pipeline.render.pdf_ready import Sheet, pdf_ready
from pipeline.render.site import bodies, pages, sheet_file, sheets
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.pdfs import Making, make_pdfs


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    editions: Editions
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing, or a language that has to be there."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """What Markdown was made of, by its file."""

    @property
    def documents(self) -> tuple[tuple[Edition, ...], ...]:
        """Each document in all its languages, the source language first."""
        return self.editions.documents

    @property
    def errors(self) -> int:
        """How many errors the checks found in the translations, refused ones among them."""
        return sum(problem.fails for problem in self.editions.problems)


def build(
    project: Project,
    locales: Sequence[str],
    formats: Collection[str],
    making: Making | None = None,
    before: Build | None = None,
) -> Build | Diagnostic:
    """Render the documents in the source language and in the locales; or return the problem of a page template.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        formats: which of `FORMATS` to write.
        making: how PDFs are made.
        before: the last build, so that what has not changed is neither examined nor written again.
    """
    source = language(project.config.source_language)
    found = editions(project, locales, before.editions if before else None)
    folder, url = page_template_folder(project.config), project.config.site_url
    templates = project.page_templates
    speaking = environments(templates, source, found.furniture, folder)
    texts = bodies(found.documents, speaking)
    if isinstance(texts, Diagnostic):
        return texts
    told = sheets(texts, speaking, site_url=url) if {"markdown", "pdf"} & set(formats) else ()
    if isinstance(told, Diagnostic):
        return told
    written = {sheet_file(sheet): sheet for sheet in told}
    markdown = (
        {file: _markdown(file, sheet, before) for file, sheet in written.items()}
        if "markdown" in formats
        else {}
    )
    pdfs = make_pdfs(project, told, making or Making()) if "pdf" in formats else {}
    made = {**markdown, **pdfs}
    files = {file: data for file, data in made.items() if isinstance(data, bytes)}
    if "html" in formats:
        rendered = pages(texts, speaking, templates, files, site_url=url)
        if isinstance(rendered, Diagnostic):
            return rendered
        status = json.dumps(account(found.documents), ensure_ascii=False, indent=2)
        files = {**files, **rendered, STATUS: f"{status}\n".encode()}
    problems = dict.fromkeys(data for data in made.values() if isinstance(data, Diagnostic))
    return Build(editions=found, files=files, diagnostics=(*problems, *found.missing), sheets=written)


def _markdown(file: str, sheet: Sheet, before: Build | None) -> bytes | Diagnostic:
    """The Markdown of a document; as it was before, if all that it is made of is the same."""
    if before and file in before.files and sheet.says_the_same(before.sheets.get(file)):
        return before.files[file]
    text = pdf_ready(sheet)
    return text if isinstance(text, Diagnostic) else text.encode()


def build_docusaurus(project: Project, locales: Sequence[str]) -> Build:
    """Write the documents for Docusaurus, in the source language and in the locales."""
    found = editions(project, locales)
    files, problems = docusaurus(found.documents)
    return Build(editions=found, files=files, diagnostics=(*problems, *found.missing))
