"""The article's recipe, an epoch for each line on standard input: in the window, and by Keras' fit.

All answer with the seconds of the epoch, so that whoever asks can take them in turn. The first one compiles.
"""

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from measures.reference import BATCH, article_model, mnist_arrays, network_of

if TYPE_CHECKING:
    from digitpad.ui.stage.main_window import MainWindow

EPOCHS = 1000
"""More than anybody asks for."""


def window_epochs() -> None:
    """Step an epoch in the window: from the click to the pause after it, drawing and test included."""
    from measures.visit import loaded_window

    _step_epochs(loaded_window())


def weights_epochs() -> None:
    """Do so with the page “Weights” shown, and a digit on the canvas."""
    from digitpad.workspace.inside.insight import Topic
    from measures.inside import SIZE, show_page
    from measures.visit import loaded_window

    window = loaded_window()
    window.resize(*SIZE)
    show_page(window, Topic.WEIGHTS)
    _step_epochs(window)


def closed_epochs() -> None:
    """Do so in the same window with the same digit, but with the view closed: the losses are shown instead."""
    from digitpad.workspace.inside.insight import Topic
    from measures.inside import SIZE, show_page
    from measures.visit import loaded_window

    window = loaded_window()
    window.resize(*SIZE)
    show_page(window, Topic.WEIGHTS)
    window.area.show_view("loss")
    _step_epochs(window)


def _step_epochs(window: "MainWindow") -> None:
    from digitpad.runs.events import Ending
    from digitpad.runs.recipe import KERAS_RECIPE
    from measures.visit import come_to_rest
    from measures.waiting import until_event

    window.workspace.draft.write(replace(KERAS_RECIPE, epochs=EPOCHS))
    while sys.stdin.readline():
        start = time.perf_counter()
        until_event(window, Ending.PAUSED, window.actions_["step_epoch"].trigger)
        seconds = time.perf_counter() - start
        come_to_rest(window)  # the run is written down now, not while the other process is measured
        _answer(seconds)


def keras_epochs() -> None:
    """Let Keras' fit go on for an epoch; it tests nothing."""
    import keras

    class Turns(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            self.model.stop_training = not sys.stdin.readline()
            self.start = time.perf_counter()

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            _answer(time.perf_counter() - self.start)

    images, labels, *_ = mnist_arrays()
    article_model().fit(images, labels, epochs=EPOCHS, batch_size=BATCH, verbose=0, callbacks=[Turns()])


def window_architectures() -> None:
    """Step an epoch in the window, of the network whose hidden layers a line names; its first one compiles."""
    from digitpad.network.architecture import Architecture, HiddenLayer
    from digitpad.runs.events import Ending
    from digitpad.runs.recipe import KERAS_RECIPE
    from measures.visit import come_to_rest, loaded_window
    from measures.waiting import until_event

    window, shown = loaded_window(), None
    while line := sys.stdin.readline():
        hidden = units_of(line)
        if hidden != shown:
            if shown is not None:
                until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
            network, shown = Architecture(tuple(HiddenLayer(units) for units in hidden)), hidden
            window.workspace.draft.write(replace(KERAS_RECIPE, epochs=EPOCHS, architecture=network))
        start = time.perf_counter()
        until_event(window, Ending.PAUSED, window.actions_["step_epoch"].trigger)
        seconds = time.perf_counter() - start
        come_to_rest(window)
        _answer(seconds)


def keras_architectures() -> None:
    """Let Keras' plain fit, without a callback, take an epoch of the network whose hidden layers a line names."""
    images, labels, *_ = mnist_arrays()
    models: dict[tuple[int, ...], Any] = {}
    while line := sys.stdin.readline():
        hidden = units_of(line)
        model = models.setdefault(hidden, network_of(hidden))
        start = time.perf_counter()
        model.fit(images, labels, epochs=1, batch_size=BATCH, verbose=0)
        _answer(time.perf_counter() - start)


def units_of(line: str) -> tuple[int, ...]:
    """Return the units of the hidden layers that a line names: “512 256”; an empty one names none."""
    return tuple(int(units) for units in line.split())


def _answer(seconds: float) -> None:
    print(seconds, flush=True)
