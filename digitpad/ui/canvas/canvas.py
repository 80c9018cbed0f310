"""The drawing pad: a black square, white ink, for mouse, tablet pen and finger."""

import math
import time
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.drawing.clipping import Point
from digitpad.drawing.samples import sample_digit
from digitpad.ui.announcing import Announcer
from digitpad.ui.canvas.digit_marks import DigitMarks
from digitpad.ui.canvas.exhibit_picture import exhibit_words, paint_exhibit
from digitpad.ui.canvas.ink import CanvasInk
from digitpad.ui.canvas.tool_cursor import tool_cursor
from digitpad.ui.translated import Translated
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.exhibit import Exhibit
from digitpad.workspace.easel.recognizer import Recognition

LEAST_SIDE = 360
"""Logical pixels."""

DOUBLED_PIXELS = 3.0
"""A second press of the same button this near the first one, before it has moved, was only told twice."""

PEN_GONE_SECONDS = 2.0
"""A pen that nothing was heard of for so long has left, even if nobody said so: fingers may draw again."""

PALM_DIAMETER = 90.0
"""Logical pixels, 24 mm on an ordinary screen: a touch this wide is no finger."""

HINT_COLOR = QColor("#aab2bd")
HINT_SHARE = 0.055
"""Height of the hint's letters as a share of the canvas's side, but for larger letters around."""


@dataclass
class _Grip:
    """What began the gesture under way: which button, where, and whether it has moved since."""

    button: Qt.MouseButton
    position: QPointF
    moved: bool = False

    def is_told_twice(self, position: QPointF) -> bool:
        """Say whether a press here is the one that began the gesture."""
        way = position - self.position
        return not self.moved and math.hypot(way.x(), way.y()) <= DOUBLED_PIXELS


class Canvas(Translated, QWidget):
    """A square that shows a board and takes the gestures that change it; its side is the drawing's unit.

    Left button, pen tip or one finger draws; right button or the pen's eraser end takes strokes away; the
    keys 0 to 9 draw an example. A second finger is ignored, and so is a palm: a wide touch, one that the system
    takes back, and any touch while a pen is down.

    Attributes:
        board: what is drawn.
        erases: whether what else would draw takes strokes away, for boards that have no right button.
        spoken: what a screen reader is told of a picture that hangs in front of it.
        gives_examples: whether the keys 0 to 9 draw one.
    """

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.erases = False
        self.spoken = Announcer(self, lambda: ", ".join(self._exhibit_words()))
        self._exhibit: Exhibit | None = None
        self._tells = False
        self.gives_examples = True
        self._ink = CanvasInk()
        self._marks = DigitMarks()
        self._grip: _Grip | None = None
        self._finger: int | None = None
        self._pen_down = False
        self._pen_heard = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)  # a release that nobody told shows in the first move without a button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST_SIDE, LEAST_SIDE)
        self._translate()
        board.drawing_changed.connect(self._follow)

    def _translate(self) -> None:
        title, *more = self._exhibit_words() or (
            self.tr("Drawing canvas"),
            self.tr("Draw a digit with mouse, pen or finger; the keys 0 to 9 draw an example."),
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(*more)
        self._marks.fit(self._ink.side, self.font())
        self.update()

    def show_exhibit(self, exhibit: Exhibit | None, *, tells: bool = False) -> None:
        """Show a picture instead of the drawing, with its number and label if it tells; None shows the drawing."""
        self._exhibit, self._tells = exhibit, tells
        self._translate()
        self.spoken.note()

    def show_digits(self, recognition: Recognition | None, *, is_silent: bool = False) -> None:
        """Mark stray dots, and each digit where there are several, with its answer unless silent."""
        self.update(self._marks.show(recognition, is_silent=is_silent))

    def _exhibit_words(self) -> tuple[str, ...]:
        return () if self._exhibit is None else exhibit_words(self._exhibit, self._tells)

    def _follow(self) -> None:
        """Draw what the board has now: as long as a gesture only adds ink to it, that ink alone."""
        growing = self.board.growing
        if not growing:
            self._ink.settle(self.board.settled)
            self.update()
            return
        self._ink.grow(growing)
        begins = len(growing[-1]) <= 2  # the hint goes, and the stroke before this one has got its final shape
        self.update(self.rect() if begins else self._ink.dirty_rect(growing[-1]))

    def _unit(self, position: QPointF) -> Point:
        return position.x() / self._ink.side, position.y() / self._ink.side

    def _press(self, position: QPointF, button: Qt.MouseButton, *, erase: bool) -> None:
        grip = self._grip
        if grip is not None and (button != grip.button or grip.is_told_twice(position)):
            return  # another button brushed in mid-stroke, or the same press once more
        self._grip = _Grip(button, position)  # the same button again: its release was lost
        self.board.press(self._unit(position), erase=erase or self.erases)

    def _move(self, position: QPointF) -> None:
        if self._grip is not None:
            self._grip.moved = True
        self.board.move(self._unit(position))

    def _release(self, button: Qt.MouseButton) -> None:
        if self._grip is None or button == self._grip.button:
            self._grip = None
            self.board.release()

    def _end(self) -> None:
        """End the gesture under way, whatever it is, and keep what it has done."""
        self._grip = self._finger = None
        self._pen_down = False
        self.board.release()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, or with the right button an erasure."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._press(event.position(), event.button(), erase=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pen; without its button it was released where nobody told us."""
        if self._grip is not None and self._grip.button not in event.buttons():
            self._end()
        else:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._release(event.button())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with the pen's tip, erase with its other end; pressure changes nothing."""
        self._pen_heard = time.monotonic()
        if event.type() == QEvent.Type.TabletPress:
            self._pen_down = True
            if self._finger is not None:  # the hand that holds the pen had come to rest first
                self._finger = self._grip = None
                self.board.cancel()
            other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
            erase = other_end or event.button() == Qt.MouseButton.RightButton
            self._press(event.position(), event.button(), erase=erase)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._release(event.button())
            self._pen_down = self._grip is not None
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take touches too; everything else as usual."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_ink()
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide) and self._is_held:
            self._end()  # a box that opened in mid-stroke gets the release, and nobody else does
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            if self._finger is not None:
                self._finger = self._grip = None
                self.board.cancel()
            return
        if event.type() == QEvent.Type.TouchBegin and self._finger is not None:
            self._end()  # no finger was on the screen before: the one that drew was lifted where nobody told us
        for point in event.points():
            if point.id() == self._finger:
                self._move(point.position())
                if point.state() == point.State.Released:
                    self._finger = None
                    self._release(Qt.MouseButton.LeftButton)
            elif point.state() == point.State.Pressed and self._draws(point):
                self._finger = point.id()
                self._press(point.position(), Qt.MouseButton.LeftButton, erase=False)

    def _draws(self, touch: QEventPoint) -> bool:
        """Say whether a touch that begins is a finger that draws."""
        if self._pen_down and time.monotonic() - self._pen_heard > PEN_GONE_SECONDS:
            self._end()
        free = self._finger is None and not self.board.is_drawing and not self._pen_down
        return free and not is_palm(touch.ellipseDiameters())

    @property
    def _is_held(self) -> bool:
        return self._grip is not None or self._finger is not None or self.board.is_drawing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw an example of the digit whose key was pressed."""
        digit = event.text()
        is_digit = len(digit) == 1 and digit in "0123456789"
        if is_digit and self.gives_examples and not self.board.is_drawing:
            self.board.set_drawing(
                sample_digit(int(digit)), lambda: self.tr("Example {digit}").format(digit=digit)
            )
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ink at its new size."""
        self._fit_ink()

    def _fit_ink(self) -> None:
        self._ink.resize(min(self.width(), self.height()), self.devicePixelRatio())
        self._ink.redraw(self.board.settled, self.board.growing)
        self._marks.fit(self._ink.side, self.font())
        self.hold_eraser(self.erases)
        self.update()

    def hold_eraser(self, on: bool) -> None:
        """Take strokes away with what would draw, or draw again."""
        self.erases = on
        self.setCursor(tool_cursor(self._ink.pen_width, self.devicePixelRatio(), erases=on))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ink, or ask for a digit while there is none; or paint what hangs in front of it."""
        painter = QPainter(self)
        growing = self.board.growing
        if self._exhibit is not None:
            paint_exhibit(painter, QRectF(self.rect()), self.font(), self._exhibit, self._tells)
        else:
            self._ink.paint(painter, event.rect(), growing[-1] if growing else None)
            if not self.board.settled and not growing:
                self._paint_hint(painter)
            self._marks.paint(painter, event.rect())
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 4))
            painter.drawRect(self.rect())
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(max(round(self._ink.side * HINT_SHARE), self.fontInfo().pixelSize()))
        painter.setFont(font)
        painter.setPen(HINT_COLOR)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(self.rect()), flags, self.tr("Draw a digit here"))

    def sizeHint(self) -> QSize:
        """Prefer more than the least side."""
        return QSize(LEAST_SIDE + 80, LEAST_SIDE + 80)


def is_palm(diameters: QSizeF) -> bool:
    """Say whether a touch of this width and height, in logical pixels, is too large for a finger.

    Screens that do not measure it report 0.
    """
    return max(diameters.width(), diameters.height()) >= PALM_DIAMETER
