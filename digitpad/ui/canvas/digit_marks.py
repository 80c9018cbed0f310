"""What the canvas says on top of its ink: a box and an answer for each of several digits, rings for stray dots."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.stroke_shapes import shape_of
from digitpad.drawing.strokes import Drawing, Points
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import percent
from digitpad.workspace.wording.pictures.digits_texts import numeral

CHOSEN, OTHER, ON_CHOSEN = QColor("#56b4e9"), QColor("#c3cad3"), QColor("#000000")
VEIL = QColor(0, 0, 0, 150)
"""The same in every room, as the canvas is black in every room. What is chosen differs by more than its colour."""

GAP = 0.012
"""Between a digit's ink and its box; here and below: shares of the canvas's side."""

CHOSEN_LINE, OTHER_LINE, RING_LINE = 0.011, 0.004, 0.007
NUMERAL, PERCENT, LABEL = 0.08, 0.055, 0.105
"""Height of the letters, to be read from the last row, and of what they stand on."""

PADDING = 0.012
LEAST_RING = 0.045
"""Radius of the ring around a dot."""

DASH = [2.5, 2.0]


@dataclass(frozen=True)
class _Box:
    """A digit's box and the place of its answer, in logical pixels; without a share where there is no room.

    While answers are hidden there are neither words nor a place for them.
    """

    place: QRectF
    label: QRectF
    numeral: str
    share: str
    is_chosen: bool

    @property
    def reach(self) -> QRectF:
        """All that it paints on."""
        return self.place.united(self.label)


class DigitMarks:
    """Lays out and paints what is said of a drawing on a canvas of this side, in these letters."""

    def __init__(self) -> None:
        self._recognition: Recognition | None = None
        self._is_silent = False
        self._boxes: list[_Box] = []
        self._rings: dict[int, tuple[Points, QRectF]] = {}  # by the id of the stray dot
        self._side = 1.0
        self._letters = QFont()
        self._places: dict[Drawing, QRectF] = {}
        self._widths: dict[tuple[float, str], float] = {}

    def fit(self, side: float, letters: QFont) -> None:
        """Have another size, in logical pixels, or other letters."""
        self._side, self._letters = side, letters
        self._places, self._rings, self._widths = {}, {}, {}
        self.show(self._recognition, is_silent=self._is_silent)

    def show(self, recognition: Recognition | None, *, is_silent: bool) -> QRect:
        """Mark what is recognized, None for nothing, without answers if silent; return what to paint again."""
        self._recognition, self._is_silent = recognition, is_silent
        boxes, rings = self._boxes, self._rings
        self._rings = {} if recognition is None else self._ringed(recognition)
        self._boxes = self._boxed(recognition) if recognition is not None and recognition.is_several else []
        changed = QRectF()
        for box in (*boxes, *self._boxes):
            if (box in boxes) != (box in self._boxes):
                changed = changed.united(box.reach)
        for number in rings.keys() ^ self._rings.keys():  # of thousands most are as they were
            changed = changed.united((rings.get(number) or self._rings[number])[1])
        border = CHOSEN_LINE * self._side + 1
        return changed.adjusted(-border, -border, border, border).toAlignedRect() if changed else QRect()

    def paint(self, painter: QPainter, place: QRect) -> None:
        """Paint all marks that reach into this place."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._line(OTHER, RING_LINE, dashed=True))
        painter.setBrush(VEIL)
        border = CHOSEN_LINE * self._side + 1
        around = QRectF(place).adjusted(-border, -border, border, border)
        for _, ring in self._rings.values():
            if around.intersects(ring):
                painter.drawEllipse(ring)
        for box in self._boxes:
            if around.intersects(box.reach):
                self._paint_box(painter, box)
        painter.restore()

    def _paint_box(self, painter: QPainter, mark: _Box) -> None:
        color = CHOSEN if mark.is_chosen else OTHER
        painter.setPen(self._line(color, CHOSEN_LINE if mark.is_chosen else OTHER_LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(mark.place)
        if not mark.numeral:
            return
        painter.setPen(self._line(color, OTHER_LINE))
        painter.setBrush(color if mark.is_chosen else ON_CHOSEN)
        painter.drawRoundedRect(mark.label, PADDING * self._side, PADDING * self._side)
        painter.setPen(ON_CHOSEN if mark.is_chosen else OTHER)
        inner = mark.label.adjusted(PADDING * self._side, 0, -PADDING * self._side, 0)
        for words, height, side in (
            (mark.numeral, NUMERAL, Qt.AlignmentFlag.AlignLeft),
            (mark.share, PERCENT, Qt.AlignmentFlag.AlignRight),
        ):
            painter.setFont(self._font(height))
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _line(self, color: QColor, share: float, *, dashed: bool = False) -> QPen:
        pen = QPen(color, max(1.5, share * self._side))
        if dashed:
            pen.setDashPattern(DASH)
        return pen

    def _font(self, share: float) -> QFont:
        font = QFont(self._letters)
        font.setPixelSize(max(1, round(share * self._side)))
        font.setBold(True)
        return font

    def _ringed(self, recognition: Recognition) -> dict[int, tuple[Points, QRectF]]:
        """Return where stray dots are marked; those that were there before are not measured again."""
        division, known = recognition.division, self._rings
        strays = (division.whole.strokes[stroke] for stroke in division.strays)
        return {id(dot): known.get(id(dot)) or (dot, self._ring(dot)) for dot in strays}

    def _ring(self, dot: Points) -> QRectF:
        box = self._around([dot])
        radius = max(LEAST_RING * self._side, max(box.width(), box.height()) / 2)
        middle = box.center()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def _boxed(self, recognition: Recognition) -> list[_Box]:
        # What a pen in one digit leaves as it was is not measured again.
        known, digits = self._places, recognition.division.digits
        self._places = {digit: known[digit] if digit in known else self._around(digit.strokes) for digit in digits}
        boxes = self._labelled(recognition, shares=True)
        if any(one.label.intersects(other.label) for one, other in combinations(boxes, 2)):
            boxes = self._labelled(recognition, shares=False)
        return sorted(boxes, key=lambda box: box.is_chosen)  # that one is painted last, over its neighbours

    def _labelled(self, recognition: Recognition, *, shares: bool) -> list[_Box]:
        division = recognition.division
        boxes = []
        for number, reading in enumerate(recognition.readings):
            place, is_chosen = self._places[division.digits[number]], number == division.chosen
            if self._is_silent:
                boxes.append(_Box(place, QRectF(), "", "", is_chosen))
                continue
            share = percent(reading.probability) if shares and reading.has_answer else ""
            words = numeral(reading), share
            boxes.append(_Box(place, self._label(place, *words), *words, is_chosen))
        return boxes

    def _around(self, strokes: Sequence[Points]) -> QRectF:
        """Return the box around strokes' ink, on the canvas."""
        shapes = list(map(shape_of, strokes))
        corner = QPointF(min(shape.left for shape in shapes), min(shape.top for shape in shapes))
        other = QPointF(max(shape.right for shape in shapes), max(shape.bottom for shape in shapes))
        border = (PEN_SHARE / 2 + GAP) * self._side
        box = QRectF(corner * self._side, other * self._side).adjusted(-border, -border, border, border)
        inset = CHOSEN_LINE * self._side / 2
        return box & QRectF(0, 0, self._side, self._side).adjusted(inset, inset, -inset, -inset)

    def _label(self, box: QRectF, digit: str, share: str) -> QRectF:
        """Return where a digit's answer stands: above its box, or below, or else in its upper part."""
        width = self._width(NUMERAL, digit) + 2 * PADDING * self._side
        if share:
            width += self._width(PERCENT, share) + PADDING * self._side
        height = LABEL * self._side
        left = max(0.0, min(box.center().x() - width / 2, self._side - width))
        top = box.top() - height
        if top < 0:
            top = box.bottom() if box.bottom() + height <= self._side else box.top()
        return QRectF(left, top, width, height)

    def _width(self, height: float, words: str) -> float:
        """Return how wide words in letters of this height are; the same few hundred come again and again."""
        found = self._widths.get((height, words))
        if found is None:
            found = self._widths[height, words] = QFontMetricsF(self._font(height)).horizontalAdvance(words)
        return found
