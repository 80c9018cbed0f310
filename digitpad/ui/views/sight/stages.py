"""“How the network sees it”: a drawing's way to 28×28 pixels, beside the plain way, with both answers."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from digitpad.arrays import PIXELS, WHITE, Floats, Grays
from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.raster import Stages, render_canvas, shrunk
from digitpad.ui.canvas.pixel_picture import PixelPicture
from digitpad.ui.cards import MARGIN, card
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import percent

PICTURE_SIDE = 168
"""Logical pixels: six for each pixel of the network's picture."""

ANSWER_PIXELS = 56


class _Step(QWidget):
    """A picture with its number, name and explanation."""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.picture = PixelPicture(PICTURE_SIDE, self)
        self.picture.setAccessibleName(title)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        words = QLabel(explanation, self)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setFixedWidth(PICTURE_SIDE)
        words.setMinimumHeight(3 * words.fontMetrics().lineSpacing())
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.picture)
        column.addWidget(words)


class _Answer(QWidget):
    """A network's answer to one of the two pictures."""

    def __init__(self, title: str) -> None:
        super().__init__()
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.digit = QLabel(self)
        self.sureness = QLabel(self)
        font = QFont(self.font())
        font.setPixelSize(ANSWER_PIXELS)
        font.setBold(True)
        self.digit.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (heading, self.digit, self.sureness):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch()
        self.setMinimumWidth(120)

    def show_probabilities(self, probabilities: Floats | None) -> None:
        """Show the most probable digit, or nothing for None."""
        if probabilities is None:
            self.digit.setText("–")
            self.sureness.setText(self.tr("Draw a digit"))
            return
        best = int(np.argmax(probabilities))
        self.digit.setText(str(best))
        self.sureness.setText(percent(float(probabilities[best])))


class StagesPanel(QWidget):
    """Shows the four steps by which MNIST was made, and below them what happens without them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = _Step(self.tr("1 · Ink"), self.tr("Your strokes, with a pen of MNIST’s width"))
        self._square = _Step(self.tr("2 · Box and square"), self.tr("Cut to the ink, padded to a square"))
        self._small = _Step(
            self.tr("3 · 20 × 20"), self.tr("Each pixel the mean of its area, the brightest made white")
        )
        self._glyph = _Step(self.tr("4 · Centred 28 × 28"), self.tr("Moved by whole pixels: centre of mass at 14"))
        self.answer = _Answer(self.tr("Answer"))
        self._canvas = _Step(self.tr("Canvas"), self.tr("The whole canvas as it is"))
        self._plain = _Step(self.tr("Plain resize"), self.tr("Shrunk to 28 × 28; place and size stay as drawn"))
        self.plain_answer = _Answer(self.tr("Answer to this"))
        self._stages: Stages | None = None
        self._plain_glyph: Floats | None = None
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(
            self._row(
                self.tr("The way MNIST’s pictures were made"),
                [self._ink, self._square, self._small, self._glyph, self.answer],
            )
        )
        column.addWidget(
            self._row(
                self.tr("The plain way, for comparison"),
                [self._canvas, self._plain, QWidget(), QWidget(), self.plain_answer],
            )
        )

    def _row(self, title: str, widgets: list[QWidget]) -> QFrame:
        heading = QLabel(title)
        font = QFont(self.font())
        font.setPixelSize(17)
        font.setBold(True)
        heading.setFont(font)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        for number, widget in enumerate(widgets):
            grid.addWidget(widget, 0, number)
            grid.setColumnMinimumWidth(number, PICTURE_SIDE if number < 4 else 120)
        return card(heading, holder)

    def show_recognition(self, recognition: Recognition | None) -> None:
        """Show a drawing's stages and both answers; None empties the pictures."""
        stages = None if recognition is None else recognition.stages
        if stages is not self._stages:  # other weights change no pixel
            self._stages = stages
            self._show_pictures(recognition)
        self.answer.show_probabilities(None if recognition is None else recognition.probabilities)
        self.plain_answer.show_probabilities(
            None
            if recognition is None or self._plain_glyph is None
            else recognition.snapshot.probabilities(self._plain_glyph)
        )

    def _show_pictures(self, recognition: Recognition | None) -> None:
        pictures: list[Grays | Floats | None] = [None] * 6
        self._plain_glyph = None
        if recognition is not None:
            stages = recognition.stages
            canvas = render_canvas(recognition.drawing, PEN_SHARE)
            plain = shrunk(canvas)
            self._plain_glyph = plain.reshape(PIXELS)
            small = stages.small / np.float32(WHITE)
            pictures = [stages.ink, stages.square, small, stages.glyph, canvas, plain]
        steps = (self._ink, self._square, self._small, self._glyph, self._canvas, self._plain)
        for step, pixels in zip(steps, pictures, strict=True):
            step.picture.show_pixels(pixels)
