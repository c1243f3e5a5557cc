"""Every command of the README is run, in a copy of the project, as it stands there; its first two are what CI runs."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from pipeline.cli.command import VERBS
from tests.conftest import ROOT
from tests.installed import environment, installed

pytestmark = pytest.mark.stories

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.strip().split("\n")
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the repository holds, which takes its nox environment from this test run."""
    folder = tmp_path_factory.mktemp("readme") / "policyglot"
    skipped = shutil.ignore_patterns(".git", ".nox", ".venv", ".*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=skipped)
    return folder


ENDLESS = "nox -s serve"
"""The one command that ends only when it is told to."""


@installed
@pytest.mark.parametrize("command", [command for command in COMMANDS[2:] if command != ENDLESS])
def test_command(command: str, copy: Path) -> None:
    done = subprocess.run(  # noqa: S602 - the README's own lines, as a user types them into a shell
        command,
        shell=True,
        cwd=copy,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@installed
def test_the_command_that_does_not_end_says_where_to_look_and_ends_with_ctrl_c(copy: Path) -> None:
    assert ENDLESS in COMMANDS
    command = [*ENDLESS.split(), "--", "--port", "0"]  # the usual one may be in use where the tests run
    with subprocess.Popen(
        command, cwd=copy, env=environment(), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        told = [next(line for line in process.stdout if line.startswith("http://127.0.0.1:"))]
        os.killpg(process.pid, signal.SIGINT)
        told += process.stdout.readlines()
        process.wait(timeout=60)
    assert told[0].endswith(" shows the site, and follows each save; Ctrl-C ends it\n")
    assert "Traceback" not in "".join(told)


def test_the_two_commands_stand_in_the_readme() -> None:
    assert COMMANDS[:2] == [
        "python3 -m pip install nox && python3 -m nox -s build",
        "python3 -m pip install nox && python3 -m nox -s tests",
    ]


def test_ci_runs_the_readmes_test_command_and_then_its_build() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n")
    build, tests = COMMANDS[:2]
    assert script.index(tests) < script.index(build)


def test_every_linked_page_exists() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_verb_is_in_the_readme() -> None:
    for verb in VERBS:
        assert f"| `{verb}" in README
