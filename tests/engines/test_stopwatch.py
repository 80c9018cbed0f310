"""A computer that sleeps does not train."""

import signal
import subprocess
import sys
import time

import pytest

from digitpad.engines.stopwatch import Stopwatch
from tests.conftest import GENEROUS_SECONDS, ROOT

WORKING = """
import sys, time
from digitpad.engines.stopwatch import Stopwatch
watch = Stopwatch()
print("works", flush=True)
while time.process_time() < 0.5:
    pass
sys.stdin.readline()
print(watch.seconds(), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that stops a process")
def test_a_process_that_was_stopped_counts_what_it_worked() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WORKING], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "works\n"
    process.send_signal(signal.SIGSTOP)
    time.sleep(4)
    process.send_signal(signal.SIGCONT)
    said, _ = process.communicate("on\n", timeout=GENEROUS_SECONDS)
    assert 0 < float(said) < 2.5


def test_work_counts_as_it_passes() -> None:
    watch = Stopwatch()
    end = time.perf_counter() + 0.05
    while time.perf_counter() < end:
        pass
    assert watch.seconds() >= 0.05
