"""Docusaurus builds a site of what policyglot writes for it, in English, Korean and Arabic."""

import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.folders import fill

pytestmark = pytest.mark.docusaurus

PACKAGES = ROOT / ".nox" / "docusaurus"
HERE = Path(__file__).parent
SECTION = "8-responsible-department-of-nexcloud"


@pytest.fixture(scope="module")
def site() -> Path:
    """A site, built; it stands beside the packages, which it takes from there."""
    folder = PACKAGES / "site"
    shutil.rmtree(folder, ignore_errors=True)
    project = PACKAGES / "project"
    shutil.rmtree(project, ignore_errors=True)
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, project / name)
    fill(project, {"source/kinds.md": (HERE / "kinds.md").read_text(encoding="utf-8")})
    config = (HERE / "docusaurus.config.js").read_text(encoding="utf-8")
    fill(folder, {"docusaurus.config.js": config, "package.json": '{"name": "policies", "private": true}\n'})
    wanted = ("build", "ko", "ar", "--target", "docusaurus", "--out", str(folder))
    _run("policyglot", "-C", str(project), *wanted, folder=ROOT)
    _run(str(PACKAGES / "node_modules" / ".bin" / "docusaurus"), "build", folder=folder)
    return folder


def _run(*command: str, folder: Path) -> None:
    run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, f"{run.stdout[-3000:]}\n{run.stderr[-3000:]}"


def _page(site: Path, file: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / "build" / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("folder", "tag", "direction", "heading"),
    [
        ("", "en", "ltr", "8. Responsible department of NexCloud"),
        ("ko/", "ko", "ltr", "8. NexCloud의 담당 부서"),
        ("ar/", "ar", "rtl", "8. القسم المسؤول في NexCloud"),
    ],
)
def test_the_policy_has_the_same_ids_in_every_language(
    site: Path, folder: str, tag: str, direction: str, heading: str
) -> None:
    page = _page(site, f"{folder}privacy/index.html")
    [root] = page.css("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == (tag, direction)
    [found] = page.css(f'h2[id="{SECTION}"]')
    assert found.text().strip("\u200b ") == heading
    assert len(page.css("article table")) == 3


def test_what_is_code_in_mdx_is_text(site: Path) -> None:
    page = _page(site, "index.html")
    shown = " ".join(page.css("article .markdown")[0].text().split())
    for text in (
        "Text with <1-1> and {braces}, a < b, code {x} <y> and {{ variable }} {% tag %}.",
        "export of data is text, and",
        "import of data is too.",
        "Mind {this} <1>",
        "two {three}",
        "const a = {b: <c/>};",
    ):
        assert text in shown
    assert page.css("article details summary")[0].text() == "More"
    assert page.css('article a[href="mailto:privacy@example.com"]') != []
    assert "comment" not in shown


def test_a_text_that_is_not_translated_says_so(site: Path) -> None:
    page = _page(site, "ko/index.html")
    assert page.css("html")[0].attributes["lang"] == "ko"
    assert not (site / "i18n/ko/docusaurus-plugin-content-docs/current/kinds.md").exists()
