"""The policy that this project publishes, through the command, from the files as they are in the repository."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from pipeline import po
from pipeline.check.site import examine_site
from pipeline.languages import fonts
from pipeline.markdown import html, parse
from pipeline.model import Catalog
from pipeline.project.load import load
from pipeline.segment import Document, segment
from pipeline.workflow import building
from pipeline.workflow.building import Build
from tests.conftest import ROOT, Run
from tests.folders import fill
from tests.once import once
from tests.orders import order

TAG = re.compile(r"<[^>]+>")
ISOLATES = re.compile("[\u2066\u2069]")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site, which no test may change."""

    def make(folder: Path) -> None:
        project = load(ROOT)
        site = building.build(project, list(project.folders), order("html", "markdown"))
        assert isinstance(site, Build)
        fill(folder / "dist", site.files)

    return once(tmp_path_factory, "policy-built", make)


def article(page: Path) -> str:
    [body] = re.findall(r"<article>\n(.*?)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    return str(body)


LOCALES = ("ar", "de", "es", "fr", "ja", "ko", "zh_Hans")


def test_all_translations_are_complete_and_what_is_found_in_them_is_accepted(policy: Path, run: Run) -> None:
    found = json.loads(run(policy, "check", "--format", "json").out)
    assert [
        (problem["path"], problem["message"])
        for problem in found
        if problem["path"] != "source/privacy.md" and not problem["accepted"]
    ] == []
    [status] = json.loads(run(policy, "status", "--format", "json").out)["documents"]
    assert [one["locale"] for one in status["languages"]] == ["en", *LOCALES]
    for one in status["languages"]:
        assert (one["passes"], one["reasons"], one["messages"]["total"]) == (True, [], 88)
        assert one["units"] == {"total": 91, "translated": 91, "fuzzy": 0, "untranslated": 0, "refused": 0}


def test_every_language_has_a_glossary() -> None:
    for locale in LOCALES:
        path = f"locales/{locale}/LC_MESSAGES/glossary.po"
        glossary = po.read((ROOT / path).read_bytes(), path)
        assert isinstance(glossary, Catalog)
        assert len(glossary.active) >= 15


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
            f"{2 if verb == 'extract' else 2 + 2 * len(LOCALES)} files up to date\n",
        )


@pytest.mark.parametrize(
    ("tag", "names"),
    [("ko", set()), ("ja", set()), ("zh-Hans", {"Cookie"}), ("ar", set())],
)
def test_nothing_is_left_in_english_but_names(built: Path, tag: str, names: set[str]) -> None:
    text = unescape(TAG.sub(" ", article(built / f"dist/{tag}/privacy/index.html")))
    for known in ("support@nexclipper.io", "428, Seolleung-ro, Gangnam-gu, Seoul, Republic of Korea"):
        text = text.replace(known, "")
    words = set(re.findall(r"[A-Za-z]{2,}", text))
    assert words <= {"NexCloud", "NexClipper", "IP", *names}


def filled(translation: Callable[[str], str]) -> tuple[str, str]:
    """The body of the seed's page, and of its page with each text put through a function."""
    text = (ROOT / "source/privacy.md").read_text(encoding="utf-8")
    document = segment(text, name="privacy", path="source/privacy.md", translate=())
    assert isinstance(document, Document)
    texts = {unit.slot: translation(unit.text) for unit in document.units if isinstance(unit.slot, tuple)}
    return html(document.skeleton), html(document.skeleton.fill(texts))


def test_identity() -> None:
    english, same = filled(lambda text: text)
    assert same == english


def test_other_letters_leave_the_same_tags() -> None:
    letter = re.compile(r"(\S+@[^\])]+)|[A-Za-z]")
    english, other = filled(lambda text: letter.sub(lambda found: found[1] or "가", text))
    assert TAG.findall(other) == TAG.findall(english)
    assert "NexCloud" not in other


def test_the_written_markdown_says_what_the_page_says(built: Path) -> None:
    for tag in ("en", "ko", "ar"):
        written = (built / f"dist/{tag}/privacy/privacy.md").read_text(encoding="utf-8")
        body = html(parse(written.split("---\n\n", 1)[1]))
        page = article(built / f"dist/{tag}/privacy/index.html")
        assert TAG.sub("", ISOLATES.sub("", body)).split() == TAG.sub("", page).split()


def test_the_markdown_carries_the_metadata_in_the_language(built: Path) -> None:
    written = (built / "dist/ko/privacy/privacy.md").read_text(encoding="utf-8")
    assert yaml.safe_load(written.split("---\n")[1]) == {
        "title": "개인정보 처리방침",
        "date": "2021년 4월 5일",
        "description": "nexclipper 개인정보 처리방침",
        "lang": "ko",
        "dir": "ltr",
        "region": "KR",
        "version": "1.0",
        "effective-date": "2021-04-05",
        "papersize": "a4",
        "geometry": "margin=22mm",
        "fontsize": "11pt",
        "mainfont": fonts("ko").main,
        "CJKmainfont": fonts("ko").cjk,
        "page-numbering": "1",
        "toc": True,
        "toc-depth": 2,
        "toc-title": "목차",
        "numbersections": False,
        "language": "한국어",
        "language-label": "언어",
        "date-label": "시행일",
        "version-label": "버전",
        "page-label": r"전체 \{pages}쪽 중 \{page}쪽",
        "notices": [
            "이 번역은 변호사의 검토를 받지 않았습니다.",
            "이 문서와 영어 문서가 서로 다른 경우에는 영어 문서가 우선합니다.",
        ],
    }


def test_the_page_links_to_its_markdown(built: Path) -> None:
    page = LexborHTMLParser((built / "dist/ko/privacy/index.html").read_text(encoding="utf-8"))
    [link] = page.css(".downloads a")
    size = (built / "dist/ko/privacy/privacy.md").stat().st_size
    assert link.text() == f"Markdown(한국어, {round(size / 1000)}kB)"
    assert (link.attributes["href"], link.attributes["hreflang"]) == ("privacy.md", "ko")
    [alternate] = page.css('link[rel="alternate"][type]')
    assert (alternate.attributes["href"], alternate.attributes["type"]) == ("privacy.md", "text/markdown")


def test_the_page_says_its_language_date_version_and_other_languages(built: Path) -> None:
    page = LexborHTMLParser((built / "dist/ko/privacy/index.html").read_text(encoding="utf-8"))
    [root] = page.css("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == ("ko", "ltr")
    assert [one.text() for one in page.css("title")] == ["개인정보 처리방침"]
    assert [(one.text(), one.attributes["datetime"]) for one in page.css("time")] == [
        ("2021년 4월 5일", "2021-04-05")
    ]
    assert [one.text() for one in page.css("dt")] == ["시행일", "버전"]
    switcher = {one.attributes["hreflang"]: one for one in page.css("nav a[hreflang]")}
    assert list(switcher) == ["en", "ar", "de", "es", "fr", "ja", "ko", "zh-Hans"]
    assert switcher["ar"].attributes["href"] == "../../ar/privacy/index.html"
    assert (switcher["ar"].text(), switcher["ar"].attributes["dir"]) == ("العربية", "rtl")
    assert [tag for tag, one in switcher.items() if "aria-current" in one.attributes] == ["ko"]
    assert [one.text().split("\n")[0] for one in page.css("[role=note] p")] == [
        "이 번역은 변호사의 검토를 받지 않았습니다.",
        "이 문서와 영어 문서가 서로 다른 경우에는 영어 문서가 우선합니다. 영어 문서 읽기",
    ]
    assert not page.css(".untranslated")


def test_the_site_is_in_order(built: Path) -> None:
    files = {
        path.relative_to(built / "dist").as_posix(): path.read_bytes()
        for path in (built / "dist").rglob("*")
        if path.is_file()
    }
    assert examine_site(files, "https://policies.example.com/") == ()


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
    left = {path.name for path in (policy / "dist").iterdir()}
    assert {"CNAME", "assets", "en", "ja", "index.html", "sitemap.xml"} <= left
    assert "ko" not in left


def test_the_top_level_is_as_promised() -> None:
    tracked = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    promised = {"noxfile.py", "pyproject.toml", "README.md", "pipeline", "locales", "source", "tests", "dist"}
    assert promised <= tracked <= promised | {"LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "build"}
