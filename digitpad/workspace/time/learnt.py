"""Since when a run has read what is on the easel as it should: from which of its moments on the answer stayed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.recognizer import Recognition, Recognizer
from digitpad.workspace.stepping.own_drawing import OwnDrawing
from digitpad.workspace.time.past import Past

REST_MS = 150
"""What is drawn has been the same for so long before it is asked: the pen must not wait for it."""


class Learnt(QObject):
    """Asks the moments at hand, once the pen rests.

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
        self._is_hidden = False
        self._glyph: Floats | None = None
        self._answers: dict[int, tuple[Snapshot, int]] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        for change in (easel.board.drawing_changed, easel.changed, own.changed):
            change.connect(self._rest.start)
        for change in (network.changed, past.read, past.changed):
            change.connect(self._ask_soon)

    def hide(self, on: bool) -> None:
        """Keep it to itself, lest it sway the hand that draws; or tell it again."""
        if on != self._is_hidden:
            self._is_hidden = on
            self._ask()

    def _ask_soon(self) -> None:
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
        if told != (self.digit, self.since):
            self.digit, self.since = told
            self.changed.emit()

    def _found(self, run: Run, recognition: Recognition) -> tuple[int | None, int | None]:
        if self._past.at_hand.missing(run.moments):
            self._past.fetch()
            return None, None  # it is heard when they are read: of some of them alone something else would be said
        if recognition.glyph is not self._glyph:
            self._glyph, self._answers = recognition.glyph, {}
        # What is read already need not be asked again.
        self._answers[id(recognition.snapshot)] = recognition.snapshot, recognition.ranking[0]
        networks = self._networks(run)
        if not networks:
            return None, None
        last = self._answer(networks[-1])
        digit = self._label()
        digit = last if digit is None else digit
        since = None
        for snapshot in reversed(networks):
            if self._answer(snapshot) != digit:
                break
            since = snapshot.updates
        kept = {id(snapshot) for snapshot in networks}
        self._answers = {key: answer for key, answer in self._answers.items() if key in kept}
        return digit, since

    def _networks(self, run: Run) -> Sequence[Snapshot]:
        """Return the run's networks that are at hand, the earliest first, and that of now."""
        found = [snapshot for moment in run.moments if (snapshot := self._past.at_hand.get(moment)) is not None]
        now = self._network.now
        if now.run is run and (not found or now.snapshot.updates > found[-1].updates):
            found.append(now.snapshot)
        return found

    def _label(self) -> int | None:
        """Return what the class knows of what is on the easel; a label that is not told is not given away."""
        exhibit = self._easel.exhibit
        if exhibit is not None:
            return exhibit.label if self._easel.tells else None
        return self._own.label

    def _answer(self, snapshot: Snapshot) -> int | None:
        if id(snapshot) not in self._answers and self._glyph is not None:
            answer = int(snapshot.probabilities(self._glyph.reshape(PIXELS)).argmax())
            self._answers[id(snapshot)] = snapshot, answer
        known = self._answers.get(id(snapshot))
        return None if known is None else known[1]
