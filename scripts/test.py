"""Run digitpad's linter, type checker and tests, in this order, up to the first that fails.

    python3 scripts/test.py              checks everything, the tests on all cores at once
    python3 scripts/test.py ARGUMENTS    gives the arguments to pytest: -k canvas, tests/drawing, -x …

The first start makes .venv and installs what that needs into it: some minutes, once.
"""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from environment import ROOT, prepare, say
from run import LINUX, follow, guarded, supply_libraries

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "pytest collects": ["pytest", "--collect-only", "-qq"],
    "pytest": ["pytest"],
}

ON_EVERY_CORE = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal"]
"""How pytest runs when it is asked for nothing in particular: on one more than there are cores, as one often waits
for another process, or for what shall come to rest."""


IN_MEMORY, LEAST_FREE = Path("/dev/shm"), 6 * 2**30
"""Where Linux keeps files in memory, and how many bytes of it have to be free: the tests leave 1 to 3 billion."""


@contextmanager
def quick_files() -> Iterator[dict[str, str]]:
    """Yield the variables that let tests write where nobody waits for a disk; what they leave is gone afterwards.

    A good part of what they write is to outlast a power cut, as work in the window does: a minute of waiting.
    """
    if not IN_MEMORY.is_dir() or shutil.disk_usage(IN_MEMORY).free < LEAST_FREE:
        yield {}
        return
    folder = tempfile.mkdtemp(prefix="digitpad-tests-", dir=IN_MEMORY)
    try:
        yield {"TMPDIR": folder}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def checks(asked: bool) -> dict[str, list[str]]:
    """Return what is run here: no mypy beside the older PySide6 of ARM64, which types itself too poorly.

    Where nothing in particular is ``asked`` for, a file of tests that cannot be imported is found in seconds: on
    all cores pytest would tell of it after all others, half an hour later.
    """
    left_out = {"mypy"} if LINUX and platform.machine() == "aarch64" else set()
    if asked:
        left_out.add("pytest collects")
    return {name: module for name, module in CHECKS.items() if name not in left_out}


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run each check; return the exit code of the first that fails."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    python = prepare(tools=True)
    supply_libraries()
    chosen = checks(asked=bool(arguments))
    if "mypy" not in chosen:
        say("Without mypy: the PySide6 that this system gets describes its types too poorly.")
    for number, (name, module) in enumerate(chosen.items(), start=1):
        say(f"[{number}/{len(chosen)}] {name}")
        command = [str(python), "-m", *module, *(arguments or ON_EVERY_CORE if name == "pytest" else [])]
        with quick_files() as places:
            code = follow(command, cwd=ROOT, QT_QPA_PLATFORM="offscreen", **places)
        if code:
            say(f"Stopped at step {number} of {len(chosen)}: {name} failed (exit code {code}).")
            return code
    return 0


if __name__ == "__main__":
    guarded(main)
