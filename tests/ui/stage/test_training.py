"""Training held in the hand: pause, go on, step, change the rate, compare, export; in the real window."""

import csv
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.engines.pacing import FULL, SPEEDS, Pace, Way
from digitpad.engines.protocol import Control, Job, Report
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Advanced, Begun, Ending, SnapshotTaken
from digitpad.runs.recipe import Loop, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.files.exports import run_as_csv
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.protocol import Make
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from tests.ui.lesson import FEW_UNITS, choose, reported, select, step, stop
from tests.ui.plots.labels import labels_at
from tests.ui.pointer import draw, hover
from tests.workspace.conftest import Scripted
from tests.workspace.hearing import TRAINING_MS

EPOCH = Recipe(epochs=1, data=TrainingData(count=12_800), architecture=FEW_UNITS)
"""A hundred batches, none of them smaller than the others."""
LONGER = replace(EPOCH, data=TrainingData(count=38_400), learning_rate=0.003)
"""Three hundred, after which it has learnt something."""
SLOW = Pace(Way.STEADY, SPEEDS[1])
"""Half a second a batch, of which a slow computer needs a tenth."""
BRISK = Pace(Way.STEADY, SPEEDS[8])
"""Leaves seconds to pause an epoch of a few hundred batches, however few units have to learn."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.recipe = replace(EPOCH, epochs=1000)  # ends only when it is told to
    return settings


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pause_in_mid_epoch(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.training.set_pace(BRISK)
    with reported(window, qtbot, SnapshotTaken):
        click(qtbot, window.panel.buttons["train"])
    with reported(window, qtbot, Ending.PAUSED):
        click(qtbot, window.panel.buttons["train"])
    window.workspace.training.set_pace(FULL)


def test_pause_and_resume_give_the_losses_of_an_undisturbed_run(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(LONGER)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    undisturbed = ready.workspace.runs.current.history.losses.copy()
    pause_in_mid_epoch(ready, qtbot)
    assert ready.workspace.training.state is State.PAUSED
    done = len(ready.workspace.runs.current.history)
    assert 0 < done < 300
    assert ready.panel.buttons["train"].text() == "Resume"
    draw(ready.canvas, sample_digit(4))
    qtbot.waitUntil(lambda: ready.prediction.bars.probabilities is not None)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    assert len(ready.workspace.runs.runs) == 2
    np.testing.assert_array_equal(ready.workspace.runs.current.history.losses, undisturbed)


def test_a_step_is_one_batch_and_with_shift_the_rest_of_the_epoch(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(replace(LONGER, epochs=2))
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    assert len(ready.workspace.runs.current.history) == 1
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    assert len(ready.workspace.runs.current.history) == 2
    assert f"{ready.workspace.runs.current.history.losses[-1]:.3f}" in ready.panel.message.text()
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step_epoch"].trigger()
    assert len(ready.workspace.runs.current.history) == 300
    assert ready.workspace.runs.current.accuracy > 0.9


def test_space_on_the_canvas_trains_and_pauses(ready: MainWindow, qtbot: QtBot) -> None:
    ready.canvas.setFocus()
    with reported(ready, qtbot, SnapshotTaken):
        QTest.keyClick(ready.canvas, Qt.Key.Key_Space)
    with reported(ready, qtbot, Ending.PAUSED):
        QTest.keyClick(ready.canvas, Qt.Key.Key_Space)


def test_a_changed_learning_rate_counts_from_the_next_batch_and_is_marked(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(replace(EPOCH, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1))
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    assert ready.sheet.form.training.learning_rate.isEnabled()
    ready.sheet.form.training.learning_rate.setEditText("1e-12")
    QTest.keyClick(ready.sheet.form.training.learning_rate.lineEdit(), Qt.Key.Key_Return)
    assert ready.workspace.runs.current.history.rate_changes == [(1, 1e-12)]
    before = ready.workspace.network.snapshot.weights
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["step"])
    for old, new in zip(before, ready.workspace.network.snapshot.weights, strict=True):
        np.testing.assert_allclose(new, old, atol=1e-9)
    ready.views["loss"].plot.redraw()
    assert "rate 1e-12" in labels_at(ready.views["loss"].plot.plot, "top")


def test_reset_gives_the_identical_first_weights_and_new_seed_others(ready: MainWindow, qtbot: QtBot) -> None:
    pause_in_mid_epoch(ready, qtbot)
    with reported(ready, qtbot, Ending.STOPPED):
        click(qtbot, ready.panel.buttons["reset"])
    first = untrained(EPOCH).weights
    for ours, theirs in zip(ready.workspace.network.snapshot.weights, first, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    seed = ready.sheet.form.training.seed.value()
    qtbot.waitUntil(
        lambda: click(qtbot, ready.sheet.form.training.new_seed) or ready.sheet.form.training.seed.value() != seed
    )
    assert not np.array_equal(ready.workspace.network.snapshot.weights[0], first[0])


def test_runs_are_kept_renamed_hidden_deleted_and_brought_back(ready: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        with reported(ready, qtbot, Ending.PAUSED):
            click(qtbot, ready.panel.buttons["step"])
        with reported(ready, qtbot, Ending.STOPPED):
            click(qtbot, ready.panel.buttons["stop"])
    first, second = ready.workspace.runs.runs
    ready.area.show_view("runs")
    table = ready.views["runs"].table
    select(ready, first)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(table.focusWidget(), "small steps")
    QTest.keyClick(table.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.name == "small steps")
    QTest.keyClick(table, Qt.Key.Key_Space)  # its box is not checked any more
    ready.views["loss"].plot.redraw()
    assert ready.views["loss"].plot.shown == [second]
    ready.actions_["delete"].trigger()
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
    select(ready, first)
    ready.actions_["use"].trigger()
    qtbot.waitUntil(lambda: ready.workspace.network.run is first)
    assert ready.workspace.network.snapshot.updates == 1
    assert first.name in ready.workspace.network.text()
    ready.actions_["compare"].trigger()
    qtbot.waitUntil(lambda: ready.prediction.bars.other is not None)
    assert ready.prediction.other.isVisible()
    ready.actions_["end_comparison"].trigger()
    assert not ready.prediction.other.isVisible()
    assert ready.prediction.bars.other is None
    with reported(ready, qtbot, SnapshotTaken):
        ready.actions_["go_on"].trigger()
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["train"])
    assert ready.workspace.runs.current is first
    assert len(first.history) > 1


def test_the_probabilities_of_the_drawn_digit_are_recorded(ready: MainWindow, qtbot: QtBot) -> None:
    draw(ready.canvas, sample_digit(8))
    ready.views["loss"].history.setChecked(True)
    ready.workspace.draft.write(LONGER)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    recorded = ready.workspace.runs.current.probabilities
    assert len(recorded) > 5
    assert recorded.batches[0] == 0, "the untrained network answers too"
    assert recorded.batches[-1] == 300
    assert recorded.values[-1, 8] > 0.9
    ready.views["loss"].plot.redraw()
    x, y = ready.views["loss"].probabilities.curves[8].getOriginalDataset()
    assert (x[0], x[-1]) == (0, 300)
    assert y[-1] == pytest.approx(recorded.values[-1, 8])


def test_the_loop_runs_in_three_ways_with_the_same_losses(ready: MainWindow, qtbot: QtBot) -> None:
    executions = []
    for loop in Loop:
        ready.actions_[f"loop_{loop}"].trigger()
        assert [action.data() for action in ready.actions_.loops.actions() if action.isChecked()] == [loop]
        with reported(ready, qtbot, Begun) as begun:
            click(qtbot, ready.panel.buttons["step"])
        executions.append(begun.event.execution)
        qtbot.waitUntil(lambda: ready.workspace.training.state is State.PAUSED, timeout=TRAINING_MS)
        assert ready.workspace.runs.current.loop is loop
        stop(ready, qtbot)
    assert executions == [ready.workspace.readiness.execution, "eager", "keras"]
    compiled, eager, by_keras = (run.history.losses for run in ready.workspace.runs.runs)
    np.testing.assert_allclose(eager, compiled, rtol=1e-5)  # the same lesson
    np.testing.assert_allclose(by_keras, compiled, rtol=1e-5)


@pytest.mark.parametrize("loop", [Loop.LINE_BY_LINE, Loop.KERAS])
def test_a_slower_loop_pauses_and_tells_its_pace(loop: Loop, ready: MainWindow, qtbot: QtBot) -> None:
    ready.actions_[f"loop_{loop}"].trigger()
    with reported(ready, qtbot, SnapshotTaken):
        click(qtbot, ready.panel.buttons["train"])
    qtbot.waitUntil(lambda: "images/s" in ready.panel.message.text())
    with reported(ready, qtbot, Ending.PAUSED):
        click(qtbot, ready.panel.buttons["train"])
    assert "Paused" in ready.panel.message.text()


def test_a_pace_counts_the_images_that_there_are(ready: MainWindow, qtbot: QtBot) -> None:
    """100 images are one batch of 100, however large batches may be."""
    recipe = Recipe(epochs=1000, batch_size=60_000, data=TrainingData(count=100))

    def script(job: Job, report: Report, control: Control) -> None:
        report(Begun("scripted", untrained(recipe)))
        for done in range(10):
            report(Advanced(done, np.ones(1, np.float32), 0.1))
        while not control.end_wanted:
            control.wait(1.0)

    ready.workspace.training.engine_for = lambda _: Scripted(script)
    ready.workspace.draft.write(recipe)
    ready.actions_["train"].trigger()
    expected = "Epoch 11 of 1,000 · 1,000 images/s · 2\u00a0min left"
    qtbot.waitUntil(lambda: ready.panel.message.text() == expected, timeout=TRAINING_MS)
    stop(ready, qtbot)


def test_hovering_reads_exact_losses(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(EPOCH)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    ready.views["loss"].plot.redraw()
    QApplication.processEvents()
    hover(ready.views["loss"].plot.plot, 50, 0.5)
    qtbot.waitUntil(lambda: "loss" in ready.views["loss"].plot.reading.label.text())
    number = int(ready.views["loss"].plot.reading.label.text().split("after ")[1].split(" ")[0].replace(",", ""))
    assert (
        f"{ready.workspace.runs.current.history.losses[number]:.4f}"
        in ready.views["loss"].plot.reading.label.text()
    )


def picture(window: MainWindow, qtbot: QtBot, kind: str) -> bytes:
    """Return a picture of the window's plot, made as it is made for a file."""
    made: list[Make] = []
    getattr(window.views["loss"].picture(), kind)(made.append)
    qtbot.waitUntil(lambda: bool(made))
    return made[0]()


def test_a_table_says_at_which_updates_the_test_was_not_mnists() -> None:
    run = Run(0, "Run 1", EPOCH)
    run.history.extend(np.ones(3, np.float32), 0.3)
    run.history.add_scores(1, Scores(test=Score(0.5, 0.75)))
    head = run_as_csv(run).splitlines()
    assert [line.startswith("#") for line in head[:3]] == [True, True, False]
    run.history.add_scores(2, Scores(test=Score(0.5, 0.75), test_of="0f" * 32))
    run.history.add_scores(3, Scores(test=Score(0.4, 0.75), test_of="0f" * 32))
    said = run_as_csv(run).splitlines()
    assert said[2] == "# test on the class's held-out digits, as MNIST was not at hand, at updates: [2, 3]"
    assert [*said[:2], *said[3:]][:2] == head[:2]
    assert list(csv.DictReader(said[3:]))[3]["test loss"] == "0.4"


def test_exports(ready: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    ready.workspace.draft.write(EPOCH)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(qtbot, ready.panel.buttons["train"])
    run = ready.workspace.runs.current
    rows = list(csv.DictReader(run_as_csv(run).splitlines()[2:]))
    assert len(rows) == 101
    assert [row["updates"] for row in rows] == [str(updates) for updates in range(101)]
    assert [float(row["loss"]) for row in rows[:-1]] == [float(loss) for loss in run.history.losses]
    assert rows[-1]["loss"] == "", "after the last update no loss was measured"
    assert [float(row["seconds"]) for row in rows[1:]] == pytest.approx(run.history.seconds, abs=1e-6)
    assert float(rows[0]["seconds"]) == 0
    assert float(rows[-1]["test accuracy"]) == run.accuracy
    assert 0 < float(rows[0]["sample accuracy"]) < 0.3, "the untrained network's"
    assert rows[-1]["epoch"] == "1"

    image = QImage.fromData(picture(ready, qtbot, "as_png"))
    assert image.width() == 2400
    assert QColor(image.pixel(5, 5)) == QColor("white")
    image = QImage.fromData(picture(ready, qtbot, "as_shown"))
    assert image.width() == ready.views["loss"].plot.plot.width()
    drawing = picture(ready, qtbot, "as_svg")
    assert drawing.lstrip().startswith(b"<?xml")
    assert b"Run 1" in drawing, "the legend is missing"

    path = tmp_path / "network.keras"
    with qtbot.waitSignal(ready.exports.told, timeout=TRAINING_MS):
        ready.exports.write_keras(path, run.snapshot)
    import keras

    from digitpad.data.mnist import load_dataset

    images = load_dataset().test_images[:500].astype(np.float32) / 255
    theirs = keras.models.load_model(path).predict(images, verbose=0)
    np.testing.assert_allclose(run.snapshot.probabilities(images), theirs, atol=1e-6)


def test_what_the_menu_exports_is_what_was_learnt(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step(ready, qtbot)
    run = ready.workspace.runs.current
    for command, name, start in (
        ("export_run", "run.csv", b"# run: Run 1\n# recipe: {"),
        ("export_plot", "plot.png", b"\x89PNG"),
        ("export_plot", "plot.svg", b"<?xml"),
        ("export_keras", "network.keras", b"PK"),
    ):
        path = tmp_path / name
        choose(monkeypatch, path)
        with qtbot.waitSignal(ready.exports.told, timeout=TRAINING_MS) as told:
            ready.actions_[command].trigger()
        assert told.args == [f"Saved {path}"]
        assert path.read_bytes().startswith(start)
    assert repr(float(run.history.losses[0])) in (tmp_path / "run.csv").read_text()


def test_an_exception_in_the_worker_is_a_sentence_and_the_next_run_works(
    ready: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digitpad.engines.loop import TrainingLoop

    def broken(*_: object) -> None:
        raise RuntimeError("the disk is on fire")

    with monkeypatch.context() as patch:
        patch.setattr(TrainingLoop, "attach", broken)
        with reported(ready, qtbot, Ending.FAILED):
            click(qtbot, ready.panel.buttons["train"])
    assert "the disk is on fire" in ready.panel.message.text()
    with reported(ready, qtbot, SnapshotTaken):
        click(qtbot, ready.panel.buttons["train"])


@pytest.mark.parametrize("loop", ["compiled", "line-by-line", "keras"])
def test_what_is_waited_for_so_that_a_class_can_watch_is_no_training(
    ready: MainWindow, qtbot: QtBot, loop: str
) -> None:
    """Neither in a run's seconds, nor in its images a second and the time that is left."""
    training = ready.workspace.training
    ready.actions_[f"loop_{loop}"].trigger()
    step(ready, qtbot)  # whatever is made ready first has been
    stop(ready, qtbot)
    training.set_pace(SLOW)
    with reported(ready, qtbot, Begun):
        ready.actions_["train"].trigger()
    run, begun = ready.workspace.runs.current, time.monotonic()
    assert run is not None
    qtbot.waitUntil(lambda: len(run.history) == 5)
    passed = time.monotonic() - begun
    assert passed > 3 / SLOW.speed
    assert run.seconds < passed / 2
    stop(ready, qtbot)
