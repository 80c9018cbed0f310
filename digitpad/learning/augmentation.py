"""Random distortions of MNIST images, so that the network meets more writers than MNIST has.

NumPy only. A small group of images shares one distortion: the images lie side by side, pixel
by pixel, and moving a pixel is then copying one contiguous row. NumPy releases the GIL while
it does so, which lets a thread prepare the next epoch while the network trains.

Idea after Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks
Applied to Visual Document Analysis" (2003).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIDE = 28  # px
CENTRE = 14.0  # px: where MNIST puts the centre of mass, as a 0-based index
GROUP = 32  # images that share a distortion: enough to be fast, few enough to vary in a batch
LIMIT = 3.0  # no distortion is drawn further than so many standard deviations out

Images = NDArray[np.uint8]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Distortion:
    """How strongly writers differ; all but `narrowing` are standard deviations.

    `narrowing` is the largest logarithm by which half of the groups are squeezed in x, as MNIST has few narrow
    digits but 1.
    """

    rotation: float = 6.0  # degrees
    scale: float = 0.075  # natural logarithm, x and y apart
    narrowing: float = 0.3  # natural logarithm
    shear: float = 0.125  # px in x for each px in y
    elastic: float = 0.7  # px
    elastic_reach: float = 4.0  # px: standard deviation of the Gaussian that smooths the field


class Augmentation:
    """Distorts whole epochs of images; the same (seed, epoch, group) gives the same pictures."""

    def __init__(self, seed: int, distortion: Distortion | None = None) -> None:
        self._seed = seed
        self._distortion = distortion or Distortion()
        self._smoothing = _gaussian(self._distortion.elastic_reach)

    def augment(self, images: Images, epoch: int) -> Images:
        """Return distorted copies of `images` (n, 784), uint8, in the same order.

        Neighbours share a distortion: shuffle first.
        """
        if images.ndim != 2 or images.shape[1] != SIDE * SIDE or images.dtype != np.uint8:
            raise ValueError(f"images must be uint8 (n, 784), not {images.dtype} {images.shape}")
        distorted = np.empty_like(images)
        for group, where in enumerate(_groups(len(images))):
            rng = np.random.default_rng((self._seed, epoch, group))
            y, x = self._source_points(rng)
            pixels = np.ascontiguousarray(images[where].T).astype(np.float32)
            distorted[where] = np.rint(_sample(pixels, y, x)).T
        return distorted

    def _source_points(self, rng: np.random.Generator) -> tuple[Floats, Floats]:
        """Return for each of the 784 pixels the point (y, x), in px, that its ink comes from."""
        strength = self._distortion
        y, x = np.mgrid[:SIDE, :SIDE].astype(np.float32) - np.float32(CENTRE)
        affine = self._affine(rng)
        noise = rng.standard_normal((2, SIDE, SIDE), dtype=np.float32)
        elastic = strength.elastic * (self._smoothing @ noise @ self._smoothing.T)
        source_y = affine[0, 0] * y + affine[0, 1] * x + elastic[0] + CENTRE
        source_x = affine[1, 0] * y + affine[1, 1] * x + elastic[1] + CENTRE
        return source_y.ravel().astype(np.float32), source_x.ravel().astype(np.float32)

    def _affine(self, rng: np.random.Generator) -> NDArray[np.float64]:
        """Return the (2, 2) matrix of a rotation, a shear and a scale that acts on (y, x)."""
        strength = self._distortion
        angle = np.deg2rad(_normal(rng, strength.rotation))
        cos, sin = np.cos(angle), np.sin(angle)
        rotation = np.array([[cos, -sin], [sin, cos]])
        shear = np.array([[1.0, 0.0], [_normal(rng, strength.shear), 1.0]])
        narrowing = rng.uniform(0, strength.narrowing) if rng.random() < 0.5 else 0.0
        scale = np.exp([_normal(rng, strength.scale), _normal(rng, strength.scale) + narrowing])
        return np.asarray(rotation @ shear @ np.diag(scale))


def _groups(count: int) -> Iterator[slice]:
    return (slice(start, start + GROUP) for start in range(0, count, GROUP))


def _normal(rng: np.random.Generator, deviation: float) -> float:
    return deviation * float(np.clip(rng.standard_normal(), -LIMIT, LIMIT))


def _gaussian(deviation: float) -> Floats:
    """Return a (28, 28) matrix that smooths unit noise along one axis and keeps its variance 1."""
    i = np.arange(SIDE)
    weights = np.exp(-0.5 * ((i[:, None] - i) / deviation) ** 2)
    weights /= np.sqrt((weights**2).sum(axis=1, keepdims=True))
    return weights.astype(np.float32)


def _sample(pixels: Floats, y: Floats, x: Floats) -> Floats:
    """Read `pixels` (784, n) at the 784 points (y, x) in px, bilinearly; outside is the border."""
    last = SIDE - 1.001
    y, x = np.clip(y, 0, last), np.clip(x, 0, last)
    row, column = y.astype(np.intp), x.astype(np.intp)
    below, right = (y - row)[:, None], (x - column)[:, None]
    corner = row * SIDE + column
    upper = _blend(pixels, corner, corner + 1, right)
    lower = _blend(pixels, corner + SIDE, corner + SIDE + 1, right)
    lower -= upper
    lower *= below
    upper += lower
    return upper


def _blend(pixels: Floats, left: NDArray[np.intp], right: NDArray[np.intp], weight: Floats) -> Floats:
    start = pixels.take(left, axis=0)
    step = pixels.take(right, axis=0)
    step -= start
    step *= weight
    start += step
    return start
