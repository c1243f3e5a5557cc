"""All files of one document, as values: its pages in all languages and versions, and what they are made of."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipeline.gate import Edition, Form, Public
from pipeline.markdown.portable import Shares
from pipeline.model import Diagnostic
from pipeline.render.addresses import DOWNLOADS, absolute, list_file, markdown_file, pdf_file
from pipeline.render.body import Body, body
from pipeline.render.changes import Compared, changes_markdown, changes_page
from pipeline.render.editions import Place, page_file, places
from pipeline.render.frame import Frame, assets
from pipeline.render.furniture import Environments, FaultyTemplateError
from pipeline.render.history import histories
from pipeline.render.indexing import document_indexing
from pipeline.render.metadata import metadata
from pipeline.render.page import page
from pipeline.render.pdf_ready import Sheet, table_shares
from pipeline.render.standing import Archive, remark
from pipeline.render.templates import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The bodies of all pages of a document."""

    public: Public
    bodies: Mapping[str, tuple[Place, Body]]
    """By the file of the page, with the place of its text."""


def bodies(public: Public, environments: Environments) -> Bodies | Diagnostic:
    """Write the bodies of all pages of a document.

    Args:
        public: what is public of it.
        environments: the page templates.

    Returns:
        The bodies; or the problem of a template, for which nothing can be written.
    """
    written: dict[str, tuple[Place, Body]] = {}
    try:
        for place in places(public):
            for edition in place.editions:
                own = written.get(page_file(edition.decision)) if place.is_copy else None
                again = replace(own[1], edition=edition) if own else None
                written[place.page(edition)] = (place, again or _body(place, edition, environments))
    except FaultyTemplateError as error:
        return error.diagnostic
    return Bodies(public=public, bodies=written)


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
        The sheets in the order of the pages; or the problem of a template.
    """
    try:
        return list(_sheets(texts, environments, site_url))
    except FaultyTemplateError as error:
        return error.diagnostic


def _sheets(texts: Bodies, environments: Environments, site_url: str | None) -> Iterator[Sheet]:
    widths: dict[str, tuple[Shares, ...]] = {}
    for file, (place, written) in texts.bodies.items():
        edition = written.edition
        decision = edition.decision
        if decision.form is Form.ENGLISH or place.is_copy:
            continue
        if place.folder not in widths:  # the source language is the first of each place
            widths[place.folder] = table_shares(written.html)
        source = place.editions[0].decision.language
        env = environments[decision.language.locale]
        yield Sheet(
            edition=edition,
            folder=place.folder,
            html=written.html,
            metadata=metadata(edition, source, env, remark(place, edition)),
            widths=widths[place.folder],
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a document has beside its texts, and what the site has beside the document."""

    downloads: Mapping[str, bytes]
    """The PDFs and the Markdown that pages link to."""
    compared: Sequence[Compared] = ()
    """The comparisons of versions."""
    archive: Archive = field(default_factory=Archive)
    lists: Collection[str] = ()
    """The tags of the languages in which other documents have a page, so that there is a list to lead to."""


def document_pages(
    texts: Bodies,
    environments: Environments,
    templates: Templates,
    beside: Beside,
    *,
    site_url: str | None = None,
) -> Mapping[str, bytes] | Diagnostic:
    """Render all pages of a document.

    Args:
        texts: the bodies.
        environments: the page templates, by the locale whose language they speak.
        templates: the templates, the style sheet and the script, by file name.
        beside: what there is beside the texts.
        site_url: the absolute URL of the site's folder, without which search engines are told of no addresses.

    Returns:
        The files by path, relative to the output folder, with ``/``; or the problem of a template.
    """
    public = texts.public
    here = {edition.decision.language.tag for edition in public.shown if edition.decision.has_page}
    frame = Frame(
        environments=environments,
        assets={name: file for name, (file, _) in assets(templates).items()},
        indexing=document_indexing(public, site_url),
        site_url=site_url,
        downloads={file: len(data) for file, data in beside.downloads.items()},
        lists={list_file(tag) for tag in here.union(beside.lists)},
    )
    files: dict[str, bytes] = {}
    try:
        for place, written in texts.bodies.values():
            files |= page(written, place, frame, beside.archive)
        files |= histories(public, frame, beside.archive)
        # The languages in which two versions are compared stand side by side.
        for _, group in groupby(beside.compared, key=lambda one: one.pair[:3]):
            same = list(group)
            for one in same:
                files |= changes_page(one, same, frame, beside.archive)
    except FaultyTemplateError as error:
        return error.diagnostic
    return files
