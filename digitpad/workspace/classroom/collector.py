"""The round of collecting: whose turn it is, what is to be written, and what becomes of what was drawn."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from digitpad.arrays import Floats
from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.pen import is_dot
from digitpad.drawing.raster import rasterize
from digitpad.drawing.stroke_lines import MAX_PEN, LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.classroom.doubt import looks_like
from digitpad.workspace.classroom.prompts import Tally, next_prompt
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.sketchbook import Sketchbook
from digitpad.workspace.wording.numbers import with_article
from digitpad.workspace.wording.undo_texts import Name, Together

USUAL_PENS = 30
"""A class."""


class News(Enum):
    """What came of the last thing that was asked for."""

    NOTHING = auto()
    TAKEN = auto()
    SET_ASIDE = auto()
    """It does not look like its digit."""
    TAKEN_BACK = auto()
    NO_INK = auto()
    """Nothing was taken: the canvas is empty."""
    ONLY_A_DOT = auto()
    """Nothing was taken: that is no digit."""
    SEVERAL = auto()
    """Nothing was taken: it looks like more than one digit. Asked for once more, it is."""
    NO_ROOM = auto()
    """Nothing was taken: the class has as many drawings as it can have."""


class Collector(QObject):
    """Passes a pen through the class. What is collected is in ``ClassDrawings``; all else follows from it.

    While it collects, drawings go to the class and not to the sketchbook. One step of Undo takes back all that
    ``accept`` or ``take_back`` has done, canvas included, and nothing from before the round can be undone, or made
    again. The digit that is asked for follows from what there is, so after an undo it is the one that the canvas
    shows again.

    Attributes:
        is_collecting: whether a round is under way.
        pen: whose turn it is, from 1.
        pens: how many pens there are; after the last comes the first.
        prompt: the digit to be written.
        news: what came of the last thing that was asked for.

    Signals:
        changed(): one of these, or how many drawings there are, is another now.
    """

    changed = Signal()

    def __init__(
        self,
        board: Board,
        sketchbook: Sketchbook,
        easel: Easel,
        drawings: ClassDrawings,
        seed: int = 0,
        glyph_of: Callable[[Drawing], Floats] = lambda drawing: rasterize(drawing).glyph,
        parent: QObject | None = None,
    ) -> None:
        """``glyph_of`` gives what a network sees of a drawing, of whoever has it at hand already."""
        super().__init__(parent)
        self.is_collecting = False
        self.pen = 1
        self.pens = USUAL_PENS
        self.prompt = 0
        self.news = News.NOTHING
        self._board = board
        self._sketchbook = sketchbook
        self._easel = easel
        self._drawings = drawings
        self._seed = seed
        self._glyph_of = glyph_of
        self._is_chosen = False
        self._given: list[LabelledDrawing] = []
        self._asked: tuple[int, int] | None = None
        self._doubted = Drawing()
        self._is_pushing = False
        self._counted = ClassSet()
        self._known: tuple[LabelledDrawing | None, Tally] = None, Tally([])
        self._known = self._look()
        drawings.changed.connect(self._follow)
        drawings.replaced.connect(self.end)
        self._ask()

    @property
    def given(self) -> int:
        """How many drawings the pen whose turn it is has given."""
        return int(self.tally.by(self.pen).sum())

    @property
    def taken(self) -> int:
        """How many of these were taken: what is set aside is not, as long as nobody has decided."""
        return self.given - sum(entry.pen == self.pen for entry in self._drawings.content.aside)

    @property
    def tally(self) -> Tally:
        """How often each pen has given each digit; what is set aside counts too."""
        return self._known[1]

    @property
    def can_take_back(self) -> bool:
        """Whether something was collected in this round."""
        return self.is_collecting and self._last() is not None

    @property
    def can_undo(self) -> bool:
        """Whether the newest change is one of this round, or there is no round."""
        return not self.is_collecting or not self._board.undo_stack.isClean()

    def begin(self) -> None:
        """Begin a round, or go on with it, on an empty canvas; what was on it goes to the sketchbook.

        The pen is the one that drew last, if that was in this sitting; else a new one.
        """
        if self.is_collecting:
            return
        if not self._is_chosen and self._last() is None:
            self.pen = min(self._drawings.content.pens + 1, MAX_PEN)
            self.pens = max(self.pens, self.pen)
        self._easel.take_down()
        self._board.clear()
        self._board.forget_undone()  # it is from before the round, too
        self._board.undo_stack.setClean()
        self.is_collecting = self._sketchbook.rests = True
        self._tell(News.NOTHING)

    def end(self) -> None:
        """End the round; what is on the canvas stays there."""
        if self.is_collecting:
            self._board.release()
            self.is_collecting = self._sketchbook.rests = False
            self._tell(News.NOTHING)

    def accept(self) -> None:
        """Take what is on the canvas as what was asked for, but for stray dots; or say why not."""
        if not self.is_collecting:
            return
        self._board.release()
        division = self._easel.digits.now()
        drawing = division.grouping.without_strays(division.whole)
        if not drawing:
            self._tell(News.NO_INK)
        elif is_dot(drawing):
            self._tell(News.ONLY_A_DOT)
        elif len(division.digits) > 1 and drawing != self._doubted:
            self._doubted = drawing
            self._tell(News.SEVERAL)
        else:
            self._take(LabelledDrawing(drawing, self.prompt, pen=self.pen))

    def take_back(self) -> None:
        """Take the newest drawing of this round out again; its digit is asked for anew, on an empty canvas."""
        last = self._last()
        if not self.is_collecting or last is None:
            return
        self._board.release()
        content = self._drawings.content
        place = next(place for place, entry in enumerate(content.everything) if entry is last)
        name: Name = lambda: self.tr("Take the last one back")  # noqa: E731  # said anew in each language
        self.pen = last.pen or self.pen
        self._push(name, [self._drawings.change_to(content.without([place]), name)])
        self._tell(News.TAKEN_BACK)

    def pass_pen(self) -> None:
        """Let the next pen draw, on an empty canvas; after the last it is the first one's turn again."""
        self.choose_pen(self.pen % self.pens + 1)

    def choose_pen(self, pen: int) -> None:
        """Let this pen draw, from 1 to 10,000, on an empty canvas."""
        if pen == self.pen:
            return
        if self.is_collecting and self._board.drawing:
            self._board.release()
            self._push(lambda: self.tr("Clear"), [_ChangePen(self._have_pen, self.pen, pen)])
        else:
            self._have_pen(pen)

    def set_pens(self, pens: int) -> None:
        """Say how many pens there are; if the one whose turn it is is none of them, it is the last one's."""
        self.pens = pens
        self._tell(self.news)
        self.choose_pen(min(self.pen, pens))

    def _have_pen(self, pen: int) -> None:
        self.pen, self._is_chosen = pen, True
        self.pens = max(self.pens, pen)
        self._tell(News.NOTHING)

    def _take(self, entry: LabelledDrawing) -> None:
        content, digit = self._drawings.content, self.prompt
        if not self._drawings.admits(entry):
            self._tell(News.NO_ROOM)
            return
        fits = looks_like(self._glyph_of(entry.drawing), digit)
        after = content.with_added([entry]) if fits else content.with_aside(entry)
        self._given.append(entry)
        self._is_chosen = False
        name: Name = lambda: with_article(self.tr("Collect a {digit}").format(digit=digit))  # noqa: E731
        self._push(name, [self._drawings.change_to(after, name)])
        self._tell(News.TAKEN if fits else News.SET_ASIDE)

    def _push(self, name: Name, changes: Sequence[QUndoCommand]) -> None:
        """Make these changes and empty the canvas, as one that can be undone; no page is kept of it."""
        self._is_pushing = True  # whoever pushes tells what came of it, once and for all
        self._board.undo_stack.push(Together(name, [*changes, self._board.change_to(Drawing(), name)]))
        self._is_pushing = False

    def _last(self) -> LabelledDrawing | None:
        """Return the newest drawing of this sitting that is still as it was collected."""
        return self._known[0]

    def _look(self) -> tuple[LabelledDrawing | None, Tally]:
        """Go through all drawings, once for each change of them; return the last one given, and the counts.

        Where some have come and none has gone these alone are counted.
        """
        before, content = self._counted, self._drawings.content
        last = self._newest_of(content)
        added = content.added_to(before)
        self._counted = content
        return last, Tally(content.everything) if added is None else Tally(added, self.tally)

    def _newest_of(self, content: ClassSet) -> LabelledDrawing | None:
        """Return the last one given that is there, which mostly came last."""
        if not self._given:
            return None
        if any(self._given[-1] is entry for part in (content.drawings, content.aside) for entry in part[-1:]):
            return self._given[-1]
        there = set(map(id, content.everything))
        return next((entry for entry in reversed(self._given) if id(entry) in there), None)

    def _follow(self) -> None:
        self._known = self._look()
        if self._is_pushing:
            return
        undone = self._undone()
        if undone is not None:  # whoever undoes what the pen before gave has that pen's turn again
            self.pen, self.prompt = undone.pen or self.pen, undone.label or 0
            self._asked = self.pen, self.given
        self._tell(News.NOTHING)

    def _undone(self) -> LabelledDrawing | None:
        """Return what was collected and is on the canvas again, if that is so."""
        division = self._easel.digits.now()
        drawing = division.grouping.without_strays(division.whole)
        if not self.is_collecting or not drawing:
            return None
        given = next((entry for entry in reversed(self._given) if entry.drawing == drawing), None)
        content = self._drawings.content
        there = any(entry is given for part in (content.drawings, content.aside) for entry in reversed(part))
        return None if there else given

    def _tell(self, news: News) -> None:
        self.news = news
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        """Ask for another digit if there is another pen, or it has given more or less than before."""
        asked = self.pen, self.given
        if asked != self._asked:
            self._asked = asked
            self.prompt = next_prompt(self.tally, self.pen, self._seed)


class _ChangePen(QUndoCommand):
    """Lets another pen draw: what the one before has left comes back with its own turn alone."""

    def __init__(self, have: Callable[[int], None], before: int, after: int) -> None:
        super().__init__()
        self._have, self._before, self._after = have, before, after

    def redo(self) -> None:
        self._have(self._after)

    def undo(self) -> None:
        self._have(self._before)
