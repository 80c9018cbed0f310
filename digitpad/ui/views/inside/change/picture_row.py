"""Pictures side by side, as large as their room, each with what it is and what the network answers to it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.drawn.squares import paint_squares
from digitpad.ui.plain import give_tip
from digitpad.ui.theme import colors

LEAST_EMS, USUAL_EMS = 2.5, 5.5
"""Side of a picture, in heights of a line: at least, and where what is below asks for room too."""

GAP_EMS = 1.1
"""Between two pictures, in heights of a line: room for a sign."""

ANSWER_EMS, SIGN_EMS = 1.45, 1.3
"""Size of an answer and of the sign between two pictures, in the letters around them."""


@dataclass(frozen=True, eq=False)
class Shown:
    """A picture, None for an empty frame, its title above it and the answer below; ``sign`` leads to it."""

    image: QImage | None
    title: str
    answer: str = ""
    sign: str = ""


class PictureRow(QWidget):
    """Shows some pictures of 28×28 pixels. Who makes it names it for a screen reader."""

    def __init__(self, parent: QWidget | None = None, *, fills_width: bool = False) -> None:
        """Of the height that is left over; or as high as the pictures are when the row ``fills_width``."""
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self._fills_width = fills_width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(fills_width)
        self.setSizePolicy(policy)

    def show_pictures(self, *shown: Shown) -> None:
        """Show these, the first at the left."""
        is_other = len(shown) != len(self._shown)
        self._shown = shown
        give_tip(self, "; ".join(f"{each.title}: {each.answer}" if each.answer else each.title for each in shown))
        if is_other:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A little more than the least."""
        return self._size(USUAL_EMS)

    def hasHeightForWidth(self) -> bool:
        """Whether the width decides."""
        return self._fills_width

    def heightForWidth(self, width: int) -> int:
        """Return the height of pictures that fill the width."""
        return self._column(width) + self._words() if self._fills_width else -1

    def minimumSizeHint(self) -> QSize:
        """Pictures that can just be recognised."""
        return self._size(LEAST_EMS)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def picture_side(self) -> int:
        """Return how large a picture is, in logical pixels."""
        return max(1, min(self._column(self.width()), self.height() - self._words()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures in the middle of the room."""
        painter, side, gap = QPainter(self), self.picture_side(), self._gap()
        count = len(self._shown)
        # Words may be wider than a small picture.
        column = min(self._column(self.width()), max(side, self._widest() + gap // 2))
        left = (self.width() - count * column - (count - 1) * gap) / 2
        for number, shown in enumerate(self._shown):
            room = QRectF(left + number * (column + gap), 0, column, self.height())
            self._paint(painter, shown, room, side)
            if shown.sign and number:
                painter.setFont(self._font(SIGN_EMS))
                between = QRectF(room.left() - gap, self.fontMetrics().height(), gap, side)
                painter.drawText(between, Qt.AlignmentFlag.AlignCenter, shown.sign)
        painter.end()

    def _paint(self, painter: QPainter, shown: Shown, room: QRectF, side: int) -> None:
        now, line = colors(), self.fontMetrics().height()
        painter.setPen(QColor(now.muted))
        _write(painter, QFont(self.font()), QRectF(room.left(), 0, room.width(), line), shown.title)
        picture = QRectF(room.left() + (room.width() - side) / 2, line, side, side)
        if shown.image is not None:
            paint_squares(painter, picture, shown.image)
        painter.setPen(QColor(now.border))
        painter.drawRect(picture.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(now.text))
        font = self._font(ANSWER_EMS)
        below = QRectF(room.left(), picture.bottom(), room.width(), QFontMetrics(font).height())
        _write(painter, font, below, shown.answer)

    def _font(self, ems: float) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(ems * self.fontInfo().pixelSize()))
        font.setBold(True)
        return font

    def _column(self, width: int) -> int:
        count = max(1, len(self._shown))
        return (width - (count - 1) * self._gap()) // count

    def _gap(self) -> int:
        return round(GAP_EMS * self.fontMetrics().height())

    def _words(self) -> int:
        return self.fontMetrics().height() + QFontMetrics(self._font(ANSWER_EMS)).height()

    def _widest(self) -> int:
        letters, large = self.fontMetrics(), QFontMetrics(self._font(ANSWER_EMS))
        return max(
            (
                max(letters.horizontalAdvance(each.title), large.horizontalAdvance(each.answer))
                for each in self._shown
            ),
            default=0,
        )

    def _size(self, ems: float) -> QSize:
        side, count = round(ems * self.fontMetrics().height()), max(1, len(self._shown))
        return QSize(count * side + (count - 1) * self._gap(), side + self._words())


def _write(painter: QPainter, font: QFont, room: QRectF, words: str) -> None:
    """Write in the middle of a line, in smaller letters where the line is too short."""
    wide = QFontMetrics(font).horizontalAdvance(words)
    if wide > room.width():
        font.setPixelSize(max(1, int(QFontInfo(font).pixelSize() * room.width() / wide)))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words)
