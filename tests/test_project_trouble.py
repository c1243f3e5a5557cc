"""What the disk will not do: one line each, word for word, and every file as it was."""

import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.project.trouble import told, unwritten
from tests.conftest import Run
from tests.folders import everything, fill, leftovers

MOUNT, UMOUNT = shutil.which("mount"), shutil.which("umount")
SOURCE = {"source/a.md": "# A\n\nB\n"}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, which root may make."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or MOUNT is None or UMOUNT is None:
        pytest.skip("only root can mount a small disk")
    small = [MOUNT, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(small, check=False, capture_output=True).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run([UMOUNT, str(folder)], check=True)


@pytest.fixture
def private() -> Iterator[Path]:
    """A folder, while this process has the rights of no more than a common user."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    for path in folder.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


def use_up(disk: Path, leave: int) -> None:
    """Fill a disk until it has no more than so many bytes left."""
    with (disk / "ballast").open("wb", buffering=0) as file:
        free = os.statvfs(disk)
        file.write(b"x" * (free.f_bavail * free.f_frsize - leave))


def test_a_full_disk_leaves_the_catalogs_as_they_were(disk: Path, run: Run) -> None:
    fill(disk, SOURCE)
    run(disk, "add", "ko")
    fill(disk, {"source/a.md": "# A\n\n" + "Many words. " * 1500 + "\n"})
    use_up(disk, 32768)
    before = everything(disk)
    outcome = run(disk, "update")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "locales/templates/LC_MESSAGES/a.pot: the disk is full, and every file is as it was: "
        "free some space and run it again\n"
    )
    assert everything(disk) == before
    (disk / "ballast").unlink()
    assert run(disk, "update").code == 0


def test_a_full_disk_leaves_no_half_language(disk: Path, run: Run) -> None:
    fill(disk, SOURCE)
    run(disk, "extract")
    use_up(disk, 0)
    before = everything(disk)
    outcome = run(disk, "add", "ko")
    assert outcome.code == 2
    assert outcome.err == (
        "locales/ko/LC_MESSAGES/a.po: the disk is full, and every file is as it was: "
        "free some space and run it again\n"
    )
    assert everything(disk) == before
    assert [path.name for path in (disk / "locales").iterdir()] == ["templates"]


@pytest.mark.parametrize("leave", [0, 4096, 16384])
def test_a_full_disk_leaves_the_build_before(disk: Path, run: Run, leave: int) -> None:
    fill(disk, SOURCE)
    run(disk, "build", "--quiet")
    fill(disk, {"source/b.md": "# B\n\n" + "Many words. " * 1500 + "\n"})
    use_up(disk, leave)
    before = everything(disk)
    outcome = run(disk, "build", "--quiet")
    assert (outcome.code, outcome.out) == (2, "")
    path, _, rest = outcome.err.partition(": ")
    assert path.startswith(f"{disk.as_posix()}/dist")
    assert rest == "the disk is full, and every file is as it was: free some space and run it again\n"
    assert everything(disk) == before
    (disk / "ballast").unlink()
    assert run(disk, "build", "--quiet").code == 0
    assert leftovers(disk) == []


def test_a_disk_that_can_only_be_read(disk: Path, run: Run) -> None:
    fill(disk, SOURCE)
    run(disk, "add", "ko")
    run(disk, "build", "--quiet")
    fill(disk, {"source/a.md": "# A\n\nC\n"})
    before = everything(disk)
    subprocess.run([str(MOUNT), "-o", "remount,ro", str(disk)], check=True)
    told_of = "this disk can only be read, and every file is as it was: make it writable or work on a copy, and run it again"
    updated, built = run(disk, "update"), run(disk, "build", "--quiet")
    assert (updated.code, updated.err) == (2, f"locales/ko/LC_MESSAGES/a.po: {told_of}\n")
    assert (built.code, built.err) == (2, f"{disk.as_posix()}/dist/en/a/a.md: {told_of}\n")
    assert run(disk, "status").code == 0
    assert everything(disk) == before


def test_an_output_folder_that_is_a_disk_is_written_in_place(disk: Path, run: Run) -> None:
    project = fill(disk.parent / "project", SOURCE)
    (disk / "CNAME").write_bytes(b"a.example")
    assert run(project, "build", "--quiet", "--out", str(disk)).code == 0
    fill(project, {"source/b.md": "# B\n"})
    (project / "source/a.md").unlink()
    assert run(project, "build", "--quiet", "--out", str(disk)).code == 0
    assert (disk / "CNAME").read_bytes() == b"a.example"
    assert (disk / "en/b/index.html").is_file()
    assert not (disk / "en/a").exists()
    assert disk.is_mount()
    assert leftovers(disk.parent) == []


def test_a_disk_inside_the_output_folder_stays_there(disk: Path, run: Run) -> None:
    (disk / "keep").write_bytes(b"1")
    project = fill(disk.parent, SOURCE)
    (disk / "x").mkdir()
    assert run(project, "build", "--quiet", "--out", ".", "en").code == 2  # the sources are there
    out = project / "out"
    (out / "inner").mkdir(parents=True)
    subprocess.run([str(MOUNT), "--bind", str(disk), str(out / "inner")], check=True)
    try:
        assert run(project, "build", "--quiet", "--out", "out").code == 0
        assert (out / "inner").is_mount()
    finally:
        subprocess.run([str(UMOUNT), str(out / "inner")], check=True)
    assert (disk / "keep").read_bytes() == b"1"
    assert (out / "index.html").is_file()
    assert leftovers(project) == []


def test_a_folder_of_catalogs_that_may_not_be_written(private: Path, run: Run) -> None:
    fill(private, SOURCE)
    run(private, "add", "ko")
    fill(private, {"source/a.md": "# A\n\nC\n"})
    before = everything(private)
    (private / "locales/ko/LC_MESSAGES").chmod(0o555)
    outcome = run(private, "update")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "locales/ko/LC_MESSAGES/a.po: this may not be written, and every file is as it was: "
        "change the permissions of the file and its folder, and run it again\n"
    )
    assert everything(private) == before


def test_an_output_folder_that_may_not_be_written(private: Path, run: Run) -> None:
    fill(private, SOURCE)
    run(private, "build", "--quiet")
    fill(private, {"source/a.md": "# A\n\nC\n"})
    before = everything(private)
    for folder in ("dist/en/a", "dist/en", "dist"):
        (private / folder).chmod(0o555)
    outcome = run(private, "build", "--quiet")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"{private.as_posix()}/dist/en/a/a.md: this may not be written, and every file is as it was: "
        "change the permissions of the file and its folder, and run it again\n"
    )
    assert everything(private) == before


def test_a_project_folder_that_may_not_be_written(private: Path, run: Run) -> None:
    fill(private, SOURCE)
    private.chmod(0o555)
    outcome = run(private, "build", "--quiet")
    private.chmod(0o755)
    assert outcome.code == 2
    assert outcome.err == (
        f"{private.as_posix()}/dist: this may not be written, and every file is as it was: "
        "change the permissions of the file and its folder, and run it again\n"
    )


@pytest.mark.parametrize("folder", [".", "dist/mine"], ids=["above", "in it"])
def test_where_no_folder_can_be_replaced_the_build_is_written_in_place(
    private: Path, run: Run, folder: str
) -> None:
    fill(private, {**SOURCE, "dist/mine/x": "1"})
    run(private, "build", "--quiet")
    before = (private / "dist").stat().st_ino
    fill(private, {"source/a.md": "# A\n\nC\n"})
    (private / folder).chmod(0o555)
    outcome = run(private, "build", "--quiet")
    (private / folder).chmod(0o755)
    assert (outcome.code, outcome.err) == (0, "")
    assert "<p>C</p>" in (private / "dist/en/a/index.html").read_text(encoding="utf-8")
    assert (private / "dist").stat().st_ino == before
    assert leftovers(private) == []


def test_a_source_that_may_not_be_read(private: Path, run: Run) -> None:
    fill(private, SOURCE)
    (private / "source/a.md").chmod(0)
    outcome = run(private, "build", "--quiet")
    assert (outcome.code, outcome.err) == (
        2,
        f"{private.as_posix()}/source/a.md: this may not be read: change its permissions and run it again\n",
    )


def test_a_file_larger_than_the_system_allows(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, {"source/a.md": "# A\n\n" + "Many words. " * 1500 + "\n"})
    before = everything(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        extracted, built = run(tmp_path, "extract"), run(tmp_path, "build", "--quiet")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    told_of = "the file would be larger than the system allows, and every file is as it was: raise the limit and run it again"
    assert extracted.err == f"locales/templates/LC_MESSAGES/a.pot: {told_of}\n"
    assert built.err.endswith(f": {told_of}\n")
    assert (extracted.code, built.code, built.err.count("\n")) == (2, 2, 1)
    assert everything(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    fill(tmp_path, SOURCE)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "-C", str(tmp_path), "status"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        2,
        "policyglot: the disk is full: free some space and run it again\n",
    )


FULL = "free some space and run it again"
RIGHTS = "change the permissions of the file and its folder, and run it again"
LINKS = "replace the links by what they should lead to, and run it again"


@pytest.mark.parametrize(
    ("number", "message", "hint"),
    [
        ("ENOSPC", "the disk is full", FULL),
        ("EDQUOT", "your share of the disk is used up", FULL),
        ("EPERM", "this may not be written", RIGHTS),
        ("ELOOP", "too many links lead on from here", LINKS),
        ("EMLINK", "this folder can hold no more", "clear it and run it again"),
        ("ENAMETOOLONG", "this name is too long for the disk", "shorten it and run it again"),
        ("EIO", "Input/output error", "check its permissions and the disk, and run it again"),
    ],
)
def test_a_problem_with_writing_in_our_words(number: str, message: str, hint: str) -> None:
    error = OSError(getattr(errno, number), os.strerror(getattr(errno, number)))
    assert str(told(unwritten(error, "a.po"))) == f"a.po: {message}, and every file is as it was: {hint}"
    assert str(told(unwritten(error, "a.po", partly=True))) == (
        f"a.po: {message}, and each file is as it was or as it should be: {hint}"
    )


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("EACCES", "this may not be read: change its permissions and run it again"),
        ("ELOOP", f"too many links lead on from here: {LINKS}"),
        ("EMFILE", "too many files are open: raise the limit and run it again"),
        ("ENFILE", "too many files are open: close other programs and run it again"),
        ("EIO", "Input/output error: check its permissions and the disk"),
    ],
)
def test_a_problem_with_reading_in_our_words(number: str, line: str) -> None:
    text = os.strerror(getattr(errno, number))
    assert str(told(OSError(getattr(errno, number), text, "a.md"))) == f"a.md: {line}"
    assert str(told(OSError(getattr(errno, number), text))) == f"policyglot: {line}"
