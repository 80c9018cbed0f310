"""Scripts and notebooks that are taken home really train, on the real MNIST, and come to what the run came to."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from digitpad.arrays import SIDE
from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.document.takeaway.takeaway import Way, script
from digitpad.engines.protocol import FreeRun, Job
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.events import Advanced, CheckpointTaken, Event, Scored
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer, Recipe, Schedule
from digitpad.runs.run import Run
from digitpad.workspace.wording.takeaway_texts import comments

SMALL = Architecture((HiddenLayer(32),))
"""For recipes that are about something else: of 512 units, at some rates, one takes another side of ReLU's kink on
some machines within the losses that are compared."""

RECIPES = {
    "article": replace(KERAS_RECIPE, epochs=1, data=TrainingData(count=7000)),
    "from-scratch": replace(FROM_SCRATCH_RECIPE, epochs=1, architecture=SMALL, data=TrainingData(count=7000)),
    "no-seven": Recipe(
        epochs=3,
        optimizer=Optimizer.ADAM,
        schedule=Schedule.COSINE,
        architecture=Architecture((HiddenLayer(64, Activation.TANH), HiddenLayer(32, Activation.TANH))),
        data=TrainingData(count=2000, left_out=(7,), wrong_labels=0.2),
    ),
    "no-hidden-layer": Recipe(epochs=1, batch_size=1000, architecture=Architecture(())),  # all 60,000
    "by-label": Recipe(
        epochs=1,
        architecture=SMALL,
        learning_rate=0.1,
        optimizer=Optimizer.NAIVE_SGD,
        schedule=Schedule.COSINE,
        shuffle=False,
        data=TrainingData(count=5000, by_label=True, validation=0.1, seed=3),
    ),
    "waiting": Recipe(
        epochs=8,
        architecture=SMALL,
        learning_rate=0.01,
        optimizer=Optimizer.ADAM,
        initializer=Initializer.HE_UNIFORM,
        weight_decay=0.01,
        patience=2,
        best_weights=True,
        data=TrainingData(count=1000, validation=0.1, wrong_labels=0.3),  # overfits, so that it ends by itself
    ),
}
FIRST, TOLERANCE = 50, 1e-4
"""Losses that are compared, and how close they are: later ones drift apart at ReLU's kinks."""

THERE = 10_000
"""Images that a run of fewer than all chooses from: each script reads them all, and holds a tenth of them out."""

TESTED, ACCURACY_TOLERANCE = 2000, 0.005
GENEROUS_SECONDS = 1200
"""For fourteen trainings, most of them line by line, beside other work."""

ENDING = re.compile(r"test: loss [\d.]+, accuracy ([\d.]+)%")

RUN_ALL = """
import contextlib, io, json, os, runpy, sys
for path, mnist in json.loads(sys.argv[1]):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        if path.endswith(".py"):
            sys.argv = [path, mnist]
            names = runpy.run_path(path)
        else:  # as in a notebook: the file lies beside it, and the arguments are another program's
            sys.argv, names = ["kernel", "-f", "connection.json"], {}
            cells = json.load(open(path, encoding="utf-8"))["cells"]
            for cell in cells:
                if cell["cell_type"] == "code":
                    exec("".join(cell["source"]), names)
    print(json.dumps([path, names["losses"], printed.getvalue()]), flush=True)
assert "digitpad" not in sys.modules
os._exit(0)
"""

Outcome = tuple[list[float], float]
"""The losses of all batches, and the last accuracy on the test images."""


def mnist_for(recipe: Recipe) -> Dataset:
    """Return what the recipe chooses from, with a fifth of the images that each script tests by itself."""
    whole = load_dataset()
    there = None if recipe.data.count == len(whole.train_labels) else THERE
    return Dataset(
        whole.train_images[:there],
        whole.train_labels[:there],
        whole.test_images[:TESTED],
        whole.test_labels[:TESTED],
    )


def save_for_keras(path: Path, mnist: Dataset) -> None:
    np.savez(  # read again and again, so not compressed
        path,
        x_train=mnist.train_images.reshape(-1, SIDE, SIDE),
        y_train=mnist.train_labels,
        x_test=mnist.test_images.reshape(-1, SIDE, SIDE),
        y_test=mnist.test_labels,
    )


def run_of(recipe: Recipe) -> Outcome:
    losses: list[float] = []
    accuracies = {}
    ends: list[int] = []

    def hear(event: Event) -> None:
        if isinstance(event, Advanced):
            losses.extend(event.losses.tolist())
        elif isinstance(event, Scored) and event.scores.test is not None:
            accuracies[event.batches_done] = event.scores.test.accuracy
        elif isinstance(event, CheckpointTaken):
            ends.append(event.checkpoint.snapshot.updates)

    TensorFlowEngine(mnist_for(recipe)).run(Job(recipe), hear, FreeRun())
    return losses, accuracies[ends[-1]]


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What each script comes to, by its file's name; all in one process, for TensorFlow takes long to import."""
    folder = tmp_path_factory.mktemp("home")
    files = {}
    for name, recipe in RECIPES.items():
        mnist = mnist_for(recipe)
        files[name] = folder / ("mnist.npz" if len(mnist.train_labels) == THERE else "whole.npz")
        if not files[name].exists():
            save_for_keras(files[name], mnist)
    wanted = [(name, way, ".py") for name in RECIPES for way in Way]
    wanted += [("no-seven", way, ".ipynb") for way in Way]
    pairs = []
    for name, way, suffix in wanted:
        path = folder / f"{name}-{way.name}{suffix}"
        said = comments(Run(0, "Run 1", RECIPES[name]))
        path.write_text(script(RECIPES[name], said, way, notebook=suffix == ".ipynb"), "utf-8")
        pairs.append((str(path), str(files[name])))
    process = subprocess.run(
        [sys.executable, "-c", RUN_ALL, json.dumps(pairs)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=GENEROUS_SECONDS,
    )
    assert process.returncode == 0, process.stderr
    found = {}
    for line in process.stdout.splitlines():
        path, losses, printed = json.loads(line)
        found[Path(path).name] = losses, float(ENDING.findall(printed)[-1]) / 100
    return found


@pytest.mark.parametrize("name", RECIPES)
def test_both_scripts_come_to_the_runs_losses_and_accuracy(at_home: dict[str, Outcome], name: str) -> None:
    losses, accuracy = run_of(RECIPES[name])
    files = [file for file in at_home if file.startswith(name)]
    assert len(files) >= len(Way)
    for file in files:
        own_losses, own_accuracy = at_home[file]
        assert len(own_losses) == len(losses)
        np.testing.assert_allclose(own_losses[:FIRST], losses[:FIRST], rtol=0, atol=TOLERANCE, err_msg=file)
        assert own_accuracy == pytest.approx(accuracy, abs=ACCURACY_TOLERANCE), file
