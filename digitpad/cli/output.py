"""What the command line writes: to any place, in any encoding, or nowhere at all."""

import os
import sys
from pathlib import Path
from typing import TextIO

from digitpad.errors import UserError

READER_GONE = 141
"""Exit code of a program whose reader has gone, as of one that SIGPIPE ended: 128 + 13."""


def prepare_output() -> None:
    """Let every text be written: what an encoding lacks as an escape, and without a terminal into nothing."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:  # Windows' programs without a console have none
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # to the very end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def tell(text: str) -> None:
    """Say something beside what is printed, if anybody can hear it."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        give_up(sys.stderr)


def say(said: UserError) -> None:
    """Say it beside what is printed."""
    from digitpad.workspace.wording.language import speak
    from digitpad.workspace.wording.sentences import sentence

    speak()
    tell(f"digitpad: {sentence(said)}")


def end_errors() -> None:
    """Write out what is still to be said beside what is printed; who cannot hear it changes no exit code."""
    try:
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO) -> None:
    """Write nothing more to it: Python would try once more at its end, and print a traceback."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, number)
    os.close(nothing)
