"""Pseudo-locales: text that looks translated, and is known to be everywhere."""

from pathlib import Path

import pytest
from hypothesis import given

from pipeline.languages import is_pseudo, language
from pipeline.markdown import features
from pipeline.pseudo import pseudo, pseudo_localize
from pipeline.segment import Document, segment
from tests.conftest import Run
from tests.property.documents import document

KEPT = (
    'Write to [us](mailto:a@b.example "Title") or `code`, <b>now</b>, see {{ name }} and {% if x %}, &amp; at '
    "https://example.com/a_b or c@d.example, \\* [here][label]."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Policy", "⟦Þöļîçý one⟧"),
        ("Read the text in %(language)s", "⟦Ŕéåð ţĥé ţéẋţ îñ %(language)s one two⟧"),
        ("100 %% free", "⟦100 %% ƒŕéé one⟧"),
        ("개인정보", "⟦개인정보 one⟧"),
    ],
)
def test_letters_are_accented_and_the_text_is_longer_and_in_brackets(text: str, expected: str) -> None:
    assert pseudo(text, "en_XA") == expected


def test_forty_per_cent_longer_whatever_the_length() -> None:
    for length in range(5, 400, 7):
        text = "a" * length
        assert 1.4 * length <= len(pseudo(text, "en_XA")) - 2 <= 1.4 * length + 6


def test_the_words_of_the_other_one_run_from_right_to_left() -> None:
    assert pseudo("Be *kind*.", "ar_XB") == "\u202eBe\u202c *\u202ekind\u202c*."


@pytest.mark.parametrize("locale", ["en_XA", "ar_XB"])
def test_markup_links_variables_and_code_are_kept(locale: str) -> None:
    text, references = pseudo(KEPT, locale), {"LABEL": {"href": "/x", "title": ""}}
    was, now = features(KEPT, references), features(text, references)
    assert (now.markup, now.targets, now.html) == (was.markup, was.targets, was.html)
    for kept in ("{{ name }}", "{% if x %}", "&amp;", "https://example.com/a_b", "c@d.example", "`code`"):
        assert kept in text
    assert "Write" not in text.split() or locale == "ar_XB"


def test_both_are_locales_with_names_and_directions_of_their_own() -> None:
    assert (is_pseudo("en_XA"), is_pseudo("ar_XB"), is_pseudo("en"), is_pseudo("ar_EG")) == (
        True,
        True,
        False,
        False,
    )
    assert (language("en_XA").autonym, language("en_XA").direction) == ("English (Pseudo-Accents)", "ltr")
    assert (language("ar_XB").tag, language("ar_XB").direction) == ("ar-XB", "rtl")


@given(text=document)
def test_a_pseudo_translation_has_the_blocks_of_its_source(text: str) -> None:
    found = segment(text, name="a", path="source/a.md", translate=("title",))
    assert isinstance(found, Document)
    for locale in ("en_XA", "ar_XB"):
        localized = pseudo_localize(found, locale)
        assert localized.translation.fallbacks == ()
        tags = [token.type for token in localized.skeleton.tokens]
        assert tags == [token.type for token in found.skeleton.tokens]


def test_they_are_built_on_request_into_another_folder_and_never_published(policy: Path, run: Run) -> None:
    assert run(policy, "build", "en_XA").err == (
        "policyglot: en_XA is a pseudo-locale, which is never published: "
        "build it into a folder of its own with --out DIR\n"
    )
    assert not (policy / "dist").exists()
    assert run(policy, "build", "en_XA", "ar-XB", "--out", "pseudo").code == 0
    page = (policy / "pseudo/en-XA/privacy/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "⟦1. Îñƒöŕɱåţîöñ" in page
    assert '<html lang="ar-XB" dir="rtl">' in (policy / "pseudo/ar-XB/privacy/index.html").read_text(
        encoding="utf-8"
    )


def test_no_other_verb_knows_them(policy: Path, run: Run) -> None:
    for verb in ("check", "status", "update", "prune"):
        assert run(policy, verb, "en_XA").code == 2


@pytest.mark.parametrize("locale", ["en_XA", "ar_XB"])
def test_a_telephone_number_is_no_word(locale: str) -> None:
    assert "+82-2-533-8622" in pseudo("Tel.: +82-2-533-8622, day or night", locale)
