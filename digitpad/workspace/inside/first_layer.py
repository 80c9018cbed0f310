"""The units of the first layer of the network that answers, as they are looked at: in an order, on one scale."""

from collections.abc import Callable
from enum import Enum, StrEnum, auto

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import CLASSES, Doubles, Floats, Places
from digitpad.network.architecture import Architecture
from digitpad.network.explanation import Ledger, Trace
from digitpad.network.unit_account import UnitAccount, products_of, unit_account
from digitpad.network.weight_pictures import descending, norms, reach, sampled, steady
from digitpad.workspace.classroom.collector import Collector
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.board import Board
from digitpad.workspace.inside.first_weights import FirstWeights
from digitpad.workspace.inside.insight import Insight

REST_MS = 700
"""The pen rests when so long nothing was drawn: between two strokes of a digit the order must not jump."""


Keys = Callable[[Places | slice], Floats | Doubles]
"""Tells of some units, (n,), or of all, what they are sorted by, (n,): all of a wide layer would take long."""


class Order(StrEnum):
    """What the units are sorted by, the largest first."""

    SHARE = "share"
    """What they add to the answer."""
    SIZE = "size"
    """How large their weights are."""
    CHANGE = "change"
    """How far these are from those of the untrained network."""


class Silence(Enum):
    """Why nothing is told of what a unit makes of a picture."""

    COLLECTING = auto()
    """The class collects: it would sway the hand."""
    NOTHING = auto()
    """There is nothing on the easel."""
    OVERFLOW = auto()
    """Weights are so large that the numbers overflow."""


class FirstLayer(QObject):
    """What is to be seen of the units now.

    The order stays while the network learns and the pen moves; it is made anew when the pen rests, for another
    network, and when somebody asks for it. Without hidden layers the units are the ten digits, in their own order.

    Attributes:
        order: what the units are sorted by.
        shows_change: whether what has changed since the untrained network is looked at, not what there is.
        numbers: the units, from 0, in the order in which they are shown.
        largest: how far the scale of what is looked at reaches.

    Signals:
        changed(): another order, or something else is looked at.
    """

    changed = Signal()

    def __init__(
        self,
        insight: Insight,
        network: AnsweringNetwork,
        board: Board,
        collector: Collector,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.order = Order.SHARE
        self.shows_change = False
        self.numbers: Places = np.zeros(0, np.intp)
        self.largest = 0.0
        self.first_weights = FirstWeights(self)
        self.first_weights.found.connect(self._take_first)
        self._insight, self._network, self._board, self._collector = insight, network, board, collector
        self._subject: object = None
        self._asked: tuple[Architecture | None, int | None, int | None] = None, None, None
        self._glyph: object = None
        self._before: tuple[tuple[int, int] | None, int | None] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)

    # What is looked at.

    @property
    def has_hidden(self) -> bool:
        """Whether there are hidden layers: without, each unit is a digit."""
        return bool(self._insight.snapshot.architecture.hidden)

    @property
    def weights(self) -> Floats:
        """Those of the first layer now, float32 (784, units)."""
        return self._insight.snapshot.weights[0]

    @property
    def first(self) -> Floats | None:
        """Those of the untrained network, float32 (784, units); None as long as they are being drawn."""
        snapshot = self.first_weights.of(self._network.recipe)
        found = None if snapshot is None else snapshot.weights[0]
        return None if found is None or found.shape != self.weights.shape else found

    def trace(self) -> Trace | None:
        """Return what is made of what is on the easel; None if that is nothing, or nobody shall be told."""
        return None if self._collector.is_collecting else self._insight.trace()

    def ledger(self) -> Ledger | None:
        """Return the account of the answer, under the same conditions."""
        return None if self._collector.is_collecting else self._insight.ledger()

    @property
    def since(self) -> Floats | None:
        """What is taken away from the weights to see what has changed, float32 (784, units); None for nothing.

        As long as the first weights are being drawn, nothing has changed.
        """
        if not self.shows_change:
            return None
        first = self.first
        return self.weights if first is None else first

    @property
    def effective_order(self) -> Order:
        """What they can be sorted by: without a drawing nothing has a share."""
        return Order.SIZE if self.order is Order.SHARE and self.ledger() is None else self.order

    def keys(self) -> Keys | None:
        """Return what tells of some units what they are sorted by; None where that is not known.

        It tells of the weights that there are now, also later.
        """
        weights = self.weights
        match self.effective_order:
            case Order.SHARE:
                account = self.ledger()
                return None if account is None else account.units[0].__getitem__
            case Order.CHANGE:
                first = self.first
                return None if first is None else lambda numbers: norms(weights[:, numbers] - first[:, numbers])
        return lambda numbers: norms(weights[:, numbers])

    def account(self, unit: int) -> UnitAccount | None:
        """Return what a unit makes of what is on the easel; None if there is nothing to be told."""
        trace, account = self.trace(), self.ledger()
        return None if trace is None or account is None else unit_account(trace, account, unit)

    def untrained_products(self, unit: int) -> float | None:
        """Return what a unit's weights times the pixels summed up to in the untrained network.

        None unless it is looked at what has changed, and there is something to be told.
        """
        trace, first = self.trace(), self.first if self.shows_change else None
        return None if trace is None or first is None else products_of(first, trace, unit)

    @property
    def silence(self) -> Silence | None:
        """Why no unit's account can be told; None if it can."""
        if self._collector.is_collecting:
            return Silence.COLLECTING
        if self.trace() is None:
            return Silence.NOTHING
        return Silence.OVERFLOW if self.ledger() is None else None

    @property
    def unit(self) -> int:
        """The unit that is looked at, from 0: the chosen one, or the first in the order, or the answer's digit."""
        units = self.weights.shape[1]
        if not self.has_hidden:
            trace = self.trace()
            chosen = self._insight.digit
            return chosen if chosen is not None else 0 if trace is None else int(trace.logits.argmax())
        chosen_unit = self._insight.unit
        if chosen_unit is not None and chosen_unit[0] == 0 and chosen_unit[1] < units:
            return chosen_unit[1]
        return int(self.numbers[0]) if len(self.numbers) else 0

    @property
    def chosen(self) -> int | None:
        """The unit that somebody has chosen; None if nobody has."""
        if not self.has_hidden:
            return self._insight.digit
        return self.unit if self._insight.unit is not None and self._insight.unit[0] == 0 else None

    def choose(self, unit: int | None) -> None:
        """Look at this unit, from 0, from now on; None for whichever comes first."""
        self._before = None
        self._set(unit)

    def look(self, unit: int | None) -> None:
        """Look at this unit, from 0, as long as somebody points at it; at None at what was chosen before."""
        insight, before = self._insight, self._before
        if unit is not None:
            self._before = before or (insight.unit, insight.digit)
            self._set(unit)
        elif before is not None:
            self._before = None
            insight.choose_unit(before[0])
            insight.choose_digit(before[1])

    def _set(self, unit: int | None) -> None:
        if self.has_hidden:
            self._insight.choose_unit(None if unit is None else (0, unit))
        else:
            self._insight.choose_digit(unit)

    # What decides the order.

    def choose_order(self, order: Order) -> None:
        """Sort by something else."""
        self.order = order
        self._sort_and_tell()

    def show_change(self, on: bool) -> None:
        """Look at what has changed, or at what there is."""
        if on != self.shows_change:
            self.shows_change, self.largest = on, 0.0
            self.changed.emit()

    def sort(self) -> None:
        """Sort anew, by what is so now."""
        self._sort_and_tell()

    def follow(self) -> None:
        """Notice another network or drawing, and fit the scale; to be called before anything is shown."""
        snapshot, run = self._insight.snapshot, self._network.run
        subject = snapshot if run is None else run
        asked = snapshot.architecture, self._insight.digit, self._insight.against
        is_other = subject is not self._subject or asked[0] != self._asked[0]
        if is_other:
            self.largest = 0.0
        if is_other or asked != self._asked:
            self._subject, self._asked = subject, asked
            self._sort()
        recognition = self._insight.recognition
        glyph = None if recognition is None or self._collector.is_collecting else recognition.glyph
        if glyph is not self._glyph:
            self._glyph = glyph
            self._rest.start()
        self._fit_scale()

    def _fit_scale(self) -> None:
        rows, since = sampled(self.weights), self.since
        self.largest = steady(self.largest, reach(rows if since is None else rows - sampled(since)))

    def _on_rest(self) -> None:
        if self._board.has_gesture:
            self._rest.start()
        else:
            self._sort_and_tell()

    def _take_first(self) -> None:
        if self.order is Order.CHANGE:
            self._sort()
        self.changed.emit()

    def _sort_and_tell(self) -> None:
        self._sort()
        self.changed.emit()

    def _sort(self) -> None:
        if not self.has_hidden:
            self.numbers = np.arange(CLASSES)
            return
        keys = self.keys()
        if keys is not None:
            self.numbers = descending(keys(slice(None)))
        elif len(self.numbers) != self.weights.shape[1]:
            self.numbers = np.arange(self.weights.shape[1])
