"""From strokes to the 28×28 pixels that the network reads, in the steps by which MNIST was made.

The procedure is the one that Yadav and Bottou reconstructed for QMNIST (2019): tight box, square,
area-average to 20×20, brightest pixel to 255, whole-pixel shift of the centre of mass to 14.0. Each step is a
function of its own; given one of MNIST's own pictures, the steps after the ink leave it as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QTransform

from digitpad.arrays import CENTRE, INK_SIDE, SIDE, WHITE, Floats, Grays
from digitpad.drawing.curve import draw_path, stroke_path
from digitpad.drawing.strokes import Drawing

PEN = 2.3
"""Width of the pen in pixels of the final picture; MNIST's strokes have a median of 2.2."""

FINE = 8
"""Pixels of the fine picture along one pixel of the final one."""

INK_EXTENT = (INK_SIDE - PEN) * FINE
"""Longer side of the box around the pen's path, in fine pixels: the pen adds half its width on each side."""

MARGIN = 2
"""Empty fine pixels around the ink, so that anti-aliasing is never cut."""

LEAST_EXTENT = 1e-9
"""Share of its coordinates that a drawing must extend over to be more than a dot, whatever its unit."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

BYTES, GREEN = 4, 1
"""Of a pixel of 32 bits; the second byte is a colour whichever end of a number a computer begins with."""

BRIGHT_ENOUGH = 254.0
"""MNIST's own brightest pixels are 254 or 255; such pictures are not stretched again."""


@dataclass(frozen=True)
class Stages:
    """A drawing on its way to the network.

    ``ink`` uint8 (h, w), the strokes drawn finely; ``square`` uint8 (s, s), cut to the ink and padded;
    ``small`` float32 (20, 20) in [0, 255], area-averaged, brightest to 255; ``glyph`` float32 (28, 28) in
    [0, 1], centred: what the network sees.
    """

    ink: Grays
    square: Grays
    small: Floats
    glyph: Floats


def rasterize(drawing: Drawing) -> Stages:
    """Take a drawing through all stages. Raises ValueError for an empty drawing."""
    return stages_of(render_ink(drawing))


def stages_of(ink: Grays) -> Stages:
    """Take finely drawn strokes, uint8 (h, w), through the stages that follow. Raises ValueError without ink."""
    square = pad_to_square(cut_to_ink(ink), INK_SIDE * FINE)
    small = brighten(area_average(square, INK_SIDE))
    return Stages(ink, square, small, centre(small))


def shrunk(canvas: Grays) -> Floats:
    """Return what a simple program would hand to the network: the whole canvas shrunk to 28×28.

    Neither size nor place of the digit is made like MNIST's. ``canvas`` is square; the result is float32 (28, 28)
    in [0, 1].
    """
    return area_average(canvas, SIDE) / np.float32(WHITE)


def render_canvas(drawing: Drawing, pen: float) -> Grays:
    """Return the whole canvas as it looks, uint8 (224, 224).

    The drawing's unit is the canvas's side; ``pen`` is the pen's width in it.
    """
    side = SIDE * FINE
    paths = [stroke_path(stroke, side) for stroke in drawing.strokes]
    return painted(paths, side, side, pen * side)


def render_ink(drawing: Drawing) -> Grays:
    """Draw the strokes with a round pen, so large that the ink's longer side is 20 × 8 fine pixels.

    The pen is 2.3 final pixels wide however large the digit was drawn. Returns uint8 (h, w), white on black.
    """
    paths, width, height = placed_paths(drawing)
    return painted(paths, width, height, PEN * FINE)


def placed_paths(drawing: Drawing) -> tuple[list[QPainterPath], int, int]:
    """Return each stroke's path where it lies in the fine picture, and that picture's width and height."""
    box = drawing.box()
    scale = scale_of(box)
    paths = [stroke_path(stroke, scale or 1.0, box[:2]) for stroke in drawing.strokes]
    # The curves cut the corners of their points: what counts is their own box.
    boxes = [path.boundingRect() for path in paths]
    left, top = min(box.left() for box in boxes), min(box.top() for box in boxes)
    right, bottom = max(box.right() for box in boxes), max(box.bottom() for box in boxes)
    placed, width, height = placing((left, top, right, bottom), is_dot=scale is None)
    return [placed.map(path) for path in paths], width, height


def scale_of(box: Box) -> float | None:
    """Return how much larger to make points in this box that they extend as far as the ink's middle; None for a
    dot, which stays as small as the pen."""
    left, top, right, bottom = box
    extent = max(right - left, bottom - top)
    dot = extent <= LEAST_EXTENT * max(map(abs, box))
    return None if dot else INK_EXTENT / extent


def placing(box: Box, *, is_dot: bool) -> tuple[QTransform, int, int]:
    """Return what leads from the box around curves into the fine picture, and that picture's width and height."""
    left, top, right, bottom = box
    across, down = right - left, bottom - top
    stretch = 1.0 if is_dot else INK_EXTENT / max(across, down)
    border = PEN * FINE / 2 + MARGIN
    placed = QTransform(stretch, 0, 0, stretch, border - left * stretch, border - top * stretch)
    width, height = (int(np.ceil(length * stretch + 2 * border)) for length in (across, down))
    return placed, width, height


def painted(paths: list[QPainterPath], width: int, height: int, pen: float) -> Grays:
    """Draw paths in a pen of this width, both in pixels; uint8 (height, width), white on black."""

    def draw(painter: QPainter) -> None:
        for path in paths:
            draw_path(painter, path, pen)

    return painted_by(draw, width, height)


def painted_by(draw: Callable[[QPainter], None], width: int, height: int) -> Grays:
    """Return what is drawn in white on black; uint8 (height, width)."""
    # Qt paints a picture of one byte a pixel by way of four: the same greys, in twice the time.
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    try:
        draw(painter)
    finally:  # whatever happens, such as Ctrl+C: a picture that goes before its painter takes Python with it
        painter.end()
    return gray_array(image)


def gray_array(image: QImage) -> Grays:
    """Copy an RGB32 image that has nothing but greys into uint8 (h, w). Raises ValueError for another format."""
    if image.format() != QImage.Format.Format_RGB32:
        raise ValueError(f"an RGB32 image is needed, not {image.format()}")
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), BYTES)
    return pixels[:, :, GREEN].copy()


def cut_to_ink(image: Grays) -> Grays:
    """Cut ``image`` to the tight box around its ink. Raises ValueError if there is none."""
    return image[ink_box(image)]


def ink_box(image: Grays) -> tuple[slice, slice]:
    """Return the rows and the columns of the tight box around the ink. Raises ValueError if there is none."""
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    if not len(rows):
        raise ValueError("there is no ink to cut to")
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def pad_to_square(image: Grays, least_side: int = INK_SIDE) -> Grays:
    """Put ``image`` in the middle of a black square, its own longer side or ``least_side`` wide.

    ``least_side`` keeps a dot a dot: without it the pen's width would be stretched to a whole digit's.
    """
    height, width = image.shape
    side = max(height, width, least_side)
    square = np.zeros((side, side), np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = image
    return square


def area_average(image: Grays, side: int) -> Floats:
    """Shrink a square picture to (side, side), each pixel the mean of the area it covers."""
    weights = _averaging_weights(len(image), side)
    return weights @ image.astype(np.float32) @ weights.T


@lru_cache(maxsize=32)
def _averaging_weights(fine: int, coarse: int) -> Floats:
    """Return (coarse, fine): how much of each fine pixel lies in each coarse one, rows summing to 1."""
    edges = np.linspace(0, fine, coarse + 1)
    cells = np.arange(fine)
    overlap = np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells)
    return np.asarray(np.clip(overlap, 0, None) * coarse / fine, np.float32)


def brighten(image: Floats) -> Floats:
    """Stretch the grey values so that the brightest pixel is 255."""
    brightest = image.max()
    if brightest >= BRIGHT_ENOUGH or brightest == 0:
        return image
    return np.asarray(image * (WHITE / brightest), np.float32)


def centre(small: Floats) -> Floats:
    """Put a 20×20 picture (0 to 255) into 28×28 so that its centre of mass is at 14.0; divide by 255.

    Whole pixels only, as in MNIST: the centre ends in [13.5, 14.5). Returns float32 with MNIST's 256 greys.
    """
    small = np.rint(small)
    return moved(small, *shifts(small)) / np.float32(WHITE)


def shifts(small: Floats) -> tuple[int, int]:
    """Return by how many whole pixels to move a 20×20 picture down and to the right so that it is centred."""
    return _shift(small.sum(axis=1)), _shift(small.sum(axis=0))


def moved(small: Floats, down: int, right: int) -> Floats:
    """Put a picture (20, 20) into one of (28, 28), float32, so far from its upper left corner."""
    glyph = np.zeros((SIDE + 2 * INK_SIDE, SIDE + 2 * INK_SIDE), np.float32)
    top, left = INK_SIDE + down, INK_SIDE + right
    glyph[top : top + len(small), left : left + len(small)] = small
    return glyph[INK_SIDE:-INK_SIDE, INK_SIDE:-INK_SIDE]


def _shift(profile: Floats) -> int:
    """Return by how many whole pixels to move a profile of ink so that its centre of mass is at 14.0."""
    inked = np.flatnonzero(profile)
    mass = profile.astype(np.float64)
    shift = int(np.ceil(CENTRE - 0.5 - mass @ np.arange(len(mass)) / mass.sum()))
    # Ink is never pushed out of the picture, however lopsided.
    return max(-int(inked[0]), min(shift, SIDE - 1 - int(inked[-1])))
