"""The pages that lead to documents: the front page, each language's list, and what is shown where there is no page."""

import datetime
from collections.abc import Callable, Sequence

from pipeline.gate import Listed
from pipeline.languages import Language, long_date
from pipeline.render.addresses import CHOOSER, list_file, missing_file
from pipeline.render.editions import Published, is_complete, page_file
from pipeline.render.frame import Choice, Frame, Page


def chooser(site: Published, frame: Frame) -> dict[str, bytes]:
    """Render the page on which a reader chooses a language; each is written in itself."""
    if site.source is None:
        return {}
    page = Page(file=CHOOSER, template="chooser.html", language=site.source)
    href = frame.hrefs(page)
    entries = [
        {
            "language": editions[0].decision.language,
            "href": href(list_file(editions[0].decision.language.tag)),
            "documents": _documents(editions, href),
        }
        for editions in site.languages.values()
    ]
    return frame.render(page, entries=entries)


def lists(site: Published, frame: Frame) -> dict[str, bytes]:
    """Render the list of the documents in each language."""
    files: dict[str, bytes] = {}
    for editions in site.languages.values():
        language = editions[0].decision.language
        page = Page(
            file=list_file(language.tag), template="list.html", language=language, choices=_choices(site)
        )
        files |= frame.render(page, documents=_documents(editions, frame.hrefs(page)))
    return files


def missing(site: Published, frame: Frame) -> dict[str, bytes]:
    """Render what a server shows where there is no page, in each language."""
    files: dict[str, bytes] = {}
    for editions in site.languages.values():
        language = editions[0].decision.language
        page = Page(
            file=missing_file(language.tag),
            template="404.html",
            language=language,
            choices=_choices(site),
            home=list_file(language.tag),
            is_anywhere=True,
        )
        files |= frame.render(page, documents=_documents(editions, frame.hrefs(page)))
    return files


def _choices(site: Published) -> Sequence[Choice]:
    return [
        Choice(
            language=editions[0].decision.language,
            file=list_file(editions[0].decision.language.tag),
            is_complete=all(is_complete(edition.decision) for edition in editions),
        )
        for editions in site.languages.values()
    ]


def _documents(editions: Sequence[Listed], href: Callable[[str], str]) -> Sequence[dict[str, object]]:
    return [
        {
            "href": href(page_file(edition.decision)),
            "title": edition.title,
            "translated": edition.is_title_translated,
            "form": edition.decision.form.value,
            **facts(edition.effective, edition.version, edition.decision.language),
        }
        for edition in editions
    ]


def facts(effective: datetime.date | None, version: str | None, language: Language) -> dict[str, object]:
    """Return the day from which a document is in force, as it is written in a language, and its version."""
    return {
        "effective": effective,
        "effective_text": effective and long_date(effective, language.locale),
        "version": version,
    }
