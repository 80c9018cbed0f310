"""The 28×28 picture that the network really sees."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import SIDE
from digitpad.ui.canvas.pixel_picture import PixelPicture
from digitpad.ui.translated import Translated

LEAST_SIDE = 4 * SIDE
"""Logical pixels."""


class GlyphView(Translated, PixelPicture):
    """Shows the network's picture, each of its pixels a square of whole screen pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LEAST_SIDE, parent)
        self.setMinimumSize(LEAST_SIDE, LEAST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(16_777_215)  # Qt's own "no limit"
        self._translate()

    def fit(self, room: int) -> None:
        """Become as large as ``room`` logical pixels allow."""
        self._side = max(LEAST_SIDE, room // SIDE * SIDE)
        self.setFixedWidth(self._side)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("What the network sees"))
        self.setToolTip(self.tr("The 28 × 28 grey pixels that are handed to the network"))

    def sizeHint(self) -> QSize:
        """Be modest in height, lest the layout around believe it could not be less."""
        return QSize(self._side, LEAST_SIDE)
