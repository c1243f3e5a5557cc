"""A document in one language becomes an HTML page."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from pipeline.gate import Edition, Form, Gone, has_translated_title
from pipeline.languages import file_size
from pipeline.markdown.contents import Entry, contents
from pipeline.render.addresses import DOWNLOADS
from pipeline.render.body import Body
from pipeline.render.editions import Place, is_complete
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.furniture import language_name
from pipeline.render.lists import facts
from pipeline.render.standing import Archive, View, coming_variables, remark_variables


def page(body: Body, place: Place, frame: Frame, archive: Archive) -> dict[str, bytes]:
    """Render the page of one document in one language.

    Args:
        body: the document in that language.
        place: where it stands, with its text in all languages.
        frame: what all pages share.
        archive: what there is to link to in other versions.
    """
    edition, editions = body.edition, place.editions
    decision, localized = edition.decision, edition.localized
    language, document = decision.language, localized.document
    is_foreign = decision.form is Form.ENGLISH
    choices = [
        Choice(
            language=other.decision.language, file=place.page(other), is_complete=is_complete(other.decision)
        )
        for other in editions
    ]
    here = Page(
        file=place.page(edition),
        template="page.html",
        language=language,
        choices=choices,
        home=frame.home(language),
    )
    unreviewed = decision.is_translation and not decision.is_reviewed
    href = frame.hrefs(here)
    prevails = _prevails(edition, place, href)
    view = View(place=place, edition=edition, archive=archive, href=href)
    version = place.text(edition)
    remark, coming = remark_variables(view), coming_variables(view)
    return frame.render(
        here,
        title=localized.title,
        title_id=next((section.id for section in document.sections if section.is_title), None),
        title_translated=has_translated_title(edition),
        description=localized.metadata.get("description") or document.front_matter.get("description"),
        description_translated=not is_foreign and localized.is_translated("description"),
        document=facts(document.effective, document.version, language),
        form=decision.form.value,
        notices=bool(remark or coming or unreviewed or is_foreign or prevails is not None),
        remark=remark,
        coming=coming,
        history=view.history(),
        gone=[_gone(one, view) for one in (version.gone if version else ())],
        unreviewed=unreviewed,
        prevails=prevails,
        downloads=_downloads(edition if not is_foreign else editions[0], place, frame, here),
        contents=_nested(contents(localized.skeleton, body.presentation)),
        body=Markup(body.html),  # noqa: S704 - the writer escapes what is text
    )


def _gone(gone: Gone, view: View) -> Mapping[str, object]:
    """What the anchor of a section leads to that the text has no more."""
    link = view.text(view.place.public.named(gone.version))
    there = {"href": f"{link.href}#{gone.id}", "language": link.language} if link else None
    return {"id": gone.id, "version": gone.version, "text": there}


def _downloads(edition: Edition, place: Place, frame: Frame, here: Page) -> Sequence[dict[str, object]]:
    """The files that hold the text of a page; of a page that is all in the source language, those of the source."""
    language, document = edition.decision.language, edition.decision.document
    href = frame.hrefs(here)
    return [
        {
            "format": name,
            "type": kind,
            "href": href(file),
            "language": language,
            "size": file_size(frame.downloads[file], here.language.locale),
        }
        for name, kind, file_of in DOWNLOADS
        if (file := file_of(language.tag, document, place.folder)) in frame.downloads
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


def _prevails(edition: Edition, place: Place, href: Callable[[str], str]) -> dict[str, object] | None:
    """What the notice says of the text that binds, with the link to its page if there is one."""
    binding = edition.decision.binding
    if binding is None:
        return None
    editions = place.editions
    there = next(
        (other for other in editions if other.decision.language == binding.language and other is not edition),
        None,
    )
    return {
        "text": binding.text,
        "language": binding.language,
        "name": language_name(binding.language, edition.decision.language, editions[0].decision.language),
        "href": href(place.page(there)) if there and is_complete(there.decision) else None,
    }
