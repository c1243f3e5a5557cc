"""The sites that are looked at, each built by the real command into a folder of its own."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline import po
from pipeline.model import Catalog
from pipeline.workflow import starting
from tests.conftest import ROOT
from tests.folders import fill

ADDRESS = "https://legal.example.com/privacy-centre/"
"""Where sites with an address stand; no request is made to it."""


def policy(root: Path) -> None:
    """Write this project's own policy, with all its languages."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, root / name)
    _configure(root, f'site-url = "{ADDRESS}"')


def without_address(root: Path) -> None:
    """Write the policy of a project that does not tell where it is published."""
    policy(root)
    _configure(root, "")


def partial(root: Path) -> None:
    """Write the policy with catalogs of every kind: half done, hardly begun, with and without the words of the pages."""
    policy(root)
    with (root / "pyproject.toml").open("a", encoding="utf-8") as file:
        for locale, choice in (("ja", "english"), ("ar", "english"), ("fr", "hide")):
            file.write(
                f'\n[tool.policyglot.documents.privacy.locales.{locale}]\non-incomplete = "{choice}"\n'
            )
    for locale, domain, every in (
        ("ko", "privacy", 2), ("de", "privacy", 9), ("ja", "privacy", 9), ("fr", "privacy", 2), ("ar", "privacy", 3),
        ("ko", "site", 2), ("de", "site", 99), ("es", "site", 3),
    ):  # fmt: skip
        _thin(root / "locales" / locale / "LC_MESSAGES" / f"{domain}.po", every)
    (root / "locales" / "zh_Hans" / "LC_MESSAGES" / "privacy.po").unlink()


def blocks(root: Path) -> None:
    """Write a document with every block of Markdown, to be built in both directions of writing, and a small one beside it."""
    (root / "source").mkdir()
    shutil.copy(Path(__file__).with_name("blocks.md"), root / "source")
    (root / "source" / "약관.md").write_text("One paragraph, no title.\n", encoding="utf-8")
    (root / "pyproject.toml").write_text(f'[tool.policyglot]\nsite-url = "{ADDRESS}"\n', encoding="utf-8")


def example(root: Path) -> None:
    """Write the example project, with three versions, of which Arabic has the first."""
    fill(root, starting.start(example=True))


def draft(root: Path) -> None:
    """Write the example with a working text that differs from its last release: Korean has it whole, the others in part."""
    example(root)
    for path in (root / "source" / "privacy.md", *root.glob("locales/*/LC_MESSAGES/privacy.po")):
        text = path.read_text(encoding="utf-8")
        text = text.replace("12 months after the Trip", "6 months after the Trip")
        path.write_text(text.replace("주행 종료일부터 12개월", "주행 종료일부터 6개월"), encoding="utf-8")
    _thin(root / "locales" / "de" / "LC_MESSAGES" / "privacy.po", 3)


SITES: Mapping[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "policy": (policy, ()),
    "without-address": (without_address, ()),
    "partial": (partial, ()),
    "blocks": (blocks, ("en_XA", "ar_XB")),
    "example": (example, ("--as-of", "2026-11-24")),
    "later": (example, ("--as-of", "2027-03-01")),
    "draft": (draft, ("--draft", "--as-of", "2026-11-24")),
}
"""Each site by its name: what writes the project, and what a build is told: locales, where they are not all, the day, drafts."""

ADDRESSES = {
    **dict.fromkeys(("policy", "partial", "blocks"), ADDRESS),
    "without-address": None,
    **dict.fromkeys(("example", "later", "draft"), "https://policies.larkwheel.example/"),
}
"""Where each site stands, if it says so."""


def build(name: str, root: Path, out: Path) -> None:
    """Write a project into a folder, and build its pages into another."""
    write, options = SITES[name]
    write(root)
    command = (sys.executable, "-m", "pipeline", "-C", str(root), "build", *options, "--out", str(out))
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (out / "index.html").is_file(), result.stdout + result.stderr


def _configure(root: Path, address: str) -> None:
    """Write this project's own configuration with another address."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (root / "pyproject.toml").write_text(_SITE_URL.sub(address, text), encoding="utf-8")


def _thin(path: Path, every: int) -> None:
    """Leave the first translation of a catalog, and one in so many behind it."""
    catalog = po.read(path.read_bytes(), path.name)
    assert isinstance(catalog, Catalog)
    kept = (
        message if number % every == 0 else replace(message, translations=("",) * len(message.translations))
        for number, message in enumerate(catalog.messages)
    )
    path.write_bytes(po.write(replace(catalog, messages=tuple(kept))))


_SITE_URL = re.compile(r"^site-url = .*$", re.MULTILINE)
