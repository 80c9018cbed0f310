"""MNIST: 60,000 + 10,000 handwritten digits of 28×28 grey pixels, from ``assets/mnist.npz``.

By Yann LeCun, Corinna Cortes and Christopher J. C. Burges; CC BY-SA 3.0. The file has Keras' four keys and
is built by ``scripts/build_mnist.py``; nothing is ever downloaded.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from digitpad.archives.npz import ArraySpec, read_archive
from digitpad.archives.reading import open_regular
from digitpad.arrays import PIXELS, SIDE, Images, Labels
from digitpad.errors import DataFileError, Word
from digitpad.resources import asset

SHA256 = "ee068f36682cba7f38bafdedc77b0f873ebbcf877036f7ebde566966146ac146"

_SPECS = {
    "x_train": ArraySpec("uint8", (60_000, SIDE, SIDE)),
    "y_train": ArraySpec("uint8", (60_000,)),
    "x_test": ArraySpec("uint8", (10_000, SIDE, SIDE)),
    "y_test": ArraySpec("uint8", (10_000,)),
}


@dataclass(frozen=True)
class Dataset:
    """Pictures with their answers, to train on and to test with.

    Images are uint8 of shape (n, 784), 0 for paper and 255 for full ink; labels uint8 of shape (n,).
    They stay bytes in memory: as float32 they would be four times as large.
    """

    train_images: Images
    train_labels: Labels
    test_images: Images
    test_labels: Labels


def load_data(path: Path | None = None) -> tuple[tuple[Images, Labels], tuple[Images, Labels]]:
    """Return ``(train_images, train_labels), (test_images, test_labels)`` as ``keras.datasets.mnist`` does.

    Images are uint8 of shape (n, 28, 28), labels uint8 of shape (n,). Raises DataFileError if the file is
    missing or is not the MNIST that digitpad ships.
    """
    path = asset("mnist.npz") if path is None else path
    _check_sum(path)
    arrays = read_archive(path, _SPECS, what=Word("mnist-file"), max_bytes=60_000 * PIXELS)
    train_images, train_labels, test_images, test_labels = (
        arrays[name].view(np.uint8) for name in ("x_train", "y_train", "x_test", "y_test")
    )
    return (train_images, train_labels), (test_images, test_labels)


@cache
def load_dataset() -> Dataset:
    """Return MNIST flattened to rows of 784 pixels; read and checked once in a process."""
    (train_images, train_labels), (test_images, test_labels) = load_data()
    return Dataset(train_images.reshape(-1, PIXELS), train_labels, test_images.reshape(-1, PIXELS), test_labels)


def _check_sum(path: Path) -> None:
    try:
        with open_regular(path) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataFileError("mnist-unreadable", path=path, reason=str(error.strerror or error)) from error
    if digest != SHA256:
        raise DataFileError("mnist-changed", path=path)
