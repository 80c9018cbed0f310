"""The accuracy under the loss: what is shown, on which axes, and how it is switched."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data import mnist
from digitpad.runs.axis import Axis
from digitpad.runs.run import Run
from digitpad.ui.plots.run_curve import mean_pen
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import colors
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.workspace.keeping.settings import Settings
from tests.ui.lesson import settle, step
from tests.ui.pasts import past_run
from tests.ui.plots.labels import labels_at
from tests.workspace.hearing import TRAINING_MS

LOSSES = [2.0, 1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]


def plot_of(window: MainWindow) -> LossPlot:
    plot = window.views["loss"].plot
    assert isinstance(plot, LossPlot)
    return plot


def choose(window: MainWindow, curves: Curves) -> AccuracyPlot:
    box = plot_of(window).curves
    box.setCurrentIndex(box.findData(curves.value))
    return plot_of(window).accuracies


def sampled_run(window: MainWindow, shares: dict[int, float], accuracy: float | None = None) -> Run:
    run = past_run(window, LOSSES, seconds=5.0, accuracy=accuracy)
    for updates, share in shares.items():
        window.workspace.runs.note_sample(run, updates, share)
    return run


def line(plot: AccuracyPlot, run: Run) -> tuple[list[float], list[float]]:
    x, y = plot.curves[run].line.getOriginalDataset()
    return ([], []) if x is None else (x.tolist(), y.tolist())


class TestSwitch:
    def test_at_first_there_is_the_loss_alone(self, window: MainWindow) -> None:
        assert plot_of(window).plot.isVisible()
        assert not plot_of(window).accuracies.isVisible()

    @pytest.mark.parametrize("curves", Curves)
    def test_it_shows_what_it_says(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        sampled_run(window, {0: 0.1, 10: 0.8})
        accuracies = choose(window, curves)
        settle(qtbot)
        plot = plot_of(window).plot
        assert plot.isVisible() == (curves is not Curves.ACCURACY)
        assert accuracies.isVisible() == (curves is not Curves.LOSS)
        if plot.isVisible():
            assert bool(labels_at(plot, "bottom")) == (curves is Curves.LOSS)
        if accuracies.isVisible():
            assert labels_at(accuracies, "bottom")
        if curves is Curves.BOTH:
            assert plot.geometry().bottom() < accuracies.geometry().top()
        choose(window, Curves.LOSS)
        settle(qtbot)
        assert plot.isVisible()
        assert labels_at(plot, "bottom")

    def test_the_probabilities_below_have_the_numbers(self, window: MainWindow, qtbot: QtBot) -> None:
        sampled_run(window, {0: 0.1, 10: 0.8})
        accuracies = choose(window, Curves.ACCURACY)
        window.views["loss"].history.setChecked(True)
        settle(qtbot)
        below = window.views["loss"].probabilities.plot
        assert not labels_at(accuracies, "bottom")
        assert labels_at(below, "bottom")
        np.testing.assert_allclose(below.viewRange()[0], accuracies.viewRange()[0], rtol=0.02)

    def test_it_is_remembered(self, qtbot: QtBot, settings: Settings) -> None:
        first = MainWindow(settings)
        qtbot.addWidget(first)
        choose(first, Curves.BOTH)
        first.close()
        second = MainWindow(settings)
        qtbot.addWidget(second)
        assert plot_of(second).curves.curves is Curves.BOTH
        second.close()

    @pytest.mark.parametrize("state", [{}, {"curves": "none of them"}, {"curves": 3}])
    def test_what_nobody_knows_is_the_loss(self, window: MainWindow, state: dict[str, object]) -> None:
        choose(window, Curves.BOTH)
        window.views["loss"].restore(state)
        assert plot_of(window).curves.curves is Curves.LOSS

    def test_for_the_projector_the_plots_stay_and_the_switch_goes(self, window: MainWindow) -> None:
        accuracies = choose(window, Curves.ACCURACY)
        plot_of(window).set_projector(True)
        assert not plot_of(window).curves.isVisible()
        assert accuracies.isVisible()
        assert not plot_of(window).plot.isVisible()
        plot_of(window).set_projector(False)
        assert plot_of(window).curves.isVisible()


class TestWithoutMnist:
    def test_it_says_that_our_digits_are_tested_on(
        self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        plot = choose(window, Curves.ACCURACY)
        settle(qtbot)
        assert "1,000 test images" in plot.hint.text()
        monkeypatch.setattr(mnist, "asset", lambda name: tmp_path / name)
        mnist.load_dataset.cache_clear()
        window.load_tensorflow()
        qtbot.waitUntil(lambda: "our held-out digits" in plot.hint.text(), timeout=TRAINING_MS)
        mnist.load_dataset.cache_clear()
        sampled_run(window, {0: 0.1, 10: 0.8}, accuracy=0.8)
        settle(qtbot)
        assert plot.caption.text() == "lines and dots: accuracy on our held-out digits"
        assert "our held-out digits" in plot_of(window).accuracy.toolTip()


class TestCurves:
    def test_a_line_for_the_sample_and_dots_for_all_images(self, window: MainWindow) -> None:
        run = sampled_run(window, {0: 0.087, 4: 0.5, 10: 0.81}, accuracy=0.79)
        plot = choose(window, Curves.BOTH)
        x, y = line(plot, run)
        assert x == [0, 4, 10]
        assert y == pytest.approx([8.7, 50, 81])
        dots = plot.curves[run].dots.getData()
        assert [values.tolist() for values in dots] == [[10], [79]]
        assert plot.curves[run].line.opts["pen"] == mean_pen(run, colors(), plot.devicePixelRatioF())
        assert plot.caption.isVisible()
        assert not plot.hint.isVisible()

    @pytest.mark.parametrize(("at_the_end", "edge"), [(0.98, "below"), (0.12, "above")])
    def test_the_caption_stands_where_it_hides_no_curve(
        self, window: MainWindow, qtbot: QtBot, at_the_end: float, edge: str
    ) -> None:
        window.resize(1366, 720)
        sampled_run(window, {0: 0.1, 4: 0.5, **dict.fromkeys(range(5, 11), at_the_end)}, accuracy=at_the_end)
        plot = choose(window, Curves.BOTH)

        def stands_there() -> bool:
            plot.redraw()
            middle = plot.caption.geometry().center().y()
            return (middle > plot.height() / 2) == (edge == "below")

        qtbot.waitUntil(stands_there)

    def test_nothing_measured_is_said(self, window: MainWindow) -> None:
        past_run(window, LOSSES)
        plot = choose(window, Curves.ACCURACY)
        assert plot.hint.isVisible()
        assert "1,000 test images" in plot.hint.text()
        assert "1,000 test images" in plot.accessibleName()
        assert not plot.caption.isVisible()

    def test_it_stands_where_the_losses_stand(self, window: MainWindow, qtbot: QtBot) -> None:
        run = sampled_run(window, {0: 0.1, 4: 0.5, 10: 0.8})
        plot = choose(window, Curves.BOTH)
        box, losses = plot_of(window).axis, plot_of(window).plot
        for axis, expected in (
            (Axis.BATCH, [0, 4, 10]),
            (Axis.LOGARITHM, np.log10([1, 5, 11])),
            (Axis.EPOCH, [0, 0.4, 1]),
            (Axis.SECONDS, [0, 2, 5]),
        ):
            box.setCurrentIndex(box.findData(axis.value))
            settle(qtbot)
            np.testing.assert_allclose(line(plot, run)[0], expected, atol=1e-12, err_msg=axis)
            np.testing.assert_allclose(plot.viewRange()[0], losses.viewRange()[0], err_msg=axis)
            view, other = plot.getPlotItem().vb.sceneBoundingRect(), losses.getPlotItem().vb.sceneBoundingRect()
            assert (view.left(), view.right()) == pytest.approx((other.left(), other.right()), abs=1), axis

    def test_the_axis_begins_below_the_lowest(self, window: MainWindow) -> None:
        plot = choose(window, Curves.ACCURACY)
        for lowest, bottom in ((1.0, 90), (0.957, 90), (0.9, 90), (0.35, 30), (0.087, 0)):  # of all until then
            sampled_run(window, {0: lowest, 10: 1.0})
            plot_of(window).redraw()
            least, most = plot.viewRange()[1]
            span = 100 - bottom
            assert bottom - 0.05 * span < least < bottom, lowest
            assert 100 < most < 100 + 0.1 * span, lowest

    def test_hidden_and_deleted_runs_leave(self, window: MainWindow, qtbot: QtBot) -> None:
        first, second = (sampled_run(window, {0: share}) for share in (0.1, 0.2))
        plot = choose(window, Curves.BOTH)
        assert list(plot.curves) == [first, second]
        items = len(plot.getPlotItem().items)
        window.workspace.runs.show(first, False)
        qtbot.waitUntil(lambda: list(plot.curves) == [second])
        assert len(plot.getPlotItem().items) == items - 2
        window.workspace.runs.delete(second)
        qtbot.waitUntil(lambda: plot.curves == {})
        window.workspace.runs.show(first, True)
        qtbot.waitUntil(lambda: list(plot.curves) == [first])

    def test_it_follows_by_itself_and_draws_nothing_while_hidden(self, window: MainWindow, qtbot: QtBot) -> None:
        run = sampled_run(window, {0: 0.1})
        plot = plot_of(window).accuracies
        plot_of(window).redraw()
        assert plot.curves == {}
        choose(window, Curves.BOTH)
        window.workspace.runs.note_sample(run, 10, 0.75)
        qtbot.waitUntil(lambda: line(plot, run) == ([0, 10], [10, 75]))

    def test_what_has_not_changed_is_not_drawn_again(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run = sampled_run(window, {0: 0.1, 10: 0.5})
        plot = choose(window, Curves.BOTH)
        drawn: list[int] = []
        monkeypatch.setattr(plot.curves[run].line, "setData", lambda *_: drawn.append(1))
        plot_of(window).redraw()
        assert drawn == []
        window.workspace.runs.note_sample(run, 5, 0.25)
        plot_of(window).redraw()
        assert drawn == [1]


def test_while_a_run_trains_its_accuracy_appears(ready: MainWindow, qtbot: QtBot) -> None:
    plot = choose(ready, Curves.BOTH)
    step(ready, qtbot)
    run = ready.workspace.runs.current
    assert run is not None
    qtbot.waitUntil(lambda: run in plot.curves and line(plot, run)[0] == [0, 1], timeout=TRAINING_MS)
    assert plot.caption.isVisible()
