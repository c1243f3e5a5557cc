"""All files of the published site, as values: what `dist/` will hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import jinja2

from pipeline.gate import Form
from pipeline.model import Diagnostic
from pipeline.render.addresses import SITEMAP, absolute, markdown_file, pdf_file
from pipeline.render.body import Body, body
from pipeline.render.dashboard import dashboard
from pipeline.render.editions import Documents, Published, page_file, published
from pipeline.render.frame import Frame, assets
from pipeline.render.furniture import FaultyTemplateError
from pipeline.render.indexing import indexing, sitemap
from pipeline.render.lists import chooser, lists, missing
from pipeline.render.metadata import metadata
from pipeline.render.page import page
from pipeline.render.pdf_ready import Sheet, table_shares
from pipeline.render.templates import Templates

FORMATS = ("html", "markdown", "pdf")
"""The forms in which a document can be written."""

Environments = Mapping[str, jinja2.Environment]
"""The page templates, by the locale whose language they speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The bodies of all pages."""

    documents: Documents
    """Each document in all its languages, the source language first, with the gate's decisions."""
    shown: Published
    bodies: Mapping[str, Body]
    """By the file of the page."""


def bodies(documents: Documents, environments: Environments) -> Bodies | Diagnostic:
    """Write the bodies of all pages.

    Returns:
        The bodies; or the problem of a template, for which nothing can be written.
    """
    shown = published(documents)
    try:
        written = {
            page_file(edition.decision): body(edition, editions[0].decision.language, environments)
            for editions in shown.documents
            for edition in editions
        }
    except FaultyTemplateError as error:
        return error.diagnostic
    return Bodies(documents=documents, shown=shown, bodies=written)


def sheets(
    texts: Bodies, environments: Environments, *, site_url: str | None = None
) -> Sequence[Sheet] | Diagnostic:
    """Return what the Markdown and the PDFs are made of: of every page, but for those that are all in the source language.

    Returns:
        The sheets in the order of the documents; or the problem of a template.
    """
    found: list[Sheet] = []
    try:
        for editions in texts.shown.documents:
            source = editions[0].decision.language
            widths = table_shares(texts.bodies[page_file(editions[0].decision)].html)
            for edition in editions:
                decision = edition.decision
                if decision.form is not Form.ENGLISH:
                    file = page_file(decision)
                    sheet = Sheet(
                        edition=edition,
                        html=texts.bodies[file].html,
                        metadata=metadata(edition, source, environments[decision.language.locale]),
                        widths=widths,
                        url=absolute(file, site_url) if site_url else None,
                    )
                    found.append(sheet)
    except FaultyTemplateError as error:
        return error.diagnostic
    return found


def sheet_file(sheet: Sheet, *, pdf: bool = False) -> str:
    """Return the Markdown of a sheet, or its PDF."""
    decision = sheet.edition.decision
    return (pdf_file if pdf else markdown_file)(decision.language.tag, decision.document)


def pages(
    texts: Bodies,
    environments: Environments,
    templates: Templates,
    downloads: Mapping[str, bytes],
    *,
    site_url: str | None = None,
) -> Mapping[str, bytes] | Diagnostic:
    """Render all pages, and what belongs to them.

    Args:
        texts: the bodies.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates, the style sheet and the script, by file name.
        downloads: the PDFs and the Markdown that pages link to.
        site_url: the absolute URL of the site's folder, without which search engines are told of no addresses.

    Returns:
        The files by path, relative to the output folder, with ``/``; or the problem of a template.
    """
    shown, loaded = texts.shown, assets(templates)
    known = indexing(shown, site_url)
    frame = Frame(
        environments=environments,
        assets={name: file for name, (file, _) in loaded.items()},
        indexing=known,
        site_url=site_url,
        downloads={file: len(data) for file, data in downloads.items()},
    )
    files = dict(loaded.values())
    try:
        files |= chooser(shown, frame) | lists(shown, frame) | missing(shown, frame)
        files |= dashboard(texts.documents, frame)
        for editions in shown.documents:
            for edition in editions:
                files |= page(texts.bodies[page_file(edition.decision)], editions, frame)
    except FaultyTemplateError as error:
        return error.diagnostic
    plan = sitemap(known)
    return files | ({SITEMAP: plan.encode()} if plan else {})
