"""All files of the published site, as values: what `dist/` will hold."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import jinja2

from pipeline.model import Diagnostic
from pipeline.render.addresses import SITEMAP, markdown_file
from pipeline.render.dashboard import dashboard
from pipeline.render.editions import Documents, Published, published
from pipeline.render.frame import Frame, assets
from pipeline.render.furniture import FaultyTemplateError
from pipeline.render.indexing import indexing, sitemap
from pipeline.render.lists import chooser, lists, missing
from pipeline.render.page import page
from pipeline.render.pdf_ready import pdf_ready
from pipeline.render.templates import Templates

FORMATS = ("html", "markdown")
"""The forms in which a document can be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything one build writes."""

    files: Mapping[str, bytes]
    """By path, relative to the output folder, with ``/``."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Why a file is missing."""


def site(
    documents: Documents,
    environments: Mapping[str, jinja2.Environment],
    templates: Templates,
    formats: Collection[str],
    *,
    site_url: str | None = None,
) -> Site | Diagnostic:
    """Render every document in every language.

    Args:
        documents: each document in all its languages, the source language first, with the gate's decisions.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates, the style sheet and the script, by file name.
        formats: which of `FORMATS` to write.
        site_url: the absolute URL of the site's folder, without which search engines are told of no addresses.

    Returns:
        The site, or the problem of a template, for which nothing can be written.
    """
    shown = published(documents)
    files, diagnostics = _markdown(shown) if "markdown" in formats else ({}, ())
    if "html" in formats:
        try:
            files |= _html(documents, shown, environments, templates, site_url)
        except FaultyTemplateError as error:
            return error.diagnostic
    return Site(files=files, diagnostics=diagnostics)


def _markdown(shown: Published) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    files: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for edition in (edition for editions in shown.documents for edition in editions):
        text = pdf_ready(edition.localized)
        if isinstance(text, Diagnostic):
            diagnostics.append(text)
        else:
            file = markdown_file(edition.decision.language.tag, edition.localized.document.name)
            files[file] = text.encode()
    return files, tuple(diagnostics)


def _html(
    documents: Documents,
    shown: Published,
    environments: Mapping[str, jinja2.Environment],
    templates: Templates,
    site_url: str | None,
) -> dict[str, bytes]:
    loaded, pages = assets(templates), indexing(shown, site_url)
    frame = Frame(
        environments=environments,
        assets={name: file for name, (file, _) in loaded.items()},
        indexing=pages,
        site_url=site_url,
    )
    files = dict(loaded.values())
    files |= chooser(shown, frame) | lists(shown, frame) | missing(shown, frame) | dashboard(documents, frame)
    for editions in shown.documents:
        for edition in editions:
            files |= page(edition, editions, editions[0].decision.language, frame)
    plan = sitemap(pages)
    return files | ({SITEMAP: plan.encode()} if plan else {})
