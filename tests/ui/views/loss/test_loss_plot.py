"""The loss view: axes, smoothing, zoom, legend."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.runs.axis import Axis
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scale import GROWTH
from digitpad.ui.plots.legend import Legend
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import DARK, LIGHT, choose_scheme, choose_text_size
from digitpad.ui.views.loss.loss_plot import LossPlot
from tests.ui.pasts import SMALL, past_run
from tests.ui.plots.labels import labels_at
from tests.ui.pointer import hover

LONG = Recipe(epochs=2, batch_size=1, data=TrainingData(count=1000))
LOSSES = [2.0, 1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]


def plot_of(window: MainWindow) -> LossPlot:
    return window.views["loss"].plot


def curve(window: MainWindow) -> tuple[list[float], list[float]]:
    plot = plot_of(window)
    plot.redraw()
    x, y = plot.plot.live.raw.getOriginalDataset()
    return ([], []) if x is None else (x.tolist(), y.tolist())


def reach(window: MainWindow) -> float:
    (_, right), _ = plot_of(window).plot.viewRange()
    return right


def choose_axis(window: MainWindow, axis: Axis) -> None:
    box = plot_of(window).axis
    box.setCurrentIndex(box.findData(axis.value))


class TestAxes:
    def test_by_batch_it_goes_to_the_end_of_the_longest_run(self, window: MainWindow) -> None:
        past_run(window, LOSSES[:4])
        past_run(window, LOSSES, seconds=5.0)
        x, y = curve(window)
        assert x == list(range(10))
        np.testing.assert_allclose(y, LOSSES)
        assert 10 <= reach(window) < 12

    def test_the_whole_run_is_shown_when_it_is_asked_for(self, window: MainWindow) -> None:
        past_run(window, LOSSES, seconds=5.0)
        plot_of(window).whole.setChecked(True)
        curve(window)
        assert 20 <= reach(window) < 24
        choose_axis(window, Axis.EPOCH)
        assert 2 <= reach(window) < 2.4

    def test_whoever_zooms_in_sees_each_loss(self, window: MainWindow, qtbot: QtBot) -> None:
        """A curve of 20,000 losses has one point for 16 of them; close to, it had no more."""
        recipe = Recipe(epochs=1, batch_size=3)
        losses = np.linspace(2.5, 0.5, 20_000).tolist()
        run = past_run(window, losses, recipe=recipe)
        plot = plot_of(window).plot
        x, _ = curve(window)
        assert len(x) == 20_000
        plot.setRange(xRange=(1000, 1026), padding=0)
        plot.getPlotItem().vb.sigRangeChangedManually.emit((True, False))  # what the wheel ends with
        x, y = plot.live.raw.getOriginalDataset()
        assert plot.live.raw.opts["downsample"] == 1
        assert {*range(1000, 1027)} <= {*x.astype(int)}
        assert len(x) < 60
        np.testing.assert_allclose(y, run.history.losses[x.astype(int)])
        plot.show_all()
        assert len(plot.live.raw.getOriginalDataset()[0]) == 20_000

    def test_it_grows_in_steps_with_the_run_under_way(self, window: MainWindow) -> None:
        run = past_run(window, LOSSES, recipe=LONG)
        plot = plot_of(window)
        plot.plot.under_way = run
        seen = []
        while len(run.history) < 2000:
            plot.redraw()
            assert len(run.history) <= reach(window)
            seen.append(reach(window))
            run.history.extend(np.ones(10, np.float32), 0.1)
        steps = sorted(set(seen))
        assert seen == sorted(seen)
        assert 25 <= steps[0] < 30
        np.testing.assert_allclose(np.divide(steps[1:], steps[:-1]), GROWTH)
        plot.whole.setChecked(True)
        assert 2000 <= reach(window) < 2400
        plot.whole.setChecked(False)
        assert reach(window) < 2.0 * len(run.history)

    def test_by_epoch(self, window: MainWindow) -> None:
        past_run(window, LOSSES, seconds=5.0)
        choose_axis(window, Axis.EPOCH)
        x, _ = curve(window)
        np.testing.assert_allclose(x, np.arange(10) / 10)
        assert 1 <= reach(window) < 1.2

    def test_by_seconds(self, window: MainWindow) -> None:
        past_run(window, LOSSES, seconds=5.0)
        choose_axis(window, Axis.SECONDS)
        x, _ = curve(window)
        np.testing.assert_allclose(x, np.arange(10) / 2)
        assert 5 <= reach(window) < 6

    def test_by_seconds_it_grows_in_steps_with_the_run_under_way(self, window: MainWindow) -> None:
        run = past_run(window, LOSSES, seconds=0.5)
        choose_axis(window, Axis.SECONDS)
        plot = plot_of(window)
        plot.plot.under_way = run
        seen = []
        for _ in range(40):
            plot.redraw()
            assert run.seconds <= reach(window)
            seen.append(reach(window))
            run.history.extend(np.ones(1, np.float32), 0.25)
        steps = sorted(set(seen))
        assert 1 <= steps[0] < 1.2
        np.testing.assert_allclose(np.divide(steps[1:], steps[:-1]), GROWTH)

    def test_by_the_logarithm_of_the_batches(self, window: MainWindow) -> None:
        past_run(window, LOSSES)
        choose_axis(window, Axis.LOGARITHM)
        x, _ = curve(window)
        np.testing.assert_allclose(x, np.log10(np.arange(1, 11)))
        assert np.log10(11) <= reach(window) < 1.2
        assert labels_at(plot_of(window).plot, "bottom") == ["0", "1", "10"]

    def test_a_single_loss_is_a_point(self, window: MainWindow) -> None:
        past_run(window, LOSSES[:1])
        plot = plot_of(window)
        plot.redraw()
        point = plot.plot.live.mean.scatter
        assert point.isVisible()
        assert [values.tolist() for values in point.getData()] == [[0.0], [2.0]]
        past_run(window, LOSSES)
        plot.redraw()
        assert not point.isVisible()

    def test_the_logarithm_follows_the_command(self, window: MainWindow) -> None:
        past_run(window, LOSSES)
        view = window.views["loss"]
        view.log_axis.trigger()
        assert view.plot.log_axis.isChecked()
        view.plot.redraw()
        _, y = view.plot.plot.live.raw.getData()
        np.testing.assert_allclose(y, np.log10(LOSSES), rtol=1e-5)
        view.plot.log_axis.setChecked(False)
        assert not view.log_axis.isChecked()


@pytest.mark.parametrize(("window_", "last"), [(1, 0.05), (2, 0.075), (10, 0.495)])
def test_smoothing_is_the_mean_of_so_many_losses(window: MainWindow, window_: int, last: float) -> None:
    past_run(window, LOSSES)
    plot_of(window).smoothing.setValue(window_)
    plot_of(window).redraw()
    _, y = plot_of(window).plot.live.mean.getOriginalDataset()
    assert y[-1] == pytest.approx(last)


def test_a_hidden_run_is_not_drawn(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LOSSES)
    assert curve(window)[0]
    window.workspace.runs.show(run, False)
    assert curve(window)[0] == []
    assert plot_of(window).hint.isVisible()


def test_the_curve_follows_the_runs_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, LOSSES)
    drawn = plot_of(window).plot.live.raw
    qtbot.waitUntil(lambda: drawn.xData is not None and len(drawn.xData) == len(LOSSES))


def test_the_reading_says_what_was_done_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LOSSES)
    window.workspace.runs.intervene(run, Intervention(2, How.EPOCH))
    window.workspace.runs.intervene(run, Intervention(2, How.BATCHES, 2, (3,), alone=True))
    plot_of(window).redraw()
    QApplication.processEvents()
    label = plot_of(window).reading.label
    told = "batches 3 to 4: by hand, labelled 3"

    def is_read(x: float) -> bool:
        hover(plot_of(window).plot, x, 0.5)  # again and again: what moves too fast is left out
        return f"after {x:.0f} update" in label.text()

    for x, more in (
        (1.0, []),
        (2.0, ["after batch 2: one more epoch, with a fresh optimizer", told]),
        (3.0, [told]),
        (4.0, []),
    ):
        qtbot.waitUntil(lambda x=x: is_read(x))
        assert label.text().splitlines()[1:] == more


class TestProbabilityHistory:
    def test_it_is_opened_by_its_command_and_leaves_the_loss_above_it(self, window: MainWindow) -> None:
        view = window.views["loss"]
        assert not view.probabilities.isVisible()
        view.history.trigger()
        assert view.probabilities.isVisible()
        assert view.plot.geometry().bottom() < view.probabilities.geometry().top()

    def test_the_digit_that_is_answered_has_its_name_at_the_end(self, window: MainWindow, qtbot: QtBot) -> None:
        run = past_run(window, LOSSES)
        for batch in range(1, 11):
            shares = np.full(10, (1 - batch / 20) / 9)
            shares[7] = batch / 20
            run.probabilities.extend(batch, shares)
        view = window.views["loss"]
        view.history.setChecked(True)
        view.plot.redraw()
        x, y = view.probabilities.curves[7].getOriginalDataset()
        assert x.tolist() == list(range(1, 11))
        np.testing.assert_allclose(y, np.arange(1, 11) / 20)


def test_the_curves_follow_a_change_of_colours(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LOSSES)
    plot = plot_of(window)
    for name, scheme in (("dark", DARK), ("light", LIGHT)):
        choose_scheme(name)
        color = QColor(scheme.run_color(run.number))
        qtbot.waitUntil(lambda color=color: pg.mkPen(plot.plot.live.mean.opts["pen"]).color() == color)


def test_the_accuracy_has_its_room_at_once(window: MainWindow) -> None:
    """Left to Qt, it sometimes had none: chips that come in the middle of a layout make it forget the rest."""
    plot = plot_of(window)
    for _ in range(3):
        run = past_run(window, LOSSES, accuracy=0.75)
    plot.redraw()
    plot.plot.answering = run
    plot.redraw()
    assert plot.accuracy.text() == "Run 3: test 75.0 %"
    assert plot.accuracy.width() >= plot.accuracy.sizeHint().width()


class TestZoom:
    def wheel(self, window: MainWindow) -> None:
        """Turn the wheel over the middle of the plot."""
        viewport = plot_of(window).plot.viewport()
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle,
            viewport.mapToGlobal(middle),
            QPoint(0, 0),
            QPoint(0, 480),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    @pytest.mark.parametrize("how", ["button", "double click", "command"])
    def test_the_wheel_zooms_until_all_is_wanted_again(self, window: MainWindow, qtbot: QtBot, how: str) -> None:
        past_run(window, LOSSES)
        plot = plot_of(window)
        plot.redraw()
        QApplication.processEvents()
        whole = plot.plot.viewRange()
        self.wheel(window)
        zoomed = plot.plot.viewRange()
        assert zoomed[0][1] - zoomed[0][0] < whole[0][1] - whole[0][0]
        past_run(window, LOSSES * 2)
        plot.redraw()
        assert plot.plot.viewRange() == zoomed, "a run that grows must not take the class's eyes away"
        assert plot.show_all.isVisible()
        if how == "button":
            qtbot.mouseClick(plot.show_all, Qt.MouseButton.LeftButton)
        elif how == "double click":
            qtbot.mouseDClick(plot.plot.viewport(), Qt.MouseButton.LeftButton)
        else:
            window.views["loss"].show_all.trigger()
        assert not plot.show_all.isVisible()
        assert reach(window) >= 2 * len(LOSSES)

    def test_other_axes_show_all(self, window: MainWindow) -> None:
        past_run(window, LOSSES, seconds=5.0)
        plot_of(window).redraw()
        QApplication.processEvents()
        self.wheel(window)
        choose_axis(window, Axis.SECONDS)
        assert not plot_of(window).plot.is_zoomed
        assert 5 <= reach(window) < 6


class TestOffScale:
    def test_the_newest_are_named_and_the_others_counted(self, window: MainWindow) -> None:
        for _ in range(6):
            past_run(window, [2.0, 50.0])
        plot_of(window).redraw()
        shown = [label.text() for label in plot_of(window).plot.findChildren(QLabel) if label.isVisible()]
        assert "▲ off scale: Run 3, Run 4, Run 5, Run 6 +2" in shown
        for run in window.workspace.runs.runs[1:]:
            window.workspace.runs.show(run, False)
        plot_of(window).redraw()
        shown = [label.text() for label in plot_of(window).plot.findChildren(QLabel) if label.isVisible()]
        assert "▲ off scale: Run 1" in shown

    def test_what_is_said_of_them_fits_the_plot_and_leaves_the_marks_readable(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        """Seven runs of an attempt in letters for the last row: their names would begin outside the plot."""
        for number in range(6):
            run = past_run(window, [2.0, 50.0])
            window.workspace.runs.setData(window.workspace.runs.index(number, 0), f"Rates: 0.000{number}")
        window.workspace.commands.use(run)
        window.actions_["projector"].trigger()
        window.resize(window.minimumSizeHint())  # not all of a screen that is narrower than any window
        plot = plot_of(window).plot

        def said() -> list[QLabel]:
            plot.redraw()
            return [label for label in plot.findChildren(QLabel) if label.isVisible() and "▲" in label.text()]

        room = plot.getPlotItem().vb
        qtbot.waitUntil(lambda: said()[0].fontInfo().pixelSize() == plot.fontInfo().pixelSize() > 14)
        (label,) = said()
        assert label.text() in {
            f"▲ off scale: {names}" for names in ("6", "Rates: 0.0005 +5", "Rates: 0.0004, Rates: 0.0005 +4")
        }
        assert label.x() >= 0
        assert label.geometry().right() <= plot.width()
        assert label.y() >= plot.mapFromScene(room.sceneBoundingRect().topLeft()).y()


class TestWhoAnswers:
    def test_accuracy_and_marks_are_of_the_run_that_answers(self, window: MainWindow, qtbot: QtBot) -> None:
        run = past_run(window, LOSSES, accuracy=0.75)
        plot = plot_of(window)
        window.workspace.commands.use(run)
        qtbot.waitUntil(lambda: plot.accuracy.text() == "Run 1: test 75.0 %")
        qtbot.waitUntil(lambda: labels_at(plot.plot, "top") == ["75.0 %\nepoch 1"])
        window.actions_["reset"].trigger()
        qtbot.waitUntil(lambda: plot.accuracy.text() == "")
        qtbot.waitUntil(lambda: labels_at(plot.plot, "top") == [])


class TestLegend:
    def test_the_rest_leads_to_the_list_of_all(self, window: MainWindow, qtbot: QtBot) -> None:
        for _ in range(6):
            past_run(window, LOSSES)
        legend = plot_of(window).legend
        plot_of(window).redraw()
        qtbot.waitUntil(legend.more.isVisible)
        qtbot.mouseClick(legend.more, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(window.views["runs"].table.isVisible)

    def test_a_chip_says_in_what_its_run_differs_from_one_that_has_no_chip(self, window: MainWindow) -> None:
        runs = window.workspace.runs
        past_run(window, LOSSES, recipe=LONG)
        for _ in range(6):
            past_run(window, LOSSES, recipe=LONG)
        plot_of(window).redraw()
        chip = plot_of(window).legend.chips[0]
        assert chip.text() == "Run 7 · RMSprop (Keras)"
        runs.runs[0].recipe = replace(LONG, batch_size=20)
        plot_of(window).redraw()
        assert chip.text() == "Run 7 · × 1"

    def test_a_chip_does_not_say_twice_what_its_run_is_called_by(self, window: MainWindow) -> None:
        for rate in (0.01, 0.1):
            past_run(window, LOSSES, recipe=replace(SMALL, learning_rate=rate), tried=Kind.RATES)
        plot = plot_of(window)
        plot.redraw()
        assert [chip.text() for chip in plot.legend.chips[:2]] == ["Rates: 0.1", "Rates: 0.01"]
        assert "0.1 · 0.1" not in plot.legend.chips[0].toolTip()
        past_run(window, LOSSES, recipe=replace(SMALL, learning_rate=1.0, batch_size=20))  # of no attempt
        plot.redraw()
        said = [chip.text() for chip in plot.legend.chips[:3]]
        assert said == ["Run 3 · 1 · × 20", "Rates: 0.1 · × 100", "Rates: 0.01 · × 100"]

    def test_a_run_of_a_rate_that_its_number_ends_with_says_its_rate(self, window: MainWindow) -> None:
        for rate in (1.0, 0.1):
            past_run(window, LOSSES, recipe=replace(SMALL, learning_rate=rate))
        plot_of(window).redraw()
        assert [chip.text() for chip in plot_of(window).legend.chips[:2]] == ["Run 2 · 0.1", "Run 1 · 1"]

    def test_a_chip_says_that_a_run_was_not_made_by_its_recipe_alone(self, window: MainWindow) -> None:
        run = past_run(window, LOSSES)
        plot_of(window).redraw()
        chip = plot_of(window).legend.chips[0]
        assert chip.text() == "Run 1 · RMSprop (Keras)"
        window.workspace.runs.intervene(run, Intervention(2, How.BATCHES, 2, (3,), alone=True))
        plot_of(window).redraw()
        assert chip.text() == "Run 1 ✎ · RMSprop (Keras)"
        for said in (chip.toolTip(), chip.accessibleName()):
            assert "Run 1 · RMSprop (Keras), with 2 batches by hand" in said

    def test_a_chip_whose_curve_is_hidden_looks_so(self, window: MainWindow, qtbot: QtBot) -> None:
        past_run(window, LOSSES)
        plot_of(window).redraw()
        chip = plot_of(window).legend.chips[0]
        before = chip.icon().pixmap(chip.iconSize()).toImage()
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        plot_of(window).redraw()
        assert chip.font().strikeOut()
        assert chip.icon().pixmap(chip.iconSize()).toImage() != before
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        plot_of(window).redraw()
        assert not chip.font().strikeOut()
        assert chip.icon().pixmap(chip.iconSize()).toImage() == before

    def test_a_run_is_named_beside_an_accuracy_in_large_letters(self, window: MainWindow, qtbot: QtBot) -> None:
        plot = plot_of(window)
        for _ in range(2):
            run = past_run(window, LOSSES, accuracy=0.959)
        window.workspace.commands.use(run)
        try:
            choose_text_size(150)
            window.resize(1024, 768)
            qtbot.waitUntil(lambda: plot.accuracy.text() == "Run 2:\ntest 95.9 %")
            qtbot.waitUntil(lambda: plot.legend.chips[0].text().startswith("Run 2"))
        finally:
            choose_text_size(100)

    @pytest.fixture
    def legend(self, qtbot: QtBot) -> Iterator[Legend]:
        room = QWidget()
        room.resize(800, 40)
        legend = Legend(room)
        legend.resize(room.size())
        room.show()
        yield legend
        room.close()

    def test_an_accuracy_is_whole_or_left_out(self, legend: Legend, window: MainWindow) -> None:
        legend.show_runs([past_run(window, LOSSES, accuracy=0.974)])
        said = set()
        for width in range(60, 400):
            legend.resize(width, 40)
            said.add(legend.chips[0].text())
        assert "Run 1 · RMSprop (Keras)  97.4 %" in said
        assert any(text.endswith("…  97.4 %") and text.startswith("Run 1") for text in said)
        assert all(text.endswith("  97.4 %") or not any(digit in text for digit in "974") for text in said)

    def test_a_hidden_run_leaves_the_only_chip_to_one_that_is_seen(
        self, legend: Legend, window: MainWindow
    ) -> None:
        first, second = past_run(window, LOSSES), past_run(window, LOSSES)

        def names() -> list[str]:
            return [chip.text()[:5] for chip in legend.chips if chip.isVisible()]

        legend.resize(160, 40)
        legend.show_runs([first, second])
        assert names() == ["Run 2"]
        second.visible = False
        legend.show_runs([first, second])
        assert names() == ["Run 1"]
        assert legend.more.text() == "+1"
        with_place: list[Run] = []
        legend.toggled.connect(with_place.append)
        legend.chips[0].click()
        assert with_place == [first], "the chip is this run's now"
        legend.resize(800, 40)
        assert names() == ["Run 2", "Run 1"]
        legend.resize(160, 40)
        first.visible = False
        legend.show_runs([first, second])
        assert names() == ["Run 2"]

    def test_a_chips_menu_is_about_its_run(self, window: MainWindow, qtbot: QtBot) -> None:
        first = past_run(window, LOSSES)
        past_run(window, LOSSES)
        plot_of(window).redraw()
        chip = plot_of(window).legend.chips[1]
        chip.customContextMenuRequested.emit(chip.rect().center())
        assert window.workspace.selected is first
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert window.actions_["compare"] in menu.actions()
        menu.close()
