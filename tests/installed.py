"""The command as it is installed in the environment of the tests, for tests that type it into a shell."""

import os
import sys
from pathlib import Path

import pytest

_PROGRAMS = Path(sys.prefix) / "bin"

installed = pytest.mark.skipif(
    not (_PROGRAMS / "policyglot").is_file(),
    reason="the command is not installed in this environment",
)


def environment(**more: str) -> dict[str, str]:
    """Return the variables with which commands run: those of the test run, its programs, and these.

    nox takes this environment for its own, and pip fetches nothing.
    """
    path = os.pathsep.join((str(_PROGRAMS), os.environ["PATH"]))
    env = {
        **os.environ,
        "PATH": path,
        "PIP_NO_INDEX": "1",
        "PIP_QUIET": "1",
        "POLICYGLOT_ENVIRONMENT": sys.prefix,
        **more,
    }
    for name in ("NOXSESSION", "PYTEST_CURRENT_TEST"):
        env.pop(name, None)
    return env
