"""A student's whole visit, through the real window, with real mouse events, on real MNIST."""

import subprocess
import sys
import time

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training import State
from tests.ui.conftest import TRAINING_MS, load, qapp, settings, window
from tests.ui.pointer import draw

__all__ = ["qapp", "settings", "window"]  # pytest finds fixtures by these names


def click_train(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.train_button, Qt.MouseButton.LeftButton)


def test_a_students_visit(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.reset_button, Qt.MouseButton.LeftButton)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities is not None)
    guesses = window.prediction.bars.probabilities
    load(window, qtbot)
    window.panel.form.epochs.setValue(2)
    seen: list[float] = []
    window.recognizer.recognized.connect(lambda answer: seen.append(answer.probabilities[3]))
    with qtbot.waitSignal(window.control.completed, timeout=TRAINING_MS):
        click_train(window, qtbot)
    assert len(set(seen)) > 10, "the bars did not follow the weights"
    assert seen[-1] > 0.9 > guesses[3]

    run = window.runs.current
    history = run.history
    assert len(history) == 2 * 469
    assert np.isfinite(history.losses).all()
    assert history.losses[:50].mean() > 3 * history.losses[-50:].mean()
    window.plot.redraw()
    x, y = window.plot.live.raw.getOriginalDataset()
    assert len(x) == len(history)
    np.testing.assert_array_equal(y, history.losses)
    assert [batch for batch, _ in history.accuracies] == [469, 938]
    assert history.accuracies[-1][1] > 0.965
    assert f"{history.accuracies[-1][1] * 100:.1f}" in window.plot.accuracy.text()
    assert "trained here" in window.network.text()

    right = 0
    for digit in range(10):
        window.canvas.clear()
        draw(window.canvas, sample_digit(digit))
        recognition = window.recognizer.answer()
        right += recognition.ranking[0] == digit
    assert right >= 9
    window.close()
    assert window.control.is_quiet


def test_stop_keeps_what_was_learnt_and_training_can_begin_again(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    with qtbot.waitSignal(window.control.snapshot_taken, timeout=TRAINING_MS):
        click_train(window, qtbot)
    assert not window.panel.form.epochs.isEnabled()
    with qtbot.waitSignal(window.control.stopped, timeout=5000):
        qtbot.mouseClick(window.panel.stop_button, Qt.MouseButton.LeftButton)
    history = window.runs.current.history
    assert 0 < len(history) < 2345
    assert window.network.snapshot.updates == len(history)
    with qtbot.waitSignal(window.control.snapshot_taken, timeout=TRAINING_MS):
        click_train(window, qtbot)


def test_a_loss_that_overflows_ends_with_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.panel.form.set_recipe(FROM_SCRATCH_RECIPE)
    window.panel.form.learning_rate.setEditText("1e30")
    with qtbot.waitSignal(window.control.failed, timeout=TRAINING_MS):
        click_train(window, qtbot)
    assert "learning rate" in window.panel.message.text()
    assert window.network.snapshot.finite
    assert window.control.state is State.IDLE
    window.panel.form.set_recipe(KERAS_RECIPE)
    with qtbot.waitSignal(window.control.snapshot_taken, timeout=TRAINING_MS):
        click_train(window, qtbot)


CLOSING = """
import sys, time
from PySide6.QtCore import QSettings, QTimer
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.load_tensorflow()
window.panel.toggle_training()
def close(*_):
    print(time.time(), flush=True)
    window.close()
window.control.snapshot_taken.connect(close)
sys.exit(application.exec())
"""


def test_closing_in_mid_training_exits_cleanly_within_two_seconds(tmp_path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", CLOSING, str(tmp_path / "settings.ini")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    ended = time.time()
    assert process.returncode == 0, process.stderr
    assert "Traceback" not in process.stderr
    assert ended - float(process.stdout.split()[0]) < 2
