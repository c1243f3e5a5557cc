"""The program git: what is asked of a repository, and what is written there. Nothing else starts a program."""

import errno
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.project.trouble import Refused

_OF_ONE_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX")
"""Variables that a hook sets for its own repository."""


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


def ask(root: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run git in a folder.

    Args:
        root: the folder.
        arguments: the command and its arguments.
        given: what it reads.

    Raises:
        Refused: there is no git.
    """
    program = shutil.which("git")
    if program is None:
        message = "the program git is not installed, so nothing was published"
        raise Refused("git", message, "install it, or publish into a folder", errno.ENOENT)
    command = [program, "-C", str(root), "-c", "core.fsync=all", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=_environment())  # noqa: S603 - no shell, and no program but git
    return Answer(code=done.returncode, out=done.stdout, err=done.stderr.decode("utf-8", "replace").strip())


def _environment() -> Mapping[str, str]:
    """The environment of the run, in which git speaks English and knows of no repository but the folder's."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    return {**kept, "LC_ALL": "C", "LANGUAGE": ""}
