"""The ``digitpad`` command: without arguments it opens the window, with a command it needs none."""

import argparse
import logging
import os
import sys
from collections.abc import Container, Sequence
from pathlib import Path

from digitpad import __version__, heap
from digitpad.archives.reading import exists

MISUSED = 2
"""The exit code after what the command line does not know, as argparse has it."""

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""

OTHERS = ("KERAS_", "XLA_FLAGS", "TF_XLA_FLAGS")
"""Beginnings of the names of what Keras and TensorFlow's compiler are told by the environment."""

PROGRAMS = "DIGITPAD_PROGRAMS"
"""Names a folder in which processes share what TensorFlow's compiler makes: a second for each, in tests."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run digitpad; return the exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:  # before a command, or the window, listens for Ctrl+C
        from digitpad.cli.output import tell

        tell("\ndigitpad: stopped.")
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    prepare_process()
    from digitpad.cli.commands import add_commands, run_command
    from digitpad.cli.ending import load_qt
    from digitpad.cli.output import prepare_output

    prepare_output()

    parser = argparse.ArgumentParser(
        prog="digitpad",
        usage="digitpad [FILE] [--version] [--demo] [--screenshots FOLDER]\n"
        "       digitpad --install-desktop | --remove-desktop\n       digitpad {train,evaluate} …",
        description="Watch a neural network learn to read digits.",
        epilog="FILE is a session, a network or drawings, opened in the window.",
    )
    parser.add_argument("--version", action="version", version=f"digitpad {__version__}")
    parser.add_argument("--demo", action="store_true", help="let the program show a student's whole visit")
    parser.add_argument(
        "--screenshots",
        type=Path,
        metavar="FOLDER",
        default=Path("screenshots"),
        help="where the demonstration saves its pictures (default: screenshots)",
    )
    commands = add_commands(parser)
    file, rest = _file_to_open(list(sys.argv[1:] if arguments is None else arguments), commands)
    try:
        if file is not None and rest and not rest[0].startswith("-"):
            parser.error(f"one file is opened at a time, so not {rest[0]} too")
        options = parser.parse_args(rest)
    except SystemExit as leaving:  # after help, version or a complaint, which may not be written yet
        return run_command(lambda _: None, argparse.Namespace()) or int(leaving.code or 0)
    except OSError:  # what nobody can hear; of newer Pythons argparse passes over that itself
        return run_command(lambda _: None, argparse.Namespace()) or MISUSED
    if options.run is not None:
        return run_command(options.run, options)
    load_qt()
    with heap.made_to_stay():
        from digitpad.ui.application import run_window

    return run_window(demo=options.demo, screenshots=options.screenshots, file=file)


def _file_to_open(arguments: list[str], commands: Container[str]) -> tuple[Path | None, list[str]]:
    """Return the file that ``digitpad FILE`` names, if it does, and the other arguments.

    A word that is no file's name is left to the parser: it may be a command, misspelt.
    """
    if not arguments or arguments[0].startswith("-") or arguments[0] in commands:
        return None, arguments
    path = Path(arguments[0])
    return (path, arguments[1:]) if path.suffix or exists(path) else (None, arguments)


def prepare_process() -> None:
    """Set what must be set before NumPy and TensorFlow are imported."""
    # TensorFlow's greetings are for its developers, and so are its warnings: that one function is traced anew for
    # each network, as it has to be.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    # NumPy's threads would fight with TensorFlow's for the cores, and what is asked of NumPy here is small.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What a user has set up for programs of their own, another backend or kind of float, is not for the lesson:
    # Keras finds no settings in a place that is no folder, and can write none to it. Flags of a compiler that ours
    # does not know would end the program at once.
    for name in [name for name in os.environ if name.startswith(OTHERS)]:
        del os.environ[name]
    if os.environ.get(PROGRAMS):
        os.environ["TF_XLA_FLAGS"] = f"--tf_xla_persistent_cache_directory={os.environ[PROGRAMS]}"
    os.environ["KERAS_BACKEND"] = "tensorflow"
    os.environ["KERAS_HOME"] = os.devnull
    heap.share_between_threads()
