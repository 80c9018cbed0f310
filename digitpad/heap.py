"""Memory that this process has freed and still holds: glibc keeps it, and nothing in Python gives it back.

Elsewhere than on Linux with glibc none of this does anything.
"""

import ctypes
import sys
from contextlib import suppress

C_LIBRARY = "libc.so.6"
M_ARENA_MAX = -8
"""glibc's name for the number of its heaps, from malloc.h."""
ARENAS = 2


def share_between_threads() -> None:
    """Keep glibc from giving each training thread a heap of its own, which would only ever grow."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(C_LIBRARY).mallopt(M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Return to the system what is free; takes about ten milliseconds, so never on the window's thread."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(C_LIBRARY).malloc_trim(0)
