"""What many tests need: a project in a folder of its own, and the command run inside the test's process."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.cli import main
from pipeline.segment import segment

# Time is never asserted; a slow machine is no finding. The fast run tries the same examples each time, so that it tells of
# a change and not of luck; the long run, and the fuzzer, look for new ones.
settings.register_profile("fast", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run of the command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say in one line what this run leaves out, and how to run it."""
    if left_out := re.findall(r"\bnot (\w+)", config.option.markexpr):
        sessions = ", ".join(f"nox -s {name}" for name in left_out)
        terminalreporter.line(f"left out, each being a session of its own: {sessions}")


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own, never the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a folder: ``run(folder, "build", "ko")``."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1617580800")  # 2021-04-05

    def command(folder: Path, *arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as stopped:
            main(["-C", str(folder), *arguments])
        captured = capsys.readouterr()
        code = stopped.value.code
        return Outcome(code=code if isinstance(code, int) else 0, out=captured.out, err=captured.err)

    return command


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are parsed in this process."""
    parsed: list[str] = []

    def counted(text: str, *, name: str, **rest: object) -> object:
        parsed.append(name)
        return segment(text, name=name, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules["pipeline.project.load"], "segment", counted)
    return parsed


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A copy of this project's own sources and catalogs, without its releases, so that what is edited is published."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("releases"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path
