"""Garbage that tells by whom it is collected."""

import gc
import threading
import weakref


class Cycle:
    """Something that ends only when it is collected."""

    def __init__(self) -> None:
        self.me = self
        self.rest = [[] for _ in range(2 * gc.get_threshold()[0])]


def ends_of(count: int) -> list[int]:
    """Make so many cycles; return a list in which the thread's number appears whenever one of them ends."""
    ended: list[int] = []
    for _ in range(count):
        weakref.finalize(Cycle(), lambda: ended.append(threading.get_ident()))
    return ended
