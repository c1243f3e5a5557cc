"""Sites whose document has versions, as a browser is shown them: the example's, also with Arabic in all versions, later, and as a draft."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline.project.load import load
from pipeline.project.output import publish
from pipeline.workflow import building, starting
from pipeline.workflow.building import Build
from pipeline.workflow.order import Order
from tests.building import catalog
from tests.conftest import ROOT
from tests.example.history import TEXTS, take_place
from tests.folders import fill
from tests.releases import release_each

EXAMPLE, ARABIC, LATER, DRAFT, RENAMED = "example", "example-arabic", "later", "draft", "renamed"
"""The sites, each in a folder of this name."""

TAGS = ("ko", "ar")
"""The languages that are looked at; in the site of the example itself, Arabic is a version behind."""
ALL_TAGS = ("en", "ar", "de", "ja", "ko")

TODAY, LAST_DAY = datetime.date(2026, 11, 24), datetime.date(2027, 3, 1)
"""Days on which version 2.0 is announced, and on which it is in force."""


def _pages(site: str, *names: str) -> Iterator[str]:
    return (f"{site}/{tag}/privacy/{name}index.html" for tag in TAGS for name in names)


COMPARISONS = tuple(_pages(ARABIC, "changes/1.0..1.1/", "changes/1.1..2.0/"))
"""What changes from each version to the next."""

LAST_RELEASE = f"{EXAMPLE}/ar/privacy/index.html"
"""The last version that Arabic has, where a newer one is in force."""

ARCHIVE = (
    *_pages(ARABIC, "", "history/", "1.0/", "2.0/"),
    *COMPARISONS,
    LAST_RELEASE,
    f"{EXAMPLE}/ar/privacy/history/index.html",
    *_pages(LATER, ""),
    *_pages(DRAFT, "", "history/", "changes/2.0..draft/"),
    *(f"{RENAMED}/{tag}/terms/index.html" for tag in TAGS),
)
"""All pages that are looked at, from the folder of all sites."""


def build(folder: Path) -> None:
    """Build all of these sites into a folder."""
    sources = folder / "archived"
    _build(folder / EXAMPLE, fill(sources / EXAMPLE, starting.start(example=True)), TODAY)
    texts = sources / "texts"
    for place in (TEXTS, ROOT / "tests" / "fixtures" / "arabic"):
        shutil.copytree(place, texts, dirs_exist_ok=True)
    root = sources / ARABIC
    root.mkdir()
    take_place(root, texts)
    _build(folder / ARABIC, root, TODAY)
    _build(folder / LATER, root, LAST_DAY)
    _edit(root)
    _build(folder / DRAFT, root, TODAY, draft=True)
    _build(folder / RENAMED, _renamed(sources / RENAMED), TODAY)
    shutil.rmtree(sources)


def _build(folder: Path, root: Path, day: datetime.date, *, draft: bool = False) -> None:
    project = load(root)
    order = Order(formats=("html", "markdown"), day=day, draft=draft)
    built = building.build(project, list(project.folders), order)
    assert isinstance(built, Build), built
    publish(folder, built.files)


def _edit(root: Path) -> None:
    """Write a draft of another version: a period is halved, in the source and in the languages that are looked at."""
    words = {
        "12 months after the Trip": "6 months after the Trip",
        "주행 종료일부터 12개월": "주행 종료일부터 6개월",
        "12 شهرًا بعد الرحلة": "6 أشهر بعد الرحلة",
        'version: "2.0"\nannounced: 2026-11-02\neffective: 2027-03-01\n': 'version: "2.1"\n',
    }
    for path in (root / "source" / "privacy.md", *root.glob("locales/*/LC_MESSAGES/privacy.po")):
        text = path.read_text(encoding="utf-8")
        for old, new in words.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def _renamed(root: Path) -> Path:
    """Write a project in whose second version a section has another heading, and so another id."""
    fill(root, {"pyproject.toml": '[tool.policyglot]\nsite-url = "https://legal.example/"\n'})
    for locale, translations in _WORDS.items():
        texts = catalog(dict(zip(_TEXTS, translations, strict=True)))
        site = (ROOT / "locales" / locale / "LC_MESSAGES" / "site.po").read_bytes()
        fill(root / "locales" / locale / "LC_MESSAGES", {"terms.po": texts, "site.po": site})
    release_each(root, *(f"## Other\n\n{_MUCH}## {heading}\n\n{_TEXTS[1]}\n" for heading in _TEXTS[2:4]))
    return root


_MUCH = "Text.\n\n" * 40
_TEXTS = (
    "Terms",
    "We keep all your data for a long time, and safe.",
    "3. Keeping",
    "4. How long we keep data",
    "Other",
    "Text.",
)
_WORDS = {
    "ko": (
        "약관",
        "당사는 귀하의 모든 정보를 오랫동안 안전하게 보관합니다.",
        "3. 보관",
        "4. 보관 기간",
        "기타",
        "본문.",
    ),
    "ar": (
        "الشروط",
        "نحتفظ بجميع بياناتكم مدة طويلة وبأمان.",
        "3. الحفظ",
        "4. مدة حفظ البيانات",
        "أحكام أخرى",
        "نص.",
    ),
}
