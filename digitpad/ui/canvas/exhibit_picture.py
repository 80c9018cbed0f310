"""A picture that hangs in front of the canvas, painted so that nobody takes it for a drawing made here."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from digitpad.arrays import SIDE, WHITE
from digitpad.workspace.easel.exhibit import Exhibit
from digitpad.workspace.wording.pictures.exhibit_texts import exhibit_details, exhibit_title

WALL, PAPER, INK = QColor("#33475b"), QColor("#0e2438"), QColor("#ffffff")
FRAME, WORDS = QColor("#e3b23c"), QColor("#f4f6f9")
"""The same in every room, as the canvas is black in every room: a wall, a gilded frame, and night-blue paper."""

MARGIN = 0.13
"""From the canvas's edge to the picture, as a share of its side: there is the frame, and room for words."""

FRAME_SHARE = 0.014
WORDS_SHARE = 0.046
LEAST_LETTERS = 9
"""Width of the frame and height of the letters as shares of the side; and at least so many logical pixels."""


def _mixed(share: float) -> int:
    """Return the colour that has so much ink on the paper."""
    ends = ((PAPER.redF(), INK.redF()), (PAPER.greenF(), INK.greenF()), (PAPER.blueF(), INK.blueF()))
    return QColor.fromRgbF(*(dark + (light - dark) * share for dark, light in ends)).rgb()


_TABLE = [_mixed(grey / WHITE) for grey in range(WHITE + 1)]


def exhibit_words(exhibit: Exhibit, tells: bool) -> tuple[str, str]:
    """Return what stands above the picture, and below it: which it is, or how to come back to the canvas."""
    back = QCoreApplication.translate("Exhibit", "Esc, or a stroke: back to the canvas")
    return exhibit_title(exhibit), exhibit_details(exhibit) if tells else back


def paint_exhibit(painter: QPainter, rect: QRectF, letters: QFont, exhibit: Exhibit, tells: bool) -> None:
    """Paint the picture into a square, pixel by pixel, with a frame and with words above and below."""
    side = rect.width()
    painter.fillRect(rect, WALL)
    margin, frame = MARGIN * side, FRAME_SHARE * side
    picture = rect.adjusted(margin, margin, -margin, -margin)
    painter.fillRect(picture.adjusted(-frame, -frame, frame, frame), FRAME)
    image = QImage(exhibit.image.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Indexed8)
    image.setColorTable(_TABLE)
    painter.drawImage(picture, image.convertToFormat(QImage.Format.Format_RGB32))
    above = QRectF(rect.left() + frame, rect.top(), side - 2 * frame, margin - frame)
    below = above.translated(0, side - above.height())
    painter.setPen(QPen(WORDS))
    for place, words in zip((above, below), exhibit_words(exhibit, tells), strict=True):
        painter.setFont(_fitting(letters, words, place))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _fitting(letters: QFont, words: str, place: QRectF) -> QFont:
    """Return the letters in which the words have room."""
    font = QFont(letters)
    font.setPixelSize(round(WORDS_SHARE * place.width()))
    width = QFontMetricsF(font).horizontalAdvance(words)
    if width > place.width():
        font.setPixelSize(max(LEAST_LETTERS, int(font.pixelSize() * place.width() / width)))
    return font
