"""Trains the recipe for handwriting, seed after seed; judges it on files of drawings, scribbles and letters."""

import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.cli.evaluation_report import Judged, evaluate_all
from digitpad.cli.training import train
from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.document.reading import glyphs
from digitpad.drawing.strokes import Drawing
from digitpad.engines.protocol import FreeRun, Job
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.network.familiarity import load_familiarity
from digitpad.network.judging import SURE
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced, Event
from digitpad.runs.recipe import HANDWRITING_RECIPE, KERAS_RECIPE, Recipe
from measures.letters import letters
from measures.pairs import grouping_figures, grouping_table
from measures.sampling import Sampling, sampling_lines

SEEDS = (0, 1, 2)
TIMED_EPOCHS = 6
SCRIBBLES = 400
FIGURES = (
    "accuracy",
    "sure_share",
    "sure_accuracy",
    "calibration_error",
    "called_sure_share",
    "called_sure_accuracy",
    "right_called_sure",
)


def recognition(files: list[Path]) -> dict[str, Any]:
    """Return, for each seed, the training seconds and what the answers to each set are worth; and their errors."""
    sampling = Sampling(files)
    dataset = load_dataset()
    no_digits = {"scribbles": [scribble(number) for number in range(SCRIBBLES)], "letters": letters()}
    pictures = {name: glyphs(drawings) for name, drawings in no_digits.items() if drawings}
    runs = []
    for seed in SEEDS:
        start = time.perf_counter()
        _, snapshot = train(TensorFlowEngine(dataset), replace(HANDWRITING_RECIPE, seed=seed), quiet=True)
        seconds = time.perf_counter() - start
        sampling.hear(snapshot)
        sets = {Path(judged.name).name: figures(judged) for judged in evaluate_all(snapshot, files)}
        none = {name: sureness(snapshot, images) for name, images in pictures.items()}
        grouping = {path.name: grouping_figures(path, snapshot) for path in files}
        runs.append({"seed": seed, "seconds": seconds, "sets": sets, "no_digits": none, "grouping": grouping})
    return {"runs": runs, "errors": sampling.errors(), "pace": pace()}


def pace() -> dict[str, float]:
    """Return images a second of the recipe, of the same one on MNIST's own pictures, and of the article's."""
    plain = replace(HANDWRITING_RECIPE, data=TrainingData())
    recipes = {"varied": HANDWRITING_RECIPE, "plain": plain, "article": KERAS_RECIPE}
    return {name: images_per_second(replace(recipe, epochs=TIMED_EPOCHS)) for name, recipe in recipes.items()}


def images_per_second(recipe: Recipe) -> float:
    """Return the pace after the first epoch, which compiles."""
    ends: list[float] = []

    def hear(event: Event) -> None:
        if isinstance(event, Advanced) and event.accuracy is not None:
            ends.append(time.perf_counter())

    TensorFlowEngine(load_dataset()).run(Job(recipe), hear, FreeRun())
    return (len(ends) - 1) * recipe.data.size / (ends[-1] - ends[0])


def figures(judged: Judged) -> dict[str, float]:
    """Return what the table says of a set."""
    found = judged.evaluation
    shares = (found.accuracy, found.sure_share, found.sure_accuracy, found.calibration_error)
    return dict(zip(FIGURES, (*shares, *judged.called_sure, judged.right_called_sure), strict=True))


def sureness(snapshot: Snapshot, images: Any) -> dict[str, float]:
    """Return the shares of pictures whose answer has 90 % or more, and of those called sure; and their count."""
    probabilities = snapshot.probabilities(images)
    sure = probabilities.max(axis=1) >= SURE
    familiar = load_familiarity().is_familiar(images, probabilities.argmax(axis=1))
    called = float((sure & familiar).mean())
    return {"sure_share": float(sure.mean()), "called_sure_share": called, "count": len(images)}


def scribble(number: int) -> Drawing:
    """Return one to three smooth random strokes: what a hand draws that thinks of no digit."""
    rng = np.random.default_rng(number)
    strokes = []
    for _ in range(rng.integers(1, 4)):
        speed = np.cumsum(rng.normal(0, 1, (rng.integers(25, 70), 2)), axis=0)
        path = np.cumsum(speed, axis=0)
        path -= path.mean(axis=0)
        strokes.append(path / np.abs(path).max() * rng.uniform(0.5, 1) + rng.normal(0, 0.3, 2))
    return Drawing.of(strokes)


def recognition_table(result: dict[str, Any]) -> str:
    """Return the runs and their mean as a Markdown table."""
    runs = result["runs"]
    lines = [
        "| drawings | seed | read right | ≥ 90 % | … right | ECE | called sure | … right | of right | seconds |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name in runs[0]["sets"]:
        for run in runs:
            cells = " | ".join(f"{100 * run['sets'][name][figure]:.2f} %" for figure in FIGURES)
            lines.append(f"| {name} | {run['seed']} | {cells} | {run['seconds']:.0f} |")
        means = [statistics.mean(run["sets"][name][figure] for run in runs) for figure in FIGURES]
        seconds = statistics.mean(run["seconds"] for run in runs)
        cells = " | ".join(f"**{100 * mean:.2f} %**" for mean in means)
        lines.append(f"| {name} | mean | {cells} | {seconds:.0f} |")
    lines += ["", *sampling_lines(result["errors"])]
    for name, figures_of_one in runs[0]["no_digits"].items():
        sure, called = (
            statistics.mean(run["no_digits"][name][figure] for run in runs)
            for figure in ("sure_share", "called_sure_share")
        )
        lines.append(
            f"{figures_of_one['count']} {name}: {100 * sure:.1f} % answered with 90 % or more, "
            f"{100 * called:.1f} % called sure."
        )
    varied, plain, article = (result["pace"][name] for name in ("varied", "plain", "article"))
    lines.append(
        f"{varied:,.0f} images/s: {varied / plain:.2f} × the same recipe's without variation, "
        f"{varied / article:.2f} × the article's."
    )
    lines.append(f"\n{grouping_table(runs)}")
    return "\n".join(lines)
