"""The words of the page templates, for translators, and an environment in which the templates speak one language."""

import io
import re
from collections.abc import Callable, Iterator

import jinja2
from jinja2.ext import babel_extract
from markupsafe import Markup, escape

from pipeline.languages import Language, name_in
from pipeline.localize import Translation
from pipeline.model import Diagnostic, Kind, Unit
from pipeline.render.templates import FOLDER, Templates, fault, in_use, language_free, path


class FaultyTemplateError(Exception):
    """A template cannot be rendered; its one argument is the `Diagnostic` that says where and why."""

    @property
    def diagnostic(self) -> Diagnostic:
        """What is wrong."""
        found = self.args[0]
        assert isinstance(found, Diagnostic)  # noqa: S101 - nothing else raises it
        return found


class Name(str):
    """The name of a language in the page's language, which also knows the one in the source's.

    A sentence that is not translated takes the latter.
    """

    __slots__ = ("source",)

    def __new__(cls, here: str, source: str) -> "Name":
        """Make a text of the name in the page's language."""
        name = super().__new__(cls, here)
        name.source = source
        return name


def words(templates: Templates, folder: str = FOLDER) -> Iterator[Unit]:
    """Walk the texts of the page templates in use: the units of the domain ``site``."""
    for name in in_use(templates):
        file = io.BytesIO(templates[name].encode())
        for line, _, found, notes in babel_extract(file, _FUNCTIONS, ("translators:",), {"trimmed": "true"}):
            text = str(found[0] if isinstance(found, tuple) else found)
            yield Unit(
                text=text,
                kind=Kind.METADATA,
                type="Page template",
                notes=tuple(notes),
                path=path(name, templates, folder),
                line=line,
                slot=text,
            )


_FUNCTIONS = ("gettext", "plaintext")


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
    env = language_free(loader=jinja2.DictLoader(templates))
    mark = Markup(' class="untranslated" lang="{}" dir="{}"').format(source.tag, source.direction)
    gettext, plaintext = _gettext(translation, mark)
    # The new style gives the variables of a sentence to the function, which knows what they go into.
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    env.globals |= {"gettext": gettext, "ngettext": _ngettext, "plaintext": plaintext}
    env.globals |= {
        "language": language,
        "source": source,
        "source_name": Name(name_in(source.locale, language.locale), name_in(source.locale, source.locale)),
        "untranslated": mark,
    }
    return env


def _gettext(
    translation: Translation | None, mark: Markup
) -> tuple[Callable[..., Markup], Callable[..., str]]:
    """The functions that look a text up, for a place where there may be tags and for one where there is text alone.

    A text without a translation is shown in the source language; where tags may be, it says so.
    """

    def gettext(text: str, /, **variables: object) -> Markup:
        if translation is None:
            return escape(text) % variables
        if text in translation.texts:
            return escape(_formatted(translation.texts[text], text)) % variables
        return Markup("<span{}>{}</span>").format(mark, escape(text) % _in_source(variables))

    def plaintext(text: str, /, **variables: object) -> str:
        if translation is None or text not in translation.texts:
            return text % _in_source(variables)
        return _formatted(translation.texts[text], text) % variables

    return gettext, plaintext


def _in_source(variables: dict[str, object]) -> dict[str, object]:
    return {key: value.source if isinstance(value, Name) else value for key, value in variables.items()}


def _formatted(translation: str, text: str) -> str:
    """Every word is formatted with %, also one without variables: only what the template's word has is a variable."""
    variables = {"%%", *_PERCENT.findall(text)} - {"%"}
    return _PERCENT.sub(lambda sign: sign[0] if sign[0] in variables else f"%{sign[0]}", translation)


_PERCENT = re.compile(r"%%|%(?:\(\w+\)s)?")


def _ngettext(_singular: str, _plural: str, _number: int, /, **_variables: object) -> str:
    message = "the page templates have no plural texts yet; write them as plain texts"
    raise NotImplementedError(message)
