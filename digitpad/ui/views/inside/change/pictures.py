"""The pictures of the page: ink on the card's own ground, and a stroke that stands out of it."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from digitpad.arrays import Floats
from digitpad.ui.drawn.diverging import above, below
from digitpad.ui.theme import Colors

FAINT = 0.5
"""How much of the ink's colour the other strokes have; the rest is the card's."""


def ink_image(glyph: Floats, now: Colors) -> QImage:
    """Return a picture (28, 28) in [0, 1] as ink on the card."""
    card, ink = _rgb(QColor(now.card)), _rgb(QColor(now.text))
    return _image(card + glyph[..., None] * (ink - card))


def stroke_image(glyph: Floats, ink: Floats, argues_for: bool, now: Colors) -> QImage:
    """Return a picture (28, 28) in which one stroke's part, ``ink``, has the colour of what it argues for."""
    card, text = _rgb(QColor(now.card)), _rgb(QColor(now.text))
    color = _rgb(above(now) if argues_for else below(now))
    others = np.clip(glyph - ink, 0, 1)[..., None] * FAINT * (text - card)
    return _image(card + others + ink[..., None] * (color - card))


def _rgb(color: QColor) -> Floats:
    return np.array([color.red(), color.green(), color.blue()], np.float32)


def _image(pixels: npt.NDArray[np.floating]) -> QImage:
    """Return (h, w, 3) as a picture; what is out of bounds is cut off."""
    data = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    height, width, _ = data.shape
    return QImage(data.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
