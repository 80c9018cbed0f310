"""Memory that is free goes back where the C library can do that; what stays is not looked through for garbage."""

import ctypes
import platform
import sys

import pytest

from digitpad import heap
from tests.conftest import FreshPython

HOLES = """
import ctypes, os
from digitpad import heap

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

c = ctypes.CDLL(heap.C_LIBRARY)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
blocks = [c.malloc(20_000) for _ in range(4000)]
for block in blocks:
    ctypes.memset(block, 1, 20_000)
for block in blocks[:-1]:  # the last one keeps glibc from giving back the others by itself
    c.free(block)
before = resident()
heap.give_back()
print(before - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_what_is_free_goes_back_to_the_system(fresh_python: FreshPython) -> None:
    process = fresh_python("-c", HOLES)
    assert process.returncode == 0, process.stderr
    assert int(process.stdout) > 60_000_000


def test_a_library_that_is_missing_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(heap, "C_LIBRARY", "no-such-library.so")
    heap.share_between_threads()
    heap.give_back()


def test_one_that_cannot_do_it_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    heap.share_between_threads()
    heap.give_back()


def test_other_systems_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", asked.append)
    heap.share_between_threads()
    heap.give_back()
    assert not asked


MADE = """
import gc
from digitpad.heap import made_to_stay

collections = []
gc.callbacks.append(lambda phase, about: collections.append(phase))
with made_to_stay():
    kept = [[] for _ in range(100_000)]
assert not collections, "what stays was looked through"
assert gc.get_freeze_count() > len(kept)
more = [[] for _ in range(100_000)]
assert collections, "Python collects again"
"""

TRAINED = """
import gc, sys
from digitpad.app import main

code = main(["train", "--epochs", "1", "--images", "100", "--hidden", "16"])
assert "tensorflow" in sys.modules
print(gc.get_freeze_count(), gc.isenabled(), code)
"""


def test_what_stays_is_not_looked_through_for_garbage(fresh_python: FreshPython) -> None:
    process = fresh_python("-c", MADE)
    assert process.returncode == 0, process.stderr


def test_a_command_does_not_look_through_tensorflow(fresh_python: FreshPython) -> None:
    process = fresh_python("-c", TRAINED)
    assert process.returncode == 0, process.stderr
    count, *rest = process.stdout.splitlines()[-1].split()
    assert int(count) > 300_000
    assert rest == ["True", "0"]
