"""Markdown for MDX: what is code there is text here."""

from pathlib import Path

import pytest

from pipeline.localize import localize
from pipeline.markdown import parse, sections
from pipeline.markdown.mdx import mdx
from tests import sheets
from tests.browser.translations import BRIEF, catalog_file
from tests.conftest import Run
from tests.folders import fill

CASES = {
    "<1-1> {x} a < b > c": r"\<1-1> \{x\} a \< b > c",
    r"\\{x} \<": r"\\\{x\} \<",
    "{{ a }} {% b %}": r"\{\{ a \}\} \{% b %\}",
    "`{x} <y>`": "`{x} <y>`",
    "import x\nexport y": "&#105;mport x export y",
    "export x": "&#101;xport x",
    "privacy@example.com": r"[privacy\@example.com](mailto:privacy@example.com)",
    "a<br>b <!-- c --> d": "a<br />b  d",
    '<b class="x" style="y" onclick="z">가</b>': '<b className="x">가</b>',
    "<div>\n{가}\n<img src=x>\n</div>": '<div>\n&#123;가&#125;\n<img src="x" />\n</div>',
    "<script>\nif (a < b) {}\n</script>": "",
    ":::note[a {b}]\nc\n:::": ":::note[a \\{b\\}]\n\nc\n\n:::",
}


@pytest.mark.parametrize("given", CASES)
def test_text_and_raw_html(given: str) -> None:
    assert mdx(parse(given)).strip("\n") == CASES[given].strip("\n")


def test_headings_have_the_levels_and_ids_of_pages() -> None:
    skeleton = parse("# 정보 {#info}\n\n### Rights\n\n- # Inner {#inner}\n")
    assert (
        mdx(skeleton, sections(skeleton, "Title"))
        == "## 정보 {#info}\n\n### Rights {#rights}\n\n- ## Inner\n"
    )


def test_what_is_not_translated_has_its_language() -> None:
    document = sheets.document("---\ntitle: T\n---\n\nOne\n\nTwo\n")
    result = localize(document, catalog_file("terms", {"One": "하나"}), BRIEF)
    assert mdx(result.skeleton, (), {"lang": "en", "dir": "ltr"}) == (
        '하나\n\n<span lang="en" dir="ltr">Two</span>\n'
    )


PROJECT = {
    "source/terms.md": "---\nid: terms\ntitle: Terms # a note\n---\n\n# One <1>\n",
    "locales/ko/LC_MESSAGES/terms.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Terms"\nmsgstr "약관"\n\nmsgid "One <1>"\nmsgstr "하나 <1>"\n',
    "locales/de/LC_MESSAGES/terms.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
}


def test_the_command_writes_into_the_folder_of_another_program(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    fill(tmp_path, {"site/package.json": "{}\n", "site/docs/other.md": "theirs\n"})
    outcome = run(tmp_path, "build", "--target", "docusaurus", "--out", "site")
    assert outcome.code == 0
    found = {
        path.relative_to(tmp_path).as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    current = "site/i18n/ko/docusaurus-plugin-content-docs/current/terms.md"
    assert found == {
        "site/.policyglot",
        "site/package.json",
        "site/docs/other.md",
        "site/docs/terms.md",
        current,
    }
    assert (tmp_path / current).read_text(encoding="utf-8") == (
        "---\nid: terms\ntitle: 약관 # a note\n---\n\n## 하나 \\<1> {#one-1}\n"
    )


def test_a_translation_that_is_withdrawn_is_removed_and_nothing_else(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    fill(tmp_path, {"site/i18n/ko/code.json": "{}\n"})
    run(tmp_path, "build", "--target", "docusaurus", "--out", "site")
    run(tmp_path, "build", "de", "--target", "docusaurus", "--out", "site")
    found = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert found == {".policyglot", "docs/terms.md", "i18n/ko/code.json"}


def test_without_a_folder_nothing_is_written(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, PROJECT)
    outcome = run(tmp_path, "build", "--target", "docusaurus")
    assert (outcome.code, outcome.err) == (
        2,
        "policyglot: Docusaurus needs a folder: name that of its project with --out DIR\n",
    )
