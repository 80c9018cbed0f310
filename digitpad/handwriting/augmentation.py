"""Random distortions of MNIST images, so that the network meets more writers than MNIST has.

NumPy only. A small group of images shares one distortion: the images lie side by side, pixel
by pixel, and moving a pixel is then copying one contiguous row. NumPy releases the GIL while
it does so, which lets a thread prepare the next epoch while the network trains.

Idea after Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks
Applied to Visual Document Analysis" (2003).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digitpad.arrays import CENTRE, SIDE, Floats, Images

GROUP = 32  # images that share a distortion: enough to be fast, few enough to vary in a batch
LIMIT = 3.0  # no distortion is drawn further than so many standard deviations out
HALF_HEIGHT = 10.0  # px: the ink is 20 px tall or wide
SHARES = 128  # steps between two pixels that are told apart; times 255 still fits 16 bits

Shorts = NDArray[np.int16]

Y, X = np.mgrid[:SIDE, :SIDE].astype(np.float32) - np.float32(CENTRE)
"""Each pixel's place seen from the centre, (28, 28), in px."""

BULGE = 1 - (Y / HALF_HEIGHT) ** 2
"""How far the mid-line's shift moves each pixel: wholly in the middle, not at all at the ink's top and bottom."""


@dataclass(frozen=True)
class Distortion:
    """How strongly writers differ; all but `narrowing` are standard deviations.

    `narrowing` is the largest logarithm by which half of the groups are squeezed in x, as MNIST has few narrow
    digits but 1. `midline` moves the middle of the digit up or down and leaves top and bottom where they are:
    small head and large belly, or the other way round.
    """

    rotation: float = 5.0  # degrees
    scale: float = 0.06  # natural logarithm, x and y apart
    narrowing: float = 0.25  # natural logarithm
    shear: float = 0.1  # px in x for each px in y
    midline: float = 1.2  # px
    elastic: float = 0.55  # px
    elastic_reach: float = 4.0  # px: standard deviation of the Gaussian that smooths the field


class Augmentation:
    """Distorts whole epochs of images; the same (seed, epoch, group) gives the same pictures."""

    def __init__(self, seed: int, distortion: Distortion | None = None) -> None:
        self._seed = seed
        self._distortion = distortion or Distortion()
        self._smoothing = _gaussian(self._distortion.elastic_reach)

    def augment(self, images: Images, epoch: int) -> Images:
        """Return distorted copies of `images` (n, 784), uint8, in the same order.

        Neighbours share a distortion: shuffle first. Raises ValueError for other images.
        """
        if images.ndim != 2 or images.shape[1] != SIDE * SIDE or images.dtype != np.uint8:
            raise ValueError(f"images must be uint8 (n, 784), not {images.dtype} {images.shape}")
        distorted = np.empty_like(images)
        for group, where in enumerate(_groups(len(images))):
            rng = np.random.default_rng((self._seed, epoch, group))
            y, x = self._source_points(rng)
            pixels = images[where].T.astype(np.int16, order="C")
            distorted[where] = _sample(pixels, y, x).T
        return distorted

    def _source_points(self, rng: np.random.Generator) -> tuple[Floats, Floats]:
        """Return for each of the 784 pixels the point (y, x), in px, that its ink comes from."""
        strength = self._distortion
        turn, slant, tall, wide, midline = np.clip(rng.standard_normal(5), -LIMIT, LIMIT).tolist()
        narrowing = rng.uniform(0, strength.narrowing) if rng.random() < 0.5 else 0.0
        (yy, yx), (xy, xx) = self._affine(turn, slant, tall, wide, narrowing)
        noise = rng.standard_normal((2, SIDE, SIDE), dtype=np.float32)
        elastic = strength.elastic * (self._smoothing @ noise @ self._smoothing.T)
        y = Y + strength.midline * midline * BULGE
        return (yy * y + yx * X + elastic[0] + CENTRE).ravel(), (xy * y + xx * X + elastic[1] + CENTRE).ravel()

    def _affine(
        self, turn: float, slant: float, tall: float, wide: float, narrowing: float
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the matrix of a rotation times a shear times a scale, which acts on (y, x).

        The arguments are standard deviations, but for ``narrowing``, a logarithm.
        """
        strength = self._distortion
        angle, shear = math.radians(strength.rotation * turn), strength.shear * slant
        cos, sin = math.cos(angle), math.sin(angle)
        scale_y, scale_x = math.exp(strength.scale * tall), math.exp(strength.scale * wide + narrowing)
        return (
            ((cos - sin * shear) * scale_y, -sin * scale_x),
            ((sin + cos * shear) * scale_y, cos * scale_x),
        )


def _groups(count: int) -> Iterator[slice]:
    return (slice(start, start + GROUP) for start in range(0, count, GROUP))


def _gaussian(deviation: float) -> Floats:
    """Return a (28, 28) matrix that smooths unit noise along one axis and keeps its variance 1."""
    i = np.arange(SIDE)
    weights = np.exp(-0.5 * ((i[:, None] - i) / deviation) ** 2)
    weights /= np.sqrt((weights**2).sum(axis=1, keepdims=True))
    return weights.astype(np.float32)


def _sample(pixels: Shorts, y: Floats, x: Floats) -> Shorts:
    """Read `pixels` (784, n) at the 784 points (y, x) in px, bilinearly; outside is the border.

    Whole numbers of 16 bits: half the memory to move, and so twice the pace, of float32.
    """
    last = SIDE - 1.001
    y, x = np.clip(y, 0, last), np.clip(x, 0, last)
    row, column = y.astype(np.intp), x.astype(np.intp)
    below, right = _shares(y - row), _shares(x - column)
    corner = row * SIDE + column
    upper = _blend(pixels.take(corner, axis=0), pixels.take(corner + 1, axis=0), right)
    lower = _blend(pixels.take(corner + SIDE, axis=0), pixels.take(corner + SIDE + 1, axis=0), right)
    return _blend(upper, lower, below)


def _shares(parts: Floats) -> Shorts:
    """Return parts of a pixel (n,) as numbers from 0 to SHARES, (n, 1)."""
    return np.rint(parts * SHARES).astype(np.int16)[:, None]


def _blend(start: Shorts, end: Shorts, share: Shorts) -> Shorts:
    """Go from `start` towards `end` by `share` / SHARES; both arrays are used up."""
    end -= start
    end *= share
    end //= SHARES
    start += end
    return start
