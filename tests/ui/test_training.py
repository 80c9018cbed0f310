"""Training held in the hand: pause, go on, step, change the rate, compare, export; in the real window."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer, Recipe, untrained
from digitpad.ui.files.exports import run_as_csv
from digitpad.ui.plots.picture import print_as_png, print_as_svg, screen_as_png
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training import State
from tests.ui.conftest import TRAINING_MS
from tests.ui.lesson import reported
from tests.ui.pointer import draw

ENDING_MS = 5_000


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pause_in_mid_epoch(window: MainWindow, qtbot: QtBot) -> None:
    with reported(window, qtbot, SnapshotTaken):
        click(qtbot, window.panel.buttons["train"])
    with reported(window, qtbot, Ending.PAUSED):
        click(qtbot, window.panel.buttons["train"])


def test_pause_and_resume_give_the_losses_of_an_undisturbed_run(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(epochs=1))
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    undisturbed = ready.workspace.runs.current.history.losses.copy()
    pause_in_mid_epoch(ready, qtbot)
    assert ready.workspace.training.state is State.PAUSED
    done = len(ready.workspace.runs.current.history)
    assert 0 < done < 469
    assert ready.panel.buttons["train"].text() == "Resume"
    draw(ready.canvas, sample_digit(4))
    qtbot.waitUntil(lambda: ready.prediction.bars.probabilities is not None)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    assert len(ready.workspace.runs.runs) == 2
    np.testing.assert_array_equal(ready.workspace.runs.current.history.losses, undisturbed)


def test_a_step_is_one_batch_and_with_shift_the_rest_of_the_epoch(ready: MainWindow, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    assert len(ready.workspace.runs.current.history) == 1
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    assert len(ready.workspace.runs.current.history) == 2
    assert f"{ready.workspace.runs.current.history.losses[-1]:.3f}" in ready.panel.message.text()
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step_epoch"].trigger()
    assert len(ready.workspace.runs.current.history) == 469
    assert ready.workspace.runs.current.accuracy > 0.9


def test_space_on_the_canvas_trains_and_pauses(ready: MainWindow, qtbot: QtBot) -> None:
    ready.canvas.setFocus()
    with reported(ready, qtbot, SnapshotTaken):
        QTest.keyClick(ready.canvas, Qt.Key.Key_Space)
    with reported(ready, qtbot, Ending.PAUSED):
        QTest.keyClick(ready.canvas, Qt.Key.Key_Space)


def test_a_changed_learning_rate_counts_from_the_next_batch_and_is_marked(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(epochs=1, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1))
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    assert ready.panel.form.learning_rate.isEnabled()
    ready.panel.form.learning_rate.setEditText("1e-12")
    QTest.keyClick(ready.panel.form.learning_rate.lineEdit(), Qt.Key.Key_Return)
    assert ready.workspace.runs.current.history.rate_changes == [(1, 1e-12)]
    before = ready.workspace.network.snapshot.weights
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    for old, new in zip(before, ready.workspace.network.snapshot.weights, strict=True):
        np.testing.assert_allclose(new, old, atol=1e-9)
    ready.views["loss"].plot.redraw()
    labels = [text for _, text in ready.views["loss"].plot.plot.getAxis("top")._tickLevels[0]]
    assert "rate 1e-12" in labels


def test_reset_gives_the_identical_first_weights_and_new_seed_others(ready: MainWindow, qtbot: QtBot) -> None:
    pause_in_mid_epoch(ready, qtbot)
    with reported(ready, qtbot, Ending.STOPPED):
        click(qtbot, ready.panel.buttons["reset"])
    first = untrained(Recipe()).weights
    for ours, theirs in zip(ready.workspace.network.snapshot.weights, first, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    seed = ready.panel.form.seed.value()
    qtbot.waitUntil(lambda: click(qtbot, ready.panel.form.new_seed) or ready.panel.form.seed.value() != seed)
    assert not np.array_equal(ready.workspace.network.snapshot.weights[0], first[0])


def test_runs_are_kept_renamed_hidden_deleted_and_brought_back(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(epochs=1))
    for _ in range(2):
        with reported(ready, qtbot, Ending.PAUSED):
            click(qtbot, ready.panel.buttons["step"])
        with reported(ready, qtbot, Ending.STOPPED):
            click(qtbot, ready.panel.buttons["stop"])
    first, second = ready.workspace.runs.runs
    view = ready.panel.runs_view
    view.list.topLevelItem(0).setText(0, "small steps")
    assert first.name == "small steps"
    view.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    ready.views["loss"].plot.redraw()
    assert ready.views["loss"].plot.shown == [second]
    view.list.setCurrentItem(view.list.topLevelItem(0))
    view.delete.trigger()
    assert ready.workspace.runs.runs == [second]
    assert ready.views["loss"].plot.shown == [second]
    ready.actions_["undo"].trigger()
    assert ready.workspace.runs.runs == [first, second]


def test_a_stopped_run_goes_on_and_any_run_can_answer(ready: MainWindow, qtbot: QtBot) -> None:
    draw(ready.canvas, sample_digit(2))
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    with reported(ready, qtbot, Ending.STOPPED):
        click(qtbot, ready.panel.buttons["stop"])
    first = ready.workspace.runs.current
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    with reported(ready, qtbot, Ending.STOPPED):
        click(qtbot, ready.panel.buttons["stop"])
    assert len(ready.workspace.runs.runs) == 2
    view = ready.panel.runs_view
    view.list.setCurrentItem(view.list.topLevelItem(0))
    view.use.trigger()
    assert ready.workspace.network.run is first
    assert ready.workspace.network.snapshot.updates == 1
    assert first.name in ready.workspace.network.text()
    view.compare.trigger()
    qtbot.waitUntil(lambda: ready.prediction.other_bars.probabilities is not None)
    assert ready.prediction.other_bars.isVisible()
    ready.actions_["end_comparison"].trigger()
    assert not ready.prediction.other_bars.isVisible()
    with reported(ready, qtbot, SnapshotTaken):
        view.go_on.trigger()
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["train"])
    assert ready.workspace.runs.current is first
    assert len(first.history) > 1


def test_the_probabilities_of_the_drawn_digit_are_recorded(ready: MainWindow, qtbot: QtBot) -> None:
    draw(ready.canvas, sample_digit(8))
    ready.views["loss"].history.setChecked(True)
    ready.workspace.draft.write(Recipe(epochs=1))
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    recorded = ready.workspace.runs.current.probabilities
    assert len(recorded) > 5
    assert recorded.batches[-1] == 469
    assert recorded.values[-1, 8] > 0.9
    ready.views["loss"].plot.redraw()
    x, y = ready.views["loss"].probabilities.curves[8].getOriginalDataset()
    assert x[-1] == 469
    assert y[-1] == pytest.approx(recorded.values[-1, 8])


def test_the_loop_runs_line_by_line(ready: MainWindow, qtbot: QtBot) -> None:
    ready.actions_["line_by_line"].setChecked(True)
    pause_in_mid_epoch(ready, qtbot)
    assert ready.workspace.runs.current.line_by_line
    assert "images/s" in ready.panel.message.text() or "Paused" in ready.panel.message.text()


def test_hovering_reads_exact_losses(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(epochs=1))
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    ready.views["loss"].plot.redraw()
    QApplication.processEvents()
    plot = ready.views["loss"].plot.plot
    place = plot.getPlotItem().vb.mapViewToScene(QPointF(200, 0.5))
    local = QPointF(plot.mapFromScene(place))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        local,
        plot.viewport().mapToGlobal(local),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), event)
    qtbot.waitUntil(lambda: "loss" in ready.views["loss"].plot.reading.text())
    number = int(ready.views["loss"].plot.reading.text().split("batch ")[1].split(":")[0].replace(",", ""))
    assert (
        f"{ready.workspace.runs.current.history.losses[number - 1]:.4f}" in ready.views["loss"].plot.reading.text()
    )


def test_exports(ready: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    ready.workspace.draft.write(Recipe(epochs=1))
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    run = ready.workspace.runs.current
    rows = list(csv.DictReader(run_as_csv(run).splitlines()))
    assert len(rows) == 469
    assert [float(row["loss"]) for row in rows] == [float(loss) for loss in run.history.losses]
    assert float(rows[-1]["accuracy"]) == run.accuracy
    assert rows[-1]["epoch"] == "1"

    image = QImage.fromData(print_as_png(ready.views["loss"].plot))
    assert image.width() == 2400
    assert QColor(image.pixel(5, 5)) == QColor("white")
    image = QImage.fromData(screen_as_png(ready.views["loss"].plot))
    assert image.width() == ready.views["loss"].plot.plot.width()
    drawing = print_as_svg(ready.views["loss"].plot)
    assert drawing.lstrip().startswith(b"<?xml")
    assert b"Run 1" in drawing, "the legend is missing"

    path = tmp_path / "network.keras"
    with qtbot.waitSignal(ready.exports.exported, timeout=TRAINING_MS):
        ready.exports.write_keras(path, run.snapshot)
    import keras

    from digitpad.data.mnist import load_dataset

    images = load_dataset().test_images[:500].astype(np.float32) / 255
    theirs = keras.models.load_model(path).predict(images, verbose=0)
    np.testing.assert_allclose(run.snapshot.probabilities(images), theirs, atol=1e-6)
    assert json.dumps(run.recipe.as_dict())


def test_an_exception_in_the_worker_is_a_sentence_and_the_next_run_works(
    ready: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digitpad.engines.loop import TrainingSession

    def broken(*_: object) -> None:
        raise RuntimeError("the disk is on fire")

    with monkeypatch.context() as patch:
        patch.setattr(TrainingSession, "attach", broken)
        with reported(ready, qtbot, Ending.FAILED):
            click(qtbot, ready.panel.buttons["train"])
    assert "the disk is on fire" in ready.panel.message.text()
    with reported(ready, qtbot, SnapshotTaken):
        click(qtbot, ready.panel.buttons["train"])
