"""The class's own drawing as something to learn from: alone, or with the next batch."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.arrays import PIXELS
from digitpad.drawing.samples import sample_digit
from digitpad.engines.acts.protocol import Go
from digitpad.engines.protocol import Step
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.run import Run
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL, WAIT_MS, reported, settle

LABEL = 7
MANY = 5


@pytest.fixture
def drawn(ready: Workspace) -> Workspace:
    """A workspace with a drawing that the class calls a seven, though it is a three."""
    ready.board.set_drawing(sample_digit(3), "")
    ready.own.set_label(LABEL)
    return ready


def paused(workspace: Workspace, qtbot: QtBot) -> Run:
    with reported(workspace, qtbot, Ending.PAUSED):
        workspace.training.train(SMALL, Step.BATCH)
    settle(qtbot)
    run = workspace.training.run
    assert run is not None
    return run


def learnt(workspace: Workspace, qtbot: QtBot, count: int) -> None:
    """Train on the drawing, and wait until all that is said of it is known."""
    workspace.own.train(count)

    def known() -> bool:
        lesson = workspace.own.lesson
        return lesson is not None and lesson.before is not None and lesson.after is not None

    qtbot.waitUntil(known, timeout=WAIT_MS)


def test_the_drawing_alone_is_learnt_and_what_it_does_to_others_is_seen(drawn: Workspace, qtbot: QtBot) -> None:
    run = paused(drawn, qtbot)
    learnt(drawn, qtbot, MANY)
    assert drawn.training.state is State.PAUSED
    assert len(run.history) == 1 + MANY
    lesson = drawn.own.lesson
    assert lesson is not None
    assert lesson.probability_after > lesson.probability_before
    assert (lesson.first, lesson.count, lesson.label) == (1, MANY, LABEL)
    (intervention,) = run.history.interventions
    assert (intervention.first, intervention.count) == (1, MANY)
    assert intervention.labels == (LABEL,)
    assert intervention.alone


def test_what_it_did_is_told_of_the_run_though_somebody_looks_back(drawn: Workspace, qtbot: QtBot) -> None:
    run = paused(drawn, qtbot)

    def look_back(_: object, event: object) -> None:
        if isinstance(event, Advanced):
            drawn.past.look(run.moments[0])

    drawn.training.reported.connect(look_back)
    learnt(drawn, qtbot, MANY)
    answer = drawn.recognizer.answer()
    assert answer is not None
    assert answer.snapshot.updates == 0  # it is looked back at
    glyph = answer.glyph.reshape(PIXELS)
    assert run.snapshot is not None
    assert drawn.own.lesson is not None
    assert drawn.own.lesson.probability_after == pytest.approx(run.snapshot.probabilities(glyph)[LABEL])
    assert drawn.own.lesson.probability_after != pytest.approx(answer.probabilities[LABEL])


def test_what_it_did_is_told_of_what_was_learnt_though_another_digit_is_drawn_meanwhile(
    drawn: Workspace, qtbot: QtBot
) -> None:
    run = paused(drawn, qtbot)
    answer = drawn.recognizer.answer()
    assert answer is not None

    def draw_another(_: object, event: object) -> None:
        if isinstance(event, Advanced):
            drawn.board.set_drawing(sample_digit(8), "")

    drawn.training.reported.connect(draw_another)
    learnt(drawn, qtbot, MANY)
    assert run.snapshot is not None
    assert drawn.own.lesson is not None
    expected = run.snapshot.probabilities(answer.glyph.reshape(PIXELS))[LABEL]
    assert drawn.own.lesson.probability_after == pytest.approx(expected)


def test_undo_training_takes_it_back_bit_for_bit(drawn: Workspace, qtbot: QtBot) -> None:
    run = paused(drawn, qtbot)
    before = run.checkpoint
    assert before is not None
    learnt(drawn, qtbot, MANY)
    drawn.undo_training.undo()
    qtbot.waitUntil(lambda: drawn.training.state is State.PAUSED, timeout=WAIT_MS)
    after = run.checkpoint
    assert after is not None
    assert len(run.history) == 1
    assert run.history.interventions == []
    for ours, theirs in zip(after.snapshot.weights, before.snapshot.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert drawn.own.lesson is None


def test_what_one_run_has_learnt_of_it_is_not_said_of_the_next(drawn: Workspace, qtbot: QtBot) -> None:
    paused(drawn, qtbot)
    learnt(drawn, qtbot, 1)
    drawn.training.stop()
    qtbot.waitUntil(lambda: drawn.training.state is State.IDLE, timeout=WAIT_MS)
    assert drawn.own.lesson is not None, "it is still of the run that was trained last"
    paused(drawn, qtbot)
    assert drawn.own.lesson is None


def test_without_a_run_one_begins(drawn: Workspace, qtbot: QtBot) -> None:
    assert drawn.stepping.situation is Situation.NEW_RUN
    learnt(drawn, qtbot, 1)
    run = drawn.training.run
    assert run is not None
    assert len(run.history) == 1
    assert run.history.interventions[0].first == 0


def test_nobody_can_learn_from_what_nobody_has_named(ready: Workspace, qtbot: QtBot) -> None:
    paused(ready, qtbot)
    assert not ready.own.can_train
    ready.board.set_drawing(sample_digit(3), "")
    assert not ready.own.can_train
    ready.own.set_label(3)
    assert ready.own.can_train
    ready.board.clear()
    assert ready.own.label is None
    assert not ready.own.can_train


def test_it_joins_a_batch_as_its_first_picture(drawn: Workspace, qtbot: QtBot) -> None:
    run = paused(drawn, qtbot)
    drawn.own.set_joins(on=True)
    drawn.stepping.go_on(Go.END)
    qtbot.waitUntil(lambda: len(run.history) == 2, timeout=WAIT_MS)
    assert drawn.stepping.stop is not None
    batch = drawn.stepping.stop.tape.batch
    assert batch is not None
    assert batch.own == 1
    assert batch.size == SMALL.batch_size + 1
    assert batch.labels[0] == LABEL
    answer = drawn.recognizer.answer()
    assert answer is not None
    np.testing.assert_allclose(batch.images[0], answer.glyph.reshape(-1), atol=0.5 / 255)
    (intervention,) = run.history.interventions
    assert not intervention.alone
    drawn.stepping.go_back()
    assert run.history.interventions == []


def test_near_its_end_a_run_learns_from_it_as_often_as_it_can(drawn: Workspace, qtbot: QtBot) -> None:
    with reported(drawn, qtbot, Ending.PAUSED):
        drawn.training.train(replace(SMALL, epochs=1), Step.BATCH)
    run = drawn.training.run
    assert run is not None
    learnt(drawn, qtbot, 20)
    assert run.finished
    assert drawn.stepping.situation is Situation.FINISHED
