"""What digitpad does without a window."""

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from digitpad.cli.data_options import add_data_options
from digitpad.cli.ending import interrupted_by_signals, load_qt
from digitpad.cli.output import READER_GONE, end_errors, give_up, say, tell
from digitpad.errors import UserError
from digitpad.network.architecture import Activation
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import PRESETS, Loop, Optimizer

AS_IN_THE_PRESET = "What is not said is as in the preset."
ENDED_BY_SIGNAL = 128
"""To this shells add a signal's number for the exit code of a program that it ended: 130 for Ctrl+C."""


def add_commands(parser: argparse.ArgumentParser) -> frozenset[str]:
    """Add the commands to the program's parser; return their names. The chosen one's function lands in ``run``."""
    commands = parser.add_subparsers(dest="command", title="without a window", prog=parser.prog)
    what = "train a network on MNIST, or on a class's digits, and test it"
    train = commands.add_parser("train", help=what, description=f"{what[0].upper()}{what[1:]}. {AS_IN_THE_PRESET}")
    _add_recipe_options(train)
    _add_choosing_options(train)
    add_data_options(train)
    train.add_argument(
        "--engine",
        choices=[str(loop) for loop in Loop],
        default=str(Loop.COMPILED),
        help="how the loop runs: compiled, line by line, or by Keras' own fit (default: compiled)",
    )
    train.add_argument(
        "--save", type=Path, metavar="FILE.npz", help="keep the trained network; a name without .npz gets it"
    )
    train.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="write the run as a script to take home, or a notebook (.ipynb); with --engine keras in Keras' way",
    )
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
    _add_desktop_options(parser)
    return frozenset(commands.choices)


def _add_recipe_options(train: argparse.ArgumentParser) -> None:
    """Add what says how a network is trained, and which one."""
    preset = next(iter(PRESETS))
    train.add_argument("--preset", choices=list(PRESETS), default=preset, help=f"a recipe (default: {preset})")
    train.add_argument("--epochs", type=int, metavar="N", help="how often every image is shown")
    train.add_argument("--batch-size", type=int, metavar="N", help="images looked at before the weights change")
    train.add_argument("--learning-rate", type=float, metavar="X", help="how long each step downhill is")
    train.add_argument("--optimizer", choices=list(map(str, Optimizer)), help="who turns gradients into steps")
    first = list(map(str, Initializer))
    train.add_argument("--initializer", "--initial", choices=first, help="the first weights")
    train.add_argument("--seed", type=int, metavar="N", help="the same one gives the same run")
    train.add_argument(
        "--hidden", metavar="UNITS", help="hidden layers, such as 512 or 128,64 or 32:tanh,16; none for none"
    )
    train.add_argument(
        "--activation", choices=list(map(str, Activation)), help="of all hidden layers that name none of their own"
    )


def _add_choosing_options(train: argparse.ArgumentParser) -> None:
    """Add what keeps a network from learning its pictures by heart."""
    group = train.add_argument_group("validation and weight decay")
    group.add_argument(
        "--patience", type=int, metavar="N", help="stop after N epochs that were no better in validation"
    )
    group.add_argument(
        "--best-weights",
        action="store_true",
        default=None,
        help="end with the weights of the epoch that was best in validation",
    )
    group.add_argument("--weight-decay", type=float, metavar="X", help="the Keras optimizers' own, 0 to 1")


def _add_desktop_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("in the menu of programs (Linux)").add_mutually_exclusive_group()
    group.add_argument(
        "--install-desktop",
        dest="run",
        action="store_const",
        const=run_install_desktop,
        help="put digitpad into the menu, with its icon, and let a double click open its sessions",
    )
    group.add_argument(
        "--remove-desktop",
        dest="run",
        action="store_const",
        const=run_remove_desktop,
        help="take away what --install-desktop wrote",
    )


def run_command(run: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> int:
    """Run a command; errors that are the user's to mend become one sentence and exit code 1."""
    try:
        with interrupted_by_signals():
            run(options)
            sys.stdout.flush()
    except UserError as error:
        return _complain(error)
    except BrokenPipeError:  # ``| head`` has read enough
        give_up(sys.stdout)
        return READER_GONE
    except OSError as error:  # files' own are UserErrors: this is what is printed
        give_up(sys.stdout)
        return _complain(UserError("output-not-written", reason=str(error.strerror or error)))
    except KeyboardInterrupt as stop:  # with the number of another signal that did the same
        tell("\ndigitpad: stopped.")
        return ENDED_BY_SIGNAL + next(iter(stop.args), signal.SIGINT)
    finally:
        end_errors()
    return 0


def _complain(error: UserError) -> int:
    say(error)
    return 1


def run_train(options: argparse.Namespace) -> None:
    """Train by the chosen recipe, test after each epoch, save it and write its script if asked to."""
    load_qt()
    from digitpad.cli.train_command import train_as_asked

    train_as_asked(options)


def run_evaluate(options: argparse.Namespace) -> None:
    """Test a network on MNIST's test images and on each file of drawings."""
    load_qt()
    from digitpad.cli.evaluation_report import evaluate_all, report_as_json, report_as_text
    from digitpad.runs.network_file import load_network, load_ready_network

    network = load_ready_network() if options.model is None else load_network(options.model)
    report = evaluate_all(network.snapshot, options.drawings)
    print(report_as_json(report) if options.json else report_as_text(report))


def run_install_desktop(options: argparse.Namespace) -> None:
    """Put digitpad into the desktop's menu, and name the files that do it."""
    from digitpad.cli.desktop import install

    for path in install():
        print(f"Written: {path}")
    print("digitpad is in the menu, and a double click opens its sessions (.digitpad).")
    print("digitpad --remove-desktop takes it away again.")


def run_remove_desktop(options: argparse.Namespace) -> None:
    """Take digitpad out of the desktop's menu, and name the files that are gone."""
    from digitpad.cli.desktop import remove

    removed = remove()
    for path in removed:
        print(f"Removed: {path}")
    print("digitpad is no longer in the menu." if removed else "digitpad was not in the menu.")
