"""Training, validation and test over the losses: three kinds of lines, the gap, the best epoch, and why."""

import pytest
from pytestqt.qtbot import QtBot

from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.loss_view import LossView
from digitpad.ui.views.loss.score_curves import SYMBOL_PIXELS
from tests.ui.lesson import FILE_MS
from tests.ui.pasts import past_run
from tests.ui.pointer import hover, leave
from tests.ui.views.loss.readings import reading_of


def view_of(window: MainWindow) -> LossView:
    window.area.show_view("loss")
    view = window.views["loss"]
    assert isinstance(view, LossView)
    return view


@pytest.fixture
def run(window: MainWindow) -> Run:
    """A run that answers, whose second epoch is the best one."""
    runs, run = window.workspace.runs, past_run(window, [2.0] * 30)
    runs.score(run, 10, Scores(Score(0.5, 0.9), Score(0.6, 0.88), Score(0.7, 0.85)))
    runs.score(run, 20, Scores(Score(0.25, 0.99), Score(0.4, 0.9), Score(0.5, 0.87)))
    runs.score(run, 30, Scores(Score(0.001, 1.0), Score(0.75, 0.91), Score(0.625, 0.88)))
    assert run.snapshot is not None
    window.workspace.network.take_run(run, run.snapshot)
    return run


def test_they_are_shown_when_they_are_wanted(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    view = view_of(window)
    scores = view.plot.plot.scores
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    assert not view.plot.scores.isVisible()
    assert all(line.xData is None for line in scores.lines.values())
    view.scores.trigger()
    assert scores.lines["training"].yData.tolist() == [0.5, 0.25, 0.001]
    assert scores.lines["validation"].yData.tolist() == [0.6, 0.4, 0.75]
    assert scores.lines["test"].xData.tolist() == [10, 20, 30]
    assert (scores.star.xData.tolist(), scores.star.yData.tolist()) == ([20], [0.4])
    assert scores.gap.yData.tolist() == [0.001, 0.75]
    assert scores.words.toPlainText() == "gap 0.749"
    text = view.plot.scores.text().replace("\u00a0", " ")
    assert (
        "● training 0.001 · 100.0 %  ■ validation 0.750 · 91.0 %  ▽ test 0.625 · 88.0 %  ★ best epoch: 2" in text
    )
    assert "Choose by validation: who chooses by the test set no longer knows how new images are read." in text
    view.scores.trigger()
    assert not view.plot.scores.isVisible()
    assert not scores.words.isVisible()


def test_the_lines_differ_without_colour(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    lines = view.plot.plot.scores.lines.values()
    assert len({line.opts["symbol"] for line in lines}) == 3
    assert len({line.opts["pen"].style() for line in lines}) == 3


def test_accuracies_too(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    view.plot.curves.choose(Curves.ACCURACY)
    scores = view.plot.accuracies.scores
    qtbot.waitUntil(lambda: scores.words.toPlainText() == "gap 9.0 %")
    assert scores.lines["validation"].yData.tolist() == [88.0, 90.0, 91.0]
    low, _ = view.plot.accuracies.viewRange()[1]
    assert low < 85


def test_a_hidden_run_has_none(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    window.workspace.runs.show(run, False)
    qtbot.waitUntil(lambda: not view.plot.scores.isVisible())
    assert view.plot.plot.scores.lines["training"].xData is None
    assert not view.plot.plot.scores.words.isVisible()


def test_a_run_of_an_earlier_version_says_that_it_has_none(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [1.0] * 10, accuracy=0.9)
    assert run.snapshot is not None
    window.workspace.network.take_run(run, run.snapshot)
    view = view_of(window)
    view.scores.trigger()
    qtbot.waitUntil(lambda: "earlier version" in view.plot.scores.text())


def test_the_choice_is_remembered(window: MainWindow) -> None:
    view = view_of(window)
    view.scores.trigger()
    state = view.save()
    view.scores.trigger()
    view.restore(state)
    assert view.scores.isChecked()
    assert view.plot.plot.shows_scores


def test_a_picture_for_print_names_the_lines(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    made: list[bytes] = []
    view.picture().as_svg(lambda make: made.append(make()))
    qtbot.waitUntil(lambda: len(made) == 1, timeout=FILE_MS)
    for word in (b"training", b"validation", b"test", b"gap 0.749"):
        assert word in made[0]


def test_the_axis_reaches_as_far_as_they_do(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    """A loss in validation that grows beyond all that the batches had is what overfitting looks like."""
    window.workspace.runs.score(run, 30, Scores(Score(0.001, 1.0), Score(4.5, 0.5), Score(4.25, 0.5)))
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    low, high = view.plot.plot.viewRange()[1]
    assert low <= 0.001
    assert high > 4.5
    view.scores.trigger()
    assert view.plot.plot.viewRange()[1][1] < 4.5


class TestOverfittingThatLasts:
    """Sixty epochs of a thousand images: seen from the last row."""

    EPOCHS = 60

    @pytest.fixture
    def long(self, window: MainWindow, qtbot: QtBot) -> LossView:
        runs, run = window.workspace.runs, past_run(window, [2.3] * 10 * self.EPOCHS)
        for epoch in range(1, self.EPOCHS + 1):
            worse = Score(0.4 + abs(epoch - 17) / 400, 0.9)
            runs.score(run, 10 * epoch, Scores(Score(0.7 / epoch**2, 1.0), worse, worse))
        assert run.snapshot is not None
        window.workspace.network.take_run(run, run.snapshot)
        view = view_of(window)
        qtbot.waitUntil(lambda: view.plot.plot.answering is run)
        view.scores.trigger()
        return view

    def test_its_gap_is_half_of_the_plot(self, long: LossView) -> None:
        low, high = long.plot.plot.viewRange()[1]
        bracket = long.plot.plot.scores.gap.yData
        assert (bracket[1] - bracket[0]) / (high - low) > 0.5

    @pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
    def test_its_symbols_do_not_hide_one_another(
        self, window: MainWindow, qtbot: QtBot, long: LossView, projector: bool
    ) -> None:
        if projector:
            window.actions_["projector"].trigger()
            qtbot.waitUntil(lambda: long.plot.plot.thickness > 1)
            long.plot.plot.redraw()
        plot = long.plot.plot
        line = plot.scores.lines["validation"]
        assert len(line.xData) == self.EPOCHS
        there = line.scatter.data["x"][line.scatter.data["visible"]]
        pixels = (there[1:] - there[:-1]) / plot.getPlotItem().vb.viewPixelSize()[0]
        assert there[-1] == 10 * self.EPOCHS
        assert 2 < len(there) < self.EPOCHS
        assert min(pixels) > SYMBOL_PIXELS * plot.thickness


def test_the_gap_is_named_beside_its_bracket_or_above_it(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    """Between two lines that lie close together its words would cover both."""
    view = view_of(window)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    view.scores.trigger()
    words = view.plot.plot.scores.words
    view.plot.plot.setXRange(0, 60)
    view.plot.redraw()
    assert 0.001 < words.pos().y() < 0.75
    assert words.mapRectToParent(words.boundingRect()).center().x() > 30  # to come, and empty
    view.plot.plot.setXRange(0, 31)
    view.plot.redraw()
    assert words.mapRectToParent(words.boundingRect()).center().x() < 30
    window.workspace.runs.score(run, 30, Scores(Score(0.7, 1.0), Score(0.75, 0.91), Score(0.625, 0.88)))
    view.plot.redraw()
    assert words.pos().y() == pytest.approx(0.75)
    assert words.mapRectToParent(words.boundingRect()).bottom() > 0.75  # upwards, on this axis
    assert words.fill.color() == view.plot.plot.colors.card  # else the losses behind would cross it


@pytest.mark.parametrize("curves", [Curves.LOSS, Curves.ACCURACY])
def test_they_are_read_under_the_pointer(window: MainWindow, qtbot: QtBot, run: Run, curves: Curves) -> None:
    view = view_of(window)
    view.plot.curves.choose(curves)
    qtbot.waitUntil(lambda: view.plot.plot.answering is run)
    is_loss = curves is Curves.LOSS
    plot, reading = (
        (view.plot.plot, view.plot.reading)
        if is_loss
        else (view.plot.accuracies, reading_of(view.plot.accuracies))
    )

    def reads(at: tuple[float, float], words: str) -> None:
        def is_read() -> bool:
            hover(plot, *at)
            return reading.label.isVisible() and words in reading.label.text()

        qtbot.waitUntil(is_read)

    if is_loss:
        reads((20, 0.4), "loss 2.0000")
    view.scores.trigger()
    reads((20, 0.4) if is_loss else (20, 90.0), "Run 1, after 20 updates: validation 0.400 · 90.0 %")
    reads((10, 0.5) if is_loss else (10, 90.0), "Run 1, after 10 updates: training 0.500 · 90.0 %")
    view.scores.trigger()
    leave(plot)
