"""The body of a document in one language as HTML: what its page shows, and what its Markdown is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import jinja2

from pipeline.gate import Edition, Form
from pipeline.languages import Language
from pipeline.markdown.page import Presentation, page_html
from pipeline.reading.addresses import spans
from pipeline.render.furniture import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The body of an edition, and how it is written."""

    edition: Edition
    presentation: Presentation
    html: str


def body(
    edition: Edition,
    source: Language,
    environments: Mapping[str, jinja2.Environment],
    aliases: Mapping[str, Sequence[str]] | None = None,
) -> Body:
    """Write the body of an edition.

    Args:
        edition: the document in a language.
        source: the language of what is not translated.
        aliases: what its sections were called in earlier versions, by their ids.
        environments: the page templates, by the locale whose language they speak. The labels of a body that is all in the
            source language are so, too.
    """
    language = source if edition.decision.form is Form.ENGLISH else edition.decision.language
    env = environments[language.locale]
    presentation = Presentation(
        sections=edition.localized.document.sections,
        permalink=partial(label, env, "permalink"),
        table=partial(label, env, "table"),
        aliases=aliases or {},
        isolate=spans if language.direction == "rtl" else lambda _text: (),
        mark={"class": "untranslated", "lang": source.tag, "dir": source.direction},
    )
    html = page_html(edition.localized.skeleton, presentation)
    return Body(edition=edition, presentation=presentation, html=html)
