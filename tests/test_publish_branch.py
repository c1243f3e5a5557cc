"""A branch that is published: a commit on top of it, and nothing else in the repository."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.project import branch
from pipeline.project import git as git_program
from pipeline.project.branch import Branch, publish_branch, roll_back_branch
from pipeline.project.trouble import Refused

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

A: Mapping[str, bytes] = {"index.html": "가".encode(), "ko/약관/index.html": b"A", "only-a.css": b"p{}"}
B: Mapping[str, bytes] = {"index.html": "나\u2028".encode(), "ko/약관/index.html": b"B"}
PUBLISH = {
    "version": 1,
    "action": "publish",
    "when": "2021-04-05T00:00:00+00:00",
    "site": "…",
    "languages": ["en", "ko", "zh-Hans"],
}
BACK = {"version": 1, "action": "rollback", "when": "2021-04-06T00:00:00+00:00"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a commit, a remote, and something unfinished in its index and its folder."""
    root = tmp_path_factory.mktemp("git")
    git(root, "init", "-q", "--bare", "remote")
    here = root / "here"
    git(root, "init", "-q", "-b", "main", "here")
    (here / "a.md").write_text("# 가\n", encoding="utf-8")
    git(here, "add", "a.md")
    git(here, "-c", "user.name=김", "-c", "user.email=k@example.com", "commit", "-q", "-m", "One")
    git(here, "remote", "add", "origin", "../remote")
    (here / "staged.md").write_text("b", encoding="utf-8")
    git(here, "add", "staged.md")
    (here / "a.md").write_text("changed", encoding="utf-8")
    return root


@pytest.fixture
def root(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return tmp_path / "here"


def git(folder: Path, *arguments: str) -> str:
    return output(folder, *arguments).decode().rstrip("\n")


def output(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True).stdout  # noqa: S607 - the git that the program finds, too


def pages(root: Path, *, push: bool = False) -> Branch:
    return Branch(root=root, name="pages", push=push)


def put(root: Path, files: Mapping[str, bytes], *, push: bool = False) -> str | None:
    record = publish_branch(pages(root, push=push), files, PUBLISH)
    return str(record["build"]) if record else None


def back(root: Path, *, push: bool = False) -> Mapping[str, Any]:
    return roll_back_branch(pages(root, push=push), BACK)


def held(folder: Path, name: str = "pages") -> Mapping[str, bytes]:
    """What a branch holds, without the list and the mark for GitHub."""
    paths = output(folder, "ls-tree", "-r", "-z", "--name-only", name).decode().split("\0")[:-1]
    blobs = {path: output(folder, "show", f"{name}:{path}") for path in paths}
    assert blobs.pop(".nojekyll") == b""
    assert blobs.pop(".policyglot").decode().split("\n")[:-1]
    return blobs


def others(root: Path) -> list[str]:
    """What must not change: the index, the folder, and all branches but one."""
    return [
        git(root, "status", "--porcelain"),
        git(root, "ls-files", "--stage"),
        *(line for line in git(root, "show-ref").split("\n") if "/pages" not in line),
    ]


def told(root: Path, files: Mapping[str, bytes] = A, *, push: bool = False) -> str:
    with pytest.raises(Refused) as refused:
        put(root, files, push=push)
    return f"{refused.value.filename}: {refused.value.strerror}: {refused.value.hint}"


def test_each_publication_is_a_commit_on_top_and_nothing_else_changes(root: Path) -> None:
    before = others(root)
    first, second = put(root, A), put(root, B)
    assert git(root, "rev-list", "pages").split("\n") == [second, first]
    assert (held(root, first or ""), held(root)) == (A, B)
    assert others(root) == before
    assert git(root, "ls-remote", "origin") == ""
    assert git(root, "fsck", "--strict", "--no-dangling") == ""


def test_the_message_says_what_was_published(root: Path) -> None:
    first, second = put(root, A), put(root, B)
    subject, _, line = git(root, "log", "-1", "--format=%B", "pages").rstrip("\n").partition("\n\n")
    assert subject == "Publish en, ko, zh-Hans"
    assert json.loads(line) == {**PUBLISH, "before": first}
    assert git(root, "log", "-1", "--format=%cn %ce %aI", "pages") == (
        "policyglot policyglot@localhost 2021-04-05T00:00:00+00:00"
    )
    git(root, "config", "user.name", "김")
    git(root, "config", "user.email", "k@example.com")
    back(root)
    assert git(root, "log", "-1", "--format=%an %ce", "pages") == "김 k@example.com"
    assert second


def test_what_is_there_already_makes_no_commit(root: Path) -> None:
    first = put(root, A)
    assert put(root, A) is None
    assert git(root, "rev-list", "pages") == first


def test_the_way_back_is_a_commit_too_and_leads_through_what_was_online(root: Path) -> None:
    first, second = put(root, A), put(root, B)
    assert back(root) == {**PUBLISH, **BACK, "before": None, "build": first, "instead_of": second}
    assert git(root, "rev-parse", "pages^{tree}") == git(root, "rev-parse", f"{first}^{{tree}}")
    assert git(root, "log", "--format=%s", "pages").split("\n")[0] == f"Go back to {(first or '')[:10]}"
    third = put(root, {"index.html": b"3"})
    assert back(root)["build"] == first
    assert held(root) == A
    with pytest.raises(Refused) as refused:
        back(root)
    assert f"{refused.value.strerror}: {refused.value.hint}" == (
        f"there is no publication before {(first or '')[:10]} to go back to: mend the sources and publish them"
    )
    assert len(git(root, "rev-list", "pages").split("\n")) == 5
    assert third


def test_there_is_no_way_back_on_a_branch_that_is_not_there(root: Path) -> None:
    with pytest.raises(Refused, match="nothing is published here"):
        back(root)


def test_files_of_others_stay(root: Path) -> None:
    put(root, A)
    git(root, "worktree", "add", "-q", "../tree", "pages")
    (root.parent / "tree" / "CNAME").write_text("a.example", encoding="utf-8")
    (root.parent / "tree" / "figures").mkdir()
    (root.parent / "tree" / "figures" / "그림.svg").write_text("<svg/>", encoding="utf-8")
    git(root.parent / "tree", "add", "-A")
    git(root.parent / "tree", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "Others")
    git(root, "worktree", "remove", "--force", "../tree")
    put(root, B)
    assert held(root) == {**B, "CNAME": b"a.example", "figures/그림.svg": b"<svg/>"}


def test_a_branch_of_others_is_not_written_to(root: Path) -> None:
    git(root, "branch", "pages")
    assert told(root) == (
        "git:pages: this branch holds files, and none that policyglot published: "
        "name another branch, or commit a file .policyglot there that lists what may be removed, a path a line"
    )
    assert git(root, "rev-parse", "pages") == git(root, "rev-parse", "main")


def test_a_branch_that_is_checked_out_is_not_moved(root: Path) -> None:
    with pytest.raises(Refused) as refused:
        publish_branch(Branch(root=root, name="main"), A, PUBLISH)
    assert f"{refused.value.strerror}: {refused.value.hint}" == (
        "this branch is checked out, and the files there would not follow: name another branch"
    )


@pytest.mark.parametrize("name", ["", "-x", "a..b", "a b", "@{-1}"])
def test_a_name_that_no_branch_can_have(root: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        publish_branch(Branch(root=root, name=name), A, PUBLISH)
    assert f"{refused.value.strerror}: {refused.value.hint}" == (
        "a branch cannot have this name: name one such as git:gh-pages"
    )


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert told(tmp_path) == (
        "git:pages: this project is in no git repository: make one with git init, or publish into a folder"
    )
    monkeypatch.setenv("PATH", "")
    assert told(tmp_path) == (
        "git: the program git is not installed, so nothing was published: install it, or publish into a folder"
    )


def test_a_repository_of_somebody_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert told(root) == (
        "git:pages: git does not work here, so nothing was published: "
        f"fatal: detected dubious ownership in repository at '{root}': mend that and publish again"
    )


def test_it_is_pushed_when_told_so_with_its_history(root: Path) -> None:
    first = put(root, A, push=True)
    assert git(root, "ls-remote", "origin") == f"{first}\trefs/heads/pages"
    put(root, B)
    assert git(root, "ls-remote", "origin") == f"{first}\trefs/heads/pages"
    assert put(root, B, push=True) is None
    assert held(root.parent / "remote") == B
    assert back(root, push=True)["build"] == first
    assert held(root.parent / "remote") == A
    assert len(git(root.parent / "remote", "rev-list", "pages").split("\n")) == 3


def test_a_new_clone_goes_on_where_the_remote_is(root: Path) -> None:
    git(root, "push", "-q", "origin", "main")
    first = put(root, A, push=True)
    git(root.parent, "clone", "-q", "--depth=1", f"file://{root.parent}/remote", "-b", "main", "clone")
    clone = root.parent / "clone"
    second = put(clone, B, push=True)
    assert git(root.parent / "remote", "rev-list", "pages").split("\n") == [second, first]
    git(clone, "branch", "-D", "pages")
    assert put(clone, B) is None
    assert git(clone, "rev-list", "pages").split("\n") == [second, first]
    assert put(root, A, push=True) != first
    assert len(git(root, "rev-list", "pages").split("\n")) == 3


def test_where_the_branches_have_parted_nothing_is_published(root: Path) -> None:
    put(root, A, push=True)
    git(root, "update-ref", "-d", "refs/heads/pages")
    put(root.parent / "here", B, push=True)
    git(root, "update-ref", "refs/heads/pages", git(root, "rev-parse", "main"))
    assert told(root, push=True) == (
        "git:pages: pages and origin/pages have parted, so nothing was published: "
        "bring them together, or let go of the one here with git branch -D pages"
    )


def test_a_remote_that_is_not_there(root: Path) -> None:
    with pytest.raises(Refused) as refused:
        publish_branch(Branch(root=root, name="pages", remote="elsewhere", push=True), A, PUBLISH)
    assert f"{refused.value.strerror}: {refused.value.hint}" == (
        "there is no remote “elsewhere”: choose from those that git remote tells"
    )


def test_a_remote_that_cannot_be_asked(root: Path) -> None:
    git(root, "remote", "set-url", "origin", "../gone")
    assert told(root, push=True) == (
        "git:pages: origin cannot be asked, so nothing was published: fatal: '../gone' does not appear to be a git repository: "
        "look at it with git remote -v, and publish again"
    )


def test_a_remote_that_refuses_leaves_the_branch_here_as_it_was(root: Path) -> None:
    first = put(root, A, push=True)
    hook = root.parent / "remote" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho no >&2\nexit 1\n", encoding="ascii")
    hook.chmod(0o755)
    assert told(root, B, push=True) == (
        "git:pages: origin did not take it, so nothing was published: "
        f"[remote rejected] {commit_refused(root)} -> pages (pre-receive hook declined): publish again"
    )
    assert git(root, "rev-parse", "pages") == first


def commit_refused(root: Path) -> str:
    """The number of the one commit that no branch leads to."""
    words = git(root, "fsck", "--no-reflogs", "--dangling").split()
    return words[words.index("commit") + 1]


def test_two_publishers_at_once_do_not_mix(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = put(root, A)
    moved: dict[str, str] = {}

    def meanwhile(*arguments: Any) -> Any:  # noqa: ANN401 - of the function that it stands for
        if not moved:
            moved["there"] = ""
            moved["there"] = put(root, {"index.html": b"other"}) or ""
        return make(*arguments)

    make = git_program.commit
    monkeypatch.setattr(branch, "commit", meanwhile)
    assert told(root, B) == (
        "git:pages: somebody else published here meanwhile, so nothing was published: publish again"
    )
    assert git(root, "rev-list", "pages").split("\n") == [moved["there"], first]
    assert held(root) == {"index.html": b"other"}


def test_a_hook_s_variables_do_not_lead_elsewhere(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root.parent, "init", "-q", "elsewhere")
    monkeypatch.setenv("GIT_DIR", str(root.parent / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(root.parent / "index"))
    assert git_program.ask(root, "rev-parse", "--abbrev-ref", "HEAD").text == "main"
    put(root, A)
    monkeypatch.undo()
    assert held(root) == A
