"""A gallery's pictures as Qt's list views know them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from digitpad.ui.gallery.source import NoPictures, PictureSource
from digitpad.workspace.wording.plain_text import as_tip

Index = QModelIndex | QPersistentModelIndex


class PictureModel(QAbstractListModel):
    """Asks a source when it is asked.

    Attributes:
        source: the pictures.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source: PictureSource = NoPictures()

    def show_source(self, source: PictureSource) -> None:
        """Have other pictures."""
        self.beginResetModel()
        self.source = source
        self.endResetModel()

    def exchange_source(self, source: PictureSource) -> None:
        """Have other pictures, as many as before, each in the place of another."""
        self.source = source
        if len(source):
            self.dataChanged.emit(self.index(0), self.index(len(source) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """Return how many pictures there are."""
        return 0 if parent.isValid() else len(self.source)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """Return that there is one: QAbstractListModel's own cannot be asked without a parent."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a picture's caption, or all there is to say of it."""
        if not 0 <= index.row() < len(self.source):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.source.caption(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.source.words(index.row()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.source.words(index.row())
        return None
