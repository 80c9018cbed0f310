"""What the window feels of files on a school's network drive, on which each file takes seconds to be safe."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFileDialog, QMessageBox

from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import Ticks
from measures.visit import come_to_rest, loaded_window
from measures.waiting import until, wait

FSYNC_SECONDS = 4.0
RUNS = 20
RECIPE = replace(KERAS_RECIPE, optimizer=Optimizer.ADAM)
BATCHES = 2000
"""Of the 2,345 of a run: each can go on, so it has twice its weights beside them."""

ANSWERS = 500
"""Entries of a run's probability history."""

AROUND_MS = 200
"""Before and after what is measured."""


def slow_drive() -> dict[str, float]:
    """Save, open and export beside 20 Adam runs; return the window's longest gap of each, in milliseconds."""
    setattr(os, "fsync", _slow_fsync)  # noqa: B010  # what digitpad.archives.writing calls
    setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)  # noqa: B010  # of what is open
    window = loaded_window()
    rng = np.random.default_rng(0)
    for _ in range(RUNS):
        add_run(window, rng)
    come_to_rest(window)
    session, network, out = window.files, window.network_files, window.exports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            "save_session": _longest_gap(window, "save_as", session.told, folder / "a.digitpad"),
            "open_session": _longest_gap(window, "open", session.told, folder / "a.digitpad"),
            "save_network": _longest_gap(window, "save_network", network.told, folder / "b.npz"),
            "export_csv": _longest_gap(window, "export_run", out.told, folder / "c.csv"),
            "export_png": _longest_gap(window, "export_plot", out.told, folder / "d.png"),
            "export_svg": _longest_gap(window, "export_plot", out.told, folder / "e.svg"),
            "export_keras": _longest_gap(window, "export_keras", out.told, folder / "f.keras"),
        }
        come_to_rest(window)
        window.close()
    return found


def _slow_fsync(_: object) -> None:
    time.sleep(FSYNC_SECONDS)


def add_run(window: MainWindow, rng: np.random.Generator) -> None:
    """Add a stopped Adam run as training would have left it; only its numbers are dice's."""
    runs = window.workspace.runs
    run = runs.new(RECIPE)
    runs.begin(run, untrained(RECIPE))
    losses = 2.3 / np.sqrt(np.arange(1, BATCHES + 1)) + rng.gamma(1, 0.05, BATCHES)
    run.history.extend(losses.astype(np.float32), 4.0)
    run.history.accuracies = [(end, 0.9 + end / 1e5) for end in range(469, BATCHES, 469)]
    run.probabilities.extend(
        np.linspace(1, BATCHES, ANSWERS).astype(np.int64), rng.dirichlet(np.ones(10), ANSWERS).astype(np.float32)
    )
    weights = frozen([rng.normal(0, 0.05, shape).astype(np.float32) for shape in RECIPE.architecture.shapes])
    slots = tuple(
        np.array(rng.random(shape) * 100, dtype)
        for dtype, shape in slot_specs(RECIPE.architecture, RECIPE.optimizer)
    )
    runs.keep(run, Checkpoint(Snapshot(weights, BATCHES, RECIPE.architecture), slots, RECIPE.learning_rate))
    runs.shelve(run)


def _longest_gap(window: MainWindow, command: str, told: SignalInstance, path: Path) -> float:
    """Give a command, answer its dialog with this path, wait for the word that it is done."""

    def chosen(*_: object) -> tuple[str, str]:
        return str(path), ""

    dialogs: list[tuple[str, Callable[..., object]]] = [("getSaveFileName", chosen), ("getOpenFileName", chosen)]
    for name, answer in dialogs:
        setattr(QFileDialog, name, answer)
    ticks = Ticks()
    ticks.start()
    wait(AROUND_MS)
    until(told, window.actions_[command].trigger)
    wait(AROUND_MS)
    return ticks.stop()["longest"]
