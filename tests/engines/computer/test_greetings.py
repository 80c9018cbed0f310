"""TensorFlow's greetings are kept back while it is imported, and nothing else is."""

import os
import subprocess
import sys

from tests.conftest import GENEROUS_SECONDS, ROOT

GREETINGS = """\
WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
I0000 00:00:1795813427.193930   20722 port.cc:153] oneDNN custom operations are on.
W0000 00:00:1795813427.193930   20722 a warning of its own
"""

SPEAKING = f"""
import os, sys
from digitpad.engines.computer.greetings import unheard_greetings
try:
    with unheard_greetings():
        os.write(2, {GREETINGS!r}.encode())
        print("a warning of somebody else's", file=sys.stderr, flush=True)
        os.write(2, b"and no end of line")
        raise OSError("what the import raises")
except OSError as error:
    os.write(2, b" but " + str(error).encode())
"""

WITHOUT_STANDARD_ERROR = """
import os, sys
from digitpad.engines.computer.greetings import unheard_greetings
os.close(2)
with unheard_greetings():
    heard = True
assert heard
"""


def said(level: str, code: str = SPEAKING) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": level},
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


REST = "a warning of somebody else's\nand no end of line but what the import raises"


def test_they_are_kept_back_and_all_else_is_passed_on() -> None:
    assert said("3") == REST


def test_who_wants_to_hear_them_does() -> None:
    assert said("0") == GREETINGS + REST


def test_without_standard_error_nothing_is_wrong() -> None:
    assert said("3", WITHOUT_STANDARD_ERROR) == ""
