"""The whole panel: what it tells, what can be reached, and that nothing is cut off."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digitpad.engines.acts.tape import Act, Place, Stop, Tape
from digitpad.network.slope import Slope
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.icons import icon
from digitpad.ui.theme import choose_scheme, choose_text_size
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.step.step_panel import StepPanel
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import steepest
from digitpad.workspace.wording.language import speak
from tests.ui.texts import texts_in
from tests.ui.views.step.reading import marked, numbers
from tests.ui.views.step.tapes import CALL, STEP, made_tape, recipe_of, stop_at

ONLY_ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly
TURNS = 8


@pytest.fixture(scope="module")
def tape() -> Tape:
    return made_tape(own=True)


@pytest.fixture
def actions(qapp: QApplication) -> dict[str, QAction]:
    words = {"step_back": "Back", "next_line": "Next line", "next_card": "Next card", "step_finish": "Finish"}
    return {name: QAction(icon("next"), text) for name, text in words.items()}


@pytest.fixture
def panel(qtbot: QtBot, actions: dict[str, QAction]) -> Iterator[StepPanel]:
    panel = StepPanel(actions)
    window = in_a_window(panel, qtbot)
    yield panel
    window.close()


def in_a_window(panel: StepPanel, qtbot: QtBot) -> QWidget:
    """Put a panel into a window, which can be as small as the panel says, and no smaller."""
    window = QWidget()
    qtbot.addWidget(window)
    room = QVBoxLayout(window)
    room.setContentsMargins(0, 0, 0, 0)
    room.addWidget(panel)
    window.resize(707, 490)
    window.show()
    qtbot.waitExposed(window)
    return window


def settle(panel: StepPanel, qtbot: QtBot) -> None:
    """Wait until no widget has moved for some turns of the event loop."""
    seen: list[list[object]] = []
    watched: list[QWidget] = []

    def rests() -> bool:
        seen.append([widget.geometry() for widget in watched])
        return len(seen) >= TURNS and all(found == seen[-1] for found in seen[-TURNS:])

    while watched != (there := panel.findChildren(QWidget)):  # to find them takes far longer than to look at them
        watched = there
        qtbot.waitUntil(rests)


def test_before_the_first_step_there_is_the_page_and_nothing_to_choose(panel: StepPanel) -> None:
    panel.show_page(STEP)
    assert "def one_training_step" in panel.code.text.toPlainText()
    assert not any(button.isEnabled() or button.isChecked() for button in panel.bar.buttons.values())
    assert panel.commands.next.text() == "next: a batch"
    assert not panel.card.isVisible()


def test_an_act_is_chosen_by_mouse_and_by_keyboard(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    panel.show_stop(stop_at(replace(tape, again=None)), Choice(), None)
    with qtbot.waitSignal(panel.act_chosen) as heard:
        panel.bar.buttons[Act.LOSS].click()
    assert heard.args == [Act.LOSS]
    panel.bar.buttons[Act.FORWARD].setFocus()
    with qtbot.waitSignal(panel.act_chosen) as heard:
        QTest.keyClick(panel.bar.buttons[Act.FORWARD], Qt.Key.Key_Space)
    assert heard.args == [Act.FORWARD]
    assert not panel.bar.buttons[Act.AGAIN].isEnabled()
    panel.show_stop(stop_at(replace(tape, again=None)), Choice(), Act.AGAIN)
    assert panel.card is panel.cards[Act.UPDATE], "what is not known cannot be shown"


def test_when_the_step_is_over_its_code_stays(panel: StepPanel, tape: Tape) -> None:
    panel.show_stop(Stop(Place(CALL, 2, ((STEP, 12),)), tape), Choice(), None)
    panel.show_stop(Stop(None, tape), Choice(), None)
    assert "def one_training_step" in panel.code.text.toPlainText()
    assert marked(panel.code) == []


@pytest.mark.parametrize("act", [Act.BATCH, Act.FORWARD, Act.AGAIN])
def test_pictures_are_chosen_by_mouse_and_by_keyboard(
    act: Act, panel: StepPanel, tape: Tape, qtbot: QtBot
) -> None:
    panel.show_stop(stop_at(tape), Choice(picture=0, row=3), act)
    settle(panel, qtbot)
    grid = panel.card.grid
    shown = [number for number in range(128) if act is not Act.AGAIN or answer_changed(tape, number)]
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.place_of(shown[2]).center())
    assert heard.args == [Choice(picture=shown[2], row=3)]
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert heard.args[0].picture == shown[3]
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.keyClick(grid, Qt.Key.Key_Left)
    assert heard.args[0].picture == shown[2]
    assert f"icture {shown[2] + 1}" in grid.accessibleDescription()


def answer_changed(tape: Tape, number: int) -> bool:
    return bool(tape.probabilities[number].argmax() != tape.again.probabilities[number].argmax())


def test_answers_are_marked_by_more_than_colour(panel: StepPanel, tape: Tape) -> None:
    panel.show_stop(stop_at(tape), Choice(), Act.FORWARD)
    grid = panel.card.grid
    for number, label in enumerate(tape.batch.labels):
        answer = int(tape.probabilities[number].argmax())
        assert grid.caption(number) == (f"{label} ✓" if answer == label else f"{label}→{answer} ✗")
    panel.show_stop(stop_at(tape), Choice(), Act.BATCH)
    assert panel.card.grid.caption(5) == str(tape.batch.labels[5]), "answers come with their act"
    panel.show_stop(stop_at(tape), Choice(), Act.AGAIN)
    changed = next(number for number in range(128) if answer_changed(tape, number))
    old, new = (int(p[changed].argmax()) for p in (tape.probabilities, tape.again.probabilities))
    label = int(tape.batch.labels[changed])
    assert panel.card.grid.caption(changed) == f"{label}: {old}→{new} {'✓' if new == label else '✗'}"


def test_bars_are_chosen_in_either_order(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    panel.show_stop(stop_at(tape), Choice(), Act.LOSS)
    settle(panel, qtbot)
    card = panel.card
    card.largest_first.click()
    assert card.bars.order == np.argsort(-tape.losses, kind="stable").tolist()
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.mouseClick(card.bars, Qt.MouseButton.LeftButton, pos=QPoint(1, 20))
    assert heard.args == [Choice(picture=int(tape.losses.argmax()))]
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.keyClick(card.bars, Qt.Key.Key_Right)
    assert heard.args[0].picture == card.bars.order[1]
    card.in_order.click()
    assert card.bars.order == list(range(128))


def test_weights_are_chosen_by_mouse_and_by_keyboard(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    choice = Choice(row=300, column=7)
    panel.show_stop(stop_at(tape), choice, Act.GRADIENTS)
    settle(panel, qtbot)
    picture = panel.gradients.picture_of_unit
    assert picture.columns == 28
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.square(28 * 3 + 5).center().toPoint())
    assert heard.args == [replace(choice, row=89)]
    panel.show_stop(stop_at(tape), heard.args[0], Act.GRADIENTS)
    for key, row in ((Qt.Key.Key_Down, 117), (Qt.Key.Key_Left, 116), (Qt.Key.Key_Up, 88), (Qt.Key.Key_Right, 89)):
        with qtbot.waitSignal(panel.chosen) as heard:
            QTest.keyClick(picture, key)
        assert heard.args[0].row == row
        panel.show_stop(stop_at(tape), heard.args[0], Act.GRADIENTS)
    with qtbot.waitSignal(panel.chosen) as heard:
        panel.gradients.after.click()
    assert tape.gradients[0][:, heard.args[0].column].any()
    assert heard.args[0].column > 7
    with qtbot.waitSignal(panel.chosen) as heard:
        panel.gradients.unit.setValue(400)
    assert heard.args[0].column == 400
    with qtbot.waitSignal(panel.chosen) as heard:
        panel.gradients.tensors.button(1).click()
    assert heard.args[0] == steepest(tape, replace(choice, row=89, tensor=1))
    panel.show_stop(stop_at(tape), heard.args[0], Act.GRADIENTS)
    with qtbot.waitSignal(panel.chosen) as heard:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.square(30).center().toPoint())
    assert (heard.args[0].tensor, heard.args[0].column) == (1, 30), "of biases each square is a unit"


def test_a_weight_is_pushed_as_far_as_the_curve_bends(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    choice = steepest(tape)
    panel.show_stop(stop_at(tape), choice, Act.GRADIENTS)
    card = panel.gradients.slope
    value = float(tape.before[0][choice.row, choice.column])
    assert card.reach == pytest.approx(max(5 * abs(value), 0.5))
    with qtbot.waitSignal(panel.pushed) as heard:
        card.slider.setValue(card.slider.maximum())
    assert heard.args[0] == pytest.approx(value + card.reach)
    before, after = numbers(card.push_words.text())
    assert before.value == pytest.approx(value, abs=before.half * 1.01)
    assert after.value == pytest.approx(heard.args[0], abs=after.half * 1.01)
    panel.show_slope(Slope(value, 0.01, 1.0, 0.99, 1.01), [(0.0, 0.9), (heard.args[0], 1.5)], 1.0)
    assert numbers(card.push_words.text())[-1].value == pytest.approx(1.5)
    low, high = card.plot.getPlotItem().vb.viewRange()[0]
    assert low < value - card.reach
    assert high > value + card.reach
    panel.show_stop(stop_at(tape), replace(choice, row=choice.row + 1), Act.GRADIENTS)
    assert card.slider.value() == 0
    assert card.quotient_words.isHidden(), "what was found about another weight is not this one's"


def test_slopes_that_differ_at_a_kink_are_explained(panel: StepPanel, tape: Tape) -> None:
    panel.show_stop(stop_at(tape), steepest(tape), Act.GRADIENTS)
    words, loss = panel.gradients.slope.difference_words, tape.mean
    assert loss is not None
    panel.show_slope(Slope(0.01, 0.0001, loss, loss, loss + 0.001), [], 10.0)
    assert "bend" in words.text()
    panel.show_slope(Slope(0.01, 0.0001, loss, loss, loss + 0.001), [], 5.0)
    assert words.isHidden(), "they are the same"
    panel.show_slope(Slope(0.01, 0.0001, loss, loss - 0.001, loss + 0.001), [], 20.0)
    assert words.isHidden(), "it is straight: the page has been changed behind its loss"


def test_the_wheel_over_the_unit_scrolls_unless_it_has_the_focus(panel: StepPanel, tape: Tape) -> None:
    panel.show_stop(stop_at(tape), Choice(), Act.GRADIENTS)
    for field in (panel.gradients.unit, panel.gradients.slope.slider, panel.guess.slider):
        assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def described(panel: StepPanel) -> str:
    """Return what who does not see the cards is told of the one that is shown."""
    stacks = panel.findChildren(PageStack)
    (told,) = [
        stack.accessibleDescription() for stack in stacks if stack.accessibleName() == "What the step has made"
    ]
    return told


def test_guesses_are_asked_for_and_set_beside_the_truth(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    choice = steepest(tape)
    assert panel.guess.isHidden()
    panel.show_stop(stop_at(replace(tape, gradients=None, after=None, again=None)), choice, None)
    panel.ask(Act.GRADIENTS)
    assert "W1[" in panel.guess.question.text()
    with qtbot.waitSignal(panel.slope_guessed) as heard:
        panel.guess.up.click()
    assert heard.args == [True]
    panel.ask(None)
    assert panel.guess.isHidden()
    panel.show_guesses(True, None)
    panel.show_stop(stop_at(tape), choice, Act.GRADIENTS)
    goes_up = tape.gradients[0][choice.row, choice.column] < 0
    for words in (panel.gradients.slope.guess_words, panel.update_.guess_words):
        panel.show_stop(stop_at(tape), choice, Act.UPDATE)
        assert words.text().endswith("✓" if goes_up else "✗")
        assert words.text().count("▲") == (2 if goes_up else 1)
    panel.show_stop(stop_at(tape), replace(choice, column=(choice.column + 1) % 512), Act.GRADIENTS)
    assert panel.gradients.slope.guess_words.isHidden(), "it was about another weight"
    panel.show_stop(stop_at(tape), choice, Act.UPDATE)
    panel.ask(Act.AGAIN)
    assert "right answers" not in described(panel), "it gives away to the ear what is to be guessed"
    assert numbers(panel.guess.question.text())[0].value == pytest.approx(tape.mean, rel=0.01)
    panel.guess.slider.setValue(25)
    with qtbot.waitSignal(panel.loss_guessed) as heard:
        panel.guess.take.click()
    assert heard.args[0] == pytest.approx(tape.mean / 2)
    panel.show_guesses(True, heard.args[0])
    panel.show_stop(stop_at(tape), choice, Act.AGAIN)
    assert described(panel).startswith("right answers: ")
    guess, after = numbers(panel.again.guess_words.text())
    assert guess.value == pytest.approx(tape.mean / 2, abs=guess.half * 1.01)
    assert after.value == pytest.approx(float(tape.again.losses.mean()), abs=after.half * 1.01)
    assert "guessed" in panel.again.scale.accessibleDescription()


@pytest.mark.parametrize("up", [True, False])
def test_the_way_downhill_is_drawn_over_the_guess(panel: StepPanel, tape: Tape, up: bool) -> None:
    assert tape.gradients is not None
    row, column = (int(place) for place in np.unravel_index(tape.gradients[0].argmax(), tape.gradients[0].shape))
    own = float(tape.before[0][row, column])
    panel.show_stop(stop_at(tape), Choice(row=row, column=column), Act.GRADIENTS)
    slope = panel.gradients.slope
    assert len(slope.ways.points()) == 0, "nobody has guessed"
    panel.show_guesses(up, None)
    guess, truth = slope.ways.points()
    assert (guess.pos().x() > own) is up
    assert truth.pos().x() < own, "the loss rises with the weight"
    assert truth.size() < guess.size(), "a right guess is still seen behind it"
    panel.show_guesses(None, None)
    assert len(slope.ways.points()) == 0


def test_a_situation_is_said_with_what_can_be_done(panel: StepPanel, qtbot: QtBot) -> None:
    first, second = QAction("One more epoch"), QAction("A new run")
    panel.say("This run is finished.", first, second)
    assert panel.sentence.isVisible()
    assert [button.text() for button in panel.sentence.buttons] == ["One more epoch", "A new run"]
    with qtbot.waitSignal(second.triggered):
        panel.sentence.buttons[1].click()
    panel.say("TensorFlow is loading.")
    assert not any(button.isVisible() for button in panel.sentence.buttons)
    panel.say("")
    assert panel.sentence.isHidden()


def test_what_can_be_done_is_written_out_in_any_width(panel: StepPanel, qtbot: QtBot) -> None:
    panel.say("This run is finished.", QAction("One more epoch"), QAction("A new run"))
    buttons = panel.sentence.buttons
    both = sum(button.sizeHint().width() for button in buttons)
    panel.sentence.setFixedWidth(both - 1)
    qtbot.waitUntil(lambda: buttons[1].y() > buttons[0].y())
    assert [button.width() for button in buttons] == [button.sizeHint().width() for button in buttons]


def test_buttons_give_up_their_words_before_they_are_cut(
    panel: StepPanel, actions: dict[str, QAction], qtbot: QtBot
) -> None:
    styles = {}
    for width in (900, 405, 310):
        panel.window().resize(width, 500)
        settle(panel, qtbot)
        styles[width] = [button.toolButtonStyle() == ONLY_ICONS for button in panel.commands.buttons.values()]
        for button in panel.commands.buttons.values():
            assert button.width() >= button.minimumSizeHint().width()
    assert styles == {900: [False] * 4, 405: [True, True, False, True], 310: [True] * 4}
    actions["next_line"].setText("A command whose words are much longer than those that it had before")
    panel.window().resize(900, 500)
    settle(panel, qtbot)
    assert panel.commands.buttons["next_line"].toolButtonStyle() == ONLY_ICONS


def test_what_comes_next_is_written_as_a_formula(panel: StepPanel, tape: Tape) -> None:
    at_gradients = replace(tape, after=None, updated=False, again=None)
    panel.show_stop(stop_at(at_gradients), Choice(), None)
    assert panel.commands.next.text() == "next: w ← w − 0.1 × g"
    adam = replace(at_gradients, recipe=recipe_of(optimizer="adam"))
    panel.show_stop(stop_at(adam), Choice(), None)
    assert panel.commands.next.text() == "next: w ← w − 0.1 × what Adam makes of g"


def test_it_speaks_the_language_that_is_chosen(
    panel: StepPanel, tape: Tape, actions: dict[str, QAction], qtbot: QtBot
) -> None:
    def show(panel: StepPanel) -> None:
        for act in Act:
            panel.show_stop(stop_at(tape), Choice(picture=3), act)
        panel.show_guesses(True, 1.0)
        panel.ask(Act.AGAIN)
        qtbot.waitUntil(lambda: bool(panel.cards[Act.FORWARD].bars.accessibleDescription()))
        settle(panel, qtbot)

    show(panel)
    english = texts_in(panel)
    speak("vi")
    settle(panel, qtbot)
    vietnamese = texts_in(panel)
    fresh = StepPanel(actions)
    window = in_a_window(fresh, qtbot)
    show(fresh)
    assert texts_in(fresh) == vietnamese
    window.close()
    speak("en")
    settle(panel, qtbot)
    assert texts_in(panel) == english
    assert sum((vietnamese - english).values()) > 60


SIZES = [
    ((707, 490), 100, "light"),
    ((405, 490), 100, "dark"),
    ((644, 420), 150, "light"),
    ((1023, 850), 100, "dark"),
]
"""What the stage leaves to a view on 1366×768, on 1024×768, with large letters, and on a large screen.

Colours need no room: each set of them is looked at, not each in each size.
"""


@pytest.mark.parametrize(("size", "percent", "scheme"), SIZES)
@pytest.mark.usefixtures("language")
def test_everything_can_be_reached(
    size: tuple[int, int], percent: int, scheme: str, panel: StepPanel, tape: Tape, qtbot: QtBot
) -> None:
    choose_scheme(scheme)
    choose_text_size(percent)
    panel.window().resize(*size)
    choice = steepest(tape, Choice(picture=8))
    for act in Act:
        panel.show_stop(stop_at(tape), choice, act)
        if act is Act.GRADIENTS:
            panel.show_slope(Slope(0.01, 0.02, 1.3, 1.298, 1.302), [(0.01, 1.3)], 0.1)
        settle(panel, qtbot)
        assert panel.size().toTuple() == size
        assert list(cut(panel)) == [], act
        area = panel.card.parentWidget().parentWidget()
        assert isinstance(area, QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0, act
        assert area.viewport().height() > 5 * panel.fontMetrics().height()


def cut(panel: StepPanel) -> Iterator[str]:
    """Yield the texts that have too little room."""
    for kind in (QLabel, QAbstractButton):
        for widget in panel.findChildren(kind):
            if not widget.isVisible() or not widget.text() or isinstance(widget, ElidedLabel):
                continue
            if isinstance(widget, QToolButton) and not widget.icon().isNull():
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height():
                    yield f"{widget.text()!r}: {widget.heightForWidth(widget.width())} in {widget.height()} high"
            elif widget.sizeHint().width() > widget.width() and not isinstance(widget, QToolButton):
                yield f"{widget.text()!r}: {widget.sizeHint().width()} in {widget.width()} wide"


def test_a_projector_gets_fewer_details(panel: StepPanel, tape: Tape, qtbot: QtBot) -> None:
    choice = steepest(tape)
    panel.window().resize(900, 600)
    for act in Act:
        panel.show_stop(stop_at(tape), choice, act)
        usual = [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible()]
        panel.set_projector(True)
        panel.show_stop(stop_at(tape), choice, act)
        few = [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible()]
        assert len(few) <= len(usual)
        assert set(few) <= set(usual)
        settle(panel, qtbot)
        assert panel.code.isVisible()
        assert panel.code.geometry().right() < panel.card.mapTo(panel, QPoint()).x(), "side by side"
        panel.set_projector(False)
        panel.show_stop(stop_at(tape), choice, act)
        assert [label.text() for label in panel.card.findChildren(QLabel) if label.isVisible()] == usual


def test_the_curve_of_the_mean_knows_the_run_so_far(panel: StepPanel, tape: Tape) -> None:
    panel.show_losses(np.linspace(2.4, 1.5, 50_000, dtype=np.float32))
    panel.show_stop(stop_at(replace(tape, number=50_000)), Choice(), Act.MEAN)
    assert "50,001" in panel.mean.curve.accessibleDescription()
    assert not panel.grab().isNull()
