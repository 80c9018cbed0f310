"""A lesson with the view Step in the real window: by mouse and keys, read as a class reads it."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from digitpad.data import mnist
from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.session_file import load_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.engines.acts.tape import Act
from digitpad.network.architecture import ARTICLE
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_scheme, colors
from digitpad.ui.views.step.step_view import StepView
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import FEW_UNITS, FILE_MS, choose, reported, settle
from tests.ui.pointer import draw
from tests.ui.views.step.reading import agrees, marked, numbers
from tests.workspace.hearing import TRAINING_MS

RECIPE = replace(KERAS_RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1, architecture=FEW_UNITS)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LABEL, TIMES = 7, 20


@pytest.fixture
def lesson(ready: MainWindow) -> Iterator[MainWindow]:
    """A window in which the article's loop can train at once, with a drawing of a three."""
    ready.workspace.draft.write(RECIPE)
    draw(ready.canvas, sample_digit(3))
    yield ready
    speak("en")


def view_of(window: MainWindow) -> StepView:
    view = window.views["step"]
    assert isinstance(view, StepView)
    return view


def press(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def click(widget: QWidget, qtbot: QtBot) -> None:
    """Scroll a widget into sight, and click it."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)
        settle(qtbot)
    qtbot.mouseClick(widget, LEFT)


def button_of(window: MainWindow, name: str) -> QToolButton:
    """Return the button that a command has in the view, or beside its tab."""
    (found,) = [
        button
        for button in window.area.findChildren(QToolButton)
        if button.defaultAction() is window.actions_[name] and button.isVisible()
    ]
    return found


def train_for_a_while(window: MainWindow, qtbot: QtBot) -> Run:
    with reported(window, qtbot, SnapshotTaken):
        qtbot.mouseClick(window.panel.buttons["train"], LEFT)
    run = window.workspace.training.run
    assert run is not None
    return run


def open_view(window: MainWindow, qtbot: QtBot) -> StepView:
    """Open the view by its key; a run that trains pauses."""
    press(window, Qt.Key.Key_4, CONTROL)
    view = view_of(window)
    qtbot.waitUntil(view.panel.isVisible)
    qtbot.waitUntil(lambda: window.workspace.training.state in (State.IDLE, State.PAUSED), timeout=TRAINING_MS)
    return view


def shows(window: MainWindow, qtbot: QtBot, act: Act) -> None:
    """Wait until the card of this act is shown, and complete."""
    stepping, panel = window.workspace.stepping, view_of(window).panel

    def is_shown() -> bool:
        stop, tape = stepping.stop, panel.tape
        return stop is not None and tape is stop.tape and stepping.is_quiet and tape.complete is act

    qtbot.waitUntil(is_shown, timeout=TRAINING_MS)
    settle(qtbot)


def step_to(window: MainWindow, qtbot: QtBot, act: Act) -> None:
    """Go on card by card, by key, to the card of this act."""
    stop = window.workspace.stepping.stop
    done = Act.AGAIN if stop is None else stop.tape.complete
    for number in range(1 if done is Act.AGAIN else done + 1, act + 1):
        press(window, Qt.Key.Key_F6)
        shows(window, qtbot, Act(number))


def waiting(window: MainWindow, qtbot: QtBot) -> Run:
    """Have a line wait behind the gradients of a run that trained before; return the run."""
    run = train_for_a_while(window, qtbot)
    open_view(window, qtbot)
    step_to(window, qtbot, Act.GRADIENTS)
    return run


def weights(run: Run) -> list[np.ndarray]:
    assert run.checkpoint is not None
    return [weight.copy() for weight in run.checkpoint.snapshot.weights]


def equal(ours: list[np.ndarray], theirs: list[np.ndarray]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_the_button_stays_under_the_pointer_that_clicks_it_from_card_to_card(
    lesson: MainWindow, qtbot: QtBot
) -> None:
    """What can be done with the drawing comes and goes: never where the next click will be."""
    train_for_a_while(lesson, qtbot)
    view = open_view(lesson, qtbot)
    places = set()
    for act in (*Act, Act.BATCH):
        press(lesson, Qt.Key.Key_F6)
        shows(lesson, qtbot, act)
        places.add(button_of(lesson, "next_card").mapTo(lesson, QPoint()).toTuple())
        assert view.own.isVisible() == (act is Act.AGAIN)
    assert len(places) == 1


def test_seven_cards_by_key_say_what_a_pocket_calculator_finds(lesson: MainWindow, qtbot: QtBot) -> None:
    lesson.workspace.draft.write(replace(RECIPE, architecture=ARTICLE))
    run = train_for_a_while(lesson, qtbot)
    panel = open_view(lesson, qtbot).panel
    done = len(run.history)
    assert lesson.workspace.training.run is run
    qtbot.waitUntil(lambda: panel.sentence.words.text() == f"Next card opens batch {done + 1:,} of {run.name}.")

    step_to(lesson, qtbot, Act.BATCH)
    assert panel.card.shapes.text() == "images_batch (128, 784) float32 · labels_batch (128,)"
    assert not panel.sentence.isVisible()
    step_to(lesson, qtbot, Act.FORWARD)
    assert [words.text() for words in panel.cards[Act.FORWARD].formulas] == [
        "(128, 784)·(784, 512) + (512,) → relu → (128, 512)",
        "(128, 512)·(512, 10) + (10,) → softmax → (128, 10)",
    ]
    step_to(lesson, qtbot, Act.LOSS)
    probability, loss = numbers(panel.cards[Act.LOSS].formula.text())
    assert agrees(-math.log(probability.value), loss)
    step_to(lesson, qtbot, Act.MEAN)
    (mean,) = numbers(panel.mean.average.text())
    losses = numbers(panel.mean.losses.text())
    assert len(losses) == 128
    reckoned, slack = sum(read.value for read in losses) / 128, sum(read.half for read in losses) / 128
    assert abs(reckoned - mean.value) <= slack + mean.half
    step_to(lesson, qtbot, Act.GRADIENTS)
    slope = numbers(panel.gradients.slope.tape_words.text())[-1]
    step_to(lesson, qtbot, Act.UPDATE)
    before, rate, factor, after = numbers(panel.update_.formula.text())
    assert agrees(before.value - rate.value * factor.value, after)
    assert factor.value == pytest.approx(slope.value, abs=slope.half + factor.half)
    assert len(run.history) == done
    step_to(lesson, qtbot, Act.AGAIN)
    old, new = numbers(panel.again.losses.text())
    assert abs(old.value - mean.value) <= old.half + mean.half
    (change,) = numbers(panel.again.fell.text())
    assert abs(abs(old.value - new.value) - change.value) <= old.half + new.half + change.half
    assert len(run.history) == done + 1
    assert abs(run.history.losses[-1] - mean.value) <= mean.half + 1e-6


def test_back_past_the_update_the_bars_show_the_old_answer(lesson: MainWindow, qtbot: QtBot) -> None:
    run = train_for_a_while(lesson, qtbot)
    open_view(lesson, qtbot)
    bars = lesson.prediction.bars
    before, old = weights(run), list(bars.probabilities or [])
    step_to(lesson, qtbot, Act.AGAIN)
    after = weights(run)
    qtbot.waitUntil(lambda: list(bars.probabilities or []) != old)
    new = list(bars.probabilities or [])
    press(lesson, Qt.Key.Key_F6, SHIFT)
    shows(lesson, qtbot, Act.UPDATE)
    qtbot.waitUntil(lambda: list(bars.probabilities or []) == old)
    assert equal(weights(run), before)
    press(lesson, Qt.Key.Key_F6)
    shows(lesson, qtbot, Act.AGAIN)
    qtbot.waitUntil(lambda: list(bars.probabilities or []) == new)
    assert equal(weights(run), after)


def test_a_switch_that_is_on_looks_like_the_others(lesson: MainWindow, qtbot: QtBot) -> None:
    choose_scheme("dark")
    open_view(lesson, qtbot)
    switch = button_of(lesson, "guess_first")
    click(switch, qtbot)
    assert switch.isChecked()
    beside_its_words = switch.grab().toImage().pixelColor(switch.width() // 2, 4).name()
    assert beside_its_words == colors().hover, "what is off and cannot be used is grey"


def test_who_guesses_first_sees_the_card_afterwards(lesson: MainWindow, qtbot: QtBot) -> None:
    train_for_a_while(lesson, qtbot)
    panel = open_view(lesson, qtbot).panel
    click(button_of(lesson, "guess_first"), qtbot)
    step_to(lesson, qtbot, Act.GRADIENTS)
    assert panel.guess.question.text().startswith("Guess first: will W1[")
    assert panel.card is panel.mean, "the gradients would give it away"
    click(panel.guess.up, qtbot)
    qtbot.waitUntil(lambda: panel.card is panel.gradients)
    assert not panel.guess.isVisible()
    qtbot.waitUntil(lambda: panel.gradients.slope.guess_words.text().startswith("guessed: ▲ up"))
    step_to(lesson, qtbot, Act.AGAIN)
    assert panel.card is panel.update_
    (asked,) = numbers(panel.guess.question.text())
    for _ in range(10):
        QTest.keyClick(panel.guess.slider, Qt.Key.Key_Left)
    (guessed,) = numbers(panel.guess.slider.accessibleDescription())
    assert guessed.value == pytest.approx(0.8 * asked.value, abs=0.8 * asked.half + guessed.half)
    click(panel.guess.take, qtbot)
    qtbot.waitUntil(lambda: panel.card is panel.again)
    assert numbers(panel.again.guess_words.text())[0].value == pytest.approx(guessed.value, rel=0.05)


def test_a_class_trains_on_its_own_drawing_and_takes_that_back(lesson: MainWindow, qtbot: QtBot) -> None:
    run = train_for_a_while(lesson, qtbot)
    view = open_view(lesson, qtbot)
    before, done = weights(run), len(run.history)
    qtbot.waitUntil(view.own.label.isVisible)
    assert not button_of(lesson, "own_twenty").isEnabled()
    give_label(view.own.label, LABEL)
    qtbot.waitUntil(button_of(lesson, "own_twenty").isEnabled)
    with reported(lesson, qtbot, Ending.PAUSED):
        click(button_of(lesson, "own_twenty"), qtbot)
    assert len(run.history) == done + TIMES
    said = f"{TIMES} batches of nothing but the drawing as {LABEL}: P({LABEL}) "
    others = "Of a sample of the test images it read "
    qtbot.waitUntil(lambda: others in view.own.result.text(), timeout=TRAINING_MS)
    assert view.own.result.text().startswith(said)
    rose = numbers(view.own.result.text().removeprefix(said))
    assert rose[1].value > rose[0].value
    assert lesson.prediction.answer.text() == str(LABEL)

    with reported(lesson, qtbot, Ending.PAUSED):
        click(button_of(lesson, "undo_training"), qtbot)
    qtbot.waitUntil(lambda: view.own.result.text() == "")
    assert len(run.history) == done
    assert equal(weights(run), before)
    assert run.history.interventions == []
    with reported(lesson, qtbot, SnapshotTaken):
        qtbot.mouseClick(lesson.panel.buttons["train"], LEFT)
    assert lesson.workspace.training.run is run
    assert len(run.history) > done


def test_without_mnist_it_says_whose_digits_were_read(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(mnist, "asset", lambda name: tmp_path / name)
    mnist.load_dataset.cache_clear()
    try:
        space = window.workspace
        space.prepare_training()
        qtbot.waitUntil(lambda: space.readiness.is_known, timeout=TRAINING_MS)
        drawn = [LabelledDrawing(sample_digit(n % 10), n % 10, pen=n // 10 + 1) for n in range(50)]
        space.class_drawings.put(ClassSet(drawings=tuple(drawn)))
        qtbot.waitUntil(lambda: space.material.is_ready, timeout=TRAINING_MS)
        space.draft.write(replace(RECIPE, data=TrainingData(mix=1.0), batch_size=8))
        draw(window.canvas, sample_digit(3))
        view = open_view(window, qtbot)
        give_label(view.own.label, LABEL)
        qtbot.waitUntil(button_of(window, "own_once").isEnabled)
        click(button_of(window, "own_once"), qtbot)
        said = "Of our held-out digits it read "
        qtbot.waitUntil(lambda: said in view.own.result.text(), timeout=TRAINING_MS)
    finally:
        mnist.load_dataset.cache_clear()


def give_label(box: QComboBox, digit: int) -> None:
    """Choose a digit by its key, as in any list."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key(ord(str(digit))))


def test_stop_while_a_line_waits_leaves_the_run_as_before_the_step(lesson: MainWindow, qtbot: QtBot) -> None:
    run = waiting(lesson, qtbot)
    before, done = weights(run), len(run.history)
    with reported(lesson, qtbot, Ending.STOPPED):
        qtbot.mouseClick(lesson.panel.buttons["stop"], LEFT)
    panel = view_of(lesson).panel
    qtbot.waitUntil(lambda: panel.tape is None)
    assert marked(panel.code) == []
    assert "def one_training_step" in panel.code.text.toPlainText()
    assert panel.sentence.words.text().startswith("Next card begins a run by the recipe")
    assert len(run.history) == done
    assert equal(weights(run), before)


def test_saving_while_a_line_waits_unwinds_it(
    lesson: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = waiting(lesson, qtbot)
    before, done = weights(run), len(run.history)
    choose(monkeypatch, tmp_path / "lesson.digitpad")
    with qtbot.waitSignal(lesson.files.told, timeout=FILE_MS):
        press(lesson, Qt.Key.Key_S, CONTROL)
    assert lesson.workspace.stepping.stop is None
    assert lesson.workspace.training.state is State.PAUSED
    (saved,) = load_session(tmp_path / "lesson.digitpad").runs
    assert len(saved.history) == done
    assert saved.snapshot is not None
    assert equal(list(saved.snapshot.weights), before)
    step_to(lesson, qtbot, Act.AGAIN)  # and the same batch can be gone through again
    assert len(run.history) == done + 1
    with qtbot.waitSignal(lesson.files.told, timeout=FILE_MS):
        press(lesson, Qt.Key.Key_S, CONTROL)
    assert lesson.workspace.stepping.stop is not None, "a step that is over can still be read"
    assert len(load_session(tmp_path / "lesson.digitpad").runs[0].history) == done + 1


def test_a_drawing_that_nobody_has_named_says_that_it_does_not_join(lesson: MainWindow, qtbot: QtBot) -> None:
    view = open_view(lesson, qtbot)
    qtbot.waitUntil(view.own.isVisible)
    press(lesson, Qt.Key.Key_J, CONTROL)
    assert "does not join yet" in view.own.result.text()
    lesson.workspace.own.set_label(LABEL)
    assert view.own.result.text() == ""
    lesson.workspace.own.set_label(None)
    press(lesson, Qt.Key.Key_J, CONTROL)
    assert view.own.result.text() == ""


def test_torn_off_it_is_stepped_by_the_same_keys_and_buttons(lesson: MainWindow, qtbot: QtBot) -> None:
    waiting(lesson, qtbot)
    press(lesson, Qt.Key.Key_V, CONTROL | SHIFT)
    panel = view_of(lesson).panel
    torn = panel.window()
    assert torn is not lesson
    torn.activateWindow()
    qtbot.waitUntil(torn.isActiveWindow)
    shows(lesson, qtbot, Act.GRADIENTS)
    QTest.keyClick(torn, Qt.Key.Key_F6)
    shows(lesson, qtbot, Act.UPDATE)
    QTest.keyClick(torn, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)  # of no button
    shows(lesson, qtbot, Act.BATCH)
    QTest.keyClick(torn, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    shows(lesson, qtbot, Act.UPDATE)
    click(panel.commands.buttons["next_card"], qtbot)
    shows(lesson, qtbot, Act.AGAIN)
    torn.close()
    assert panel.window() is lesson
    assert panel.again.losses.text()


def test_in_another_language_the_step_is_where_it_was(lesson: MainWindow, qtbot: QtBot) -> None:
    waiting(lesson, qtbot)
    panel, stop = view_of(lesson).panel, lesson.workspace.stepping.stop
    english = panel.card.heading.text()
    lesson.actions_["language_vi"].trigger()
    qtbot.waitUntil(lambda: panel.card.heading.text() != english)
    assert lesson.workspace.stepping.stop is stop
    assert panel.card is panel.gradients
    step_to(lesson, qtbot, Act.UPDATE)
    before, rate, factor, after = numbers(panel.update_.formula.text())
    assert agrees(before.value - rate.value * factor.value, after)


def test_closing_while_a_line_waits_keeps_the_run_as_before_the_step(lesson: MainWindow, qtbot: QtBot) -> None:
    run = waiting(lesson, qtbot)
    before, done = weights(run), len(run.history)
    lesson.close()
    assert lesson.workspace.is_quiet
    assert len(run.history) == done
    assert equal(weights(run), before)
    assert lesson.workspace.stepping.stop is None


def test_a_picture_and_a_weight_are_chosen_and_pushed_by_mouse_and_keys(lesson: MainWindow, qtbot: QtBot) -> None:
    waiting(lesson, qtbot)
    panel, inspection = view_of(lesson).panel, lesson.workspace.inspection
    checker, slope = inspection.checker, panel.gradients.slope
    qtbot.waitUntil(lambda: slope.quotient_words.text() != "", timeout=TRAINING_MS)
    by_tape, by_losses = numbers(slope.tape_words.text())[-1], numbers(slope.quotient_words.text())[-1]
    assert by_losses.value == pytest.approx(by_tape.value, rel=0.1, abs=by_tape.half + by_losses.half)
    click(slope.slider, qtbot)
    slope.slider.setFocus()
    QTest.keyClick(slope.slider, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: checker.check is not None and bool(checker.check.points), timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: "loss" in slope.push_words.text())
    assert checker.check is not None
    shown = numbers(slope.push_words.text())[-1]
    assert shown.value == pytest.approx(checker.check.points[-1][1], abs=shown.half)
    click(panel.bar.buttons[Act.BATCH], qtbot)
    qtbot.waitUntil(lambda: panel.card is panel.cards[Act.BATCH])
    grid = panel.cards[Act.BATCH].grid
    qtbot.mouseClick(grid, LEFT, pos=grid.place_of(1).center() - QPoint(0, 4))
    qtbot.waitUntil(lambda: panel.cards[Act.BATCH].words.text().startswith("Picture 2, label "))
    assert inspection.choice.picture == 1
