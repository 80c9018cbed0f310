"""The class's own drawing, with the label that the class gives it, as something to learn from."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from digitpad.arrays import PIXELS, WHITE, Floats
from digitpad.drawing.strokes import Drawing
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Ended, Event
from digitpad.runs.run import Run
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.recognizer import Recognizer
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.stepping.stepping import Stepping
from digitpad.workspace.training.training import Training


@dataclass(frozen=True)
class Lesson:
    """What training on the drawing alone did.

    Attributes:
        run: the run that did it.
        first, count: the batches that it took the place of, from 0.
        label: what the class said that the drawing is.
        before, after: the share of the sample of test images read right; None while it is not known.
        probability_before, probability_after: of the label, for the drawing.
    """

    run: Run
    first: int
    count: int
    label: int
    before: float | None
    after: float | None
    probability_before: float
    probability_after: float


class OwnDrawing(QObject):
    """The digit on the board that is looked at, to be learnt from: alone, or with the next batch.

    Attributes:
        label: what the class says that it is; None as long as nobody has said.
        joins: whether it joins the next batches that are stepped through.

    Signals:
        changed(): one of these is another now, or there is something new to be said of what was learnt.
    """

    changed = Signal()

    def __init__(
        self,
        easel: Easel,
        recognizer: Recognizer,
        stepping: Stepping,
        training: Training,
        runs: RunList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.label: int | None = None
        self.joins = False
        self._easel = easel
        self._board = easel.board
        self._recognizer = recognizer
        self._stepping = stepping
        self._training = training
        self._runs = runs
        self._digits = easel.digits
        self._is_drawn = bool(easel.board.drawing)
        self._named = Drawing()
        self._asked: tuple[Run, int, int, int, float] | None = None
        self._asked_glyph = np.zeros(PIXELS, np.float32)
        self._learnt: tuple[Run, int, int, int, float, float] | None = None
        stepping.joining = self._joining
        easel.board.drawing_changed.connect(self._follow_board)
        for change in (easel.digits.chose, easel.digits.changed):
            change.connect(self._follow_digits)
        easel.changed.connect(self.changed)
        training.reported.connect(self._follow_training)
        runs.changed.connect(self._follow_runs)

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything on the board."""
        return self._is_drawn

    @property
    def is_covered(self) -> bool:
        """Whether another picture hangs in front of it: then nobody learns from what nobody sees."""
        return self._easel.exhibit is not None

    @property
    def is_at_hand(self) -> bool:
        """Whether there is a drawing that can be seen."""
        return self._is_drawn and not self.is_covered

    @property
    def is_ready(self) -> bool:
        """Whether it can be trained on now, as far as it goes itself."""
        return self.is_at_hand and self.label is not None

    @property
    def can_train(self) -> bool:
        """Whether a run can be trained on it now."""
        return self.is_ready and self._stepping.situation in (Situation.NEW_RUN, Situation.NEXT_BATCH)

    @property
    def lesson(self) -> Lesson | None:
        """What training on it alone did last; None if that was taken back, or its run or another has gone on."""
        if self._learnt is None:
            return None
        run, first, count, label, before, after = self._learnt
        return Lesson(run, first, count, label, _sample(run, first), _sample(run, first + count), before, after)

    def set_label(self, label: int | None) -> None:
        """Say what the drawing is, or that nobody knows."""
        self._named = Drawing() if self._board.is_drawing else self._digits.now().digit
        if label != self.label:
            self.label = label
            self.changed.emit()

    def set_joins(self, on: bool) -> None:
        """Let it join the next batches that are stepped through, or not any more."""
        self.joins = on
        self.changed.emit()

    def train(self, count: int) -> None:
        """Train the paused run on nothing but the drawing, in so many batches; without a run, one begins first."""
        if self.can_train:
            self._stepping.when_paused(lambda run: self._train(run, count))

    def _train(self, run: Run, count: int) -> None:
        by_hand, answer = self._by_hand(alone=True), self._recognizer.answer()
        if by_hand is None or answer is None or self.label is None:
            return
        glyph = answer.glyph.reshape(PIXELS)
        probability = _probability(run, glyph, self.label)
        if probability is None:
            return
        left = run.recipe.total_batches - len(run.history)
        self._asked = run, len(run.history), min(count, left), self.label, probability
        self._asked_glyph = glyph
        self._training.train_by_hand(run, by_hand, count)

    def _joining(self) -> ByHand | None:
        return self._by_hand(alone=False) if self.joins else None

    def _by_hand(self, *, alone: bool) -> ByHand | None:
        answer = self._recognizer.answer()
        if answer is None or self.label is None or self.is_covered or not self._is_the_named_one:
            return None
        # Bytes, as all images are that a network learns from.
        image = np.rint(answer.glyph.reshape(1, PIXELS) * WHITE).astype(np.uint8)
        return ByHand(image, np.array([self.label], np.uint8), alone=alone)

    def _follow_board(self) -> None:
        is_drawn = bool(self._board.drawing)
        if is_drawn != self._is_drawn:
            self._is_drawn = is_drawn
            if not is_drawn:  # the next drawing is another digit
                self.label = None
            self.changed.emit()
        self._follow_digits()

    def _follow_digits(self) -> None:
        """Forget what the class has said of a digit when another one is looked at, in this drawing or the next.

        What a pen draws may be another digit for a moment, and then a part of the one that was named. What was
        said of an empty canvas is said of what is drawn first.
        """
        if self.label is None or self._board.is_drawing:
            return
        if self._is_the_named_one:
            self._named = self._digits.now().digit
        else:
            self.label = None
            self.changed.emit()

    @property
    def _is_the_named_one(self) -> bool:
        """Whether what is looked at has a stroke of what was named, or is the first since then."""
        named = set(map(id, self._named.strokes))
        return not named or any(id(stroke) in named for stroke in self._digits.now().digit.strokes)

    def _follow_training(self, run: Run, event: Event) -> None:
        if self._learnt is not None and run is not self._learnt[0]:  # it would be read as said of this one
            self._learnt = None
            self.changed.emit()
        if self._asked is None or not isinstance(event, Ended) or run is not self._asked[0]:
            return
        asked, self._asked = self._asked, None
        # Of the drawing that was learnt: something else may be on the easel by now.
        probability = _probability(run, self._asked_glyph, asked[3])
        if probability is not None and len(run.history) == asked[1] + asked[2]:
            self._learnt = *asked, probability
        self.changed.emit()

    def _follow_runs(self) -> None:
        """Forget what was learnt when it was taken back, or the run has learnt more; or measure it anew."""
        if self._learnt is None:
            return
        run, first, count = self._learnt[:3]
        if run not in self._runs.runs or len(run.history) != first + count:
            self._learnt = None
        self.changed.emit()


def _probability(run: Run, glyph: Floats, label: int) -> float | None:
    """Return how sure a run that has just trained is of a label for a glyph, float32 (784,); None without weights.

    It is asked itself: what answers on the easel may be what it, or another one, was once.
    """
    snapshot = run.snapshot if run.is_at_hand else None
    return None if snapshot is None else float(snapshot.probabilities(glyph)[label])


def _sample(run: Run, updates: int) -> float | None:
    return dict(run.history.sample_accuracies).get(updates)
