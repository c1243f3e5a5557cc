"""The verb build: all pages and files of the site."""

import datetime
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.gate import Edition, account
from pipeline.languages import language
from pipeline.layout import page_template_folder
from pipeline.model import Diagnostic
from pipeline.project import Project
from pipeline.render.addresses import POLICIES, STATUS
from pipeline.render.docusaurus import docusaurus
from pipeline.render.furniture import environments
from pipeline.render.pdf_ready import Sheet, pdf_ready
from pipeline.render.policies import SCHEMA, Built, policies
from pipeline.render.site import (
    Beside,
    Bodies,
    Environments,
    bodies,
    comparison_files,
    pages,
    sheet_file,
    sheets,
    with_copies,
)
from pipeline.workflow.comparing import Comparisons, comparisons
from pipeline.workflow.editions import Editions, editions
from pipeline.workflow.pdfs import Making, make_pdfs
from pipeline.workflow.public import Publicity, publicity
from pipeline.workflow.required import missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a build."""

    formats: Collection[str] = ("html", "markdown")
    """Which of `FORMATS` to write."""
    day: datetime.date
    """In UTC: what is in force on it is shown as that."""
    draft: bool = False
    """Whether working texts are shown in the place of their releases, marked as drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One build of the site, not yet written."""

    editions: Editions
    publicity: Publicity
    files: Mapping[str, bytes]
    """Relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Why a file is missing, or a language that has to be there."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """What Markdown was made of, by its file."""
    comparisons: Comparisons | None = None

    @property
    def documents(self) -> tuple[tuple[Edition, ...], ...]:
        """What stands at the address of each document, in all its languages, the source language first."""
        return tuple(one.shown for one in self.publicity.documents if one.shown)

    @property
    def errors(self) -> int:
        """How many errors the checks found in the translations, refused ones among them."""
        return sum(problem.fails for problem in self.editions.problems)


def build(
    project: Project,
    locales: Sequence[str],
    order: Order,
    making: Making | None = None,
    before: Build | None = None,
) -> Build | Diagnostic:
    """Render the documents in the source language and in the locales; or return the problem of a page template.

    Args:
        project: the project.
        locales: the languages beside that of the sources.
        order: what is asked.
        making: how PDFs are made.
        before: the last build, so that what has not changed is neither examined nor written again.
    """
    found, public = _public(project, locales, order, before)
    between = comparisons(public.documents, before.comparisons if before else None)
    source, folder = language(project.config.source_language), page_template_folder(project.config)
    speaking = environments(project.page_templates, source, found.furniture, folder)
    texts = bodies(public.documents, speaking)
    if isinstance(texts, Diagnostic):
        return texts
    formats = set(order.formats)
    told = sheets(texts, speaking, site_url=project.config.site_url) if {"markdown", "pdf"} & formats else ()
    if isinstance(told, Diagnostic):
        return told
    written = {sheet_file(sheet): sheet for sheet in told}
    made: dict[str, bytes | Diagnostic] = {}
    if "markdown" in formats:
        made |= {file: _markdown(file, sheet, before) for file, sheet in written.items()}
        again = _unchanged(between, found, before)
        changed = [one for one in between.compared if one.markdown_file not in again]
        made |= {**again, **comparison_files(changed, speaking)}
    if "pdf" in formats:
        made |= make_pdfs(project, told, making or Making())
    files = with_copies(texts, {file: data for file, data in made.items() if isinstance(data, bytes)})
    if "html" in formats:
        beside = Beside(
            working=found.documents, downloads=files, compared=between.compared, archive=between.archive
        )
        rendered = _pages(project, texts, speaking, beside)
        if isinstance(rendered, Diagnostic):
            return rendered
        files = {**files, **rendered}
    problems = dict.fromkeys(data for data in made.values() if isinstance(data, Diagnostic))
    return Build(
        editions=found,
        publicity=public,
        files=files,
        diagnostics=(*problems, *_lacking(project, public)),
        sheets=written,
        comparisons=between,
    )


def _pages(
    project: Project, texts: Bodies, speaking: Environments, beside: Beside
) -> Mapping[str, bytes] | Diagnostic:
    """All pages, and what programs read."""
    templates, url = project.page_templates, project.config.site_url
    rendered = pages(texts, speaking, templates, beside, site_url=url)
    if isinstance(rendered, Diagnostic):
        return rendered
    index = policies(texts.public, Built(downloads=beside.downloads, site_url=url))
    return {
        **rendered,
        STATUS: _json(account(beside.working)),
        POLICIES: _json(index),
        SCHEMA: templates[SCHEMA].encode(),
    }


def _public(
    project: Project, locales: Sequence[str], order: Order, before: Build | None = None
) -> tuple[Editions, Publicity]:
    """The decisions on the working texts, and what is public."""
    found = editions(project, locales, before.editions if before else None)
    known = before.publicity if before else None
    return found, publicity(project, found, known, day=order.day, draft=order.draft)


def _lacking(project: Project, public: Publicity) -> tuple[Diagnostic, ...]:
    """The releases that cannot be shown, and the languages that have to be there and are not."""
    decisions = [edition.decision for one in public.documents for edition in one.shown]
    return (*public.problems, *missing(project, decisions))


def _unchanged(between: Comparisons, found: Editions, before: Build | None) -> Mapping[str, bytes]:
    """The Markdown of comparisons as it was before, where all that it is made of is the same."""
    if before is None or before.comparisons is None or before.editions.words != found.words:
        return {}
    last = {one.pair: one.comparison for one in before.comparisons.compared}
    return {
        one.markdown_file: before.files[one.markdown_file]
        for one in between.compared
        if last.get(one.pair) is one.comparison
        and one.markdown_file in before.files
        and before.editions.furniture.get(one.pair[3]) == found.furniture.get(one.pair[3])
    }


def _json(value: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _markdown(file: str, sheet: Sheet, before: Build | None) -> bytes | Diagnostic:
    """The Markdown of a document; as it was before, if all that it is made of is the same."""
    if before and file in before.files and sheet.says_the_same(before.sheets.get(file)):
        return before.files[file]
    text = pdf_ready(sheet)
    return text if isinstance(text, Diagnostic) else text.encode()


def build_docusaurus(project: Project, locales: Sequence[str], order: Order) -> Build:
    """Write the documents for Docusaurus, in the source language and in the locales."""
    found, public = _public(project, locales, order)
    files, problems = docusaurus([one.shown for one in public.documents if one.shown])
    return Build(
        editions=found,
        publicity=public,
        files=files,
        diagnostics=(*problems, *_lacking(project, public)),
    )
