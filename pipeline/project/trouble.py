"""What the disk or the system will not do, in our words: one line each, with what is left behind and what to do."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from pipeline.model import Diagnostic


class Refused(OSError):  # noqa: N818 - it is no error of the program's
    """Something that is not written, and why; every public function that writes raises this and no other `OSError`."""

    def __init__(self, path: str, message: str, hint: str, number: int = errno.EPERM) -> None:
        """Take the file as the user knows it, what is wrong, what to do, and the system's number for it."""
        super().__init__(number, message, path)
        self.hint = hint


def told(error: OSError) -> Diagnostic:
    """Tell of any problem with the disk or the system; one that is not `Refused` came up while reading."""
    if isinstance(error, Refused):
        return _diagnostic(error.filename, error.strerror or "", error.hint)
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "policyglot"
    message, hint = _READING.get(error.errno or 0, (error.strerror or str(error), _LOOK))
    return _diagnostic(path, message, hint)


def unwritten(error: OSError, path: str, *, partly: bool = False) -> Refused:
    """Put into words why a file could not be written.

    Args:
        error: what the system said.
        path: the file or folder, as the user knows it.
        partly: whether other files of the same run are written already.
    """
    if isinstance(error, Refused):
        return error
    message, hint = _WRITING.get(error.errno or 0, (error.strerror or str(error), f"{_LOOK}, and {_AGAIN}"))
    left = "each file is as it was or as it should be" if partly else "every file is as it was"
    return Refused(path, f"{message}, and {left}", hint, error.errno or errno.EIO)


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Let the problems that come up here carry this path."""
    try:
        yield
    except OSError as error:
        error.filename = path
        raise


_AGAIN = "run it again"
_LOOK = "check its permissions and the disk"
_MOVE = f"move it away and {_AGAIN}"
_RIGHTS = f"change the permissions of the file and its folder, and {_AGAIN}"
_ROOM = f"free some space and {_AGAIN}"
_LINKS = f"replace the links by what they should lead to, and {_AGAIN}"

_WRITING: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", _ROOM),
    errno.EDQUOT: ("your share of the disk is used up", _ROOM),
    errno.EFBIG: ("the file would be larger than the system allows", f"raise the limit and {_AGAIN}"),
    errno.EROFS: ("this disk can only be read", f"make it writable or work on a copy, and {_AGAIN}"),
    errno.EACCES: ("this may not be written", _RIGHTS),
    errno.EPERM: ("this may not be written", _RIGHTS),
    errno.ELOOP: ("too many links lead on from here", _LINKS),
    errno.EMLINK: ("this folder can hold no more", f"clear it and {_AGAIN}"),
    errno.EISDIR: ("this is a folder, where a file belongs", _MOVE),
    errno.ENOTDIR: ("a file stands where one of its folders belongs", _MOVE),
    errno.EEXIST: ("a file stands where one of its folders belongs", _MOVE),
    errno.ENAMETOOLONG: ("this name is too long for the disk", f"shorten it and {_AGAIN}"),
}
"""By the system's number for a problem with writing: what is wrong, and what to do."""

_READING: Mapping[int, tuple[str, str]] = {
    errno.EACCES: ("this may not be read", f"change its permissions and {_AGAIN}"),
    errno.EPERM: ("this may not be read", f"change its permissions and {_AGAIN}"),
    errno.ELOOP: ("too many links lead on from here", _LINKS),
    errno.ENOSPC: ("the disk is full", _ROOM),
    errno.EMFILE: ("too many files are open", f"raise the limit and {_AGAIN}"),
    errno.ENFILE: ("too many files are open", f"close other programs and {_AGAIN}"),
}


def _diagnostic(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path=path, code="environment", message=message, hint=hint)
