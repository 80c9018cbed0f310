"""Trains the recipe for handwriting and judges it on files of drawings, seed after seed."""

import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from digitpad.data.mnist import load_dataset
from digitpad.evaluation_report import evaluate_all
from digitpad.learning.recipe import HANDWRITING_RECIPE
from digitpad.learning.session import TrainingSession

SEEDS = (0, 1, 2)


def recognition(files: list[Path]) -> dict[str, Any]:
    """Return, for each seed, the training seconds and what the answers to each set are worth."""
    dataset = load_dataset()
    runs = []
    for seed in SEEDS:
        start = time.perf_counter()
        session = TrainingSession(replace(HANDWRITING_RECIPE, seed=seed), dataset)
        session.attach()
        while not session.finished:
            session.advance()
        session.detach()
        seconds = time.perf_counter() - start
        sets = {}
        for judged in evaluate_all(session.snapshot(), files):
            found = judged.evaluation
            sets[Path(judged.name).name] = {
                "accuracy": found.accuracy,
                "sure_share": found.sure_share,
                "sure_accuracy": found.sure_accuracy,
                "calibration_error": found.calibration_error,
            }
        runs.append({"seed": seed, "seconds": seconds, "sets": sets})
    return {"runs": runs}


def recognition_table(result: dict[str, Any]) -> str:
    """Return the runs and their mean as a Markdown table."""
    lines = [
        "| drawings | seed | read right | sure (≥ 90 %) | sure and right | calibration error | training |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    figures = ("accuracy", "sure_share", "sure_accuracy", "calibration_error")
    for name in result["runs"][0]["sets"]:
        for run in result["runs"]:
            cells = " | ".join(f"{100 * run['sets'][name][figure]:.2f} %" for figure in figures)
            lines.append(f"| {name} | {run['seed']} | {cells} | {run['seconds']:.0f} s |")
        means = [statistics.mean(run["sets"][name][figure] for run in result["runs"]) for figure in figures]
        seconds = statistics.mean(run["seconds"] for run in result["runs"])
        cells = " | ".join(f"**{100 * mean:.2f} %**" for mean in means)
        lines.append(f"| {name} | mean | {cells} | {seconds:.0f} s |")
    return "\n".join(lines)
