"""The page “Weights” in the real window."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.network.weight_pictures import descending, norms
from digitpad.runs.events import SnapshotTaken
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.recipe import Recipe
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import colors
from digitpad.ui.views.inside.weights_page import WeightsPage
from digitpad.workspace.inside.first_layer import FirstLayer, Order
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import reported, settle
from tests.ui.views.step.reading import agrees, numbers
from tests.workspace.easel.test_easel import exhibit
from tests.workspace.hearing import TRAINING_MS

KINDS = {
    "relu": (HiddenLayer(60),),
    "none": (),
    "deep": (HiddenLayer(40), HiddenLayer(20, Activation.TANH)),
    "sigmoid": (HiddenLayer(30, Activation.SIGMOID),),
}


def page_of(window: MainWindow) -> WeightsPage:
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    window.workspace.insight.choose_topic(Topic.WEIGHTS)
    page = window.views["inside"].pages[Topic.WEIGHTS]
    assert isinstance(page, WeightsPage)
    assert page.isVisible()
    return page


def take(window: MainWindow, qtbot: QtBot, kind: str) -> Snapshot:
    """Let a network of random weights answer, and wait until its units are seen."""
    architecture = Architecture(KINDS[kind])
    generator = np.random.default_rng(0)
    weights = frozen([generator.normal(0, 0.3, shape) for shape in architecture.shapes])
    snapshot = Snapshot(weights, 7, architecture)
    window.workspace.network.take(SavedNetwork(snapshot, Recipe(architecture=architecture)), "some.npz")
    qtbot.waitUntil(lambda: len(layer_of(window).numbers) == architecture.sizes[1])
    return snapshot


def draw_digit(window: MainWindow, qtbot: QtBot, digit: int = 3) -> None:
    """Draw it, and wait until the units are sorted for it."""
    with qtbot.waitSignal(window.workspace.first_layer.changed):
        window.workspace.board.set_drawing(sample_digit(digit), "digit")


def layer_of(window: MainWindow) -> FirstLayer:
    return window.workspace.first_layer


def move(page: WeightsPage, point: QPointF) -> None:
    """Move the pointer over the grid."""
    none = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    viewport = page.grid.viewport()
    event = QMouseEvent(QEvent.Type.MouseMove, point, viewport.mapToGlobal(point), *none)
    QApplication.sendEvent(viewport, event)


def over(page: WeightsPage, place: int) -> QPointF:
    return page.grid.tiling.picture(place).center() - QPointF(0, page.grid.verticalScrollBar().value())


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_is_written_out_adds_up(window: MainWindow, qtbot: QtBot, kind: str) -> None:
    page, snapshot = page_of(window), take(window, qtbot, kind)
    draw_digit(window, qtbot)
    trace, ledger = window.workspace.insight.trace(), window.workspace.insight.ledger()
    assert trace is not None
    assert ledger is not None
    for language in ("en", "vi"):
        speak(language)
        for unit in range(0, snapshot.weights[0].shape[1], 3):
            at = (language, unit)
            layer_of(window).choose(unit)
            settle(qtbot)
            read = numbers(page.panel.sum.text())
            products, bias, total = (number.value for number in read[:3])
            assert products + bias == pytest.approx(total, abs=1e-9), (at, page.panel.sum.text())
            image = trace.image.astype(np.float64)
            assert products == pytest.approx(snapshot.weights[0][:, unit] @ image, abs=2.1 * read[0].half), at
            assert bias == pytest.approx(float(snapshot.weights[1][unit]), abs=1.1 * read[1].half), at
            if kind == "none":
                assert total == pytest.approx(float(trace.logits[unit]), abs=1.1 * read[2].half + 1e-5), at
                continue
            output = read[3]
            assert output.value == pytest.approx(float(trace.outputs[0][unit]), abs=1.1 * output.half + 1e-5), at
            text = page.panel.share.text()
            if kind == "deep" and not trace.outputs[0][unit]:
                continue
            shown, digit, way, share = numbers(text)
            assert (shown.value, digit.value) == (output.value, ledger.digit), at
            assert agrees(shown.value * way.value, share), (at, text)
            assert share.value == pytest.approx(float(ledger.units[0][unit]), abs=2.1 * share.half + 1e-5), at
    speak("en")


def test_the_difference_of_two_logits_is_written_out(window: MainWindow, qtbot: QtBot) -> None:
    page, snapshot = page_of(window), take(window, qtbot, "relu")
    draw_digit(window, qtbot)
    insight = window.workspace.insight
    insight.choose_digit(3)
    insight.choose_against(8)
    ledger = insight.ledger()
    assert ledger is not None
    layer_of(window).choose(int(layer_of(window).numbers[0]))
    settle(qtbot)
    shown, digit, against, way, share = numbers(page.panel.share.text())
    assert (digit.value, against.value) == (3, 8)
    assert agrees(shown.value * way.value, share)
    unit = layer_of(window).unit
    assert way.value == pytest.approx(
        float(snapshot.weights[2][unit, 3] - snapshot.weights[2][unit, 8]), abs=2 * way.half
    )


def test_units_are_sorted_by_share_size_and_change(window: MainWindow, qtbot: QtBot) -> None:
    page, snapshot = page_of(window), take(window, qtbot, "relu")
    layer = layer_of(window)
    settle(qtbot)
    assert layer.numbers.tolist() == descending(norms(snapshot.weights[0])).tolist()  # nothing has a share
    draw_digit(window, qtbot)
    ledger = window.workspace.insight.ledger()
    assert ledger is not None
    assert layer.numbers.tolist() == descending(ledger.units[0]).tolist()
    page.order.setFocus()
    QTest.keyClick(page.order, Qt.Key.Key_Down)
    assert layer.order is Order.SIZE
    assert layer.numbers.tolist() == descending(norms(snapshot.weights[0])).tolist()
    QTest.keyClick(page.order, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: layer.first is not None)
    first = layer.first
    assert first is not None
    assert layer.numbers.tolist() == descending(norms(snapshot.weights[0] - first)).tolist()


def test_the_order_stays_while_the_pen_goes_until_it_rests(window: MainWindow, qtbot: QtBot) -> None:
    page_of(window)
    take(window, qtbot, "relu")
    draw_digit(window, qtbot, 3)
    before = layer_of(window).numbers.tolist()
    window.workspace.board.set_drawing(sample_digit(4), "another")
    settle(qtbot)
    assert layer_of(window).numbers.tolist() == before
    with qtbot.waitSignal(layer_of(window).changed):
        pass
    assert layer_of(window).numbers.tolist() != before


def test_keys_go_through_the_grid_and_the_chosen_unit_stays_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "relu")
    draw_digit(window, qtbot)
    layer, grid = layer_of(window), page.grid
    grid.setFocus()
    columns = grid.tiling.columns
    place = 0
    for key, wanted in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, None),
    ):
        QTest.keyClick(grid, key)
        place = layer.numbers.tolist().index(layer.unit)
        assert wanted is None or place == wanted
        tile = grid.tiling.tile(place).translated(0, -grid.verticalScrollBar().value())
        assert tile.top() >= -1
        assert tile.bottom() <= grid.viewport().height() + 1
    assert place > columns
    assert window.workspace.insight.unit == (0, layer.unit)
    settle(qtbot)
    assert page.panel.sum.text() in grid.accessibleDescription()
    unit = layer.unit
    draw_digit(window, qtbot, 8)
    assert layer.unit == unit
    place = layer.numbers.tolist().index(unit)
    assert place in grid.shown()
    with qtbot.waitSignal(page.spoken.announced) as told:
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert told.args == [page.panel.text()]
    assert f"Unit {layer.unit + 1} of 60" in page.panel.text()
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    assert window.workspace.insight.unit is None
    assert layer.unit == layer.numbers[0]


def test_the_pointer_looks_at_a_unit_and_a_click_chooses_it(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "relu")
    draw_digit(window, qtbot)
    layer, insight = layer_of(window), window.workspace.insight
    insight.choose_unit((1, 5))  # of another page
    move(page, over(page, 2))
    assert layer.unit == layer.numbers[2]
    settle(qtbot)
    assert page.panel.name.text() == f"Unit {layer.numbers[2] + 1} of 60"
    QApplication.sendEvent(page.grid, QEvent(QEvent.Type.Leave))
    assert (layer.chosen, insight.unit) == (None, (1, 5))
    QTest.mouseClick(
        page.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*map(int, over(page, 1).toTuple()))
    )
    move(page, over(page, 3))
    assert layer.unit == layer.numbers[3]
    QApplication.sendEvent(page.grid, QEvent(QEvent.Type.Leave))
    assert layer.unit == layer.numbers[1]


def colors_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("kind", ["relu", "none"])
def test_each_picture_is_that_of_its_unit_on_one_scale(window: MainWindow, qtbot: QtBot, kind: str) -> None:
    page, snapshot = page_of(window), take(window, qtbot, kind)
    settle(qtbot)
    layer, grid = layer_of(window), page.grid
    low, high = page.legend.ends()
    assert numbers(high)[0].value == pytest.approx(layer.largest)
    assert numbers(low)[0].value == pytest.approx(-layer.largest)
    grabbed = grid.viewport().grab().toImage()
    for place in list(grid.shown())[: grid.tiling.columns + 1]:
        picture = grid.tiling.picture(place)
        weights = snapshot.weights[0][:, layer.numbers[place]].reshape(28, 28)
        wanted = diverging_image(weights, layer.largest, colors())
        for row, column in ((5, 5), (14, 20), (22, 9)):
            dot = grid.tiling.dot
            x, y = picture.left() + (column + 0.5) * dot, picture.top() + (row + 0.5) * dot
            found, want = grabbed.pixelColor(int(x), int(y)), wanted.pixelColor(column, row)
            close = max(abs(a - b) for a, b in zip(found.getRgb(), want.getRgb(), strict=True))
            assert close <= 40, (place, row, column)  # where pictures have sizes between, edges mix


def test_without_hidden_layers_the_ten_digits_are_the_view(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "none")
    draw_digit(window, qtbot, 5)
    assert layer_of(window).numbers.tolist() == list(range(10))
    assert list(page.grid.shown()) == list(range(10))
    assert page.grid.verticalScrollBar().maximum() == 0
    assert not page.order.isVisible()
    trace = window.workspace.insight.trace()
    assert trace is not None
    assert layer_of(window).unit == int(trace.logits.argmax())
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Home)
    assert window.workspace.insight.digit == 0
    settle(qtbot)
    assert page.panel.name.text() == "Weights of the digit 0"


def test_backspace_lets_go_of_a_digit_s_own_weights(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "none")
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_End)
    assert window.workspace.insight.digit == 9
    QTest.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert window.workspace.insight.digit is None


def test_without_a_drawing_there_are_pictures_and_no_sums(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "relu")
    settle(qtbot)
    assert len(page.grid.shown()) > page.grid.tiling.columns
    assert page.panel.pictures.count == 1
    assert not page.panel.sum.isVisible()
    assert "Draw a digit" in page.panel.text()


def test_a_test_picture_on_the_easel_is_looked_at_as_a_drawing_is(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "relu")
    picture = exhibit()
    window.workspace.easel.hang(picture)
    qtbot.waitUntil(lambda: page.panel.pictures.count == 3)
    trace = window.workspace.insight.trace()
    assert trace is not None
    assert (trace.image.reshape(28, 28) == picture.glyph).all()
    assert numbers(page.panel.sum.text())[2].value == pytest.approx(
        float(trace.sums[0][layer_of(window).unit]), abs=0.01
    )


def test_while_the_class_collects_no_answer_is_hinted_at(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "none")
    draw_digit(window, qtbot, 5)
    assert page.panel.sum.isVisible()
    window.workspace.collector.begin()
    window.workspace.board.set_drawing(sample_digit(5), "digit")
    qtbot.waitUntil(lambda: not page.panel.sum.isVisible())
    assert layer_of(window).unit == 0
    assert page.panel.text() == "Weights of the digit 0\nWhile the class collects, nothing is written out here."


def test_what_has_changed_since_the_untrained_network(window: MainWindow, qtbot: QtBot) -> None:
    page, layer = page_of(window), layer_of(window)
    recipe = replace(window.workspace.draft.recipe, architecture=Architecture(KINDS["relu"]))
    window.workspace.network.reset(recipe)
    settle(qtbot)
    page.change.click()
    qtbot.waitUntil(lambda: layer.first is not None)
    assert layer.largest == 0
    assert page.legend.accessibleDescription() == "All that is shown is 0"
    middle = page.grid.tiling.picture(0).center().toPoint()
    assert page.grid.viewport().grab().toImage().pixelColor(middle).name() == colors().card
    first = window.workspace.network.snapshot
    moved = Snapshot(frozen([w + (0.25 if w.ndim == 2 else 0) for w in first.weights]), 1, first.architecture)
    window.workspace.network.follow(moved)
    qtbot.waitUntil(lambda: layer.largest > 0)
    assert layer.largest == pytest.approx(0.3)
    wanted = diverging_image(np.full((1, 1), 0.25, np.float32), 0.3, colors()).pixelColor(0, 0)
    assert page.grid.viewport().grab().toImage().pixelColor(middle) == wanted


@pytest.mark.parametrize("kind", ["relu", "none"])
def test_the_unit_that_is_looked_at_shows_what_it_has_learnt_on_the_scale_of_all(
    window: MainWindow, qtbot: QtBot, kind: str
) -> None:
    page, layer = page_of(window), layer_of(window)
    snapshot = take(window, qtbot, kind)
    draw_digit(window, qtbot)
    page.change.click()
    qtbot.waitUntil(lambda: layer.first is not None)
    settle(qtbot)
    first, trace = layer.first, window.workspace.insight.trace()
    assert first is not None
    assert trace is not None
    change = (snapshot.weights[0] - first)[:, layer.unit]
    grabbed, seen = page.panel.pictures.grab().toImage(), []
    for number, values in ((0, change), (2, change * trace.image)):
        wanted = diverging_image(values.reshape(28, 28), layer.largest, colors())
        picture = page.panel.pictures.picture(number)
        for row, column in ((5, 5), (14, 14), (14, 20), (22, 9)):
            dot = picture.width() / 28
            x, y = picture.left() + (column + 0.5) * dot, picture.top() + (row + 0.5) * dot
            found, want = grabbed.pixelColor(int(x), int(y)), wanted.pixelColor(column, row)
            seen.append(max(abs(a - b) for a, b in zip(found.getRgb(), want.getRgb(), strict=True)))
    assert max(seen) <= 40  # where pictures have sizes between, edges mix
    untrained, learnt, whole = numbers(page.panel.learnt.text())
    assert untrained.value + learnt.value == pytest.approx(whole.value, abs=1e-9)
    assert whole.value == numbers(page.panel.sum.text())[0].value
    image = trace.image.astype(np.float64)
    assert untrained.value == pytest.approx(first[:, layer.unit] @ image, abs=1.1 * untrained.half)
    assert learnt.value == pytest.approx(change @ image, abs=3.1 * learnt.half)
    page.change.click()
    settle(qtbot)
    assert not page.panel.learnt.isVisible()


def test_whoever_looks_at_what_changed_stays_with_the_units_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    window.workspace.network.reset(Recipe())
    settle(qtbot)
    bar = page.grid.verticalScrollBar()
    bar.setValue(200)
    seen = page.grid.shown()
    for _ in range(2):
        page.change.click()
        settle(qtbot)
        assert page.grid.shown() == seen
    page.order.setFocus()
    QTest.keyClick(page.order, Qt.Key.Key_Down)
    QTest.keyClick(page.order, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bar.value() == 0)  # other units are the first


def test_projector_mode_has_fewer_and_larger_pictures(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    take(window, qtbot, "relu")
    settle(qtbot)
    before = page.grid.tiling
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: page.grid.tiling.dot > before.dot)
    assert page.grid.tiling.columns < before.columns
    assert not page.again.isVisible()


def test_before_a_projector_the_ends_of_the_scale_have_room_whenever_it_grows(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, layer, network = page_of(window), layer_of(window), window.workspace.network
    network.reset(replace(window.workspace.draft.recipe, architecture=Architecture(KINDS["relu"])))
    window.actions_["projector"].trigger()
    page.change.click()
    qtbot.waitUntil(lambda: layer.first is not None)
    settle(qtbot)
    assert layer.largest == 0
    first = network.snapshot
    network.follow(Snapshot(frozen([w + np.float32(0.0123) for w in first.weights]), 1, first.architecture))
    qtbot.waitUntil(lambda: page.legend.largest == pytest.approx(0.015))
    qtbot.waitUntil(lambda: page.legend.width() >= page.legend.minimumSizeHint().width())


def test_the_scale_has_the_room_of_its_letters_as_soon_as_they_are_larger(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Its end was written over the 0 in the middle until another network answered."""
    page = page_of(window)
    take(window, qtbot, "none")
    settle(qtbot)
    before = page.legend.fontMetrics().height()
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: page.legend.fontMetrics().height() > before)
    settle(qtbot)
    assert page.legend.width() >= page.legend.minimumSizeHint().width()


def test_they_move_while_it_trains_and_nobody_s_place_changes(ready: MainWindow, qtbot: QtBot) -> None:
    page, layer = page_of(ready), layer_of(ready)
    draw_digit(ready, qtbot)
    seen = page.grid.viewport().grab().toImage()
    with reported(ready, qtbot, SnapshotTaken):
        ready.actions_["train"].trigger()
    # A run is another network, whose units are sorted once, when it is first seen.
    qtbot.waitUntil(lambda: page.grid.viewport().grab().toImage() != seen, timeout=TRAINING_MS)
    order = layer.numbers.tolist()
    seen = page.grid.viewport().grab().toImage()
    qtbot.waitUntil(lambda: page.grid.viewport().grab().toImage() != seen, timeout=TRAINING_MS)
    assert layer.numbers.tolist() == order
    page.again.click()
    assert layer.numbers.tolist() != order


@pytest.mark.parametrize("order", [Order.SIZE, Order.CHANGE])
def test_what_units_in_sight_are_sorted_by_is_written_below_them(
    order: Order, window: MainWindow, qtbot: QtBot
) -> None:
    layer = layer_of(window)
    page_of(window)
    snapshot = take(window, qtbot, "relu")
    layer.choose_order(order)
    qtbot.waitUntil(lambda: layer.keys() is not None)
    keys = layer.keys()
    assert keys is not None
    first = layer.first
    weights = snapshot.weights[0] - (first if order is Order.CHANGE and first is not None else 0)
    some = np.array([5, 2, 40])
    np.testing.assert_allclose(keys(some), np.linalg.norm(weights[:, some], axis=0), rtol=1e-5)
    np.testing.assert_allclose(keys(slice(None)), np.linalg.norm(weights, axis=0), rtol=1e-5)
    window.workspace.network.reset(replace(window.workspace.draft.recipe, architecture=snapshot.architecture))
    np.testing.assert_allclose(keys(some), np.linalg.norm(weights[:, some], axis=0), rtol=1e-5)  # as they were


def test_nobody_s_place_changes_when_the_first_weights_are_found(window: MainWindow, qtbot: QtBot) -> None:
    page, layer, network = page_of(window), layer_of(window), window.workspace.network
    snapshot = take(window, qtbot, "relu")
    layer.choose_order(Order.SIZE)
    run = window.workspace.runs.new(Recipe(architecture=snapshot.architecture))
    network.begin(run, snapshot)
    layer.follow()  # as the page does with the next frame: a run is another network
    order = layer.numbers.tolist()
    backwards = tuple(array[..., ::-1] for array in snapshot.weights[:2])
    network.follow(Snapshot(frozen([*backwards, *snapshot.weights[2:]]), 8, snapshot.architecture))
    page.change.click()
    qtbot.waitUntil(lambda: layer.first is not None)
    settle(qtbot)
    assert layer.numbers.tolist() == order
