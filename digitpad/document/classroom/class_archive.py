"""The class's digits as the data set that ``keras.datasets`` would give: four plain arrays in an ``.npz`` file."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from digitpad.archives.npz import Array
from digitpad.archives.writing import write_archive
from digitpad.arrays import SIDE
from digitpad.document.classroom.class_pictures import picture_of
from digitpad.document.classroom.class_set import HeldOut
from digitpad.drawing.stroke_lines import LabelledDrawing


def class_arrays(drawings: Sequence[LabelledDrawing], held: HeldOut) -> dict[str, Array]:
    """Return ``x_train``, ``y_train``, ``x_test`` and ``y_test`` as ``keras.datasets.mnist`` has them.

    Images are uint8 (n, 28, 28), 255 for full ink, labels uint8 (n,); what is held out is tested with. Raises
    ValueError for a drawing without a label.
    """
    pictures = [picture_of(entry.drawing) for entry in drawings]
    images = np.array(pictures, np.uint8).reshape(len(drawings), SIDE, SIDE)
    if any(entry.label is None for entry in drawings):
        raise ValueError("a drawing of the class has a label")
    labels = np.array([entry.label for entry in drawings], np.uint8)
    return {
        "x_train": images[held.train],
        "y_train": labels[held.train],
        "x_test": images[held.test],
        "y_test": labels[held.test],
    }


def write_class(path: Path, drawings: Sequence[LabelledDrawing], held: HeldOut) -> None:
    """Write these arrays, wholly or not at all. Raises DataFileError if the disk refuses, and ValueError."""
    write_archive(path, class_arrays(drawings, held))
