"""The page templates: their words for translators, and an environment that speaks one language.

Nothing else imports Jinja.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping

import jinja2
from jinja2.ext import babel_extract
from markupsafe import Markup, escape

from pipeline.languages import Language
from pipeline.localize import Translation
from pipeline.model import Kind, Unit

Templates = Mapping[str, str]
"""The text of each template, by its file name."""


def words(templates: Templates) -> Iterator[Unit]:
    """Walk the texts of the page templates: the units of the domain ``site``."""
    for name in sorted(templates):
        file = io.BytesIO(templates[name].encode())
        for line, _, text, notes in babel_extract(file, ("gettext",), ("translators:",), {"trimmed": "true"}):
            yield Unit(
                text=str(text),
                kind=Kind.METADATA,
                type="Page template",
                notes=tuple(notes),
                path=f"templates/{name}",
                line=line,
                slot=str(text),
            )


def environment(
    templates: Templates, language: Language, source: Language, translation: Translation | None
) -> jinja2.Environment:
    """Return an environment whose templates come out in one language.

    Args:
        templates: all templates, so that one can extend another.
        language: the language of the page.
        source: the language of the templates' own words.
        translation: the words in the page's language; none if that is the source language.
    """
    env = jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.policies["ext.i18n.trimmed"] = True
    mark = Markup(' class="untranslated" lang="{}" dir="{}"').format(source.tag, source.direction)
    gettext = _gettext(translation, mark)
    env.install_gettext_callables(gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {"language": language, "untranslated": mark}
    return env


def _gettext(translation: Translation | None, mark: Markup) -> Callable[[str], str]:
    """A word without a translation is shown in the source language, and says so."""

    def gettext(text: str) -> str:
        if translation is None:
            return escape(text)
        if text in translation.texts:
            return escape(_formatted(translation.texts[text], text))
        return Markup("<span{}>{}</span>").format(mark, text)

    return gettext


def _formatted(translation: str, text: str) -> str:
    """Jinja formats every word with %, also one without variables: only what the template's word has is a variable."""
    variables = {"%%", *_PERCENT.findall(text)} - {"%"}
    return _PERCENT.sub(lambda sign: sign[0] if sign[0] in variables else f"%{sign[0]}", translation)


_PERCENT = re.compile(r"%%|%(?:\(\w+\)s)?")


def _ngettext(_singular: str, _plural: str, _number: int) -> str:
    message = "the page templates have no plural texts yet; write them as plain texts"
    raise NotImplementedError(message)
