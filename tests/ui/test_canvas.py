"""The canvas by real pointer and key events."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QEventPoint, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.ui.canvas.canvas import Canvas, is_palm
from digitpad.ui.stage.main_window import MainWindow
from tests.conftest import FreshPython
from tests.ui.pointer import draw, draw_stroke, send_mouse

SIDE = 400


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.setFixedSize(SIDE, SIDE)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def pixel(canvas: Canvas, x: float, y: float) -> QColor:
    return canvas.grab().toImage().pixelColor(QPoint(round(x * SIDE), round(y * SIDE)))


def test_a_stroke_is_stored_and_painted_without_gaps(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)])
    assert len(canvas.drawing.strokes) == 1
    np.testing.assert_allclose(canvas.drawing.strokes[0], [(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)])
    assert all(pixel(canvas, x, 0.5).lightness() == 255 for x in np.linspace(0.2, 0.8, 30))
    assert pixel(canvas, 0.5, 0.6).lightness() == 0


def test_the_growing_stroke_looks_like_the_finished_one(canvas: Canvas) -> None:
    points = sample_digit(3).strokes[0].tolist()
    send_mouse(canvas, QEvent.Type.MouseButtonPress, points[0])
    for point in points[1:]:
        send_mouse(canvas, QEvent.Type.MouseMove, point)
    growing = canvas.grab().toImage()
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1])
    finished = canvas.grab().toImage()
    differing = sum(
        abs(growing.pixelColor(x, y).lightness() - finished.pixelColor(x, y).lightness()) > 100
        for x in range(0, SIDE, 2)
        for y in range(0, SIDE, 2)
    )
    assert differing == 0


def test_a_tap_leaves_a_dot(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.5, 0.5)])
    assert pixel(canvas, 0.5, 0.5).lightness() == 255
    assert rasterize(canvas.drawing).glyph.max() == 1


def test_undo_redo_and_clear(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.2), (0.4, 0.4)])
    draw_stroke(canvas, [(0.6, 0.6), (0.8, 0.8)])
    both = canvas.drawing
    canvas.undo_stack.undo()
    assert canvas.drawing == Drawing(both.strokes[:1])
    canvas.undo_stack.redo()
    assert canvas.drawing == both
    canvas.clear()
    assert not canvas.drawing
    canvas.undo_stack.undo()
    assert canvas.drawing == both


def test_clearing_nothing_leaves_nothing_to_undo(canvas: Canvas) -> None:
    canvas.clear()
    assert not canvas.undo_stack.canUndo()


def test_a_pen_that_leaves_and_returns_makes_two_strokes_and_one_undo(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.5, 0.5), (1.2, 0.5), (1.2, 0.7), (0.5, 0.7)])
    assert len(canvas.drawing.strokes) == 2
    np.testing.assert_allclose(canvas.drawing.strokes[0][-1], (1.0, 0.5))
    np.testing.assert_allclose(canvas.drawing.strokes[1][0], (1.0, 0.7))
    canvas.undo_stack.undo()
    assert not canvas.drawing


def test_the_right_button_erases_the_stroke_under_it(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.2), (0.8, 0.2)])
    draw_stroke(canvas, [(0.2, 0.8), (0.8, 0.8)])
    draw_stroke(canvas, [(0.5, 0.5), (0.5, 0.21)], Qt.MouseButton.RightButton)
    assert len(canvas.drawing.strokes) == 1
    assert canvas.drawing.strokes[0][0][1] == pytest.approx(0.8)
    canvas.undo_stack.undo()
    assert len(canvas.drawing.strokes) == 2


def test_digit_keys_draw_examples(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert canvas.drawing == sample_digit(7)


@pytest.mark.parametrize("side", [400, 613])
def test_mouse_events_and_a_file_give_the_same_pixels(canvas: Canvas, side: int) -> None:
    canvas.setFixedSize(side, side)
    for digit in range(10):
        canvas.clear()
        draw(canvas, sample_digit(digit))
        drawn = rasterize(canvas.drawing).glyph
        np.testing.assert_allclose(drawn, rasterize(sample_digit(digit)).glyph, atol=1 / 255 + 1e-6)


ON_A_FINE_SCREEN = """
import json
import digitpad.ui
from PySide6.QtCore import QSettings
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.canvas.canvas import Canvas
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.raster import rasterize
from tests.conftest import FreshPython
from tests.ui.pointer import draw
application = make_application()
canvas = Canvas()
canvas.setFixedSize(431, 431)
canvas.show()
application.processEvents()
glyphs = []
for digit in range(10):
    canvas.clear()
    draw(canvas, sample_digit(digit))
    glyphs.append(rasterize(canvas.drawing).glyph.tolist())
print(json.dumps([canvas.devicePixelRatio(), glyphs]))
"""


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_the_pixel_ratio_changes_nothing_either(
    fresh_python: FreshPython, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", str(ratio))
    process = fresh_python("-c", ON_A_FINE_SCREEN)
    assert process.returncode == 0, process.stderr
    used, glyphs = json.loads(process.stdout.splitlines()[-1])
    assert used == ratio
    for digit, glyph in enumerate(glyphs):
        np.testing.assert_allclose(glyph, rasterize(sample_digit(digit)).glyph, atol=1 / 255 + 1e-6)


def test_resizing_changes_nothing_in_the_drawing(canvas: Canvas) -> None:
    draw(canvas, sample_digit(5))
    before = canvas.drawing
    canvas.setFixedSize(800, 800)
    assert canvas.drawing == before


@pytest.fixture(scope="module")
def touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def touch(canvas: Canvas, device: QPointingDevice, kind: QEvent.Type, *fingers: tuple[int, float, float]) -> None:
    states = {
        QEvent.Type.TouchBegin: QEventPoint.State.Pressed,
        QEvent.Type.TouchUpdate: QEventPoint.State.Updated,
        QEvent.Type.TouchEnd: QEventPoint.State.Released,
    }
    points = []
    for number, x, y in fingers:
        local = QPointF(x * SIDE, y * SIDE)
        points.append(QEventPoint(number, states[kind], local, canvas.mapToGlobal(local)))
    QApplication.sendEvent(canvas, QTouchEvent(kind, device, Qt.KeyboardModifier.NoModifier, points))


def test_one_finger_draws_and_a_second_is_ignored(canvas: Canvas, touchscreen: QPointingDevice) -> None:
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (1, 0.2, 0.2))
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.5, 0.5), (2, 0.9, 0.1))
    touch(canvas, touchscreen, QEvent.Type.TouchEnd, (1, 0.8, 0.8), (2, 0.9, 0.9))
    assert len(canvas.drawing.strokes) == 1
    points = canvas.drawing.strokes[0]
    assert (points[:, 0] == points[:, 1]).all(), "the second finger's place is in the stroke"


def tablet(canvas: Canvas, kind: QEvent.Type, x: float, y: float, *, eraser: bool) -> None:
    pointer = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    local = QPointF(x * SIDE, y * SIDE)
    place = canvas.mapToGlobal(local)
    down = Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind, device, local, place, 0.3, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, down, down
    )
    QApplication.sendEvent(canvas, event)


def test_a_tablet_pen_draws_and_its_other_end_erases(canvas: Canvas) -> None:
    tablet(canvas, QEvent.Type.TabletPress, 0.2, 0.2, eraser=False)
    tablet(canvas, QEvent.Type.TabletMove, 0.8, 0.2, eraser=False)
    tablet(canvas, QEvent.Type.TabletRelease, 0.8, 0.2, eraser=False)
    assert len(canvas.drawing.strokes) == 1
    tablet(canvas, QEvent.Type.TabletPress, 0.5, 0.21, eraser=True)
    tablet(canvas, QEvent.Type.TabletRelease, 0.5, 0.21, eraser=True)
    assert not canvas.drawing


def test_a_palm_that_was_there_before_the_pen_leaves_nothing(canvas: Canvas, touchscreen: QPointingDevice) -> None:
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (1, 0.9, 0.9))
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.8, 0.9))
    tablet(canvas, QEvent.Type.TabletPress, 0.2, 0.2, eraser=False)
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.7, 0.9), (2, 0.6, 0.6))
    tablet(canvas, QEvent.Type.TabletMove, 0.8, 0.2, eraser=False)
    tablet(canvas, QEvent.Type.TabletRelease, 0.8, 0.2, eraser=False)
    touch(canvas, touchscreen, QEvent.Type.TouchEnd, (1, 0.7, 0.9), (2, 0.6, 0.6))
    assert [stroke.tolist() for stroke in canvas.drawing.strokes] == [[[0.2, 0.2], [0.8, 0.2]]]
    assert canvas.undo_stack.count() == 1


def test_a_touch_that_the_system_takes_back_leaves_nothing(canvas: Canvas, touchscreen: QPointingDevice) -> None:
    draw_stroke(canvas, [(0.1, 0.1), (0.2, 0.1)])
    before = canvas.grab().toImage()
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (1, 0.4, 0.5))
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.8, 0.9))
    QApplication.sendEvent(canvas, QTouchEvent(QEvent.Type.TouchCancel, touchscreen))
    assert len(canvas.drawing.strokes) == 1
    assert canvas.grab().toImage() == before
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (2, 0.4, 0.5))
    touch(canvas, touchscreen, QEvent.Type.TouchEnd, (2, 0.6, 0.5))
    assert len(canvas.drawing.strokes) == 2, "the next finger does not draw"


def test_a_wide_touch_is_a_palm() -> None:
    assert is_palm(QSizeF(40, 120))
    assert not is_palm(QSizeF(45, 38))
    assert not is_palm(QSizeF(0, 0))


def test_an_empty_canvas_asks_for_a_digit(canvas: Canvas) -> None:
    assert canvas.grab().toImage() != blank(canvas)
    draw_stroke(canvas, [(0.01, 0.01)])
    assert pixel(canvas, 0.5, 0.5).lightness() == 0


def blank(canvas: Canvas) -> object:
    image = canvas.grab().toImage()
    image.fill(Qt.GlobalColor.black)
    return image


def test_undo_in_mid_stroke_takes_that_stroke_and_no_other(window: MainWindow) -> None:
    canvas = window.canvas
    draw(canvas, Drawing.of([[(0.2, 0.2), (0.4, 0.4)]]))
    canvas._press(QPointF(100, 200), erase=False)
    canvas._move(QPointF(150, 250))
    assert len(canvas.drawing.strokes) == 2
    window.actions_.undo.trigger()
    assert len(canvas.drawing.strokes) == 1
    canvas._end_gesture()
    window.actions_.redo.trigger()
    assert len(canvas.drawing.strokes) == 2


def test_undo_in_mid_erasure_keeps_the_order_of_changes(window: MainWindow) -> None:
    canvas = window.canvas
    draw(canvas, Drawing.of([[(0.2, 0.2), (0.2, 0.6)], [(0.7, 0.2), (0.7, 0.6)]]))
    side = canvas.width()
    canvas._press(QPointF(0.7 * side, 0.4 * side), erase=True)
    assert len(canvas.drawing.strokes) == 1
    window.actions_.undo.trigger()
    canvas._end_gesture()
    counts = [len(canvas.drawing.strokes)]
    for _ in range(2):
        window.actions_.undo.trigger()
        counts.append(len(canvas.drawing.strokes))
    assert counts == [2, 1, 0]
