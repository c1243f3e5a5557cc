"""Where the tests have their projects, and how they tell what their kills hit."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HITS = 30
"""So many kills, at least, must find a run while it writes."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, if there is one: a kill loses nothing that was written, on whatever disk, and memory is faster."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it is a new one
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str, Counter[str], int], None]:
    """Report what the kills hit, and fail if they missed too often: ``tell("build", counts, KILLS)``."""

    def told(verb: str, counts: Counter[str], kills: int) -> None:
        with capsys.disabled():
            print(f"\n{verb}: " + ", ".join(f"{count:,} {what}" for what, count in counts.items()))  # noqa: T201
        assert counts["alive"] >= kills
        assert counts["while writing"] >= HITS

    return told
