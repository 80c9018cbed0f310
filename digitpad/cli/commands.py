"""What digitpad does without a window."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from digitpad.errors import DataFileError
from digitpad.runs.events import Advance, DivergedError
from digitpad.runs.recipe import PRESETS, Initializer, Optimizer, Recipe, RecipeError

if TYPE_CHECKING:
    from digitpad.engines.loop import TrainingSession

INTERRUPTED = 130
"""The exit code that shells expect of a program stopped by Ctrl+C."""


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands to the program's parser; the chosen one's function lands in ``run``."""
    commands = parser.add_subparsers(dest="command", title="without a window")
    train = commands.add_parser("train", help="train a network on MNIST and test it")
    train.add_argument("--preset", choices=list(PRESETS), default=next(iter(PRESETS)))
    train.add_argument("--epochs", type=int, metavar="N")
    train.add_argument("--batch-size", type=int, metavar="N")
    train.add_argument("--learning-rate", type=float, metavar="X")
    train.add_argument("--optimizer", choices=[str(choice) for choice in Optimizer])
    train.add_argument("--initializer", choices=[str(choice) for choice in Initializer])
    train.add_argument("--seed", type=int, metavar="N")
    train.add_argument("--save", type=Path, metavar="FILE.npz", help="keep the trained network")
    train.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    train.set_defaults(run=run_train)
    evaluate = commands.add_parser("evaluate", help="test a network on MNIST and on files of drawings")
    evaluate.add_argument(
        "--model", type=Path, metavar="FILE.npz", help="a saved network (default: the ready-made one)"
    )
    evaluate.add_argument(
        "--drawings", type=Path, metavar="FILE", nargs="+", default=[], help="JSON Lines, also .gz"
    )
    evaluate.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    evaluate.set_defaults(run=run_evaluate)


def run_command(run: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> int:
    """Run a command; errors that are the user's to mend become one sentence and exit code 1."""
    try:
        run(options)
    except (DataFileError, RecipeError, DivergedError) as error:
        print(f"digitpad: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ndigitpad: stopped.", file=sys.stderr)
        return INTERRUPTED
    return 0


@dataclass
class TrainingReport:
    """What ``train --json`` prints; lists have one entry an epoch, losses are the epoch's means."""

    recipe: dict[str, str | int | float | bool]
    execution: str
    losses: list[float] = field(default_factory=list)
    test_accuracies: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    updates: int = 0

    def as_json(self) -> str:
        """Return the report as one JSON object."""
        last = self.test_accuracies[-1] if self.test_accuracies else None
        return json.dumps({**vars(self), "test_accuracy": last})


def run_evaluate(options: argparse.Namespace) -> None:
    """Test a network on MNIST's test images and on each file of drawings."""
    from digitpad.cli.evaluation_report import evaluate_all, report_as_json, report_as_text
    from digitpad.runs.network_file import load_network, load_ready_network

    network = load_ready_network() if options.model is None else load_network(options.model)
    report = evaluate_all(network.snapshot, options.drawings)
    print(report_as_json(report) if options.json else report_as_text(report))


def recipe_from(options: argparse.Namespace) -> Recipe:
    """Return the preset with whatever the command line changes of it. Raises RecipeError."""
    names = ("epochs", "batch_size", "learning_rate", "optimizer", "initializer", "seed")
    changes = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    return replace(PRESETS[options.preset], **changes)


def run_train(options: argparse.Namespace) -> None:
    """Train by the chosen recipe, test after each epoch, save if asked to."""
    recipe = recipe_from(options)
    if options.save is not None and not options.save.parent.is_dir():
        raise DataFileError(f"{options.save} cannot be saved: there is no folder {options.save.parent}.")
    if options.save is not None and options.save.is_dir():
        raise DataFileError(f"{options.save} cannot be saved: it is a folder. Name a file in it.")

    from digitpad.data.mnist import load_dataset
    from digitpad.engines.loop import TrainingSession
    from digitpad.runs.network_file import SavedNetwork, save_network

    session = TrainingSession(recipe, load_dataset())
    report = train(session, quiet=options.json)
    if options.save is not None:
        save_network(options.save, SavedNetwork(session.snapshot(), recipe))
    if options.json:
        print(report.as_json())
    elif options.save is not None:
        print(f"Saved to {options.save}.")


def train(session: "TrainingSession", *, quiet: bool) -> TrainingReport:
    """Drive a session to its end, with a progress line on a terminal and a sentence an epoch."""
    report = TrainingReport(session.recipe.as_dict(), session.execution.value)
    losses: list[float] = []
    seconds = 0.0
    session.attach()
    while not session.finished:
        advance = session.advance()
        if len(advance.losses) == 0:
            continue  # the images are still being prepared
        losses += advance.losses.tolist()
        seconds += advance.seconds
        if not quiet and sys.stderr.isatty():
            print(_progress_line(session, advance), end="", file=sys.stderr, flush=True)
        if advance.accuracy is not None:
            report.losses.append(sum(losses) / len(losses))
            report.test_accuracies.append(advance.accuracy)
            report.seconds.append(round(seconds, 3))
            if not quiet:
                _print_epoch(advance, report)
            losses, seconds = [], 0.0
    session.detach()
    report.updates = session.batches_done
    return report


def _progress_line(session: "TrainingSession", advance: Advance) -> str:
    pace = len(advance.losses) * session.recipe.batch_size / advance.seconds
    return (
        f"\rbatch {session.batches_done:,} of {session.total_batches:,} · "
        f"loss {advance.losses[-1]:.3f} · {pace:,.0f} images/s \033[K"
    )


def _print_epoch(advance: Advance, report: TrainingReport) -> None:
    start = "\r\033[K" if sys.stderr.isatty() and sys.stdout.isatty() else ""
    print(
        f"{start}Epoch {advance.epochs_done} of {report.recipe['epochs']}: mean loss {report.losses[-1]:.4f}, "
        f"test accuracy {report.test_accuracies[-1]:.2%}, {report.seconds[-1]:.2f} s",
        flush=True,
    )
