"""A student's whole visit, through the real window, with real mouse events, on real MNIST."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training.training import State
from tests.conftest import GENEROUS_SECONDS
from tests.ui.conftest import load, no_unexpected_box, settings, window
from tests.ui.lesson import reported
from tests.ui.pointer import draw

__all__ = ["no_unexpected_box", "settings", "window"]  # pytest finds fixtures by these names


def click_train(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.buttons["train"], Qt.MouseButton.LeftButton)


def test_a_students_visit(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.buttons["reset"], Qt.MouseButton.LeftButton)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities is not None)
    guesses = window.prediction.bars.probabilities
    load(window, qtbot)
    window.sheet.form.training.epochs.setValue(2)
    seen: list[float] = []
    window.workspace.recognizer.recognized.connect(
        lambda answer: (
            seen.append(answer.probabilities[3]) if answer else None
        )  # nothing is read on an empty canvas
    )
    with reported(window, qtbot, Ending.COMPLETED):
        click_train(window, qtbot)
    assert len(set(seen)) > 10, "the bars did not follow the weights"
    assert seen[-1] > 0.9 > guesses[3]

    run = window.workspace.runs.current
    history = run.history
    assert len(history) == 2 * 469
    assert np.isfinite(history.losses).all()
    assert history.losses[:50].mean() > 3 * history.losses[-50:].mean()
    window.views["loss"].plot.redraw()
    x, y = window.views["loss"].plot.plot.live.raw.getOriginalDataset()
    assert len(x) == len(history)
    np.testing.assert_array_equal(y, history.losses)
    assert [batch for batch, _ in history.accuracies] == [469, 938]
    assert history.accuracies[-1][1] > 0.965
    assert f"{history.accuracies[-1][1] * 100:.1f}" in window.views["loss"].plot.accuracy.text()
    assert "trained here" in window.workspace.network.text()

    right = 0
    for digit in range(10):
        window.workspace.board.clear()
        draw(window.canvas, sample_digit(digit))
        recognition = window.workspace.recognizer.answer()
        right += recognition.ranking[0] == digit
    assert right >= 9
    window.close()
    assert window.workspace.is_quiet


def test_stop_keeps_what_was_learnt_and_training_can_begin_again(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    with reported(window, qtbot, SnapshotTaken):
        click_train(window, qtbot)
    assert not window.sheet.form.training.epochs.isEnabled()
    with reported(window, qtbot, Ending.STOPPED):
        qtbot.mouseClick(window.panel.buttons["stop"], Qt.MouseButton.LeftButton)
    run = window.workspace.runs.current
    # What the batches that Stop does not wait for have taught is the run's and the network's too.
    qtbot.waitUntil(lambda: window.workspace.is_quiet and run.can_go_on)
    assert 0 < len(run.history) < 2345
    assert window.workspace.network.snapshot.updates == len(run.history)
    with reported(window, qtbot, SnapshotTaken):
        click_train(window, qtbot)


def test_a_loss_that_overflows_ends_with_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.workspace.draft.write(FROM_SCRATCH_RECIPE)
    window.sheet.form.training.learning_rate.setEditText("1e30")
    with reported(window, qtbot, Ending.FAILED):
        click_train(window, qtbot)
    assert "learning rate" in window.panel.message.text()
    assert window.workspace.network.snapshot.finite
    assert window.workspace.training.state is State.IDLE
    window.workspace.draft.write(KERAS_RECIPE)
    with reported(window, qtbot, SnapshotTaken):
        click_train(window, qtbot)


CLOSING = """
import sys, time
from PySide6.QtCore import QSettings
from digitpad.engines.pacing import FULL
from digitpad.runs.events import SnapshotTaken
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
settings.pace = FULL
window = MainWindow(settings)
window.show()
window.load_tensorflow()
window.workspace.commands.toggle_training()
def close():
    print(time.time(), flush=True)
    window.close()
def follow(_, event):
    if isinstance(event, SnapshotTaken):
        close()
window.workspace.training.reported.connect(follow)
sys.exit(application.exec())
"""


def test_closing_in_mid_training_exits_cleanly_within_two_seconds(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", CLOSING, str(tmp_path / "settings.ini")],
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
        check=False,
    )
    ended = time.time()
    assert process.returncode == 0, process.stderr
    assert "Traceback" not in process.stderr
    assert "QThread" not in process.stderr, "a thread outlived the window"
    assert ended - float(process.stdout.split()[0]) < 2
