"""Run digitpad's linter, type checker and tests, in this order, up to the first that fails.

    python3 scripts/test.py              checks everything, the tests on all cores at once
    python3 scripts/test.py ARGUMENTS    gives the arguments to pytest: -k canvas, tests/drawing, -x …

The first start makes .venv and installs what that needs into it: some minutes, once.
"""

from __future__ import annotations

from environment import ROOT, prepare, say
from run import follow, guarded, supply_libraries

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "pytest": ["pytest"],
}

ON_EVERY_CORE = ["-n", "auto", "--dist", "worksteal"]
"""How pytest runs when it is asked for nothing in particular."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run each check; return the exit code of the first that fails."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    python = prepare(tools=True)
    supply_libraries()
    for number, (name, module) in enumerate(CHECKS.items(), start=1):
        say(f"[{number}/{len(CHECKS)}] {name}")
        command = [str(python), "-m", *module, *(arguments or ON_EVERY_CORE if name == "pytest" else [])]
        code = follow(command, cwd=ROOT, QT_QPA_PLATFORM="offscreen")
        if code:
            say(f"Stopped at step {number} of {len(CHECKS)}: {name} failed (exit code {code}).")
            return code
    return 0


if __name__ == "__main__":
    guarded(main)
