"""Whole projects whose catalogs are hostile, built as a publisher builds them."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from pathlib import Path
from string import ascii_uppercase

from pipeline import po
from pipeline.languages import canonical
from pipeline.project.load import load
from pipeline.project.output import publish
from pipeline.workflow import building
from pipeline.workflow.building import Build
from tests.browser import places
from tests.browser.places import BODY, FRONT, Shape
from tests.browser.translations import SITE, Translations, catalog, lenient
from tests.conftest import ROOT
from tests.orders import order

TOGETHER = 15
"""So many payloads stand on one page."""

LOCALES = 65
"""So many locales has a site whose frame is hostile."""


def bodies(root: Path, payloads: Sequence[str], shape: Shape) -> Sequence[tuple[str, str]]:
    """Write a project in whose Korean catalogs each payload stands in every place of a document.

    Returns:
        The pages to look at, each with the English page that it is compared with, as paths in the output folder.
    """
    _start(root)
    pages: list[tuple[str, str]] = []
    models: dict[int, str] = {}
    for first in range(0, len(payloads), TOGETHER):
        name = f"terms-{first:03}"
        together = {str(number): payload for number, payload in enumerate(payloads[first : first + TOGETHER])}
        (root / "source" / f"{name}.md").write_text(places.source([*together]), encoding="utf-8")
        texts = {
            **{place.text: place.translation(payloads[first], shape) for place in FRONT},
            **{
                f"{place.text}{number}": place.translation(payload, shape)
                for number, payload in together.items()
                for place in BODY
            },
        }
        _catalog(root, "ko", name, texts)
        model = models.setdefault(len(together), f"en/{name}/index.html")
        pages.append((f"ko/{name}/index.html", model))
    return pages


def frames(root: Path, payloads: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Write a project with a locale for each payload, in which it stands in the title, the description and the page's words.

    Returns:
        As `bodies` does.
    """
    _start(root)
    (root / "source" / "terms.md").write_text(places.source(body=False), encoding="utf-8")
    pages: list[tuple[str, str]] = []
    for number, (locale, payload) in enumerate(zip(islice(_locales(), len(payloads)), payloads, strict=True)):
        whole = number % 2 == 0
        words = {
            text: payload if whole is (index % 2 == 0) else around.replace("@", payload)
            for index, (text, around) in enumerate(SITE.items())
        }
        _catalog(root, locale, "site", words)
        shapes = (Shape.WHOLE, Shape.INSIDE) if whole else (Shape.INSIDE, Shape.WHOLE)
        titles = zip(FRONT, shapes, strict=False)
        _catalog(
            root, locale, "terms", {place.text: place.translation(payload, shape) for place, shape in titles}
        )
        pages.append((f"{locale.replace('_', '-')}/terms/index.html", "ja/terms/index.html"))
    _catalog(root, "ja", "site", {text: text for text in SITE})
    _catalog(root, "ja", "terms", {place.text: "翻訳" for place in FRONT[:2]})
    return pages


def build(root: Path) -> Path:
    """Build a project's pages with the real command; return the output folder."""
    command = (sys.executable, "-m", "pipeline", "-C", str(root), "build", "--format", "html")
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (root / "dist" / "index.html").is_file(), result.stderr
    return root / "dist"


def build_leniently(root: Path) -> Path:
    """Build a project's pages with whatever keeps its block; return the output folder."""
    project = load(root)
    with lenient():
        built = building.build(project, list(project.folders), order("html"))
    assert isinstance(built, Build)
    publish(root / "lenient", built.files)
    return root / "lenient"


def _start(root: Path) -> None:
    (root / "source").mkdir(parents=True)
    (root / "pyproject.toml").write_text(places.configuration(), encoding="utf-8")


def _catalog(root: Path, locale: str, domain: str, texts: Translations) -> None:
    path = root / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    given: Mapping[str, str] = {**texts, "—": "—"}
    path.write_bytes(po.write(catalog(given)))


def _locales() -> Iterator[str]:
    """Korean in every country, for there to be enough locales."""
    names = (f"ko_{first}{second}" for first, second in product(ascii_uppercase, repeat=2))
    return (name for name in names if canonical(name))
