"""The workflow for GitHub: what it runs exists, and it may do no more than it has to."""

import re
import shlex
from typing import Any

import pytest
import yaml

from pipeline.cli.command import command, verb_of
from tests.conftest import ROOT

TEXT = (ROOT / ".github" / "workflows" / "policies.yml").read_text(encoding="utf-8")
# YAML 1.1, which this reader follows, takes the key `on` for a truth value.
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
JOBS = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
COMMANDS = [line for step in STEPS if "run" in step for line in step["run"].strip().split("\n")]


def test_a_pull_request_is_checked_and_main_is_published() -> None:
    assert WORKFLOW[True] == {"pull_request": None, "push": {"branches": ["main"]}}
    assert {name: job["if"] for name, job in JOBS.items()} == {
        "check": "github.event_name == 'pull_request'",
        "publish": "github.event_name == 'push'",
    }
    runs = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in JOBS.items()}
    assert "policyglot check --format github" in runs["check"]
    assert runs["publish"][-1] == "policyglot publish git:gh-pages --push"
    assert not [line for line in runs["check"] if "publish" in line]


def test_only_what_publishes_may_write() -> None:
    assert WORKFLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "check": {"contents": "read"},
        "publish": {"contents": "write"},
    }
    assert JOBS["check"]["steps"][0]["with"] == {"persist-credentials": False}


def test_publications_do_not_overtake_each_other() -> None:
    assert JOBS["publish"]["concurrency"] == {"group": "publish", "cancel-in-progress": False}


def test_actions_are_github_s_own_and_pinned_by_their_major_version() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/(?:checkout|setup-python)@v\d+", name)] == []


@pytest.mark.parametrize("line", sorted({line for line in COMMANDS if line.startswith("policyglot")}))
def test_each_command_exists(line: str) -> None:
    _, verb, *arguments = shlex.split(line)
    # A context of its own would change for all tests how the verb tells of its help.
    above = command.make_context("policyglot", [verb])
    verb_of(verb).make_context(verb, arguments, parent=above)


def test_nothing_else_is_run() -> None:
    others = {line for line in COMMANDS if not line.startswith("policyglot ")}
    assert others == {"python3 -m pip install ."}
    assert "://" not in TEXT
