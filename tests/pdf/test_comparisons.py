"""The Markdown of comparisons: every reader sees the same, and what is gone and what is new in it."""

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.project.load import load
from pipeline.workflow import building
from pipeline.workflow.building import Build
from pipeline.workflow.order import Order
from pipeline.workflow.starting import start
from tests.folders import fill
from tests.pdf.readers import READERS, pandoc, tree

pytestmark = pytest.mark.pdfcheck

FILES = tuple(
    f"{tag}/privacy/changes/{pair}/privacy.md"
    for tag in ("en", "de", "ja", "ko")
    for pair in ("1.0..1.1", "1.1..2.0")
)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder: Path = fill(tmp_path_factory.mktemp("example"), start(example=True))
    project = load(folder)
    order = Order(formats=("markdown",), day=datetime.date(2026, 11, 24))
    built = building.build(project, list(project.folders), order)
    assert isinstance(built, Build)
    return built.files


def test_these_are_all(example: Mapping[str, bytes]) -> None:
    assert sorted(name for name in example if "/changes/" in name) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_reader_sees_the_same_comparison(example: Mapping[str, bytes], file: str) -> None:
    first, *others = (tree(example[file].decode(), reader) for reader in READERS)
    assert all(other == first for other in others)


@pytest.mark.parametrize("reader", READERS)
def test_what_is_gone_is_struck_out_and_what_is_new_is_bold(
    example: Mapping[str, bytes], reader: str
) -> None:
    shown = pandoc(example["ja/privacy/changes/1.0..1.1/privacy.md"].decode(), "-f", reader, "-t", "html")
    assert "<del>24</del>" in shown
    assert "<strong>12</strong>" in shown
