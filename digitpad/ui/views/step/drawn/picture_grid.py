"""The pictures of a batch, side by side, each with its label and, once there is one, the network's answer."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import SIDE, WHITE, Floats
from digitpad.engines.acts.tape import Tape
from digitpad.ui.drawn.tips import TipOfParts
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.texts import WRONG, captions, changed_text, picture_text

PICTURE_EMS = 1.75
"""Side of a picture in heights of a line, at least its 28 pixels."""

GAP_EMS, WORDS_GAP_EMS = 0.3, 0.6
"""Between two pictures, and between two captions."""

CAPTION = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop

CORNER = 0.3
"""Side of the mark on a picture that the class has drawn, as a share of the picture's."""


@dataclass(frozen=True, eq=False)
class _Cells:
    """What is painted: one image with all pictures below one another, and for each a caption and a judgement."""

    image: QImage
    captions: list[str]
    right: list[bool | None]
    own: list[bool]


class PictureGrid(TipOfParts, Translated, QWidget):
    """As many pictures in a row as there is room for; click or arrow keys choose one.

    Right and wrong answers differ by mark and frame: ✓ and a thin line, ✗ and a thick dashed one.

    Signals:
        chosen(int): this picture of the batch, from 0, was chosen here.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tape: Tape | None = None
        self._numbers: list[int] = []
        self._compares = False
        self._place = 0
        self._cells = _Cells(QImage(), [], [], [])
        # Not fixed in height: that would be the hint's, whatever the width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._translate()

    def show_pictures(self, tape: Tape, chosen: int, numbers: list[int] | None = None) -> None:
        """Show a batch's pictures, and which is chosen; with ``numbers`` those alone, with old and new answers."""
        batch = tape.batch
        shown = list(range(len(batch.labels) if batch is not None else 0)) if numbers is None else numbers
        before = self._tape
        is_same = before is not None and numbers is None and not self._compares
        if not is_same or before is None or _looks(before) != _looks(tape):
            self._tape, self._numbers, self._compares = tape, shown, numbers is not None
            self._cells = _cells(tape, shown, self._compares)
            self.updateGeometry()
        self._tape = tape
        self._place = shown.index(chosen) if chosen in shown else -1
        self.update()
        self._describe()

    def caption(self, picture: int) -> str:
        """Return what is written below a picture."""
        return self._cells.captions[self._numbers.index(picture)]

    @property
    def count(self) -> int:
        """How many pictures are shown."""
        return len(self._numbers)

    def place_of(self, picture: int) -> QRect:
        """Return where a picture is with its caption, in this widget."""
        return self._cell(self._numbers.index(picture))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Pictures of the batch"))
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self._place))

    def _words(self, place: int) -> str:
        if self._tape is None or not 0 <= place < len(self._numbers):
            return ""
        number = self._numbers[place]
        return changed_text(self._tape, number) if self._compares else picture_text(self._tape, number)

    # Where everything stands.

    def _side(self) -> int:
        return max(SIDE, round(PICTURE_EMS * self.fontMetrics().height() / 4) * 4)

    def _pitch(self) -> QSize:
        """Return how far two pictures are apart."""
        letters = self.fontMetrics()
        gap = round(GAP_EMS * letters.height())
        widest = {False: f"0→0 {WRONG}", True: f"0: 0→0 {WRONG}"}[self._compares]
        has_answers = self._compares or (self._tape is not None and self._tape.probabilities is not None)
        words = letters.horizontalAdvance(widest) + round(WORDS_GAP_EMS * letters.height()) if has_answers else 0
        return QSize(max(self._side() + gap, words), self._side() + letters.height() + gap)

    def _columns(self, width: int) -> int:
        return max(1, width // self._pitch().width())

    def _cell(self, place: int) -> QRect:
        pitch = self._pitch()
        row, column = divmod(place, self._columns(self.width()))
        return QRect(column * pitch.width(), row * pitch.height(), pitch.width(), pitch.height())

    def _rows(self, area: QRect) -> range:
        """Return the places of the pictures in all rows that an area touches."""
        pitch, columns = self._pitch().height(), self._columns(self.width())
        first, last = area.top() // pitch, area.bottom() // pitch
        return range(max(0, first * columns), min(len(self._numbers), (last + 1) * columns))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return -(-len(self._numbers) // self._columns(width)) * self._pitch().height()

    def sizeHint(self) -> QSize:
        """A dozen side by side."""
        width = 12 * self._pitch().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Two side by side."""
        return QSize(2 * self._pitch().width(), min(len(self._numbers), 1) * self._pitch().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pictures anew."""
        super().resizeEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    # What a hand does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the picture under the pointer."""
        place = self._at(event.position())
        if place is not None:
            self._choose(place)

    def _at(self, point: QPointF) -> int | None:
        pitch = self._pitch()
        column, row = int(point.x()) // pitch.width(), int(point.y()) // pitch.height()
        columns = self._columns(self.width())
        place = row * columns + column
        return place if column < columns and 0 <= place < len(self._numbers) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys."""
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = self._place + step if self._place >= 0 else 0
        if 0 <= place < len(self._numbers):
            self._choose(place)

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._place = place
            self.update()
            self._describe()
            self.chosen.emit(self._numbers[place])

    def _tip_at(self, point: QPointF) -> str:
        place = self._at(point)
        return "" if place is None else self._words(place)

    # What is seen.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those pictures that are asked for."""
        painter = QPainter(self)
        pitch, side, ink = self._pitch(), self._side(), _Ink(colors())
        room = pitch.height() - side - self.fontMetrics().height()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side % SIDE != 0)
        columns = self._columns(self.width())
        for place in self._rows(event.rect()):
            row, column = divmod(place, columns)
            cell = QRect(column * pitch.width(), row * pitch.height(), pitch.width(), pitch.height())
            left = cell.left() + (cell.width() - side) // 2
            self._paint(painter, place, cell, QRect(left, cell.top() + room // 2, side, side), ink)
        painter.end()

    def _paint(self, painter: QPainter, place: int, cell: QRect, picture: QRect, ink: "_Ink") -> None:
        painter.drawImage(picture, self._cells.image, QRect(0, place * SIDE, SIDE, SIDE))
        right = self._cells.right[place]
        if right is not None:
            painter.setPen(ink.right if right else ink.wrong)
            painter.drawRect(picture)
        if self._cells.own[place]:
            self._paint_corner(painter, picture)
        if place == self._place:
            painter.setPen(QPen(ink.text, 3 if self.hasFocus() else 2))
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -0.5), 3, 3)
        painter.setPen(ink.text if right is not True else ink.muted)
        words = QRect(cell.left(), picture.bottom(), cell.width(), cell.bottom() - picture.bottom())
        painter.drawText(words, CAPTION, self._cells.captions[place])

    def _paint_corner(self, painter: QPainter, picture: QRect) -> None:
        """Turn down the corner of what the class has drawn itself."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, leg = QRectF(picture).topRight(), CORNER * picture.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().accent))
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(leg, 0), corner + QPointF(0, leg)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class _Ink:
    """What frames and captions are drawn with: made once for all the pictures of a batch."""

    def __init__(self, now: Colors) -> None:
        self.right = QPen(QColor(now.runs[0]), 1)
        self.wrong = QPen(QColor(now.runs[1]), 3, Qt.PenStyle.DashLine)
        self.text, self.muted = QColor(now.text), QColor(now.muted)


def _looks(tape: Tape) -> tuple[int, int]:
    """Return by what pictures and captions can be told from others."""
    return id(tape.batch), id(tape.probabilities)


def _cells(tape: Tape, numbers: list[int], compares: bool) -> _Cells:
    batch = tape.batch
    if batch is None or not numbers:
        return _Cells(QImage(), [], [], [])
    own = [number < batch.own for number in numbers]
    return _Cells(_image(batch.images[numbers]), *captions(tape, numbers, compares=compares), own)


def _image(images: Floats) -> QImage:
    """Return pictures, float32 (n, 784), below one another."""
    greys = np.ascontiguousarray(np.rint(np.clip(images, 0, 1) * WHITE).astype(np.uint8))
    return QImage(greys.tobytes(), SIDE, SIDE * len(greys), SIDE, QImage.Format.Format_Grayscale8).copy()
