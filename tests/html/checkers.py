"""The Nu HTML checker and html-validate: what they say of a folder, and what of it is known to be false."""

import json
import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.conftest import ROOT

PACKAGES = ROOT / ".nox" / "html" / "node_modules"
"""Where ``nox -s html`` puts the checkers."""

_NU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_VALIDATE = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One thing that a checker has to say."""

    checker: str
    """``nu`` or ``html-validate``."""
    path: str
    """The file, relative to the folder that was looked at."""
    place: str
    """The line, or the words around it."""
    message: str

    def __str__(self) -> str:
        """One line: ``path: place: what is wrong``."""
        return f"{self.path}: {self.place}: {self.message} [{self.checker}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a checker is known to say falsely: a row of ``known.toml``."""

    checker: str
    message: str
    """How the message begins."""
    reason: str
    path: str = ""
    """A part of the path, if it is false only there."""

    def is_about(self, report: Report) -> bool:
        """Whether a report is the known one."""
        return (
            self.checker == report.checker
            and report.message.startswith(self.message)
            and self.path in report.path
        )


def known() -> Sequence[Known]:
    """Return the rows of ``known.toml``."""
    table = tomllib.loads((_HERE / "known.toml").read_text(encoding="utf-8"))
    return [Known(**row) for row in table["known"]]


def missing() -> str | None:
    """Return in one sentence what the checkers lack on this machine; none if they can run."""
    if shutil.which("java") is None:
        return "java is not installed; Debian has it as the package default-jre-headless"
    if shutil.which("node") is None:
        return "node is not installed; Debian has it as the package nodejs"
    return (
        None if _NU.is_file() and _VALIDATE.is_file() else "the checkers are not fetched; nox -s html does it"
    )


@cache
def reports(folder: Path) -> Sequence[Report]:
    """Ask both checkers about all pages and style sheets in a folder, whether or not what they say is true."""
    return [*_nu(folder), *_validate(folder)]


def _nu(folder: Path) -> Iterator[Report]:
    options = ("--skip-non-html", "--also-check-css", "--Werror", "--format", "json", "--stdout")
    out = _run("java", "-Xss4m", "-jar", str(_NU), *options, str(folder))
    for message in json.loads(out)["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path))
        yield Report(
            checker="nu",
            path=path.relative_to(folder).as_posix(),
            # Not the line: behind some doctypes the checker counts one too few.
            place=f"near “{' '.join(message.get('extract', '').split())}”",
            message=message["message"],
        )


def _validate(folder: Path) -> Iterator[Report]:
    # A pipe would lose what is written when the program ends; a file does not.
    out = folder.with_name(f"{folder.name}.json")
    _run(
        "node",
        str(_VALIDATE),
        "--config",
        str(_HERE / "html-validate.mjs"),
        "--formatter",
        f"json={out}",
        str(folder),
    )
    for file in json.loads(out.read_text(encoding="utf-8")):
        for message in file["messages"]:
            yield Report(
                checker="html-validate",
                path=Path(file["filePath"]).relative_to(folder).as_posix(),
                place=f"line {message['line']}",
                message=f"{message['message']} ({message['ruleId']})",
            )


def _run(*command: str) -> str:
    """Run a checker, which ends with 1 if it has something to say."""
    environment: Mapping[str, Any] = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout
