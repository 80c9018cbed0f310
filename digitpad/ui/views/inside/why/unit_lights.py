"""Lights for the units of all hidden layers: what each puts out, or what it argues."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from digitpad.network.architecture import MAX_HIDDEN
from digitpad.network.explanation import Ledger, Trace
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.drawn.lights import Lights
from digitpad.ui.drawn.tips import TipOfParts
from digitpad.ui.plain import give_tip
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.steady_words import SteadyWords
from digitpad.ui.views.words import SPACING, Words
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.wording.inside.chain_texts import lit_text
from digitpad.workspace.wording.inside.written_sum import halved
from digitpad.workspace.wording.recipe.recipe_texts import activation_names

FEW, FEW_EMS = 128, 0.7
"""Up to so many units the lights are larger: their side in heights of a line."""


class UnitLights(TipOfParts, Lights):
    """A layer's lights; pointer, click and arrow keys choose one.

    Attributes:
        words: what is said of a unit.

    Signals:
        pointed(int): the pointer is over this unit; −1 when it has left.
        chosen(int): this unit was clicked, or gone to by keys; −1 for none.
    """

    pointed = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: Callable[[int], str] = lambda unit: ""
        self._unit = -1
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_unit(self, unit: int) -> None:
        """Mark this unit; −1 for none."""
        if unit != self._unit:
            self._unit = unit
            self.update()

    def _side(self) -> int:
        return round(FEW_EMS * self.fontMetrics().height()) if self.count <= FEW else super()._side()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a unit."""
        unit = self.unit_at(event.position())
        self.pointed.emit(-1 if unit is None else unit)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self.pointed.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit under the pointer."""
        unit = self.unit_at(event.position())
        if unit is not None:
            self.chosen.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys; Backspace chooses none."""
        columns = self._columns(self.width())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            unit = self._unit + step if self._unit >= 0 else 0
            if 0 <= unit < self.count:
                self.chosen.emit(unit)
        elif event.key() == Qt.Key.Key_Backspace:
            self.chosen.emit(-1)
        else:
            super().keyPressEvent(event)

    def _tip_at(self, point: QPointF) -> str:
        unit = self.unit_at(point)
        return "" if unit is None else self.words(unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lights, and which one is chosen."""
        painter, now = QPainter(self), colors()
        painter.fillRect(self.rect(), QColor(now.card))
        if self.count:
            self._paint(painter)
        if 0 <= self._unit < self.count:
            self._paint_frame(painter, now)
        painter.end()

    def _paint_frame(self, painter: QPainter, now: Colors) -> None:
        place = QRectF(self.place_of(self._unit)).adjusted(-1, -1, 1, 1)
        painter.setPen(QPen(QColor(now.card), 4))
        painter.drawRect(place)
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.text), 2))
        painter.drawRect(place)


class LightsPanel(Translated, QWidget):
    """Lights of each hidden layer below a line of words, and the choice of what they show.

    Attributes:
        shares: the choice: outputs, or shares of the logit.
        lights, names: for each hidden layer that a network can have.

    Signals:
        pointed(int, int), chosen(int, int): a layer from 0 and its unit, −1 for none.
        switched(): outputs are shown now, or shares.
    """

    pointed = Signal(int, int)
    chosen = Signal(int, int)
    switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shares = ChoiceBox(self)
        self.shares.addItems(["", ""])
        self.shares.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shares.activated.connect(lambda _place: self.switched.emit())
        WheelGuard(self).guard(self.shares)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        self.lights = [UnitLights(self) for _ in range(MAX_HIDDEN)]
        self.names = [Words("muted", self) for _ in range(MAX_HIDDEN)]
        self._rooms = [SteadyWords(name, self) for name in self.names]
        self._first_name = ""
        self.names[0].setWordWrap(False)  # it stands beside the choice, where a flow would make two lines of it
        self._rooms[0].setMinimumWidth(1)  # else large letters make the page wider than its room
        head = FlowLayout()
        head.addWidget(self._rooms[0])
        head.addWidget(self.shares)
        column.addLayout(head)
        for layer, (room, lights) in enumerate(zip(self._rooms, self.lights, strict=True)):
            if layer:
                column.addWidget(room)
            column.addWidget(lights)
            lights.hide()
            lights.pointed.connect(lambda unit, layer=layer: self.pointed.emit(layer, unit))
            lights.chosen.connect(lambda unit, layer=layer: self.chosen.emit(layer, unit))
        column.addStretch(1)
        self._translate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the first layer's name in two lines where it is wider than all there is."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        # By hand: a label that wraps its words asks for a width that makes six lines of them.
        name = self.names[0]
        is_wider = name.fontMetrics().horizontalAdvance(self._first_name) > self.width()
        self._rooms[0].setText(halved(self._first_name) if is_wider else self._first_name)

    def show_account(self, trace: Trace, account: Ledger, unit: tuple[int, int] | None) -> None:
        """Show a picture's outputs, or their shares, and which unit is chosen."""
        is_share = self.shares.currentIndex() == 1
        for layer, outputs in enumerate(trace.outputs):
            self.lights[layer].show_outputs(account.units[layer] if is_share else outputs)
            self.lights[layer].show_unit(unit[1] if unit is not None and unit[0] == layer else -1)

    def show_names(self, trace: Trace) -> None:
        """Have lights for each hidden layer, and say how many units are on."""
        hidden, called = trace.snapshot.architecture.hidden, activation_names()
        for layer, (room, lights) in enumerate(zip(self._rooms, self.lights, strict=True)):
            is_there = layer < len(hidden)
            lights.setVisible(is_there)
            text = lit_text(trace.outputs[layer], layer, called[hidden[layer].activation]) if is_there else ""
            lights.setAccessibleName(text)
            if layer:
                room.setText(text)
            elif text != self._first_name:
                self._first_name = text
                self._wrap()

    def _translate(self) -> None:
        self.shares.setItemText(0, self.tr("lights: outputs"))
        self.shares.setItemText(1, self.tr("lights: what they argue"))
        self.shares.setAccessibleName(self.tr("What the lights show"))
        give_tip(
            self.shares,
            self.tr("What each unit puts out, or what that argues: output × what it counts for the digit"),
        )
        self.shares.measure_anew()
