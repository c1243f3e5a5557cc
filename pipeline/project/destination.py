"""Where a site can be published: what a user names is a folder of this machine, or a branch of the project's repository."""

from pathlib import Path

from pipeline.config import Config, overlap
from pipeline.model import Diagnostic
from pipeline.project.branch import Branch
from pipeline.project.files import real

_BRANCH = "git:"


def destination(root: Path, name: str, remote: str | None) -> Path | Branch | Diagnostic:
    """Read what a user names.

    Args:
        root: the project's folder.
        name: a folder, relative to the project's, or ``git:`` and a branch.
        remote: the remote that is to get the branch; none if it is not to be pushed.

    Returns:
        The folder, the branch, or why it is neither.
    """
    if name.startswith(_BRANCH):
        branch = name.removeprefix(_BRANCH)
        return Branch(root=root, name=branch, remote=remote or "origin", push=remote is not None)
    if remote is not None:
        return _misuse("only a branch can be pushed", "name one, as in git:gh-pages, or leave out --push")
    if "://" in name:
        return _misuse(
            f"nothing can be published to “{name}”", "name a folder, or a branch, as in git:gh-pages"
        )
    folder = root / name
    if folder.name in {"", ".."}:
        return _misuse(f"“{name}” cannot be replaced by a link", "name a folder in it")
    # Of the folder itself the link is what counts, and of those above it where they lead.
    return real(folder.parent) / folder.name


def outside(root: Path, chosen: Config, target: Path) -> Diagnostic | None:
    """Say which folder of the project a target is in, if it is in one that holds something else."""
    for other in (chosen.source_dir, chosen.locales_dir, chosen.output_dir):
        if overlap(target.as_posix(), real(root / other).as_posix()):
            message = f"TARGET cannot be “{target}”, because “{other}” holds something else"
            return _misuse(message, "name another folder")
    return None


def _misuse(message: str, hint: str) -> Diagnostic:
    return Diagnostic(path="policyglot", code="usage", message=message, hint=hint)
