"""What is painted on the time line stands where it was measured, and does not hide what else is."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from digitpad.runs.run import Run
from digitpad.ui.theme import colors
from digitpad.ui.transport.time_painting import TimePainting, small_curve
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


def color_at(losses: list[float], updates: int) -> set[str]:
    """Return the colours of the column of the track at which the network after so many updates stands."""
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(colors().track))
    run = Run(0, "Run 1", SMALL)
    run.history.extend(np.asarray(losses, np.float32), 1.0)
    painter, painting = QPainter(image), TimePainting(ROOM, EM, run)
    painting.paint_track(painter, busy=False, apart=True)
    x = round(painting.x_of(updates)) + 1
    painter.end()
    return {QColor(image.pixel(x, y)).name() for y in range(image.height())}


def test_the_loss_begins_where_nothing_has_been_learnt(qapp: QApplication) -> None:
    """On the plot, in tables and in the lesson the first loss is the untrained network's, at 0."""
    assert QColor(colors().muted).name() in color_at([2.5] * 10, 0)
    updates, means = small_curve(np.asarray([2.5, 1.5, 0.5, 0.4], np.float32))
    np.testing.assert_allclose(updates, np.arange(4))
    np.testing.assert_allclose(means, [2.5, 1.5, 0.5, 0.4], rtol=1e-6)


@pytest.mark.parametrize("count", [1, 2, 5, 2345, 100_000])
def test_no_loss_stands_beyond_the_last_one(count: int) -> None:
    updates, _ = small_curve(np.ones(count, np.float32))
    assert updates[0] == 0
    assert updates[-1] <= count - 1
