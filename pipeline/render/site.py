"""All files of the published site, as values: what `dist/` will hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import jinja2

from pipeline.gate import Edition, Form, Public
from pipeline.markdown import Shares
from pipeline.model import Diagnostic
from pipeline.render.addresses import DOWNLOADS, SITEMAP, absolute, list_file, markdown_file, pdf_file
from pipeline.render.body import Body, body
from pipeline.render.changes import Compared, changes_markdown, changes_page
from pipeline.render.dashboard import dashboard
from pipeline.render.editions import Documents, Place, Published, page_file, places, published
from pipeline.render.frame import Frame, assets
from pipeline.render.furniture import FaultyTemplateError
from pipeline.render.history import histories
from pipeline.render.indexing import indexing, sitemap
from pipeline.render.lists import chooser, lists, missing
from pipeline.render.metadata import metadata
from pipeline.render.page import page
from pipeline.render.pdf_ready import Sheet, table_shares
from pipeline.render.standing import Archive, remark
from pipeline.render.templates import Templates

FORMATS = ("html", "markdown", "pdf")
"""The forms in which a document can be written."""

Environments = Mapping[str, jinja2.Environment]
"""The page templates, by the locale whose language they speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The bodies of all pages."""

    public: Sequence[Public]
    shown: Published
    """What stands at the documents' own addresses."""
    bodies: Mapping[str, tuple[Place, Body]]
    """By the file of the page, with the place of its document."""


def bodies(public: Sequence[Public], environments: Environments) -> Bodies | Diagnostic:
    """Write the bodies of all pages.

    Args:
        public: what is public of each document.
        environments: the page templates.

    Returns:
        The bodies; or the problem of a template, for which nothing can be written.
    """
    written: dict[str, tuple[Place, Body]] = {}
    try:
        for place in (place for one in public for place in places(one)):
            for edition in place.editions:
                own = written.get(page_file(edition.decision)) if place.is_copy else None
                again = replace(own[1], edition=edition) if own else None
                written[place.page(edition)] = (place, again or _body(place, edition, environments))
    except FaultyTemplateError as error:
        return error.diagnostic
    shown = published([one.shown for one in public])
    return Bodies(public=public, shown=shown, bodies=written)


def _body(place: Place, edition: Edition, environments: Environments) -> Body:
    source = place.editions[0].decision.language
    version = place.text(edition)
    return body(edition, source, environments, version.aliases if version else {})


def sheets(
    texts: Bodies, environments: Environments, *, site_url: str | None = None
) -> Sequence[Sheet] | Diagnostic:
    """Return what the Markdown and the PDFs are made of: of every page, but for those that are all in the source language.

    A version whose text stands at the document's own address has them there.

    Returns:
        The sheets in the order of the documents; or the problem of a template.
    """
    try:
        return list(_sheets(texts, environments, site_url))
    except FaultyTemplateError as error:
        return error.diagnostic


def _sheets(texts: Bodies, environments: Environments, site_url: str | None) -> Iterator[Sheet]:
    widths: dict[tuple[str, str], tuple[Shares, ...]] = {}
    for file, (place, written) in texts.bodies.items():
        edition = written.edition
        decision, key = edition.decision, (edition.decision.document, place.folder)
        if decision.form is Form.ENGLISH or place.is_copy:
            continue
        if key not in widths:  # the source language is the first of each place
            widths[key] = table_shares(written.html)
        source = place.editions[0].decision.language
        env = environments[decision.language.locale]
        yield Sheet(
            edition=edition,
            folder=place.folder,
            html=written.html,
            metadata=metadata(edition, source, env, remark(place, edition)),
            widths=widths[key],
            url=absolute(file, site_url) if site_url else None,
        )


def sheet_file(sheet: Sheet, *, pdf: bool = False) -> str:
    """Return the Markdown of a sheet, or its PDF."""
    decision = sheet.edition.decision
    return (pdf_file if pdf else markdown_file)(decision.language.tag, decision.document, sheet.folder)


def with_copies(texts: Bodies, made: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return Markdown and PDFs with those of each version whose text stands at the document's own address.

    They are the same bytes, so that the addresses of a version's files hold from its first day on.
    """
    copies: dict[str, bytes] = {}
    for place, written in texts.bodies.values():
        tag, name = written.edition.decision.language.tag, place.public.document
        for _, _, file_of in DOWNLOADS if place.is_copy else ():
            if (own := file_of(tag, name)) in made:
                copies[file_of(tag, name, place.folder)] = made[own]
    return {**made, **copies}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a site has beside its documents' texts."""

    working: Documents
    """The working text of each document, in all languages, for those who publish."""
    downloads: Mapping[str, bytes]
    """The PDFs and the Markdown that pages link to."""
    compared: Sequence[Compared] = ()
    """The comparisons of versions."""
    archive: Archive = field(default_factory=Archive)


def _released(public: Sequence[Public]) -> Mapping[str, str]:
    """Which released version stands at the address of each document, by the document's name."""
    return {one.document: one.version.number for one in public if one.version and one.version.standing.frozen}


def comparison_files(
    compared: Sequence[Compared], environments: Environments
) -> Mapping[str, bytes | Diagnostic]:
    """Return the Markdown of comparisons by its file; or why there is none."""
    found: dict[str, bytes | Diagnostic] = {}
    for one in compared:
        env = environments[one.after.decision.language.locale]
        try:
            text = changes_markdown(one, env)
        except FaultyTemplateError as error:
            text = error.diagnostic
        found[one.markdown_file] = text.encode() if isinstance(text, str) else text
    return found


def pages(
    texts: Bodies,
    environments: Environments,
    templates: Templates,
    beside: Beside,
    *,
    site_url: str | None = None,
) -> Mapping[str, bytes] | Diagnostic:
    """Render all pages, and what belongs to them.

    Args:
        texts: the bodies.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates, the style sheet and the script, by file name.
        beside: what there is beside the texts.
        site_url: the absolute URL of the site's folder, without which search engines are told of no addresses.

    Returns:
        The files by path, relative to the output folder, with ``/``; or the problem of a template.
    """
    shown, loaded = texts.shown, assets(templates)
    known = indexing(texts.public, site_url)
    frame = Frame(
        environments=environments,
        assets={name: file for name, (file, _) in loaded.items()},
        indexing=known,
        site_url=site_url,
        downloads={file: len(data) for file, data in beside.downloads.items()},
        lists={list_file(one[0].decision.language.tag) for one in shown.languages.values()},
    )
    files = dict(loaded.values())
    try:
        files |= chooser(shown, frame) | lists(shown, frame) | missing(shown, frame)
        files |= dashboard(beside.working, _released(texts.public), texts.bodies, frame)
        for place, written in texts.bodies.values():
            files |= page(written, place, frame, beside.archive)
        files |= histories(texts.public, frame, beside.archive)
        # The languages in which two versions are compared stand side by side.
        for _, group in groupby(beside.compared, key=lambda one: one.pair[:3]):
            same = list(group)
            for one in same:
                files |= changes_page(one, same, frame, beside.archive)
    except FaultyTemplateError as error:
        return error.diagnostic
    plan = sitemap(known, site_url)
    return files | ({SITEMAP: plan.encode()} if plan else {})
