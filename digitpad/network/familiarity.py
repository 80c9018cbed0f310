"""Whether a picture looks like the digit that a network takes it for. NumPy only.

Softmax has to choose: it will call a scribble a digit, and be sure of it. So digitpad asks a second question of
ten detectors that may all say no, one for each digit. They share a hidden layer and have learnt
(``handwriting/digit_detectors.py``) from MNIST's images, varied as for learning, and from pictures that are no
digit: "outlier exposure", after Hendrycks, Mazeika and Dietterich, "Deep Anomaly Detection with Outlier Exposure"
(2019). Whatever network answers, they are the same.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from digitpad.archives.npz import ArraySpec, read_archive
from digitpad.archives.writing import write_archive
from digitpad.arrays import CLASSES, PIXELS, Floats, Labels, Mask
from digitpad.errors import DataFileError, Word
from digitpad.resources import asset

UNITS = 768
"""In the hidden layer: a third of them lets three times as many letters pass."""

FILE = "familiarity.npz"
WHAT = Word("familiarity-file")

LARGEST_LOGIT = 80.0
"""Beyond it the exponential overflows."""

_SPECS = {
    "hidden": ArraySpec("float16", (PIXELS, UNITS)),
    "hidden_bias": ArraySpec("float32", (UNITS,)),
    "out": ArraySpec("float32", (UNITS, CLASSES)),
    "out_bias": ArraySpec("float32", (CLASSES,)),
    "limits": ArraySpec("float32", (CLASSES,)),
}


@dataclass(frozen=True)
class Familiarity:
    """What digits look like, all float32.

    ``hidden`` (784, 768), ``hidden_bias`` (768,), then ReLU; ``out`` (768, 10), ``out_bias`` (10,), then a sigmoid
    for each detector. ``limits`` (10,) are each digit's largest strangeness that still counts as familiar.
    """

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats
    limits: Floats

    def strangeness(self, images: Floats, digits: Labels) -> Floats:
        """Return how little each image looks like its digit, float32 (n,), 0 to 1: 1 − what its detector says.

        ``images`` is float32 (n, 784) in [0, 1], ``digits`` integers (n,).
        """
        logits = np.maximum(images @ self.hidden + self.hidden_bias, 0) @ self.out + self.out_bias
        own = np.clip(logits[np.arange(len(images)), digits], -LARGEST_LOGIT, LARGEST_LOGIT)
        return np.asarray(1 / (1 + np.exp(own)), np.float32)

    def is_familiar(self, images: Floats, digits: Labels) -> Mask:
        """Say of each image (n, 784) whether it looks like its digit (n,)."""
        return np.asarray(self.strangeness(images, digits) <= self.limits[digits])


def save_familiarity(path: Path, familiarity: Familiarity) -> None:
    """Write to ``path``, wholly or not at all. Raises DataFileError if the disk refuses."""
    write_archive(path, {name: getattr(familiarity, name).astype(spec.dtype) for name, spec in _SPECS.items()})


@cache
def load_familiarity() -> Familiarity:
    """Return what comes with the program, built by ``scripts/build_ready_network.py``.

    Raises DataFileError if the file is missing or damaged.
    """
    path = asset(FILE)
    arrays = read_archive(path, _SPECS, what=WHAT, max_bytes=PIXELS * UNITS * 2)
    if not all(np.isfinite(array).all() for array in arrays.values()):
        raise DataFileError("familiarity-not-finite", path=path)
    return Familiarity(**{name: arrays[name].astype(np.float32) for name in _SPECS})
