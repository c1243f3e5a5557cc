"""The words of the page templates in the language of a page."""

from collections.abc import Mapping

import jinja2
import pytest

from pipeline.languages import language
from pipeline.localize import Translation
from pipeline.model import SlotKey
from pipeline.render.furniture import environment, label, language_name, rendered
from pipeline.render.templates import Templates
from pipeline.render.words import words

EN, KO = language("en"), language("ko")


def spoken(template: str, translations: Mapping[SlotKey, str] | None, **variables: object) -> str:
    """Render a template in Korean, or in English if no translations are given."""
    templates: Templates = {"page.html": template}
    if translations is None:
        return rendered(environment(templates, EN, EN, None), "page.html", **variables)
    found = Translation(texts=translations, fallbacks=(), diagnostics=())
    return rendered(environment(templates, KO, EN, found), "page.html", **variables)


TRANS = "{% trans %}Contents & more{% endtrans %}"
PLAIN = '<i title="{{ plaintext("Contents & more") }}"></i>'
MARK = ' class="untranslated" lang="en" dir="ltr"'


@pytest.mark.parametrize(
    ("template", "translations", "expected"),
    [
        (TRANS, None, "Contents &amp; more"),
        (TRANS, {"Contents & more": "목차 & 기타"}, "목차 &amp; 기타"),
        (TRANS, {}, f"<span{MARK}>Contents &amp; more</span>"),
        (PLAIN, None, '<i title="Contents &amp; more"></i>'),
        (PLAIN, {"Contents & more": "“목차” & 기타"}, '<i title="“목차” &amp; 기타"></i>'),
        (PLAIN, {}, '<i title="Contents &amp; more"></i>'),
        ("<p{{ untranslated }}>", {}, f"<p{MARK}>"),
        ("<p{{ in_source }}>", {}, '<p lang="en" dir="ltr">'),
        ("{{ language.autonym }}, {{ source.autonym }}, {{ source_name }}", {}, "한국어, English, 영어"),
    ],
)
def test_a_text_is_said_in_the_pages_language_or_says_that_it_is_not(
    template: str, translations: Mapping[SlotKey, str] | None, expected: str
) -> None:
    assert spoken(template, translations) == expected


IN = "{% trans language=source_name %}Shown in {{ language }}{% endtrans %}"


def test_a_language_has_the_name_that_fits_the_sentence() -> None:
    assert spoken(IN, None) == "Shown in English"
    assert spoken(IN, {"Shown in %(language)s": "%(language)s 표시"}) == "영어 표시"
    assert spoken(IN, {}) == f"<span{MARK}>Shown in English</span>"
    plain = '{{ plaintext("Shown in %(language)s", language=source_name) }}'
    assert spoken(plain, {"Shown in %(language)s": "%(language)s 표시"}) == "영어 표시"
    assert spoken(plain, {}) == "Shown in English"
    assert str(language_name(language("fr"), KO, EN)) == "프랑스어"


def test_a_variable_is_text() -> None:
    template = "{% trans name=name %}By {{ name }}{% endtrans %}"
    cases: tuple[Mapping[SlotKey, str] | None, ...] = (None, {"By %(name)s": "%(name)s 작성"}, {})
    for translations in cases:
        assert "&lt;b&gt;가 &amp; 나" in spoken(template, translations, name="<b>가 & 나")


def test_percent_signs_are_signs() -> None:
    for template in ("{% trans %}All % of it{% endtrans %}", '{{ plaintext("All % of it") }}'):
        assert spoken(template, None) == "All % of it"
        assert spoken(template, {"All % of it": "모두 % 100%% %s"}) == "모두 % 100%% %s"
    both = "{% trans name=name %}100 % {{ name }}{% endtrans %}"
    assert spoken(both, None, name="%(name)s") == "100 % %(name)s"
    assert spoken(both, {"100 %% %(name)s": "%(name)s 100 %%"}, name="가") == "가 100 %"


def test_words_have_the_notes_for_translators_and_stand_in_one_place() -> None:
    template = '{# translators: a heading #}\n{{ plaintext("Contents of %(name)s", name="x") }}\n\n{% trans %}Second\n  line{% endtrans %}\n'
    found = list(words({"page.html": template}))
    assert [(unit.text, unit.notes, unit.path, unit.line) for unit in found] == [
        ("Contents of %(name)s", ("a heading",), "templates/page.html", 2),
        ("Second line", (), "templates/page.html", 4),
    ]


def test_a_label_is_plain_text() -> None:
    macro = '{% macro permalink(heading) %}\n{{ plaintext("Link to “%(heading)s”", heading=heading) -}}\n{% endmacro %}'
    env = environment({"parts.html": macro}, EN, EN, None)
    assert label(env, "permalink", 'A & "B" <c>') == 'Link to “A & "B" <c>”'


def test_a_fault_of_the_built_in_templates_is_ours() -> None:
    env = environment({"page.html": "{{ nothing }}"}, EN, EN, None)
    with pytest.raises(jinja2.UndefinedError):
        rendered(env, "page.html")


def test_plural_texts_are_refused() -> None:
    env = environment({"page.html": "{% trans count=1 %}one{% pluralize %}many{% endtrans %}"}, EN, EN, None)
    with pytest.raises(NotImplementedError):
        rendered(env, "page.html")
