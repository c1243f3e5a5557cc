"""What is missing or wrong is told in one line, with what to do."""

import sys

import pytest

from tests.pdf.documents import DOCUMENTS, TEMPLATE, problem

pytestmark = pytest.mark.pdfcheck

ENGLISH = DOCUMENTS["en"]


@pytest.mark.parametrize("package", ["typst", "pypandoc", "pikepdf"])
def test_packages_that_are_not_installed(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    for name in [name for name in sys.modules if name.startswith("pipeline.pdf.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    assert str(problem(ENGLISH)) == (
        'policyglot: PDFs need packages that are not installed: pip install "policyglot[pdf]"'
    )


@pytest.mark.parametrize(
    ("family", "told"),
    [
        (
            "Noto Serif Klingon",
            "policyglot: the font “Noto Serif Klingon” is not installed: install it; Debian has it in fonts-noto-core",
        ),
        (
            "Noto Serif CJK XX",
            "policyglot: the font “Noto Serif CJK XX” is not installed: install it; Debian has it in fonts-noto-cjk",
        ),
        (
            "한글 Letters",
            "policyglot: the font “한글 Letters” is not installed: install it, or name another in the template",
        ),
    ],
)
def test_a_font_that_is_not_installed(family: str, told: str) -> None:
    assert str(problem(DOCUMENTS["ko"].saying("글", CJKmainfont=family))) == told
    assert str(problem(ENGLISH.saying("A", mainfont=family))) == told


def test_a_font_of_a_template_that_is_not_installed() -> None:
    template = TEMPLATE.replace('"DejaVu Sans Mono"', '"Mono of Ours"')
    told = "policyglot: the font “Mono of Ours” is not installed: install it, or name another in the template"
    assert str(problem(ENGLISH.saying("`code`"), template)) == told


def test_letters_that_no_font_has() -> None:
    assert str(problem(ENGLISH.saying("A \U00016d40"))) == (
        'policyglot: PDF/A-2a, PDF/UA-1 error: the text `"\U00016d40"` could not be displayed with font `"Noto Serif"`: '
        "install fonts that have it, such as those of fonts-noto-core and fonts-noto-cjk"
    )


def test_characters_that_pdf_a_does_not_allow() -> None:
    told = str(problem(ENGLISH.saying("A \ue000")))
    assert told == (
        'policyglot: PDF/A-2a error: the PDF contains the codepoint `"\\u{e000}"`: '
        "take the letter out of the text: no archive can hold it"
    )


@pytest.mark.parametrize(
    ("template", "line", "told"),
    [
        ("#let document(body) = {\n  nothing\n}", 2, "unknown variable: nothing"),
        (
            '\n\n#assert(meta.title == "Other", message: "another title")\n#let document(body) = body',
            3,
            "assertion failed: another title",
        ),
        ("#let document(body) = meta.nothing", 1, 'dictionary does not contain key "nothing"'),
    ],
)
def test_a_template_with_a_fault(template: str, line: int, told: str) -> None:
    hint = "the first lines of the built-in template tell what a template is given"
    assert str(problem(ENGLISH.saying("A"), template)) == f"templates/document.typ:{line}: {told}: {hint}"


def test_a_template_that_forgets_what_the_standard_asks_for() -> None:
    told = str(problem(ENGLISH.saying("A"), "#let document(body) = body"))
    assert told.startswith("policyglot: PDF/UA-1 error: missing document title: ")


def test_a_link_that_leads_nowhere() -> None:
    told = str(problem(ENGLISH.saying("[A](#nowhere)")))
    assert told.startswith("policyglot: label `<nowhere>` does not exist in the document: ")


@pytest.mark.parametrize(("key", "value"), [("geometry", "margin=wide"), ("fontsize", "11")])
def test_a_length_that_is_none(key: str, value: str) -> None:
    told = str(problem(ENGLISH.saying("A", **{key: value})))
    assert f"“{value.removeprefix('margin=')}” is no length: write a number and mm, cm, in or pt" in told
    assert told.startswith("templates/document.typ:")
