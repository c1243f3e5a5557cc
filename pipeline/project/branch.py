"""A branch that is published: each publication is a commit on top of it, with what it says of itself in the message.

The working tree and the index are not touched. Files of the branch that policyglot did not write, such as a ``CNAME``, stay.
Everything here raises `Refused` and no other `OSError`.
"""

import errno
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pipeline.project.git import Answer, ask
from pipeline.project.trouble import Refused

LISTING = ".policyglot"
"""In the branch: the files of the last publication, so that the next one can take away what it no longer writes."""

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Where to publish, and from where it is served."""

    root: Path
    """A folder in the repository."""
    name: str
    remote: str = "origin"
    push: bool = False

    @property
    def target(self) -> str:
        """The branch as the user names it."""
        return f"git:{self.name}"


def publish_branch(branch: Branch, files: Mapping[str, bytes], account: Record, when: int) -> Record | None:
    """Publish a site as a commit on top of a branch.

    Args:
        branch: the branch; it may be missing.
        files: all files of the site.
        account: what the commit's message is to say; ``before`` is added to it.
        when: the commit's time, in seconds since 1970.

    Returns:
        What the message says, and the commit as ``build``; none if the branch holds these very files already.
    """
    tip = _tip(branch)
    old = _files(branch, tip)
    listed = _listed(branch, tip)
    if tip and listed is None and old - _OTHERS:
        message = "this branch holds files, and none that policyglot published"
        hint = f"name another branch, or commit a file {LISTING} there, with the path of each file that may be removed"
        _refuse(branch, message, hint)
    listing = "".join(f"{path}\n" for path in sorted(files)).encode()
    new = {**files, LISTING: listing, **({} if _JEKYLL in old else {_JEKYLL: b""})}
    gone = ((listed or set()) & old) - new.keys()
    record = {**account, "before": _record(branch, tip)["build"] if tip else None}
    commit = _commit(branch, tip, record, when, _changes(new, gone))
    if tip and _tree(branch, commit) == _tree(branch, tip):
        _send(branch, tip, tip)
        return None
    _send(branch, tip, commit)
    return {**record, "build": commit}


def roll_back_branch(branch: Branch, iso: str, when: int) -> Record:
    """Publish what the branch held before its last publication once more, byte for byte, as a commit on top.

    Args:
        branch: the branch.
        iso: the time that the message is to say, in ISO 8601.
        when: the commit's time, in seconds since 1970.

    Returns:
        What the commit's message says.
    """
    tip = _tip(branch)
    if tip is None:
        _refuse(branch, "there is no such branch", "publish first, or name the branch that was published")
    current = _record(branch, tip)
    before = current["before"]
    if before is None or ask(branch.root, "rev-parse", "--verify", "--quiet", f"{before}^{{tree}}").code:
        short = current["build"][:_SHORT]
        _refuse(branch, f"there is no publication before {short} to go back to", "mend the sources and publish them")
    there = _record(branch, before)
    record = {**there, "action": "rollback", "when": iso, "instead_of": current["build"]}
    whole = f'M 040000 {_tree(branch, before)} ""\n'.encode()
    _send(branch, tip, _commit(branch, tip, record, when, whole))
    return record


_JEKYLL = ".nojekyll"
"""GitHub serves a branch with such a file as it is."""

_OTHERS = {"CNAME", _JEKYLL}
"""What may stand in a branch before the first publication."""

_SHORT = 10
"""So many digits of a commit are shown to people."""

_PUBLISHER = "policyglot <policyglot@localhost>"
"""Who commits where git knows no name."""


def _tip(branch: Branch) -> str | None:
    """The commit to build on; none for a branch that is not there yet. With `push`, the remote is asked first."""
    if ask(branch.root, "rev-parse", "--git-dir").code:
        _refuse(branch, "this project is in no git repository", "make one with git init, or publish into a folder")
    if ask(branch.root, "check-ref-format", f"refs/heads/{branch.name}").code or branch.name.startswith("-"):
        _refuse(branch, "a branch cannot have this name", "name one such as git:gh-pages")
    ref = f"refs/heads/{branch.name}"
    if f"branch {ref}" in ask(branch.root, "worktree", "list", "--porcelain").text.split("\n"):
        _refuse(branch, "this branch is checked out, and its files would not follow", "name another branch")
    there = f"refs/remotes/{branch.remote}/{branch.name}"
    if branch.push:
        _fetch(branch, ref, there)
    ours, theirs = _commit_of(branch, ref), _commit_of(branch, there)
    if ours is None or theirs is None or ours == theirs:
        return ours or theirs
    if ask(branch.root, "merge-base", "--is-ancestor", ours, theirs).code == 0:
        return theirs
    if ask(branch.root, "merge-base", "--is-ancestor", theirs, ours).code == 0:
        return ours
    message = f"{branch.name} and {branch.remote}/{branch.name} have parted, so nothing was published"
    _refuse(branch, message, f"bring them together, or remove the one here with git branch -D {branch.name}")


def _fetch(branch: Branch, ref: str, there: str) -> None:
    """Learn where the remote's branch is, with its history."""
    listed = ask(branch.root, "ls-remote", "--heads", branch.remote, ref)
    if listed.code:
        _unreachable(branch, listed)
    if listed.text:
        fetched = ask(branch.root, "fetch", "--quiet", "--no-tags", branch.remote, f"+{ref}:{there}")
        if fetched.code:
            _unreachable(branch, fetched)
    elif _commit_of(branch, there):
        ask(branch.root, "update-ref", "-d", there)


def _commit_of(branch: Branch, ref: str) -> str | None:
    return ask(branch.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").text or None


def _tree(branch: Branch, commit: str) -> str:
    return ask(branch.root, "rev-parse", f"{commit}^{{tree}}").text


def _files(branch: Branch, tip: str | None) -> set[str]:
    names = ask(branch.root, "ls-tree", "-r", "-z", "--name-only", tip).out if tip else b""
    return {name.decode("utf-8", "surrogateescape") for name in names.split(b"\0") if name}


def _listed(branch: Branch, tip: str | None) -> set[str] | None:
    """What the last publication wrote; none if the branch has no list."""
    answer = ask(branch.root, "cat-file", "blob", f"{tip}:{LISTING}") if tip else None
    return set(answer.text.split("\n")) if answer and answer.code == 0 else None


def _record(branch: Branch, commit: str) -> dict[str, Any]:
    """What the message of a commit says of itself; a commit of others is a build before which there is none."""
    found: dict[str, Any] = {"before": None}
    for line in ask(branch.root, "log", "-1", "--format=%B", commit).text.split("\n"):
        if line.startswith("{"):
            try:
                found |= json.loads(line)
            except ValueError:
                continue
    return {**found, "build": found.get("build") or commit}


def _changes(new: Mapping[str, bytes], gone: set[str]) -> bytes:
    """The changes of a commit as `git fast-import` reads them."""
    return b"".join(
        (
            *(b"D %s\n" % path.encode() for path in sorted(gone)),
            *(b"M 100644 inline %s\n%s" % (path.encode(), _data(new[path])) for path in sorted(new)),
        )
    )


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)


def _commit(branch: Branch, tip: str | None, record: Record, when: int, changes: bytes) -> str:
    """Make a commit that no branch has yet, and return its number: a kill leaves nothing behind but what git clears itself."""
    told = json.dumps(record, ensure_ascii=False)
    message = f"{_subject(record)}\n\n{told}\n".encode("utf-8", "backslashreplace")
    someone = ask(branch.root, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    who = someone.text.rsplit(" ", 2)[0] if someone.code == 0 else _PUBLISHER
    ref = "refs/policyglot/new"
    parts = (
        f"feature done\ncommit {ref}\nmark :1\ncommitter {who} {when} +0000\n".encode(),
        _data(message),
        f"from {tip}\n".encode() if tip else b"",
        changes,
        # The number is asked for, and the branch is taken back, before fast-import would make it.
        f"\nget-mark :1\nreset {ref}\nfrom {'0' * 40}\n\ndone\n".encode(),
    )
    answer = ask(branch.root, "fast-import", "--quiet", "--force", "--date-format=raw", given=b"".join(parts))
    if answer.code:
        _refuse(branch, f"git made no commit: {_last(answer)}", "mend that and publish again")
    return answer.text


def _subject(record: Record) -> str:
    if record["action"] == "rollback":
        return f"Go back to {str(record['build'])[:_SHORT]}"
    return f"Publish {', '.join(sorted({tag for tags in record['published'].values() for tag in tags}))}"


def _send(branch: Branch, tip: str | None, commit: str) -> None:
    """Let the branch lead to a commit, first there if it is to be pushed, and then here, unless somebody moved it since."""
    ref = f"refs/heads/{branch.name}"
    if branch.push:
        pushed = ask(branch.root, "push", "--quiet", branch.remote, f"{commit}:{ref}")
        if pushed.code:
            _refuse(branch, f"{branch.remote} did not take it, so nothing was published: {_last(pushed)}", "publish again")
    here = _commit_of(branch, ref)
    if here == commit:
        return
    allowed = {None, tip} if here is None or here == tip or tip is None else {here}
    behind = here is not None and ask(branch.root, "merge-base", "--is-ancestor", here, commit).code == 0
    moved = ask(branch.root, "update-ref", ref, commit, here or "0" * 40) if here in allowed and (behind or here is None) else None
    if moved is None or moved.code:
        message = "somebody else published to this branch meanwhile, so nothing was published"
        _refuse(branch, message, "publish again")


def _lines(answer: Answer) -> Iterator[str]:
    """What git complained of, the point of it last."""
    lines = [line for line in answer.err.split("\n") if line and not line.startswith("hint:")]
    yield from lines or ["git said nothing"]


def _last(answer: Answer) -> str:
    *_, last = _lines(answer)
    return " ".join(last.split())


def _unreachable(branch: Branch, answer: Answer) -> NoReturn:
    message = f"{branch.remote} cannot be asked for this branch: {_last(answer)}"
    _refuse(branch, message, "look at it with git remote -v, and publish again")


def _refuse(branch: Branch, message: str, hint: str) -> NoReturn:
    raise Refused(branch.target, message, hint, errno.EPERM)
