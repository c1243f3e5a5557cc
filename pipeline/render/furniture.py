"""An environment in which the page templates speak one language."""

import datetime
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from traceback import walk_tb
from types import CodeType

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from pipeline.languages import Language, long_date, name_in
from pipeline.languages import language as language_of
from pipeline.localize import Translation
from pipeline.model import Diagnostic
from pipeline.render.isolated import isolated
from pipeline.render.jinja import fault, language_free
from pipeline.render.templates import FOLDER, Templates, is_own, path


class FaultyTemplateError(Exception):
    """A template cannot be rendered; its one argument is the `Diagnostic` that says where and why."""

    @property
    def diagnostic(self) -> Diagnostic:
        """What is wrong."""
        found = self.args[0]
        assert isinstance(found, Diagnostic)  # noqa: S101 - nothing else raises it
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A name or a date, for a sentence in the page's language or, if that is not translated, in the source's."""

    here: str
    source: str

    def __str__(self) -> str:
        """Return it in the page's language."""
        return self.here


def environment(
    templates: Templates,
    language: Language,
    source: Language,
    translation: Translation | None,
    folder: str = FOLDER,
) -> jinja2.Environment:
    """Return an environment whose templates come out in one language.

    Args:
        templates: all templates, so that one can extend another.
        language: the language of the page.
        source: the language of the templates' own words.
        translation: the words in the page's language; none if that is the source language.
        folder: where the project's own templates are, for diagnostics.
    """
    loader = jinja2.FunctionLoader(lambda name: _load(name, templates, folder))
    env = language_free(loader=loader, bytecode_cache=_compiled())
    env.extend(files={path(name, templates, folder): is_own(name, templates) for name in templates})
    in_source = Markup(' lang="{}" dir="{}"').format(source.tag, source.direction)
    mark = Markup(' class="untranslated"') + in_source
    gettext, plaintext = _gettext(translation, mark)
    # The new style gives the variables of a sentence to the function, which knows what they go into.
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    env.globals |= {"gettext": gettext, "ngettext": _ngettext, "plaintext": plaintext}
    env.globals |= {
        "language": language,
        "source": source,
        "source_name": language_name(source, language, source),
        "in_source": in_source,
        "untranslated": mark,
        "isolated": isolated(language),
    }
    return env


Environments = Mapping[str, jinja2.Environment]
"""The page templates, by the locale whose language they speak."""


def environments(
    templates: Templates, source: Language, translations: Mapping[str, Translation], folder: str = FOLDER
) -> Environments:
    """Return an environment for each language of a site, by locale: the source language, and those of the translations."""
    own = {source.locale: environment(templates, source, source, None, folder)}
    return own | {
        locale: environment(templates, language_of(locale), source, translation, folder)
        for locale, translation in translations.items()
    }


def rendered(env: jinja2.Environment, name: str, /, **variables: object) -> str:
    """Render a template.

    Raises:
        FaultyTemplateError: it fails, and a project's own template takes part in it.
    """
    text = io.StringIO()  # the pieces of a long list, all at once, take several times the memory of the text
    with _telling(env):
        text.writelines(env.get_template(name).generate(**variables))
    return text.getvalue()


def label(env: jinja2.Environment, macro: str, *values: object, template: str = "parts.html") -> str:
    """Return the plain text of a macro of a template.

    Raises:
        FaultyTemplateError: as `rendered`.
    """
    with _telling(env):
        module = env.get_template(template).module
        return Markup(getattr(module, macro)(*values)).unescape()  # noqa: S704 - a macro's value is markup


@contextmanager
def _telling(env: jinja2.Environment) -> Iterator[None]:
    """Say which of a project's own templates is at fault; without one, the fault is ours."""
    try:
        yield
    except Exception as error:
        place = _place(error, env.files)  # type: ignore[attr-defined]
        if place is None:
            raise
        raise FaultyTemplateError(fault(*place, str(error) or type(error).__name__)) from error


def language_name(language: Language, reader: Language, source: Language) -> Said:
    """Return the name of a language for a sentence in the reader's language, or in the source's if it is not translated."""
    return Said(here=name_in(language.locale, reader.locale), source=name_in(language.locale, source.locale))


def date_said(day: datetime.date, reader: Language, source: Language) -> Said:
    """Return a date for a sentence, in CLDR's long form."""
    return Said(here=long_date(day, reader.locale), source=long_date(day, source.locale))


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, which all languages share; they stay those of their text."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a compiled template, if there is one of the same text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        if bucket.code:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)


@cache
def _compiled() -> _Compiled:
    return _Compiled()


def _load(name: str, templates: Templates, folder: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template as Jinja wants it, with the name of its file, which its errors then tell."""
    return (templates[name], path(name, templates, folder), lambda: True) if name in templates else None


def _place(error: Exception, files: Mapping[str, bool]) -> tuple[str, int | None] | None:
    """Where an error comes from: the last template of a project's own that it went through; none if the project has none.

    Args:
        error: what was raised while templates were rendered.
        files: the files of all templates, and whether each is the project's own.
    """
    own = [file for file, is_own_file in files.items() if is_own_file]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename in own:
        return error.filename, error.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    ours = [frame for frame in frames if frame[0] in own]
    # A built-in template may miss what the project's replaced, and is itself no place where that can be mended.
    return ours[-1] if ours else ((own[0], None) if own else None)


def _gettext(
    translation: Translation | None, mark: Markup
) -> tuple[Callable[..., Markup], Callable[..., str]]:
    """The functions that look a text up, for a place where there may be tags and for one where there is text alone.

    A text without a translation is shown in the source language; where tags may be, it says so.
    """

    def gettext(text: str, /, **variables: object) -> Markup:
        # Jinja doubles the percent signs of a text, and takes that back for translators where there are no variables.
        text = text if _VARIABLE.search(text) else text.replace("%%", "%")
        if translation is None or text in translation.texts:
            return _marked_up(translation.texts[text] if translation else text, text, variables)
        return Markup("<span{}>{}</span>").format(mark, _marked_up(text, text, _in_source(variables)))

    def plaintext(text: str, /, **variables: object) -> str:
        if translation is None or text not in translation.texts:
            return _filled(text, text, _in_source(variables))
        return _filled(translation.texts[text], text, variables)

    return gettext, plaintext


def _in_source(variables: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value.source if isinstance(value, Said) else value for key, value in variables.items()}


def _marked_up(translation: str, text: str, variables: Mapping[str, object]) -> Markup:
    escaped = {key: escape(str(value)) for key, value in variables.items()}
    return Markup(_filled(str(escape(translation)), text, escaped))  # noqa: S704 - all of it is escaped


def _filled(translation: str, text: str, variables: Mapping[str, object]) -> str:
    """Put variables into a translation: only what the template's text has is one, and every other percent sign is a sign."""
    names = set(_VARIABLE.findall(text)) & variables.keys()
    if not names:
        return translation
    values = {"%%": "%", **{f"%({name})s": str(variables[name]) for name in names}}
    return _SIGN.sub(lambda sign: values.get(sign[0], sign[0]), translation)


_VARIABLE = re.compile(r"%\((\w+)\)s")
_SIGN = re.compile(r"%%|%\(\w+\)s")


def _ngettext(_singular: str, _plural: str, _number: int, /, **_variables: object) -> str:
    message = "the page templates have no plural texts yet; write them as plain texts"
    raise NotImplementedError(message)
