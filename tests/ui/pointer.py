"""Real pointer events, sent to canvas and plots as Qt itself would."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from digitpad.drawing.strokes import Drawing
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.plots.plot import Plot

Point = Sequence[float]


def send_mouse(
    canvas: Canvas, kind: QEvent.Type, point: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Send one mouse event at a point in the canvas's own unit."""
    local = QPointF(float(point[0]) * canvas.width(), float(point[1]) * canvas.height())
    changed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(
        kind,
        local,
        canvas.mapToGlobal(local),
        changed,
        held,
        Qt.KeyboardModifier.NoModifier,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(canvas, event)


def draw_stroke(
    canvas: Canvas, points: Iterable[Point], button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Press, move along the points, release."""
    points = list(points)
    send_mouse(canvas, QEvent.Type.MouseButtonPress, points[0], button)
    for point in points[1:]:
        send_mouse(canvas, QEvent.Type.MouseMove, point, button)
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1], button)


def draw(canvas: Canvas, drawing: Drawing) -> None:
    """Draw all strokes of a drawing with the left button."""
    for stroke in drawing.strokes:
        draw_stroke(canvas, stroke.tolist())


def hover(plot: Plot, x: float, y: float) -> None:
    """Move the mouse, without a button, to a point of a plot's axes."""
    plot.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt does when the pointer comes
    local = QPointF(plot.mapFromScene(plot.getPlotItem().vb.mapViewToScene(QPointF(x, y))))
    none = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, local, plot.viewport().mapToGlobal(local), *none)
    QApplication.sendEvent(plot.viewport(), event)


def leave(plot: Plot) -> None:
    """Move the mouse out of a plot."""
    plot.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(plot.viewport(), QEvent(QEvent.Type.Leave))
