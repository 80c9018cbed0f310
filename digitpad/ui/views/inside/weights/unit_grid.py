"""All units of a layer as pictures that scroll: only those that are to be seen are made, as one image."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from digitpad.arrays import SIDE, Places
from digitpad.network.weight_pictures import sheet
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.inside.weights.captions import Captions
from digitpad.workspace.inside.tiling import GAP, Tiling, fitting, scrolling
from digitpad.workspace.inside.units import Units
from digitpad.workspace.wording.plain_text import as_tip

SIDE_EMS, LARGE_EMS = 3.5, 5.2
"""Side of a picture in heights of a line; and where the last row shall see it."""

FINER = 4
"""Times that a picture is made larger before it gets a size that its weights do not share evenly."""

LEAST_EMS = 5.6
"""Height in which one row of pictures can be seen, in heights of a line."""


class UnitGrid(Translated, QAbstractScrollArea):
    """Shows units; the pointer looks at one for as long as it is there, a click or the keys choose it.

    Signals:
        looked(object): this unit is pointed at, from 0; None if none is any more.
        chosen(object): this unit, from 0, was chosen; None for none any more.
    """

    looked = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: Units | None = None
        self._image = QImage()
        self._painted: tuple[Colors, range] | None = None
        self._captions = Captions()
        self._tiling = Tiling(0, 1, 1.0, GAP, 0.0)
        self._is_projected = False
        self._pointed: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # What is below, up to the window's ground, is not painted with each of the network's batches.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._translate()

    def show_units(self, units: Units) -> None:
        """Show these, or the same with other weights."""
        before, self._units, self._painted = self._units, units, None
        if before is None or len(before.numbers) != len(units.numbers) or before.fit != units.fit:
            self._fit()
        self.viewport().update()

    @property
    def tiling(self) -> Tiling:
        """Where the pictures stand; the bar's value is to be taken away from their heights."""
        return self._tiling

    def shown(self) -> range:
        """Return the places in the order that are to be seen now."""
        return self._tiling.shown(self.verticalScrollBar().value(), self.viewport().height())

    def scroll_to(self, unit: int) -> None:
        """Have a unit in sight."""
        place = self._place_of(unit)
        if place is None:
            return
        tile, bar = self._tiling.tile(place), self.verticalScrollBar()
        top = min(bar.value(), int(tile.top()))
        bar.setValue(max(top, round(tile.bottom()) - self.viewport().height()))

    def set_projector(self, on: bool) -> None:
        """Have fewer and larger pictures, or as many as can be looked at from near."""
        self._is_projected = on
        self._fit()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Units of the first layer"))

    def _place_of(self, unit: int) -> int | None:
        if self._units is None:
            return None
        found = np.flatnonzero(self._units.numbers == unit)
        return int(found[0]) if len(found) else None

    # Its size.

    def _fit(self) -> None:
        if self._units is None:
            return
        letters, room = self.fontMetrics(), self.viewport().size()
        count, ratio, words = len(self._units.numbers), self.devicePixelRatioF(), float(letters.height())
        if self._units.fit:
            self._tiling = fitting(count, room.width(), room.height(), words, ratio)
        else:
            wanted = (LARGE_EMS if self._is_projected else SIDE_EMS) * words
            side = min(wanted, (room.height() - words) * SIDE / (SIDE + 2 * GAP))  # a row is to be seen as a whole
            self._tiling = scrolling(count, room.width(), side, words, ratio)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._tiling.height) - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(max(1, round(self._tiling.step[1] / 2)))
        self._painted = None
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """A row of two."""
        height = self.fontMetrics().height()
        return QSize(round(2.4 * SIDE_EMS * height), round(LEAST_EMS * height))

    def sizeHint(self) -> QSize:
        """No more than that: the area around would rather scroll than give less than it is asked for."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters and colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._captions.forget()
            self.updateGeometry()
            self._fit()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802  # Qt's name
        """Show what comes into sight."""
        self._painted = None
        self.viewport().update()

    # What a hand does.

    def unit_at(self, point: QPointF) -> int | None:
        """Return the unit at a point of the viewport."""
        place = self._tiling.at(point + QPointF(0, self.verticalScrollBar().value() - self._tiling.top))
        return None if place is None or self._units is None else int(self._units.numbers[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the unit under the pointer."""
        self._look(self.unit_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit under the pointer."""
        unit = self.unit_at(event.position())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(unit)

    def leaveEvent(self, event: QEvent) -> None:
        """Look at the chosen one again."""
        self._look(None)
        super().leaveEvent(event)

    def _look(self, unit: int | None) -> None:
        if unit != self._pointed:
            self._pointed = unit
            words = "" if unit is None or self._units is None else self._units.words(unit)
            self.viewport().setToolTip(as_tip(words))
            self.looked.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour, a row or a page further, to the first or the last; Backspace chooses none."""
        step = self._key_step(event)
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            self.chosen.emit(None)
            return
        if step is None or self._units is None:
            super().keyPressEvent(event)
            return
        last = len(self._units.numbers) - 1
        place = min(max((self._place_of(self._units.unit) or 0) + step, 0), last)
        unit = int(self._units.numbers[place])
        self.scroll_to(unit)
        self.chosen.emit(unit)

    def _key_step(self, event: QKeyEvent) -> int | None:
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return None
        columns, count = self._tiling.columns, self._tiling.count
        page = max(1, int(self.viewport().height() // self._tiling.step[1])) * columns
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }.get(Qt.Key(event.key()))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that go through it, which elsewhere are the sketchbook's."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._key_step(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    # What is seen.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures in sight as one, then what is around them."""
        units, places = self._units, self.shown()
        painter, now, tiling = QPainter(self.viewport()), colors(), self._tiling
        painter.fillRect(event.rect(), QColor(now.card))
        if units is None or not places:
            painter.end()
            return
        numbers = units.numbers[places.start : places.stop]
        if self._painted != (now, places):
            values = sheet(units.pictures(numbers), tiling.columns, (GAP, tiling.below))
            self._painted, self._image = (now, places), diverging_image(values, units.largest, now)
            if self._is_fractional:  # its squares shall have sharp edges nevertheless
                self._image = self._image.scaled(self._image.size() * FINER)
        painter.translate(0, -self.verticalScrollBar().value())
        pictures = [tiling.picture(place) for place in places]
        room = QSizeF(tiling.columns, -(-len(places) // tiling.columns))
        across, down = tiling.step
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_fractional)
        whole = QSizeF(room.width() * across, room.height() * down)
        painter.drawImage(QRectF(pictures[0].topLeft(), whole), self._image)
        painter.setPen(QColor(now.border))
        painter.drawRects([picture.adjusted(-0.5, -0.5, 0.5, 0.5) for picture in pictures])
        self._paint_captions(painter, pictures, numbers)
        self._paint_frame(painter, now)
        painter.end()

    @property
    def _is_fractional(self) -> bool:
        return bool(self._tiling.dot * self.devicePixelRatioF() % 1)

    def _paint_captions(self, painter: QPainter, pictures: Sequence[QRectF], numbers: Places) -> None:
        assert self._units is not None
        painter.setPen(QColor(colors().text))
        heavy = [number == self._units.heavy for number in numbers.tolist()]
        room = self._tiling.step[0] - QFontMetricsF(self.font()).horizontalAdvance(" ")  # two must not read as one
        self._captions.paint(painter, pictures, self._units.captions(numbers), heavy, room)

    def _paint_frame(self, painter: QPainter, now: Colors) -> None:
        place = None if self._units is None else self._place_of(self._units.unit)
        if place is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.text), 3 if self.hasFocus() else 2))
            tile = self._tiling.tile(place)
            tile.setHeight(tile.height() - 1)
            painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), 3, 3)
