"""What digitpad is compared with: Keras' own fit, the machine's matrix product, bare windows and imports."""

import importlib
import resource
import sys
import time
from collections.abc import Sequence
from typing import Any

HIDDEN = 512
BATCH = 128
TARGET_ACCURACY = 0.97
KERAS_EPOCHS = 5
MATRIX = 2048
MATRIX_PRODUCTS = 20


def peak_megabytes() -> float:
    """Return the most memory this process ever had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def article_model() -> Any:
    """Return the article's network, compiled by Keras as the article does it."""
    return network_of((HIDDEN,))


def network_of(hidden: Sequence[int]) -> Any:
    """Return a network with so many units in its hidden layers, compiled as the article's."""
    import keras

    network = keras.Sequential(
        [
            *(keras.layers.Dense(units, activation="relu") for units in hidden),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def mnist_arrays() -> Any:
    """Return training images and labels, test images and labels: float32 (n, 784) in [0, 1], uint8 (n,)."""
    from digitpad.arrays import PIXELS
    from digitpad.data.mnist import load_data

    (train_images, train_labels), (test_images, test_labels) = load_data()
    train, test = (images.reshape(-1, PIXELS).astype("float32") / 255 for images in (train_images, test_images))
    return train, train_labels, test, test_labels


def keras_fit() -> dict[str, Any]:
    """Time Keras' fit on the article's recipe: seconds an epoch, and to 97 % test accuracy."""
    import keras

    class Clock(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            self.start = time.perf_counter()

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            seconds.append(time.perf_counter() - self.start)

    class UntilTarget(keras.callbacks.Callback):
        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            self.model.stop_training = logs["val_accuracy"] >= TARGET_ACCURACY

    train, train_labels, test, test_labels = mnist_arrays()
    seconds: list[float] = []
    article_model().fit(train, train_labels, epochs=KERAS_EPOCHS, batch_size=BATCH, verbose=0, callbacks=[Clock()])
    start = time.perf_counter()
    article_model().fit(
        train,
        train_labels,
        epochs=20,
        batch_size=BATCH,
        verbose=0,
        validation_data=(test, test_labels),
        callbacks=[UntilTarget()],
    )
    # The first epoch compiles; it is left out here and in the window alike.
    return {"epoch_seconds": seconds[1:], "seconds_to_target": time.perf_counter() - start}


def matrix_product() -> dict[str, Any]:
    """Measure the machine's float32 matrix product, and what an epoch's multiply-adds would take at that rate."""
    import numpy as np

    matrix = np.random.default_rng(0).random((MATRIX, MATRIX), np.float32)
    matrix @ matrix
    rates = []
    for _ in range(MATRIX_PRODUCTS):
        start = time.perf_counter()
        matrix @ matrix
        rates.append(2 * MATRIX**3 / (time.perf_counter() - start))
    # Forward and weight gradient of both layers, and the gradient through the second one.
    multiply_adds = 60_000 * (2 * 784 * HIDDEN + 3 * HIDDEN * 10)
    rate = float(np.median(rates))
    return {"gigaflops": rate / 1e9, "epoch_seconds": 2 * multiply_adds / rate}


def bare_imports() -> dict[str, Any]:
    """Measure the memory that Qt, pyqtgraph, TensorFlow and Keras take before anything is done."""
    for name in ("PySide6.QtWidgets", "pyqtgraph", "tensorflow", "keras"):
        importlib.import_module(name)
    return {"megabytes": peak_megabytes()}


def bare_window() -> dict[str, Any]:
    """Show a window with an empty pyqtgraph plot; say when it was painted."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(pg.PlotWidget())
    window.resize(1180, 780)
    window.show()
    application.processEvents()
    window.grab()
    return {"painted_at": time.time()}
