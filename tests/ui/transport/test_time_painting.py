"""What is painted on the time line does not hide what else is."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from digitpad.runs.run import Run
from digitpad.ui.theme import colors
from digitpad.ui.transport.time_painting import TimePainting
from tests.ui.pasts import SMALL

ROOM, EM = QRect(0, 0, 600, 24), 20


def digit_pixels(since: int, handle: int | None) -> int:
    """Return how many pixels are to be seen of the digit on the flag: nothing else has the card's colour."""
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(colors().track))
    painter, painting = QPainter(image), TimePainting(ROOM, EM, Run(0, "Run 1", SMALL))
    painting.paint_flag(painter, since, 8, handle)
    if handle is not None:
        painting.paint_handle(painter, handle, looks_back=True)
    painter.end()
    card = QColor(colors().card).rgb()
    return sum(image.pixel(x, y) == card for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("since", [0, 1, 10, 19, 20])
def test_the_handle_leaves_the_flags_digit_to_be_seen(qapp: QApplication, since: int) -> None:
    alone = digit_pixels(since, None)
    assert alone
    assert [digit_pixels(since, handle) for handle in range(21)] == [alone] * 21
