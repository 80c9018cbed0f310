"""Ten bars of softmax probabilities, and thinner ones of a second network below them."""

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES
from digitpad.runs.run import Run
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.numbers import percent

ROW_EMS, LEAST_ROW_EMS = 1.9, 1.15
"""Height of a row in heights of a line: as it likes to be, and at least."""

LARGE_ENOUGH = 20
"""Pixels; larger letters ask for no higher rows, lest the window outgrow its screen."""

LETTER_SHARE = 0.85
LARGEST_EMS = 1.15
"""Size of a row's letters: share of the row, which digits, that reach below no line, may fill, and at most in the
letters around."""

DIGIT_EMS, GAP_EMS = 1.7, 0.5
"""Room for the digit, and between the bar and its percentage, in sizes of the letters."""

BAR_SHARE = 0.46
OTHER_SHARE = 0.16
"""Height of the bar, and of a second network's, as a share of the row."""

LEAST_BAR = 2.0

REST_MS = 400
"""How long a drawing must stay as it is for its probabilities to be read out."""


class _Row(NamedTuple):
    """What can be seen of a digit: bars in pixels, ``other`` None without a second network; text of the share."""

    bar: int = 0
    other: int | None = None
    text: str = ""
    wins: bool = False


class ProbabilityBars(Translated, QWidget):
    """Ten rows: digit, bar, percentage. The winner is bold, in its run's colour and has a pointer.

    Attributes:
        probabilities, other: ten numbers from 0 to 1 of the first network and of a second; None for none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities: list[float] | None = None
        self.other: list[float] | None = None
        self._run: Run | None = None
        self._other_run: Run | None = None
        self._rows = [_Row()] * CLASSES
        self._places = [QRect()] * CLASSES
        self._tracks = [QRectF()] * CLASSES
        self._length = 0.0
        self._letters = {bold: QFont() for bold in (False, True)}
        self._texts: dict[tuple[str, bool], QStaticText] = {}
        self._percents = 0.0
        self._fitted: tuple[QFont, QSize] | None = None
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(REST_MS)
        self._at_rest.timeout.connect(self._describe)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._translate()

    def show_probabilities(self, probabilities: list[float] | None, other: list[float] | None = None) -> None:
        """Show ten numbers from 0 to 1; a second network's ten numbers below them.

        Bars are empty for None, and where they are no numbers.
        """
        self.probabilities, self.other = _finite(probabilities), _finite(other)
        self._at_rest.start()
        self._refresh()

    def show_runs(self, run: Run | None, other: Run | None) -> None:
        """Take the colours of the runs whose networks answer; None for a network that is of no run."""
        if (run, other) != (self._run, self._other_run):
            self._run, self._other_run = run, other
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let letters and bars grow with the rows."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        self.setToolTip(self.tr("How probable the network finds each digit (softmax); together they make 100 %"))
        self._fitted = None  # numbers are written in another way
        self._fit()
        self._describe()

    def _refresh(self) -> None:
        """Ask for those rows alone that look different now: painting all ten takes longer than the answer."""
        before, self._rows = self._rows, self._looks()
        for digit, row in enumerate(self._rows):
            if row != before[digit] or row.wins:
                self.update(self._places[digit])

    def _looks(self) -> list[_Row]:
        values, others = self.probabilities, self.other
        if values is None:
            return [_Row()] * CLASSES
        winner = values.index(max(values))
        return [
            _Row(
                self._reach(share),
                None if others is None else self._reach(others[digit]),
                percent(share),
                digit == winner,
            )
            for digit, share in enumerate(values)
        ]

    def _reach(self, share: float) -> int:
        """Return how long a bar is, in pixels."""
        return round(max(LEAST_BAR, self._length * share))

    def _place(self, digit: int) -> QRect:
        """Return where a digit's row is: in whole pixels, so that no two touch the same."""
        top, bottom = (round(self.height() * place / CLASSES) for place in (digit, digit + 1))
        return QRect(0, top, self.width(), bottom - top)

    def _track(self, digit: int) -> QRectF:
        """Return where a bar of 100 % would be."""
        row = QRectF(self._places[digit])
        inset = row.height() * (1 - BAR_SHARE) / 2
        return row.adjusted(DIGIT_EMS * self._letters[False].pixelSize(), inset, -self._percents, -inset)

    def _fit(self) -> None:
        """Choose letters that fit the rows; not again for the same ones, as Qt tells of a change many times."""
        if (self.font(), self.size()) == self._fitted:
            return
        self._fitted = QFont(self.font()), self.size()
        self._texts.clear()
        usual = self.fontInfo().pixelSize()
        pixels = max(1, round(min(LARGEST_EMS * usual, self.height() / CLASSES * LETTER_SHARE)))
        for bold in self._letters:
            font = QFont(self.font())
            font.setPixelSize(pixels)
            font.setBold(bold)
            self._letters[bold] = font
        self._percents = QFontMetricsF(self._letters[True]).horizontalAdvance(percent(1.0)) + GAP_EMS * pixels
        self._places = [self._place(digit) for digit in range(CLASSES)]
        self._tracks = [self._track(digit) for digit in range(CLASSES)]
        self._length = self._tracks[0].width()  # of all
        self._refresh()
        self.update()

    def _describe(self) -> None:
        """Tell a screen reader once the pen rests: it would never come to an end otherwise."""
        values = self.probabilities or []
        self.setAccessibleDescription(
            ", ".join(f"{digit}: {percent(share)}" for digit, share in enumerate(values))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those of the ten rows that are asked for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        region = event.region()
        for digit, row in enumerate(self._rows):
            if region.intersects(self._places[digit]):
                painter.setFont(self._letters[row.wins])
                self._paint_row(painter, digit, row)
        painter.end()

    def _paint_row(self, painter: QPainter, digit: int, row: _Row) -> None:
        now, place, em = colors(), QRectF(self._places[digit]), painter.font().pixelSize()
        color = now.text if row.wins or not row.text else now.muted
        painter.setPen(_color(color))
        for text, right in ((str(digit), False), (row.text, True)):
            words = self._laid_out(text, bold=row.wins)
            size = words.size()
            x = place.right() - size.width() if right else place.left() + 0.75 * em
            painter.drawStaticText(QPointF(x, place.center().y() - size.height() / 2), words)
        track = self._tracks[digit]
        painter.setPen(_color(now.quiet))
        painter.setBrush(_color(now.track))
        painter.drawRoundedRect(track, 3, 3)
        if not row.text:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_color(self._color_of(self._run, now.accent) if row.wins else now.quiet))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), row.bar, track.height()), 3, 3)
        if row.other is not None:
            painter.setBrush(_color(self._color_of(self._other_run, now.text)))
            painter.drawRect(QRectF(track.left(), track.bottom() + 1, row.other, place.height() * OTHER_SHARE))
        if row.wins:
            self._paint_pointer(painter, place, em)

    def _laid_out(self, text: str, *, bold: bool) -> QStaticText:
        """Return a text laid out: the same few hundred come again and again."""
        found = self._texts.get((text, bold))
        if found is None:
            found = self._texts[text, bold] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(QTransform(), self._letters[bold])
        return found

    def _color_of(self, run: Run | None, else_: str) -> str:
        return else_ if run is None else colors().run_color(run.number)

    def _paint_pointer(self, painter: QPainter, row: QRectF, em: float) -> None:
        painter.setBrush(_color(self._color_of(self._run, colors().accent)))
        tip, half, middle = row.left() + 0.6 * em, 0.32 * em, row.center().y()
        corners = [QPointF(row.left(), middle - half), QPointF(row.left(), middle + half), QPointF(tip, middle)]
        painter.drawPolygon(QPolygonF(corners))

    def sizeHint(self) -> QSize:
        """Ten rows at a readable height."""
        return QSize(150, round(CLASSES * ROW_EMS * self.fontInfo().pixelSize()))

    def minimumSizeHint(self) -> QSize:
        """Ten rows that can still be read."""
        pixels = min(self.fontInfo().pixelSize(), LARGE_ENOUGH)
        return QSize(120, round(CLASSES * LEAST_ROW_EMS * pixels))


def _finite(shares: list[float] | None) -> list[float] | None:
    return None if shares is None or not all(map(math.isfinite, shares)) else shares


@lru_cache(maxsize=64)
def _color(name: str) -> QColor:
    """Return a colour: the same object each time, not to be changed."""
    return QColor(name)
