"""How soon a thread that computes in Python lets the window's thread go on."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SOON_SECONDS = 0.0005
"""The window's thread lets go of Python's lock at each call of Qt that may wait, and asks for it again after it,
some dozens of times in a turn. Each time it would wait for Python's usual 5 ms, a third of a picture at 60 Hz."""

_lock = threading.Lock()
_giving_way = 0
_usual = 0.0


@contextmanager
def giving_way() -> Iterator[None]:
    """Let other threads go on soon while this one works in Python, as those do that read and write files.

    Not for a thread that trains: it would lose a twentieth of its speed, and most of what it does needs no lock.
    """
    global _giving_way, _usual
    with _lock:
        if not _giving_way:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(SOON_SECONDS)
        _giving_way += 1
    try:
        yield
    finally:
        with _lock:
            _giving_way -= 1
            if not _giving_way:
                sys.setswitchinterval(_usual)
