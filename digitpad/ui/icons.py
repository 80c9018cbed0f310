"""Icons in the colours of the room, sharp at any size: assets/icons, drawn in one colour each."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from digitpad.resources import asset
from digitpad.ui.theme import colors

PIXELS = 24
"""Side of the grid that the icons are drawn on."""

SIZES = (16, 24, 32, 48, 64, 96)
"""Pixels for which a picture is made; Qt takes the next larger one and shrinks it."""

KEPT = 200
"""Icons that are kept: all of them in a few colours."""


def icon(name: str) -> QIcon:
    """Return an icon in the colour of text, greyed where what it stands for is not possible."""
    now = colors()
    made = QIcon(_drawn(name, now.text))
    for size in SIZES:
        made.addPixmap(_picture(name, now.quiet, size), QIcon.Mode.Disabled)
    return made


def icon_on_accent(name: str) -> QIcon:
    """Return an icon for a button in the accent colour."""
    now = colors()
    made = QIcon(_drawn(name, now.on_accent))
    for size in SIZES:
        made.addPixmap(_picture(name, now.muted, size), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=KEPT)
def _drawn(name: str, color: str) -> QIcon:
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_picture(name, color, size))
    return made


@lru_cache(maxsize=len(SIZES) * KEPT)
def _picture(name: str, color: str, size: int) -> QPixmap:
    drawing = asset(f"icons/{name}.svg").read_text("ascii").replace("currentColor", color)
    drawing = drawing.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    picture = QPixmap()
    picture.loadFromData(QByteArray(drawing.encode("ascii")), "SVG")
    if picture.isNull():  # without Qt's plugin for SVG there are words only
        picture = QPixmap(QSize(size, size))
        picture.fill(Qt.GlobalColor.transparent)
    return picture


def ratio() -> float:
    """Return the largest pixel ratio of the screens."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
