"""The site that this project publishes, and others from its sources that are not all translated, as a browser is shown them."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline import po
from pipeline.languages import language
from pipeline.project.load import load
from pipeline.project.output import publish
from pipeline.workflow import building
from pipeline.workflow.building import Build
from tests.browser.translations import catalog
from tests.cases import FIXTURES
from tests.conftest import ROOT
from tests.orders import order
from tests.partial import configure, copy, halve

COMPLETE, MIXED, ENGLISH, PSEUDO, HANGUL = "complete", "mixed", "english", "pseudo", "hangul"
"""The sites, each in a folder of this name."""

LOCALES = tuple(sorted(folder.name for folder in (ROOT / "locales").iterdir() if folder.name != "templates"))
TAGS = ("en", *(language(locale).tag for locale in LOCALES))
_HALVES = ("ar", "ko")


def _pages(site: str, tags: Sequence[str], documents: Sequence[str] = ("privacy",)) -> list[str]:
    names = [*(f"{document}/index.html" for document in documents), "index.html", "404.html"]
    return [f"{site}/{tag}/{name}" for tag in tags for name in names]


POLICIES = tuple(f"{COMPLETE}/{tag}/privacy/index.html" for tag in TAGS)
"""The policy in every language."""

PARTIAL = tuple(
    f"{site}/{language(locale).tag}/privacy/index.html" for site in (MIXED, ENGLISH) for locale in _HALVES
)
"""The policy where half of it is translated."""

KINDS = tuple(f"{PSEUDO}/{tag}/kinds/index.html" for tag in ("en", "en-XA", "ar-XB"))
"""The document with a block of every kind, in the pseudo-locales and as it is."""

DASHBOARDS = (f"{COMPLETE}/status/index.html", f"{MIXED}/status/index.html")

PAGES = (
    *_pages(COMPLETE, TAGS),
    f"{COMPLETE}/index.html",
    *PARTIAL,
    f"{MIXED}/ko/index.html",
    f"{ENGLISH}/ar/index.html",
    *_pages(PSEUDO, ("en-XA", "ar-XB"), ("privacy", "kinds")),
    f"{PSEUDO}/en/kinds/index.html",
    *DASHBOARDS,
)
"""All pages that are looked at, from the folder of all sites."""


def build(folder: Path) -> None:
    """Build all sites into a folder."""
    sources = folder / "sources"
    _build(folder, COMPLETE, _copy(sources, COMPLETE), LOCALES)
    for site in (MIXED, ENGLISH):
        root = _copy(sources, site, f'on-incomplete = "{site}"')
        for locale in _HALVES:
            halve(root, locale)
        _build(folder, site, root, _HALVES)
    root = _copy(sources, PSEUDO)
    shutil.copy(FIXTURES / "kinds.md", root / "source")
    _build(folder, PSEUDO, root, ("en_XA", "ar_XB"))
    _build(folder, HANGUL, _hangul(sources / HANGUL), ("en",))
    shutil.rmtree(sources)


def _copy(sources: Path, site: str, *lines: str) -> Path:
    root = copy(sources / site)
    configure(root, f'site-url = "https://legal.example.com/{site}/"', *lines)
    return root


def _build(folder: Path, site: str, root: Path, locales: Sequence[str]) -> None:
    built = building.build(load(root), locales, order("html"))
    assert isinstance(built, Build), built
    publish(folder / site, built.files)


def _hangul(root: Path) -> Path:
    """Write a project in Korean whose sections, and so the addresses of all its languages, are named in Hangul."""
    words: Mapping[str, str] = {
        "약관": "Terms",
        "제1조 목적": "Article 1: Purpose",
        "제2조 개인정보": "Article 2: Personal information",
        "제3조 시행": "Article 3: Effect",
        "이 조항은 다음과 같습니다.": "This article reads as follows.",
    }
    title, *headings, text = words
    sections = (f"# {heading}\n\n" + f"{text}\n\n" * 40 for heading in headings)
    (root / "source").mkdir(parents=True)
    source = f"---\ntitle: {title}\n---\n\n{''.join(sections)}"
    (root / "source" / "terms.md").write_text(source, encoding="utf-8")
    folder = root / "locales" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "terms.po").write_bytes(po.write(catalog(words)))
    lines = ('source-language = "ko"', 'site-url = "https://legal.example.com/hangul/"')
    (root / "pyproject.toml").write_text("\n".join(("[tool.policyglot]", *lines, "")), encoding="utf-8")
    return root
