"""Pictures with their captions as they were painted, kept for as long as they look the same."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

MOST_PIXELS = 4_000_000
"""Of all that are kept, 16 MB: what a large screen shows of a gallery. The oldest are forgotten."""


class Tiles:
    """A picture that stays in sight while others scroll is painted once: the letters of captions take long."""

    def __init__(self) -> None:
        self._looks: tuple[object, ...] = ()
        self._kept: dict[int, QPixmap] = {}

    def look(self, *looks: object) -> None:
        """Forget all if these, which decide how tiles look, are not those of before."""
        if looks != self._looks:
            self._looks = looks
            self._kept.clear()

    def known(self, place: int) -> QPixmap | None:
        """Return the tile of a place in the gallery; None if there is none."""
        return self._kept.get(place)

    def make(
        self, place: int, size: QSize, ratio: float, ground: QColor, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        """Keep and return a tile of ``size``, in logical pixels of ``ratio`` to a side, painted on a ground."""
        tile = QPixmap(size * ratio)
        tile.setDevicePixelRatio(ratio)
        tile.fill(ground)
        painter = QPainter(tile)
        paint(painter)
        painter.end()
        most = MOST_PIXELS // max(1, tile.width() * tile.height())
        while self._kept and len(self._kept) >= most:
            del self._kept[next(iter(self._kept))]
        self._kept[place] = tile
        return tile
