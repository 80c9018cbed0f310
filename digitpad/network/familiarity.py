"""Whether a picture looks like the digit that a network takes it for. NumPy only.

Softmax has to choose: it will call a scribble a digit, and be sure of it. So digitpad asks a second question: how
much of the picture can be made of the ways in which that digit is written? These are the mean and the principal
components of MNIST's images of the digit, varied as for learning (``handwriting/eigendigits.py`` learns them):
"eigendigits", after Turk and Pentland, "Eigenfaces for Recognition" (1991).
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

COMPONENTS = 15
"""Ways of writing for each digit: fewer know too little of a digit, more can make up a scribble as well."""

FILE = "familiarity.npz"
WHAT = Word("familiarity-file")

_SPECS = {
    "means": ArraySpec("float16", (CLASSES, PIXELS)),
    "components": ArraySpec("float16", (CLASSES, COMPONENTS, PIXELS)),
    "limits": ArraySpec("float32", (CLASSES,)),
}


@dataclass(frozen=True)
class Familiarity:
    """What digits look like: ``means`` float32 (10, 784), ``components`` float32 (10, 15, 784), orthonormal.

    ``limits`` float32 (10,) are each digit's largest strangeness that still counts as familiar.
    """

    means: Floats
    components: Floats
    limits: Floats

    def strangeness(self, images: Floats, digits: Labels) -> Floats:
        """Return how much of each image cannot be made of its digit's ways of writing, float32 (n,), 0 to 1.

        ``images`` is float32 (n, 784) in [0, 1], ``digits`` integers (n,). It is the length of what is left
        over as a share of the image's own length; 1 for blank paper.
        """
        found = np.ones(len(images), np.float32)
        for digit in np.unique(digits):
            which = digits == digit
            centred = images[which] - self.means[digit]
            made = centred @ self.components[digit].T
            left = np.maximum((centred**2).sum(axis=1) - (made**2).sum(axis=1), 0)
            length = np.maximum((images[which] ** 2).sum(axis=1), 1e-12)
            found[which] = np.minimum(np.sqrt(left / length), 1)
        return found

    def is_familiar(self, images: Floats, digits: Labels) -> Mask:
        """Say of each image (n, 784) whether it looks like its digit (n,)."""
        return np.asarray(self.strangeness(images, digits) <= self.limits[digits])


def save_familiarity(path: Path, familiarity: Familiarity) -> None:
    """Write to ``path``, wholly or not at all. Raises DataFileError if the disk refuses."""
    write_archive(
        path,
        {
            "means": familiarity.means.astype(np.float16),
            "components": familiarity.components.astype(np.float16),
            "limits": familiarity.limits,
        },
    )


@cache
def load_familiarity() -> Familiarity:
    """Return what comes with the program, built by ``scripts/build_ready_network.py``.

    Raises DataFileError if the file is missing or damaged.
    """
    path = asset(FILE)
    arrays = read_archive(path, _SPECS, what=WHAT, max_bytes=CLASSES * COMPONENTS * PIXELS * 2)
    if not all(np.isfinite(array).all() for array in arrays.values()):
        raise DataFileError("familiarity-not-finite", path=path)
    means, components = (arrays[name].astype(np.float32) for name in ("means", "components"))
    return Familiarity(means, components, arrays["limits"].astype(np.float32))
