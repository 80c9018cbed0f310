"""The queue as a list: what waits can be dragged, or moved by keys, into another order."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QDrag, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.views.words import hint_in
from digitpad.workspace.queue.run_queue import RunQueue

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier

DRAGGED_EMS = 14
"""Width of what is dragged, in heights of a line."""

BESIDE_POINTER = QPoint(-16, -8)
"""Where the pointer is in it, in logical pixels: the line that says where it will land is seen beside it."""

KEYS = {
    (Qt.Key.Key_Up, ALT): "queue_up",
    (Qt.Key.Key_Down, ALT): "queue_down",
    (Qt.Key.Key_Delete, NONE): "queue_remove",
}
"""Those that are the list's own, and the commands that they give."""


class QueueList(Translated, QListView):
    """Shows a RunQueue.

    Attributes:
        hint: what it is for, while nothing is in it.
    """

    def __init__(
        self,
        queue: RunQueue,
        selection: QItemSelectionModel,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue, self._actions = queue, actions
        self.setModel(queue)
        self.setSelectionModel(selection)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAlternatingRowColors(True)
        self.setUniformItemSizes(False)  # a sentence on what went wrong takes its lines
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all its pages
        self.hint = hint_in(self)
        for change in (queue.rowsInserted, queue.rowsRemoved, queue.modelReset):
            change.connect(lambda *_: self._show_hint())
        leave_space(self)
        self._translate()

    def event(self, event: QEvent) -> bool:
        """Keep those keys for the list that elsewhere are somebody else's."""
        if event.type() == QEvent.Type.ShortcutOverride and _command(cast(QKeyEvent, event)):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove what is selected; all else is as in any list."""
        command = _command(event)
        if command:
            self._actions[command].trigger()
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802  # Qt's name
        """Drag the first line alone: a whole row, as Qt would have it, hides the place where it will land."""
        dragged = [index for index in self.selectedIndexes() if index.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        if dragged:
            line = self.fontMetrics().height()
            row = self.visualRect(dragged[0])
            drag = QDrag(self)
            drag.setMimeData(self._queue.mimeData(dragged))
            drag.setPixmap(self.viewport().grab(row & QRect(row.topLeft(), QSize(DRAGGED_EMS * line, line))))
            drag.setHotSpot(BESIDE_POINTER)
            drag.exec(supported, self.defaultDropAction())

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Queue"))
        self.setToolTip(
            self.tr("What waits, in its order: drag it, or press Alt with an arrow key; Delete removes it")
        )
        self.hint.setText(
            self.tr("Recipes put here train one after the other, while the class looks at what comes of it.")
        )
        self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setVisible(not self._queue.entries)


def _command(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), modifiers), "")
