"""What each stroke argues for, and what becomes of the answer without one."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QObject, Signal

from digitpad.arrays import CLASSES, PIXELS, Doubles, Floats
from digitpad.drawing.raster import rasterize
from digitpad.drawing.stroke_ink import stroke_ink, without_stroke
from digitpad.drawing.strokes import Drawing
from digitpad.network.explanation import Ledger, Trace, ledger, traced
from digitpad.network.snapshot import softmax
from digitpad.workspace.easel.board import Board
from digitpad.workspace.inquiry import Inquiry, Wanted
from digitpad.workspace.inside.insight import Insight

INEXACT = 1e-4
"""By how much a pixel, in [0, 1], may differ from what the strokes add up to: less than a grey."""


@dataclass(frozen=True, eq=False)
class Arguments:
    """The strokes of a drawing, and the share of each in the difference of two logits.

    Attributes:
        drawing: whose strokes they are.
        trace: what the network makes of it.
        account: the difference, taken apart.
        inks: each stroke's part of the picture, float32 (strokes, 28, 28).
        shares: each stroke's share of the difference, float64 (strokes,).
        order: the strokes' numbers from 0, the one that argues most for the digit first.
    """

    drawing: Drawing
    trace: Trace
    account: Ledger
    inks: Floats
    shares: Doubles
    order: tuple[int, ...]

    @cached_property
    def largest(self) -> float:
        """The largest share, whichever its sign."""
        return float(np.abs(self.shares).max())

    @property
    def digit(self) -> int:
        """Which digit they argue for."""
        return self.account.digit

    @property
    def against(self) -> int:
        """Rather than which."""
        assert self.account.against is not None  # nobody makes any without
        return self.account.against


@dataclass(frozen=True, eq=False)
class Erasure:
    """What becomes of the answer without a stroke.

    Attributes:
        stroke: its number, from 0.
        promised: by how much the difference would change if nothing but the stroke's share went.
        real: by how much it does; None if nothing is left.
        glyph: the picture without it, float32 (28, 28); None likewise.
        before, after: the ten probabilities, float32 (10,); ``after`` is None likewise.
    """

    stroke: int
    promised: float
    real: float | None
    glyph: Floats | None
    before: Floats
    after: Floats | None


class StrokeArguments(QObject):
    """Weighs the strokes of what is drawn once the pen is lifted, of a long drawing once that is read exactly.

    Attributes:
        inquiry: where they are drawn, each by itself.

    Signals:
        changed(): more is known, or another stroke is chosen.
    """

    changed = Signal()

    def __init__(self, insight: Insight, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inquiry = Inquiry(self)
        self._insight, self._board = insight, board
        self._drawing = Drawing()
        self._inks: Floats | None = None
        self._together: Floats = np.zeros(PIXELS, np.float32)
        self._without: dict[int, Floats] = {}
        self._asked: tuple[Drawing, int | None] | None = None
        self._chosen: tuple[Drawing, int] | None = None

    def arguments(self) -> Arguments | None:
        """Return the strokes' arguments for the answer, or for the digit that is chosen, as soon as known."""
        recognition, trace = self._insight.recognition, self._insight.trace()
        if recognition is None or trace is None or not recognition.drawing or self._board.has_gesture:
            return None
        drawing = recognition.drawing
        if self._inks is None or drawing != self._drawing:
            self._ask(drawing, None)
            return None
        if not np.allclose(self._together, trace.image, atol=INEXACT):
            # A long drawing's picture was laid together from pieces while it grew, which strokes do not add up to:
            # once it has rested it is read exactly, and views are told.
            return None
        account = ledger(trace, *self._compared(trace))
        if not account.finite:
            return None
        shares = self._inks.reshape(len(self._inks), PIXELS) @ account.slope
        order = tuple(int(number) for number in np.argsort(-shares, kind="stable"))
        return Arguments(drawing, trace, account, self._inks, shares.astype(np.float64), order)

    def chosen(self, arguments: Arguments) -> int:
        """Return the number of the stroke that is looked at: the strongest until another is chosen."""
        if self._chosen is not None and self._chosen[0] == arguments.drawing:
            return self._chosen[1]
        return arguments.order[0]

    def choose(self, arguments: Arguments, stroke: int) -> None:
        """Look at this stroke."""
        if self.chosen(arguments) != stroke or self._chosen is None:
            self._chosen = arguments.drawing, stroke
            self.changed.emit()

    def erasure(self, arguments: Arguments) -> Erasure | None:
        """Return what becomes of the answer without the chosen stroke, as soon as known."""
        stroke, trace = self.chosen(arguments), arguments.trace
        promised, before = -float(arguments.shares[stroke]), softmax(trace.logits)
        if len(arguments.drawing.strokes) == 1:
            return Erasure(stroke, promised, None, None, before, None)
        glyph = self._without.get(stroke)
        if glyph is None:
            self._ask(arguments.drawing, stroke)
            return None
        logits = traced(trace.snapshot, glyph.reshape(PIXELS)).logits
        difference = float(logits[arguments.digit]) - float(logits[arguments.against])
        real = difference - arguments.account.total
        return Erasure(stroke, promised, real, glyph, before, softmax(logits))

    def erase(self, arguments: Arguments, stroke: int) -> None:
        """Take a stroke off the canvas, as an eraser does, unless something else is looked at by now."""
        recognition = self._insight.recognition
        if recognition is not None and recognition.drawing == arguments.drawing:
            division = recognition.division
            self._board.erase(division.grouping.groups[division.chosen][stroke])

    def _compared(self, trace: Trace) -> tuple[int, int]:
        """Return the digit that is argued for and the one against it: the next best unless one is chosen."""
        digit = int(trace.logits.argmax()) if self._insight.digit is None else self._insight.digit
        against = self._insight.against
        if against is None or against == digit:
            against = int(np.where(np.arange(CLASSES) == digit, -np.inf, trace.logits).argmax())
        return digit, against

    def _ask(self, drawing: Drawing, stroke: int | None) -> None:
        """Find out what each stroke draws, or what the others draw without one."""
        if self._asked == (drawing, stroke):
            return
        self._asked = drawing, stroke

        def work(wanted: Wanted) -> object:
            if stroke is None:
                return stroke_ink(drawing, wanted)
            return rasterize(without_stroke(drawing, stroke)).glyph

        self.inquiry.ask(work, lambda found: self._take(drawing, stroke, found))

    def _take(self, drawing: Drawing, stroke: int | None, found: object) -> None:
        self._asked = None
        if not isinstance(found, np.ndarray):  # the log says why; with the next change it is tried again
            return
        if stroke is None:
            self._drawing, self._inks, self._without = drawing, found, {}
            self._together = found.sum(axis=0).reshape(PIXELS)
        elif drawing == self._drawing:
            self._without[stroke] = found
        self.changed.emit()
