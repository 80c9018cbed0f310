"""Find out what matters: train networks that differ in one thing each, and tell how they read.

Usage: python scripts/experiments.py [--readme] [--json FILE] [--quick]. Prints a table; ``--readme`` puts it into
README, between ``<!-- experiments -->`` and ``<!-- /experiments -->``. Each network is trained with three
seeds, by the compiled loop and without a window: ten minutes on two idle cores. ``--quick`` only sees that all of
it works, by one epoch, 100 images and one seed.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the project need not be installed

if TYPE_CHECKING:
    from digitpad.network.snapshot import Snapshot
    from digitpad.runs.recipe import Recipe
    from digitpad.runs.scores.score import Scores

README = ROOT / "README.md"
MARKED = re.compile(r"(<!-- experiments -->\n).*?(<!-- /experiments -->)", re.DOTALL)
HEAD = """\
| what | images | epochs | training | validation | test | loss in validation |
| --- | --: | --: | --: | --: | --: | --: |"""

SEEDS = (0, 1, 2)
HELD_OUT = 0.1
LEFT_OUT = 7
EPOCHS = {100: 100, 1_000: 40, 10_000: 10, 54_000: 5}
"""How often each number of images is shown: the fewer, the more often, else they are hardly learnt from at all."""

ALL = max(EPOCHS)
"""MNIST's training images without the part that is held out."""


@dataclass(frozen=True)
class Experiment:
    """A recipe with what makes it another one than the article's, in words; ``few``: it has few images."""

    name: str
    recipe: "Recipe"
    few: bool = False


@dataclass(frozen=True)
class Row:
    """A line of the table: what was found of an experiment, for each seed."""

    name: str
    images: int
    epochs: int
    found: "tuple[Scores, ...]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Make all experiments; return the process's exit code."""
    parser = argparse.ArgumentParser(description="Train networks that differ in one thing each.")
    parser.add_argument("--readme", action="store_true", help="put the table into README")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every seed's figures to this file")
    parser.add_argument("--quick", action="store_true", help="one epoch of 100 images, one seed")
    options = parser.parse_args(arguments)
    if options.quick and options.readme:
        parser.error("--quick trains too little for README: leave out one of both")
    if options.json is not None and not options.json.parent.is_dir():
        parser.error(f"there is no folder {options.json.parent} to write {options.json.name} in")
    prepare()
    rows = []
    print(HEAD, flush=True)
    for experiment in experiments(quick=options.quick):
        for row in made(experiment, SEEDS[:1] if options.quick else SEEDS):
            rows.append(row)
            print(line(row), flush=True)
    if options.json is not None:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", "utf-8")
    if options.readme:
        README.write_text(with_table(README.read_text("utf-8"), rows), "utf-8")
    return 0


def prepare() -> None:
    """Set what must be set before NumPy is imported."""
    from digitpad.app import prepare_process

    prepare_process()


def experiments(*, quick: bool = False) -> list[Experiment]:
    """Return all that is tried; the first is what the others are compared with."""
    from digitpad.data.training_data import TrainingData
    from digitpad.network.architecture import Architecture, HiddenLayer
    from digitpad.network.initial import Initializer
    from digitpad.runs.recipe import Recipe

    data = TrainingData(validation=HELD_OUT)
    usual = Recipe(epochs=EPOCHS[ALL], data=data)
    wanted = [Experiment("**the article's recipe**: 512 units, all images, right labels", usual)]
    wanted.append(Experiment("no hidden layer", replace(usual, architecture=Architecture(()))))
    for units in (8, 32):
        small = replace(usual, architecture=Architecture((HiddenLayer(units),)))
        wanted.append(Experiment(f"{units} units", small))
    for count, epochs in EPOCHS.items():
        if count != ALL:
            few = replace(usual, epochs=epochs, data=replace(data, count=count))
            wanted.append(Experiment(f"{count:,} images", few, few=True))
    for share in (0.1, 0.3, 0.5):
        wrong = replace(usual, data=replace(data, wrong_labels=share))
        wanted.append(Experiment(f"{100 * share:.0f} % of the labels wrong", wrong))
    without = replace(usual, data=replace(data, left_out=(LEFT_OUT,)))
    wanted.append(Experiment(f"the digit {LEFT_OUT} left out", without))
    wanted.append(Experiment("first weights of zeros", replace(usual, initializer=Initializer.ZEROS)))
    return [replace(one, recipe=hurried(one.recipe)) for one in wanted] if quick else wanted


def hurried(recipe: "Recipe") -> "Recipe":
    """Return a recipe that is done at once."""
    return replace(recipe, epochs=1, data=replace(recipe.data, count=100))


def made(experiment: Experiment, seeds: Sequence[int]) -> Iterator[Row]:
    """Train by an experiment's recipe with each seed; yield the table's rows of it."""
    from digitpad.runs.scores.best import best

    recipe = experiment.recipe
    outcomes = [trained(replace(recipe, seed=seed, data=replace(recipe.data, seed=seed))) for seed in seeds]
    size = recipe.data.size
    yield Row(experiment.name, size, recipe.epochs, tuple(scored[-1][1] for scored, _ in outcomes))
    if recipe.data.left_out:
        for name, on_it in ((f"… on the {LEFT_OUT}s", True), ("… on the other digits", False)):
            found = tuple(on_digit(snapshot, on_it=on_it) for _, snapshot in outcomes)
            yield Row(name, size, recipe.epochs, found)
    if experiment.few:
        done = [best(scored, recipe.batches_per_epoch) or 0 for scored, _ in outcomes]
        epochs = round(sum(done) / len(done) / recipe.batches_per_epoch)
        found = tuple(dict(scored)[batches] for (scored, _), batches in zip(outcomes, done, strict=True))
        yield Row("… after its best epoch in validation", size, epochs, found)


def trained(recipe: "Recipe") -> "tuple[list[tuple[int, Scores]], Snapshot]":
    """Return what was measured after each epoch, by batches, and the network of the end."""
    from digitpad.engines.lesson import lesson_engine
    from digitpad.engines.protocol import FreeRun, Job
    from digitpad.runs.events import CheckpointTaken, Event, Scored

    scored: list[tuple[int, Scores]] = []
    last: list[Snapshot] = []

    def hear(event: Event) -> None:
        if isinstance(event, Scored):
            scored.append((event.batches_done, event.scores))
        elif isinstance(event, CheckpointTaken):
            last[:] = [event.checkpoint.snapshot]

    lesson_engine(recipe.data).run(Job(recipe), hear, FreeRun())
    return scored, last[0]


def on_digit(snapshot: "Snapshot", *, on_it: bool) -> "Scores":
    """Return how a network reads the test images of the digit that was left out, or all others."""
    from digitpad.data.mnist import load_dataset
    from digitpad.network.evaluation import picture_losses
    from digitpad.network.judging import judge
    from digitpad.runs.scores.score import Score, Scores

    mnist = load_dataset()
    wanted = (mnist.test_labels == LEFT_OUT) == on_it
    labels = mnist.test_labels[wanted]
    found = judge(snapshot, mnist.test_images[wanted], labels)
    if found is None:
        raise RuntimeError("nobody gave up")
    return Scores(test=Score(float(picture_losses(found.probabilities, labels).mean()), found.accuracy))


def with_table(text: str, rows: Sequence[Row]) -> str:
    """Return ``text`` with these rows between its marks. Raises ValueError if it has no marks."""
    new, count = MARKED.subn(lambda marks: f"{marks[1]}{table(rows)}\n{marks[2]}", text)
    if count != 1:
        raise ValueError("the text must have the marks <!-- experiments --> and <!-- /experiments --> once")
    return new


def table(rows: Sequence[Row]) -> str:
    """Return a Markdown table of accuracies in per cent: the seeds' mean, ± half of the range that they span."""
    return "\n".join([HEAD, *map(line, rows)])


def line(row: Row) -> str:
    """Return a line of the table."""
    sets = [[getattr(scores, name) for scores in row.found] for name in ("training", "validation", "test")]
    accuracies = [spread([100 * score.accuracy for score in scores if score], 1) for scores in sets]
    losses = spread([score.loss for score in sets[1] if score], 2)
    return f"| {' | '.join([row.name, f'{row.images:,}', str(row.epochs), *accuracies, losses])} |"


def spread(values: Sequence[float], places: int) -> str:
    """Return the mean of some values, ± half of the range that they span; nothing of none."""
    if not values:
        return "–"
    return f"{sum(values) / len(values):.{places}f} ± {(max(values) - min(values)) / 2:.{places}f}"


if __name__ == "__main__":
    raise SystemExit(main())
