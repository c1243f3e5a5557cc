"""A branch that is published: each publication is a commit on top of it, whose message says what was published and why.

The working tree and the index are not touched. Files of the branch that policyglot did not write, such as a ``CNAME``, stay.
Everything here raises `Refused` and no other `OSError`.
"""

import datetime
import errno
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pipeline.project.git import (
    Answer,
    as_in,
    ask,
    changed,
    commit,
    commit_of,
    files_of,
    is_ancestor,
    tree_of,
)
from pipeline.project.trouble import Refused

LISTING = ".policyglot"
"""In the branch: the files of the last publication, so that the next one can take away what it no longer writes."""

Record = Mapping[str, Any]
"""A publication, ready for JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Where to publish."""

    root: Path
    """A folder in the repository."""
    name: str
    remote: str = "origin"
    """Where the branch is served from."""
    push: bool = False
    """Whether the remote gets it."""

    @property
    def target(self) -> str:
        """The branch as the user names it."""
        return f"git:{self.name}"

    @property
    def ref(self) -> str:
        """The branch as git names it."""
        return f"refs/heads/{self.name}"

    @property
    def remote_ref(self) -> str:
        """Where git keeps what it knows of the remote's branch."""
        return f"refs/remotes/{self.remote}/{self.name}"


def publish_branch(branch: Branch, files: Mapping[str, bytes], account: Record) -> Record | None:
    """Publish a site as a commit on top of a branch.

    Args:
        branch: the branch; it may be missing.
        files: all files of the site.
        account: what the commit's message is to say, with its time as ``when``; ``before`` is added to it.

    Returns:
        What the message says, and the commit as ``build``; none if the branch holds these very files already.
    """
    here, tip = _places(branch)
    old = files_of(branch.root, tip) if tip else frozenset()
    listed = _listed(branch, tip)
    if old - _OTHERS and listed is None:
        message = "this branch holds files, and none that policyglot published"
        hint = f"name another branch, or commit a file {LISTING} there that lists what may be removed, a path a line"
        _refuse(branch, message, hint)
    listing = "".join(f"{path}\n" for path in sorted(files)).encode()
    new = {**files, LISTING: listing, **({} if _JEKYLL in old else {_JEKYLL: b""})}
    gone = ((listed or frozenset()) & old) - new.keys()
    record = {**account, "before": _record(branch, tip)["build"] if tip else None}
    made = _commit(branch, tip, record, changed(new, gone))
    if tip and tree_of(branch.root, made) == tree_of(branch.root, tip):
        _move(branch, here, tip)
        return None
    _move(branch, here, made)
    return {**record, "build": made}


def roll_back_branch(branch: Branch, account: Record) -> Record:
    """Publish once more, as a commit on top, what the branch held before its last publication, byte for byte.

    Args:
        branch: the branch.
        account: what the commit's message is to say, with its time as ``when``.

    Returns:
        What the message says.
    """
    here, tip = _places(branch)
    if tip is None:
        _refuse(branch, "nothing is published here", "publish first, or name the branch that was published")
    current = _record(branch, tip)
    before = current["before"] and commit_of(branch.root, current["before"])
    if not before:
        message = f"there is no publication before {current['build'][:SHORT]} to go back to"
        _refuse(branch, message, "mend the sources and publish them")
    record = {**_record(branch, before), **account, "instead_of": current["build"]}
    _move(branch, here, _commit(branch, tip, record, as_in(tree_of(branch.root, before))))
    return record


SHORT = 10
"""So many digits of a commit are shown to people."""

_JEKYLL = ".nojekyll"
"""GitHub serves a branch with such a file as it is."""

_OTHERS = {"CNAME", _JEKYLL}
"""What may stand in a branch before the first publication."""


def _places(branch: Branch) -> tuple[str | None, str | None]:
    """Return the commit of the branch here, and the one to build on, of which the remote may know more; none for none."""
    root, name = branch.root, branch.name
    _in_repository(branch)
    if name.startswith("-") or ask(root, "check-ref-format", branch.ref).code:
        _refuse(branch, "a branch cannot have this name", "name one such as git:gh-pages")
    if f"branch {branch.ref}" in ask(root, "worktree", "list", "--porcelain").text.split("\n"):
        _refuse(
            branch, "this branch is checked out, and the files there would not follow", "name another branch"
        )
    if branch.push:
        _fetch(branch)
    here, there = commit_of(root, branch.ref), commit_of(root, branch.remote_ref)
    if here is None or there is None or is_ancestor(root, here, there):
        return here, there or here
    if not is_ancestor(root, there, here):
        message = f"{name} and {branch.remote}/{name} have parted, so nothing was published"
        _refuse(branch, message, f"bring them together, or let go of the one here with git branch -D {name}")
    return here, here


def _in_repository(branch: Branch) -> None:
    found = ask(branch.root, "rev-parse", "--git-dir")
    if found.code and "not a git repository" in found.err:
        hint = "make one with git init, or publish into a folder"
        _refuse(branch, "this project is in no git repository", hint)
    if found.code:
        message = f"git does not work here, so nothing was published: {found.complaint}"
        _refuse(branch, message, "mend that and publish again")


def _fetch(branch: Branch) -> None:
    """Learn where the branch is at the remote, with its history."""
    if branch.remote not in ask(branch.root, "remote").text.split("\n"):
        _refuse(branch, f"there is no remote “{branch.remote}”", "choose from those that git remote tells")
    refs = f"+{branch.ref}:{branch.remote_ref}"
    found = ask(branch.root, "ls-remote", "--heads", branch.remote, branch.ref)
    if found.code == 0 and found.text:
        found = ask(branch.root, "fetch", "--quiet", "--no-tags", branch.remote, refs)
    elif found.code == 0 and commit_of(branch.root, branch.remote_ref):
        ask(branch.root, "update-ref", "-d", branch.remote_ref)
    if found.code:
        message = f"{branch.remote} cannot be asked, so nothing was published: {found.complaint}"
        _refuse(branch, message, "look at it with git remote -v, and publish again")


def _listed(branch: Branch, tip: str | None) -> frozenset[str] | None:
    """What the last publication wrote; none if the branch has no list."""
    answer = ask(branch.root, "cat-file", "blob", f"{tip}:{LISTING}") if tip else None
    return frozenset(answer.text.split("\n")) if answer and answer.code == 0 else None


def _record(branch: Branch, made: str) -> dict[str, Any]:
    """What the message of a commit says; a commit of others is a build before which there is none."""
    found: dict[str, Any] = {"before": None}
    for line in ask(branch.root, "log", "-1", "--format=%B", made).text.split("\n"):
        with suppress(ValueError):
            one = json.loads(line)
            found |= one if isinstance(one, dict) else {}
    return {**found, "build": found.get("build") or made}


def _commit(branch: Branch, tip: str | None, record: Record, changes: bytes) -> str:
    when = int(datetime.datetime.fromisoformat(record["when"]).timestamp())
    message = f"{_subject(record)}\n\n{json.dumps(record, ensure_ascii=False)}\n"
    made: Answer = commit(branch.root, tip, message, when, changes)
    if made.code:
        _refuse(
            branch,
            f"git makes no commit, so nothing was published: {made.complaint}",
            "mend that and publish again",
        )
    return made.text


def _subject(record: Record) -> str:
    if record["action"] == "rollback":
        return f"Go back to {record['build'][:SHORT]}"
    return f"Publish {', '.join(record['languages'])}"


def _move(branch: Branch, here: str | None, to: str) -> None:
    """Let the branch lead to a commit, at the remote first, unless somebody moved it meanwhile."""
    if branch.push:
        pushed = ask(branch.root, "push", "--quiet", branch.remote, f"{to}:{branch.ref}")
        if pushed.code:
            message = f"{branch.remote} did not take it, so nothing was published: {pushed.complaint}"
            _refuse(branch, message, "publish again")
        # git does so itself only where it was told to follow all branches.
        ask(branch.root, "update-ref", branch.remote_ref, to)
    if here != to and ask(branch.root, "update-ref", branch.ref, to, here or "0" * 40).code:
        _refuse(branch, "somebody else published here meanwhile, so nothing was published", "publish again")


def _refuse(branch: Branch, message: str, hint: str) -> NoReturn:
    raise Refused(branch.target, message, hint, errno.EPERM)
