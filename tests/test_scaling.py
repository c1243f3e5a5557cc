"""The page on large sites: its sessions and the commands of its workflows, as a project that follows it has them."""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.workflow import starting
from tests.conftest import ROOT, Run
from tests.folders import everything, fill
from tests.installed import environment, installed

pytestmark = [pytest.mark.stories, installed]

PAGE = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0]
GITHUB, GITLAB, CHILD = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
DAY = "1795478400"
"""2026-11-24, in seconds since 1970."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of four documents in three languages that has the sessions of the page."""
    folder = fill(tmp_path / "정책", starting.start(example=False))
    policy = (folder / "source/privacy.md").read_text(encoding="utf-8")
    fill(folder, {f"source/{name}.md": policy for name in ("cookies", "terms", "imprint")})
    with (folder / "noxfile.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{SESSIONS}")
    shell(folder, ["policyglot add ko", "policyglot add ar"])
    return folder


def shell(folder: Path, lines: Iterable[str], **variables: str) -> str:
    """Run the commands of a job, but for those that install what is there, and return what they print."""
    script = "\n".join(line for line in lines if "pip install" not in line)
    command = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment(**variables), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def steps(job: Mapping[str, Any], **values: str) -> list[str]:
    """The commands of a job of GitHub, with the values of its expressions."""
    lines = [step["run"] for step in job["steps"] if "run" in step]
    return [
        re.sub(r"\${{ (.*?) }}", lambda found: values[found[1].replace(".", "_")], line) for line in lines
    ]


def built_at_once(folder: Path, run: Run) -> Mapping[str, bytes]:
    """What one build of the project is, on the same day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        assert run(folder, "build", "--out", "whole", "--no-cache").code == 0
    return everything(folder / "whole")


def test_the_jobs_of_github_make_the_site_of_one_build(project: Path, run: Run) -> None:
    jobs = yaml.safe_load(GITHUB)["jobs"]
    output = project / "output"
    shell(project, steps(jobs["plan"]), GITHUB_OUTPUT=os.fspath(output))
    told = dict(line.split("=", maxsplit=1) for line in output.read_text(encoding="utf-8").splitlines())
    assert re.fullmatch(r"\d{10}", told["day"])
    for number in yaml.safe_load(told["shards"]):
        shell(project, steps(jobs["shard"], matrix_number=str(number)), SOURCE_DATE_EPOCH=DAY)
    shell(project, steps(jobs["site"]), SOURCE_DATE_EPOCH=DAY)
    assert everything(project / "dist") == built_at_once(project, run)


def test_the_jobs_of_gitlab_make_the_site_of_one_build(project: Path, run: Run) -> None:
    fill(project, {".gitlab-shards.yml": CHILD})
    shell(project, yaml.safe_load(GITLAB)["plan"]["script"])
    jobs = yaml.safe_load((project / "shards.yml").read_text(encoding="utf-8"))
    assert re.fullmatch(r"\d{10}", jobs["variables"]["SOURCE_DATE_EPOCH"])
    for session in jobs["shard"]["parallel"]["matrix"][0]["SESSION"]:
        shell(project, jobs["shard"]["script"], SESSION=session, SOURCE_DATE_EPOCH=DAY)
    shell(project, jobs["assemble"]["script"], SOURCE_DATE_EPOCH=DAY)
    assert everything(project / "dist") == built_at_once(project, run)
