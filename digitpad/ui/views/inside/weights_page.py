"""The units of the first layer as pictures."""

import time
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QToolButton, QVBoxLayout, QWidget

from digitpad.arrays import Places
from digitpad.ui.announcing import Announcer
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.drawn.diverging import ScaleLegend
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.inside.weights.unit_grid import UnitGrid
from digitpad.ui.views.inside.weights.unit_panel import UnitPanel
from digitpad.ui.views.scrolled import scrolled
from digitpad.ui.views.words import SPACING
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.inside.first_layer import Order
from digitpad.workspace.inside.units import Units
from digitpad.workspace.wording.inside.unit_texts import (
    captions,
    digit_captions,
    order_names,
    silence_text,
    unit_name,
)
from digitpad.workspace.workspace import Workspace

WATCHED_SECONDS = 0.085
"""How often pictures that move by training alone are made anew: weights are seen to move, and the cores stay with
the training."""


class WeightsPage(Translated, QWidget):
    """The units in a grid, and the one that is looked at beside the drawing.

    Attributes:
        order: what they are sorted by.
        again: sorts them anew.
        change: shows what has changed since the untrained network.
        legend: the scale of all pictures.
        grid, panel: the units, and one of them.
        spoken: what a screen reader is told of that one.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._insight, self._layer = workspace.insight, workspace.first_layer
        self._network = workspace.network
        self.order, self.again, self.change = ChoiceBox(self), QToolButton(self), QCheckBox(self)
        for button in (self.again, self.change):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.legend, self.grid, self.panel = ScaleLegend(self), UnitGrid(self), UnitPanel(self)
        self.spoken = Announcer(self.grid, lambda: self.panel.text() if self.isVisible() else "")
        self._is_projected = False
        self._glyph: object = None
        self._numbers: Places = np.zeros(0, np.intp)
        self._shown_at = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self._behind = QTimer(self)  # without an interval: behind the painting of what was shown before
        self._behind.setSingleShot(True)
        self._behind.timeout.connect(self._show_unit)
        self._say: Callable[[], None] = lambda: None
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.order)
        self._arrange()
        self._area = scrolled(self)
        self._translate()
        self.order.activated.connect(lambda place: self._layer.choose_order(list(Order)[place]))
        self.again.clicked.connect(self._layer.sort)
        self.change.toggled.connect(self._layer.show_change)
        self.grid.looked.connect(self._layer.look)
        self.grid.chosen.connect(self._layer.choose)
        self._layer.changed.connect(self._follow_order)

    def _arrange(self) -> None:
        self.again.setProperty("role", "boxed")
        controls = FlowLayout(spacing=SPACING)
        for widget in (self.order, self.again, self.change, self.legend):
            controls.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(controls)
        column.addWidget(self.grid, 1)
        column.addWidget(self.panel)

    def widget(self) -> QWidget:
        """Return all that is seen of it; where there is little room it scrolls."""
        return self._area

    def set_projector(self, on: bool) -> None:
        """Have fewer and larger pictures, or as many as can be looked at from near."""
        self._is_projected = on
        self.grid.set_projector(on)
        self._show_controls()

    def changeEvent(self, event: QEvent) -> None:
        """Give the legend the room that its letters need by now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_controls()

    def _follow_order(self) -> None:
        if not self.isVisible():
            return
        before = self._numbers
        self._show()
        if np.array_equal(before, self._numbers):  # whoever looks at something else of the same units stays there
            return
        if self._layer.chosen is None:
            self.grid.verticalScrollBar().setValue(0)
        else:
            self.grid.scroll_to(self._layer.unit)

    # What is seen.

    def showEvent(self, event: QShowEvent) -> None:
        """Be sorted by what is so now: nobody has seen another order."""
        super().showEvent(event)
        self._layer.sort()

    def show_now(self) -> None:
        """Show what is so now: a drawing at once, weights that only training moves at most some times a second."""
        recognition = self._insight.recognition
        glyph = None if recognition is None else recognition.glyph
        wait = self._shown_at + WATCHED_SECONDS - time.monotonic()
        if not self._is_live or glyph is not self._glyph or wait <= 0:
            self._glyph = glyph
            self._show()
        elif not self._later.isActive():
            self._later.start(round(1000 * wait))

    @property
    def _is_live(self) -> bool:
        return self._network.origin is Origin.TRAINING

    def _show(self) -> None:
        self._later.stop()
        self._shown_at = time.monotonic()
        layer = self._layer
        layer.follow()
        self._numbers = layer.numbers
        has_hidden, trace, unit = layer.has_hidden, layer.trace(), layer.unit
        self.legend.show_largest(layer.largest, clips=True)
        self._show_controls()  # for which the legend's ends decide how wide it is
        answer = None if trace is None or has_hidden else int(trace.logits.argmax())
        pictures, words = (layer.weights, layer.since), (self._captions(), self._words)
        units = Units(layer.numbers, *pictures, *words, layer.largest, unit, answer, fit=not has_hidden)
        self.grid.show_units(units)
        account = layer.account(unit)
        drawing = None if trace is None or account is None else trace.image
        told = units, drawing, account, silence_text(layer.silence), layer.untrained_products(unit)
        self._say = partial(self.panel.show_unit, *told, has_hidden=has_hidden)  # of this network, also later
        if self._is_live:
            self._behind.start()  # in one go with the grid the window would be deaf too long
        else:
            self._show_unit()

    def _show_unit(self) -> None:
        self._behind.stop()
        self._say()
        self.grid.setAccessibleDescription(self.panel.text())
        self.spoken.note()

    def _show_controls(self) -> None:
        """Leave out what there is nothing to be done with, or no room for before a projector."""
        has_hidden = self._layer.has_hidden
        self.order.setVisible(has_hidden)
        self.again.setVisible(has_hidden and not self._is_projected)
        width = self.legend.minimumSizeHint().width() if self._is_projected else self.legend.sizeHint().width()
        self.legend.setMaximumWidth(width)

    def _captions(self) -> Callable[[Places], list[str]]:
        """Return what says of some units what is written below them."""
        trace = self._layer.trace()
        if not self._layer.has_hidden:
            digits = digit_captions(None if trace is None else [float(logit) for logit in trace.logits])
            return lambda numbers: [digits[number] for number in numbers]
        keys = self._layer.keys()
        if keys is None:
            return lambda numbers: [""] * len(numbers)
        is_share = self._layer.effective_order is Order.SHARE
        return lambda numbers: captions([float(key) for key in keys(numbers)], with_sign=is_share)

    def _words(self, unit: int) -> str:
        units = self._layer.weights.shape[1]
        return unit_name(unit, units, has_hidden=self._layer.has_hidden)

    def _translate(self) -> None:
        names = order_names()
        with QSignalBlocker(self.order):
            self.order.clear()
            self.order.addItems([names[order] for order in Order])
            self.order.setCurrentIndex(list(Order).index(self._layer.order))
        self.order.measure_anew()
        self.order.setAccessibleName(self.tr("Order of the units"))
        self.again.setText(self.tr("Sort anew"))
        self.change.setText(self.tr("What changed"))
        give_tip(
            self.order,
            self.tr("What the units are sorted by, the largest first; without a drawing nothing has a share"),
        )
        give_tip(
            self.again,
            self.tr("Sort by the numbers of now: while the network learns, no picture changes its place"),
        )
        give_tip(self.change, self.tr("Show how far the weights are from those of the untrained network"))
        if self.isVisible():
            self._show()
