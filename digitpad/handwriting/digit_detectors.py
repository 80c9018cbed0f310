"""Learning what digits look like: a detector for each, and where familiarity ends.

NumPy only. ``network/familiarity.py`` says what is done with them; ``scripts/build_ready_network.py`` learns them
from varied images of MNIST, and from pictures that are no digit, and keeps them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, WHITE, Floats, Images, Labels
from digitpad.handwriting.augmentation import Augmentation
from digitpad.handwriting.sheet import pen_widths
from digitpad.network.familiarity import LARGEST_LOGIT, UNITS, Familiarity

FAMILIAR_SHARE = 0.61
"""Share of a digit's varied images, others than those it was learnt from, that shall count as familiar."""

PENS = (2.2, 2.7)
"""Stroke widths, in px, of the images from which the limits are taken: those of a drawing on the canvas."""

EPOCHS = 18
"""Of varied images, and as often all pictures that are no digit, distorted anew."""

BATCH = 256
RATE = 3e-3
"""Adam's learning rate; it falls to 0 along half a cosine."""

DECAY = 0.01
"""Of the weights, with each update, in learning rates: what a detector need not know, it forgets."""

MEAN_SHARES, EPSILON = (0.9, 0.999), 1e-7
"""Adam's: how much of its two means an update keeps, and what it adds to the divisor."""


def learn_familiarity(
    epochs: Sequence[tuple[Images, Labels]],
    no_digits: Images,
    others: Images,
    other_labels: Labels,
    passes: int = EPOCHS,
) -> Familiarity:
    """Learn what digits look like from epochs of images in turn, and from pictures of none, all uint8 (n, 784).

    It takes ``passes`` epochs, from the first one again after the last. Where familiarity ends follows from
    ``others``.
    """
    hidden, hidden_bias, out, out_bias = _trained(epochs, no_digits, passes)
    learned = Familiarity(hidden, hidden_bias, out, out_bias, np.ones(CLASSES, np.float32))
    strangeness = learned.strangeness(others.astype(np.float32) / np.float32(WHITE), other_labels)
    pens = pen_widths(others)
    alike = (pens >= PENS[0]) & (pens <= PENS[1])
    limits = [np.quantile(strangeness[alike & (other_labels == d)], FAMILIAR_SHARE) for d in range(CLASSES)]
    return replace(learned, limits=np.array(limits, np.float32))


def _trained(epochs: Sequence[tuple[Images, Labels]], no_digits: Images, passes: int) -> list[Floats]:
    """Return weights and biases of both layers, trained by Adam; each detector says yes to its digit alone."""
    rng = np.random.default_rng(0)
    weights = [
        rng.normal(0, np.sqrt(2 / PIXELS), (PIXELS, UNITS)).astype(np.float32),
        np.zeros(UNITS, np.float32),
        rng.normal(0, np.sqrt(1 / UNITS), (UNITS, CLASSES)).astype(np.float32),
        np.zeros(CLASSES, np.float32),
    ]
    means, squares = ([np.zeros_like(array) for array in weights] for _ in range(2))
    steps = passes * ((len(epochs[0][0]) + len(no_digits)) // BATCH)
    for step, (images, wanted) in enumerate(_batches(epochs, no_digits, passes, rng), 1):
        rate = RATE * (1 + np.cos(np.pi * step / steps)) / 2
        # Adam's means begin at 0, and are too small at first.
        growth = np.sqrt(1 - MEAN_SHARES[1] ** step) / (1 - MEAN_SHARES[0] ** step)
        slopes = _slopes(weights, images, wanted)
        for array, slope, mean, square in zip(weights, slopes, means, squares, strict=True):
            mean += (1 - MEAN_SHARES[0]) * (slope - mean)
            square += (1 - MEAN_SHARES[1]) * (slope**2 - square)
            array -= float(rate * growth) * mean / (np.sqrt(square) + EPSILON) + float(rate * DECAY) * array
    return weights


def _batches(
    epochs: Sequence[tuple[Images, Labels]], no_digits: Images, passes: int, rng: np.random.Generator
) -> Iterator[tuple[Floats, Floats]]:
    """Yield images float32 (256, 784) and for each what the ten detectors shall say, float32 (256, 10)."""
    augmentation = Augmentation(seed=1)
    for epoch in range(passes):
        digits, labels = epochs[epoch % len(epochs)]
        none = augmentation.augment(no_digits[rng.permutation(len(no_digits))], epoch)
        images = np.concatenate([digits, none])
        wanted = np.zeros((len(images), CLASSES), np.float32)
        wanted[np.arange(len(digits)), labels] = 1
        order = rng.permutation(len(images))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[start : start + BATCH]
            yield images[chosen].astype(np.float32) / np.float32(WHITE), wanted[chosen]


def _slopes(weights: list[Floats], images: Floats, wanted: Floats) -> list[Floats]:
    """Return the slopes of the mean binary crossentropy over batch and detectors, as ``weights`` are ordered."""
    hidden, hidden_bias, out, out_bias = weights
    lit = np.maximum(images @ hidden + hidden_bias, 0)
    said = 1 / (1 + np.exp(-np.clip(lit @ out + out_bias, -LARGEST_LOGIT, LARGEST_LOGIT)))
    of_logits = (said - wanted) / np.float32(wanted.size)
    of_lit = (of_logits @ out.T) * (lit > 0)
    return [images.T @ of_lit, of_lit.sum(axis=0), lit.T @ of_logits, of_logits.sum(axis=0)]
