"""A picture that hangs in front of the canvas, painted so that nobody takes it for a drawing made here."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QPen

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
"""Width of the frame and height of the letters as shares of the side; but these are as large as those around."""

WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


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
    frame, lines = FRAME_SHARE * side, exhibit_words(exhibit, tells)
    width = side - 2 * frame
    fonts = [_fitting(letters, words, width) for words in lines]
    high = max(_height(font, words, width) for font, words in zip(fonts, lines, strict=True))
    margin = max(MARGIN * side, high + 2 * frame)
    picture = rect.adjusted(margin, margin, -margin, -margin)
    painter.fillRect(picture.adjusted(-frame, -frame, frame, frame), FRAME)
    image = QImage(exhibit.image.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Indexed8)
    image.setColorTable(_TABLE)
    painter.drawImage(picture, image.convertToFormat(QImage.Format.Format_RGB32))
    above = QRectF(rect.left() + frame, rect.top(), width, margin - frame)
    below = above.translated(0, side - above.height())
    painter.setPen(QPen(WORDS))
    for place, font, words in zip((above, below), fonts, lines, strict=True):
        painter.setFont(font)
        painter.drawText(place, WRAPPED, words)


def _fitting(letters: QFont, words: str, width: float) -> QFont:
    """Return letters in which the words fit in a line; or those around, in which they may need two."""
    font, around = QFont(letters), QFontInfo(letters).pixelSize()
    font.setPixelSize(max(around, round(WORDS_SHARE * width)))
    wide = QFontMetricsF(font).horizontalAdvance(words)
    if wide > width:
        font.setPixelSize(max(around, int(font.pixelSize() * width / wide)))
    return font


def _height(font: QFont, words: str, width: float) -> float:
    """Return how high words are in so much width."""
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, width), WRAPPED, words).height()
