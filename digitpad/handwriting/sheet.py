"""MNIST images laid on larger sheets of paper, to draw on with their own pens, and taken back to 28×28.

NumPy only, many images at a time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digitpad.arrays import CENTRE, INK_SIDE, SIDE, Floats, Images, Mask, Places
from digitpad.handwriting.pens.skeleton import Rows, packed

PAPER = 48  # px: the sheet's side; the image lies in its middle, and what is drawn on it reaches 10 px further
OFFSET = (PAPER - SIDE) // 2
MIDDLE = slice(OFFSET, OFFSET + SIDE)
INK = 100  # grey level from which a pixel counts as ink, so that a faint rim does not
RIM = 40  # the same where the ink's box is measured to scale it
PEN_WIDTHS = (1.3, 4.0)  # px
CURVE_STEPS = 5  # straight lines in a curve
PIXEL = np.arange(PAPER, dtype=np.float32)
TARGET = np.arange(SIDE, dtype=np.float32)

Reals = NDArray[np.floating]


@dataclass(frozen=True)
class Sheet:
    """Images (n, 48, 48), float32 in [0, 255], with what is needed to draw on them.

    `top`, `bottom`, `left`, `right` bound the ink (first and last pixel index), `pen` is the stroke width in
    px; all (n,). The images are drawn on in place.
    """

    images: Floats
    top: Floats
    bottom: Floats
    left: Floats
    right: Floats
    pen: Floats

    @classmethod
    def of(cls, images: Images) -> "Sheet":
        """Lay images (n, 784) on sheets of their own."""
        pictures = images.reshape(-1, SIDE, SIDE).astype(np.float32)
        sheets = np.pad(pictures, ((0, 0), (OFFSET, OFFSET), (OFFSET, OFFSET)))
        return cls(sheets, *_ink_box(sheets, INK), pen_widths(images))

    @property
    def height(self) -> Floats:
        """How tall the ink is, in px, (n,)."""
        return self.bottom - self.top

    @property
    def ink(self) -> Mask:
        """Where there is ink, (n, 48, 48)."""
        return np.asarray(self.images > INK)

    def rows_between(self, low: float, high: float) -> Mask:
        """Mark the rows (n, 48) whose depth is between two shares of the ink's height."""
        depth = (PIXEL - self.top[:, None]) / np.maximum(self.height, 1)[:, None]
        return np.asarray((depth >= low) & (depth <= high))

    def ink_x(self, y: Floats) -> Floats:
        """Return the mean x (n,) of the ink around the rows `y` (n,)."""
        weights = np.exp(-0.5 * (PIXEL - y[:, None]) ** 2)
        ink = np.einsum("nyx,ny->nx", self.images, weights)
        return np.asarray(ink @ PIXEL / np.maximum(ink.sum(axis=1), 1e-6), np.float32)

    def line(self, start: Floats, end: Floats, chosen: Mask | None = None) -> None:
        """Draw a round-ended line from `start` to `end`, (n, 2) as (y, x), on `chosen` images."""
        which = slice(None) if chosen is None else chosen
        start, way, pen = start[which], (end - start)[which], self.pen[which]
        y = PIXEL[None, :, None] - start[:, 0, None, None]
        x = PIXEL[None, None, :] - start[:, 1, None, None]
        way_y, way_x = way[:, 0, None, None], way[:, 1, None, None]
        length = np.maximum(way_y**2 + way_x**2, 1e-6)
        along = y * (way_y / length) + x * (way_x / length)
        np.clip(along, 0, 1, out=along)
        distance = np.hypot(y - along * way_y, x - along * way_x)
        ink = 255 * np.clip(pen[:, None, None] / 2 - distance + 0.5, 0, 1)
        self.images[which] = np.maximum(self.images[which], ink)

    def curve(self, start: Floats, bend: Floats, end: Floats, chosen: Mask | None = None) -> None:
        """Draw a quadratic Bézier curve with the control point `bend`; arguments as for `line`."""
        before = start
        for step in range(1, CURVE_STEPS + 1):
            t = np.float32(step / CURVE_STEPS)
            point = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
            self.line(before, point, chosen)
            before = point

    def trace(self, path: Floats, chosen: Places) -> None:
        """Draw through the points of ``path`` (k, steps, 2), at most 1 px apart, on k ``chosen`` sheets."""
        down, across = (PIXEL - path[:, :, :1]) ** 2, (PIXEL - path[:, :, 1:]) ** 2
        nearest = np.full((len(path), PAPER, PAPER), np.inf, np.float32)
        for step in range(path.shape[1]):
            np.minimum(nearest, down[:, step, :, None] + across[:, step, None, :], out=nearest)
        ink = 255 * np.clip(self.pen[chosen][:, None, None] / 2 - np.sqrt(nearest) + 0.5, 0, 1)
        self.images[chosen] = np.maximum(self.images[chosen], ink)

    def rub_out(self, places: Reals | Places, radius: Reals, chosen: Mask) -> None:
        """Take the ink away around ``places`` (n, 2), as far as ``radius`` (n,) px, on the ``chosen`` sheets."""
        y, x = ((PIXEL - places[chosen, axis, None].astype(np.float32)) ** 2 for axis in (0, 1))
        distance = np.sqrt(y[:, :, None] + x[:, None, :])
        edge = radius[chosen].astype(np.float32)[:, None, None] - 0.5
        self.images[chosen] *= np.clip(distance - edge, 0, 1)

    def rows(self) -> Rows:
        """Return the ink of the sheets' middle, where the images were laid, as rows (n, 28)."""
        return packed(self.images[:, MIDDLE, MIDDLE] > INK)

    def erase(self, where: Mask, chosen: Mask) -> None:
        """Take the ink away at the pixels `where` (n, 48, 48) of the `chosen` (n,) images."""
        self.images[where & chosen[:, None, None]] = 0

    def fitted(self) -> Images:
        """Return the sheets as MNIST was made, uint8 (n, 784).

        Tight box, padded to a square, area average to 20×20, brightest to 255, centre of mass on 14.0 by a
        whole-pixel shift.
        """
        images = self.images
        top, bottom, left, right = _ink_box(images, RIM)
        square = np.maximum(bottom - top, right - left) + 1
        mass = np.maximum(images.sum(axis=(1, 2)), 1e-6)
        y, x = images.sum(axis=2) @ PIXEL / mass, images.sum(axis=1) @ PIXEL / mass
        shrink_y = _area_average(top, bottom, square, y)
        shrink_x = _area_average(left, right, square, x)
        fitted = shrink_y @ images @ shrink_x.transpose(0, 2, 1)
        fitted *= 255 / np.maximum(fitted.max(axis=(1, 2), keepdims=True), 1e-6)
        return np.rint(fitted).astype(np.uint8).reshape(-1, SIDE * SIDE)


def pen_widths(images: Images) -> Floats:
    """Estimate the stroke width, float32 (n,) in px, of images (n, 784): 2.5 × ink ÷ outline, within bounds."""
    pictures = images.reshape(-1, SIDE, SIDE).astype(np.float32)
    outline = np.abs(np.diff(pictures, axis=1)).sum(axis=(1, 2))
    outline += np.abs(np.diff(pictures, axis=2)).sum(axis=(1, 2))
    width = 2.5 * pictures.sum(axis=(1, 2)) / np.maximum(outline, 1e-6)
    return np.asarray(np.clip(width, *PEN_WIDTHS), np.float32)


def points(y: Reals | Places, x: Reals | Places) -> Floats:
    """Return (n, 2), float32, from n rows and n columns in px."""
    return np.stack([y, x], axis=1).astype(np.float32)


def first_marked(marked: Mask) -> Places:
    """Return the first marked index (n,) along the second axis of (n, m), 0 where there is none."""
    return np.asarray(marked.argmax(axis=1))


def last_marked(marked: Mask) -> Places:
    """Return the last marked index (n,) along the second axis of (n, m), m - 1 where there is none."""
    return np.asarray(marked.shape[1] - 1 - marked[:, ::-1].argmax(axis=1))


def _area_average(first: Floats, last: Floats, square: Floats, mass: Reals) -> Floats:
    """Return (n, 28, 48): how much of sheet pixel [., ., j] is averaged into target [., i, .].

    `first` and `last` bound the ink, `square` is the padded box's side, `mass` the centre of mass as a pixel
    index; all (n,), in px of the sheet.
    """
    scale = square / np.float32(INK_SIDE)
    near = first - np.floor((square - (last - first + 1)) / 2)
    margin = np.rint(CENTRE + 0.5 - (mass + 0.5 - near) / scale)
    margin = np.clip(margin, 0, SIDE - INK_SIDE)
    edges = (near - margin * scale)[:, None] + np.arange(SIDE + 1) * scale[:, None]
    shared = np.minimum(edges[:, 1:, None], PIXEL + 1) - np.maximum(edges[:, :-1, None], PIXEL)
    inside = (margin[:, None] <= TARGET) & (margin[:, None] + INK_SIDE > TARGET)
    weights = np.maximum(shared, 0) * (inside / scale[:, None])[:, :, None]
    return np.asarray(weights, np.float32)


def _ink_box(images: Floats, level: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Return first and last row, first and last column (n,) with a pixel above `level`."""
    ink = images > level
    rows, columns = np.max(ink, axis=2), np.max(ink, axis=1)
    ends = (first_marked(rows), last_marked(rows), first_marked(columns), last_marked(columns))
    top, bottom, left, right = (end.astype(np.float32) for end in ends)
    return top, bottom, left, right
