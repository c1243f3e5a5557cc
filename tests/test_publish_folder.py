"""A folder that is published: one build or the other, whole, whatever happens."""

import errno
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline.model import Diagnostic
from pipeline.project import published
from pipeline.project.digest import site_digest
from pipeline.project.lock import locked
from pipeline.project.published import publish_folder, roll_back_folder
from pipeline.project.trouble import Refused
from tests.crash import crashes
from tests.folders import everything, fill, leftovers, online

A: Mapping[str, bytes] = {"index.html": "가".encode(), "ko/약관/index.html": b"A", "only-a/x.css": b"p{}"}
B: Mapping[str, bytes] = {"index.html": "나\u2028".encode(), "ko/약관/index.html": b"B", "only-b.txt": b"b"}


def account(files: Mapping[str, bytes], when: str = "2021-04-05T00:00:00+00:00") -> dict[str, Any]:
    return {
        "version": 1,
        "action": "publish",
        "when": when,
        "site": site_digest(files),
        "languages": ["en", "ko"],
    }


BACK = {"version": 1, "action": "rollback", "when": "2021-04-06T00:00:00+00:00"}


def silent(problem: Diagnostic) -> NoReturn:
    raise AssertionError(problem)


def put(target: Path, files: Mapping[str, bytes]) -> Mapping[str, Any] | None:
    return publish_folder(target, files, account(files), silent)


def back(target: Path) -> Mapping[str, Any]:
    return roll_back_folder(target, BACK, silent)


def log(target: Path) -> list[dict[str, Any]]:
    lines = (target.parent / f"{target.name}.builds" / "publications.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in lines.split("\n")[:-1]]


def told(target: Path, files: Mapping[str, bytes] = A) -> str:
    with pytest.raises(Refused) as refused:
        put(target, files)
    assert refused.value.filename == target.as_posix()
    return f"{refused.value.strerror}: {refused.value.hint}"


def site(number: int) -> Mapping[str, bytes]:
    return {"index.html": b"%d" % number}


def test_the_target_is_a_link_to_the_build_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "정책"
    assert put(target, A) == {**account(A), "build": "000001", "before": None}
    assert str(target.readlink()) == "정책.builds/000001"
    assert online(target) == A
    assert put(target, B) == {**account(B), "build": "000002", "before": "000001"}
    assert online(target) == B
    assert everything(target) == {**B, ".build": b"000002\n"}
    assert everything(tmp_path / "new" / "정책.builds" / "000001") == {**A, ".build": b"000001\n"}
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"정책", "정책.builds"}
    assert {path.name for path in (tmp_path / "new" / "정책.builds").iterdir()} == {
        "000001",
        "000002",
        "publications.jsonl",
    }


def test_the_log_has_a_line_for_each_publication(tmp_path: Path) -> None:
    target = tmp_path / "site"
    records = [put(target, A), put(target, B), back(target)]
    assert log(target) == records
    assert records[2] == {**(records[0] or {}), **BACK, "instead_of": "000002"}


def test_what_is_there_already_is_not_published_again(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    before = everything(tmp_path)
    assert put(target, A) is None
    assert everything(tmp_path) == before
    (target / "index.html").write_bytes(b"changed by hand")
    assert (put(target, A) or {})["build"] == "000002"
    assert online(target) == A


def test_the_way_back_leads_through_what_was_online(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for number in (1, 2, 3):
        put(target, site(number))
    assert back(target)["build"] == "000002"
    assert online(target) == site(2)
    put(target, site(4))
    assert back(target)["build"] == "000002"
    assert back(target)["build"] == "000001"
    with pytest.raises(Refused) as refused:
        back(target)
    assert (refused.value.strerror, refused.value.hint) == (
        "there is no build before 000001 to go back to",
        "mend the sources and publish them",
    )
    assert online(target) == site(1)
    assert [one["build"] for one in log(target)] == [f"00000{number}" for number in (1, 2, 3, 2, 4, 2, 1)]


def test_five_builds_stay_and_each_can_be_reached(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for number in range(1, 8):
        put(target, site(number))
    back(target)
    put(target, site(8))
    builds = sorted(path.name for path in (tmp_path / "site.builds").iterdir() if path.is_dir())
    assert builds == ["000003", "000004", "000005", "000006", "000008"]
    for number in (6, 5, 4, 3):
        back(target)
        assert online(target) == site(number)
    with pytest.raises(Refused, match="there is no build before 000003"):
        back(target)


def test_a_build_that_was_changed_is_not_gone_back_to(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    put(target, B)
    (tmp_path / "site.builds" / "000001" / "index.html").write_bytes(b"changed")
    with pytest.raises(Refused) as refused:
        back(target)
    assert refused.value.strerror == "build 000001 is not as it was published, so nothing was changed"
    assert online(target) == B
    assert len(log(target)) == 2


def test_a_build_with_the_name_of_another_is_not_as_it_was_published(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    put(target, B)
    (tmp_path / "site.builds" / "000001" / ".build").write_bytes(b"000002\n")
    with pytest.raises(Refused, match="build 000001 is not as it was published, so nothing was changed"):
        back(target)
    (target / ".build").write_bytes(b"000001\n")
    assert (put(target, B) or {})["build"] == "000003"
    assert everything(target) == {**B, ".build": b"000003\n"}


def test_a_build_without_a_name_as_older_versions_made_it_is_one_like_any_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    (target / ".build").unlink()
    assert put(target, A) is None
    put(target, B)
    assert everything(target) == {**B, ".build": b"000002\n"}
    assert back(target)["build"] == "000001"
    assert everything(target) == A


def test_there_is_no_way_back_where_nothing_is_published(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        back(tmp_path / "site")
    assert (refused.value.strerror, refused.value.hint) == (
        "nothing is published here",
        "publish first, or name the folder that was published",
    )
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_replaced_that_policyglot_did_not_publish(tmp_path: Path) -> None:
    fill(tmp_path, {"folder/keep": "1", "file": "2"})
    (tmp_path / "link").symlink_to("folder")
    before = everything(tmp_path)
    assert told(tmp_path / "folder") == (
        "a folder stands here, and only a link can be switched in one step: move it away, or name another folder"
    )
    assert told(tmp_path / "file").startswith("a file stands here, ")
    assert told(tmp_path / "link") == (
        "this link leads to “folder”, which policyglot did not publish: remove the link, or name another folder"
    )
    assert everything(tmp_path) == before


def test_a_disk_without_links_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "symlink", no_links)
    assert told(tmp_path / "site") == (
        "there are no links on this disk, so nothing was published: "
        "name a folder on another disk, or publish to a branch with git:BRANCH"
    )
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("step", ["mkdir", "rename", "replace", "symlink", "fsync"])
def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "site"
    put(target, A)
    before = everything(tmp_path)

    def full(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        assert (
            told(target, B)
            == "the disk is full, and every file is as it was: free some space and run it again"
        )
    assert online(target) == A
    put(target, B)
    back(target)
    assert online(target) == A
    assert leftovers(tmp_path) == []
    assert len(log(target)) == 3
    assert (
        before.items()
        <= {
            **everything(tmp_path),
            "site.builds/publications.jsonl": before["site.builds/publications.jsonl"],
        }.items()
    )


def test_a_log_that_cannot_be_written_is_told_and_written_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    put(target, A)

    def full(_home: Path, _record: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(published, "finish", full)
        assert told(target, B) == (
            "the disk is full, and each file is as it was or as it should be: free some space and run it again"
        )
    assert online(target) == B
    assert [one["build"] for one in log(target)] == ["000001"]
    assert put(target, B) is None
    assert [one["build"] for one in log(target)] == ["000001", "000002"]


def test_what_others_wrote_into_the_log_is_passed_over(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    with (tmp_path / "site.builds" / "publications.jsonl").open("ab") as file:
        file.write(b'\xff{"build": 7}\n[]\n{"build": "../..", "before": null, "site": ""}\nnot JSON\n')
    put(target, B)
    assert back(target)["build"] == "000001"
    assert online(target) == A


def test_without_its_log_a_build_is_shown_and_the_next_one_gets_a_new_number(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)
    put(target, B)
    (tmp_path / "site.builds" / "publications.jsonl").unlink()
    with pytest.raises(Refused, match="there is no build before 000002"):
        back(target)
    assert online(target) == B
    assert (put(target, A) or {})["build"] == "000003"


def test_killed_at_any_step_it_shows_one_build_and_the_next_run_mends_the_rest(tmp_path: Path) -> None:
    seen = []
    for project in crashes(tmp_path, {"others": b""}, three_steps):
        target = project / "site"
        shown = online(target) if target.exists() else {}
        assert shown in ({}, A, B)
        seen.append(shown)
        put(target, site(3))
        assert online(target) == site(3)
        assert leftovers(project) == []
        told_of = [one["site"] for one in log(target)]
        assert told_of == [site_digest(files) for files in (*(A, B, A)[: len(told_of) - 1], site(3))]
        left = {path.name for path in (project / "site.builds").iterdir()}
        assert left <= {*(one["build"] for one in log(target)), "publications.jsonl"}
        if shown:
            assert told_of[-2] == site_digest(shown)
            assert back(target)["site"] == site_digest(shown)
            assert online(target) == shown
    assert [shown for number, shown in enumerate(seen) if shown != seen[number - 1]] == [{}, A, B, A]


def three_steps(project: Path) -> None:
    put(project / "site", A)
    put(project / "site", B)
    back(project / "site")


def test_a_second_publisher_waits(tmp_path: Path) -> None:
    target = tmp_path / "site"
    put(target, A)

    class Told(Exception):  # noqa: N818 - it ends the waiting
        pass

    def tell(problem: Diagnostic) -> NoReturn:
        raise Told(problem.message)

    with locked(tmp_path / "site.builds", silent), pytest.raises(Told, match="is working in this folder"):
        publish_folder(target, B, account(B), tell)
    assert online(target) == A


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="coreutils are not installed")
def test_the_digest_is_that_of_sha256sum(tmp_path: Path) -> None:
    put(tmp_path / "site", B)
    command = (
        "find . -type f ! -path ./.build -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum"
    )
    done = subprocess.run(  # noqa: S602 - our own line, which the documentation has, too
        command, shell=True, cwd=tmp_path / "site", capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[0] == site_digest(B)
    assert site_digest(A) != site_digest(B)
