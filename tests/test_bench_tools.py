"""What is read of the tools' output, and how a run is measured."""

import sys
from pathlib import Path

import pytest

from tests.bench.running import FailedError, Run, measured
from tests.bench.scale import row
from tests.bench.tools import po4a, policyglot


@pytest.mark.parametrize(
    ("told", "version"),
    [
        ("po4a version 0.69.\nwritten by Martin Quinson", "0.69"),
        ("po4a version 0.74", "0.74"),
        ("something else", ""),
    ],
)
def test_the_version_of_po4a(told: str, version: str) -> None:
    assert po4a.version(told) == version


def test_the_configuration_of_po4a_has_a_line_for_each_document() -> None:
    assert po4a.configuration(["a", "b"], ["ko", "ar"]).split("\n") == [
        "[po4a_langs] ko ar",
        "[po4a_paths] pot/$master.pot $lang:po/$lang/$master.po",
        "[options] --master-charset UTF-8 --localized-charset UTF-8 --keep 0",
        '[type:text] source/a.md $lang:out/$lang/a.md opt:"-o markdown -o yfm_keys=title,description -o neverwrap"',
        '[type:text] source/b.md $lang:out/$lang/b.md opt:"-o markdown -o yfm_keys=title,description -o neverwrap"',
        "",
    ]


def test_what_a_build_tells_of_its_files() -> None:
    assert policyglot.rewritten("…\n\n24 files in dist; 3 written or removed\n") == (24, 3)
    assert policyglot.rewritten("1 file in dist; 0 written or removed") == (1, 0)
    assert policyglot.rewritten("정책 1") is None


def test_a_run_tells_its_memory_and_output_after_putting_things_in_order(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "a").touch()
    code = "import os; print(sorted(os.listdir()), '개인'); b = bytearray(60_000_000)"
    run = Run(
        folder=tmp_path,
        commands=((sys.executable, "-c", code),),
        gone=(tmp_path / "old",),
        made=(tmp_path / "new",),
        copied=((tmp_path / "given", tmp_path / "there"),),
    )
    taken = measured(run)
    assert taken.output == "['given', 'log', 'new', 'there'] 개인\n"
    assert taken.kilobytes > 58_000
    assert taken.worked > 0


def test_a_child_does_not_count_the_memory_of_its_parent(tmp_path: Path) -> None:
    held = bytearray(b"x") * 150_000_000
    taken = measured(Run(folder=tmp_path, commands=((sys.executable, "-S", "-c", "pass"),)))
    assert taken.kilobytes * 1024 < len(held) / 2


def test_a_command_that_fails_is_told_with_its_output(tmp_path: Path) -> None:
    run = Run(folder=tmp_path, commands=((sys.executable, "-c", "raise SystemExit('no 개인정보')"),))
    with pytest.raises(FailedError, match="ended with 1: no 개인정보"):
        measured(run)


def test_a_page_is_a_document_in_one_language() -> None:
    assert row(100, languages=4, seconds=50.0, kilobytes=2048) == {
        "documents": 100,
        "languages": 4,
        "seconds": 50.0,
        "milliseconds_a_page": 100.0,
        "peak_kilobytes": 2048,
    }
