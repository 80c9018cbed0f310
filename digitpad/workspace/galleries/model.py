"""A gallery's pictures as Qt's list views know them."""

from typing import Any

from PySide6.QtCore import QObject, QStringListModel, Qt

from digitpad.workspace.galleries.source import NoPictures, PictureSource
from digitpad.workspace.index import Index
from digitpad.workspace.wording.plain_text import as_tip

CHOSEN_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
"""What can be done with a picture; put together once, as a view asks for each that it paints."""


class PictureModel(QStringListModel):
    """Asks a source when it is asked what there is in a place; how many places there are Qt knows by itself.

    A view asks that twice for each picture that it places. Answers in Python take half of the time in which 10,000
    are placed, and more where the interpreter has to be waited for, so this holds an empty text for each picture.

    Attributes:
        source: the pictures.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source: PictureSource = NoPictures()

    def show_source(self, source: PictureSource) -> None:
        """Have other pictures."""
        self.source = source
        self.setStringList([""] * len(source))

    def exchange_source(self, source: PictureSource) -> None:
        """Have other pictures, as many as before, each in the place of another."""
        self.source = source
        if len(source):
            self.dataChanged.emit(self.index(0), self.index(len(source) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a picture can be chosen, not written to."""
        return CHOSEN_ONLY

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
