"""The drawing pad: a black square, white ink, for mouse, tablet pen and finger."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QSizeF, Qt, Signal
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
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.drawing.clipping import Point
from digitpad.drawing.erasing import stroke_under
from digitpad.drawing.pen import PenTrail
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES, Drawing
from digitpad.ui.canvas.ink import PEN_SHARE, CanvasInk
from digitpad.ui.canvas.pen_cursor import pen_cursor
from digitpad.workspace.drawing_commands import ChangeDrawing

LEAST_SIDE = 400
"""Logical pixels."""

PALM_DIAMETER = 90.0
"""Logical pixels, 24 mm on an ordinary screen: a touch this wide is no finger."""

HINT_COLOR = QColor("#aab2bd")
HINT_SHARE = 0.055
"""Height of the hint's letters as a share of the canvas's side."""


class Canvas(QWidget):
    """A square on which a digit is drawn; the drawing's unit is the canvas's side.

    Left button, pen tip or one finger draws; right button or the pen's eraser end takes strokes away; the
    keys 0 to 9 draw an example. A second finger is ignored, and so is a palm: a wide touch, one that the system
    takes back, and any touch while a pen is down.

    Attributes:
        undo_stack: every change of the drawing, as Qt's undo stack.

    Signals:
        drawing_changed(Drawing): the drawing is another one now; also at each point while a stroke grows.
        replaced(Drawing): this drawing has given way to quite another one, or to none.
        filled(): there is no room for more: what is drawn now would be more than a file may hold.
    """

    drawing_changed = Signal(object)
    replaced = Signal(object)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._drawing = Drawing()
        self._ink = CanvasInk()
        self._trail: PenTrail | None = None
        self._erased_from: Drawing | None = None
        self._finger: int | None = None
        self._pen_down = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST_SIDE, LEAST_SIDE)
        self.setAccessibleName(self.tr("Drawing canvas"))
        self.setAccessibleDescription(
            self.tr("Draw a digit with mouse, pen or finger; the keys 0 to 9 draw an example.")
        )

    @property
    def drawing(self) -> Drawing:
        """What is on the canvas, the growing stroke included."""
        if self._trail is None:
            return self._drawing
        return Drawing((*self._drawing.strokes, *Drawing.of(self._trail.strokes).strokes))

    def set_drawing(self, drawing: Drawing, text: str) -> None:
        """Replace the drawing in a way that can be undone; ``text`` names it in the Edit menu."""
        self._end_gesture()
        if drawing != self._drawing:
            before = self._drawing
            self.undo_stack.push(ChangeDrawing(text, self._show, before, drawing))
            self.replaced.emit(before)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing in a way that cannot be undone."""
        self._forget_gesture()
        self._show(drawing)

    def clear(self) -> None:
        """Take all ink away."""
        self.set_drawing(Drawing(), self.tr("Clear"))

    def undo(self) -> None:
        """Take the newest change back: of a gesture under way, that."""
        self._end_gesture()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Make the newest change again that was taken back."""
        self._end_gesture()
        self.undo_stack.redo()

    def _show(self, drawing: Drawing) -> None:
        self._trail = None
        self._drawing = drawing
        self._ink.redraw(drawing)
        self.update()
        self.drawing_changed.emit(drawing)

    # Gestures: the same three calls from mouse, tablet and finger.

    def _press(self, position: QPointF, *, erase: bool) -> None:
        self._end_gesture()
        if erase:
            self._erased_from = self._drawing
            self._erase(position)
        elif self._has_room():
            self._trail = PenTrail(self._unit(position))
            self._grow()

    def _has_room(self) -> bool:
        """Say whether another stroke, or point, would still leave a drawing that can be saved."""
        lengths = [len(stroke) for stroke in self._drawing.strokes]
        lengths += [len(stroke) for stroke in self._trail.strokes] if self._trail else []
        room = len(lengths) < MAX_STROKES and sum(lengths) < MAX_POINTS
        if not room:
            self.filled.emit()
        return room

    def _move(self, position: QPointF) -> None:
        if self._erased_from is not None:
            self._erase(position)
        elif self._trail is not None and self._has_room() and self._trail.move(self._unit(position)):
            self._grow()

    def _end_gesture(self) -> None:
        trail, self._trail = self._trail, None
        before, self._erased_from = self._erased_from, None
        if trail is not None and trail.strokes:
            after = Drawing((*self._drawing.strokes, *Drawing.of(trail.strokes).strokes))
            self.undo_stack.push(ChangeDrawing(self.tr("Stroke"), self._show, self._drawing, after))
        elif before is not None and before != self._drawing:
            self.undo_stack.push(ChangeDrawing(self.tr("Erase"), self._show, before, self._drawing))

    def _forget_gesture(self) -> None:
        """Undo what the gesture under way has done; it leaves nothing to undo."""
        trail, self._trail = self._trail, None
        before, self._erased_from = self._erased_from, None
        if trail is not None or before is not None:
            self._show(self._drawing if before is None else before)

    def _grow(self) -> None:
        if self._trail is None or not self._trail.strokes:
            return
        stroke = self._trail.strokes[-1]
        self._ink.extend(stroke)
        self.update(self._ink.dirty_rect(stroke) if self._drawing else self.rect())
        self.drawing_changed.emit(self.drawing)

    def _erase(self, position: QPointF) -> None:
        hit = stroke_under(self._drawing, self._unit(position), PEN_SHARE)
        if hit is not None:
            strokes = self._drawing.strokes
            self._show(Drawing(strokes[:hit] + strokes[hit + 1 :]))

    def _unit(self, position: QPointF) -> Point:
        return position.x() / self._ink.side, position.y() / self._ink.side

    # Qt's events.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, or with the right button an erasure."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._press(event.position(), erase=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pen."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        self._end_gesture()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with the pen's tip, erase with its other end; pressure changes nothing."""
        if event.type() == QEvent.Type.TabletPress:
            self._pen_down = True
            if self._finger is not None:  # the hand that holds the pen had come to rest first
                self._finger = None
                self._forget_gesture()
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._press(event.position(), erase=eraser or event.button() == Qt.MouseButton.RightButton)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_down = False
            self._end_gesture()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take touches too; everything else as usual."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_ink()
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            if self._finger is not None:
                self._finger = None
                self._forget_gesture()
            return
        for point in event.points():
            if point.id() == self._finger:
                self._move(point.position())
                if point.state() == point.State.Released:
                    self._finger = None
                    self._end_gesture()
            elif point.state() == point.State.Pressed and self._draws(point):
                self._finger = point.id()
                self._press(point.position(), erase=False)

    def _draws(self, touch: QEventPoint) -> bool:
        """Say whether a touch that begins is a finger that draws."""
        free = self._finger is None and self._trail is None and not self._pen_down
        return free and not is_palm(touch.ellipseDiameters())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw an example of the digit whose key was pressed."""
        digit = event.text()
        if len(digit) == 1 and digit in "0123456789" and self._trail is None:
            self.set_drawing(sample_digit(int(digit)), self.tr("Example %s") % digit)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ink at its new size."""
        self._fit_ink()

    def _fit_ink(self) -> None:
        self._end_gesture()
        self._ink.resize(min(self.width(), self.height()), self.devicePixelRatio())
        self._ink.redraw(self._drawing)
        self.setCursor(pen_cursor(self._ink.pen_width, self.devicePixelRatio()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ink; ask for a digit while there is none."""
        painter = QPainter(self)
        trail = self._trail.strokes if self._trail else []
        self._ink.paint(painter, event.rect(), trail[-1:])
        if not self._drawing and not trail:
            self._paint_hint(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 4))
            painter.drawRect(self.rect())
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(round(self._ink.side * HINT_SHARE))
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
