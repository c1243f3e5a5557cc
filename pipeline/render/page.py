"""A localized document becomes an HTML page; the list of languages becomes the site's front page."""

from collections.abc import Sequence
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from pipeline.languages import Language, long_date
from pipeline.localize import Localized
from pipeline.markdown import html


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A document in one language, as other pages link to it."""

    language: Language
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A document in all its languages, as the front page lists it."""

    title: str
    editions: Sequence[Edition]


def page(
    localized: Localized,
    env: jinja2.Environment,
    *,
    source: Language,
    editions: Sequence[Edition],
    stylesheet: str,
) -> str:
    """Render the page of one document in one language.

    Args:
        localized: the document.
        env: the templates in that language.
        source: the language of what is not translated.
        editions: the document's languages, this one among them.
        stylesheet: the style sheet's file name under ``assets``.
    """
    document = localized.document
    mark = {"class": "untranslated", "lang": source.tag, "dir": source.direction}
    return env.get_template("page.html").render(
        root="../../",
        stylesheet=stylesheet,
        editions=editions,
        title=localized.title,
        # A title that the first heading gives stands in the body already.
        has_title=document.front_matter.get("title") is not None,
        title_translated=localized.is_translated(document.title_slot),
        description=localized.metadata.get("description") or document.front_matter.get("description"),
        description_translated=localized.is_translated("description"),
        effective=document.effective,
        effective_text=document.effective and long_date(document.effective, localized.language.locale),
        version=document.version,
        incomplete=bool(localized.translation.fallbacks),
        body=Markup(html(localized.skeleton, mark=mark)),  # noqa: S704 - the renderer escapes what is text
    )


def front_page(choices: Sequence[Choice], env: jinja2.Environment, *, stylesheet: str) -> str:
    """Render the page on which a reader chooses a language."""
    return env.get_template("chooser.html").render(root="", stylesheet=stylesheet, choices=choices)
