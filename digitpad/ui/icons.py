"""Icons in the colours of the room, sharp at any size: assets/icons, drawn in one colour each."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from digitpad.resources import asset
from digitpad.ui.theme import colors

KEPT_FILES, KEPT_PICTURES = 100, 400
"""Drawings that are kept as text, and pictures of them: all that a window shows, in a few colours and sizes."""


def icon(name: str) -> QIcon:
    """Return an icon in the colour of text, greyed where what it stands for is not possible."""
    now = colors()
    return QIcon(_Drawing(name, now.text, now.quiet))


def icon_on_accent(name: str) -> QIcon:
    """Return an icon for a button in the accent colour."""
    now = colors()
    return QIcon(_Drawing(name, now.on_accent, now.muted))


class _Drawing(QIconEngine):
    """Draws an icon when it is painted, and in the size that it is painted in.

    Pictures made beforehand in all sizes that a screen may ask for took a third of the window's start.
    """

    def __init__(self, name: str, color: str, disabled: str) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon in this size, in device pixels."""
        color = self._disabled if mode == QIcon.Mode.Disabled else self._color
        return _picture(self._name, color, min(size.width(), size.height()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of a place."""
        scale = painter.device().devicePixelRatio()
        picture = self.pixmap(rect.size() * scale, mode, state)
        side = round(picture.width() / scale)
        place = QRect(QPoint(), QSize(side, side))
        place.moveCenter(rect.center())
        painter.drawPixmap(place, picture)

    def clone(self) -> QIconEngine:
        """Return another one like it."""
        return _Drawing(self._name, self._color, self._disabled)

    def isNull(self) -> bool:  # noqa: N802  # Qt's name
        """Return whether there is nothing to be seen: never, as long as the program is whole."""
        return not _is_there(self._name)


@lru_cache(maxsize=KEPT_FILES)
def _is_there(name: str) -> bool:
    # Qt asks whenever it paints a button, and while one is painted nobody shall wait for a disk.
    return asset(f"icons/{name}.svg").is_file()


@lru_cache(maxsize=KEPT_FILES)
def _text(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text("ascii")


@lru_cache(maxsize=KEPT_PICTURES)
def _picture(name: str, color: str, side: int) -> QPixmap:
    drawing = _text(name).replace("currentColor", color)
    drawing = drawing.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    picture = QPixmap()
    picture.loadFromData(QByteArray(drawing.encode("ascii")), "SVG")
    if picture.isNull():  # without Qt's plugin for SVG there are words only
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
    return picture
