"""The map in docs/architecture.md is the law for imports."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"
ROW = re.compile(r"^\| (?P<layer>\d+) \| `(?P<module>\w+)` \| [^|]+ \| (?P<owns>[^|]*)\|$", re.MULTILINE)
ROWS = list(ROW.finditer((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")))
LAYERS = {row["module"]: int(row["layer"]) for row in ROWS}
OWNERS = {
    library.strip(): row["module"] for row in ROWS for library in row["owns"].split(",") if library.strip()
}
ALSO = {
    "approvals": {"tomllib"},
    "cli": {"os", "pathlib"},
    "comparison": {"rapidfuzz"},
    "config": {"pathlib"},
    "frontmatter": {"tomllib"},
    "reading": {"rapidfuzz"},
}
"""Beside the owner: `config` uses pathlib's pure paths, which touch no file; TOML is also a format of front matter, and of approvals; the nearest
text, the difference of two texts and what belongs together in two versions are found by distance."""


def room(path: Path) -> str:
    """The module or folder of the map that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "pipeline":
            yield from (f"pipeline.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def test_the_map_names_every_room_and_no_other() -> None:
    assert set(LAYERS) == {room(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down_and_each_library_has_one_owner(path: Path) -> None:
    for name in imports(path):
        top, *rest = name.split(".")
        here = room(path)
        if top == "pipeline" and rest and rest[0] != "__version__":
            assert rest[0] == here or LAYERS[rest[0]] < LAYERS[here], f"{here} imports {name}"
        elif top in OWNERS:
            assert here == OWNERS[top] or top in ALSO.get(here, ()), f"{here} imports {name}"
        else:
            assert top in sys.stdlib_module_names | {"pipeline"}, f"{name} has no owner in the map"


def test_only_the_project_module_opens_files() -> None:
    opening = re.compile(r"\b(?:open|read_text|read_bytes|write_text|write_bytes)\(")
    for path in FILES:
        if room(path) != "project":
            assert not opening.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").split("\n")) <= 260
