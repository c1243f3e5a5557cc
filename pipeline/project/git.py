"""The program git: what is asked of a repository, and how a commit is made there. Nothing else starts a program."""

import errno
import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.project.trouble import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What git said."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """What it printed, without the blanks at the end."""
        return self.out.decode("utf-8", "replace").rstrip()

    @property
    def complaint(self) -> str:
        """The line of its complaints that says why."""
        lines = [" ".join(line.split()).removeprefix("! ") for line in self.err.split("\n") if line]
        telling = [line for line in lines if "rejected]" in line or line.startswith("fatal:")]
        return next(iter(telling or lines), "git does not say why")


def ask(root: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run git in a folder.

    Args:
        root: the folder.
        arguments: the command and its arguments.
        given: what it reads.

    Raises:
        Refused: there is no git.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        message = "the program git is not installed, so nothing was published"
        raise Refused(_PROGRAM, message, "install it, or publish into a folder", errno.ENOENT)
    command = [program, "-C", str(root), "-c", "core.fsync=all", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=_environment())  # noqa: S603 - no shell, and no program but git
    return Answer(code=done.returncode, out=done.stdout, err=done.stderr.decode("utf-8", "replace"))


def commit_of(root: Path, name: str) -> str | None:
    """Return the number of the commit that a name stands for; none if there is no such commit."""
    return ask(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").text or None


def tree_of(root: Path, commit: str) -> str:
    """Return the number of a commit's tree: two that hold the same have the same."""
    return ask(root, "rev-parse", f"{commit}^{{tree}}").text


def is_ancestor(root: Path, old: str, new: str) -> bool:
    """Whether a commit is the other one, or is in its history."""
    return ask(root, "merge-base", "--is-ancestor", old, new).code == 0


def files_of(root: Path, commit: str) -> frozenset[str]:
    """Return the paths of all files of a commit."""
    names = ask(root, "ls-tree", "-r", "-z", "--name-only", commit).out.split(b"\0")
    return frozenset(name.decode("utf-8", "surrogateescape") for name in names if name)


def commit(root: Path, parent: str | None, message: str, when: int, changes: bytes) -> Answer:
    """Make a commit that no branch leads to yet, so that a kill leaves nothing that anybody sees.

    Args:
        root: a folder in the repository.
        parent: the commit below it.
        message: what it says.
        when: its time, in seconds since 1970.
        changes: what differs from the parent, from `changed` or `as_in`.

    Returns:
        What git said: the commit's number, or a complaint.
    """
    named = ask(root, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    who = named.text.rsplit(" ", 2)[0] if named.code == 0 else _PUBLISHER
    parts = (
        f"feature done\ncommit {_NOWHERE}\nmark :1\ncommitter {who} {when} +0000\n".encode(),
        _data(message.encode("utf-8", "backslashreplace")),
        f"from {parent}\n".encode() if parent else b"",
        changes,
        # fast-import tells the number, and is then told to make no branch.
        f"\nget-mark :1\nreset {_NOWHERE}\nfrom {'0' * 40}\n\ndone\n".encode(),
    )
    return ask(root, "fast-import", "--quiet", "--force", "--date-format=raw", given=b"".join(parts))


def changed(files: Mapping[str, bytes], gone: Collection[str]) -> bytes:
    """Return the changes that put files in place, by path, and take others away."""
    parts = [b"D %s\n" % path.encode("utf-8", "surrogateescape") for path in sorted(gone)]
    parts += (b"M 100644 inline %s\n%s" % (path.encode(), _data(files[path])) for path in sorted(files))
    return b"".join(parts)


def as_in(tree: str) -> bytes:
    """Return the changes that make everything as it is in a tree."""
    return f'M 040000 {tree} ""\n'.encode()


_PROGRAM = "git"

_PUBLISHER = "policyglot <policyglot@localhost>"
"""Who commits where git knows no name."""

_NOWHERE = "refs/policyglot/new"

_OF_ONE_REPOSITORY = {
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
}
"""Variables that a hook sets for its own repository."""


def _environment() -> Mapping[str, str]:
    """The environment of the run, in which git speaks English and knows of no repository but the folder's."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    return {**kept, "LC_ALL": "C", "LANGUAGE": ""}


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)
