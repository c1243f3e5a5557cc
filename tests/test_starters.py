"""The projects to begin with: what comes with the program, and that a stranger's tools take it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import config
from pipeline.cli.command import VERBS, command, verb_of
from pipeline.config import Config
from pipeline.project.starters import starter
from pipeline.workflow import starting
from tests.conftest import ROOT, Run
from tests.folders import everything, fill

DATA = ROOT / "pipeline" / "starters"
MINIMAL, EXAMPLE = starting.start(example=False), starting.start(example=True)
TOOLS = Path(sys.executable).parent


def test_an_empty_project_has_what_it_needs() -> None:
    assert sorted(MINIMAL) == [
        ".github/workflows/policies.yml",
        ".gitignore",
        "README.md",
        "locales/templates/LC_MESSAGES/privacy.pot",
        "locales/templates/LC_MESSAGES/site.pot",
        "noxfile.py",
        "pyproject.toml",
        "source/privacy.md",
    ]
    assert {path for path in EXAMPLE if not path.startswith(("locales/", "source/"))} == {
        path for path in MINIMAL if not path.startswith(("locales/", "source/"))
    }


def test_nothing_is_kept_under_a_name_that_tools_obey_or_leave_out() -> None:
    kept = [Path(path) for path in everything(DATA)]
    assert not [path for path in kept if any(part.startswith(".") for part in path.parts)]
    assert not [path for path in kept if path.suffix in {".py", ".pyc"}]
    assert len(kept) == len(EXAMPLE) + len(MINIMAL) - len(starter("shared"))


def test_every_file_is_utf_8_with_line_feeds() -> None:
    for data in (*MINIMAL.values(), *EXAMPLE.values()):
        text = data.decode("utf-8")
        assert text.endswith("\n")
        assert "\r" not in text
        assert not text.startswith("\ufeff")


def test_git_keeps_their_bytes() -> None:
    asked = ["git", "check-attr", "text", "--", *sorted(everything(DATA))]
    told = subprocess.run(asked, cwd=DATA, check=False, capture_output=True, text=True)
    if told.returncode:
        pytest.skip("this is no working copy of git")
    assert {line.rpartition(": ")[2] for line in told.stdout.splitlines()} == {"unset"}


@pytest.mark.parametrize("example", [False, True])
def test_a_strangers_ruff_has_nothing_to_say(tmp_path: Path, *, example: bool) -> None:
    fill(tmp_path, starting.start(example=example))
    for verb in (["check"], ["check", "--select", "ALL", "--ignore", "CPY001,D203,D213,COM812"]):
        done = subprocess.run(
            [str(TOOLS / "ruff"), *verb, "--isolated", "."],
            cwd=tmp_path,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    formatted = [str(TOOLS / "ruff"), "format", "--isolated", "--check", "."]
    assert subprocess.run(formatted, cwd=tmp_path, check=False, capture_output=True).returncode == 0


def test_each_session_runs_the_verb_of_its_name(tmp_path: Path) -> None:
    fill(tmp_path, MINIMAL)
    asked = [str(TOOLS / "nox"), "--list"]
    told = subprocess.run(asked, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    names = re.findall(r"^[*-] (\w+) -> ", told, re.MULTILINE)
    assert names == ["build", "check", "status", "serve", "update", "publish"]
    text = MINIMAL["noxfile.py"].decode()
    assert [name for name in names if f'_policyglot(session, "{name}")' not in text] == []
    assert set(names) <= set(VERBS)


def test_a_session_runs_the_program_beside_its_python(tmp_path: Path) -> None:
    if not (TOOLS / "policyglot").is_file():
        pytest.skip("the command is not installed in this environment")
    fill(tmp_path, MINIMAL)
    asked = [str(TOOLS / "nox"), "-s", "update", "--", "--check"]
    done = subprocess.run(
        asked, cwd=tmp_path, env={**os.environ, "PATH": "/bin"}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "2 files up to date\n"


def test_the_workflow_is_that_of_this_project_but_for_what_it_installs() -> None:
    ours = (ROOT / ".github/workflows/policies.yml").read_text(encoding="utf-8")
    theirs = MINIMAL[".github/workflows/policies.yml"].decode()
    assert ours.count("pip install .\n") == 2
    assert theirs == ours.replace("pip install .\n", "pip install policyglot\n")


def test_every_setting_that_is_offered_is_one() -> None:
    text = MINIMAL["pyproject.toml"].decode()
    assert isinstance(config.read(text), Config)
    lines = text.split("\n")
    offered = [line.removeprefix("# ") for line in lines if " = " in line]
    chosen = config.read("\n".join(line for line in (*lines[:2], *offered) if not line.startswith("# ")))
    assert isinstance(chosen, Config)
    assert chosen.site_url == "https://policies.example.com/"
    assert chosen.requirements("privacy", "ko").required_locales == ("ko",)
    assert len(offered) == 8
    assert chosen.requirements("privacy", "ko").required_units == ("contact",)
    assert "{#contact}" in MINIMAL["source/privacy.md"].decode()


@pytest.mark.parametrize("files", [MINIMAL, EXAMPLE], ids=["minimal", "example"])
def test_every_command_of_the_readme_exists(files: dict[str, bytes]) -> None:
    text = files["README.md"].decode()
    lines = [part for part in text.replace("\n", "`").split("`") if part.startswith("policyglot ")]
    assert len(lines) >= 3
    for line in lines:
        _, verb, *arguments = shlex.split(line)
        above = command.make_context("policyglot", [verb])
        verb_of(verb).make_context(verb, arguments, parent=above)


def test_a_new_project_can_be_translated_and_published(tmp_path: Path, run: Run) -> None:
    fill(tmp_path, MINIMAL)
    assert run(tmp_path, "add", "ko").out.startswith("wrote locales/ko/LC_MESSAGES/privacy.po\n")
    assert run(tmp_path, "publish", "www").code == 0
    assert (tmp_path / "www/en/privacy/index.html").is_file()
