"""What the command shows: the last of it, and what is left of it when it cannot be shown."""

import os
from typing import TextIO

from pipeline.model import Diagnostic
from pipeline.project.trouble import told


def flush(stream: TextIO) -> Diagnostic | None:
    """Show what is still to be shown.

    Returns:
        The problem if that cannot be, such as a full disk. The rest is given up, or Python would try again when it ends, and
        complain.
    """
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return told(error)
    return None
