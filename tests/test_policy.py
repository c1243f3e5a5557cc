"""The policy that this project publishes, through the command, from the files as they are in the repository."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

from pipeline import po
from pipeline.check.site import examine_site
from pipeline.markdown import html, parse
from pipeline.model import Catalog
from tests.conftest import ROOT, Run
from tests.folders import everything

CATALOG = "locales/ko/LC_MESSAGES/privacy.po"
TAG = re.compile(r"<[^>]+>")


def article(page: Path) -> str:
    [body] = re.findall(r"<article>\n(.*?)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    return str(body)


def translate(policy: Path, translation: Callable[[str], str]) -> None:
    """Rewrite the Korean catalog of a copy of the project."""
    catalog = po.read((policy / CATALOG).read_bytes(), CATALOG)
    assert isinstance(catalog, Catalog)
    messages = tuple(replace(m, translations=(translation(m.text),)) for m in catalog.messages)
    (policy / CATALOG).write_bytes(po.write(replace(catalog, messages=messages)))


def test_the_korean_translation_is_complete_and_without_findings(policy: Path, run: Run) -> None:
    found = json.loads(run(policy, "check", "--format", "json").out)
    korean = [problem for problem in found if problem["path"] != "source/privacy.md"]
    assert [(problem["code"], problem["accepted"]) for problem in korean] == [
        ("do-not-translate", "a reader in Korea needs the address as the Korean post writes it")
    ]
    assert (
        '"units": 88,\n      "translated": 88,\n      "fuzzy": 0,\n      "untranslated": 0\n'
        in run(policy, "status", "--format", "json").out
    )


def test_the_seed_has_the_findings_that_a_careful_reader_has(policy: Path, run: Run) -> None:
    found = json.loads(run(policy, "check", "--format", "json").out)
    assert [
        (problem["line"], problem["severity"], problem["code"])
        for problem in found
        if not problem["accepted"]
    ] == [
        (15, "info", "doubled-blank"),
        (40, "warning", "glued-list"),
        (46, "warning", "glued-list"),
        (90, "warning", "heading-jump"),
        (110, "warning", "quotes"),
        (134, "warning", "heading-jump"),
        (139, "info", "doubled-blank"),
    ]


def test_templates_and_catalogs_are_up_to_date(policy: Path, run: Run) -> None:
    for verb in ("extract", "update"):
        outcome = run(policy, verb, "--check")
        assert (outcome.code, outcome.out) == (
            0,
            f"{2 if verb == 'extract' else 4} files up to date\n",
        )


def test_nothing_is_left_in_english_but_names(policy: Path, run: Run) -> None:
    run(policy, "build")
    text = unescape(TAG.sub(" ", (policy / "dist/ko/privacy/index.html").read_text(encoding="utf-8")))
    words = set(re.findall(r"[A-Za-z]{2,}", text.replace("support@nexclipper.io", "")))
    assert words == {"NexCloud", "NexClipper", "IP", "English"}


def test_identity(policy: Path, run: Run) -> None:
    translate(policy, lambda text: text)
    run(policy, "build")
    assert article(policy / "dist/ko/privacy/index.html") == article(policy / "dist/en/privacy/index.html")


def test_other_letters_leave_the_same_tags(policy: Path, run: Run) -> None:
    letter = re.compile(r"(\S+@[^\])]+)|[A-Za-z]")
    translate(policy, lambda text: letter.sub(lambda found: found[1] or "가", text))
    run(policy, "build")
    korean, english = (article(policy / f"dist/{tag}/privacy/index.html") for tag in ("ko", "en"))
    assert TAG.findall(korean) == TAG.findall(english)
    assert "NexCloud" not in korean


def test_the_written_markdown_is_the_page(policy: Path, run: Run) -> None:
    run(policy, "build")
    for tag in ("en", "ko"):
        written = (policy / f"dist/{tag}/privacy/privacy.md").read_text(encoding="utf-8")
        body = written.split("---\n\n", 1)[1]
        assert html(parse(body)) == article(policy / f"dist/{tag}/privacy/index.html")


def test_the_markdown_carries_the_front_matter_in_the_language(policy: Path, run: Run) -> None:
    run(policy, "build")
    written = (policy / "dist/ko/privacy/privacy.md").read_text(encoding="utf-8")
    assert written.startswith(
        "---\nid: privacy\ntitle: 개인정보 처리방침\nhide_title: true\nhide_table_of_contents: true\n"
        'description: nexclipper 개인정보 처리방침\neffective: 2021-04-05\nversion: "1.0"\nlang: ko\ndir: ltr\n---\n\n'
    )


def test_the_page_says_its_language_date_version_and_other_languages(policy: Path, run: Run) -> None:
    run(policy, "build")
    page = (policy / "dist/ko/privacy/index.html").read_text(encoding="utf-8")
    assert '<html lang="ko" dir="ltr">' in page
    assert "<title>개인정보 처리방침</title>" in page
    assert '<dt>시행일</dt><dd><time datetime="2021-04-05">2021년 4월 5일</time></dd>' in page
    assert "<dt>버전</dt><dd>1.0</dd>" in page
    assert '<a href="../../en/privacy/index.html" lang="en" dir="ltr" hreflang="en">English</a>' in page
    assert 'hreflang="ko" aria-current="page">한국어</a>' in page
    assert 'lang="en"' not in article(policy / "dist/ko/privacy/index.html")


def test_the_site_keeps_all_rules_for_sites(policy: Path, run: Run) -> None:
    address = tomllib.loads((policy / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["policyglot"][
        "site-url"
    ]
    run(policy, "build")
    assert examine_site(everything(policy / "dist"), address) == ()


def test_half_a_translation_is_marked_block_by_block(policy: Path, run: Run) -> None:
    catalog = po.read((policy / CATALOG).read_bytes(), CATALOG)
    assert isinstance(catalog, Catalog)
    kept = {message.text: message.translation for message in catalog.messages[::2]}
    translate(policy, lambda text: kept.get(text, ""))
    run(policy, "build")
    korean = article(policy / "dist/ko/privacy/index.html")
    english = article(policy / "dist/en/privacy/index.html")
    unmarked = re.sub(r'<span class="untranslated" lang="en" dir="ltr">(.*?)</span>', r"\1", korean)
    unmarked = unmarked.replace(' class="untranslated" lang="en" dir="ltr"', "")
    assert TAG.findall(unmarked) == TAG.findall(english)
    for line in korean.replace("<br />\n", " ").split("\n"):
        text = TAG.sub("", line).strip()
        if text and not re.search(r"[가-힣]", text):
            assert 'lang="en"' in line, line
    page = (policy / "dist/ko/privacy/index.html").read_text(encoding="utf-8")
    assert "이 페이지의 일부는 아직 번역되지 않았으며" in page


def test_two_builds_are_the_same_bytes(policy: Path, run: Run) -> None:
    for out in ("one", "two"):
        run(policy, "build", "--out", out)
    first, second = (
        {
            file.relative_to(policy / out): file.read_bytes()
            for file in (policy / out).rglob("*")
            if file.is_file()
        }
        for out in ("one", "two")
    )
    assert first == second
    assert not [path for path, data in first.items() if str(policy).encode() in data]


def test_a_language_that_is_no_longer_built_leaves_the_site(policy: Path, run: Run) -> None:
    run(policy, "build")
    (policy / "dist" / "CNAME").write_text("example.com", encoding="utf-8")
    for file in (policy / "locales" / "ko" / "LC_MESSAGES").iterdir():
        file.unlink()
    (policy / "locales" / "ko" / "LC_MESSAGES").rmdir()
    (policy / "locales" / "ko").rmdir()
    run(policy, "build")
    assert sorted(path.name for path in (policy / "dist").iterdir()) == [
        ".policyglot",
        "CNAME",
        "assets",
        "en",
        "index.html",
    ]


def test_the_top_level_is_as_promised() -> None:
    tracked = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    promised = {"noxfile.py", "pyproject.toml", "README.md", "pipeline", "locales", "source", "tests", "dist"}
    assert promised <= tracked <= promised | {"LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "build"}
