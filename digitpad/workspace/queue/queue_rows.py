"""The entries of the queue as Qt's lists want them: those that have had their turn first, then those that wait."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from digitpad.workspace.index import Index
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_texts import entry_text, entry_tip
from digitpad.workspace.wording.plain_text import as_tip

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The data of this role is the Entry itself."""


class QueueRows(QAbstractListModel):
    """A list of entries, to be dragged into another order; who changes them says so.

    Attributes:
        entries: all of them; to be read, not changed.
    """

    entries: list[Entry]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says, or its entry."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry_text(entry, index.row() + 1)
        return as_tip(entry_tip(entry)) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: what waits can be dragged, to between two rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.entries[index.row()].waits else flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802  # Qt's name
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def arrange(self, wanted: list[Entry]) -> None:
        """Have these entries in this order; whatever stays keeps its selection."""
        for place in reversed(range(len(self.entries))):
            if self.entries[place] not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.entries[place]
                self.endRemoveRows()
        for place, entry in enumerate(wanted):
            if place < len(self.entries) and self.entries[place] is entry:
                continue
            if entry in self.entries:
                was = self.entries.index(entry)
                self.beginMoveRows(QModelIndex(), was, was, QModelIndex(), place)
                self.entries.insert(place, self.entries.pop(was))
                self.endMoveRows()
            else:
                self.beginInsertRows(QModelIndex(), place, place)
                self.entries.insert(place, entry)
                self.endInsertRows()

    def show_anew(self) -> None:
        """Have all rows read anew: what became of one has changed, or the language."""
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))
