"""Pictures of the loss for print: what is in them, and that programs agree on how they look."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from digitpad.runs.axis import Axis
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Optimizer
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.printed_sheet import PRINT_SIZE
from digitpad.workspace.keeping.file_jobs import FileJobs
from tests.ui.lesson import FILE_MS
from tests.ui.pasts import SMALL, past_run

LOSSES = list(np.linspace(2.3, 0.1, 20))
NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?"


def made(window: MainWindow, qtbot: QtBot, kind: str) -> bytes:
    """Return a picture of the window's loss as a file would hold it."""
    done: list[bytes] = []
    jobs = FileJobs(window)
    picture = window.views["loss"].picture()
    getattr(picture, kind)(lambda make: jobs.do(make, done.append, lambda problem: pytest.fail(str(problem))))
    qtbot.waitUntil(lambda: len(done) == 1, timeout=FILE_MS)
    return done[0]


def two_runs(window: MainWindow) -> None:
    past_run(window, LOSSES, accuracy=0.75)
    past_run(window, LOSSES, recipe=replace(SMALL, optimizer=Optimizer.ADAM))


def words(svg: bytes) -> str:
    return " ".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter() if text.text)


def test_on_every_axis_it_says_what_is_counted(window: MainWindow, qtbot: QtBot) -> None:
    two_runs(window)
    box = window.views["loss"].plot.axis
    for axis, counted in (
        (Axis.BATCH, "updates done"),
        (Axis.LOGARITHM, "updates done, logarithmic"),
        (Axis.EPOCH, "epochs done"),
        (Axis.SECONDS, "seconds of training"),
    ):
        box.setCurrentIndex(box.findData(axis.value))
        said = words(made(window, qtbot, "as_svg"))
        assert counted in said
        assert "loss" in said, axis


def test_it_says_what_the_runs_have_in_common_and_what_sets_them_apart(window: MainWindow, qtbot: QtBot) -> None:
    two_runs(window)
    said = words(made(window, qtbot, "as_svg"))
    assert "rate 0.001 · batches of 100 · 16 relu · 1,000 images · 2 epochs" in said
    assert "Run 1 · RMSprop (Keras) · 75.0 %" in said
    assert "Run 2 · Adam (Keras)" in said


@pytest.mark.parametrize("marked", [0, 1])
def test_of_several_runs_it_says_whose_epochs_and_scores_are_drawn(
    window: MainWindow, qtbot: QtBot, marked: int
) -> None:
    """On the screen that is the run that answers, which stands above the plot; a picture has no such words."""
    two_runs(window)
    run, view = window.workspace.runs.runs[marked], window.views["loss"]
    window.workspace.runs.score(run, 20, Scores(Score(0.5, 0.9), None, Score(0.6, 0.75)))
    window.workspace.runs.change_rate(run, 0.5)
    view.refresh(frozenset())
    assert "vertical lines" not in words(made(window, qtbot, "as_svg")), "they are of the run that answers"
    window.workspace.commands.use(run)
    view.refresh(frozenset())
    said = words(made(window, qtbot, "as_svg"))
    assert f"vertical lines: {run.name}" in said
    view.plot.show_scores(True)
    said = words(made(window, qtbot, "as_svg"))
    assert f"{run.name} · training" in said
    assert f"{run.name} · test" in said
    window.workspace.runs.show(run, False)
    view.refresh(frozenset())
    assert "vertical lines" not in words(made(window, qtbot, "as_svg")), "none is drawn of a hidden run"


def test_of_a_single_run_it_need_not(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LOSSES, accuracy=0.75, answers=True)
    window.views["loss"].refresh(frozenset())
    said = words(made(window, qtbot, "as_svg"))
    assert "epoch 1" in said
    assert "vertical lines" not in said
    assert run.name in said


def test_it_does_not_say_twice_what_a_run_is_called_by(window: MainWindow, qtbot: QtBot) -> None:
    for rate in (0.01, 0.1):
        past_run(window, LOSSES, recipe=replace(SMALL, learning_rate=rate), accuracy=0.5, tried=Kind.RATES)
    assert "Rates: 0.01 · 50.0 %" in words(made(window, qtbot, "as_svg"))


def test_of_a_single_run_it_says_all(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, LOSSES)
    assert "RMSprop (Keras) · rate 0.001 · batches of 100" in words(made(window, qtbot, "as_svg"))


def test_it_says_what_was_done_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    """Whoever sees the recipe on paper shall not believe that it made the run."""
    run = past_run(window, LOSSES)
    window.workspace.commands.use(run)
    undisturbed = made(window, qtbot, "as_svg")
    window.workspace.runs.intervene(run, Intervention(5, How.BATCHES, 4, (3,), alone=True))
    window.workspace.runs.change_rate(run, 0.5)
    svg = made(window, qtbot, "as_svg")
    said = words(svg)
    assert "Run 1 · 4 batches by hand, 1 change of the learning rate" in said
    assert "✎" in said
    assert svg.count(b"<polyline") == undisturbed.count(b"<polyline") + 2, "a line for each"


def test_a_name_is_no_markup(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LOSSES)
    window.workspace.runs.rename(run, "<b>a & b</b>")
    assert "<b>a & b</b>" in words(made(window, qtbot, "as_svg"))


def test_nothing_in_a_drawing_reaches_far_beyond_it(window: MainWindow, qtbot: QtBot) -> None:
    """A shape 10⁹ units high makes some programs leave it out, and others the whole drawing."""
    past_run(window, LOSSES, accuracy=0.75)
    svg = made(window, qtbot, "as_svg").decode()
    shapes = re.findall(r'(?:points|d)="([^"]*)"', svg)
    assert shapes
    largest = max(abs(float(number)) for shape in shapes for number in re.findall(NUMBER, shape))
    assert largest < 2 * PRINT_SIZE.width()


def test_the_epochs_lines_are_in_the_drawing(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.commands.use(past_run(window, LOSSES, accuracy=0.75))
    window.views["loss"].refresh(frozenset())
    svg = made(window, qtbot, "as_svg")
    image = QImage(PRINT_SIZE, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    assert max(dashes(image)[100:]) > PRINT_SIZE.height() / 4


def dashes(image: QImage) -> np.ndarray:
    """Return how many pixels of each column have the colour of the epochs' lines, or nearly so. Integers (w,)."""
    wanted = QColor(LIGHT.quiet)
    red, _, blue = np.moveaxis(rgb(image), 2, 0)
    return np.asarray(((abs(red - wanted.red()) + abs(blue - wanted.blue()) < 120) & (red < 200)).sum(axis=0))


def test_lines_of_a_picture_for_paper_are_not_hairlines(window: MainWindow, qtbot: QtBot) -> None:
    """20 cm have 2,400 pixels: a line of one of them is hardly printed."""
    past_run(window, LOSSES)
    image = QImage.fromData(made(window, qtbot, "as_png"))
    blue = QColor(LIGHT.run_color(0))
    x = image.width() // 2
    run, longest = 0, 0
    for y in range(image.height() // 5, image.height()):
        color = QColor(image.pixel(x, y))
        run = run + 1 if abs(color.red() - blue.red()) + abs(color.green() - blue.green()) < 60 else 0
        longest = max(longest, run)
    assert longest >= 4


def rgb(image: QImage) -> np.ndarray:
    """Return an image's pixels as int16 (h, w, 3): their sums and differences fit."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., :3].astype(np.int16)


def colored(image: QImage) -> np.ndarray:
    """Return where an image is neither grey nor white: where its curves are. Booleans (h, w)."""
    red, green, blue = np.moveaxis(rgb(image), 2, 0)
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    return np.asarray(spread > 90)


def of_drawing(svg: bytes, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("curves", list(Curves))
def test_paper_and_drawing_look_the_same(window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
    """Lines as thick, and as sharp: a picture of few pixels that was enlarged would be neither."""
    two_runs(window)
    for run in window.workspace.runs.runs:
        for updates in range(0, len(run.history), 5):
            window.workspace.runs.note_sample(run, updates, 0.1 + updates / 25)
    window.views["loss"].plot.curves.choose(curves)
    paper = QImage.fromData(made(window, qtbot, "as_png"))
    drawing = of_drawing(made(window, qtbot, "as_svg"), paper.size())
    one, other = colored(paper), colored(drawing)
    assert other.sum() > 5_000
    assert (one != other).sum() < 0.3 * other.sum()
    assert abs(one.sum() / other.sum() - 1) < 0.1


@pytest.mark.parametrize(
    ("curves", "has_losses", "has_accuracies"),
    [(Curves.LOSS, True, False), (Curves.ACCURACY, False, True), (Curves.BOTH, True, True)],
)
def test_what_is_shown_is_what_is_exported(
    window: MainWindow, qtbot: QtBot, curves: Curves, has_losses: bool, has_accuracies: bool
) -> None:
    two_runs(window)
    window.views["loss"].plot.curves.choose(curves)
    said = words(made(window, qtbot, "as_svg")).replace("\n", " ")
    assert (" loss " in f" {said} ", "accuracy, %" in said) == (has_losses, has_accuracies)
    assert "Run 1" in said
    height = QImage.fromData(made(window, qtbot, "as_shown")).height()
    plot = window.views["loss"].plot
    shown = [part for part in (plot.plot, plot.accuracies) if part.isVisible()]
    assert height == sum(round(part.height() * part.devicePixelRatioF()) for part in shown)
