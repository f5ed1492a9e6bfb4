"""Changes two folders over in one step, where the system can: no moment has neither."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

LINUX_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2), Linux 3.15 and later."""

MAC_SWAP = 2
"""RENAME_SWAP of renamex_np(2), macOS 10.12 and later."""

HERE = -100
"""AT_FDCWD: addresses are taken as they are given."""

CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EPERM})
"""What a system or a disk answers that knows no exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Let two existing names change places in one step; say whether this system could.

    When it could not, nothing has changed. Raises OSError for any other trouble.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    program = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            failed = program.renamex_np(first, second, MAC_SWAP)
        else:
            failed = program.renameat2(HERE, first, HERE, second, LINUX_EXCHANGE)
    except AttributeError:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
