"""Exchanging two folders in one step, so that at no moment either name is missing or leads to something else."""

import ctypes
import errno
import os
import sys
from pathlib import Path


def exchange(one: Path, other: Path) -> bool:
    """Let two names of the same file system change places.

    Returns:
        Whether they did; the system, or the file system, may know no such step.

    Raises:
        OSError: they cannot change places, for another reason.
    """
    call = _CALLS.get(sys.platform)
    function = getattr(ctypes.CDLL(None, use_errno=True), call[0], None) if call else None
    if call is None or function is None:
        return False
    first, second = ctypes.c_char_p(os.fsencode(one)), ctypes.c_char_p(os.fsencode(other))
    folder, flag = call[1], ctypes.c_uint(2)
    arguments = (first, second, flag) if folder is None else (folder, first, folder, second, flag)
    if function(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


_CALLS = {"linux": ("renameat2", ctypes.c_int(-100)), "darwin": ("renamex_np", None)}
"""By system: the C library's function, and the number that stands for the working folder, if it asks for one.

Both take 2 as the flag for an exchange: `RENAME_EXCHANGE` and `RENAME_SWAP`.
"""
