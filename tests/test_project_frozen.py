"""Releases on disk: a new one comes whole or not at all, and no other is ever touched."""

import errno
import os
import subprocess
from pathlib import Path

import pytest

from pipeline.project.frozen import ATTRIBUTES, freeze, held
from pipeline.project.leftovers import clear
from pipeline.project.load import load
from pipeline.project.trouble import Refused
from pipeline.releases import write
from tests.crash import crashes
from tests.folders import everything, fill, leftovers
from tests.releases import ROOT, on_disk, release

FIRST = release()
AT = f"{ROOT}/약관/1.0"
FILES = write(FIRST)
SOURCES = {"source/약관.md": b"# Terms\n"}


def put(root: Path) -> None:
    freeze(root, AT, ROOT, FILES)


def refused(root: Path) -> Refused:
    before = everything(root)
    with pytest.raises(Refused) as caught:
        put(root)
    assert everything(root) == before
    return caught.value


def test_a_release_is_written_and_read(tmp_path: Path) -> None:
    put(fill(tmp_path, SOURCES))
    attributes = {f"{ROOT}/{ATTRIBUTES}": b"# A release is the same bytes in every working copy.\n* -text\n"}
    assert everything(tmp_path) == {**SOURCES, **on_disk([FIRST]), **attributes}
    project = load(tmp_path)
    assert (project.frozen.releases, project.frozen.faults) == ((FIRST,), ())
    assert [document.name for document in project.documents] == ["약관"]


def test_attributes_of_ones_own_stay(tmp_path: Path) -> None:
    put(fill(tmp_path, {f"{ROOT}/{ATTRIBUTES}": b"* -text -diff\n"}))
    assert everything(tmp_path)[f"{ROOT}/{ATTRIBUTES}"] == b"* -text -diff\n"


@pytest.mark.parametrize("content", [b"", FILES["ko.po"]])
def test_a_release_that_is_there_is_never_touched(tmp_path: Path, content: bytes) -> None:
    fill(tmp_path, {f"{AT}/ko.po": content, f"{ROOT}/{ATTRIBUTES}": b""})
    problem = refused(tmp_path)
    assert (problem.strerror, problem.hint) == (
        "this release is there already, and a release never changes, so nothing was written",
        "give the text a greater version",
    )


def test_a_file_in_its_place_stays(tmp_path: Path) -> None:
    problem = refused(fill(tmp_path, {AT: b"", f"{ROOT}/{ATTRIBUTES}": b""}))
    assert problem.strerror == "a file stands where one of its folders belongs, and every file is as it was"
    assert leftovers(tmp_path) == []


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    project = fill(tmp_path / "project", SOURCES)
    (tmp_path / "elsewhere").mkdir()
    (project / ROOT).symlink_to(tmp_path / "elsewhere")
    assert refused(project).strerror == "this link leads out of the project, so nothing was written"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    fill(tmp_path, SOURCES)
    monkeypatch.setattr(os, "fsync", full)
    assert refused(tmp_path).strerror == "the disk is full, and every file is as it was"
    assert not (tmp_path / ROOT).exists()


def test_a_killed_run_leaves_the_whole_release_or_none_of_it(tmp_path: Path) -> None:
    steps, outcomes = 0, set()
    for project in crashes(tmp_path, SOURCES, put):
        steps += 1
        there = held(project, ROOT)
        files = {path: data for path, data in there.items() if ATTRIBUTES not in path}
        assert files in ({}, on_disk([FIRST]))
        outcomes.add(bool(files))
        clear(project)
        assert leftovers(project) == []
        if not files:
            put(project)
        assert load(project).frozen.releases == (FIRST,)
        assert (project / ROOT / ATTRIBUTES).read_bytes().endswith(b"* -text\n")
    assert steps > 5
    assert outcomes == {False, True}


def test_git_brings_every_byte_back(tmp_path: Path) -> None:
    def git(*arguments: str, folder: Path = tmp_path) -> None:
        who = ("-c", "user.name=가", "-c", "user.email=a@example.com", "-c", "core.autocrlf=true")
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607 - whichever git there is

    origin = fill(tmp_path / "origin", {**SOURCES, ".gitattributes": b"* text=auto eol=lf\n"})
    put(origin)
    git("init", folder=origin)
    git("add", ".", folder=origin)
    git("commit", "-m", "release", folder=origin)
    git("clone", "origin", "clone")
    assert b"\r\n" in FIRST.source
    assert held(tmp_path / "clone", ROOT) == held(origin, ROOT)
    assert load(tmp_path / "clone").frozen.releases == (FIRST,)
