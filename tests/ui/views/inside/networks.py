"""Networks of any layers, made up at random, to look inside."""

import numpy as np

from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow


def network(*layers: tuple[int, Activation], scale: float = 2.5) -> Snapshot:
    """Return a network with biases, whose logits grow with ``scale``."""
    generator = np.random.default_rng(0)
    architecture = Architecture(tuple(HiddenLayer(units, kind) for units, kind in layers))
    scales = [0.3 if len(shape) == 1 else scale / np.sqrt(shape[0]) for shape in architecture.shapes]
    weights = [generator.normal(0, scale, shape) for scale, shape in zip(scales, architecture.shapes, strict=True)]
    return Snapshot(frozen(weights), 0, architecture)


def take(window: MainWindow, snapshot: Snapshot) -> None:
    """Let a network answer."""
    window.workspace.network.take(SavedNetwork(snapshot, Recipe(architecture=snapshot.architecture)), "made up")
