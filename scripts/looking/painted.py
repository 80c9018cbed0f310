"""Every text that a widget paints, whoever paints it: widgets, delegates, axes, Qt's own buttons and labels.

A widget paints itself once more, on a device that keeps its texts and nothing else. So nobody has to name what it
paints, and no list of names can differ from what is seen.
"""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit, QScrollArea, QWidget

ENDLESS = 1e6
"""Logical pixels to each side where what is painted can be scrolled to."""

EVERYWHERE = QRectF(-ENDLESS, -ENDLESS, 2 * ENDLESS, 2 * ENDLESS)

SILENT = (QWidget.paintEvent, QFrame.paintEvent)
"""What paints no text."""

DEPTH, COLORS = 32, 1 << 24
INCH = 25.4
"""Millimetres."""


@dataclass(frozen=True)
class PaintedText:
    """A text as it was painted, in a widget's logical pixels.

    ``ink`` is what its letters cover, ``room`` where they can be seen: in the widget and those around it, and in
    the clip that the painter had, as Qt sets one where a text is larger than the rectangle that it was given.
    ``capital`` is the height of a capital.
    """

    text: str
    ink: QRectF
    room: QRectF
    capital: float
    color: QColor

    @property
    def lost(self) -> float:
        """Return how many pixels of it are cut away at the side where it is most."""
        ink, room = self.ink, self.room
        return max(
            room.left() - ink.left(),
            ink.right() - room.right(),
            room.top() - ink.top(),
            ink.bottom() - room.bottom(),
        )


def may_paint_texts(widget: QWidget) -> bool:
    """Say whether anything paints on a widget beside its ground and frame; of an area, on its viewport."""
    if isinstance(widget, QAbstractScrollArea):
        return False
    return type(widget).paintEvent not in SILENT or _is_viewport(widget)


def painted_texts(widget: QWidget) -> list[PaintedText]:
    """Return the texts that a widget paints itself, without those of the widgets in it."""
    device = _Paper(widget)
    QWidget.render(widget, device, QPoint(), QRegion(), QWidget.RenderFlag(0))  # not as a scene renders itself
    room, marks = _room(widget), isinstance(widget.parentWidget(), QPlainTextEdit)
    return [
        # What is marked of a code is painted once more, in a clip of that part: the first time tells if it is cut.
        replace(one, room=room if marks else room.intersected(one.room))
        for one in device.pen.texts
    ]


class _Pen(QPaintEngine):
    """Keeps texts; what else is painted leaves no trace."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[PaintedText] = []

    def drawTextItem(self, place: Any, item: QTextItem) -> None:  # noqa: N802  # Qt's name
        """Keep a text, or the part of it that has one font."""
        text, painter = item.text(), self.painter()
        if not text.strip():
            return
        box, capital = _measured(text, QFont(item.font()))
        way, color = painter.combinedTransform(), QColor(painter.pen().color())
        color.setAlphaF(color.alphaF() * painter.opacity())
        clip = way.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else EVERYWHERE
        size = math.sqrt(abs(way.determinant()))
        self.texts.append(PaintedText(text, way.mapRect(box.translated(place)), clip, size * capital, color))

    def begin(self, _device: QPaintDevice) -> bool:
        """Be ready."""
        return True

    def end(self) -> bool:
        """Be done."""
        return True

    def type(self) -> QPaintEngine.Type:
        """Say that it is none of Qt's."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802  # Qt's name
        """Nothing: the painter is asked with each text."""

    def _leave_out(self, *_: object) -> None:
        pass

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _leave_out  # type: ignore[assignment]  # noqa: N815
    drawLines = drawRects = drawPoints = drawEllipse = _leave_out  # noqa: N815


class _Paper(QPaintDevice):
    """As large as a widget, one dot for each of its logical pixels."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.pen = _Pen()
        kind, across, down = QPaintDevice.PaintDeviceMetric, widget.logicalDpiX(), widget.logicalDpiY()
        self._metrics = {  # of which each painting asks ten times
            kind.PdmWidth: widget.width(),
            kind.PdmHeight: widget.height(),
            kind.PdmWidthMM: round(widget.width() * INCH / across),
            kind.PdmHeightMM: round(widget.height() * INCH / down),
            kind.PdmNumColors: COLORS,
            kind.PdmDepth: DEPTH,
            kind.PdmDpiX: across,
            kind.PdmDpiY: down,
            kind.PdmPhysicalDpiX: across,
            kind.PdmPhysicalDpiY: down,
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: int(self.devicePixelRatioFScale()),
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802  # Qt's name
        """Return what paints on it."""
        return self.pen

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Return one of its measures."""
        return self._metrics[metric]


def _room(widget: QWidget) -> QRectF:
    """Return where a widget can be seen, or scrolled into sight."""
    room, here, corner = _reach(widget), widget, QPoint()
    while not here.isWindow() and not _area_of(here) and (above := here.parentWidget()) is not None:
        corner += here.pos()
        room = room.intersected(QRectF(above.rect()).translated(-corner.x(), -corner.y()))
        here = above
    return room


def _reach(widget: QWidget) -> QRectF:
    """Return a widget's place, endless where its area scrolls what is painted on it."""
    place, area = QRectF(widget.rect()), _area_of(widget)
    if area is not None and widget is area.viewport():
        across, down = (
            bar.maximum() > bar.minimum() for bar in (area.horizontalScrollBar(), area.verticalScrollBar())
        )
        place.adjust(-ENDLESS * across, -ENDLESS * down, ENDLESS * across, ENDLESS * down)
    return place


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _area_of(widget: QWidget) -> QAbstractScrollArea | None:
    """Return the scroll area that a widget is the viewport of, or is scrolled by."""
    above = widget.parentWidget()
    if isinstance(above, QAbstractScrollArea) and _is_viewport(widget):
        return above
    area = None if above is None else above.parentWidget()
    return area if isinstance(area, QScrollArea) and area.widget() is widget else None


@lru_cache(maxsize=4096)
def _box(text: str, letters: str) -> tuple[QRectF, float]:
    font = QFont()
    font.fromString(letters)
    outlines = QPainterPath()  # metrics say each letter's box in whole pixels: up to two too far to the right
    outlines.addText(0, 0, font, text)
    return outlines.boundingRect(), QFontMetricsF(font).capHeight()


def _measured(text: str, font: QFont) -> tuple[QRectF, float]:
    """Return what a text's letters cover from where it begins, and the height of a capital."""
    return _box(text, font.toString())
