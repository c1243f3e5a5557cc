"""A branch is published while the publisher is killed before each of its calls of git, in turn: it is one commit or the other."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline.project import branch
from pipeline.project import git as git_program
from pipeline.project.branch import Branch, publish_branch, roll_back_branch

pytestmark = [
    pytest.mark.durability,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed; Debian has it as git"),
]

A: Mapping[str, bytes] = {"index.html": "가".encode(), "only-a.css": b"p{}"}
B: Mapping[str, bytes] = {"index.html": "나".encode(), "ko/index.html": b"B"}
PUBLISH = {"version": 1, "action": "publish", "when": "2021-04-05T00:00:00+00:00", "languages": ["en"]}
BACK = {**PUBLISH, "action": "rollback"}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607
    return done.stdout.strip()


def publish(root: Path) -> None:
    publish_branch(Branch(root=root, name="pages", push=True), B, PUBLISH)


def roll_back(root: Path) -> None:
    roll_back_branch(Branch(root=root, name="pages", push=True), BACK)


@pytest.fixture
def begin(tmp_path: Path) -> Path:
    """A repository and its remote; A is published, and B, and A again."""
    begin = tmp_path / "begin"
    git(tmp_path, "init", "-q", "--bare", "begin/remote")
    git(tmp_path, "init", "-q", "-b", "main", "begin/here")
    git(begin / "here", "remote", "add", "origin", "../remote")
    for files in (A, B, A):
        publish_branch(Branch(root=begin / "here", name="pages", push=True), files, PUBLISH)
    return begin


@pytest.mark.parametrize("work", [publish, roll_back])
def test_killed_before_each_call_of_git(begin: Path, work: Any) -> None:  # noqa: ANN401 - one of two functions
    tree = git(begin / "here", "rev-parse", "pages~1^{tree}")
    seen = []
    for folder in killed(begin, work):
        here, remote = (git(folder / name, "rev-parse", "pages") for name in ("here", "remote"))
        old = git(begin / "here", "rev-parse", "pages")
        assert {here, remote} <= {old, *git(folder / "remote", "rev-list", "-1", "pages").split()}
        assert git(folder / "here", "fsck", "--strict", "--no-dangling") == ""
        seen.append((here == old, remote == old))
        publish(folder / "here")
        tips = [git(folder / name, "rev-parse", "pages") for name in ("here", "remote")]
        assert tips[0] == tips[1]
        assert git(folder / "here", "rev-parse", "pages^{tree}") == tree
        assert len(git(folder / "here", "rev-list", "pages").split()) == 4
        assert git(folder / "here", "for-each-ref", "refs/policyglot") == ""
    assert list(dict.fromkeys(seen)) == [(True, True), (True, False), (False, False)]


def killed(begin: Path, work: Any) -> Iterator[Path]:  # noqa: ANN401
    """Do some work in a process that is killed before its first call of git, before its second, and so on to its end."""
    for last in count():
        folder = begin.parent / f"{last}"
        shutil.copytree(begin, folder)
        child = os.fork()
        if child == 0:
            _work(folder / "here", work, last)
        _, status = os.waitpid(child, 0)
        assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
        yield folder
        shutil.rmtree(folder)
        if os.WIFEXITED(status):
            return


def _work(root: Path, work: Any, last: int) -> NoReturn:  # noqa: ANN401
    steps = iter(range(last))
    real = git_program.ask

    def dying(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - of the function that it stands for
        if next(steps, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    for module in (branch, git_program):
        vars(module)["ask"] = dying
    code = 1
    try:
        work(root)
        code = 0
    finally:
        os._exit(code)
