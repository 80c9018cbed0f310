"""“How the network sees it”: a drawing's way to 28×28 pixels, beside the plain way, with both answers."""

from collections.abc import Sequence
from operator import is_not

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from digitpad.arrays import PIXELS, SIDE, WHITE, Floats, Grays
from digitpad.drawing.growing.growing_raster import FEW_POINTS, GrowingRaster
from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.raster import Stages, render_canvas, shrunk
from digitpad.drawing.strokes import Drawing
from digitpad.ui.cards import MARGIN, Card
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.sight.step import LARGEST_SIDE, PICTURE_SIDE, Step, least_side
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import percent

GAP = 12
"""Logical pixels between two steps."""

ANSWER_EMS = 4.0
"""Size of an answer's digit, in the letters around it."""


class _Answer(Translated, QWidget):
    """A network's answer to one of the two pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = PlainLabel(self)
        self.heading.setWordWrap(True)
        self.heading.setProperty("role", "heading")
        self._shown: Floats | None = None
        self.digit = PlainLabel(self)
        self.sureness = PlainLabel(self)
        self._enlarge()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.heading, self.digit, self.sureness):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch()
        self.setMinimumWidth(PICTURE_SIDE)

    def width_with(self, side: int) -> int:
        """Return how wide it is beside pictures of any size, in logical pixels."""
        return max(self.sizeHint().width(), self.minimumWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Let the digit follow the room's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._enlarge()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives labels the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._enlarge)

    def _enlarge(self) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(ANSWER_EMS * self.fontInfo().pixelSize()))
        font.setBold(True)
        self.digit.setFont(font)

    def show_probabilities(self, probabilities: Floats | None) -> None:
        """Show the most probable digit, or nothing for None."""
        self._shown = probabilities
        if probabilities is None:
            self.digit.setText("–")
            self.sureness.setText(self.tr("Draw a digit"))
            return
        if not np.isfinite(probabilities).all():
            self.digit.setText("–")
            self.sureness.setText(self.tr("the numbers overflow"))
            return
        best = int(np.argmax(probabilities))
        self.digit.setText(str(best))
        self.sureness.setText(percent(float(probabilities[best])))

    def _translate(self) -> None:
        self.show_probabilities(self._shown)


class _Steps(Translated, QWidget):
    """Steps side by side, in as many lines as their width needs; larger where one is enough for the ``longest``
    way: those of a shorter one are as large, to be compared."""

    def __init__(self, steps: Sequence[Step | _Answer], longest: "_Steps | None" = None) -> None:
        super().__init__()
        self._steps = steps
        self._longest = longest or self
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(PICTURE_SIDE)
        self._place(2)

    def _translate(self) -> None:
        self._fit()  # headings differ in width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        side, counts = least_side(self.fontInfo().pixelSize()), range(len(self._steps), 1, -1)
        self._place(next((count for count in counts if self._width(count, side) <= self.width()), 1))
        if self._columns == len(self._steps):
            sides, all_ = range(LARGEST_SIDE, side, -SIDE), len(self._longest._steps)
            fits = (side for side in sides if self._longest._width(all_, side) <= self.width())
            side = next(fits, side)
        for step in self._pictured:
            step.set_side(side)

    @property
    def _pictured(self) -> list[Step]:
        return [step for step in self._steps if isinstance(step, Step)]

    def _width(self, columns: int, side: int) -> int:
        """Return how wide so many columns would be, with pictures so large, in logical pixels."""
        widths = [step.width_with(side) for step in self._steps]
        return sum(max(widths[column::columns]) for column in range(columns)) + GAP * (columns - 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, step in enumerate(self._steps):
            self._grid.addWidget(step, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)


class StagesPanel(Translated, QWidget):
    """Shows the four steps by which MNIST was made, and below them what happens without them.

    Attributes:
        answer, plain_answer: what the network says of the two pictures.
        without_strokes: says why there are no steps, if what is on the easel was not drawn here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._square, self._small, self._glyph = (Step() for _ in range(4))
        self.answer = _Answer()
        self._canvas, self._plain = Step(), Step()
        self.plain_answer = _Answer()
        self._way, self._plain_way = PlainLabel(), PlainLabel()
        self._shown: tuple[Stages, Drawing] | None = None
        self.without_strokes = PlainLabel()
        steps = _Steps([self._ink, self._square, self._small, self._glyph, self.answer])
        plain_steps = _Steps([self._canvas, self._plain, self.plain_answer], longest=steps)
        self._ways = self._row(self._way, steps), self._row(self._plain_way, plain_steps)
        self._none = Card(self.without_strokes)
        self._none.hide()
        self._plain_glyph: Floats | None = None
        self._growing = GrowingRaster()
        self._arrange()
        self._translate()

    def _translate(self) -> None:
        self._ink.name(self.tr("1 · Ink"), self.tr("Your strokes, with a pen of MNIST’s width"))
        self._square.name(self.tr("2 · Box and square"), self.tr("Cut to the ink, padded to a square"))
        self._small.name(
            self.tr("3 · 20 × 20"), self.tr("Each pixel the mean of its area, the brightest made white")
        )
        self._glyph.name(self.tr("4 · Centred 28 × 28"), self.tr("Moved by whole pixels: centre of mass at 14"))
        self.answer.heading.setText(self.tr("Answer"))
        self._canvas.name(self.tr("Canvas"), self.tr("The whole canvas as it is"))
        self._plain.name(self.tr("Plain resize"), self.tr("Shrunk to 28 × 28; place and size stay as drawn"))
        self.plain_answer.heading.setText(self.tr("Answer to this"))
        self._way.setText(self.tr("The way MNIST’s pictures were made"))
        self._plain_way.setText(self.tr("The plain way, for comparison"))
        self.without_strokes.setText(
            self.tr(
                "This picture was not drawn here: it came as the 28 × 28 pixels that the network sees, below the "
                "canvas. Without strokes there are no steps to show."
            )
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        self.without_strokes.setWordWrap(True)
        column.addWidget(self._none)
        for way in self._ways:
            column.addWidget(way)
        column.addStretch(1)

    def _row(self, heading: QLabel, steps: _Steps) -> Card:
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        return Card(heading, steps)

    def show_recognition(self, recognition: Recognition | None) -> None:
        """Show a drawing's stages and both answers; None empties the pictures, and so does what has no strokes."""
        stages = None if recognition is None else recognition.stages
        has_none = recognition is not None and stages is None
        self._none.setVisible(has_none)
        for way in self._ways:
            way.setVisible(not has_none)
        shown = None if recognition is None or stages is None else (stages, recognition.division.whole)
        if any(map(is_not, shown or (None,), self._shown or (None,))):  # other weights change no pixel
            self._shown = shown
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
        stages = None if recognition is None else recognition.stages
        if recognition is not None and stages is not None:
            whole = recognition.division.whole
            is_long = whole.point_count >= FEW_POINTS
            canvas = (self._growing.render_canvas if is_long else render_canvas)(whole, PEN_SHARE)
            plain = shrunk(canvas)
            self._plain_glyph = plain.reshape(PIXELS)
            small = stages.small / np.float32(WHITE)
            pictures = [stages.ink, stages.square, small, stages.glyph, canvas, plain]
        steps = (self._ink, self._square, self._small, self._glyph, self._canvas, self._plain)
        for step, pixels in zip(steps, pictures, strict=True):
            step.picture.show_pixels(pixels)
