"""The article's recipe, an epoch for each line on standard input: in the window, and by Keras' fit.

Both answer with the seconds of the epoch, so that whoever asks can take them in turn. The first one compiles.
"""

import sys
import time
from dataclasses import replace
from typing import Any

from measures.reference import BATCH, article_model, mnist_arrays

EPOCHS = 1000
"""More than anybody asks for."""


def window_epochs() -> None:
    """Step an epoch in the window: from the click to the pause after it, drawing and test included."""
    from digitpad.runs.events import Ending
    from digitpad.runs.recipe import KERAS_RECIPE
    from measures.visit import come_to_rest, loaded_window
    from measures.waiting import until_event

    window = loaded_window()
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


def _answer(seconds: float) -> None:
    print(seconds, flush=True)
