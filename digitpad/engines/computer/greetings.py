"""What TensorFlow says of itself while it is imported, which is for its developers.

``TF_CPP_MIN_LOG_LEVEL`` silences it only once its logging has begun. What its libraries say before, as that they
use more of a newer processor, goes to standard error whatever that variable says.
Source: https://github.com/abseil/abseil-cpp, ``absl/log/initialize.h``.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

LOG_LEVEL, SILENT = "TF_CPP_MIN_LOG_LEVEL", "3"
STANDARD_ERROR = 2

GREETING = re.compile(rb"(?:WARNING: All log messages before absl::InitializeLog|[IWE]\d{4} \d\d:\d\d:).*\n?")
"""A line of it: an information, a warning or an error. What ends the process is another."""


@contextmanager
def unheard_greetings() -> Iterator[None]:
    """Keep back what TensorFlow says meanwhile, if it has been asked to be silent; all else is told at the end.

    It is the process's standard error that is kept back, as libraries write there without Python.
    """
    heard, before = _kept_back() if os.environ.get(LOG_LEVEL) == SILENT else (None, None)
    try:
        yield
    finally:
        if heard is not None and before is not None:
            os.dup2(before, STANDARD_ERROR)
            os.close(before)
            heard.seek(0)
            rest = b"".join(line for line in heard if not GREETING.fullmatch(line))
            heard.close()
            with suppress(OSError):  # nobody can hear it
                while rest:
                    rest = rest[os.write(STANDARD_ERROR, rest) :]


def _kept_back() -> tuple[IO[bytes] | None, int | None]:
    """Let standard error go to a file; return that, and where it went before. Nothing where there is neither."""
    try:
        before = os.dup(STANDARD_ERROR)
    except OSError:  # a program without a console
        return None, None
    try:
        heard = tempfile.TemporaryFile()  # noqa: SIM115  # as long as whoever asked for it wants
    except OSError:
        os.close(before)
        return None, None
    os.dup2(heard.fileno(), STANDARD_ERROR)
    return heard, before
