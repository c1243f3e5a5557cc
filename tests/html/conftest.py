"""The sites, built once for all tests."""

from pathlib import Path

import pytest

from tests.folders import fill
from tests.html.sites import SITES, build

FAULTS = {
    "faults/page/index.html": '<!doctype html>\n<html lang="en">\n<title>Faults</title>\n<h1>Faults</h1>\n<p><div>x</p>\n<br/>\n',
    "faults/style.css": "p { colr: red }\n",
}
"""What the checkers have to find, so that their silence says something."""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a folder for each site, and one with faults."""
    root = tmp_path_factory.mktemp("html")
    for name in SITES:
        (root / name).mkdir()
        build(name, root / name, root / "sites" / name)
    return fill(root / "sites", FAULTS).resolve()
