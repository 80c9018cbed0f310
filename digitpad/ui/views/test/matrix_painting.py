"""Paints a confusion matrix: heads, squares, numbers, and where one is."""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, Self

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from digitpad.arrays import CLASSES
from digitpad.ui.theme import colors
from digitpad.workspace.testing.matrix_cells import NOTHING, MatrixCells

STALE = 0.45
"""Opacity of what is not this network's any more."""

SQUARE_TONE = 0.55
"""Of the loud colour in a square: so that the number on it can still be read."""

HEAD_SHARE, MOST_HEAD_SHARE = 0.42, 1.1
"""Height of the heads of rows and columns, as a share of the cell's; and at most, to be as large as words are."""

HOLLOW_TONE = 0.12
"""… and of the other in one that is hollow."""

INSET = 0.06
"""Gap around the largest square, as a share of the cell's side."""


SHORT = 5
"""Letters of the longest number that is no long one: 1,135 or −965."""


class Numbers(NamedTuple):
    """Numbers that have the same letters: mistakes or right answers, those of more than some letters apart."""

    of_mistakes: bool
    are_long: bool

    @classmethod
    def of(cls, truth: int, answer: int, text: str) -> Self:
        """Return to which a number belongs."""
        return cls(truth != answer, len(text) > SHORT)


class MatrixPainter:
    """Paints with a painter whose widget has its cells from ``corner`` on, each with this side."""

    def __init__(
        self, painter: QPainter, corner: QPointF, side: float, words: QFont, numbers: Mapping[Numbers, QFont]
    ) -> None:
        """``numbers`` are the letters of each kind of them."""
        self._painter = painter
        self._corner = corner
        self._side = side
        self._words = words
        self._numbers = numbers
        self._now = colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def frame(self, axes: tuple[str, str], beside: str) -> None:
        """Paint the heads of rows and columns, what both are, and what is ``beside`` the rows."""
        painter, side, corner = self._painter, self._side, self._corner
        letters = QFontMetricsF(self._words)
        height, whole = letters.height(), CLASSES * side
        heads = QFont(self._words)
        heads.setBold(True)
        large = max(HEAD_SHARE * side, min(QFontInfo(heads).pixelSize(), MOST_HEAD_SHARE * side))
        heads.setPixelSize(max(1, round(large)))
        painter.setFont(heads)
        painter.setPen(QColor(self._now.text))
        for digit in range(CLASSES):
            for place in ((digit, -1), (-1, digit)):
                painter.drawText(self._cell(*place), Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setFont(self._words)
        painter.setPen(QColor(self._now.muted))
        above = QRectF(corner.x(), corner.y() - side - height, whole, height)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, axes[0])
        self._beside(-1, beside)
        painter.save()
        painter.translate(corner.x() - side - height, corner.y() + whole)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, whole, height), Qt.AlignmentFlag.AlignCenter, axes[1])
        painter.restore()
        painter.setPen(QPen(QColor(self._now.border), 1))
        for line in range(CLASSES + 1):
            painter.drawLine(corner + QPointF(0, line * side), corner + QPointF(whole, line * side))
            painter.drawLine(corner + QPointF(line * side, 0), corner + QPointF(line * side, whole))

    def cells(self, cells: MatrixCells, *, stale: bool) -> None:
        """Paint squares and numbers."""
        self._painter.setOpacity(STALE if stale else 1.0)
        for kind, font in self._numbers.items():
            self._painter.setFont(font)
            self._cells_in(QFontMetricsF(font), cells, kind)
        self._painter.setOpacity(1.0)

    def _cells_in(self, letters: QFontMetricsF, cells: MatrixCells, kind: Numbers) -> None:
        """Paint those of one kind in the painter's letters."""
        painter, now = self._painter, self._now
        loud, quiet, centred = QColor(now.text), QColor(now.muted), Qt.AlignmentFlag.AlignCenter
        for truth, (texts, row) in enumerate(zip(cells.texts, cells.loudness.tolist(), strict=True)):
            for answer, (text, loudness) in enumerate(zip(texts, row, strict=True)):
                if Numbers.of(truth, answer, text) != kind:
                    continue
                cell = self._cell(truth, answer)
                has_room = letters.horizontalAdvance(text) <= cell.width()
                if loudness:
                    self._square(cell, loudness, letters, text if has_room else "")
                if not has_room:
                    continue
                painter.setPen(loud if text != NOTHING and (kind.of_mistakes or loudness) else quiet)
                painter.drawText(cell, centred, text)

    def margins(self, cells: MatrixCells, *, stale: bool) -> None:
        """Paint the texts beside the rows."""
        self._painter.setOpacity(STALE if stale else 1.0)
        self._painter.setFont(self._words)
        self._painter.setPen(QColor(self._now.text))
        for truth, text in enumerate(cells.margins):
            self._beside(truth, text)
        self._painter.setOpacity(1.0)

    def _beside(self, truth: int, text: str) -> None:
        cell, letters = self._cell(truth, CLASSES), QFontMetricsF(self._words)
        room = QRectF(
            cell.topLeft() + QPointF(letters.averageCharWidth(), 0),
            QSizeF(letters.horizontalAdvance(text) + letters.height(), cell.height()),
        )
        self._painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def current(self, place: QRectF, *, has_focus: bool) -> None:
        """Frame where one is."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._now.text), 3 if has_focus else 1.5))
        self._painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 3, 3)

    def _cell(self, truth: int, answer: int) -> QRectF:
        left, top, side = self._corner.x(), self._corner.y(), self._side
        return QRectF(left + answer * side, top + truth * side, side, side)

    def _square(self, cell: QRectF, loudness: float, letters: QFontMetricsF, text: str) -> None:
        """Paint a full square for what is bad, a hollow one for what is good: their areas say how much."""
        side = math.sqrt(abs(loudness)) * (1 - 2 * INSET) * cell.width()
        square = QRectF(cell.center() - QPointF(side / 2, side / 2), QSizeF(side, side))
        tone, color = (SQUARE_TONE, self._now.runs[1]) if loudness > 0 else (HOLLOW_TONE, self._now.runs[0])
        self._painter.fillRect(square, _between(self._now.card, color, tone))
        # Else its edge would run through the number.
        if side >= letters.height() and side >= letters.horizontalAdvance(text):
            self._painter.setPen(QPen(QColor(color), 1.5 if loudness > 0 else 2.5))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(square)


@lru_cache(maxsize=8)
def _between(one: str, other: str, share: float) -> QColor:
    first, second = QColor(one), QColor(other)
    parts = zip(
        (first.redF(), first.greenF(), first.blueF()),
        (second.redF(), second.greenF(), second.blueF()),
        strict=True,
    )
    return QColor.fromRgbF(*((1 - share) * a + share * b for a, b in parts))
