"""The inputs on which the fuzzer once found a fault go through the whole program again; see `tests.fuzz`."""

from pathlib import Path

import pytest

from tests.fuzz import cases, corpus

FILES = sorted((corpus.FIXTURES / "fuzz").glob("*.*"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_input_that_once_failed_goes_through(path: Path) -> None:
    cases.run(path.suffix[1:], path.read_bytes())


def test_a_seed_and_a_number_give_the_same_input_again() -> None:
    texts, files = corpus.documents(), corpus.catalogs()
    for number in range(10):
        assert cases.make(1, number, texts, files) == cases.make(1, number, texts, files)
        assert cases.make(1, number, texts, files) != cases.make(2, number, texts, files)
