"""A document in one language becomes an HTML page."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from pipeline.gate import Edition, Form
from pipeline.languages import file_size
from pipeline.markdown import Entry, contents
from pipeline.render.addresses import list_file, markdown_file, pdf_file
from pipeline.render.body import Body
from pipeline.render.editions import has_translated_title, is_complete, page_file
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.furniture import language_name
from pipeline.render.lists import facts


def page(body: Body, editions: Sequence[Edition], frame: Frame) -> dict[str, bytes]:
    """Render the page of one document in one language.

    Args:
        body: the document in that language.
        editions: the document in all languages that have a page, the source language first.
        frame: what all pages share.
    """
    edition = body.edition
    decision, localized = edition.decision, edition.localized
    language, document = decision.language, localized.document
    is_foreign = decision.form is Form.ENGLISH
    choices = [
        Choice(
            language=other.decision.language, file=page_file(other.decision), is_complete=is_complete(other)
        )
        for other in editions
    ]
    here = Page(
        file=page_file(decision),
        template="page.html",
        language=language,
        choices=choices,
        home=list_file(language.tag),
    )
    unreviewed = decision.is_translation and not decision.is_reviewed
    prevails = _prevails(edition, editions, frame.hrefs(here))
    return frame.render(
        here,
        title=localized.title,
        title_id=next((section.id for section in document.sections if section.is_title), None),
        title_translated=has_translated_title(edition),
        description=localized.metadata.get("description") or document.front_matter.get("description"),
        description_translated=not is_foreign and localized.is_translated("description"),
        document=facts(edition),
        form=decision.form.value,
        notices=unreviewed or is_foreign or prevails is not None,
        unreviewed=unreviewed,
        prevails=prevails,
        downloads=_downloads(edition if not is_foreign else editions[0], frame, here),
        contents=_nested(contents(localized.skeleton, body.presentation)),
        body=Markup(body.html),  # noqa: S704 - the writer escapes what is text
    )


def _downloads(edition: Edition, frame: Frame, here: Page) -> Sequence[dict[str, object]]:
    """The files that hold the text of a page; of a page that is all in the source language, those of the source."""
    language, document = edition.decision.language, edition.decision.document
    files = (
        ("PDF", "application/pdf", pdf_file(language.tag, document)),
        ("Markdown", "text/markdown", markdown_file(language.tag, document)),
    )
    href = frame.hrefs(here)
    return [
        {
            "format": name,
            "type": kind,
            "href": href(file),
            "language": language,
            "size": file_size(frame.downloads[file], here.language.locale),
        }
        for name, kind, file in files
        if file in frame.downloads
    ]


def _nested(entries: Sequence[Entry]) -> Sequence[dict[str, object]]:
    """The entries of level 2, each with those of level 3 below it; one without any above it stands by itself."""
    top: list[tuple[Entry, list[dict[str, object]]]] = []
    for entry in entries:
        if entry.level == 2 or not top:  # noqa: PLR2004 - a heading's level
            top.append((entry, []))
        else:
            top[-1][1].append(_entry(entry, ()))
    return [_entry(entry, below) for entry, below in top]


def _entry(entry: Entry, below: Sequence[dict[str, object]]) -> dict[str, object]:
    text = Markup(entry.html)  # noqa: S704 - the writer escapes what is text
    return {"id": entry.id, "html": text, "translated": not entry.is_untranslated, "below": below}


def _prevails(
    edition: Edition, editions: Sequence[Edition], href: Callable[[str], str]
) -> dict[str, object] | None:
    """What the notice says of the text that binds, with the link to its page if there is one."""
    binding = edition.decision.binding
    if binding is None:
        return None
    there = next(
        (other for other in editions if other.decision.language == binding.language and other is not edition),
        None,
    )
    return {
        "text": binding.text,
        "language": binding.language,
        "name": language_name(binding.language, edition.decision.language, editions[0].decision.language),
        "href": href(page_file(there.decision)) if there and is_complete(there) else None,
    }
