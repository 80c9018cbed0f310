"""The digits on the board: which strokes make one, which are stray dots, and which digit is looked at."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from digitpad.drawing.grouping import Grouping, grouped
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.easel.board import Board

MOST_DIGITS = 8
"""What falls into more parts is no number that has room on the canvas: it is read as one, as a scribble is."""


@dataclass(frozen=True, eq=False)
class Division:
    """A drawing taken apart.

    Attributes:
        whole: the drawing.
        grouping: which of its strokes make which digit.
        digits: each digit as a drawing, from left to right; at least one, if there is any ink.
        chosen: the number of the digit that is looked at, from 0.
        strays: the numbers of the stray dots; the stroke under the pen is none yet, as it may grow.
        ended: how many of the digits are more than what is under the pen.
    """

    whole: Drawing = field(default_factory=Drawing)
    grouping: Grouping = field(default_factory=Grouping)
    digits: tuple[Drawing, ...] = ()
    chosen: int = 0
    strays: tuple[int, ...] = ()
    ended: int = 0

    @property
    def digit(self) -> Drawing:
        """The digit that is looked at; nothing for an empty drawing."""
        return self.digits[self.chosen] if self.digits else Drawing()


NOTHING = Division()
"""Of what was not drawn here."""


class Digits(QObject):
    """Takes apart what is on the board, and knows which digit is looked at: the newest, unless one is chosen.

    Who has chosen one looks at that until there is ink of a digit that was not there then.

    Signals:
        chose(): somebody has chosen another digit.
        changed(): there are more or fewer digits or stray dots, or another digit is looked at.
    """

    chose = Signal()
    changed = Signal()

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._division = NOTHING
        self._wish: Division | None = None
        self._told = 0, 0, 0

    def now(self) -> Division:
        """Return what is on the board, taken apart; the same object as long as the drawing is the same."""
        drawing = self._board.drawing
        if drawing is not self._division.whole:
            self._division = self._divided(drawing)
        return self._division

    def choose(self, number: int) -> None:
        """Look at this digit, from 0; a gesture under way is at its end."""
        self._board.release()
        division = self.now()
        if 0 <= number < len(division.digits) and number != division.chosen:
            self._division = self._wish = replace(division, chosen=number)
            self.chose.emit()

    def step(self, digits: int) -> None:
        """Look at the digit that is so many further to the right (or left); after the last comes the first."""
        division = self.now()
        if division.digits:
            self.choose((division.chosen + digits) % len(division.digits))

    def remove_strays(self) -> None:
        """Take all stray dots away, as one change that can be undone."""
        self._board.release()
        strays = self.now().strays
        if strays:
            self._board.take_away(strays, lambda: self.tr("Remove stray dots"))

    def follow(self) -> None:
        """Tell what has changed; to be called after what is drawn was read, at most once a frame."""
        division = self.now()
        now = len(division.digits), division.chosen, len(division.strays)
        if now != self._told:
            self._told = now
            self.changed.emit()

    def _divided(self, drawing: Drawing) -> Division:
        if not drawing:
            return Division(drawing)
        grouping = grouped(drawing)
        if len(grouping.groups) > MOST_DIGITS:
            together = tuple(sorted(stroke for group in grouping.groups for stroke in group))
            grouping = Grouping((together,), grouping.strays)
        settled = len(self._board.settled.strokes)
        strays = tuple(stroke for stroke in grouping.strays if stroke < settled)
        ended = sum(group[0] < settled for group in grouping.groups)
        digits = tuple(grouping.drawings(drawing))
        return Division(drawing, grouping, digits, self._wished(digits, grouping.newest), strays, ended)

    def _wished(self, digits: tuple[Drawing, ...], newest: int) -> int:
        """Return which digit is looked at: the one that somebody wished for, if there is no newer ink."""
        wish = self._wish
        if wish is None or len(digits) == 1:
            return newest
        known = set(map(id, wish.whole.strokes))
        wished = set(map(id, wish.digits[wish.chosen].strokes))
        if not all(id(stroke) in known for digit in digits for stroke in digit.strokes):
            return newest
        found = (number for number, digit in enumerate(digits) if wished & set(map(id, digit.strokes)))
        return next(found, newest)
