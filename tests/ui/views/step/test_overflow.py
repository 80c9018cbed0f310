"""A network whose numbers overflow answers nothing: no card says that it did, nor that nothing has changed."""

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.engines.acts.tape import Act, Tape
from digitpad.ui.theme import colors
from digitpad.ui.views.step.drawn.loss_bars import LossBars
from digitpad.ui.views.step.step_panel import StepPanel
from digitpad.workspace.stepping.checks import UpdateTerm
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.wording.acts.slope_texts import update_text
from digitpad.workspace.wording.language import speak
from tests.ui.views.step.tapes import made_tape, recipe_of, stop_at

SAID = {
    "en": (
        "no answer, the numbers overflow ✗",
        "0 of 8 answers are right",
        "The numbers overflow: the step was far too long.",
        "The numbers overflow: this batch has no loss.",
    ),
    "vi": (
        "không có câu trả lời, bị tràn số ✗",
        "0 trong 8 câu trả lời đúng",
        "Bị tràn số: bước đi dài quá mức.",
        "Bị tràn số: batch này không có mất mát.",
    ),
}
"""Of a picture and of all, of a step after which there is no loss, and of one before which there was none."""


@pytest.fixture
def tape() -> Tape:
    """A step on eight pictures, the first of them a nought as far as its label says, at the end of all numbers."""
    whole = made_tape(recipe_of(batch_size=8))
    none = np.full_like(whole.probabilities, np.nan)
    assert whole.batch is not None
    labels = whole.batch.whole_labels.copy()
    labels[0] = 0
    losses = np.full_like(whole.losses, np.nan)
    assert whole.again is not None
    again = replace(whole.again, probabilities=none, losses=losses)
    return replace(whole, batch=replace(whole.batch, whole_labels=labels), again=again)


def overflown(tape: Tape) -> Tape:
    """Return the next step: what was no number after the last one is none before this."""
    assert tape.again is not None
    return replace(tape, probabilities=tape.again.probabilities, losses=tape.again.losses, mean=math.nan)


@pytest.mark.parametrize("language", SAID)
def test_a_step_that_was_far_too_long_says_so(language: str, panel: StepPanel, tape: Tape) -> None:
    speak(language)
    panel.show_stop(stop_at(tape), Choice(), Act.AGAIN)
    assert panel.again.fell.text() == SAID[language][2]
    assert not panel.again.scale.isVisible(), "there is nothing on it"
    assert panel.again.grid.count == 8, "of each picture the answer has gone"
    assert panel.again.grid.caption(0).endswith("→– ✗")
    assert "→ 0 " in panel.again.right.text()


@pytest.mark.parametrize("language", SAID)
def test_no_answer_is_neither_nought_nor_right(language: str, panel: StepPanel, tape: Tape) -> None:
    speak(language)
    forward, loss = panel.cards[Act.FORWARD], panel.cards[Act.LOSS]
    panel.show_stop(stop_at(overflown(tape)), Choice(), Act.FORWARD)
    assert forward.words.text().endswith(SAID[language][0])
    assert forward.right.text() == SAID[language][1]
    assert forward.grid.caption(0) == "0→– ✗"
    panel.show_stop(stop_at(overflown(tape)), Choice(), Act.LOSS)
    assert loss.formula.text() == "−log NaN = NaN", "the page has made nothing else of it"
    panel.show_stop(stop_at(overflown(tape)), Choice(), Act.AGAIN)
    assert panel.again.fell.text() == SAID[language][3]
    assert panel.again.grid.count == 0


def bars_of(losses: list[float], qtbot: QtBot) -> LossBars:
    bars = LossBars()
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show()
    qtbot.waitExposed(bars)
    bars.show_losses(np.array(losses, np.float32), np.ones(len(losses), np.bool_), 0, "")
    return bars


def test_the_bar_of_a_single_picture_is_a_bar(qtbot: QtBot) -> None:
    bars = bars_of([2.3], qtbot)
    picture = bars.grab().toImage()
    scale = picture.devicePixelRatio()
    row = [picture.pixelColor(round(x * scale), round(100 * scale)).name() for x in range(400)]
    assert 10 < row.count(colors().text) < 100
    bars.show_losses(np.array([2.3, 1.0], np.float32), np.ones(2, np.bool_), 0, "")
    second = row.count(colors().text) * 3 // 2
    with qtbot.waitSignal(bars.chosen) as heard:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(second, 150))
    assert heard.args == [1]


def test_what_is_no_number_has_no_bar(qtbot: QtBot) -> None:
    picture = bars_of([math.nan] * 3, qtbot).grab().toImage()
    middle = picture.height() // 2
    assert len({picture.pixelColor(x, middle).name() for x in range(picture.width())}) == 1


def test_a_huge_step_is_written_in_one_line(qtbot: QtBot) -> None:
    term = UpdateTerm(-0.0493, -3.9035178e28, 1e30, 0.03904, 0.03904, plain=True, lost=False)
    assert update_text(term) == "0.000·10²⁸ − 1·10³⁰ × 0.03904 = −3.904·10²⁸"
