"""A document in one language becomes an HTML page."""

from collections.abc import Callable, Sequence
from functools import partial

from markupsafe import Markup

from pipeline.gate import Edition, Form
from pipeline.languages import Language
from pipeline.markdown import Entry, Presentation, contents, page_html
from pipeline.reading.addresses import spans
from pipeline.render.addresses import list_file
from pipeline.render.editions import has_translated_title, is_complete, page_file
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.furniture import label, language_name
from pipeline.render.lists import facts


def page(edition: Edition, editions: Sequence[Edition], source: Language, frame: Frame) -> dict[str, bytes]:
    """Render the page of one document in one language.

    Args:
        edition: the document in that language.
        editions: the document in all languages that have a page, the source language first.
        source: the language of what is not translated.
        frame: what all pages share.
    """
    decision, localized = edition.decision, edition.localized
    language, document = decision.language, localized.document
    is_foreign = decision.form is Form.ENGLISH
    presentation = _presentation(edition, source, frame)
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
    unreviewed = decision.form in {Form.TRANSLATED, Form.MIXED}
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
        contents=_nested(contents(localized.skeleton, presentation)),
        body=Markup(page_html(localized.skeleton, presentation)),  # noqa: S704 - the writer escapes what is text
    )


def _presentation(edition: Edition, source: Language, frame: Frame) -> Presentation:
    """How the body is written; the labels of what is all in the source language are so, too."""
    language = source if edition.decision.form is Form.ENGLISH else edition.decision.language
    env = frame.environments[language.locale]
    return Presentation(
        sections=edition.localized.document.sections,
        permalink=partial(label, env, "permalink"),
        table=partial(label, env, "table"),
        isolate=spans if language.direction == "rtl" else lambda _text: (),
        mark={"class": "untranslated", "lang": source.tag, "dir": source.direction},
    )


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
