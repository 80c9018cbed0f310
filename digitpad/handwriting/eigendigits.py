"""Learning what digits look like: each digit's mean and principal components, and where familiarity ends.

NumPy only. ``network/familiarity.py`` says what is done with them; ``scripts/build_ready_network.py`` learns them
from varied images of MNIST and keeps them.
"""

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, WHITE, Images, Labels
from digitpad.handwriting.sheet import pen_widths
from digitpad.network.familiarity import COMPONENTS, Familiarity

FAMILIAR_SHARE = 0.93
"""Share of a digit's varied images, others than those it was learnt from, that shall count as familiar."""

PENS = (2.2, 2.7)
"""Stroke widths, in px, of the images from which the limits are taken: those of a drawing on the canvas."""


def learn_familiarity(images: Images, labels: Labels, others: Images, other_labels: Labels) -> Familiarity:
    """Learn what digits look like from ``images`` (n, 784), uint8, and where familiarity ends from ``others``."""
    means = np.empty((CLASSES, PIXELS), np.float32)
    components = np.empty((CLASSES, COMPONENTS, PIXELS), np.float32)
    for digit in range(CLASSES):
        own = images[labels == digit].astype(np.float64) / WHITE
        means[digit] = own.mean(axis=0)
        # The eigenvectors of the largest eigenvalues come last.
        _, vectors = np.linalg.eigh(np.cov(own, rowvar=False))
        components[digit] = vectors[:, : -COMPONENTS - 1 : -1].T
    learned = Familiarity(means, components, np.ones(CLASSES, np.float32))
    strangeness = learned.strangeness(others.astype(np.float32) / np.float32(WHITE), other_labels)
    pens = pen_widths(others)
    alike = (pens >= PENS[0]) & (pens <= PENS[1])
    limits = [np.quantile(strangeness[alike & (other_labels == d)], FAMILIAR_SHARE) for d in range(CLASSES)]
    return Familiarity(means, components, np.array(limits, np.float32))
