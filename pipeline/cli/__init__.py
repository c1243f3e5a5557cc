"""The command: arguments in, lines and exit codes out.

Exit codes: 0 fine; 1 findings, or ``--check`` found a file that would change; 2 wrong use, configuration or
environment. Every problem is one line on standard error, never a traceback.
"""

import sys
from collections.abc import Sequence
from typing import NoReturn

from pipeline import __version__


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments, by default the process's own, and exit."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--version"]:  # editors and scripts ask for it often, and nothing has to be loaded to answer
        sys.stdout.write(f"policyglot {__version__}\n")
        sys.exit(0)
    from pipeline.cli.running import run  # noqa: PLC0415 - see above

    sys.exit(run(arguments))


__all__ = ["main"]
