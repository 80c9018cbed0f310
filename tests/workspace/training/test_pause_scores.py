"""Where somebody pauses a run it is measured, once it has paused; nobody waits for that."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData, TrainingSet
from digitpad.engines.acts.protocol import Go
from digitpad.engines.protocol import Step
from digitpad.engines.scoring import Predict, ScoredSets
from digitpad.network.evaluation import picture_losses
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Scores
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.classroom.class_digits import drawn
from tests.workspace.conftest import LONG, WAIT_MS, Ends, reported

RECIPE = replace(LONG, epochs=10, batch_size=1, data=TrainingData(count=50_000, validation=0.1))
"""Its epochs are long enough for nobody to pause it just where one ends."""


def paused(workspace: Workspace, ends: Ends, qtbot: QtBot, recipe: Recipe = RECIPE) -> Run:
    """Train, and pause in the middle of the first epoch."""
    workspace.draft.write(recipe)
    with reported(workspace, qtbot, Advanced):
        workspace.commands.toggle_training()
    run = workspace.training.run
    assert run is not None
    with ends(Ending.PAUSED):
        workspace.commands.toggle_training()
    return run


def measured(workspace: Workspace, qtbot: QtBot, run: Run) -> Scores:
    """Wait until a run has been measured where it is; return what came of it."""
    qtbot.waitUntil(lambda: len(run.history) in dict(run.history.scores), timeout=WAIT_MS)
    return dict(run.history.scores)[len(run.history)]


class Gate(threading.Event):
    """What measures waits for this; ``begun`` and ``passed`` say whether it has begun, and come to an end."""

    begun = passed = False


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate, scores = Gate(), ScoredSets.scores

    def late(sets: ScoredSets, predict: Predict) -> Scores:
        gate.begun = True
        assert gate.wait(GENEROUS_SECONDS)
        found = scores(sets, predict)
        gate.passed = True
        return found

    monkeypatch.setattr(ScoredSets, "scores", late)
    return gate


def test_it_says_of_all_three_sets_what_the_network_makes_of_them(
    ready: Workspace, ends: Ends, qtbot: QtBot
) -> None:
    run = paused(ready, ends, qtbot)
    assert len(run.history) % RECIPE.batches_per_epoch
    scores, snapshot, dataset = measured(ready, qtbot, run), run.snapshot, load_dataset()
    pictures: TrainingSet = RECIPE.data.training_set(dataset)
    assert snapshot is not None
    sets = (
        (pictures.sample.images, pictures.sample.labels),
        (pictures.validation.images, pictures.validation.labels),
    )
    for score, (images, labels) in zip(
        (scores.training, scores.validation, scores.test),
        (*sets, (dataset.test_images, dataset.test_labels)),
        strict=True,
    ):
        assert score is not None
        probabilities = snapshot.probabilities(images.astype(np.float32) / np.float32(255))
        assert score.accuracy == pytest.approx((probabilities.argmax(axis=1) == labels).mean())
        assert score.loss == pytest.approx(picture_losses(probabilities, labels).mean(), rel=1e-5)


def test_of_the_classs_digits_it_is_measured_on_those_that_it_learns_from(
    ready: Workspace, ends: Ends, qtbot: QtBot
) -> None:
    ready.class_drawings.add(drawn(50))
    qtbot.waitUntil(lambda: ready.material.is_ready, timeout=WAIT_MS)
    ours = ready.material.newest.ours.train
    run = paused(ready, ends, qtbot, replace(RECIPE, data=TrainingData(count=50_000, mix=0.5)))
    ready.class_drawings.add(drawn(50, first=50))  # of which this run knows nothing
    training, snapshot = measured(ready, qtbot, run).training, run.snapshot
    assert training is not None
    assert snapshot is not None
    sample = run.recipe.data.training_set(load_dataset(), ours).sample
    answers = snapshot.probabilities(sample.images.astype(np.float32) / np.float32(255)).argmax(axis=1)
    assert training.accuracy == pytest.approx((answers == sample.labels).mean())


def test_it_has_paused_before_that(ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate) -> None:
    run = paused(ready, ends, qtbot)  # although nothing can be measured yet
    assert not run.history.scores
    gate.set()
    measured(ready, qtbot, run)


def test_a_run_that_goes_on_meanwhile_has_no_score_there(
    ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate
) -> None:
    run = paused(ready, ends, qtbot)
    place = len(run.history)
    qtbot.waitUntil(lambda: gate.begun, timeout=WAIT_MS)
    with reported(ready, qtbot, Advanced):
        ready.commands.step(Step.BATCH)
    gate.set()
    qtbot.waitUntil(lambda: ready.is_quiet, timeout=WAIT_MS)
    assert len(run.history) == place + 1
    assert run.history.scores == []
    assert not gate.passed, "nobody waited for it any more"


def test_a_step_that_was_looked_at_meanwhile_is_not_what_was_measured(
    ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate
) -> None:
    run = paused(ready, ends, qtbot)
    place = len(run.history)
    qtbot.waitUntil(lambda: gate.begun, timeout=WAIT_MS)
    ready.stepping.go_on(Go.END)
    qtbot.waitUntil(lambda: len(run.history) > place, timeout=WAIT_MS)
    gate.set()
    qtbot.waitUntil(lambda: ready.is_quiet, timeout=WAIT_MS)
    assert run.history.scores == []


def test_a_run_that_was_deleted_meanwhile_is_left_alone(
    ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate
) -> None:
    run = paused(ready, ends, qtbot)
    qtbot.waitUntil(lambda: gate.begun, timeout=WAIT_MS)
    ready.commands.delete(run)
    gate.set()
    qtbot.waitUntil(lambda: ready.is_quiet, timeout=WAIT_MS)
    assert run.history.scores == []
    assert not gate.passed, "nobody waited for it any more"


def test_at_an_epochs_end_that_is_known_already(ready: Workspace, ends: Ends) -> None:
    ready.draft.write(LONG)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.EPOCH)
    assert ready.pause_scores.is_quiet


def test_one_that_was_stopped_meanwhile_has_it_all_the_same(
    ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate
) -> None:
    run = paused(ready, ends, qtbot)
    with ends(Ending.STOPPED):
        ready.training.stop()
    qtbot.waitUntil(lambda: ready.jobs.is_quiet, timeout=WAIT_MS)
    assert not run.is_at_hand
    kept = ready.runs.for_file(run)  # which another thread may be writing
    gate.set()
    measured(ready, qtbot, run)
    assert kept.history.scores == []


def test_it_is_to_be_kept_but_is_no_deed_of_anybody(
    ready: Workspace, ends: Ends, qtbot: QtBot, gate: Gate
) -> None:
    run = paused(ready, ends, qtbot)
    deeds, revision = ready.session.deeds, ready.session.revision
    gate.set()
    measured(ready, qtbot, run)
    assert ready.session.revision > revision
    assert ready.session.deeds == deeds
    ready.runs.rename(run, "mine")
    assert ready.session.deeds > deeds


def test_a_single_batch_is_not_measured(ready: Workspace, ends: Ends, qtbot: QtBot) -> None:
    ready.draft.write(RECIPE)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    assert ready.pause_scores.is_quiet
    assert ready.training.run is not None
    assert ready.training.run.history.scores == []
