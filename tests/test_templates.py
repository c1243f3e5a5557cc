"""Page templates: built in and a project's own, and what is told of a faulty one."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2.ext import babel_extract

from pipeline.model import Diagnostic
from pipeline.project.built_in import built_in
from pipeline.project.load import load
from pipeline.render.jinja import called, faults, in_use, read_calls
from pipeline.render.templates import PAGES, merged, path
from pipeline.render.words import texts as texts_of
from pipeline.render.words import words
from tests.building import PROJECT, attempt, build, page, texts, values

BUILT_IN = built_in()
HINT = "docs/templates.md lists the templates, their blocks and their variables"


def own(**files: str) -> Mapping[str, str]:
    """The templates of a project with some of its own."""
    return merged(BUILT_IN, {f"{name}.html": text for name, text in files.items()})


def test_a_projects_template_takes_the_place_of_the_built_in_one_which_stays_within_reach() -> None:
    found = own(page='{% extends "policyglot/page.html" %}')
    assert found["page.html"] == '{% extends "policyglot/page.html" %}'
    assert found["policyglot/page.html"] == BUILT_IN["page.html"]
    assert path("page.html", found) == "source/templates/page.html"
    assert path("page.html", found, "policies/templates") == "policies/templates/page.html"
    assert {path(name, found) for name in ("policyglot/page.html", "layout.html")} == {
        "templates/page.html",
        "templates/layout.html",
    }


def test_the_built_in_templates_are_without_fault() -> None:
    assert list(faults(merged(BUILT_IN, {}))) == []
    assert set(PAGES) <= set(BUILT_IN)
    assert in_use(merged(BUILT_IN, {})) == [
        "404.html",
        "changes.html",
        "chooser.html",
        "compared.html",
        "comparison.html",
        "history.html",
        "layout.html",
        "list.html",
        "page.html",
        "parts.html",
        "sheet.html",
        "status.html",
        "versions.html",
    ]


def test_built_in_templates_name_those_that_they_call_plainly() -> None:
    templates = merged(BUILT_IN, {})
    calls = {name: set(called(name, templates)) for name in BUILT_IN}
    assert calls == {name: set(read_calls(text)) for name, text in BUILT_IN.items()}
    assert any(calls.values())


@pytest.mark.parametrize(
    "text",
    [
        *(text for name, text in BUILT_IN.items() if name.endswith(".html")),
        "{# translators: One #}{{ gettext('a') }}{{ gettext('b') }}\n{# translators: Two\n words #}\n\n{{ gettext('c') }}",
        "{#- translators:   first -#}\n{# translators: second #}\n{# no note #}\n{% trans %}  a\n  b {% endtrans %}",
        "{{ f(gettext('a'),\n{# translators: late #}\ngettext('b')) }}\n{# translators: last #}",
        "{% for %}{{ gettext('a') }}",
        "{% if x %}{# translators: x #}{{ plaintext('a', b=gettext('c')) }}{% endif %}{{ gettext(a) }}",
    ],
)
def test_words_are_those_that_jinja_finds(text: str) -> None:
    found = babel_extract(
        io.BytesIO(text.encode()), ("gettext", "plaintext"), ("translators:",), {"trimmed": "true"}
    )
    wanted = [
        (line, str(one[0] if isinstance(one, tuple) else one), tuple(notes)) for line, _, one, notes in found
    ]
    assert [(line, one, tuple(notes)) for line, one, notes in texts_of(text)] == wanted


def test_words_are_those_of_templates_in_use() -> None:
    replaced = own(page="{% trans %}Our own{% endtrans %}", unused="{% trans %}Never{% endtrans %}")
    found = {unit.text: unit.path for unit in words(replaced)}
    assert found["Our own"] == "source/templates/page.html"
    assert not found.keys() & {"Never", "Back to the top"}
    extending = {unit.text: unit.path for unit in words(own(page='{% extends "policyglot/page.html" %}'))}
    assert extending["Back to the top"] == "templates/page.html"


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("\n{% block main %}", 2, "Unexpected end of template. Jinja was looking for the following tags: 'endblock'. The innermost block that needs to be closed is 'block'", HINT),
        ("{{ title|shout }}", 1, "No filter named 'shout'", HINT),
        ('\n\n{% include "방침.html" %}', 3, "there is no template “방침.html”", HINT),
        ('{% extends "page.html" %}', 1, "the template calls itself", "to build on the built-in template, extend “policyglot/page.html”"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_read_is_told(text: str, line: int, message: str, hint: str) -> None:
    [found] = faults(own(page=text))
    assert (found.path, found.line, found.code, found.message, found.hint) == (
        "source/templates/page.html",
        line,
        "template",
        message,
        hint,
    )


def test_templates_that_call_each_other_are_told() -> None:
    found = own(page='{% include "a.html" %}', a='{% include "page.html" %}')
    assert [(item.path, item.message) for item in faults(found)] == [
        ("source/templates/a.html", "the template calls itself"),
        ("source/templates/page.html", "the template calls itself"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("page.html", '{% extends "policyglot/page.html" %}\n{% block footer %}\n{{ company }}\n{% endblock %}', "source/templates/page.html:3: 'company' is undefined: "),
        ("page.html", "{{ title.shout() }}", "source/templates/page.html:1: 'str object' has no attribute 'shout': "),
        ("page.html", "\n{{ 1 / 0 }}", "source/templates/page.html:2: division by zero: "),
        ("page.html", "{{ asset('logo.css') }}", "source/templates/page.html:1: there is no style sheet or script “logo.css”: "),
        ("parts.html", "{% macro languages(editions) %}{% endmacro %}", "source/templates/parts.html: "),
        ("layout.html", "{% for number in 3 %}{% endfor %}", "source/templates/layout.html:1: 'int' object is not iterable: "),
    ],
)  # fmt: skip
def test_a_template_that_fails_is_told_and_nothing_is_built(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    found = attempt(tmp_path, {**PROJECT, f"source/templates/{name}": text})
    assert isinstance(found, Diagnostic)
    assert str(found).startswith(told)
    assert found.code == "template"


def test_an_override_fills_a_block_and_its_words_are_translated(tmp_path: Path) -> None:
    ours = {
        "source/templates/page.html": '{% extends "policyglot/page.html" %}\n{% block footer %}{{ super() }}<p id="us">{% trans %}Questions?{% endtrans %}</p>{% endblock %}\n',
        "source/templates/layout.html": '{% extends "policyglot/layout.html" %}{% block style %}{{ super() }}<link rel="stylesheet" href="{{ asset("company.css") }}">{% endblock %}',
        "source/templates/company.css": ":root { --accent: #0a6640; }\n",
        "locales/ko/LC_MESSAGES/site.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Questions?"\nmsgstr "문의"\n',
    }
    files = build(tmp_path, {**PROJECT, **ours})
    korean = page(files, "ko/privacy/index.html")
    assert texts(korean, "#us") == ["문의"]
    assert len(korean.css("footer.bar")) == 1
    sheets = values(korean, "link[rel=stylesheet]", "href")
    assert [re.sub(r"-[0-9a-f]{8}\.", ".", str(sheet)) for sheet in sheets] == [
        "../../assets/style.css",
        "../../assets/company.css",
    ]
    assert all(str(sheet).removeprefix("../../") in files for sheet in sheets)
    assert "Questions?" in {unit.text for unit in words(load(tmp_path).page_templates)}
