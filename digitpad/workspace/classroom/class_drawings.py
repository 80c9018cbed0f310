"""The class's own digits as state: every change of them can be undone."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.wording.undo_texts import Name, NamedChange, Replaced


class ClassDrawings(QObject):
    """Holds what the class has collected.

    Attributes:
        content: it, as a value; whoever wants another one calls what is below.

    Signals:
        changed(): there are other drawings now, or other labels.
        filled(): not all that was to be added had room.
        replaced(): those of another session are here now.
    """

    changed = Signal()
    filled = Signal()
    replaced = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = ClassSet()
        self._undo_stack = undo_stack

    def __len__(self) -> int:
        return len(self.content.drawings)

    def add(self, entries: Iterable[LabelledDrawing], name: Name | None = None) -> int:
        """Add drawings with labels, as many as there is room for, in a way that can be undone; return how many."""
        added = tuple(entries)
        room = self.content.room_for(added)
        self._replace(self.content.with_added(added[:room]), name or (lambda: self.tr("Add to our digits")))
        if room < len(added):
            self.filled.emit()
        return room

    def have_more(self, content: ClassSet) -> None:
        """Have this set, to which drawings were added, in a way that can be undone."""
        self.change(content, lambda: self.tr("Add to our digits"))

    def relabel(self, places: Sequence[int], label: int) -> None:
        """Give these of ``content.everything`` a label, set aside or not, in a way that can be undone."""
        self.change(self.content.decided(places, label), lambda: self.tr("Change a label"))

    def keep(self, places: Sequence[int]) -> None:
        """Keep these of ``content.everything`` by the labels they have, in a way that can be undone."""
        self.change(self.content.decided(places), lambda: self.tr("Keep what was set aside"))

    def drop(self, places: Sequence[int]) -> None:
        """Take these of ``content.everything`` out, in a way that can be undone."""
        self.change(self.content.without(places), lambda: self.tr("Drop from our digits"))

    def change(self, content: ClassSet, name: Name) -> None:
        """Have another set, in a way that can be undone under this name; not one that has grown too large."""
        if _size(content) > _size(self.content) and not content.fits:
            self.filled.emit()
        else:
            self._replace(content, name)

    def label_of(self, drawing: Drawing) -> int | None:
        """Return the label that a drawing has now, set aside or not; None if it was dropped."""
        return next((entry.label for entry in self.content.everything if entry.drawing is drawing), None)

    def admits(self, entry: LabelledDrawing) -> bool:
        """Return whether there is room for one more drawing; tell if there is not."""
        if self.content.room_for([entry]):
            return True
        self.filled.emit()
        return False

    def change_to(self, content: ClassSet, name: Name) -> NamedChange:
        """Return the change that leads to another set, for whoever changes something else with it."""
        return Replaced(name, self._show, self.content, content)

    def put(self, content: ClassSet) -> None:
        """Have the set of a session that was opened; that cannot be undone."""
        self._show(content)
        self.replaced.emit()

    def _replace(self, content: ClassSet, name: Name) -> None:
        if content != self.content:
            self._undo_stack.push(self.change_to(content, name))

    def _show(self, content: ClassSet) -> None:
        self.content = content
        self.changed.emit()


def _size(content: ClassSet) -> int:
    return len(content.drawings) + len(content.aside)
