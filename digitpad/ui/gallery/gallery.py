"""The gallery: thousands of small pictures that scroll smoothly, chosen by hand or by keys."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from digitpad.ui.gallery.delegate import LARGE_EMS, PICTURE_EMS, PictureDelegate
from digitpad.ui.views.clicked_list import leave_space
from digitpad.workspace.galleries.model import PictureModel
from digitpad.workspace.galleries.source import PictureSource

OWN_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""Keys that elsewhere are the sketchbook's."""


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
        # As icons they would look the same and be placed four times as slowly: 10,000 in 50 ms. In batches, which
        # icons need for that, nobody could scroll to a picture whose batch has not come yet.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionRectVisible(True)
        self.activated.connect(self._open)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)
        leave_space(self)
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
        had_chosen = self.selectionModel().hasSelection()
        self._model.show_source(source)
        self._fit()
        self._wanted_place = place if stay else 0
        self._go_to_place()
        if had_chosen:  # whoever resets a model tells no selection of it
            self.chosen.emit([])

    def _go_to_place(self) -> None:
        """Scroll to where one was, as soon as so many pictures are placed."""
        bar = self.verticalScrollBar()
        bar.setValue(self._wanted_place)
        if bar.maximum() >= self._wanted_place:
            self._wanted_place = 0

    def _follow_range(self) -> None:
        if self._wanted_place:
            self._go_to_place()

    def selected(self) -> list[int]:
        """Return the places of the chosen pictures, ascending."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def choose(self, places: Sequence[int]) -> None:
        """Choose these pictures, and scroll to the first of them."""
        selection = QItemSelection()
        for _, run in groupby(enumerate(sorted(places)), key=lambda pair: pair[1] - pair[0]):
            together = [place for _, place in run]
            selection.select(self._model.index(together[0]), self._model.index(together[-1]))
        if places:
            first = self._model.index(places[0])
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def paint_anew(self, places: Iterable[int]) -> None:
        """Paint these pictures anew, as far as they are in sight, and no others."""
        for place in places:
            self.update(self._model.index(place))

    def set_projector(self, on: bool) -> None:
        """Have pictures that the last row can see, or as many as there is room for."""
        self._delegate.picture_ems = LARGE_EMS if on else PICTURE_EMS
        self._fit()

    def paint_with(self, opacity: float) -> None:
        """Paint all pictures with this opacity, from 0 to 1."""
        if opacity != self._delegate.opacity:
            self._delegate.opacity = opacity
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that leaf through it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in OWN_KEYS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all that is in sight in one go.

        Qt would do that without this. But what is painted from Python has the interpreter for the whole frame;
        else each picture has to wait for it anew while a thread is at work, and a frame takes twice as long.
        """
        super().paintEvent(event)

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
        """Six side by side, and three rows; one of large pictures, lest what is around it has to scroll."""
        tile = self._tile()
        rows = 1 if self._delegate.picture_ems == LARGE_EMS else 3
        return QSize(6 * tile.width() + self.verticalScrollBar().sizeHint().width(), rows * tile.height())

    def _tile(self) -> QSize:
        return self._delegate.tile(self.fontMetrics(), self._model.source.longest_caption())

    def _fit(self) -> None:
        self._delegate.fit(self.font())
        self.setGridSize(self._tile())
        self.verticalScrollBar().setSingleStep(self._tile().height() // 2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else rows jump when it comes
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
