"""One run of the command: what it raises becomes a line and an exit code."""

import sys
from collections.abc import Sequence

import click

from pipeline.bulk.garbage import collect_seldom
from pipeline.cli.command import command
from pipeline.cli.steps import WRONG, complain, stop
from pipeline.project.streams import flush
from pipeline.project.trouble import told


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, by default the process's own, and return its exit code."""
    collect_seldom()
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
    return stop([unshown]) if unshown and code != WRONG else int(code or 0)
