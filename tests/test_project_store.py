"""Single files: each whole or not at all, and all of a run or none of it."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.project.files import beside
from pipeline.project.leftovers import clear
from pipeline.project.store import store
from tests.conftest import Run
from tests.crash import crashes
from tests.folders import everything, fill, leftovers


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    fill(tmp_path, {"same": "가", "other": "나"})
    before = (tmp_path / "same").stat()
    contents = {"same": "가".encode(), "other": "다".encode(), "새/폴더/new": "\u2028".encode()}
    assert store(tmp_path, contents) == ["other", "새/폴더/new"]
    assert everything(tmp_path) == contents
    after = (tmp_path / "same").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert store(tmp_path, contents) == []


def test_a_dry_run_tells_what_differs_and_writes_nothing(tmp_path: Path) -> None:
    fill(tmp_path, {"same": "가", "other": "나"})
    contents = {"other": "다".encode(), "same": "가".encode(), "a/new": b""}
    assert store(tmp_path, contents, dry=True) == ["a/new", "other"]
    assert everything(tmp_path) == {"same": "가".encode(), "other": "나".encode()}
    assert not (tmp_path / "a").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    fill(tmp_path, {"a/남의 것": "가"})
    store(tmp_path, {"a/b": b""})
    assert set(everything(tmp_path)) == {"a/남의 것", "a/b"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = fill(tmp_path, {"ko.po": "가"}) / "ko.po"
    path.chmod(mode)
    store(tmp_path, {"ko.po": "나".encode()})
    assert path.read_bytes() == "나".encode()
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_mode_that_the_process_gives_its_files(tmp_path: Path) -> None:
    store(tmp_path, {"ko.po": b""})
    assert stat.S_IMODE((tmp_path / "ko.po").stat().st_mode) == 0o640
    assert os.umask(0o027) == 0o027


def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    name = "가" * 84 + ".po"
    assert store(tmp_path, {name: b"1"}) == [name]
    assert everything(tmp_path) == {name: b"1"}


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("crash", "error"), [(full, OSError), (killed, KeyboardInterrupt)], ids=["full", "killed"]
)
@pytest.mark.parametrize("name", ["fsync", "replace", "fchmod"])
def test_a_crash_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, crash: object, error: type[BaseException]
) -> None:
    fill(tmp_path, {"locales/ko.po": "옛것"})
    monkeypatch.setattr(os, name, crash)
    with pytest.raises(error):
        store(tmp_path, {"locales/ko.po": "새것".encode(), "locales/ja/new.po": b"new"})
    assert everything(tmp_path) == {"locales/ko.po": "옛것".encode()}
    assert not (tmp_path / "locales/ja").exists()


def test_a_file_in_the_place_of_a_folder_is_an_error_that_leaves_it(tmp_path: Path) -> None:
    fill(tmp_path, {"locales": "가", "b": "나"})
    message = "a file stands where one of its folders belongs, and every file is as it was"
    with pytest.raises(OSError, match=message) as error:
        store(tmp_path, {"b": b"", "locales/ko/x.po": b""})
    assert error.value.filename == "locales/ko/x.po"
    assert everything(tmp_path) == {"locales": "가".encode(), "b": "나".encode()}


def test_a_folder_in_the_place_of_a_file_is_an_error_that_leaves_it(tmp_path: Path) -> None:
    fill(tmp_path, {"ko.po/x": "가"})
    with pytest.raises(OSError, match="this is a folder, where a file belongs, and every file is as it was"):
        store(tmp_path, {"a.po": b"", "ko.po": b""})
    assert everything(tmp_path) == {"ko.po/x": "가".encode()}


def test_a_failure_among_the_last_steps_says_that_some_files_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, {"a": "1", "b": "1", "c": "1"})
    replace = os.replace

    def second_fails(source: Path, target: Path) -> None:
        full() if target.name == "b" else replace(source, target)

    monkeypatch.setattr(os, "replace", second_fails)
    with pytest.raises(
        OSError, match="the disk is full, and each file is as it was or as it should be"
    ) as error:
        store(tmp_path, {"a": b"2", "b": b"2", "c": b"2"})
    assert error.value.filename == "b"
    assert everything(tmp_path) == {"a": b"2", "b": b"1", "c": b"1"}


def test_wherever_it_is_killed_each_file_is_old_or_new_and_the_next_run_mends_it(tmp_path: Path) -> None:
    old = {"source/a.md": b"", "locales/ko/LC_MESSAGES/a.po": b"old", "locales/ko/LC_MESSAGES/b.po": b"old"}
    new = {path.replace("ko/", f"{locale}/"): b"new" for path in list(old)[1:] for locale in ("ko", "ja")}
    steps = 0
    for project in crashes(tmp_path, old, lambda project: store(project, new)):
        steps += 1
        there = everything(project)
        assert {path: there[path] for path in old if there[path] != old[path]}.items() <= new.items()
        assert {path for path in there if path not in new} - {"source/a.md"} == set(leftovers(project))
        clear(project)
        assert leftovers(project) == []
        store(project, new)
        assert everything(project) == {**old, **new}
    assert steps > 8


# Leftovers


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    kept = {"source/a.md": b"", "locales/ko/LC_MESSAGES/a.po": b"1", "locales/ko/LC_MESSAGES/.a.po.swp": b"2"}
    fill(tmp_path, {**kept, "locales/ko/LC_MESSAGES/.a.po.policyglot-new": "x"})
    fill(tmp_path, {"locales/ja/LC_MESSAGES/.a.po.policyglot-new": "x"})
    (tmp_path / "locales/ar/LC_MESSAGES").mkdir(parents=True)
    clear(tmp_path)
    assert everything(tmp_path) == kept
    assert sorted(path.name for path in (tmp_path / "locales").iterdir()) == ["ar", "ko"]


def test_what_was_left_beside_a_linked_catalog_is_removed_inside_the_project_only(tmp_path: Path) -> None:
    fill(
        tmp_path, {"out/b.po": "1", "out/.b.po.policyglot-new": "2", "out/LC_MESSAGES/.c.policyglot-new": "3"}
    )
    project = fill(tmp_path / "project", {"shared/a.po": "1", "shared/.a.po.policyglot-new": "2"})
    folder = project / "locales/ko/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "a.po").symlink_to("../../../shared/a.po")
    (folder / "b.po").symlink_to(tmp_path / "out/b.po")
    (project / "locales/ja").symlink_to(tmp_path / "out")
    clear(project)
    assert leftovers(tmp_path) == ["out/.b.po.policyglot-new", "out/LC_MESSAGES/.c.policyglot-new"]
    assert (folder / "a.po").is_symlink()


def test_a_leftover_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    fill(tmp_path, {"victim": "1", "project/a.po": "1"})
    beside(tmp_path / "project/a.po").symlink_to(tmp_path / "victim")
    store(tmp_path / "project", {"a.po": b"2"})
    assert everything(tmp_path) == {"victim": b"1", "project/a.po": b"2"}


# Links


def test_a_link_out_of_the_project_stops_all_files(tmp_path: Path) -> None:
    fill(tmp_path, {"outside/x": "1", "project/a": "1"})
    (tmp_path / "project/z").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="this link leads out of the project, so nothing was written") as error:
        store(tmp_path / "project", {"a": b"2", "z/new": b"2"})
    assert error.value.filename == "z/new"
    assert everything(tmp_path) == {"outside/x": b"1", "project/a": b"1"}


@pytest.mark.parametrize("target", ["../outside/none", "../outside/x"])
def test_a_link_out_is_not_followed_whether_it_leads_to_something_or_not(tmp_path: Path, target: str) -> None:
    fill(tmp_path, {"outside/x": "1", "project/a": "1"})
    (tmp_path / "project/b").symlink_to(target)
    with pytest.raises(OSError, match="this link leads out of the project"):
        store(tmp_path / "project", {"b": b"2"})
    assert everything(tmp_path / "outside") == {"x": b"1"}


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    with pytest.raises(OSError, match="this link leads in a circle, so nothing was written"):
        store(tmp_path, {"a": b"2"})
    assert (tmp_path / "a").is_symlink()


# Files that change meanwhile


@pytest.fixture
def saved_meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, bytes | None], None]:
    """Let somebody save or remove a file after all files were read and written beside."""

    def arrange(path: Path, data: bytes | None) -> None:
        fsync = os.fsync

        def save(descriptor: int) -> None:
            fsync(descriptor)
            path.unlink(missing_ok=True)
            if data is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)

        monkeypatch.setattr(os, "fsync", save)

    return arrange


@pytest.mark.parametrize("name", ["ko/LC_MESSAGES/a.po", "templates/LC_MESSAGES/site.pot"])
@pytest.mark.parametrize("data", [b"# a translator's work\n", None], ids=["saved", "removed"])
def test_what_somebody_saves_while_an_update_runs_is_not_lost(
    tmp_path: Path,
    run: Run,
    saved_meanwhile: Callable[[Path, bytes | None], None],
    name: str,
    data: bytes | None,
) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    run(tmp_path, "add", "ko")
    fill(tmp_path, {"source/a.md": "# A\n\nB\n", f"locales/{name}": 'msgid ""\nmsgstr ""\n'})
    before = everything(tmp_path)
    saved_meanwhile(tmp_path / "locales" / name, data)
    outcome = run(tmp_path, "update")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"locales/{name}: this file changed while policyglot was working, so nothing was written: run it again\n"
    )
    kept = {path: text for path, text in before.items() if path != f"locales/{name}"}
    assert everything(tmp_path) == (kept if data is None else {**kept, f"locales/{name}": data})


def test_a_catalog_that_somebody_makes_while_a_language_is_added_is_not_lost(
    tmp_path: Path, run: Run, saved_meanwhile: Callable[[Path, bytes | None], None]
) -> None:
    fill(tmp_path, {"source/a.md": "# A\n"})
    saved_meanwhile(tmp_path / "locales/ko/LC_MESSAGES/a.po", b"mine")
    outcome = run(tmp_path, "add", "ko")
    assert outcome.code == 2
    assert outcome.err == (
        "locales/ko/LC_MESSAGES/a.po: this file changed while policyglot was working, so nothing was written: "
        "run it again\n"
    )
    assert everything(tmp_path) == {"source/a.md": b"# A\n", "locales/ko/LC_MESSAGES/a.po": b"mine"}


def test_a_file_that_is_not_written_may_change(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "1", "b": "2"})
    assert store(tmp_path, {"a": b"1", "b": b"3"}, read={"a": b"0", "b": b"2"}) == ["b"]
