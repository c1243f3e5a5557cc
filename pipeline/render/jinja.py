"""The page templates as Jinja reads them: which of them are in use, and what is wrong with one."""

import re
from collections.abc import Collection, Iterator

import jinja2
from jinja2 import meta

from pipeline.model import Diagnostic
from pipeline.render.templates import BUILT_IN, FOLDER, PAGES, Templates, is_built_in, path


def in_use(templates: Templates) -> Collection[str]:
    """Return the names of the templates that pages are made of, sorted; what cannot be read calls no others."""
    found: set[str] = set()
    waiting = [name for name in PAGES if name in templates]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [one for one in called(name, templates) if one in templates]
    return sorted(found)


def faults(templates: Templates, folder: str = FOLDER) -> Iterator[Diagnostic]:
    """Find what is wrong with the templates in use before any page is made: what Jinja cannot read, and what is not there."""
    env = language_free()
    for name in in_use(templates):
        try:
            env.compile(templates[name], name)
        except jinja2.TemplateSyntaxError as error:
            yield fault(path(name, templates, folder), error.lineno, error.message or "it cannot be read")
            continue
        for other in called(name, templates):
            if other not in templates:
                line = _line(templates[name], other)
                yield fault(path(name, templates, folder), line, f"there is no template “{other}”")
            elif name in _above(other, templates):
                hint = f"to build on the built-in template, extend “{BUILT_IN}{name}”"
                line = _line(templates[name], other)
                yield fault(path(name, templates, folder), line, "the template calls itself", hint)


def fault(where: str, line: int | None, message: str, hint: str = "") -> Diagnostic:
    """Return the problem of a template."""
    return Diagnostic(
        path=where,
        line=line,
        code="template",
        message=" ".join(message.split()).rstrip("."),
        hint=hint or "docs/templates.md lists the templates, their blocks and their variables",
    )


def language_free(**options: object) -> jinja2.Environment:
    """Return an environment with the settings that all templates are written for, and no words yet."""
    env = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        **options,  # type: ignore[arg-type]
    )
    env.policies["ext.i18n.trimmed"] = True
    return env


def called(name: str, templates: Templates) -> Collection[str]:
    """Return the templates that one extends, includes or imports by name."""
    text = templates[name]
    if not _CALL.search(text):
        return ()
    if is_built_in(name, templates):
        return tuple(_NAMED.findall(text))  # they name others plainly, which is read in no time
    return read_calls(text)


def read_calls(text: str) -> Collection[str]:
    """Return the templates that a template calls by name, as Jinja reads it."""
    try:
        tree = language_free().parse(text)
    except jinja2.TemplateSyntaxError:
        return ()
    return tuple(called for called in meta.find_referenced_templates(tree) if called)


_CALL = re.compile(r"extends|include|import")
_NAMED = re.compile(r'{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"')


def _above(name: str, templates: Templates) -> Collection[str]:
    """A template and all that it calls."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += [one for one in called(here, templates) if one in templates]
    return found


def _line(text: str, called: str) -> int | None:
    """Where a template is first named."""
    place = text.find(called)
    return text.count("\n", 0, place) + 1 if place >= 0 else None
