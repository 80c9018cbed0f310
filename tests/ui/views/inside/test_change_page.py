"""What would change the answer: a stroke less, or a push that nobody sees."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.drawing.growing.growing_raster import FEW_POINTS
from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.explanation import traced
from digitpad.network.push import Push
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.events import SnapshotTaken
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.inside.change_page import ChangePage
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.inside.small_push import Search
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.acts.figures import MINUS
from digitpad.workspace.wording.inside.change_texts import Obstacle, obstacle_text
from tests.ui.lesson import reported, settle, stop
from tests.ui.pointer import draw, draw_stroke

WAIT_MS = 30_000
LAYERS = {
    "layerless": (),
    "relu": (HiddenLayer(24, Activation.RELU),) * 2,
    "tanh": (HiddenLayer(24, Activation.TANH),),
}


def network(layers: tuple[HiddenLayer, ...]) -> SavedNetwork:
    """Return a network that does not answer alike to all."""
    generator = np.random.default_rng(1)
    architecture = Architecture(layers)
    weights = [generator.normal(0, 2 / np.sqrt(shape[0]), shape) for shape in architecture.shapes]
    return SavedNetwork(Snapshot(frozen(weights), 0, architecture), replace(Recipe(), architecture=architecture))


@pytest.fixture
def page(window: MainWindow) -> ChangePage:
    """The page, before anything is drawn."""
    window.workspace.ask_for_view("inside")
    window.workspace.insight.choose_topic(Topic.CHANGE)
    page = window.views["inside"].pages[Topic.CHANGE]
    assert isinstance(page, ChangePage)
    assert page.isVisible()
    return page


def drawn(window: MainWindow, qtbot: QtBot, page: ChangePage, drawing: Drawing) -> None:
    """Draw it, and wait until its strokes are weighed."""
    window.workspace.board.set_drawing(drawing, lambda: "drawing")
    weighed(window, qtbot, page)


def weighed(window: MainWindow, qtbot: QtBot, page: ChangePage) -> None:
    count = len(window.workspace.board.drawing.strokes)
    qtbot.waitUntil(
        lambda: (
            page.strokes.erase.isEnabled()
            and page.strokes.strokes.model().rowCount() == count
            and window.workspace.arguments.inquiry.is_quiet
        ),
        timeout=WAIT_MS,
    )


def numbers(text: str) -> list[float]:
    """Return the signed numbers of a text."""
    return [float(found.replace(MINUS, "-")) for found in re.findall(rf"[+{MINUS}]\d+\.\d+", text)]


def pair(page: ChangePage) -> tuple[int, int]:
    """Return for which digit the chosen stroke argues, and rather than which, as it is written."""
    found = re.search(r"for (\d) rather than (\d)$", page.strokes.argues.text())
    assert found is not None
    return int(found[1]), int(found[2])


def test_an_empty_canvas_and_a_class_that_collects_are_told_why_there_is_nothing(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    assert page.problem.text() == obstacle_text(Obstacle.NOTHING)
    assert not page.strokes.isVisible()
    drawn(window, qtbot, page, sample_digit(4))
    assert not page.problem.isVisible()
    window.workspace.collector.begin()
    qtbot.waitUntil(lambda: page.problem.text() == obstacle_text(Obstacle.COLLECTING))
    assert not page.strokes.isVisible()


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_what_is_promised_is_what_the_weights_say_and_what_is_real_is_the_drawing_without_it(
    layers: tuple[HiddenLayer, ...], window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    saved, drawing = network(layers), sample_digit(5)
    window.workspace.network.take(saved, "a file")
    drawn(window, qtbot, page, drawing)
    panel = page.strokes
    digit, against = pair(page)
    promised, real = numbers(panel.promise.text())
    # The slope anew, by small steps: what the difference loses with each of the stroke's greys.
    arguments = window.workspace.arguments.arguments()
    assert arguments is not None
    stroke = window.workspace.arguments.chosen(arguments)
    glyph = rasterize(drawing).glyph.reshape(-1)

    def difference(image: np.ndarray) -> float:
        logits = traced(saved.snapshot, image.astype(np.float32)).logits.astype(np.float64)
        return float(logits[digit] - logits[against])

    step = 1e-2
    lost = difference(glyph - step * arguments.inks[stroke].reshape(-1)) - difference(glyph)
    assert promised == pytest.approx(lost / step, abs=0.1)
    assert numbers(panel.argues.text()) == pytest.approx([abs(promised)], abs=0.011)
    rest = Drawing(drawing.strokes[:stroke] + drawing.strokes[stroke + 1 :])
    assert ("hidden units" in panel.why.text()) == bool(layers)
    assert real == pytest.approx(difference(rasterize(rest).glyph.reshape(-1)) - difference(glyph), abs=0.011)


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_strokes_and_biases_add_up_on_a_calculator(
    layers: tuple[HiddenLayer, ...], window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    window.workspace.network.take(network(layers), "a file")
    drawn(window, qtbot, page, sample_digit(4))
    strokes, *parts = numbers(page.strokes.sum.text().partition("=")[0])
    total = float(page.strokes.sum.text().partition("= ")[2].replace(MINUS, "-"))
    assert strokes + sum(parts) == pytest.approx(total, abs=1e-6)
    assert len(parts) == (2 if layers == LAYERS["tanh"] else 1)  # curved units leave something over
    digit = int(window.workspace.insight.recognition.ranking[0])  # type: ignore[union-attr]  # there is one
    model, shares = page.strokes.strokes.model(), []
    for row in range(model.rowCount()):
        share, _, named = model.index(row, 0).data().replace("\xa0", " ").partition(" for ")
        shares.append(float(share) if int(named) == digit else -float(share))
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(strokes, abs=1e-6)


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_what_the_only_stroke_argues_is_what_all_strokes_do(
    layers: tuple[HiddenLayer, ...], window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    """+4.57 stood above +4.58."""
    window.workspace.network.take(network(layers), "a file")
    for digit in (0, 3, 6, 8):
        drawn(window, qtbot, page, sample_digit(digit))
        row, heading, sums = (
            numbers(text)[0]
            for text in (
                page.strokes.strokes.model().index(0, 0).data(),
                page.strokes.argues.text(),
                page.strokes.sum.text(),
            )
        )
        assert row == heading == abs(sums)


def test_large_logits_leave_nothing_over_where_no_unit_is_curved(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    saved = network(LAYERS["relu"])
    weights = [*saved.snapshot.weights[:-2], *(3e5 * part for part in saved.snapshot.weights[-2:])]
    steep = replace(saved, snapshot=Snapshot(frozen(weights), 0, saved.snapshot.architecture))
    window.workspace.network.take(steep, "a file")  # float32 tells no hundredths apart here
    drawn(window, qtbot, page, sample_digit(4))
    strokes, *parts = numbers(page.strokes.sum.text().partition("=")[0])
    assert abs(strokes) > 1e5
    assert len(parts) == 1
    assert strokes + parts[0] == pytest.approx(numbers(page.strokes.sum.text().replace("= ", "= +"))[-1], abs=1e-6)


def test_what_strokes_of_a_run_that_exploded_argue_can_be_read(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    """Below a stroke stood 25 digits, and beside it there was no room for the second one."""
    saved = network(LAYERS["relu"])
    weights = [*saved.snapshot.weights[:-2], *(1e20 * part for part in saved.snapshot.weights[-2:])]
    steep = replace(saved, snapshot=Snapshot(frozen(weights), 0, saved.snapshot.architecture))
    window.workspace.network.take(steep, "a file")
    drawn(window, qtbot, page, sample_digit(4))
    said = re.compile(r"[+−]\d+\.\d{3}·10[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}\b")
    for text in (page.strokes.argues.text(), page.strokes.promise.text()):
        assert re.search(r"\d{5}", text) is None
        assert said.search(text)
    powers = re.findall("·10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", page.strokes.sum.text())
    assert len(powers) == 3
    assert len(set(powers)) == 1


def test_the_strongest_stroke_is_erased_and_comes_back(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(4))
    board = window.workspace.board
    before, strongest = board.drawing, window.workspace.arguments.arguments().order[0]  # type: ignore[union-attr]
    without = page.strokes.pictures.accessibleDescription().rpartition(": ")[2]
    QTest.mouseClick(page.strokes.erase_strongest, Qt.MouseButton.LeftButton)
    assert board.drawing == Drawing(before.strokes[:strongest] + before.strokes[strongest + 1 :])
    weighed(window, qtbot, page)
    assert page.strokes.pictures.accessibleDescription().partition(": ")[2].startswith(without)
    assert board.undo_stack.undoText() == "Erase"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert board.drawing == before
    weighed(window, qtbot, page)


def test_another_stroke_is_chosen_with_an_arrow_key_and_erased(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    drawn(window, qtbot, page, sample_digit(4))
    board, state = window.workspace.board, window.workspace.arguments
    arguments = state.arguments()
    assert arguments is not None
    first = page.strokes.argues.text()
    page.strokes.strokes.setFocus()
    QTest.keyClick(page.strokes.strokes, Qt.Key.Key_Right)
    assert state.chosen(arguments) == arguments.order[1]
    assert page.strokes.argues.text() != first
    page.strokes.erase.setFocus()
    QTest.keyClick(page.strokes.erase, Qt.Key.Key_Space)
    kept = arguments.order[0]
    assert board.drawing.strokes == (arguments.drawing.strokes[kept],)


def test_one_stroke_alone_leaves_nothing(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    assert "only stroke" in page.strokes.promise.text()
    assert page.strokes.bars.isHidden()
    page.strokes.erase.click()
    assert not window.workspace.board.drawing
    qtbot.waitUntil(lambda: page.problem.text() == obstacle_text(Obstacle.NOTHING))


def test_the_strokes_of_a_pen_are_weighed_when_it_is_lifted(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    draw(window.canvas, sample_digit(4))
    weighed(window, qtbot, page)
    window.workspace.board.press((0.2, 0.2), erase=False)
    window.workspace.board.move((0.4, 0.2))
    qtbot.waitUntil(lambda: not page.strokes.erase.isEnabled())
    window.workspace.board.release()
    weighed(window, qtbot, page)
    assert page.strokes.strokes.model().rowCount() == 3


def test_a_long_drawing_is_weighed_once_it_is_read_exactly(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    angles = np.linspace(0, 6 * np.pi, 2 * FEW_POINTS)
    radii = np.linspace(0.05, 0.35, len(angles))
    spiral = np.stack([0.5 + radii * np.cos(angles), 0.5 + radii * np.sin(angles)], axis=1)
    draw_stroke(window.canvas, spiral.tolist())
    draw_stroke(window.canvas, [(0.1, 0.9), (0.9, 0.95)])
    assert window.workspace.board.drawing.point_count > FEW_POINTS
    weighed(window, qtbot, page)
    recognition = window.workspace.insight.recognition
    assert recognition is not None
    np.testing.assert_allclose(recognition.glyph, rasterize(recognition.drawing).glyph)
    assert "left over" not in page.strokes.sum.text()


def test_the_chosen_digit_is_argued_for(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(4))
    window.workspace.insight.choose_digit(8)
    window.workspace.insight.choose_against(1)
    assert set(pair(page)) == {8, 1}
    assert page.strokes.sum.text().startswith("Logit of 8 minus that of 1")


def test_a_picture_on_the_easel_has_no_strokes_but_can_be_pushed(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    mnist = load_dataset()
    window.workspace.easel.hang(SetPicture(mnist.test_images[0], 7, 1))
    qtbot.waitUntil(lambda: page.problem.text() == obstacle_text(Obstacle.NO_STROKES))
    page.by_push.click()
    assert not page.problem.isVisible()
    pushed(window, qtbot, page)
    push = window.workspace.small_push.push
    assert push is not None
    np.testing.assert_array_equal(np.rint(push.image * 255), mnist.test_images[0])


def pushed(window: MainWindow, qtbot: QtBot, page: ChangePage) -> None:
    """Ask for a push, and wait for what comes of it."""
    page.push.search.click()
    done = Search.FOUND, Search.IN_VAIN
    qtbot.waitUntil(lambda: window.workspace.small_push.search in done, timeout=WAIT_MS)


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_the_pushed_picture_turns_the_answer_by_as_little_as_is_said(
    layers: tuple[HiddenLayer, ...], window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    saved = network(layers)
    window.workspace.network.take(saved, "a file")
    drawn(window, qtbot, page, sample_digit(3))
    page.by_push.click()
    pushed(window, qtbot, page)
    push = window.workspace.small_push.push
    assert push is not None
    kept = np.rint(push.pushed * 255).astype(np.uint8)
    after = saved.snapshot.probabilities(kept / np.float32(255))
    before = saved.snapshot.probabilities(rasterize(sample_digit(3)).glyph.reshape(-1))
    assert after.argmax() != before.argmax()
    greys = int(np.abs(kept - np.rint(push.image * 255)).max())
    words = f"No pixel changes by more than {greys} of 255 greys, and {before.argmax()} becomes {after.argmax()}."
    assert page.push.says.text() == words
    assert f"pushed: {after.argmax()}, {100 * after.max():.1f}" in page.push.pictures.accessibleDescription()


def test_where_there_is_little_width_the_push_is_below_what_is_compared(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    page.by_push.click()
    pushed(window, qtbot, page)
    assert page.push.pictures.accessibleDescription().count(";") == 2
    assert page.push.change.isHidden()
    choose_text_size(150)
    qtbot.waitUntil(page.push.change.isVisible)
    assert page.push.pictures.accessibleDescription().count(";") == 1
    choose_text_size(100)
    qtbot.waitUntil(page.push.change.isHidden)


def test_the_push_makes_the_digit_of_it_that_is_chosen(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    page.by_push.click()
    page.push.target.setFocus()
    QTest.keyClick(page.push.target, Qt.Key.Key_End)
    assert page.push.target.currentText() == "make it 9"
    pushed(window, qtbot, page)
    assert page.push.says.text().endswith("3 becomes 9.")
    for _ in range(6):
        QTest.keyClick(page.push.target, Qt.Key.Key_Up)
    assert page.push.says.text() == "It is taken for 3 already."
    assert not page.push.search.isEnabled()


def test_another_stroke_or_network_forgets_the_push(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    page.by_push.click()
    pushed(window, qtbot, page)
    draw_stroke(window.canvas, [(0.3, 0.5), (0.7, 0.5)])
    qtbot.waitUntil(lambda: window.workspace.small_push.search is Search.NONE)
    page.push.search.click()
    assert window.workspace.small_push.search is Search.UNDER_WAY
    window.workspace.network.take(network(()), "a file")
    qtbot.waitUntil(lambda: window.workspace.small_push.search is Search.NONE)
    qtbot.waitUntil(lambda: window.workspace.small_push.inquiry.is_quiet, timeout=WAIT_MS)
    assert window.workspace.small_push.push is None


def train_before_the_push(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    """Draw a 4, open the page on pushes, and train until the network has learnt something."""
    drawn(window, qtbot, page, sample_digit(4))
    page.by_push.click()
    with reported(window, qtbot, SnapshotTaken):
        window.actions_["train"].trigger()


def test_a_push_that_is_looked_for_is_that_of_what_a_stopped_run_still_learns(
    ready: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    train_before_the_push(ready, page, qtbot)
    stop(ready, qtbot)
    workspace = ready.workspace
    qtbot.waitUntil(lambda: workspace.training.is_quiet and page.push.search.isEnabled(), timeout=WAIT_MS)
    settle(qtbot)
    page.push.search.click()
    assert workspace.small_push.search is Search.UNDER_WAY
    late, run = network(()).snapshot, workspace.network.run
    assert run is not None
    assert workspace.network.learn_late(run, late)
    done = Search.FOUND, Search.IN_VAIN
    qtbot.waitUntil(lambda: workspace.small_push.search in done, timeout=WAIT_MS)
    push = workspace.small_push.push
    assert push is not None
    before, after = late.probabilities(np.stack([push.image, push.pushed]))
    assert before.argmax() != after.argmax()


def push_of(window: MainWindow, page: ChangePage, qtbot: QtBot) -> Push:
    """Look for a push, and return it."""
    page.by_push.click()
    pushed(window, qtbot, page)
    push = window.workspace.small_push.push
    assert push is not None
    return push


def shown(window: MainWindow) -> np.ndarray:
    """Return the greys that the network sees."""
    recognition = window.workspace.recognizer.answer()
    assert recognition is not None
    return np.rint(recognition.glyph.reshape(-1) * 255)


def test_the_pushed_picture_can_be_put_on_the_easel_and_taken_down(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    assert not page.push.hang.isEnabled()
    drawing, push = window.workspace.board.drawing, push_of(window, page, qtbot)
    before, words, pictures = shown(window), page.push.says.text(), page.push.pictures.accessibleDescription()
    QTest.mouseClick(page.push.hang, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(shown(window), np.rint(push.pushed * 255))
    recognition = window.workspace.recognizer.answer()
    assert recognition is not None
    np.testing.assert_allclose(recognition.probabilities, push.after, rtol=1e-4)
    settle(qtbot)
    assert (page.push.says.text(), page.push.pictures.accessibleDescription()) == (words, pictures)
    assert window.canvas.accessibleName().startswith("A pushed picture")
    assert page.push.hang.text() == "Back to the original"
    assert not page.push.search.isEnabled()
    QTest.mouseClick(page.push.hang, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(shown(window), before)
    assert window.workspace.board.drawing == drawing
    settle(qtbot)
    assert page.push.says.text() == words
    page.push.hang.click()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    np.testing.assert_array_equal(shown(window), before)
    qtbot.waitUntil(lambda: page.push.hang.text() == "Put it on the easel")  # views follow a frame later
    assert page.push.hang.isEnabled()


def test_a_pushed_test_picture_gives_way_to_its_original(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    original = SetPicture(load_dataset().test_images[0], 7, 1)
    window.workspace.easel.hang(original)
    settle(qtbot)
    push_of(window, page, qtbot)
    page.push.hang.click()
    exhibit = window.workspace.easel.exhibit
    assert exhibit is not original
    assert exhibit is not None
    assert exhibit.label == 7
    page.push.hang.click()
    assert window.workspace.easel.exhibit is original


def test_another_network_is_asked_about_the_pushed_picture(
    window: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    drawn(window, qtbot, page, sample_digit(3))
    push = push_of(window, page, qtbot)
    page.push.hang.click()
    window.workspace.network.take(network(()), "a file")
    qtbot.waitUntil(lambda: window.workspace.small_push.push is None)
    np.testing.assert_array_equal(shown(window), np.rint(push.pushed * 255))
    assert page.push.hang.text() == "Back to the original"
    hung = window.workspace.easel.exhibit
    pushed(window, qtbot, page)
    assert page.push.hang.text() == "Put it on the easel"
    page.push.hang.click()
    assert window.workspace.easel.exhibit is not hung
    page.push.hang.click()
    assert window.workspace.easel.exhibit is hung


def test_the_last_row_has_pictures_and_sentence_alone(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    drawn(window, qtbot, page, sample_digit(4))
    assert page.strokes.sum.isVisible()
    window.actions_["projector"].trigger()
    assert not page.strokes.sum.isVisible()
    assert not page.strokes.why.isVisible()
    assert not page.strokes.bars.isVisible()
    assert page.strokes.promise.isVisible()
    window.actions_["projector"].trigger()
    assert page.strokes.sum.isVisible()
    assert page.strokes.bars.isVisible()


def test_three_hundred_strokes_are_weighed(window: MainWindow, page: ChangePage, qtbot: QtBot) -> None:
    dots = [[(0.05 * (number % 20) + 0.02, 0.05 * (number // 20) + 0.02)] for number in range(300)]
    drawn(window, qtbot, page, Drawing.of(dots))
    assert page.strokes.strokes.model().rowCount() == 300
    page.strokes.strokes.setFocus()
    QTest.keyClick(page.strokes.strokes, Qt.Key.Key_End)
    assert page.strokes.strokes.currentIndex().row() == 299


def test_while_it_trains_strokes_are_weighed_anew_and_no_push_is_looked_for(
    ready: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    drawn(ready, qtbot, page, sample_digit(4))
    before = page.strokes.sum.text()
    with reported(ready, qtbot, SnapshotTaken):
        ready.actions_["train"].trigger()
    qtbot.waitUntil(lambda: page.strokes.sum.text() != before, timeout=WAIT_MS)
    assert page.strokes.erase.isEnabled()
    page.by_push.click()
    assert page.push.says.text() == obstacle_text(Obstacle.TRAINING)
    assert not page.push.search.isEnabled()
    stop(ready, qtbot)
    qtbot.waitUntil(page.push.search.isEnabled, timeout=WAIT_MS)
    pushed(ready, qtbot, page)
    assert ready.workspace.small_push.search is Search.FOUND


def test_what_is_looked_back_at_can_be_pushed_while_it_trains(
    ready: MainWindow, page: ChangePage, qtbot: QtBot
) -> None:
    train_before_the_push(ready, page, qtbot)
    qtbot.waitUntil(lambda: page.push.says.text() == obstacle_text(Obstacle.TRAINING), timeout=WAIT_MS)
    ready.actions_["earlier"].trigger()
    qtbot.waitUntil(page.push.search.isEnabled, timeout=WAIT_MS)
    assert ready.workspace.training.state is State.TRAINING
    pushed(ready, qtbot, page)
    assert ready.workspace.small_push.search is Search.FOUND
    stop(ready, qtbot)
