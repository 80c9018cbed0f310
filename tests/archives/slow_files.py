"""A file that really makes its reader wait: another process holds a lease on it, as a file server does.

Whoever opens it waits in the system until that process lets go of it, or for ``/proc/sys/fs/lease-break-time``.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="leases are Linux's")

HOLDER = """
import fcntl, os, signal, sys
signal.signal(signal.SIGIO, signal.SIG_IGN)
file = os.open(sys.argv[1], os.O_RDWR)
fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let ``path`` be held until the with statement ends, or the process that it gives is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        try:
            assert holder.stdout is not None
            if holder.stdout.readline() != "held\n":
                pytest.skip("this file system gives no leases")
            yield holder
        finally:
            holder.kill()
