"""What is drawn, as state: the drawing, how it grows, and every change that can be undone."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from digitpad.drawing.clipping import Point
from digitpad.drawing.erasing import stroke_under, without_swept
from digitpad.drawing.pen import PEN_SHARE, PenTrail
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES, Drawing, Points
from digitpad.workspace.wording.undo_texts import Name, NamedChange, Replaced

MOST_CHANGES = 200
"""How many can be undone: each may hold two drawings."""


class Board(QObject):
    """Holds the drawing; mouse, pen and finger change it by gestures: press, move, release.

    A gesture's points are in the drawing's own unit, in which the canvas is the square from (0, 0) to (1, 1);
    they may lie outside. There is one gesture at a time: whatever else changes the drawing ends it first, and
    moves that still come are ignored until the next press.

    Attributes:
        undo_stack: every change of the drawing, as Qt's undo stack. To undo is ``Board.undo``, which knows of
            the gesture under way.
        is_covered: whether something hangs in front of it, so that nobody sees what an eraser would touch.

    Signals:
        drawing_changed(Drawing): the drawing is another one now; also at each point while a stroke grows. As
            long as ``growing`` has strokes, ``settled`` is the same as before.
        touched(): somebody is about to do something to the drawing, or to try.
        replaced(Drawing): this drawing has given way to quite another one, or to none.
        filled(): a press or a move left no ink, as the drawing would be more than a file may hold; once for
            each gesture.
    """

    drawing_changed = Signal(object)
    touched = Signal()
    replaced = Signal(object)
    filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_CHANGES)
        self.is_covered = False
        self._settled = Drawing()
        self._trail: PenTrail | None = None
        self._erased_from: Drawing | None = None
        self._eraser: Point = (0.0, 0.0)
        self._grown: Drawing | None = None

    @property
    def drawing(self) -> Drawing:
        """What is drawn, the growing strokes included."""
        if not self.growing:
            return self._settled
        if self._grown is None:
            self._grown = Drawing((*self._settled.strokes, *self.growing))
        return self._grown

    @property
    def settled(self) -> Drawing:
        """What is drawn without the growing strokes."""
        return self._settled

    @property
    def growing(self) -> Sequence[Points]:
        """The strokes of the gesture under way, each (n, 2); only the last of them can still grow."""
        return self._trail.strokes if self._trail else ()

    @property
    def is_drawing(self) -> bool:
        """Whether a pen is down that draws, even if it has left no ink yet."""
        return self._trail is not None

    @property
    def has_gesture(self) -> bool:
        """Whether something is down, be it a pen or an eraser."""
        return self._trail is not None or self._erased_from is not None

    def press(self, point: Point, *, erase: bool) -> None:
        """Put the pen down at ``point``, or the eraser, which takes the topmost stroke away.

        An eraser that comes down on what covers the board does no more than that this goes.
        """
        self.release()
        was_covered = self.is_covered
        self.touched.emit()
        if erase and was_covered:
            return
        if erase:
            self._erased_from, self._eraser = self._settled, point
            hit = stroke_under(self._settled, point, PEN_SHARE)
            if hit is not None:
                strokes = self._settled.strokes
                self._keep(Drawing(strokes[:hit] + strokes[hit + 1 :]))
            return
        most_strokes = MAX_STROKES - len(self._settled.strokes)
        most_points = MAX_POINTS - self._settled.point_count
        if most_strokes < 1 or most_points < 1:
            self.filled.emit()
            return
        self._trail = PenTrail(point, most_strokes, most_points)
        if self._trail.strokes:
            self._grow()

    def move(self, point: Point) -> None:
        """Go on to ``point`` with what was put down; an eraser takes away every stroke on its way."""
        if self._erased_from is not None:
            start, self._eraser = self._eraser, point
            self._keep(without_swept(self._settled, start, point, PEN_SHARE))
        elif self._trail is not None:
            was_dry = self._trail.is_dry
            if self._trail.move(point):
                self._grow()
            elif self._trail.is_dry != was_dry:
                self.filled.emit()

    def release(self) -> None:
        """End the gesture; what it did becomes one change that can be undone."""
        before = self._erased_from
        inked = bool(self.growing)
        # Copied, as the strokes that grew have room for more.
        after = Drawing((*self._settled.strokes, *Drawing.of(self.growing).strokes))
        self._trail = self._erased_from = None
        if inked:
            self._push(lambda: self.tr("Stroke"), self._settled, after)
        elif before is not None and before != after:
            self._push(lambda: self.tr("Erase"), before, after)

    def cancel(self) -> None:
        """Take back what the gesture under way has done; it leaves nothing to undo."""
        before = self._settled if self._erased_from is None else self._erased_from
        changed = before != self.drawing
        self._trail = self._erased_from = None
        if changed:
            self._show(before)

    def set_drawing(self, drawing: Drawing, name: Name) -> None:
        """Replace the drawing in a way that can be undone; ``name`` is what it is called in the Edit menu."""
        self.release()
        self.touched.emit()
        before = self._settled
        if drawing != before:
            self._push(name, before, drawing)
            self.replaced.emit(before)

    def change_to(self, drawing: Drawing, name: Name) -> NamedChange:
        """Return the change that leads to another drawing, for whoever changes something else with it.

        There must be no gesture under way. Nobody is told that the drawing there was gave way.
        """
        return Replaced(name, self._show, self._settled, drawing)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing in a way that cannot be undone; a gesture under way is forgotten."""
        self._show(drawing)

    def erase(self, number: int) -> None:
        """Take one stroke away, counted from 0, as an eraser does; a gesture under way is at its end."""
        self.take_away((number,), lambda: self.tr("Erase"))

    def take_away(self, numbers: Collection[int], name: Name) -> None:
        """Take strokes away, counted from 0, as one change; a gesture under way is at its end before."""
        self.release()
        self.touched.emit()
        strokes = enumerate(self._settled.strokes)
        after = Drawing(tuple(stroke for number, stroke in strokes if number not in numbers))
        self._push(name, self._settled, after)

    def clear(self) -> None:
        """Take all ink away."""
        self.set_drawing(Drawing(), lambda: self.tr("Clear"))

    def undo(self) -> None:
        """Take the newest change back: of a gesture under way, that."""
        self.release()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Make the newest change again that was taken back."""
        self.release()
        self.undo_stack.redo()

    def forget_undone(self) -> None:
        """Have nothing that was taken back, and could be made again."""
        if self.undo_stack.canRedo():
            change = QUndoCommand()
            self.undo_stack.push(change)
            change.setObsolete(True)
            self.undo_stack.undo()  # it is gone with that

    def _grow(self) -> None:
        self._grown = None
        self.drawing_changed.emit(self.drawing)

    def _keep(self, drawing: Drawing) -> None:
        """Have what the eraser has left."""
        if len(drawing.strokes) < len(self._settled.strokes):
            self._settled = drawing
            self.drawing_changed.emit(drawing)

    def _push(self, name: Name, before: Drawing, after: Drawing) -> None:
        self.undo_stack.push(Replaced(name, self._show, before, after))

    def _show(self, drawing: Drawing) -> None:
        self.touched.emit()
        self._grown = None
        self._trail = self._erased_from = None
        self._settled = drawing
        self.drawing_changed.emit(drawing)
