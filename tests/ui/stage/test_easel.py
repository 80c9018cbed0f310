"""A test picture in the canvas's place: marked as MNIST's, followed by all that shows a drawing, gone with Esc."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.arrays import SIDE
from digitpad.data.mnist import load_dataset
from digitpad.data.pictures import Pictures
from digitpad.document.picture_set import Source
from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Step
from digitpad.errors import DataFileError
from digitpad.runs.events import Ending
from digitpad.ui.canvas.exhibit_picture import INK, MARGIN, PAPER
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.loss.loss_view import LossView
from digitpad.ui.views.sight.sight_view import SightView
from digitpad.ui.views.step.step_view import StepView
from digitpad.workspace.easel import easel as easel_module
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.wording.language import speak
from tests.ui.conftest import LOADING_MS, TRAINING_MS
from tests.ui.lesson import reported, settle
from tests.ui.pointer import draw, draw_stroke


def exhibit(number: int = 1, source: Source = Source.MNIST_TEST) -> SetPicture:
    mnist = load_dataset()
    return SetPicture(
        mnist.test_images[number - 1], int(mnist.test_labels[number - 1]), number, source, "ours.npz"
    )


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English again after each test."""
    yield
    speak()


class Gallery:
    """Somebody who has chosen some of MNIST's test images, from the third on."""

    def __init__(self, count: int) -> None:
        self._numbers = range(3, 3 + count)

    def chosen_count(self) -> int:
        return len(self._numbers)

    def chosen_pictures(self) -> Pictures:
        mnist, places = load_dataset(), np.array(self._numbers) - 1
        return Pictures(mnist.test_images[places], mnist.test_labels[places])

    def chosen_exhibit(self) -> SetPicture | None:
        return exhibit(self._numbers[0]) if self._numbers else None


def at_random(window: MainWindow, qtbot: QtBot) -> SetPicture:
    """Ask for a picture by its key, and wait until it hangs."""
    with qtbot.waitSignal(window.workspace.easel.changed, timeout=LOADING_MS):
        QTest.keyClick(window.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    found = window.workspace.easel.exhibit
    assert isinstance(found, SetPicture)
    return found


def painted(window: MainWindow) -> QImage:
    return window.canvas.grab().toImage()


def pixels_of(image: QImage) -> np.ndarray:
    """Read the 28 × 28 squares back from the canvas: 0 for its paper, 1 for ink."""
    margin, side = MARGIN * image.width(), (1 - 2 * MARGIN) * image.width() / SIDE
    greens = [
        [
            image.pixelColor(int(margin + (x + 0.5) * side), int(margin + (y + 0.5) * side)).green()
            for x in range(SIDE)
        ]
        for y in range(SIDE)
    ]
    return (np.array(greens) - PAPER.green()) / (INK.green() - PAPER.green())


def test_a_picture_at_random_takes_the_canvass_place(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, sample_digit(3))
    before = painted(window)
    found = at_random(window, qtbot)
    np.testing.assert_allclose(pixels_of(painted(window)), found.glyph, atol=1 / 128)
    qtbot.waitUntil(lambda: window.workspace.recognizer.answer().seen is found)
    answer = window.workspace.recognizer.answer()
    assert answer is not None
    qtbot.waitUntil(lambda: window.prediction.answer.text() == str(answer.ranking[0]))
    seen = window.sight.glyph.grab().toImage()
    assert any(seen.pixelColor(x, seen.height() // 2).lightness() for x in range(seen.width()))
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.workspace.easel.exhibit is None
    assert painted(window) == before
    assert window.workspace.board.drawing.strokes


def test_its_words_say_whose_it_is_and_more_only_when_asked(window: MainWindow, qtbot: QtBot) -> None:
    canvas, tell = window.canvas, window.actions_["exhibit_label"]
    usual = canvas.accessibleName()
    with qtbot.waitSignal(canvas.spoken.announced) as said:
        window.workspace.easel.hang(exhibit())
    assert said.args[0].startswith("MNIST’s picture: a test image")
    assert canvas.accessibleName() == "MNIST’s picture: a test image"
    assert "7" not in canvas.accessibleDescription()
    guessing = painted(window)
    QTest.keyClick(canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert tell.isChecked()
    assert canvas.accessibleDescription() == "Test image 1, labelled 7"
    assert painted(window) != guessing
    window.actions_["language_vi"].trigger()
    qtbot.waitUntil(lambda: canvas.accessibleDescription() == "Ảnh kiểm tra 1, nhãn 7")
    window.actions_["language_en"].trigger()
    qtbot.waitUntil(lambda: canvas.accessibleDescription() == "Test image 1, labelled 7")
    window.workspace.easel.hang(exhibit(5, Source.FILE))
    assert canvas.accessibleName() == "A picture from ours.npz"
    assert canvas.accessibleDescription() == "Drawing 5, labelled 4"
    window.actions_["to_canvas"].trigger()
    assert canvas.accessibleName() == usual


def test_a_stroke_and_an_eraser_bring_the_canvas_back(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, sample_digit(3))
    window.workspace.easel.hang(exhibit())
    draw_stroke(window.canvas, [(0.1, 0.1), (0.2, 0.1)])
    assert window.workspace.easel.exhibit is None
    assert len(window.workspace.board.drawing.strokes) == len(sample_digit(3).strokes) + 1
    drawn = window.workspace.board.drawing
    window.workspace.easel.hang(exhibit())
    draw_stroke(window.canvas, [(0.1, 0.1), (0.9, 0.9)], Qt.MouseButton.RightButton)
    assert window.workspace.easel.exhibit is None
    assert window.workspace.board.drawing == drawn


@pytest.mark.parametrize("command", ["undo", "redo", "clear", "previous"])
def test_commands_for_drawings_bring_it_back_too(window: MainWindow, command: str) -> None:
    for digit in "123":
        QTest.keyClick(window.canvas, Qt.Key(ord(digit)))
    window.actions_["undo"].trigger()
    window.workspace.easel.hang(exhibit())
    window.actions_[command].trigger()
    assert window.workspace.easel.exhibit is None
    assert not window.actions_["to_canvas"].isEnabled()


def test_esc_leaves_the_picture_first_and_projector_mode_after_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["projector"].trigger()
    window.workspace.easel.hang(exhibit())
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.workspace.easel.exhibit is None
    assert window.actions_["projector"].isChecked()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.actions_["projector"].isChecked()


def test_the_way_of_strokes_says_why_there_is_none(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, sample_digit(3))
    window.area.show_view("sight")
    view = window.views["sight"]
    assert isinstance(view, SightView)
    assert not view.panel.without_strokes.isVisible()
    window.workspace.easel.hang(exhibit())
    qtbot.waitUntil(view.panel.without_strokes.isVisible)
    assert "not drawn here" in view.panel.without_strokes.text()
    assert not view.panel.answer.isVisible()
    window.workspace.easel.take_down()
    qtbot.waitUntil(lambda: not view.panel.without_strokes.isVisible())
    assert view.panel.answer.isVisible()


def test_no_place_among_the_drawings_is_said_of_it(window: MainWindow) -> None:
    for digit in "12":
        QTest.keyClick(window.canvas, Qt.Key(ord(digit)))
    window.actions_["previous"].trigger()
    assert window.sight.place.text() == "drawing 1 of 2"
    window.workspace.easel.hang(exhibit())
    assert window.sight.place.text() == ""
    window.workspace.easel.take_down()
    assert window.sight.place.text() == "drawing 1 of 2"


def test_without_mnist_the_command_says_what_is_missing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> object:
        raise DataFileError("mnist-changed", path="mnist.npz")

    monkeypatch.setattr(easel_module, "load_dataset", missing)
    window.actions_["random_picture"].trigger()
    qtbot.waitUntil(lambda: "mnist.npz" in window.panel.message.text())
    assert window.workspace.easel.exhibit is None


def test_what_is_chosen_in_a_gallery_hangs_there_or_is_a_batch(ready: MainWindow, qtbot: QtBot) -> None:
    hang, train = ready.actions_["on_easel"], ready.actions_["train_on_these"]
    assert not hang.isEnabled()
    assert not train.isEnabled()
    ready.workspace.chosen.follow(Gallery(3))
    assert hang.isEnabled()
    hang.trigger()
    assert ready.workspace.easel.exhibit is not None
    assert ready.workspace.easel.exhibit.number == 3
    with reported(ready, qtbot, Ending.PAUSED):
        ready.workspace.commands.step(Step.BATCH)
    settle(qtbot)
    with reported(ready, qtbot, Ending.PAUSED):
        train.trigger()
    assert "3 chosen pictures" in ready.status.toolTip()
    run = ready.workspace.training.run
    assert run is not None
    assert [done.labels for done in run.history.interventions] == [tuple(load_dataset().test_labels[2:5].tolist())]
    ready.workspace.chosen.follow(Gallery(200))
    with reported(ready, qtbot, Ending.PAUSED):
        train.trigger()
    assert "at most 128" in ready.status.toolTip()
    assert "200" in ready.status.toolTip()
    ready.actions_["undo_training"].trigger()
    assert "at most 128" not in ready.status.toolTip(), "it is not so any more"


def test_my_drawing_says_why_nobody_learns_from_it(ready: MainWindow, qtbot: QtBot) -> None:
    draw(ready.canvas, sample_digit(3))
    ready.area.show_view("step")
    view = ready.views["step"]
    assert isinstance(view, StepView)
    qtbot.waitUntil(view.own.label.isVisible, timeout=TRAINING_MS)
    ready.workspace.own.set_label(3)
    ready.workspace.easel.hang(exhibit())
    assert not view.own.label.isVisible()
    assert "behind the picture" in view.own.result.text()
    assert view.own.result.isVisible()
    assert not ready.actions_["own_once"].isEnabled()
    assert not ready.actions_["own_joins"].isEnabled()
    ready.workspace.easel.take_down()
    assert view.own.label.isVisible()
    assert ready.actions_["own_once"].isEnabled()


def test_the_strip_of_probabilities_follows_it_while_training(ready: MainWindow, qtbot: QtBot) -> None:
    ready.area.show_view("loss")
    view = ready.views["loss"]
    assert isinstance(view, LossView)
    view.history.setChecked(True)
    ready.workspace.easel.hang(exhibit())
    with reported(ready, qtbot, Ending.PAUSED):
        ready.workspace.commands.step(Step.BATCH)
    run = ready.workspace.training.run
    assert run is not None
    assert run.snapshot is not None
    expected = run.snapshot.probabilities(exhibit().glyph.reshape(-1))
    curves = view.probabilities.curves
    qtbot.waitUntil(lambda: curves[0].yData is not None and len(curves[0].yData) > 1)
    np.testing.assert_array_equal([curve.yData[-1] for curve in curves], expected)
