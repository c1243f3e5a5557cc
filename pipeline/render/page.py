"""A document in one language becomes an HTML page."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from pipeline.gate import Edition, Form
from pipeline.languages import Language
from pipeline.markdown import html
from pipeline.render.addresses import document_file, list_file
from pipeline.render.editions import has_translated_title, is_complete
from pipeline.render.frame import Choice, Frame, Page
from pipeline.render.furniture import language_name
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
    mark = {"class": "untranslated", "lang": source.tag, "dir": source.direction}
    choices = [
        Choice(language=other.decision.language, file=_file(other), is_complete=is_complete(other))
        for other in editions
    ]
    here = Page(
        file=_file(edition),
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
        title_id=None,
        title_translated=has_translated_title(edition),
        description=localized.metadata.get("description") or document.front_matter.get("description"),
        description_translated=not is_foreign and localized.is_translated("description"),
        document=facts(edition, language),
        form=decision.form.value,
        notices=unreviewed or is_foreign or prevails is not None,
        unreviewed=unreviewed,
        prevails=prevails,
        contents=(),
        text_language=Markup(' lang="{}" dir="{}"').format(source.tag, source.direction)
        if is_foreign
        else "",
        body=Markup(html(localized.skeleton, mark=mark)),  # noqa: S704 - the renderer escapes what is text
    )


def _file(edition: Edition) -> str:
    return document_file(edition.decision.language.tag, edition.localized.document.name)


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
        "href": href(_file(there)) if there and is_complete(there) else None,
    }
