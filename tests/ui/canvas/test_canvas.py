"""The canvas by real pointer and key events."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import QColor, QEventPoint, QImage, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.ui.canvas.canvas import Canvas, is_palm
from digitpad.ui.canvas.ink import LONG_STROKE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.easel.board import Board
from tests.conftest import FreshPython
from tests.ui.pointer import Point, draw, draw_stroke, send_mouse

SIDE = 400


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    canvas = Canvas(Board())
    qtbot.addWidget(canvas)
    canvas.setFixedSize(SIDE, SIDE)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def pixel(canvas: Canvas, x: float, y: float) -> QColor:
    return canvas.grab().toImage().pixelColor(QPoint(round(x * SIDE), round(y * SIDE)))


def test_a_stroke_is_stored_and_painted_without_gaps(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)])
    assert len(canvas.board.drawing.strokes) == 1
    np.testing.assert_allclose(canvas.board.drawing.strokes[0], [(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)])
    assert all(pixel(canvas, x, 0.5).lightness() == 255 for x in np.linspace(0.2, 0.8, 30))
    assert pixel(canvas, 0.5, 0.6).lightness() == 0


def picture(canvas: Canvas) -> QImage:
    return canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def on_screen(canvas: Canvas) -> QImage:
    """Return what a person sees: of the canvas, only what it asked to be painted again is new."""
    return canvas.screen().grabWindow(canvas.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing_pixels(one: QImage, other: QImage) -> int:
    """Count the pixels that differ by more than smoothing does."""
    return int((abs(lightness(one) - lightness(other)) > 100).sum())


def lightness(image: QImage) -> np.ndarray:
    """Return how light each pixel is, as int16 (h, w): the mean of its strongest colour and its weakest."""
    colors = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    strongest, weakest = colors.max(axis=2).astype(np.int16), colors.min(axis=2)
    return (strongest + weakest) // 2


def press_and_move(
    canvas: Canvas, points: list[Point], button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Begin a gesture and leave it under way."""
    send_mouse(canvas, QEvent.Type.MouseButtonPress, points[0], button)
    for point in points[1:]:
        send_mouse(canvas, QEvent.Type.MouseMove, point, button)


def release(canvas: Canvas, point: Point, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, point, button)


OUT_AND_IN = [(0.9, 0.2), (1.1, 0.2), (1.1, 0.4), (0.9, 0.4)]
GESTURES = {
    "one stroke": sample_digit(3).strokes[0].tolist(),
    "a tap": [(0.5, 0.5)],
    "one move": [(0.3, 0.3), (0.6, 0.5)],
    "out of sight": [(0.5, 0.5), (0.6, 0.9), (0.9, 0.9), (0.95, 0.6), (1.2, 0.6)],
    "a short part, then another": OUT_AND_IN,
    "a long part, then another": [(0.2, 0.2), (0.3, 0.8), (0.6, 0.8), (0.7, 0.2), *OUT_AND_IN, (0.5, 0.5)],
    "several leavings": [*OUT_AND_IN, (0.9, 0.6), (0.5, 1.3), (0.3, 1.3), (0.3, 0.8), (-0.1, 0.7), (0.2, 0.5)],
    "right across": [(0.5, 0.1), (0.5, -0.1), (-0.2, 0.3), (1.2, 0.3), (1.2, 0.6), (-0.2, 0.6), (0.2, 0.9)],
    "through a corner": [(0.5, 0.1), (0.5, -0.5), (-0.5, 0.5), (0.3, 0.5)],
}


@pytest.mark.parametrize("name", GESTURES)
def test_the_growing_ink_looks_like_the_finished_ink(canvas: Canvas, name: str) -> None:
    points = GESTURES[name]
    press_and_move(canvas, points)
    growing = picture(canvas)
    release(canvas, points[-1])
    assert differing_pixels(growing, picture(canvas)) == 0
    assert differing_pixels(growing, blank(canvas)) > 0


@pytest.mark.parametrize("name", GESTURES)
def test_a_gesture_may_begin_over_ink_that_is_there(canvas: Canvas, name: str) -> None:
    draw(canvas, sample_digit(8))
    press_and_move(canvas, GESTURES[name])
    growing = picture(canvas)
    release(canvas, GESTURES[name][-1])
    assert differing_pixels(growing, picture(canvas)) == 0


@pytest.mark.parametrize("name", GESTURES)
def test_all_that_a_move_changes_is_painted_again(canvas: Canvas, qtbot: QtBot, name: str) -> None:
    for number in range(1, len(GESTURES[name]) + 1):
        if number == 1:
            send_mouse(canvas, QEvent.Type.MouseButtonPress, GESTURES[name][0])
        else:
            send_mouse(canvas, QEvent.Type.MouseMove, GESTURES[name][number - 1])
        qtbot.waitUntil(lambda: on_screen(canvas) == picture(canvas))
    release(canvas, GESTURES[name][-1])
    qtbot.waitUntil(lambda: on_screen(canvas) == picture(canvas))
    canvas.board.undo()
    qtbot.waitUntil(lambda: on_screen(canvas) == picture(canvas))


def test_what_was_erased_in_mid_gesture_is_gone_from_sight(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.2), (0.8, 0.2)])
    draw_stroke(canvas, [(0.2, 0.8), (0.8, 0.8)])
    points = [(0.5, 0.5), (0.5, 0.21), (1.4, 0.5)]
    press_and_move(canvas, points, Qt.MouseButton.RightButton)
    assert pixel(canvas, 0.5, 0.2).lightness() == 0
    assert pixel(canvas, 0.5, 0.8).lightness() == 255
    erasing = picture(canvas)
    release(canvas, points[-1], Qt.MouseButton.RightButton)
    assert picture(canvas) == erasing


def test_a_long_stroke_stays_as_it_grew(canvas: Canvas) -> None:
    draw(canvas, sample_digit(1))
    along = np.linspace(0, 30, LONG_STROKE + 100)
    points = [(0.5 + 0.4 * np.sin(x), 0.5 + 0.4 * np.cos(1.3 * x)) for x in along.tolist()]
    press_and_move(canvas, points)
    growing = picture(canvas)
    release(canvas, points[-1])
    assert picture(canvas) == growing


def test_undo_in_mid_gesture_leaves_no_ink_of_it(canvas: Canvas) -> None:
    draw(canvas, sample_digit(8))
    before = picture(canvas)
    press_and_move(canvas, GESTURES["several leavings"])
    canvas.board.undo()
    assert picture(canvas) == before
    send_mouse(canvas, QEvent.Type.MouseMove, (0.5, 0.5))
    release(canvas, (0.5, 0.5))
    assert picture(canvas) == before
    assert canvas.board.drawing == Drawing(canvas.board.drawing.strokes[: len(sample_digit(8).strokes)])


def test_a_drawing_shown_in_mid_gesture_is_all_there_is_to_see(canvas: Canvas) -> None:
    press_and_move(canvas, GESTURES["several leavings"])
    canvas.board.show_drawing(sample_digit(7))
    seen = picture(canvas)
    send_mouse(canvas, QEvent.Type.MouseMove, (0.5, 0.5))
    release(canvas, (0.5, 0.5))
    assert picture(canvas) == seen
    assert canvas.board.drawing == sample_digit(7)
    canvas.board.show_drawing(Drawing())
    canvas.board.show_drawing(sample_digit(7))
    assert picture(canvas) == seen


def test_a_canvas_that_changes_its_size_in_mid_gesture_goes_on(canvas: Canvas) -> None:
    draw(canvas, sample_digit(1))
    press_and_move(canvas, GESTURES["several leavings"])
    before = canvas.board.drawing
    canvas.setFixedSize(2 * SIDE, 2 * SIDE)
    assert canvas.board.drawing == before
    send_mouse(canvas, QEvent.Type.MouseMove, (0.5, 0.25))
    growing = picture(canvas)
    release(canvas, (0.5, 0.25))
    assert differing_pixels(growing, picture(canvas)) == 0
    assert canvas.board.drawing.strokes[-1][-1].tolist() == [0.5, 0.25]
    canvas.board.undo()
    assert canvas.board.drawing == Drawing(before.strokes[: len(sample_digit(1).strokes)])


def test_a_canvas_that_changes_its_size_in_mid_erasure_goes_on(canvas: Canvas) -> None:
    draw(canvas, Drawing.of([[(0.2, 0.2), (0.2, 0.8)], [(0.8, 0.2), (0.8, 0.8)]]))
    press_and_move(canvas, [(0.2, 0.5)], Qt.MouseButton.RightButton)
    canvas.setFixedSize(2 * SIDE, 2 * SIDE)
    send_mouse(canvas, QEvent.Type.MouseMove, (0.8, 0.5), Qt.MouseButton.RightButton)
    release(canvas, (0.8, 0.5), Qt.MouseButton.RightButton)
    assert not canvas.board.drawing
    canvas.board.undo()
    assert len(canvas.board.drawing.strokes) == 2


def test_a_canvas_made_in_mid_gesture_shows_it_too(canvas: Canvas, qtbot: QtBot) -> None:
    press_and_move(canvas, GESTURES["several leavings"])
    second = Canvas(canvas.board)
    qtbot.addWidget(second)
    second.setFixedSize(SIDE, SIDE)
    second.show()
    qtbot.waitExposed(second)
    within_the_focus_frame = QRect(5, 5, SIDE - 10, SIDE - 10)
    one, other = picture(second).copy(within_the_focus_frame), picture(canvas).copy(within_the_focus_frame)
    assert differing_pixels(one, other) == 0


def test_what_is_drawn_before_the_canvas_is_shown_is_on_it(qtbot: QtBot) -> None:
    board = Board()
    canvas = Canvas(board)
    qtbot.addWidget(canvas)
    board.show_drawing(Drawing.of([[(0.2, 0.5), (0.8, 0.5)]]))
    board.press((0.5, 0.2), erase=False)
    board.move((0.5, 0.8))
    canvas.setFixedSize(SIDE, SIDE)
    canvas.show()
    qtbot.waitExposed(canvas)
    assert pixel(canvas, 0.3, 0.5).lightness() == 255
    assert pixel(canvas, 0.5, 0.3).lightness() == 255


def test_the_canvas_has_a_name_for_those_who_do_not_see_it(canvas: Canvas) -> None:
    assert canvas.accessibleName() == "Drawing canvas"
    assert "0 to 9" in canvas.accessibleDescription()


def test_an_example_is_named_by_its_digit_when_it_can_be_undone(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert canvas.board.undo_stack.undoText() == "Example 7"


def test_a_digit_key_in_mid_stroke_leaves_the_stroke_alone(canvas: Canvas) -> None:
    press_and_move(canvas, [(0.2, 0.2), (0.4, 0.2)])
    QTest.keyClick(canvas, Qt.Key.Key_7)
    release(canvas, (0.4, 0.2))
    assert [stroke.tolist() for stroke in canvas.board.drawing.strokes] == [[[0.2, 0.2], [0.4, 0.2]]]


def test_a_tap_leaves_a_dot(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.5, 0.5)])
    assert pixel(canvas, 0.5, 0.5).lightness() == 255
    assert rasterize(canvas.board.drawing).glyph.max() == 1


def test_undo_redo_and_clear(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.2), (0.4, 0.4)])
    draw_stroke(canvas, [(0.6, 0.6), (0.8, 0.8)])
    both = canvas.board.drawing
    canvas.board.undo()
    assert canvas.board.drawing == Drawing(both.strokes[:1])
    canvas.board.redo()
    assert canvas.board.drawing == both
    canvas.board.clear()
    assert not canvas.board.drawing
    canvas.board.undo()
    assert canvas.board.drawing == both


def test_clearing_nothing_leaves_nothing_to_undo(canvas: Canvas) -> None:
    canvas.board.clear()
    assert not canvas.board.undo_stack.canUndo()


def test_a_pen_that_leaves_and_returns_makes_two_strokes_and_one_undo(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.5, 0.5), (1.2, 0.5), (1.2, 0.7), (0.5, 0.7)])
    assert len(canvas.board.drawing.strokes) == 2
    np.testing.assert_allclose(canvas.board.drawing.strokes[0][-1], (1.0, 0.5))
    np.testing.assert_allclose(canvas.board.drawing.strokes[1][0], (1.0, 0.7))
    canvas.board.undo()
    assert not canvas.board.drawing


def test_the_right_button_erases_the_stroke_under_it(canvas: Canvas) -> None:
    draw_stroke(canvas, [(0.2, 0.2), (0.8, 0.2)])
    draw_stroke(canvas, [(0.2, 0.8), (0.8, 0.8)])
    draw_stroke(canvas, [(0.5, 0.5), (0.5, 0.21)], Qt.MouseButton.RightButton)
    assert len(canvas.board.drawing.strokes) == 1
    assert canvas.board.drawing.strokes[0][0][1] == pytest.approx(0.8)
    canvas.board.undo()
    assert len(canvas.board.drawing.strokes) == 2


def test_digit_keys_draw_examples(canvas: Canvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert canvas.board.drawing == sample_digit(7)


@pytest.mark.parametrize("side", [400, 613])
def test_mouse_events_and_a_file_give_the_same_pixels(canvas: Canvas, side: int) -> None:
    canvas.setFixedSize(side, side)
    for digit in range(10):
        canvas.board.clear()
        draw(canvas, sample_digit(digit))
        drawn = rasterize(canvas.board.drawing).glyph
        np.testing.assert_allclose(drawn, rasterize(sample_digit(digit)).glyph, atol=1 / 255 + 1e-6)


ON_A_FINE_SCREEN = """
import json
from PySide6.QtWidgets import QApplication
from digitpad.ui.canvas.canvas import Canvas
from digitpad.workspace.easel.board import Board
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.raster import rasterize
from tests.ui.pointer import draw
application = QApplication([])
board = Board()
canvas = Canvas(board)
canvas.setFixedSize(431, 431)
canvas.show()
application.processEvents()
glyphs = []
for digit in range(10):
    board.clear()
    draw(canvas, sample_digit(digit))
    glyphs.append(rasterize(board.drawing).glyph.tolist())
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
    before = canvas.board.drawing
    canvas.setFixedSize(800, 800)
    assert canvas.board.drawing == before


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
    assert len(canvas.board.drawing.strokes) == 1
    points = canvas.board.drawing.strokes[0]
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
    assert len(canvas.board.drawing.strokes) == 1
    tablet(canvas, QEvent.Type.TabletPress, 0.5, 0.21, eraser=True)
    tablet(canvas, QEvent.Type.TabletRelease, 0.5, 0.21, eraser=True)
    assert not canvas.board.drawing


def test_a_palm_that_was_there_before_the_pen_leaves_nothing(canvas: Canvas, touchscreen: QPointingDevice) -> None:
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (1, 0.9, 0.9))
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.8, 0.9))
    tablet(canvas, QEvent.Type.TabletPress, 0.2, 0.2, eraser=False)
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.7, 0.9), (2, 0.6, 0.6))
    tablet(canvas, QEvent.Type.TabletMove, 0.8, 0.2, eraser=False)
    tablet(canvas, QEvent.Type.TabletRelease, 0.8, 0.2, eraser=False)
    touch(canvas, touchscreen, QEvent.Type.TouchEnd, (1, 0.7, 0.9), (2, 0.6, 0.6))
    assert [stroke.tolist() for stroke in canvas.board.drawing.strokes] == [[[0.2, 0.2], [0.8, 0.2]]]
    assert canvas.board.undo_stack.count() == 1


def test_a_touch_that_the_system_takes_back_leaves_nothing(canvas: Canvas, touchscreen: QPointingDevice) -> None:
    draw_stroke(canvas, [(0.1, 0.1), (0.2, 0.1)])
    before = picture(canvas)
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (1, 0.4, 0.5))
    touch(canvas, touchscreen, QEvent.Type.TouchUpdate, (1, 0.8, 0.9))
    QApplication.sendEvent(canvas, QTouchEvent(QEvent.Type.TouchCancel, touchscreen))
    assert len(canvas.board.drawing.strokes) == 1
    assert picture(canvas) == before
    touch(canvas, touchscreen, QEvent.Type.TouchBegin, (2, 0.4, 0.5))
    touch(canvas, touchscreen, QEvent.Type.TouchEnd, (2, 0.6, 0.5))
    assert len(canvas.board.drawing.strokes) == 2, "the next finger does not draw"


def test_a_wide_touch_is_a_palm() -> None:
    assert is_palm(QSizeF(40, 120))
    assert not is_palm(QSizeF(45, 38))
    assert not is_palm(QSizeF(0, 0))


def test_an_empty_canvas_asks_for_a_digit(canvas: Canvas) -> None:
    assert picture(canvas) != blank(canvas)
    draw_stroke(canvas, [(0.01, 0.01)])
    assert pixel(canvas, 0.5, 0.5).lightness() == 0


def blank(canvas: Canvas) -> QImage:
    image = picture(canvas)
    image.fill(Qt.GlobalColor.black)
    return image


def test_with_the_eraser_in_hand_the_left_button_rubs_out(window: MainWindow) -> None:
    draw_stroke(window.canvas, [(0.2, 0.2), (0.8, 0.2)])
    draw_stroke(window.canvas, [(0.2, 0.8), (0.8, 0.8)])
    window.actions_["eraser"].trigger()
    draw_stroke(window.canvas, [(0.5, 0.1), (0.5, 0.3)])
    assert len(window.workspace.board.drawing.strokes) == 1
    window.actions_["eraser"].trigger()
    draw_stroke(window.canvas, [(0.5, 0.1), (0.5, 0.3)])
    assert len(window.workspace.board.drawing.strokes) == 2
