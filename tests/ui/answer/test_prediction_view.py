"""The words of sureness, and two answers side by side."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.arrays import PIXELS
from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.network.architecture import ARTICLE
from digitpad.network.explanation import traced
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.answer.prediction_view import PredictionView
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import NO_BREAK_SPACE


def recognition(probability: float, *, familiar: bool = True, digit: int = 3) -> Recognition:
    """Return an answer of this probability for a digit; the next is 5."""
    second = min((1 - probability) * 0.9, probability / 2)
    shares = np.full(10, (1 - probability - second) / 8, np.float32)
    shares[digit], shares[5] = probability, second
    drawing = sample_digit(digit)
    stages, snapshot = rasterize(drawing), untrained(Recipe())
    return Recognition(drawing, stages, snapshot, shares, familiar, traced(snapshot, stages.glyph.reshape(PIXELS)))


@pytest.fixture
def view(qtbot: QtBot) -> PredictionView:
    view = PredictionView()
    qtbot.addWidget(view)
    view.resize(520, 240)
    view.show()
    return view


@pytest.mark.parametrize(
    ("probability", "familiar", "words"),
    [
        (0.95, True, "sure: 95.0 %"),
        (0.9004, True, "sure: 90.0 %"),
        (0.899, True, "perhaps: 89.9 %"),
        (0.5, True, "perhaps: 50.0 %"),
        (0.499, True, "not sure: 49.9 %"),
        (0.95, False, "does not look like 3: 95.0 %"),
        (0.6, False, "does not look like 3: 60.0 %"),
        (0.3, False, "not sure: 30.0 %"),
        (0.99999, True, "sure: > 99.9 %"),
    ],
)
def test_the_words_of_sureness(view: PredictionView, probability: float, familiar: bool, words: str) -> None:
    view.show_recognition(recognition(probability, familiar=familiar))
    assert view.sureness.text().replace(NO_BREAK_SPACE, " ") == words
    assert view.sureness.text().endswith(f"{NO_BREAK_SPACE}%"), "the sign would stand on a line of its own"


def test_numbers_that_overflow_are_no_answer(window: MainWindow, qtbot: QtBot) -> None:
    """Finite weights, of a run about to diverge: “0, does not look like 0: NaN” was said of every drawing."""
    weights = [np.full(shape, 1e38, np.float32) for shape in ARTICLE.shapes]
    weights[0][:, ::2], weights[2][::2] = -1e38, -1e38
    huge = SavedNetwork(Snapshot(frozen(weights), 5), Recipe())
    window.workspace.network.take(huge, "huge.npz")
    window.workspace.board.set_drawing(sample_digit(3), "")
    view = window.prediction
    qtbot.waitUntil(lambda: view.answer.text() == "–")
    assert "overflow" in view.sureness.text()
    assert view.runner_up.text() == ""
    assert view.bars.probabilities is None
    window.area.show_view("sight")
    qtbot.waitUntil(lambda: "overflow" in window.views["sight"].panel.answer.sureness.text())


def test_a_second_network_whose_numbers_overflow_says_so(view: PredictionView) -> None:
    weights = [np.full(shape, 1e38, np.float32) for shape in ARTICLE.shapes]
    weights[0][:, ::2], weights[2][::2] = -1e38, -1e38
    view.compare(Run(1, "Run 2", Recipe()), Snapshot(frozen(weights), 5))
    view.show_recognition(recognition(0.9))
    assert view.other.text() == "Run 2 has no answer"
    assert view.bars.other is None


class Layouts(QObject):
    """Counts how often a widget has laid out what is in it."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_words_that_follow_the_pen_lay_nothing_out(view: PredictionView, qtbot: QtBot) -> None:
    view.show_recognition(recognition(0.95))
    qtbot.waitUntil(lambda: view.sureness.height() > 0)
    for _ in range(5):
        QApplication.processEvents()
    layouts = Layouts()
    view.installEventFilter(layouts)
    for probability, familiar, digit in ((0.5, True, 3), (0.6, False, 8), (0.999, True, 1)):
        view.show_recognition(recognition(probability, familiar=familiar, digit=digit))
        QApplication.processEvents()
    assert view.answer.text() == "1"
    assert layouts.count == 0


def test_other_letters_give_the_words_another_room(view: PredictionView, qtbot: QtBot) -> None:
    view.resize(300, 700)
    view.show_recognition(recognition(0.95))
    before = view.runner_up.height()
    font = view.font()
    font.setPixelSize(2 * view.fontInfo().pixelSize())
    view.setFont(font)
    qtbot.waitUntil(lambda: view.runner_up.height() > 1.5 * before)


def test_the_runner_up_and_the_bars(view: PredictionView) -> None:
    view.show_recognition(recognition(0.8))
    assert view.answer.text() == "3"
    assert view.runner_up.text() == "or 5: 18.0 %"
    assert view.bars.probabilities is not None
    assert view.bars.probabilities[3] == pytest.approx(0.8)
    view.show_recognition(None)
    assert view.answer.text() == "?"
    assert view.sureness.text() == "Draw a digit"
    assert view.bars.probabilities is None


def test_a_second_network_answers_beside_the_first_when_its_weights_are_there(view: PredictionView) -> None:
    run, snapshot = Run(0, "a rather long name of a run", Recipe()), untrained(Recipe(seed=5))
    shown = recognition(0.8)
    view.show_recognition(shown)
    view.compare(run)
    assert view.other.isVisible()
    assert view.bars.other is None
    assert view.other.text() == "a rather long name …"
    view.compare(run, snapshot)
    expected = snapshot.probabilities(shown.glyph.reshape(-1))
    np.testing.assert_allclose(view.bars.other, expected, rtol=1e-6)
    assert view.other.text() == f"a rather long name … says {expected.argmax()}"
    view.compare(None)
    assert not view.other.isVisible()
    assert view.bars.other is None
