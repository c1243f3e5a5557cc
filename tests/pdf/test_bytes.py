"""The same document gives the same bytes: again, in another process, at another time and place, and in many threads."""

import datetime
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pdf.documents import CREATED, DOCUMENTS, Document, make

pytestmark = pytest.mark.pdfcheck

AGAIN = "import sys; from tests.pdf.documents import DOCUMENTS, make; sys.stdout.buffer.write(make(DOCUMENTS[sys.argv[1]]))"


def test_again(made: Path, document: Document) -> None:
    assert make(document) == made.read_bytes()


@pytest.mark.parametrize("name", ["ko", "ar", "zh-Hans", "de"])
def test_in_another_process(pdfs: Path, name: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, name], capture_output=True, env=environment, check=True
    )
    assert done.stdout == (pdfs / f"{name}.pdf").read_bytes()


def test_in_another_folder(pdfs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert make(DOCUMENTS["ja"]) == (pdfs / "ja.pdf").read_bytes()


def test_in_several_threads(pdfs: Path) -> None:
    wanted = [(pdfs / f"{name}.pdf").read_bytes() for name in DOCUMENTS]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(make, [*DOCUMENTS.values()] * 3))
    assert found == wanted * 3


def test_only_the_given_time_is_in_it(pdfs: Path) -> None:
    later = make(DOCUMENTS["de"], CREATED + datetime.timedelta(days=1))
    assert later != (pdfs / "de.pdf").read_bytes()
    assert b"20270103030405" in later
    assert str(datetime.datetime.now(tz=datetime.UTC).year).encode() + b"-" not in later
