"""The inputs on which the fuzzer once found a fault go through the whole program again; see `tests.fuzz`."""

import tomllib
from pathlib import Path

import pytest

from tests.fuzz import cases, corpus

FILES = sorted((corpus.FIXTURES / "fuzz").glob("*.[mp]*"))
OPEN = tomllib.loads(Path(corpus.__file__).with_name("open.toml").read_text(encoding="utf-8"))
"""Faults that are not mended yet: each fails until it is, and then has to leave the list."""


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.name, marks=pytest.mark.xfail(reason=OPEN[path.name]))
        if path.name in OPEN
        else pytest.param(path, id=path.name)
        for path in FILES
    ],
)
def test_an_input_that_once_failed_goes_through(path: Path) -> None:
    assert cases.run(path.suffix[1:], path.read_bytes()), cases.UNWRITABLE


def test_every_open_fault_has_its_input() -> None:
    assert OPEN.keys() <= {path.name for path in FILES}


def test_a_seed_and_a_number_give_the_same_input_again() -> None:
    texts, files = corpus.documents(), corpus.catalogs()
    for number in range(10):
        assert cases.make(1, number, texts, files) == cases.make(1, number, texts, files)
        assert cases.make(1, number, texts, files) != cases.make(2, number, texts, files)
