"""Ways of writing digits that MNIST hardly has, drawn over MNIST's own images.

MNIST's writers were Americans. Elsewhere a 0 carries a slash, a 1 a flag and a foot, a 7 a bar
or a serif, a 9 a hooked tail, and the bar of a 4 runs on far to the right of its stem. Each is
one or two pen lines placed by the image's own ink: its box, its slant, its stroke width.
NumPy only.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIDE = 28  # px
INK_SIDE = 20  # px: the longer side of the ink in MNIST
CENTRE = 14.0  # px: where MNIST puts the centre of mass, as a 0-based index
INK = 100  # grey level from which a pixel counts as ink, so that a faint rim does not
RIM = 40  # the same where the ink's box is measured to scale it
ROOM = 0.8  # the digit shrinks by this first, so that what is added fits the 28 px
BLOCK = 1000  # images worked on at a time: bounds the memory to some 15 MB
PIXEL = np.arange(SIDE, dtype=np.float32)

Images = NDArray[np.uint8]
Labels = NDArray[np.integer]
Floats = NDArray[np.float32]
Reals = NDArray[np.floating]
Places = NDArray[np.integer]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Page:
    """Images (n, 28, 28), float32 in [0, 255], with what is needed to draw on them.

    `top`, `bottom`, `left`, `right` bound the ink (first and last pixel index), `height` is
    bottom - top, `pen` the stroke width in px; all (n,).
    """

    images: Floats
    top: Floats
    bottom: Floats
    left: Floats
    right: Floats
    pen: Floats

    @classmethod
    def of(cls, images: Floats) -> "Page":
        top, bottom, left, right = _ink_box(images, INK)
        return cls(images, top, bottom, left, right, _pen_width(images))

    @property
    def height(self) -> Floats:
        return self.bottom - self.top

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
        along = (y * way_y + x * way_x) / np.maximum(way_y**2 + way_x**2, 1e-6)
        along = np.clip(along, 0, 1)
        distance = np.hypot(y - along * way_y, x - along * way_x)
        ink = 255 * np.clip(pen[:, None, None] / 2 - distance + 0.5, 0, 1)
        self.images[which] = np.maximum(self.images[which], ink)


def draw_variants(images: Images, labels: Labels, seed: int) -> Images:
    """Return `images` (n, 784), uint8, with every 0, 1, 4, 7 and 9 of `labels` (n,) turned into its variant."""
    if images.ndim != 2 or images.shape[1] != SIDE * SIDE or images.dtype != np.uint8:
        raise ValueError(f"images must be uint8 (n, 784), not {images.dtype} {images.shape}")
    if labels.shape != images.shape[:1]:
        raise ValueError(f"{len(images)} images need as many labels, not {labels.shape}")
    variants = images.copy()
    for digit, draw in VARIANTS.items():
        places = np.flatnonzero(labels == digit)
        rng = np.random.default_rng((seed, digit))
        for start in range(0, len(places), BLOCK):
            block = places[start : start + BLOCK]
            page = Page.of(_shrunk(images[block].reshape(-1, SIDE, SIDE)))
            draw(page, rng)
            variants[block] = fit_to_frame(page.images)
    return variants


def slash(page: Page, rng: np.random.Generator) -> None:
    """0: a slash, mostly from upper right to lower left, within the ring or past it."""
    n = len(page.images)
    middle = _points((page.top + page.bottom) / 2, (page.left + page.right) / 2)
    half_y = page.height / 2
    half_x = (page.right - page.left) / 2 * rng.uniform(0.6, 1.2, n)
    half_x = np.maximum(half_x, half_y * rng.uniform(0.3, 0.7, n))
    half_x *= np.where(rng.random(n) < 0.8, 1, -1)
    upper = rng.uniform(0.75, 1.45, n)
    lower = upper * rng.uniform(0.8, 1.2, n)
    middle += rng.normal(0, 1, (n, 2)).astype(np.float32)
    page.line(
        middle + _points(-upper * half_y, upper * half_x),
        middle + _points(lower * half_y, -lower * half_x),
    )


def flag_and_foot(page: Page, rng: np.random.Generator) -> None:
    """1: a flag down to the left from its top, a foot under it, or both."""
    n, height = len(page.images), page.height
    kind = rng.random(n)
    top, bottom = page.ink_x(page.top), page.ink_x(page.bottom)
    length = rng.uniform(0.2, 0.85, n) * height
    angle = np.deg2rad(rng.uniform(20, 75, n))  # below the horizontal
    tip = _points(page.top + length * np.sin(angle), top - length * np.cos(angle))
    page.line(_points(page.top, top), tip, kind < 0.9)
    tilt = rng.normal(0, 0.06, n) * height
    left, right = rng.uniform(0.1, 0.45, (2, n)) * height
    page.line(
        _points(page.bottom + tilt, bottom - left),
        _points(page.bottom - tilt, bottom + right),
        (kind < 0.3) | (kind > 0.9),
    )


def long_bar(page: Page, rng: np.random.Generator) -> None:
    """4: the bar, which is the row with most ink in the lower middle, runs on to the right."""
    n, height = len(page.images), page.height
    depth = (PIXEL - page.top[:, None]) / height[:, None]
    ink = page.images.sum(axis=2) * ((depth >= 0.4) & (depth <= 0.85))
    y = ink.argmax(axis=1)
    bar = page.images[np.arange(n), y] > INK
    end = SIDE - 1 - bar[:, ::-1].argmax(axis=1)
    length = rng.uniform(0.1, 0.5, n) * height
    tilt = rng.normal(0, 0.08, n) * height
    page.line(_points(y, end - 1), _points(y + tilt, end + length))


def bar_and_serif(page: Page, rng: np.random.Generator) -> None:
    """7: a bar across the stem, a serif down from the left end of the top, or both."""
    n, height = len(page.images), page.height
    kind = rng.random(n)
    y = page.top + rng.uniform(0.4, 0.65, n).astype(np.float32) * height
    stem = page.ink_x(y)
    left, right = rng.uniform(0.15, 0.4, (2, n)) * height
    tilt = rng.normal(0, 0.08, n) * height
    head = (page.top + 0.35 * height)[:, None] >= PIXEL
    head_ink = (page.images > INK) & head[:, :, None]
    head_x = head_ink.any(axis=1).argmax(axis=1)
    head_y = head_ink[np.arange(n), :, head_x].argmax(axis=1)
    page.line(_points(y + tilt, stem - left), _points(y - tilt, stem + right), kind < 0.7)
    drop = _points(rng.uniform(0.1, 0.35, n) * height, rng.uniform(-0.12, 0.15, n) * height)
    page.line(_points(head_y, head_x), _points(head_y, head_x) + drop, kind > 0.5)


def hooked_tail(page: Page, rng: np.random.Generator) -> None:
    """9: the tail bends to the left, a quadratic curve from the foot of the stem."""
    n, height = len(page.images), page.height
    foot = page.ink_x(page.bottom - 1)
    length = rng.uniform(0.2, 0.75, n) * height
    depth = rng.uniform(0.05, 0.4, n) * height
    rise = rng.uniform(-0.05, 0.3, n) * height
    start = _points(page.bottom - 1, foot)
    bend = start + _points(depth, -0.1 * length)
    end = start + _points(depth - rise, -length)
    before = start
    for t in (0.25, 0.5, 0.75, 1.0):
        point = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
        page.line(before, point)
        before = point


VARIANTS: dict[int, Callable[[Page, np.random.Generator], None]] = {
    0: slash,
    1: flag_and_foot,
    4: long_bar,
    7: bar_and_serif,
    9: hooked_tail,
}


def fit_to_frame(images: Floats) -> Images:
    """Scale the ink's longer side to 20 px and centre its mass, as MNIST was made.

    (n, 28, 28) float32 in [0, 255] → (n, 784) uint8: tight box, area average, brightest to 255,
    centre of mass on 14.0 by a whole-pixel shift.
    """
    top, bottom, left, right = _ink_box(images, RIM)
    scale = (np.maximum(bottom - top, right - left) + 1) / np.float32(INK_SIDE)
    mass = np.maximum(images.sum(axis=(1, 2)), 1e-6)
    y = images.sum(axis=2) @ PIXEL / mass
    x = images.sum(axis=1) @ PIXEL / mass
    shrink_y = _area_average((top + bottom + 1) / 2, y, scale)
    shrink_x = _area_average((left + right + 1) / 2, x, scale)
    fitted = shrink_y @ images @ shrink_x.transpose(0, 2, 1)
    fitted *= 255 / np.maximum(fitted.max(axis=(1, 2), keepdims=True), 1e-6)
    return np.rint(fitted).astype(np.uint8).reshape(-1, SIDE * SIDE)


def _area_average(middle: Reals, mass: Reals, scale: Reals) -> Floats:
    """Return (n, 28, 28): how much of source pixel [., ., j] is averaged into target [., i, .].

    `middle` is the middle of the ink's box (edge coordinate), `mass` the centre of mass (pixel
    index), `scale` the source px that make a target px; all (n,).
    """
    near = middle - INK_SIDE / 2 * scale
    margin = np.rint(CENTRE + 0.5 - (mass + 0.5 - near) / scale)
    margin = np.clip(margin, 0, SIDE - INK_SIDE)
    edges = (near - margin * scale)[:, None] + np.arange(SIDE + 1) * scale[:, None]
    shared = np.minimum(edges[:, 1:, None], PIXEL + 1) - np.maximum(edges[:, :-1, None], PIXEL)
    inside = (margin[:, None] <= PIXEL) & (margin[:, None] + INK_SIDE > PIXEL)
    weights = np.maximum(shared, 0) * (inside / scale[:, None])[:, :, None]
    return np.asarray(weights, np.float32)


def _shrunk(images: Images) -> Floats:
    """Scale (n, 28, 28) about the middle of the picture by ROOM, bilinearly."""
    middle = (SIDE - 1) / 2
    source = (PIXEL - middle) / ROOM + middle
    weights = np.maximum(1 - np.abs(source[:, None] - PIXEL), 0).astype(np.float32)
    shrunk: Floats = weights @ images.astype(np.float32) @ weights.T
    return shrunk


def _ink_box(images: Floats, level: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Return first and last row, first and last column (n,) with a pixel above `level`."""
    ink = images > level
    return *_ends(np.max(ink, axis=2)), *_ends(np.max(ink, axis=1))


def _ends(marked: Mask) -> tuple[Floats, Floats]:
    """Return the first and last marked index (n,) along the second axis of (n, 28)."""
    first = marked.argmax(axis=1)
    last = SIDE - 1 - marked[:, ::-1].argmax(axis=1)
    return first.astype(np.float32), last.astype(np.float32)


def _pen_width(images: Floats) -> Floats:
    """Estimate the stroke width (n,) in px: 2.5 × ink ÷ outline, kept within 1.3–4 px."""
    outline = np.abs(np.diff(images, axis=1)).sum(axis=(1, 2))
    outline += np.abs(np.diff(images, axis=2)).sum(axis=(1, 2))
    width = 2.5 * images.sum(axis=(1, 2)) / np.maximum(outline, 1e-6)
    return np.asarray(np.clip(width, 1.3, 4.0), np.float32)


def _points(y: Reals | Places, x: Reals | Places) -> Floats:
    """Return (n, 2), float32, from n rows and n columns in px."""
    return np.stack([y, x], axis=1).astype(np.float32)
