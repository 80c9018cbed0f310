"""Gestures end whatever happens: the stroke is kept, can be undone, and the next one begins anew."""

import time

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.ui.canvas import canvas as module
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.pointer import send_mouse

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
DOWN, ON, UP = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease


@pytest.fixture
def canvas(window: MainWindow) -> Canvas:
    return window.canvas


def pen(canvas: Canvas, kind: QEvent.Type, x: float, button: Qt.MouseButton = LEFT) -> None:
    """Send what a pen says at (x, 0.5), its barrel button being the right one."""
    kinds = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen, QInputDevice.Capability.Position
    device = QPointingDevice("pen", 1, *kinds, 1, 1)
    local = QPointF(x * canvas.width(), 0.5 * canvas.height())
    held = NONE if kind is UP else button
    modifiers = Qt.KeyboardModifier.NoModifier
    place = canvas.mapToGlobal(local)
    event = QTabletEvent(kind, device, local, place, 0.3, 0, 0, 0, 0, 0, modifiers, button, held)
    QApplication.sendEvent(canvas, event)


def strokes(canvas: Canvas) -> list[int]:
    """Return how many points each stroke has."""
    return [len(stroke) for stroke in canvas.board.drawing.strokes]


def test_a_box_that_opens_in_mid_stroke(window: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    send_mouse(canvas, PRESS, (0.2, 0.5))
    send_mouse(canvas, MOVE, (0.5, 0.5))
    box = QMessageBox(window)
    qtbot.addWidget(box)
    box.open()
    qtbot.waitUntil(lambda: not canvas.board.is_drawing)
    assert canvas.board.undo_stack.count() == 1, "the stroke can be undone"
    box.close()
    window.activateWindow()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert canvas.board.undo_stack.count() == 2, "the keys 0 to 9 are dead"


def test_a_release_that_nobody_told(canvas: Canvas) -> None:
    send_mouse(canvas, PRESS, (0.2, 0.2))
    send_mouse(canvas, MOVE, (0.4, 0.2))
    send_mouse(canvas, MOVE, (0.9, 0.9), NONE)  # the button is up
    assert not canvas.board.is_drawing
    assert strokes(canvas) == [2]
    send_mouse(canvas, PRESS, (0.6, 0.6))
    send_mouse(canvas, PRESS, (0.2, 0.8))  # its release was lost too
    send_mouse(canvas, RELEASE, (0.2, 0.8))
    assert len(strokes(canvas)) == 3
    assert canvas.board.undo_stack.count() == 3


def test_a_press_that_is_told_twice_leaves_no_dot(canvas: Canvas) -> None:
    send_mouse(canvas, PRESS, (0.2, 0.2))
    send_mouse(canvas, PRESS, (0.2, 0.2))
    send_mouse(canvas, MOVE, (0.5, 0.2))
    send_mouse(canvas, RELEASE, (0.5, 0.2))
    assert strokes(canvas) == [2]


def test_another_button_in_mid_stroke_erases_nothing(canvas: Canvas) -> None:
    send_mouse(canvas, PRESS, (0.2, 0.5))
    send_mouse(canvas, MOVE, (0.4, 0.5))
    send_mouse(canvas, PRESS, (0.4, 0.5), RIGHT)
    send_mouse(canvas, RELEASE, (0.4, 0.5), RIGHT)
    send_mouse(canvas, MOVE, (0.8, 0.5))
    send_mouse(canvas, RELEASE, (0.8, 0.5))
    assert strokes(canvas) == [3]


def test_a_barrel_button_brushed_in_mid_stroke(canvas: Canvas) -> None:
    pen(canvas, DOWN, 0.2)
    pen(canvas, ON, 0.4)
    pen(canvas, DOWN, 0.4, RIGHT)
    pen(canvas, UP, 0.5, RIGHT)
    pen(canvas, ON, 0.6)
    pen(canvas, UP, 0.8)
    assert len(strokes(canvas)) == 1
    assert canvas.board.undo_stack.count() == 1


def test_a_finger_that_was_lifted_where_nobody_told_us_keeps_no_other_out(canvas: Canvas) -> None:
    """A box or a gesture of the system's may have taken its end."""
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    def touch(number: int, x: float) -> None:
        place = QPointF(x * canvas.width(), 0.5 * canvas.height())
        point = QEventPoint(
            number, QEventPoint.State.Pressed, canvas.mapToGlobal(place), canvas.mapToGlobal(place)
        )
        QApplication.sendEvent(canvas, QTouchEvent(QEvent.Type.TouchBegin, screen, touchPoints=[point]))

    touch(1, 0.2)
    touch(2, 0.8)
    assert len(strokes(canvas)) == 2
    assert canvas.board.undo_stack.count() == 1, "the first stroke is done, the second one under way"


def test_a_pen_that_left_without_a_word_keeps_no_finger_out(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    pen(canvas, DOWN, 0.2)
    pen(canvas, ON, 0.4)
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    def finger(number: int) -> None:
        touch = QTest.touchEvent(canvas, screen)
        place = QPointF(0.2 * canvas.width(), 0.8 * canvas.height()).toPoint()
        touch.press(number, place, canvas).commit()
        touch = QTest.touchEvent(canvas, screen)
        touch.release(number, place, canvas).commit()

    finger(1)
    assert len(strokes(canvas)) == 1, "the hand that holds the pen"
    now = time.monotonic()
    monkeypatch.setattr(module.time, "monotonic", lambda: now + 60)
    finger(2)
    assert len(strokes(canvas)) == 2
    assert not canvas.board.is_drawing
