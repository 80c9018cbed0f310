"""Looks inside the network that answers: what it makes of what is on the easel, and why."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from digitpad.network.explanation import Ledger, Trace, ledger
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.recognizer import Recognition, Recognizer


class Topic(StrEnum):
    """What is looked at."""

    WHY = "why"
    """Which pixels and units make the answer."""
    WEIGHTS = "weights"
    """The units of the first layer as pictures."""
    CHANGE = "change"
    """What would change the answer."""


class Insight(QObject):
    """What is chosen to look at, and what is so there now.

    Attributes:
        topic: what is looked at.
        digit: whose share is shown; None for that of the answer, whatever this is.
        against: the digit that it is compared with; None for none.
        unit: the chosen unit, its hidden layer and its number from 0; None for none.
        pixel: the chosen pixel, its number from 0 in the rows of the picture; None for none.

    Signals:
        changed(): something else is chosen. What the network or the drawing changes is told by their own signals.
    """

    changed = Signal()

    def __init__(self, recognizer: Recognizer, network: AnsweringNetwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.topic = Topic.WHY
        self.digit: int | None = None
        self.against: int | None = None
        self.unit: tuple[int, int] | None = None
        self.pixel: int | None = None
        self._recognizer = recognizer
        self._network = network
        self._ledger: tuple[Trace, Ledger] | None = None

    @property
    def snapshot(self) -> Snapshot:
        """The network that is looked into."""
        return self._network.snapshot

    @property
    def recognition(self) -> Recognition | None:
        """What that makes of what is on the easel; None if there is nothing on it."""
        return self._recognizer.answer()

    def trace(self) -> Trace | None:
        """Return what each layer makes of what is on the easel; the same object as long as all is the same."""
        recognition = self.recognition
        return None if recognition is None else recognition.trace

    def ledger(self) -> Ledger | None:
        """Return the account of the chosen digit, if it can be added up; the same object while all is the same."""
        trace = self.trace()
        if trace is None:
            return None
        digit = int(trace.logits.argmax()) if self.digit is None else self.digit
        against = None if self.against == digit else self.against
        kept = self._ledger
        if kept is None or kept[0] is not trace or (kept[1].digit, kept[1].against) != (digit, against):
            kept = self._ledger = trace, ledger(trace, digit, against)
        return kept[1] if kept[1].finite else None

    def choose_topic(self, topic: Topic) -> None:
        """Look at something else."""
        self._choose(topic=topic)

    def choose_digit(self, digit: int | None) -> None:
        """Take this digit's logit apart; None for the answer's, whatever that is."""
        self._choose(digit=digit)

    def choose_against(self, against: int | None) -> None:
        """Take the difference to this digit's logit apart, or to none."""
        self._choose(against=against)

    def choose_unit(self, unit: tuple[int, int] | None) -> None:
        """Look at this unit of a hidden layer, both from 0, or at none."""
        self._choose(unit=unit)

    def choose_pixel(self, pixel: int | None) -> None:
        """Look at this pixel, from 0, or at none."""
        self._choose(pixel=pixel)

    def forget(self) -> None:
        """Look at nothing in particular: what was chosen was of other networks and drawings. The page stays."""
        self._choose(digit=None, against=None, unit=None, pixel=None)

    def _choose(self, **chosen: object) -> None:
        if any(getattr(self, name) != value for name, value in chosen.items()):
            for name, value in chosen.items():
                setattr(self, name, value)
            self.changed.emit()
