"""Asks the newest network about what is on the easel, at most once a frame."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import is_

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.drawing.growing.growing_raster import FEW_POINTS
from digitpad.drawing.raster import Stages
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from digitpad.network.explanation import Trace, traced
from digitpad.network.familiarity import load_familiarity
from digitpad.network.judging import SURE
from digitpad.network.snapshot import Snapshot, softmax
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.digit_stages import DigitStages
from digitpad.workspace.easel.digits import NOTHING, Division
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.exhibit import Exhibit

log = logging.getLogger(__name__)

FRAME_MS = 5
"""One frame of a 200 Hz screen: no mouse point waits longer."""

REST_MS = 700
"""A long drawing that has stayed as it is for so long is read exactly; that takes longer than a point may."""

LONG_MS, PAUSE = 8.0, 12
"""Where reading a long drawing took longer than this, it is not read again before so many times its time has
passed, as long as a gesture goes on: somebody scribbles, and each point must follow the pen."""


@dataclass(frozen=True)
class Reading:
    """What a network makes of one digit, or of a picture: ten probabilities, float32 (10,).

    Attributes:
        drawing: the digit's strokes; nothing for a picture that was not drawn here.
        seen: the strokes' stages, or that picture.
        snapshot: the network.
        familiar: whether it looks like the most probable digit at all.
        trace: what each of its layers made of it: whoever asks why need not reckon all of it once more.
    """

    drawing: Drawing
    seen: Stages | Exhibit
    snapshot: Snapshot
    probabilities: Floats
    familiar: bool
    trace: Trace

    @property
    def glyph(self) -> Floats:
        """What the network sees, float32 (28, 28) in [0, 1]: the same array as long as that is the same."""
        return self.seen.glyph

    @property
    def stages(self) -> Stages | None:
        """A drawing's way to its glyph; None for a picture that came without strokes."""
        return self.seen if isinstance(self.seen, Stages) else None

    @property
    def ranking(self) -> list[int]:
        """The ten digits, the most probable first."""
        return [int(digit) for digit in np.argsort(-self.probabilities, kind="stable")]

    @property
    def digit(self) -> int:
        """The most probable digit."""
        return int(self.probabilities.argmax())

    @property
    def probability(self) -> float:
        """How probable that is."""
        return float(self.probabilities.max())

    @property
    def has_answer(self) -> bool:
        """Whether its probabilities are numbers: the sums of a network with huge weights overflow."""
        return bool(np.isfinite(self.probabilities).all())

    @property
    def is_sure(self) -> bool:
        """Whether the answer is said to be sure."""
        return self.familiar and self.probability >= SURE


@dataclass(frozen=True)
class Recognition(Reading):
    """What a network makes of the digit that is looked at, and of the others beside it.

    Attributes:
        division: what is drawn, taken apart; of nothing for a picture that was not drawn here.
        readings: of each digit of it, from left to right; that of the chosen one says what this says.
    """

    division: Division = NOTHING
    readings: tuple[Reading, ...] = ()

    @property
    def is_several(self) -> bool:
        """Whether more than one digit is drawn."""
        return len(self.readings) > 1

    def alone(self) -> "Recognition":
        """Return the same without the other digits."""
        return replace(self, readings=(self.readings[self.division.chosen],)) if self.is_several else self


class Recognizer(QObject):
    """Reads what is on the easel with the network that answers, whenever one of them changes.

    Signals:
        recognized(Recognition | None): a new answer; None while there is nothing to read.
        refined(): the drawing is the same, but what the network sees of it is read exactly now.
    """

    recognized = Signal(object)
    refined = Signal()

    def __init__(self, easel: Easel, network: AnsweringNetwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._easel = easel
        self._board = easel.board
        self._network = network
        self._digits = easel.digits
        self._drawing = Drawing()
        self._stages = DigitStages()
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(REST_MS)
        self._at_rest.timeout.connect(self._refine)
        self._newest: Recognition | None = None
        self._is_refined = False
        self._stale = False
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._next_frame)
        easel.board.drawing_changed.connect(self._request)
        easel.changed.connect(self._request)
        easel.digits.chose.connect(self._request)
        network.changed.connect(self._request)

    def answer(self) -> Recognition | None:
        """Read what is on the easel with the network that answers now."""
        return self.answer_by(self._network.snapshot)

    def answer_by(self, snapshot: Snapshot) -> Recognition | None:
        """Read what is on the easel with these weights; None if there is nothing to read."""
        exhibit = self._easel.exhibit
        division = self._digits.now() if exhibit is None else NOTHING
        digits = division.digits if exhibit is None else (Drawing(),)
        if not digits:
            return None
        newest = self._newest
        is_known = newest is not None and newest.division is division and newest.snapshot is snapshot
        if is_known and exhibit is None and not self._is_refined:  # asked for several times at each point
            return newest
        seen: Sequence[Stages | Exhibit] = self._prepared(division) if exhibit is None else [exhibit]
        known = {} if newest is None else {(id(read.seen), id(read.snapshot)): read for read in newest.readings}
        readings = tuple(
            known.get((id(sight), id(snapshot))) or self._read(digit, sight, snapshot)
            for digit, sight in zip(digits, seen, strict=True)
        )
        if newest is not None and newest.division is division and all(map(is_, newest.readings, readings)):
            return newest
        one = readings[division.chosen]
        said = one.drawing, one.seen, snapshot, one.probabilities, one.familiar, one.trace
        recognition = Recognition(*said, division, readings)
        if not self._network.looks_back or snapshot is self._network.snapshot:  # else nobody sees it
            self._newest, self._is_refined = recognition, False
        return recognition

    def glyph_of(self, drawing: Drawing) -> Floats:
        """Return what any network sees of a drawing, float32 (28, 28): at hand where it has just been read."""
        return self._stages.exact(drawing).glyph

    def _read(self, digit: Drawing, seen: Stages | Exhibit, snapshot: Snapshot) -> Reading:
        glyph = seen.glyph.reshape(PIXELS)
        trace = traced(snapshot, glyph)
        probabilities = softmax(trace.logits)
        familiar = self._looks_like(glyph, int(probabilities.argmax()))
        return Reading(digit, seen, snapshot, probabilities, familiar, trace)

    def _prepared(self, division: Division) -> list[Stages]:
        stages = self._stages.of(division.digits, division.grouping.newest)
        if division.whole is not self._drawing:
            self._drawing = division.whole
            if self._stages.is_exact:
                self._at_rest.stop()
            else:
                self._at_rest.start()
        return stages

    def _refine(self) -> None:
        """Read once more, exactly, what was only laid together while it grew."""
        if self._drawing and self._drawing == self._board.drawing:
            self._stages.refine()
            self._is_refined = True
            self.recognized.emit(self.answer())
            self.refined.emit()

    def _looks_like(self, glyph: Floats, digit: int) -> bool:
        try:
            return bool(load_familiarity().is_familiar(glyph[None], np.array([digit], np.uint8))[0])
        except DataFileError as error:
            if not self._complained:
                self._complained = True
                log.warning("every drawing counts as familiar: %s", error)
            return True

    def _request(self) -> None:
        # The first change of a frame is answered at once, so that the bars never lag behind the pen;
        # further changes in the same frame wait for the next one.
        rests = self._timer.interval() == FRAME_MS or self._board.has_gesture
        if self._timer.isActive() and rests:
            self._stale = True
            return
        begin = time.perf_counter()
        answer = self.answer()
        took = 1000 * (time.perf_counter() - begin)
        is_long = self._drawing.point_count >= FEW_POINTS
        self._timer.start(round(PAUSE * took) if is_long and took > LONG_MS else FRAME_MS)
        self.recognized.emit(answer)
        self._digits.follow()

    def _next_frame(self) -> None:
        if self._stale:
            self._stale = False
            self._request()
