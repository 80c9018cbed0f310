"""Icons are drawn when they are asked for: in the size, the colour and the mode that are asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from digitpad.ui.icons import icon, icon_on_accent
from digitpad.ui.theme import colors


def ink(icon: QIcon, side: int, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> tuple[int, str]:
    """Return how many device pixels along an icon's picture are, and its colour where it is opaque."""
    image = icon.pixmap(QSize(side, side), ratio, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    opaque = {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert len(opaque) == 1, "one colour each"
    return image.width(), opaque.pop()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("side", [16, 21, 48])
def test_an_icon_has_as_many_pixels_as_its_place(qapp: QApplication, side: int, ratio: float) -> None:
    assert ink(icon("stop"), side, ratio) == (round(side * ratio), colors().text)


def test_what_is_not_possible_is_grey(qapp: QApplication) -> None:
    assert ink(icon("stop"), 24, mode=QIcon.Mode.Disabled)[1] == colors().quiet
    assert ink(icon_on_accent("stop"), 24)[1] == colors().on_accent
    assert ink(icon_on_accent("stop"), 24, mode=QIcon.Mode.Disabled)[1] == colors().muted


def test_a_copy_outlives_its_icon(qapp: QApplication) -> None:
    copy = QIcon(icon("stop"))
    copy.addPixmap(icon("play").pixmap(QSize(8, 8)))  # by this Qt asks for an engine of the copy's own
    assert not copy.isNull()
    assert not copy.pixmap(QSize(24, 24)).isNull()


def test_an_icon_that_is_missing_is_none(qapp: QApplication) -> None:
    assert icon("no such icon").isNull()
