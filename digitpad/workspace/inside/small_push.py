"""Looks for a faint change of what is on the easel that turns the answer."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.network.push import Push, find_push
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.exhibit import Exhibit, PushedPicture, pushed_picture
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

    A run that was stopped may still learn from the batch that was under way: who has asked meanwhile is told of
    the network that it has become.

    The pushed picture can hang on the easel, to be looked at in all views; the push is that of its original still.

    Attributes:
        inquiry: where it is looked for.
        search: how far that is.
        push: what was found.
        target: the digit that the answer is to become; None for whichever is nearest.

    Signals:
        changed(): one of these is another.
    """

    changed = Signal()

    def __init__(
        self, recognizer: Recognizer, easel: Easel, network: AnsweringNetwork, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.inquiry = Inquiry(self)
        self.search = Search.NONE
        self.push: Push | None = None
        self.target: int | None = None
        self._recognizer = recognizer
        self._easel = easel
        self._network = network
        self._run: Run | None = None
        self._hung: PushedPicture | None = None
        self._original: Exhibit | None = None
        self._about: tuple[Floats, Snapshot] | None = None
        recognizer.recognized.connect(self._follow)

    def choose_target(self, target: int | None) -> None:
        """Make this digit of it, or whichever is nearest."""
        if target != self.target:
            self.forget()
            self.target = target
            self.changed.emit()

    @property
    def hangs(self) -> bool:
        """Whether a pushed picture is on the easel: that of the push, if there is one."""
        hung = self._hung
        is_its = hung is not None and (self.push is None or hung.push is self.push)
        return is_its and self._easel.exhibit is hung

    def hang(self) -> None:
        """Put the pushed picture on the easel, if there is one."""
        if self.push is not None and not self.hangs:
            self._original = self._easel.exhibit
            self._hung = pushed_picture(self.push, self._original)
            self._easel.hang(self._hung)
            self.changed.emit()

    def take_down(self) -> None:
        """Have what was pushed on the easel again, if the pushed picture hangs there."""
        if self.hangs:
            if self._original is None:
                self._easel.take_down()
            else:
                self._easel.hang(self._original)
            self.changed.emit()

    def begin(self) -> None:
        """Look for a push; does nothing where there is nothing on the easel."""
        recognition = self._recognizer.answer()
        if recognition is None:
            return
        glyph, snapshot, target = recognition.glyph, recognition.snapshot, self.target
        self._about, self._run = (glyph, snapshot), self._network.run
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
        is_its = recognition is not None and (recognition.glyph is about[0] or self.hangs)
        if recognition is None or not is_its:
            self.forget()
        elif recognition.snapshot is not about[1]:
            if self.search is Search.UNDER_WAY and self._has_learnt_late and recognition.glyph is about[0]:
                self.begin()
            else:
                self.forget()

    @property
    def _has_learnt_late(self) -> bool:
        """Whether another network that answers now is the same run's, though nothing trains it."""
        return self._run is not None and self._network.run is self._run and self._network.origin is Origin.TRAINED

    def _take(self, found: object) -> None:
        if isinstance(found, Push):
            self._set(Search.FOUND, found)
        else:
            self._set(Search.IN_VAIN, None)

    def _set(self, search: Search, push: Push | None) -> None:
        self.search, self.push = search, push
        self.changed.emit()
