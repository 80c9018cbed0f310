"""The gallery: thousands of small pictures that scroll smoothly, chosen by hand or by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from digitpad.ui.gallery.delegate import LARGE_EMS, PICTURE_EMS, PictureDelegate
from digitpad.ui.gallery.model import PictureModel
from digitpad.ui.gallery.source import PictureSource

AT_ONCE = 200
"""Pictures that are placed before the window's thread does something else."""


class Gallery(QListView):
    """Shows a source's pictures, as many in a row as there is room for.

    Signals:
        opened(int): this picture was asked for: by Enter, or by a double click.
        chosen(list[int]): these are chosen now, ascending.
    """

    opened = Signal(int)
    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PictureModel(self)
        self._delegate = PictureDelegate(self)
        self._wanted_place = 0
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionRectVisible(True)
        self.activated.connect(self._open)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.selected()))

    def show_source(self, source: PictureSource, *, stay: bool = False) -> None:
        """Show other pictures, from the first; or, to ``stay``, from where the others are looked at now.

        What is chosen is kept, by its place, if one is to stay and there are as many as before.
        """
        place = self.verticalScrollBar().value()
        if stay and len(source) == self._model.rowCount():
            self._model.exchange_source(source)
            self._fit()
            return
        self._model.show_source(source)
        self._fit()
        self._wanted_place = place if stay else 0
        self._go_to_place()

    def _go_to_place(self) -> None:
        """Scroll to where one was, as soon as so many pictures are placed."""
        bar = self.verticalScrollBar()
        bar.setValue(self._wanted_place)
        if bar.maximum() >= self._wanted_place:
            self._wanted_place = 0

    def _follow_range(self) -> None:
        if self._wanted_place:
            self._go_to_place()

    def tell_changed(self, first: int, last: int) -> None:
        """Paint the pictures from ``first`` to ``last`` anew."""
        self._model.tell_changed(first, last)

    def selected(self) -> list[int]:
        """Return the places of the chosen pictures, ascending."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def choose(self, places: Sequence[int]) -> None:
        """Choose these pictures, and scroll to the first of them."""
        model = self.selectionModel()
        model.clear()
        for place in places:
            model.select(self._model.index(place), QItemSelectionModel.SelectionFlag.Select)
        if places:
            first = self._model.index(places[0])
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.Select)
            self.scrollTo(first)

    def set_projector(self, on: bool) -> None:
        """Have pictures that the last row can see, or as many as there is room for."""
        self._delegate.picture_ems = LARGE_EMS if on else PICTURE_EMS
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Two side by side, and one row."""
        tile = self._tile()
        return QSize(2 * tile.width() + self.verticalScrollBar().sizeHint().width(), tile.height())

    def sizeHint(self) -> QSize:
        """Six side by side, and three rows."""
        tile = self._tile()
        return QSize(6 * tile.width() + self.verticalScrollBar().sizeHint().width(), 3 * tile.height())

    def _tile(self) -> QSize:
        return self._delegate.tile(self.fontMetrics(), self._model.source.longest_caption())

    def _fit(self) -> None:
        self.setGridSize(self._tile())
        self.verticalScrollBar().setSingleStep(self._tile().height() // 2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else rows jump when it comes
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
