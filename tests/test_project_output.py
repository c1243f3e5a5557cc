"""The output folder: always one build, whatever happens, and nobody else's files."""

import errno
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.project import output
from pipeline.project.output import publish
from pipeline.project.swap import exchange
from tests.conftest import Run
from tests.crash import crashes
from tests.folders import everything, fill, leftovers

LISTING = ".policyglot"
FIRST = {"a/index.html": b"1", "a/b/ko.html": b"1", "same.css": b"1"}
SECOND = {"a/index.html": b"2", "c/ja.html": b"2", "same.css": b"1"}


def listed(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the folder of a build holds."""
    return {**contents, LISTING: "".join(f"{path}\n" for path in sorted(contents)).encode()}


def no_exchange(_one: Path, _other: Path) -> bool:
    return False


def mounted(_one: Path, _other: Path) -> bool:
    raise OSError(errno.EBUSY, "Device or resource busy")


WAYS = {"one step": exchange, "two steps": no_exchange, "in place": mounted}


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """Every way that a build gets into its folder, by what the system can do."""
    monkeypatch.setattr(output, "exchange", request.param)
    return request.param


@pytest.mark.usefixtures("way")
class TestEveryWay:
    """What holds however the system lets us write."""

    def test_a_build_is_written_with_a_list_of_its_files(self, tmp_path: Path) -> None:
        contents = {"ko/방침.html": "가".encode(), "index.html": b"x"}
        assert publish(tmp_path / "dist", contents) == ["index.html", "ko/방침.html"]
        assert everything(tmp_path) == {f"dist/{path}": data for path, data in listed(contents).items()}

    def test_a_build_into_an_empty_folder(self, tmp_path: Path) -> None:
        (tmp_path / "dist").mkdir()
        publish(tmp_path / "dist", FIRST)
        assert everything(tmp_path) == {f"dist/{path}": data for path, data in listed(FIRST).items()}

    def test_the_folders_above_are_made(self, tmp_path: Path) -> None:
        publish(tmp_path / "a/b/dist", FIRST)
        assert everything(tmp_path / "a/b/dist") == listed(FIRST)

    def test_the_same_build_again_touches_nothing(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        before = {path: path.stat() for path in (tmp_path, folder, *folder.rglob("*"))}
        assert publish(folder, FIRST) == []
        after = {path: path.stat() for path in (tmp_path, folder, *folder.rglob("*"))}
        assert {
            path: (status.st_ino, status.st_mtime_ns, status.st_ctime_ns) for path, status in after.items()
        } == {
            path: (status.st_ino, status.st_mtime_ns, status.st_ctime_ns) for path, status in before.items()
        }

    def test_a_file_that_did_not_change_stays_the_same_file(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        before = (folder / "same.css").stat()
        publish(folder, SECOND)
        after = (folder / "same.css").stat()
        assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 1)

    def test_what_only_the_previous_build_wrote_is_removed_with_the_folders_it_leaves_empty(
        self, tmp_path: Path
    ) -> None:
        folder = tmp_path / "dist"
        publish(folder, {"a/b/ko.html": b"1", "a/index.html": b"1", "c/d/ja.html": b"1", "same": b"1"})
        fill(folder, {"a/b/남의 것": "2", "남의 것": "2"})
        assert publish(folder, {"a/index.html": b"3", "same": b"1"}) == [
            "a/b/ko.html",
            "a/index.html",
            "c/d/ja.html",
        ]
        assert set(everything(folder)) == {"a/index.html", "a/b/남의 것", "same", "남의 것", LISTING}
        assert not (folder / "c").exists()

    def test_a_file_that_is_gone_already_is_not_told(self, tmp_path: Path) -> None:
        publish(tmp_path / "dist", {"ko.html": b"1", "ja.html": b"1"})
        (tmp_path / "dist/ko.html").unlink()
        assert publish(tmp_path / "dist", {"ja.html": b"1"}) == []
        assert everything(tmp_path / "dist") == listed({"ja.html": b"1"})

    def test_without_a_list_nothing_is_removed(self, tmp_path: Path) -> None:
        fill(tmp_path / "dist", {"남의 것.html": "가"})
        assert publish(tmp_path / "dist", {"ko.html": b"1"}) == ["ko.html"]
        assert set(everything(tmp_path / "dist")) == {"남의 것.html", "ko.html", LISTING}

    def test_a_list_never_reaches_out_of_its_folder(self, tmp_path: Path) -> None:
        outside = fill(tmp_path, {"keep": "가", "out/x": "나", "dist/a/b": "나"}) / "keep"
        (tmp_path / "dist/out").symlink_to("../out")
        lines = [
            "../keep",
            "a/../../keep",
            str(outside),
            "/",
            "..",
            ".",
            "",
            "a",
            "a/",
            "./a/b",
            "a//b",
            "\x00",
        ]
        lines += ["out", "out/x", "out/../../keep", "x" * 300, "x/" * 3000 + "x", "가\u2028나", LISTING]
        fill(tmp_path, {f"dist/{LISTING}": "\n".join(lines).encode() + b"\n\xff\n"})
        assert publish(tmp_path / "dist", {"ko.html": b"1"}) == ["ko.html", "out"]
        assert everything(tmp_path) == {
            "keep": "가".encode(),
            "out/x": "나".encode(),
            "dist/a/b": "나".encode(),
            "dist/ko.html": b"1",
            f"dist/{LISTING}": b"ko.html\n",
        }

    def test_a_file_name_with_a_line_separator_is_one_line_of_the_list(self, tmp_path: Path) -> None:
        publish(tmp_path / "dist", {"가\u2028나.html": b"1", "다\x85라.html": b"1"})
        assert publish(tmp_path / "dist", {}) == ["가\u2028나.html", "다\x85라.html"]
        assert set(everything(tmp_path / "dist")) == {LISTING}

    def test_files_folders_and_links_of_others_stay_as_they_are(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        fill(folder, {"CNAME": "a.example", ".gitignore": "*\n", "img/deep/logo.svg": "<svg/>"})
        (folder / "empty/folder").mkdir(parents=True)
        (folder / "link").symlink_to("../elsewhere")
        (folder / "a/inside").symlink_to("../CNAME")
        os.mkfifo(folder / "pipe")
        (folder / "img").chmod(0o2750)
        (folder / "CNAME").chmod(0o604)
        before = {path: path.lstat() for path in (folder, *folder.rglob("*")) if not path.is_dir()}
        publish(folder, SECOND)
        for name in ("CNAME", ".gitignore", "img/deep/logo.svg", "link", "a/inside", "pipe"):
            after = (folder / name).lstat()
            assert (after.st_ino, after.st_mode) == (
                before[folder / name].st_ino,
                before[folder / name].st_mode,
            )
        assert (folder / "link").readlink() == Path("../elsewhere")
        assert (folder / "empty/folder").is_dir()
        assert stat.S_IMODE((folder / "img").stat().st_mode) == 0o2750
        assert leftovers(tmp_path) == []

    def test_modes_stay(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        modes = {
            folder: 0o2751,
            folder / "a": 0o711,
            folder / "a/index.html": 0o600,
            folder / "same.css": 0o640,
        }
        for path, mode in modes.items():
            path.chmod(mode)
        publish(folder, SECOND)
        assert {path: stat.S_IMODE(path.stat().st_mode) for path in modes} == modes

    @pytest.mark.parametrize("name", ["a", "a/index.html", LISTING])
    @pytest.mark.parametrize("target", ["../outside", "../outside/x", "../none", "same.css"])
    def test_nothing_is_written_through_a_link(self, tmp_path: Path, name: str, target: str) -> None:
        folder = tmp_path / "dist"
        fill(tmp_path, {"outside/x": "1", "outside/index.html": "1", "dist/same.css": "0"})
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(target)
        before = everything(tmp_path)
        with pytest.raises(OSError, match="a link stands here, and a build is not written through links"):
            publish(folder, SECOND)
        assert everything(tmp_path) == before
        assert (folder / name).is_symlink()

    def test_nothing_is_removed_through_a_link(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        fill(tmp_path, {"outside/ko.html": "1"})
        (folder / "a/b/ko.html").unlink()
        (folder / "a/b").rmdir()
        (folder / "a/b").symlink_to(tmp_path / "outside")
        publish(folder, SECOND)
        assert (tmp_path / "outside/ko.html").read_bytes() == b"1"
        assert (folder / "a/b").is_symlink()

    def test_a_link_in_the_place_of_an_old_page_goes_and_what_it_leads_to_stays(self, tmp_path: Path) -> None:
        folder = tmp_path / "dist"
        publish(folder, FIRST)
        fill(tmp_path, {"outside": "1"})
        (folder / "a/b/ko.html").unlink()
        (folder / "a/b/ko.html").symlink_to(tmp_path / "outside")
        publish(folder, SECOND)
        assert everything(folder) == listed(SECOND)
        assert (tmp_path / "outside").read_bytes() == b"1"

    def test_a_linked_output_folder_is_written_where_it_is(self, tmp_path: Path) -> None:
        (tmp_path / "public").mkdir()
        (tmp_path / "dist").symlink_to("public")
        publish(tmp_path / "dist", FIRST)
        publish(tmp_path / "dist", SECOND)
        assert (tmp_path / "dist").readlink() == Path("public")
        assert everything(tmp_path / "public") == listed(SECOND)

    def test_a_folder_in_the_place_of_a_page_is_told(self, tmp_path: Path) -> None:
        publish(tmp_path / "dist", FIRST)
        fill(tmp_path, {"dist/c/ja.html/x": "1"})
        before = everything(tmp_path)
        with pytest.raises(OSError, match="this is a folder, where a file belongs, and every file") as error:
            publish(tmp_path / "dist", SECOND)
        assert error.value.filename == (tmp_path / "dist/c/ja.html").as_posix()
        after = everything(tmp_path)
        assert {**after, f"dist/{LISTING}": b""} == {**before, f"dist/{LISTING}": b""}

    def test_a_file_in_the_place_of_a_folder_is_told(self, tmp_path: Path) -> None:
        publish(tmp_path / "dist", FIRST)
        fill(tmp_path, {"dist/c": "1"})
        with pytest.raises(
            OSError, match="a file stands where one of its folders belongs, and every file"
        ) as error:
            publish(tmp_path / "dist", SECOND)
        assert error.value.filename == (tmp_path / "dist/c/ja.html").as_posix()
        assert leftovers(tmp_path) == []

    def test_a_file_in_the_place_of_the_output_folder_is_told(self, tmp_path: Path) -> None:
        fill(tmp_path, {"dist": "1"})
        with pytest.raises(OSError, match="a file stands where"):
            publish(tmp_path / "dist", SECOND)
        assert everything(tmp_path) == {"dist": b"1"}

    @pytest.mark.parametrize("name", ["fsync", "replace", "mkdir"])
    def test_a_build_that_could_not_be_written_changes_no_page(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: Callable[..., bool]
    ) -> None:
        publish(tmp_path / "dist", FIRST)
        before = everything(tmp_path)
        calls = []

        def full(*arguments: object, **_: object) -> None:
            calls.append(arguments)
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, name, full)
        if name == "replace" and way is not mounted:
            publish(tmp_path / "dist", SECOND)
            assert calls == []
            return
        with pytest.raises(OSError, match="the disk is full, and every file is as it was"):
            publish(tmp_path / "dist", SECOND)
        assert everything(tmp_path) == before
        assert leftovers(tmp_path) == []

    def test_an_interrupted_build_changes_no_page(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        publish(tmp_path / "dist", FIRST)
        before = everything(tmp_path)

        def interrupt(_descriptor: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            publish(tmp_path / "dist", SECOND)
        assert everything(tmp_path) == before

    def test_a_second_run_mends_what_a_killed_one_left(
        self, tmp_path: Path, way: Callable[..., bool]
    ) -> None:
        own = {"CNAME": b"a.example", "c/own": b"1"}
        before = {f"dist/{path}": data for path, data in ({**listed(FIRST), **own}).items()}
        allowed = [{**listed(FIRST), **own}, {**listed(SECOND), **own}]
        steps = missing = 0
        for project in crashes(tmp_path, before, lambda project: publish(project / "dist", SECOND)):
            steps += 1
            if not (project / "dist").exists():
                missing += 1
            elif way is not mounted:
                assert everything(project / "dist") in allowed
            else:
                assert own.items() <= everything(project / "dist").items()
            publish(project / "dist", SECOND)
            assert everything(project / "dist") == allowed[1]
            assert [path.name for path in project.iterdir()] == ["dist"]
            assert leftovers(project) == []
        assert steps > 20
        assert missing == (1 if way is no_exchange else 0)

    def test_a_first_build_that_is_killed_is_mended(self, tmp_path: Path) -> None:
        for project in crashes(tmp_path, {"x": b""}, lambda project: publish(project / "dist", SECOND)):
            assert not (project / "dist").exists() or everything(project / "dist") == listed(SECOND)
            publish(project / "dist", FIRST)
            assert everything(project / "dist") == listed(FIRST)
            assert sorted(path.name for path in project.iterdir()) == ["dist", "x"]


# The last moment


@pytest.mark.parametrize("whole", [exchange, no_exchange], ids=["one step", "two steps"])
def test_what_others_write_in_the_last_moment_is_carried_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: Callable[[Path, Path], bool]
) -> None:
    folder = tmp_path / "dist"
    publish(folder, FIRST)
    fill(folder, {"CNAME": "old", "notes": "old", "a/own": "1"})
    (folder / "link").symlink_to("CNAME")

    def late(stage: Path, place: Path) -> bool:
        fill(folder, {"deep/new": "1", "a/b/late": "1"})
        (folder / "CNAME").unlink()
        (folder / "CNAME").write_bytes(b"new")
        with (folder / "notes").open("ab") as notes:
            notes.write(b", and more")
        (folder / "link").unlink()
        (folder / "link").symlink_to("notes")
        return whole(stage, place)

    monkeypatch.setattr(output, "exchange", late)
    publish(folder, SECOND)
    assert (folder / "link").readlink() == Path("notes")
    assert everything(folder) == {
        **listed(SECOND),
        "CNAME": b"new",
        "notes": b"old, and more",
        "a/own": b"1",
        "deep/new": b"1",
        "a/b/late": b"1",
        "link": b"old, and more",
    }
    assert leftovers(tmp_path) == []


def test_what_was_switched_out_by_a_killed_run_gives_back_what_others_put_there(tmp_path: Path) -> None:
    folder = fill(tmp_path / "dist", {**listed(SECOND), "CNAME": b"now"})
    fill(tmp_path / ".dist.policyglot-new", {**listed(FIRST), "CNAME": b"then", "late/file": b"1"})
    publish(folder, SECOND)
    assert everything(tmp_path) == {
        f"dist/{path}": data for path, data in {**listed(SECOND), "CNAME": b"now", "late/file": b"1"}.items()
    }


def test_what_was_not_finished_is_thrown_away(tmp_path: Path) -> None:
    folder = fill(tmp_path / "dist", listed(FIRST))
    fill(tmp_path / ".dist.policyglot-new", {"c/ja.html": b"2", "CNAME": b"removed meanwhile"})
    publish(folder, FIRST)
    assert everything(tmp_path) == {f"dist/{path}": data for path, data in listed(FIRST).items()}


def test_a_link_with_our_name_is_removed_and_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, {"outside/.policyglot": "", "outside/x": "1"})
    (tmp_path / ".dist.policyglot-new").symlink_to("outside")
    (tmp_path / ".dist.policyglot-old").symlink_to("outside")
    fill(tmp_path / "dist", listed(FIRST))
    publish(tmp_path / "dist", SECOND)
    assert everything(tmp_path / "outside") == {".policyglot": b"", "x": b"1"}
    assert everything(tmp_path / "dist") == listed(SECOND)


# Where links or second folders are not to be had


def test_where_a_file_can_have_no_second_name_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dist"
    publish(folder, FIRST)
    fill(folder, {"CNAME": "a.example"})
    (folder / "CNAME").chmod(0o604)
    (folder / "link").symlink_to("CNAME")

    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    publish(folder, SECOND)
    assert everything(folder) == {**listed(SECOND), "CNAME": b"a.example", "link": b"a.example"}
    assert stat.S_IMODE((folder / "CNAME").stat().st_mode) == 0o604
    assert (folder / "link").is_symlink()


def test_a_shared_folder_is_written_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    folder.chmod(0o1777)
    before = folder.stat().st_ino
    publish(folder, FIRST)
    publish(folder, SECOND)
    assert everything(folder) == listed(SECOND)
    assert folder.stat().st_ino == before


def test_the_two_folders_change_places(tmp_path: Path) -> None:
    fill(tmp_path, {"one/a": "1", "other/b": "2"})
    if not exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this system or file system exchanges no folders")
    assert everything(tmp_path) == {"other/a": b"1", "one/b": b"2"}


def test_folders_that_are_missing_do_not_change_places(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(OSError, match="No such file or directory"):
        exchange(tmp_path / "one", tmp_path / "other")


# The command


def test_an_output_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"project/source/a.md": "# A\n", "outside/keep": "1"})
    (tmp_path / "project/dist").symlink_to(tmp_path / "outside")
    outcome = run(tmp_path / "project", "build")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "dist: this link leads out of the project, so nothing was written: "
        "replace it by a folder, or name the folder with --out\n"
    )
    assert everything(tmp_path / "outside") == {"keep": b"1"}
    assert run(tmp_path / "project", "build", "--out", "dist").code == 0
    assert (tmp_path / "outside/index.html").is_file()
    assert (tmp_path / "outside/keep").is_file()


def test_an_output_folder_below_a_link_out_is_refused(tmp_path: Path, run: Run) -> None:
    settings = '[tool.policyglot]\noutput-dir = "web/site"\n'
    fill(tmp_path, {"project/source/a.md": "# A\n", "project/pyproject.toml": settings, "outside/keep": "1"})
    (tmp_path / "project/web").symlink_to("../outside")
    outcome = run(tmp_path / "project", "build")
    assert outcome.code == 2
    assert outcome.err.startswith("web/site: this link leads out of the project, so nothing was written: ")
    assert everything(tmp_path / "outside") == {"keep": b"1"}


def test_an_output_folder_that_leads_to_itself_is_told(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    (tmp_path / "dist").symlink_to("dist")
    outcome = run(tmp_path, "build")
    assert outcome.code == 2
    assert outcome.err == (
        f"{tmp_path.as_posix()}/dist: this link leads in a circle, so nothing was written: "
        "remove the link and run it again\n"
    )


def test_an_output_folder_that_leads_to_the_sources_is_refused(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    (tmp_path / "dist").symlink_to("source")
    outcome = run(tmp_path, "build")
    assert (outcome.code, outcome.err) == (
        2,
        "policyglot: output-dir cannot be “dist”, because “source” is no output: name another folder\n",
    )


def test_a_link_in_the_place_of_a_page_is_told(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"project/source/a.md": "# A\n", "outside/keep": "1"})
    (tmp_path / "project/dist").mkdir()
    (tmp_path / "project/dist/en").symlink_to(tmp_path / "outside")
    outcome = run(tmp_path / "project", "build")
    assert outcome.code == 2
    assert outcome.err == (
        f"{tmp_path.as_posix()}/project/dist/en/a/a.md: a link stands here, and a build is not written through "
        "links: move the link away and run it again\n"
    )
    assert everything(tmp_path / "outside") == {"keep": b"1"}
