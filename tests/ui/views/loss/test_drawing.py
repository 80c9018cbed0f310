"""Drawings of unusual runs: what explodes, what is a single loss, scores; and what other programs make of them."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from digitpad.arrays import Integers
from digitpad.runs.recipe import Optimizer
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.printed_sheet import PRINT_SIZE
from tests.ui.lesson import settle
from tests.ui.pasts import SMALL, past_run
from tests.ui.views.loss.test_picture import LOSSES, NUMBER, made, words


def largest_in(svg: bytes) -> float:
    shapes = re.findall(r'(?:points|d)="([^"]*)"', svg.decode())
    assert shapes
    assert "" not in shapes, "an empty shape is a fault to some programs"
    return max(abs(float(number)) for shape in shapes for number in re.findall(NUMBER, shape))


@pytest.mark.parametrize("logarithmic", [False, True])
def test_not_even_losses_that_explode(window: MainWindow, qtbot: QtBot, logarithmic: bool) -> None:
    """They were drawn over the title, and left out by programs that draw nothing so large."""
    past_run(window, [2.3, 5e6, 3.0, 4e8, 1e9, *LOSSES], accuracy=0.75)
    past_run(window, LOSSES)
    window.views["loss"].plot.log_axis.setChecked(logarithmic)
    assert largest_in(made(window, qtbot, "as_svg")) < 2 * PRINT_SIZE.width()


def test_losses_off_the_scale_are_named_in_the_legend(window: MainWindow, qtbot: QtBot) -> None:
    """A label in the corner covered the legend of a picture, and a drawing had none."""
    past_run(window, [2.3, 5e6, *LOSSES])
    past_run(window, LOSSES)
    assert "off scale: Run 1" in words(made(window, qtbot, "as_svg"))


def test_the_longest_name_stays_within_the_picture(window: MainWindow, qtbot: QtBot) -> None:
    for recipe in (SMALL, replace(SMALL, optimizer=Optimizer.SGD)):
        run = past_run(window, LOSSES, accuracy=0.75, recipe=recipe)
        window.workspace.runs.rename(run, "a long name " * 16)
    svg = made(window, qtbot, "as_svg").decode()
    assert min(float(left) for left in re.findall(r"transform=.matrix.1,0,0,1,(-?[\d.]+)", svg)) >= 0


def test_a_single_loss_is_a_point_on_paper_too(window: MainWindow, qtbot: QtBot) -> None:
    runs = [past_run(window, [1.5]), past_run(window, [2.5])]
    for kind in ("as_svg", "as_png"):
        image = painted(made(window, qtbot, kind))
        for run in runs:
            wanted = QColor(LIGHT.run_color(run.number))
            found = sum(
                near(QColor(image.pixel(x, y)), wanted)
                for x in range(image.width() // 20, image.width() // 10)
                for y in range(image.height())
            )
            assert found > 20, (kind, run.name)


def near(color: QColor, wanted: QColor) -> bool:
    pairs = zip(color.getRgb(), wanted.getRgb(), strict=True)
    return all(abs(own - other) < 40 for own, other in pairs)


def painted(data: bytes) -> QImage:
    """Return a picture, or what Qt makes of a drawing, in the size of a screen."""
    if data.startswith(b"\x89PNG"):
        image = QImage()
        image.loadFromData(QByteArray(data))
        return image.scaledToWidth(PRINT_SIZE.width(), Qt.TransformationMode.SmoothTransformation)
    renderer = QSvgRenderer(QByteArray(data))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_a_drawing_is_the_same_before_any_screen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines were twice as thick before one of twice the pixels."""
    past_run(window, LOSSES)
    usual = made(window, qtbot, "as_svg")
    monkeypatch.setattr(CurvePlot, "devicePixelRatioF", lambda _: 2.0)
    assert made(window, qtbot, "as_svg") == usual


@pytest.mark.parametrize("curves", list(Curves))
def test_scores_look_the_same_to_another_program(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, curves: Curves
) -> None:
    """Their symbols were large and black, and the bracket of the gap an area."""
    run = past_run(window, LOSSES, accuracy=0.75)
    for batches, loss in ((10, 1.2), (20, 0.4)):
        measured = Score(loss, 0.8), Score(loss + 0.3, 0.7), Score(loss + 0.35, 0.68)
        window.workspace.runs.score(run, batches, Scores(*measured))
    window.workspace.commands.use(run)
    view = window.views["loss"]
    view.scores.setChecked(True)
    view.plot.curves.choose(curves.value)
    settle(qtbot)
    data = made(window, qtbot, "as_svg")
    assert "training" in words(data)
    by_qt = painted(data)
    (tmp_path / "drawing.svg").write_bytes(data)
    if not shutil.which("rsvg-convert"):
        pytest.skip("rsvg-convert, of Debian's librsvg2-bin, is not here")
    size = ["-w", str(by_qt.width()), "-h", str(by_qt.height())]
    subprocess.run(["rsvg-convert", *size, "-o", tmp_path / "drawing.png", tmp_path / "drawing.svg"], check=True)
    other = QImage(str(tmp_path / "drawing.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert other.size() == by_qt.size()
    difference = np.abs(pixels_of(by_qt) - pixels_of(other))
    assert (difference > 120).mean() < 0.006


def pixels_of(image: QImage) -> Integers:
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int64)
