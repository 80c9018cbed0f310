"""What ``digitpad train`` is told of the data: options, and what they change of a preset's."""

import argparse
from pathlib import Path
from typing import Any

from digitpad.data.training_data import TrainingImages
from digitpad.errors import RecipeError

SHUFFLED, FILE, LABELS = ORDERS = ("shuffled", "file", "labels")


def add_data_options(train: argparse.ArgumentParser) -> None:
    """Add what says which images are learnt from."""
    group = train.add_argument_group("what is learnt from")
    group.add_argument(
        "--images",
        type=int,
        metavar="N",
        help="how many images an epoch has, at most 60,000; of a class's digits alone it is each one, once",
    )
    group.add_argument(
        "--without", type=int, nargs="+", metavar="DIGIT", help="digits that the network never sees, such as 7 8"
    )
    group.add_argument(
        "--pictures",
        choices=[str(choice) for choice in TrainingImages],
        help="as they are, shifted and scaled at random, or varied as handwriting",
    )
    group.add_argument("--order", choices=ORDERS, help="of an epoch: shuffled, as in MNIST's files, by the labels")
    group.add_argument(
        "--wrong-labels", type=float, metavar="X", help="share of labels made wrong on purpose, 0 to 0.5"
    )
    group.add_argument(
        "--validation", type=float, metavar="X", help="share of MNIST's training images held out, 0 to 0.5"
    )
    group.add_argument(
        "--data", type=Path, metavar="FILE", help="a class's labelled drawings: JSON Lines, also .gz"
    )
    group.add_argument(
        "--mix", type=float, metavar="X", help="share of the class's digits, 0 to 1 (default with --data: 1)"
    )


def data_changes(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the options change of a recipe's data, by its fields. Raises RecipeError."""
    if options.mix and options.data is None:
        raise RecipeError("mix-without-data")
    changes = {
        "count": options.images,
        "left_out": options.without,
        "images": options.pictures,
        "by_label": None if options.order is None else options.order == LABELS,
        "wrong_labels": options.wrong_labels,
        "validation": options.validation,
        "mix": options.mix if options.mix is not None or options.data is None else 1.0,
    }
    return {name: value for name, value in changes.items() if value is not None}
