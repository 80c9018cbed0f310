"""The page “Use” in the real window: what is held out, a run on our digits, a test, and what more data buys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.document.picture_set import Source
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.engines.protocol import Step
from digitpad.runs.events import Ending
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.classroom.class_view import ClassView
from digitpad.ui.views.classroom.use_page import UsePage
from digitpad.workspace.classroom.lesson_choice import Lesson
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.conftest import load
from tests.ui.lesson import FEW_UNITS, reported
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import WAIT_MS

RECIPE = replace(ALONE, epochs=3, architecture=FEW_UNITS)


def by_pens(count: int, first: int = 0) -> list[LabelledDrawing]:
    """Return drawings of pens who have written each digit once."""
    return [replace(entry, pen=1 + place // 10) for place, entry in enumerate(drawn(count, first))]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[UsePage]:
    """The page, with 60 drawings of six pens, of whom one is held out; TensorFlow is not loaded."""
    window.workspace.draft.write(RECIPE)
    window.workspace.class_drawings.add(by_pens(60))
    window.actions_["use_digits"].trigger()
    view = window.views["class"]
    assert isinstance(view, ClassView)
    qtbot.waitUntil(view.use.isVisible)
    until_ready(window, qtbot)
    yield view.use
    speak()


def until_ready(window: MainWindow, qtbot: QtBot) -> None:
    material = window.workspace.material
    qtbot.waitUntil(lambda: material.is_ready and material.is_quiet, timeout=WAIT_MS)


def train_on_ours(window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
    """Train a run on our digits alone, to its end."""
    load(window, qtbot)
    learn_from(page, Lesson.OURS)
    with reported(window, qtbot, Ending.COMPLETED):
        page.train.click()


def learn_from(page: UsePage, lesson: Lesson) -> None:
    for _ in range(page.lesson.findData(lesson.value), page.lesson.currentIndex()):
        QTest.keyClick(page.lesson, Qt.Key.Key_Up)
    assert page.choice.lesson is lesson


class TestWhatIsHeldOut:
    def test_is_chosen_by_the_field_and_said(self, window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
        assert page.held.text().startswith("Learnt from: 50 drawings. Held out to test on: 10 drawings by pen ")
        page.out.setValue(50)
        until_ready(window, qtbot)
        assert page.held.text().startswith(
            "Learnt from: 30 drawings. Held out to test on: 30 drawings by the pens "
        )
        page.out.setValue(0)
        until_ready(window, qtbot)
        assert page.held.text() == "Learnt from: 60 drawings. None is held out to test on."
        assert not page.test_held_out.isEnabled()
        assert page.test.isEnabled()

    def test_is_remembered(self, window: MainWindow, page: UsePage) -> None:
        page.out.setValue(35)
        view = window.views["class"]
        kept = view.save()
        page.out.setValue(10)
        view.restore(kept)
        assert window.workspace.material.share == 0.35
        view.restore({"held_out": 51})
        view.restore({"held_out": "20"})
        assert window.workspace.material.share == 0.35

    def test_is_what_is_exported_for_tests(
        self, window: MainWindow, qtbot: QtBot, page: UsePage, tmp_path: Path
    ) -> None:
        page.out.setValue(50)
        until_ready(window, qtbot)
        window.class_files.export_to(tmp_path / "ours.npz")
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=WAIT_MS)
        with np.load(tmp_path / "ours.npz") as arrays:
            assert arrays["y_test"].tolist() == window.workspace.material.newest.ours.held_out.labels.tolist()

    def test_can_be_tested_on(self, window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
        QTest.mouseClick(page.test_held_out, Qt.MouseButton.LeftButton)
        testing = window.workspace.testing
        qtbot.waitUntil(lambda: testing.is_current, timeout=WAIT_MS)
        assert testing.source is Source.HELD_OUT
        assert window.views["test"].widget().isVisible()
        found, material = testing.findings, window.workspace.material.newest
        assert found is not None
        assert found.pictures.pictures.labels.tolist() == material.ours.held_out.labels.tolist()
        assert (found.pictures.pictures.images == material.ours.held_out.images).all()
        assert set(found.pictures.pens.tolist()) == set(material.split.pens)
        window.workspace.material.hold_out(0.5)
        qtbot.waitUntil(lambda: testing.is_current, timeout=WAIT_MS)
        assert testing.findings is not None
        assert len(testing.findings.pictures) == 30


class TestTrainOnThis:
    def test_begins_a_run_by_the_choice(self, window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
        load(window, qtbot)
        learn_from(page, Lesson.OURS)
        qtbot.waitUntil(page.train.isEnabled)
        with reported(window, qtbot, Ending.COMPLETED):
            QTest.mouseClick(page.train, Qt.MouseButton.LeftButton)
            assert window.views["loss"].widget().isVisible()
        (run,) = window.workspace.runs.runs
        assert (run.recipe.data.mix, run.recipe.data.count) == (1, 50)
        assert window.workspace.draft.recipe.data.mix == 1

    def test_a_network_that_may_have_seen_what_is_held_out_is_said_to(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        train_on_ours(window, qtbot, page)
        testing = window.workspace.testing
        window.workspace.testing.choose_source(Source.HELD_OUT)
        assert not testing.may_have_seen
        window.workspace.material.hold_out(0.5)
        until_ready(window, qtbot)
        assert testing.may_have_seen

    def test_so_is_one_that_has_gone_on_with_what_is_learnt_from_now(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        load(window, qtbot)
        space = window.workspace
        space.testing.choose_source(Source.HELD_OUT)
        with reported(window, qtbot, Ending.PAUSED):
            space.commands.step(Step.BATCH)
        before = space.material.newest.split.pens
        assert not space.testing.may_have_seen
        space.class_drawings.add([replace(entry, pen=entry.pen + 6) for entry in by_pens(60, first=60)])
        until_ready(window, qtbot)
        assert set(space.material.newest.split.pens) - set(before)
        with reported(window, qtbot, Ending.PAUSED):
            space.commands.step(Step.BATCH)
        assert space.testing.may_have_seen

    def test_begins_it_too_while_somebody_looks_back(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        train_on_ours(window, qtbot, page)
        space = window.workspace
        space.past.look_first()
        qtbot.waitUntil(lambda: space.past.looked is not None, timeout=WAIT_MS)
        space.draft.write(replace(space.draft.recipe, epochs=2))
        with reported(window, qtbot, Ending.COMPLETED):
            page.train.click()
        first, second = space.runs.runs
        assert (second.recipe.epochs, second.recipe.seed) == (2, first.recipe.seed)
        assert second.is_by_recipe, "its weights are its own from the beginning"
        assert space.draft.recipe.epochs == 2

    def test_is_off_and_says_why_while_a_run_is_paused(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        load(window, qtbot)
        qtbot.waitUntil(page.train.isEnabled)
        with reported(window, qtbot, Ending.PAUSED):
            window.actions_["step"].trigger()
        qtbot.waitUntil(lambda: not page.train.isEnabled())
        assert "A run is under way or paused" in page.train.toolTip()
        window.actions_["stop"].trigger()
        qtbot.waitUntil(page.train.isEnabled)

    def test_is_off_without_any_digits(self, window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
        window.workspace.board.undo_stack.undo()
        qtbot.waitUntil(lambda: not page.train.isEnabled())
        assert "There are no digits of ours yet" in page.train.toolTip()
        learn_from(page, Lesson.MNIST)
        assert page.train.isEnabled()


class TestWhatMoreDataBuys:
    def test_its_plot_has_what_a_large_screen_leaves(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        plot = page.curve.plot
        qtbot.waitUntil(lambda: plot.height() == plot.minimumSizeHint().height())
        window.resize(1920, 1032)
        qtbot.waitUntil(lambda: plot.height() > 2 * plot.minimumSizeHint().height())
        window.resize(1024, 720)
        qtbot.waitUntil(lambda: plot.height() == plot.minimumSizeHint().height())

    def test_is_measured_by_a_click_and_told_in_words(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        load(window, qtbot)
        learn_from(page, Lesson.OURS)
        curve, panel = window.workspace.data_curve, page.curve
        qtbot.waitUntil(panel.measure.isEnabled)
        said = plain(panel.plan.text())
        assert said.startswith("On 10, 30 and 50 drawings, tested on the 10 held out: 3 trainings, about ")
        assert said.endswith(f"our digits alone, set {window.workspace.material.newest.ours.digest[:4]}.")
        QTest.mouseClick(panel.measure, Qt.MouseButton.LeftButton)
        assert plain(panel.plan.text()).startswith("Training 1 of 3, on 10 drawings: 0 %, about ")
        assert panel.measure.text() == "Stop &measuring"
        qtbot.waitUntil(lambda: not curve.is_running, timeout=WAIT_MS)
        words = plain(panel.found.text())
        for point in curve.points:
            assert f"{point.drawings} drawings: {100 * point.accuracy:.1f} % right" in words
        assert panel.plot.accessibleDescription() == panel.found.text()
        assert panel.plot.hint.isHidden()
        window.workspace.class_drawings.relabel([0], 5)
        qtbot.waitUntil(lambda: "have changed since" in panel.found.text())
        speak("vi")
        qtbot.waitUntil(lambda: "hãy đo lại" in panel.found.text())

    def test_says_which_digits_are_learnt_though_the_recipe_leaves_them_out(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        load(window, qtbot)
        data = replace(RECIPE.data, mix=0.5)
        window.workspace.draft.write(replace(RECIPE, data=data))
        qtbot.waitUntil(page.curve.measure.isEnabled)
        assert "All ten digits" not in page.curve.plan.text()
        window.workspace.draft.write(replace(RECIPE, data=replace(data, left_out=(3, 7))))
        said = "All ten digits are learnt here, also what the recipe leaves out: 3 and 7."
        qtbot.waitUntil(lambda: page.curve.plan.text().endswith(said))

    def test_train_says_why_it_waits_and_stop_keeps_the_points(
        self, window: MainWindow, qtbot: QtBot, page: UsePage
    ) -> None:
        load(window, qtbot)
        data = replace(RECIPE.data, count=6000, mix=0.5)
        window.workspace.draft.write(replace(ALONE, data=data, epochs=3))  # time enough to stop it meanwhile
        curve, train = window.workspace.data_curve, window.actions_["train"]
        qtbot.waitUntil(page.curve.measure.isEnabled)
        page.curve.measure.click()
        assert not train.isEnabled()
        assert window.panel.message.text() == ""
        assert "training waits until that is over" in train.toolTip()
        qtbot.waitUntil(lambda: "stop that first" in page.train.toolTip())
        qtbot.waitUntil(lambda: len(curve.points) == 1, timeout=WAIT_MS)
        page.curve.measure.click()
        qtbot.waitUntil(lambda: not curve.is_running, timeout=WAIT_MS)
        assert [point.drawings for point in curve.points] == [10]
        assert train.isEnabled()
        assert window.panel.message.text() == "Ready to train."
        assert "Train a fresh network" in train.toolTip()
        assert window.workspace.training.state is State.IDLE
        assert window.workspace.runs.runs == []

    def test_the_window_closes_meanwhile(self, window: MainWindow, qtbot: QtBot, page: UsePage) -> None:
        load(window, qtbot)
        window.workspace.draft.write(replace(RECIPE, data=replace(RECIPE.data, count=6000, mix=0.5), epochs=99))
        qtbot.waitUntil(page.curve.measure.isEnabled)
        page.curve.measure.click()
        with qtbot.waitSignal(window.workspace.data_curve.progressed, timeout=WAIT_MS):
            pass
        window.close()
        assert window.workspace.data_curve.is_quiet

    def test_before_tensorflow_is_there_it_says_so(self, page: UsePage) -> None:
        assert not page.curve.measure.isEnabled()
        assert "TensorFlow is still being loaded" in page.curve.plan.text()
