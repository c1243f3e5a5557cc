"""A new project on the disk: all of it or nothing, and never in the place of anything."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.project.begin import begin, in_the_way
from pipeline.project.trouble import Refused
from tests.crash import crashes
from tests.folders import everything, fill, leftovers

FILES = {"pyproject.toml": b"", "source/약관.md": "# 약관\u2028\r\n".encode(), "source/deep/a": b"a"}
SHOWN = Path("새 프로젝트")


def refused(place: Path) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        begin(place, SHOWN, FILES)
    return str(caught.value.filename), str(caught.value.strerror)


def in_way(place: Path) -> list[str]:
    return [str(problem) for problem in in_the_way(place, SHOWN, FILES)]


@pytest.mark.parametrize("name", ["new", "above/it/new", "there"])
def test_all_files_are_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").mkdir()
    assert in_way(tmp_path / name) == []
    begin(tmp_path / name, SHOWN, FILES)
    assert everything(tmp_path / name) == FILES
    assert leftovers(tmp_path) == []


def test_what_else_is_in_the_folder_stays(tmp_path: Path) -> None:
    others = {".git/HEAD": b"ref", "source/메모.txt": b"", "locales/ko/LC_MESSAGES/site.po": b""}
    fill(tmp_path, others)
    assert in_way(tmp_path) == []
    begin(tmp_path, SHOWN, FILES)
    assert everything(tmp_path) == {**others, **FILES}


def test_each_thing_in_the_way_is_told_of(tmp_path: Path) -> None:
    fill(tmp_path, {"source/약관.md": b"own", "source/deep": b"a file"})
    (tmp_path / "pyproject.toml").symlink_to("nowhere")
    told = "this is there already, so nothing was written: move it away, or name another folder"
    assert in_way(tmp_path) == [
        f"새 프로젝트/pyproject.toml: {told}",
        f"새 프로젝트/source/deep: {told}",
        f"새 프로젝트/source/약관.md: {told}",
    ]


def test_a_file_where_a_folder_belongs_is_told_of_once(tmp_path: Path) -> None:
    fill(tmp_path, {"source": b""})
    assert [line.split(":")[0] for line in in_way(tmp_path)] == ["새 프로젝트/source"]


def test_in_the_current_folder_files_have_their_own_names(tmp_path: Path) -> None:
    fill(tmp_path, {"source": b""})
    [problem] = in_the_way(tmp_path, Path(), FILES)
    assert problem.path == "source"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_the_place_is_no_folder(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "place"
    place.write_bytes(b"") if kind == "file" else place.symlink_to("nowhere")
    assert in_way(place) == [
        "새 프로젝트: this is no folder, so nothing was written: name a folder, or a new one"
    ]


def test_a_link_to_a_folder_is_that_folder(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "place").symlink_to("there")
    begin(tmp_path / "place", SHOWN, FILES)
    assert everything(tmp_path / "there") == FILES


def test_a_file_above_the_place_is_told_of(tmp_path: Path) -> None:
    fill(tmp_path, {"above": b""})
    told = "a file stands where one of its folders belongs, and every file is as it was"
    assert refused(tmp_path / "above/new") == ("새 프로젝트/pyproject.toml", told)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    place = fill(tmp_path / "place", {".git/HEAD": b""})
    (place / "source").symlink_to(tmp_path / "elsewhere")
    told = "this link leads out of the project, so nothing was written"
    assert refused(place)[1] == told
    assert everything(tmp_path) == {"place/.git/HEAD": b""}


@pytest.mark.parametrize("name", ["new", "above/new", "there"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    fill(tmp_path / "there", {"own": b""})
    monkeypatch.setattr(os, "fsync", full)
    where, told = refused(tmp_path / name)
    assert told == "the disk is full, and every file is as it was"
    assert where.startswith("새 프로젝트/")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["own", "there"]


@pytest.mark.parametrize("name", ["new", "there"])
def test_a_folder_that_may_not_be_written(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(os, "mkdir" if name == "new" else "open", forbidden)
    assert refused(tmp_path / name)[1] == "this may not be written, and every file is as it was"
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_a_file_that_comes_up_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    fill(tmp_path, {"source/약관.md": b"own"})
    assert refused(tmp_path) == (
        "새 프로젝트/source/약관.md",
        "this file changed while policyglot was working, so nothing was written",
    )
    assert everything(tmp_path) == {"source/약관.md": b"own"}


def test_a_folder_that_comes_up_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, sync = tmp_path / "new", os.fsync

    def late(descriptor: int) -> None:
        fill(place, {"own": b""})
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(Refused):
        begin(place, SHOWN, FILES)
    assert everything(tmp_path) == {"new/own": b""}


def test_a_killed_run_leaves_the_whole_new_folder_or_none(tmp_path: Path) -> None:
    steps, outcomes = 0, set()
    for project in crashes(tmp_path, {"own": b""}, lambda root: begin(root / "above/new", SHOWN, FILES)):
        steps += 1
        outcomes.add((project / "above/new").exists())
        if not (project / "above/new").exists():
            begin(project / "above/new", SHOWN, FILES)
        assert everything(project / "above/new") == FILES
        assert leftovers(project) == []
    assert steps > 5
    assert outcomes == {False, True}
