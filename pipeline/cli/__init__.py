"""The command: arguments in, lines and exit codes out.

Exit codes: 0 fine; 1 findings, or ``--check`` found a file that would change; 2 wrong use, configuration or
environment. Every problem is one line on standard error, never a traceback.
"""

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from pipeline.cli import approving, building, catalogs, publishing, releasing, reports, serving, starting
from pipeline.cli.command import command
from pipeline.cli.steps import WRONG, complain, stop
from pipeline.project import flush, told

__all__ = [
    "approving",
    "building",
    "catalogs",
    "command",
    "main",
    "publishing",
    "releasing",
    "reports",
    "serving",
    "starting",
]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments, by default the process's own, and exit."""
    try:
        code = command.main(arguments, prog_name="policyglot", standalone_mode=False)
    except click.UsageError as error:
        message = " ".join(error.format_message().rstrip(".").split())
        path = error.ctx.command_path if error.ctx else "policyglot"
        complain("policyglot", message, f"see {path} --help")
        code = WRONG
    except click.Abort:
        complain("policyglot", "interrupted", "each file is as it was or as it should be; run it again")
        code = WRONG
    except OSError as error:
        code = stop([told(error)])
    unshown = flush(sys.stdout)
    sys.exit(stop([unshown]) if unshown and code != WRONG else code)
