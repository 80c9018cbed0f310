"""Memory that this process holds: what glibc keeps of what was freed, and objects that stay for good.

What is asked of glibc does nothing elsewhere.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

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


@contextmanager
def made_to_stay() -> Iterator[None]:
    """Make what stays for good, as a library that is imported, and never look through it for garbage.

    Python would at each few hundred objects, and once more at its end: a quarter of a short command's time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
