"""The confusion matrix: ten rows, one for each true digit, ten columns, one for each answer. Mistakes are loud."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.drawn.tips import TipOfParts
from digitpad.ui.theme import LETTERS
from digitpad.ui.translated import Translated
from digitpad.ui.views.test.matrix_painting import MatrixPainter, Numbers
from digitpad.workspace.testing.matrix_cells import ROW, MatrixCells

LEAST_EMS = 1.0
"""Least side of a cell, in heights of a line of usual letters."""

MARGIN_EMS = 1.3
"""… from which on there are shares beside the rows: where it is narrower the counts have to do."""

MARGIN_LETTERS = "\u2212100.0"
"""The widest text beside a row."""

NUMBER_SHARE = 0.42
"""Height of the numbers as a share of their cell's, where these are not too narrow for them."""

FULL, LONG_FULL = 0.86, 0.96
"""Share of a cell's width that its number may have, and a long one."""

LINE = 1.0
"""Width of the lines between the cells, half of which lies outside of the last ones."""

OWN_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""Keys that elsewhere are the sketchbook's."""

Words = Callable[[int, int], str]


class ConfusionMatrix(TipOfParts, Translated, QWidget):
    """Shows cells; arrow keys, Home, End, Page Up and Page Down move between them, Enter or a click opens one.

    Attributes:
        truth, answer: the current cell; ``answer`` is ROW for a row's head.

    Signals:
        opened(int, int): this cell, or with ROW as its column this row, was asked for.
    """

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.truth, self.answer = 0, 0
        self._cells: MatrixCells | None = None
        self._words: Words = lambda _truth, _answer: ""
        self._is_stale = False
        self._is_projected = False
        self._numbers: dict[Numbers, QFont] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._translate()

    @property
    def cells(self) -> MatrixCells | None:
        """What it shows."""
        return self._cells

    @property
    def is_stale(self) -> bool:
        """Whether it is greyed."""
        return self._is_stale

    def show_cells(self, cells: MatrixCells | None, words: Words, *, stale: bool) -> None:
        """Show other cells, and say of each by ``words(truth, answer)`` what it is; grey while ``stale``."""
        self._cells, self._words, self._is_stale = cells, words, stale
        self._numbers = None
        self.update()
        self._describe()

    def set_projector(self, on: bool) -> None:
        """Have numbers that the last row can read, where they have room; or all of them, in any size."""
        self._is_projected = on
        self._numbers = None
        self.update()

    def go_to(self, truth: int, answer: int) -> None:
        """Make another cell the current one; places beyond the edge are at it."""
        self.truth = min(max(truth, 0), CLASSES - 1)
        self.answer = min(max(answer, ROW), CLASSES - 1)
        self.update()
        self._describe()

    def cell_rect(self, truth: int, answer: int) -> QRectF:
        """Return where a cell is, or with ROW as its column a row's head."""
        corner, side = self._corner(), self._side()
        return QRectF(corner + QPointF(answer * side, truth * side), QSizeF(side, side))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Confusion matrix"))
        self._axes = self.tr("read as"), self.tr("true digit")
        self._right = {False: self.tr("right, %"), True: self.tr("right")}
        self.update()
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._cells is None else self._words(self.truth, self.answer))

    # Where everything stands: a line of words, heads, the cells, and the rows' shares at the right.

    @property
    def has_margin(self) -> bool:
        """Whether there is room for the rows' shares beside the cells."""
        height = QFontMetricsF(self.font()).height()
        return self.width() >= height + self._margin() + (CLASSES + 1) * MARGIN_EMS * height

    @property
    def margin_title(self) -> str:
        """What stands above the numbers beside the rows: they are per cent, or of a difference pictures."""
        return self._right[self._cells is not None and self._cells.margins_are_counts]

    def _margin(self) -> float:
        letters = QFontMetricsF(self.font())
        beside = max(letters.horizontalAdvance(text) for text in (MARGIN_LETTERS, *self._right.values()))
        return beside + letters.averageCharWidth()

    def _room_for_words(self) -> QSizeF:
        """Return what is left of the cells, and right of them together; and above them."""
        height = QFontMetricsF(self.font()).height()
        return QSizeF(height + (self._margin() if self.has_margin else 0), height)

    def _side(self) -> float:
        words = self._room_for_words()
        across = (self.width() - words.width() - LINE) / (CLASSES + 1)
        down = (self.height() - words.height() - LINE) / (CLASSES + 1)
        return max(1.0, min(across, down))

    def _corner(self) -> QPointF:
        """Return the upper left corner of the cells, amid all that stands around them."""
        words, side = self._room_for_words(), self._side()
        left = (self.width() - words.width() - (CLASSES + 1) * side) / 2
        top = (self.height() - words.height() - (CLASSES + 1) * side) / 2
        return QPointF(left + QFontMetricsF(self.font()).height() + side, top + words.height() + side)

    def minimumSizeHint(self) -> QSize:
        """Cells in which a number of three digits can be read: they do not grow with the letters around them, or
        these could not be enlarged on a small screen."""
        return self._size(LEAST_EMS * min(1.0, LETTERS / self.fontInfo().pixelSize()))

    def sizeHint(self) -> QSize:
        """No more than that: the area around would rather scroll than give less than it is asked for."""
        return self.minimumSizeHint()

    def _size(self, ems: float) -> QSize:
        height = QFontMetricsF(self.font()).height()
        side = round(height + (CLASSES + 1) * ems * height)
        return QSize(side, side)

    # What a hand does.

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        place = (point - self._corner()) / self._side()
        truth, answer = int(place.y() // 1), int(place.x() // 1)
        return (truth, answer) if 0 <= truth < CLASSES and ROW <= answer < CLASSES else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the cell under the pointer."""
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(*found)
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked on."""
        can_open = self._cells is not None and self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to another cell, or open the current one."""
        truth, answer, last = self.truth, self.answer, CLASSES - 1
        moves = {
            Qt.Key.Key_Left: (truth, answer - 1),
            Qt.Key.Key_Right: (truth, answer + 1),
            Qt.Key.Key_Up: (truth - 1, answer),
            Qt.Key.Key_Down: (truth + 1, answer),
            Qt.Key.Key_Home: (truth, ROW),
            Qt.Key.Key_End: (truth, last),
            Qt.Key.Key_PageUp: (0, answer),
            Qt.Key.Key_PageDown: (last, answer),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            self.go_to(*move)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._cells is not None:
            self.opened.emit(self.truth, self.answer)

    def event(self, event: QEvent) -> bool:
        """Keep Page Up and Page Down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _tip_at(self, point: QPointF) -> str:
        found = self._at(point)
        return "" if found is None or self._cells is None else self._words(*found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._numbers = None
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have numbers as large as the cells allow."""
        super().resizeEvent(event)
        self._numbers = None

    def number_font(self, *, of_mistakes: bool, are_long: bool = False) -> QFont:
        """Return the letters of the mistakes, or of the right answers: as large as the widest of them allows.

        Those of a difference that ``are_long``, +1,001, have letters of their own, lest all others be as small.
        Before a projector all are at least as large as the letters around: what is wider than its cell then, its
        square and its tooltip tell.
        """
        font, side = QFont(self.font()), self._side()
        font.setBold(of_mistakes)
        font.setPixelSize(max(1, round(NUMBER_SHARE * side)))
        rows = () if self._cells is None else self._cells.texts
        texts = {
            text
            for truth, row in enumerate(rows)
            for answer, text in enumerate(row)
            if Numbers.of(truth, answer, text) == (of_mistakes, are_long)
        }
        widest = max((QFontMetricsF(font).horizontalAdvance(text) for text in texts), default=0.0)
        room = (LONG_FULL if are_long else FULL) * side
        if widest > room:
            font.setPixelSize(max(1, int(font.pixelSize() * room / widest)))
        if self._is_projected:
            font.setPixelSize(max(font.pixelSize(), self.fontInfo().pixelSize()))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        painter = QPainter(self)
        if self._numbers is None:  # a hundred texts are measured for them
            self._numbers = {
                Numbers(of_mistakes, are_long): self.number_font(of_mistakes=of_mistakes, are_long=are_long)
                for of_mistakes in (True, False)
                for are_long in (False, True)
            }
        painting = MatrixPainter(painter, self._corner(), self._side(), self.font(), self._numbers)
        painting.frame(self._axes, self.margin_title if self.has_margin else "")
        if self._cells is not None:
            painting.cells(self._cells, stale=self._is_stale)
            if self.has_margin:
                painting.margins(self._cells, stale=self._is_stale)
            painting.current(self.cell_rect(self.truth, self.answer), has_focus=self.hasFocus())
        painter.end()


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in OWN_KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier
