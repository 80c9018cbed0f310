"""Since when a run has read what is on the easel as it should: from which of its moments on the answer stayed."""

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.recognizer import Recognition, Recognizer
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.stepping.own_drawing import OwnDrawing
from digitpad.workspace.time.past import Past

REST_MS = 150
"""What is drawn has been the same for so long before it is asked: the pen must not wait for it."""

LOST = -1
"""Stands for the answer of a moment that the disk does not give back: it is a gap."""

NONE = -2
"""Stands for the answer of a network whose sums overflow: it is none of the ten."""


class Learnt(QObject):
    """Asks the run's moments, once the pen rests: those at hand at once, the others one by one as they are read.

    Attributes:
        digit: what is on the easel: what the class says of it, else what the network answers; None if there is
            nothing, or nobody to ask, or as long as the moments are read.
        since: the number of batches of the first moment from which on the answer stayed that digit; None if it is
            another one by now.

    Signals:
        changed(): another digit, or since another moment.
    """

    changed = Signal()

    def __init__(
        self,
        past: Past,
        network: AnsweringNetwork,
        easel: Easel,
        recognizer: Recognizer,
        own: OwnDrawing,
        jobs: FileJobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.digit: int | None = None
        self.since: int | None = None
        self._past = past
        self._network = network
        self._easel = easel
        self._recognizer = recognizer
        self._own = own
        self._jobs = jobs
        self._is_hidden = False
        self._run: Run | None = None
        self._glyph: Floats | None = None
        self._answers: dict[Moment, int] = {}
        self._is_reading = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        for change in (easel.board.drawing_changed, easel.changed, easel.digits.chose, own.changed):
            change.connect(self._rest.start)
        for change in (network.changed, past.read, past.changed):
            change.connect(self._ask_soon)

    def hide(self, on: bool) -> None:
        """Keep it to itself, lest it sway the hand that draws; or tell it again."""
        if on != self._is_hidden:
            self._is_hidden = on
            self._ask()

    def _ask_soon(self) -> None:
        if self._past.run is not self._run:  # of another run nothing is known yet
            self._run = self._past.run
            self._tell(None, None)
        # While a run trains this is heard without a rest.
        if not self._rest.isActive():
            self._rest.start()

    def _ask(self) -> None:
        run = self._past.run
        told: tuple[int | None, int | None] = None, None
        if run is not None and run.moments and not self._is_hidden:
            recognition = self._recognizer.answer()
            if recognition is not None:
                told = self._found(run, recognition)
        self._tell(*told)

    def _tell(self, digit: int | None, since: int | None) -> None:
        if (digit, since) != (self.digit, self.since):
            self.digit, self.since = digit, since
            self.changed.emit()

    def _found(self, run: Run, recognition: Recognition) -> tuple[int | None, int | None]:
        """Return digit and since; neither as long as a moment must be read: of some alone, else would be said."""
        if recognition.glyph is not self._glyph:
            self._glyph, self._answers = recognition.glyph, {}
        self._answers = {moment: self._answers[moment] for moment in run.moments if moment in self._answers}
        digit = self._label()
        since, now, moments = None, self._network.now, run.moments
        if now.run is run and now.snapshot.updates >= moments[-1].updates:
            moments = tuple(moment for moment in moments if moment.updates < now.snapshot.updates)
            # What is read already need not be asked again.
            is_read = recognition.snapshot is now.snapshot
            shares = recognition.probabilities if is_read else _shares(now.snapshot, recognition.glyph)
            answer = _digit(shares)
            if digit is None and answer != NONE:
                digit = answer
            if answer != digit:
                return digit, None
            since = now.snapshot.updates
        for moment in reversed(moments):
            known = self._answer_of(run, moment, recognition.glyph)
            if known is None:
                return None, None
            if known == LOST:
                continue
            digit = known if digit is None else digit
            if known != digit:
                break
            since = moment.updates
        is_heard = since is not None or any(answer != LOST for answer in self._answers.values())
        return (digit, since) if is_heard else (None, None)

    def _answer_of(self, run: Run, moment: Moment, glyph: Floats) -> int | None:
        """Return what a moment answers; None if it must be read, which is begun then."""
        if moment not in self._answers:
            snapshot = self._past.at_hand.get(moment)
            if snapshot is not None:
                self._answers[moment] = _digit(_shares(snapshot, glyph))
            elif moment in self._past.at_hand.missing(run.moments):
                self._past.fetch()
            else:
                self._read(moment, glyph)
        return self._answers.get(moment)

    def _read(self, moment: Moment, glyph: Floats) -> None:
        """Ask a moment that has no room at hand, and keep its answer alone."""
        if self._is_reading:
            return  # what is to be read next is asked when this is heard
        self._is_reading = True
        self._jobs.do(
            lambda: _read_answer(moment, glyph),
            lambda answer: self._take(moment, glyph, answer),
            lambda _problem: self._take(moment, glyph, LOST),
        )

    def _take(self, moment: Moment, glyph: Floats, answer: int) -> None:
        self._is_reading = False
        if glyph is self._glyph:
            self._answers[moment] = answer
        if not self._rest.isActive():  # else the pen goes round, and it is asked when that rests
            self._ask()

    def _label(self) -> int | None:
        """Return what the class knows of what is on the easel; a label that is not told is not given away."""
        exhibit = self._easel.exhibit
        if exhibit is not None:
            return exhibit.label if self._easel.tells else None
        return self._own.label


def _shares(snapshot: Snapshot, glyph: Floats) -> Floats:
    return snapshot.probabilities(glyph.reshape(PIXELS))


def _digit(shares: Floats) -> int:
    """Return the most probable digit; ``NONE`` where the network's sums overflowed."""
    return int(shares.argmax()) if np.isfinite(shares).all() else NONE


def _read_answer(moment: Moment, glyph: Floats) -> int:
    """Read a moment's network and ask it. Raises UserError if the disk refuses."""
    try:
        return _digit(_shares(moment.read(), glyph))
    except OSError as error:
        raise UserError("moment-lost") from error
