"""Looking back at a run in the real window: by mouse and keys, played, while it trains; going on from there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.document.session_file import load_session, save_session
from digitpad.engines.pacing import FULL, SPEEDS, Pace, Way
from digitpad.runs.axis import Axis
from digitpad.runs.by_hand import How
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import colors
from digitpad.ui.transport.past_bar import PastBar
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.testing.opened import Opened, Scope
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.recipe.score_texts import loss_text
from digitpad.workspace.workspace import Workspace
from tests.ui.lesson import example, open_, reported, save, select
from tests.ui.pasts import past_run
from tests.workspace.conftest import SMALL, WAIT_MS, close, prepare
from tests.workspace.hearing import hears
from tests.workspace.same import assert_same_weights

LONGER = replace(SMALL, epochs=2, data=TrainingData(count=20_000))
"""400 batches: long enough to look back while it trains. In two epochs, as each is tested on all of MNIST."""


def train(window: MainWindow, qtbot: QtBot, recipe: object = SMALL) -> Run:
    window.workspace.draft.write(recipe)
    with reported(window, qtbot, Ending.COMPLETED):
        window.actions_["train"].trigger()
    return window.workspace.runs.runs[-1]


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English before each test, and again after it."""
    speak()
    yield
    speak()


@pytest.fixture(scope="module")
def lesson(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The file of a session with a run of 20 batches, whose moments are 0, 1, 3, 10 and 20."""
    folder, home, qtbot = tmp_path_factory.mktemp("lesson"), QObject(), QtBot(request)
    workspace = Workspace(Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)), home)
    prepare(workspace, qtbot)
    workspace.training.set_pace(FULL)
    with hears(workspace.training, qtbot, Ending.COMPLETED):
        workspace.training.train(SMALL)
    save_session(folder / "lesson.digitpad", workspace.session.collect())
    close(workspace)
    shiboken6.delete(home)
    return folder / "lesson.digitpad"


@pytest.fixture
def trained(ready: MainWindow, qtbot: QtBot, lesson: Path) -> MainWindow:
    """A window with the run of the lesson, opened: what is done with it does not ask where it was trained."""
    open_(ready, qtbot, lesson)
    ready.workspace.past.fetch()
    at_hand(ready, qtbot)
    return ready


def looked(window: MainWindow) -> int | None:
    """Return after how many batches what is looked at was; None for now."""
    moment = window.workspace.past.looked
    return None if moment is None else moment.updates


def at(window: MainWindow, batches: float) -> QPoint:
    line = window.panel.time_line
    return QPoint(round(line.x_of(batches)), line.height() // 2)


def at_hand(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the moments of the run that is shown need not be read."""
    past = window.workspace.past
    qtbot.waitUntil(lambda: past.run is not None and not past.at_hand.missing(past.run.moments), timeout=WAIT_MS)


def look(window: MainWindow, batches: int) -> None:
    QTest.mouseClick(window.panel.time_line, Qt.MouseButton.LeftButton, pos=at(window, batches))
    assert looked(window) == batches


def run_pixels(window: MainWindow) -> int:
    """Return how many pixels of the time line have the colour of the first run."""
    image = window.panel.time_line.grab().toImage()
    color = QColor(colors().run_color(0)).rgb()
    return sum(image.pixel(x, y) == color for x in range(image.width()) for y in range(image.height()))


class TestHands:
    def test_dragging_goes_from_moment_to_moment(self, trained: MainWindow) -> None:
        line, left = trained.panel.time_line, Qt.MouseButton.LeftButton
        QTest.mousePress(line, left, pos=at(trained, 9))
        assert looked(trained) == 10
        seen = []
        for batches in (6, 4, 2.5, 1.2, 0):
            QTest.mouseMove(line, at(trained, batches))
            seen.append(looked(trained))
        assert seen == [10, 3, 3, 1, 0]
        QTest.mouseMove(line, at(trained, 20))
        QTest.mouseRelease(line, left, pos=at(trained, 20))
        assert looked(trained) is None

    def test_what_is_looked_at_answers_and_says_so(self, trained: MainWindow) -> None:
        run = trained.workspace.runs.runs[0]
        now = trained.workspace.network.snapshot
        example(trained, 4)
        look(trained, 10)
        assert trained.workspace.network.snapshot is trained.workspace.past.at_hand.get(run.moments[3])
        assert trained.prediction.network.text() == "Run 1 as it was, 10 updates"
        assert trained.past_bar.isVisible()
        assert trained.past_bar.message.text().startswith("Run 1 as it was after batch 10.")
        assert trained.panel.figures.text() == "batch 10 of 20 · loss"
        assert trained.panel.time_line.value() == 10
        QTest.mouseClick(trained.past_bar.back, Qt.MouseButton.LeftButton)
        assert trained.workspace.network.snapshot is now
        assert not trained.past_bar.isVisible()
        assert trained.panel.figures.text() == "batch 20 of 20 · loss"

    def test_the_plots_of_loss_and_accuracy_mark_it(self, trained: MainWindow, qtbot: QtBot) -> None:
        plot = trained.views["loss"].plot

        def places() -> list[list[float]]:
            return [line.places for line in plot.lines]

        assert places() == [[]]
        look(trained, 10)
        qtbot.waitUntil(lambda: places() == [[10.0]])
        plot.curves.choose(Curves.BOTH)  # a plot that is made while somebody looks back
        assert places() == [[10.0], [10.0]]
        plot.axis.setCurrentIndex(plot.axis.findData(Axis.EPOCH.value))
        assert places() == [[1.0], [1.0]]
        trained.workspace.runs.show(trained.workspace.runs.runs[0], visible=False)
        qtbot.waitUntil(lambda: places() == [[], []])
        trained.workspace.runs.show(trained.workspace.runs.runs[0], visible=True)
        qtbot.waitUntil(lambda: places() == [[1.0], [1.0]])
        trained.actions_["to_now"].trigger()
        qtbot.waitUntil(lambda: places() == [[], []])

    def test_a_view_in_its_own_window_says_so_too(self, trained: MainWindow, qtbot: QtBot) -> None:
        look(trained, 3)
        trained.actions_["tear_off"].trigger()
        torn = trained.views["loss"].plot.window()
        assert torn is not trained
        bar = torn.findChild(PastBar)
        assert bar.isVisible()
        assert bar.message.text() == "Run 1 as it was after batch 3."
        trained.actions_["language_vi"].trigger()
        qtbot.waitUntil(lambda: bar.message.text() == "Run 1 sau batch 3.", timeout=WAIT_MS)
        assert bar.back.text() == "Về hiện tại"
        QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
        assert looked(trained) is None
        assert not bar.isVisible()
        torn.close()
        look(trained, 3)
        assert trained.past_bar.isVisible()

    def test_it_is_called_as_its_run_is(self, trained: MainWindow, qtbot: QtBot) -> None:
        look(trained, 3)
        trained.workspace.runs.rename(trained.workspace.runs.runs[0], "Anna")
        assert trained.past_bar.message.text() == "Anna as it was after batch 3."
        qtbot.waitUntil(lambda: trained.prediction.network.text() == "Anna as it was, 3 updates", timeout=WAIT_MS)

    def test_a_screen_reader_hears_of_the_past_and_that_it_is_over(
        self, trained: MainWindow, qtbot: QtBot
    ) -> None:
        for _ in range(2):
            with qtbot.waitSignal(trained.past_bar.spoken.announced, timeout=WAIT_MS) as told:
                look(trained, 3)
            assert told.args == ["Run 1 as it was after batch 3."]
            with qtbot.waitSignal(trained.past_bar.spoken.announced, timeout=WAIT_MS) as told:
                trained.actions_["to_now"].trigger()
            assert told.args == ["Back to now"]

    def test_keys_of_a_slider(self, trained: MainWindow) -> None:
        line = trained.panel.time_line
        line.setFocus()
        seen = []
        for key in ("Left", "Left", "Down", "Right", "PageDown", "Right", "PageUp", "Home", "End"):
            QTest.keyClick(line, Qt.Key[f"Key_{key}"])
            seen.append(looked(trained))
        assert seen == [10, 3, 1, 3, 0, 1, None, 0, None]

    def test_commands_and_escape(self, trained: MainWindow) -> None:
        for name, batches in (("earlier", 10), ("earlier", 3), ("later", 10), ("later", None), ("earlier", 10)):
            trained.actions_[name].trigger()
            assert looked(trained) == batches
        QTest.keyClick(trained.canvas, Qt.Key.Key_Escape)
        assert looked(trained) is None
        assert not trained.actions_["to_now"].isEnabled()
        assert not trained.actions_["later"].isEnabled()

    def test_who_returns_by_a_click_keeps_the_keys(self, trained: MainWindow) -> None:
        look(trained, 3)
        assert trained.panel.time_line.hasFocus()
        QTest.mouseClick(trained.past_bar.back, Qt.MouseButton.LeftButton)
        assert looked(trained) is None
        assert trained.panel.time_line.hasFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
        assert looked(trained) == 10

    def test_the_wheel_needs_the_focus(self, trained: MainWindow) -> None:
        line = trained.panel.time_line

        def turn() -> None:
            none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
            place = QPointF(at(trained, 10))
            notch = QPoint(0, -120)  # towards oneself
            event = QWheelEvent(place, line.mapToGlobal(place), QPoint(), notch, *none)
            QApplication.sendEvent(line, event)

        turn()
        assert looked(trained) is None
        line.setFocus()
        turn()
        assert looked(trained) == 10

    def test_where_there_are_moments_or_no_run_nothing_is_said_of_them(
        self, ready: MainWindow, qtbot: QtBot
    ) -> None:
        ready.status.tell("something else")
        QTest.mouseClick(ready.panel.time_line, Qt.MouseButton.LeftButton, pos=at(ready, 1))
        assert ready.status.text() == "something else"
        train(ready, qtbot)
        at_hand(ready, qtbot)
        ready.status.tell("something else")
        look(ready, 3)
        assert ready.status.text() == "something else"

    def test_it_plays_to_now(self, trained: MainWindow, qtbot: QtBot) -> None:
        seen: list[int | None] = []
        trained.workspace.past.changed.connect(lambda: seen.append(looked(trained)))
        trained.actions_["play_time"].trigger()
        qtbot.waitUntil(lambda: None in seen, timeout=WAIT_MS)
        assert seen == [0, 1, 3, 10, None]
        assert not trained.workspace.past.is_playing

    def test_playing_stops_where_it_is(self, trained: MainWindow, qtbot: QtBot) -> None:
        trained.actions_["play_time"].trigger()
        qtbot.waitUntil(lambda: looked(trained) == 1, timeout=WAIT_MS)
        trained.actions_["play_time"].trigger()
        assert not trained.workspace.past.is_playing
        assert looked(trained) == 1

    def test_who_goes_elsewhere_while_it_plays_stays_there(self, trained: MainWindow, qtbot: QtBot) -> None:
        past = trained.workspace.past
        trained.actions_["play_time"].trigger()
        assert past.is_playing
        look(trained, 10)
        assert not past.is_playing
        trained.actions_["play_time"].trigger()
        qtbot.waitUntil(lambda: looked(trained) is None, timeout=WAIT_MS)
        trained.actions_["play_time"].trigger()
        trained.actions_["later"].trigger()
        assert not past.is_playing
        assert looked(trained) == 1

    def test_a_run_without_moments_says_so(self, window: MainWindow, qtbot: QtBot) -> None:
        past_run(window, [2.0, 1.0])
        qtbot.waitUntil(
            lambda: "No moment of this run is kept" in window.panel.time_line.toolTip(), timeout=WAIT_MS
        )
        line = window.panel.time_line
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at(window, 1))  # a finger sees no tip
        assert looked(window) is None
        assert window.status.text() == "No moment of this run is kept."
        window.status.tell("something else")
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Left)
        assert window.status.text() == "No moment of this run is kept."
        assert not window.actions_["earlier"].isEnabled()
        assert not window.actions_["play_time"].isEnabled()


def test_the_loss_view_tells_how_good_it_was_where_it_was_tested(trained: MainWindow, qtbot: QtBot) -> None:
    run, accuracy = trained.workspace.runs.runs[0], trained.views["loss"].plot.accuracy
    (_, first), (_, last) = run.history.accuracies
    now = f"Run 1: test {plain_percent(last)}"
    qtbot.waitUntil(lambda: accuracy.text() == now, timeout=WAIT_MS)
    look(trained, 3)
    qtbot.waitUntil(lambda: accuracy.text() == "", timeout=WAIT_MS)
    look(trained, 10)
    qtbot.waitUntil(lambda: accuracy.text() == f"Run 1: test {plain_percent(first)}", timeout=WAIT_MS)
    trained.actions_["to_now"].trigger()
    qtbot.waitUntil(lambda: accuracy.text() == now, timeout=WAIT_MS)


class TestNow:
    def test_training_goes_on_behind_the_past_bit_for_bit(self, ready: MainWindow, qtbot: QtBot) -> None:
        undisturbed = train(ready, qtbot, LONGER)
        ready.workspace.training.set_pace(Pace(Way.STEADY, SPEEDS[0]))  # it is not over before it is looked at
        with reported(ready, qtbot, SnapshotTaken):
            ready.actions_["train"].trigger()
        run = ready.workspace.training.run
        assert run is not None
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.workspace.past.fetch()
            at_hand(ready, qtbot)
            ready.workspace.past.look_first()
            first = ready.workspace.network.snapshot
            assert ready.past_bar.message.text() == "Run 2 as it was after batch 0; training goes on meanwhile."
            assert ready.actions_["train"].text() == "&Pause"
            ready.workspace.training.set_pace(FULL)
        assert ready.workspace.network.snapshot is first
        assert first.updates == 0
        assert ready.past_bar.message.text() == "Run 2 as it was after batch 0."
        np.testing.assert_array_equal(run.history.losses, undisturbed.history.losses)
        assert_same_weights(run.snapshot, undisturbed.snapshot)
        ready.actions_["to_now"].trigger()
        assert ready.workspace.network.snapshot.updates == LONGER.total_batches

    def test_another_network_is_of_now(self, trained: MainWindow) -> None:
        look(trained, 3)
        trained.actions_["ready_made"].trigger()
        assert looked(trained) is None
        assert trained.workspace.network.run is None
        assert not trained.past_bar.isVisible()

    @pytest.mark.parametrize("name", ["reset", "ready_made"])
    def test_figures_of_a_run_go_when_another_network_answers(
        self, trained: MainWindow, qtbot: QtBot, name: str
    ) -> None:
        """The untrained network stood beside "batch 20 of 20 · loss 0.5", which was the last run's."""
        panel, run = trained.panel, trained.workspace.runs.runs[0]
        shown = run_pixels(trained)
        assert shown
        trained.actions_[name].trigger()
        assert (panel.figures.text(), panel.loss.text()) == ("", "")
        assert panel.time_line.toolTip().startswith("Run 1; another network answers now")
        assert not run_pixels(trained)
        trained.workspace.past.look(run.moments[3])  # what was is still to be seen, and then it is the run's again
        assert panel.figures.text() == "batch 10 of 20 · loss"
        assert "another network" not in panel.time_line.toolTip()
        assert run_pixels(trained)
        trained.actions_["to_now"].trigger()
        assert panel.figures.text() == ""
        trained.workspace.commands.use(run)
        qtbot.waitUntil(lambda: panel.figures.text() == "batch 20 of 20 · loss", timeout=WAIT_MS)
        assert panel.loss.text() == loss_text(run.history.losses[-1])
        assert run_pixels(trained) == shown

    def test_undo_training_brings_them_back_after_a_reset(self, trained: MainWindow) -> None:
        trained.actions_["reset"].trigger()
        trained.actions_["undo_training"].trigger()
        assert trained.panel.figures.text() == "batch 20 of 20 · loss"
        assert run_pixels(trained)

    def test_a_paused_run_keeps_them_while_another_network_answers(self, ready: MainWindow, qtbot: QtBot) -> None:
        """It is what Resume goes on with; once it is stopped they say nothing any more."""
        ready.workspace.draft.write(SMALL)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.actions_["step"].trigger()
        ready.actions_["ready_made"].trigger()
        assert ready.panel.figures.text() == "batch 1 of 20 · loss"
        assert run_pixels(ready)
        ready.actions_["stop"].trigger()
        qtbot.waitUntil(lambda: ready.panel.figures.text() == "", timeout=WAIT_MS)
        assert not run_pixels(ready)

    def test_a_deleted_run_cannot_be_looked_at(self, trained: MainWindow) -> None:
        look(trained, 3)
        trained.workspace.commands.delete(trained.workspace.runs.runs[0])
        assert looked(trained) is None

    def test_a_session_remembers_the_run_that_answers(
        self, trained: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        trained.actions_["ready_made"].trigger()
        look(trained, 3)
        save(trained, qtbot, tmp_path / "past.digitpad")
        assert load_session(tmp_path / "past.digitpad").answering is None

    def test_the_network_that_is_shown_is_saved(self, trained: MainWindow) -> None:
        look(trained, 3)
        assert trained.workspace.network.saved().snapshot.updates == 3


class TestBranch:
    def test_train_begins_a_run_from_there(self, trained: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        run = trained.workspace.runs.runs[0]
        look(trained, 10)
        assert trained.actions_["train"].text() == "&Train from here"
        with reported(trained, qtbot, Ending.COMPLETED):
            trained.actions_["train"].trigger()
            assert looked(trained) is None
        branch = trained.workspace.runs.runs[1]
        assert trained.actions_["train"].text() == "&Train"
        assert branch.name == "Run 2 (Run 1, batch 10)"
        assert branch.recipe == run.recipe
        np.testing.assert_array_equal(branch.history.losses[:10], run.history.losses[:10])
        assert len(branch.history) == len(run.history) == 20
        # Plain gradient descent remembers nothing but its weights: both go the same way.
        assert_same_weights(branch.snapshot, run.snapshot)
        assert not branch.is_by_recipe
        assert [(at.how, at.first, at.origin) for at in branch.history.interventions] == [
            (How.MOMENT, 10, "Run 1")
        ]
        assert trained.workspace.past.run is branch
        save(trained, qtbot, tmp_path / "branch.digitpad")
        read = load_session(tmp_path / "branch.digitpad").runs[1]
        assert read.history.interventions == branch.history.interventions

    def test_step_takes_one_batch_from_there(self, trained: MainWindow, qtbot: QtBot) -> None:
        look(trained, 3)
        assert trained.actions_["step"].toolTip().startswith("Begin a new run with the network of this moment")
        with reported(trained, qtbot, Ending.PAUSED):
            trained.actions_["step"].trigger()
        branch = trained.workspace.runs.runs[1]
        assert len(branch.history) == 4
        at_hand(trained, qtbot)
        look(trained, 3)  # of the branch
        with reported(trained, qtbot, Ending.PAUSED):
            trained.actions_["step"].trigger()
        assert trained.workspace.runs.runs[2].name == "Run 3 (Run 2, batch 3)"
        assert trained.workspace.training.state is State.PAUSED

    def test_a_branch_of_a_renamed_branch_has_the_whole_name(self, trained: MainWindow, qtbot: QtBot) -> None:
        look(trained, 10)
        with reported(trained, qtbot, Ending.COMPLETED):
            trained.actions_["train"].trigger()
        branch = trained.workspace.runs.runs[1]
        at_hand(trained, qtbot)
        look(trained, 3)
        assert trained.past_bar.message.text().startswith("Run 2 (…) as it was after batch 3.")
        trained.workspace.runs.rename(branch, "Lena (2b)")
        with reported(trained, qtbot, Ending.COMPLETED):
            trained.actions_["train"].trigger()
        assert trained.workspace.runs.runs[2].name == "Run 3 (Lena (2b), batch 3)"

    def test_what_is_paused_stops_when_one_begins_from_its_past(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.workspace.draft.write(LONGER)
        for _ in range(2):
            with reported(ready, qtbot, Ending.PAUSED):
                ready.actions_["step"].trigger()
        paused = ready.workspace.training.run
        at_hand(ready, qtbot)
        look(ready, 1)
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.actions_["train"].trigger()
        branch = ready.workspace.runs.runs[1]
        assert branch.name == "Run 2 (Run 1, batch 1)"
        assert len(paused.history) == 2
        assert len(branch.history) == LONGER.total_batches
        assert paused.history.losses[1] == branch.history.losses[1]

    def test_a_branch_can_be_deleted(self, trained: MainWindow, qtbot: QtBot) -> None:
        look(trained, 10)
        with reported(trained, qtbot, Ending.COMPLETED):
            trained.actions_["train"].trigger()
        trained.workspace.commands.delete(trained.workspace.runs.runs[1])
        trained.workspace.board.undo()
        assert [run.name for run in trained.workspace.runs.runs] == ["Run 1", "Run 2 (Run 1, batch 10)"]


def test_it_is_the_time_of_the_run_that_answers(trained: MainWindow, qtbot: QtBot) -> None:
    first, longer = trained.workspace.runs.runs[0], train(trained, qtbot, replace(SMALL, epochs=4))
    panel, learnt = trained.panel, trained.workspace.learnt
    example(trained, 4)
    said: list[int | None] = []
    learnt.changed.connect(lambda: said.append(learnt.digit))
    for run, batches in ((first, 20), (longer, 40), (first, 20)):
        qtbot.waitUntil(lambda: learnt.digit is not None, timeout=WAIT_MS)
        said.clear()
        select(trained, run)
        trained.actions_["use"].trigger()
        qtbot.waitUntil(lambda run=run: trained.workspace.network.run is run, timeout=WAIT_MS)
        assert panel.figures.text() == f"batch {batches} of {batches} · loss"
        assert panel.loss.text() == loss_text(run.history.losses[-1])
        assert panel.time_line.maximum() == panel.time_line.value() == batches
        assert said[:1] == [None], "the flag was the other run's"
        QTest.mouseClick(panel.time_line, Qt.MouseButton.LeftButton, pos=at(trained, 10))
        qtbot.waitUntil(lambda: looked(trained) == 10, timeout=WAIT_MS)
        trained.actions_["to_now"].trigger()
        qtbot.waitUntil(lambda: trained.workspace.is_quiet, timeout=WAIT_MS)


def test_two_runs_are_compared_after_the_same_batch(trained: MainWindow, qtbot: QtBot) -> None:
    train(trained, qtbot, replace(SMALL, seed=1))
    first = trained.workspace.runs.runs[0]
    example(trained, 4)
    select(trained, first)
    trained.actions_["compare"].trigger()
    qtbot.waitUntil(lambda: trained.workspace.comparison.snapshot is not None, timeout=WAIT_MS)
    newest = trained.prediction.other.text()
    assert newest.startswith("Run 1 says ")
    at_hand(trained, qtbot)
    look(trained, 3)
    qtbot.waitUntil(lambda: trained.workspace.comparison.moment is not None, timeout=WAIT_MS)
    assert_same_weights(trained.workspace.comparison.snapshot, first.moments[2].read())
    assert trained.prediction.other.text().startswith("Run 1, batch 3, says ")
    trained.area.show_view("test")
    view = trained.views["test"]
    view.panel.head.difference.setChecked(True)
    qtbot.waitUntil(lambda: "Run 1 after batch 3" in view.panel.head.accuracy.text(), timeout=WAIT_MS)
    trained.actions_["to_now"].trigger()
    qtbot.waitUntil(lambda: trained.prediction.other.text() == newest, timeout=WAIT_MS)


def test_the_matrix_is_known_of_each_moment(trained: MainWindow, qtbot: QtBot) -> None:
    trained.area.show_view("test")
    testing = trained.workspace.testing
    qtbot.waitUntil(lambda: testing.is_current, timeout=WAIT_MS)
    shares = {}
    for batches in (0, 10):
        look(trained, batches)
        assert not testing.is_current
        qtbot.waitUntil(lambda: testing.is_current, timeout=WAIT_MS)
        shares[batches] = testing.findings.judgement.accuracy
    assert shares[0] < shares[10]
    look(trained, 0)
    assert testing.is_current
    assert testing.findings.judgement.accuracy == shares[0]
    trained.actions_["to_now"].trigger()
    assert testing.is_current


def test_pictures_chosen_in_the_past_are_what_is_trained_on(trained: MainWindow, qtbot: QtBot) -> None:
    space = trained.workspace
    with reported(trained, qtbot, Ending.PAUSED):
        trained.actions_["one_more_epoch"].trigger()
    trained.area.show_view("test")
    qtbot.waitUntil(lambda: space.testing.is_current, timeout=WAIT_MS)
    space.testing.open(Opened(Scope.MISTAKES))
    of_now = space.testing.chosen_pictures().labels[:8].tolist()
    look(trained, 1)
    qtbot.waitUntil(lambda: space.testing.is_current, timeout=WAIT_MS)
    space.testing.choose(range(8))
    of_then = space.testing.chosen_pictures().labels.tolist()
    assert of_then != of_now
    with reported(trained, qtbot, Ending.PAUSED):
        trained.actions_["train_on_these"].trigger()
    (*_, by_hand) = space.runs.runs[0].history.interventions
    assert list(by_hand.labels) == of_then
    assert looked(trained) is None


class TestLearnt:
    def test_it_is_marked_since_when_the_answer_stayed(self, trained: MainWindow, qtbot: QtBot) -> None:
        run, learnt = trained.workspace.runs.runs[0], trained.workspace.learnt
        example(trained, 1)
        qtbot.waitUntil(lambda: learnt.digit is not None, timeout=WAIT_MS)
        glyph = trained.workspace.recognizer.answer().glyph.reshape(1, 784)
        answers = {moment.updates: int(moment.read().probabilities(glyph).argmax()) for moment in run.moments}
        assert learnt.digit == answers[20]
        after = [batches for batches in answers if batches >= learnt.since]
        assert {answers[batches] for batches in after} == {learnt.digit}
        before = [batches for batches in answers if batches < learnt.since]
        assert not before or answers[before[-1]] != learnt.digit
        words = f"Read as {learnt.digit} since batch {learnt.since}"
        assert words in trained.panel.time_line.toolTip()
        look(trained, 3)
        assert words in trained.past_bar.message.text()

    def test_a_label_that_it_does_not_answer_is_not_learnt(self, trained: MainWindow, qtbot: QtBot) -> None:
        learnt = trained.workspace.learnt
        example(trained, 1)
        qtbot.waitUntil(lambda: learnt.digit is not None, timeout=WAIT_MS)
        other = (learnt.digit + 1) % 10
        trained.workspace.own.set_label(other)
        qtbot.waitUntil(lambda: learnt.digit == other, timeout=WAIT_MS)
        assert learnt.since is None
        assert f"Not read as {other} yet" in trained.panel.time_line.toolTip()
        trained.actions_["clear"].trigger()
        qtbot.waitUntil(lambda: learnt.digit is None, timeout=WAIT_MS)
        assert "ead as" not in trained.panel.time_line.toolTip()

    def test_a_picture_is_read_as_its_label_once_that_is_told(self, trained: MainWindow, qtbot: QtBot) -> None:
        space = trained.workspace
        network = space.network.snapshot
        images = np.eye(784, dtype=np.uint8)[:1] * 255
        answer = int(network.probabilities(images.astype(np.float32) / 255).argmax())
        space.easel.hang(SetPicture(images[0], (answer + 1) % 10, 1))
        qtbot.waitUntil(lambda: space.learnt.digit == answer, timeout=WAIT_MS)
        space.easel.set_tells(True)
        qtbot.waitUntil(lambda: space.learnt.digit == (answer + 1) % 10, timeout=WAIT_MS)
        assert space.learnt.since is None

    def test_it_is_not_told_while_the_class_collects(self, trained: MainWindow, qtbot: QtBot) -> None:
        learnt = trained.workspace.learnt
        example(trained, 1)
        qtbot.waitUntil(lambda: learnt.digit is not None, timeout=WAIT_MS)
        trained.actions_["collect"].trigger()
        assert learnt.digit is None
        trained.workspace.collector.end()
        example(trained, 1)
        qtbot.waitUntil(lambda: learnt.digit is not None, timeout=WAIT_MS)
