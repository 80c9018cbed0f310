"""Looks for a faint change of what is on the easel that turns the answer."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.network.push import Push, find_push
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.easel.recognizer import Recognition, Recognizer
from digitpad.workspace.inquiry import Inquiry


class Search(Enum):
    """How far the search for a push is."""

    NONE = auto()
    """Nobody has asked for one since drawing or network changed."""
    UNDER_WAY = auto()
    FOUND = auto()
    IN_VAIN = auto()


class SmallPush(QObject):
    """Keeps the push of this picture and this network; with another of them it is given up, or forgotten.

    Attributes:
        inquiry: where it is looked for.
        search: how far that is.
        push: what was found.
        target: the digit that the answer is to become; None for whichever is nearest.

    Signals:
        changed(): one of these is another.
    """

    changed = Signal()

    def __init__(self, recognizer: Recognizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inquiry = Inquiry(self)
        self.search = Search.NONE
        self.push: Push | None = None
        self.target: int | None = None
        self._recognizer = recognizer
        self._about: tuple[Floats, Snapshot] | None = None
        recognizer.recognized.connect(self._follow)

    def choose_target(self, target: int | None) -> None:
        """Make this digit of it, or whichever is nearest."""
        if target != self.target:
            self.forget()
            self.target = target
            self.changed.emit()

    def begin(self) -> None:
        """Look for a push; does nothing where there is nothing on the easel."""
        recognition = self._recognizer.answer()
        if recognition is None:
            return
        glyph, snapshot, target = recognition.glyph, recognition.snapshot, self.target
        self._about = glyph, snapshot
        self._set(Search.UNDER_WAY, None)
        self.inquiry.ask(lambda wanted: find_push(snapshot, glyph.reshape(PIXELS), target, wanted), self._take)

    def forget(self) -> None:
        """Have none, and look for none."""
        self.inquiry.give_up()
        self._about = None
        if self.search is not Search.NONE:
            self._set(Search.NONE, None)

    def _follow(self, recognition: Recognition | None) -> None:
        about = self._about
        if about is None:
            return
        if recognition is None or recognition.glyph is not about[0] or recognition.snapshot is not about[1]:
            self.forget()

    def _take(self, found: object) -> None:
        if isinstance(found, Push):
            self._set(Search.FOUND, found)
        else:
            self._set(Search.IN_VAIN, None)

    def _set(self, search: Search, push: Push | None) -> None:
        self.search, self.push = search, push
        self.changed.emit()
