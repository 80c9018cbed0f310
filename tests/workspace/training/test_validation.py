"""Runs that are chosen by validation: they end by themselves, keep their best epoch's weights, and say so."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.document.session_file import load_session, save_session
from digitpad.engines.protocol import Control, Job, Report
from digitpad.errors import UserError
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending, Scored, SnapshotTaken
from digitpad.runs.moments.best import best_moment, known_at, needed_moments
from digitpad.runs.moments.branch import can_branch
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.workspace.wording.recipe.score_texts import ending_text, scores_tip
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.conftest import WAIT_MS, Scripted, reported

RECIPE = Recipe(
    epochs=9,
    batch_size=500,
    patience=3,
    best_weights=True,
    architecture=Architecture((HiddenLayer(8),)),
    data=TrainingData(count=1000, validation=0.1),
)
PER_EPOCH = 2
LOSSES = (0.9, 0.5, 0.6, 0.4, 0.45, 0.41, 0.7)
"""In validation: epoch 4 is the best, and after epoch 7 patience is out."""


def weights(epoch: int) -> Snapshot:
    found = initial_snapshot(RECIPE.architecture, Initializer.GLOROT_UNIFORM, epoch).weights
    return Snapshot(found, PER_EPOCH * epoch, RECIPE.architecture)


def teach(epochs: range, report: Report, job: Job) -> None:
    """Report what an engine would of these epochs, from 1."""
    report(Begun("scripted", weights(epochs.start - 1), job.checkpoint))
    for epoch in epochs:
        report(Advanced(PER_EPOCH * (epoch - 1), np.ones(PER_EPOCH, np.float32), 0.1, 0.5 + epoch / 100))
        report(Scored(PER_EPOCH * epoch, Scores(Score(0.1, 1.0), Score(LOSSES[epoch - 1], 0.9), Score(0.5, 0.9))))
        report(SnapshotTaken(weights(epoch)))


@pytest.fixture
def ended(ready: Workspace, qtbot: QtBot) -> Run:
    """A run that has ended by itself."""

    def script(job: Job, report: Report, _: Control) -> None:
        teach(range(1, len(LOSSES) + 1), report, job)
        report(CheckpointTaken(Checkpoint(weights(4), (), 1e-3)))

    ready.training.engine_for = lambda _: Scripted(script)
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.training.train(RECIPE)
    assert ready.runs.current is not None
    return ready.runs.current


class TestARunThatEndsByItself:
    def test_is_finished_with_its_best_epoch_s_weights(self, ended: Run) -> None:
        assert ended.finished
        assert not ended.can_go_on
        assert len(ended.history) == PER_EPOCH * len(LOSSES) < RECIPE.total_batches
        assert ended.snapshot is not None
        assert ended.snapshot.updates == PER_EPOCH * 4
        np.testing.assert_array_equal(ended.snapshot.weights[0], weights(4).weights[0])

    def test_its_figures_are_those_of_the_weights_that_it_keeps(self, ended: Run) -> None:
        assert ended.kept_epoch == PER_EPOCH * 4
        assert ended.accuracy == 0.54
        assert ended.scores is not None
        assert ended.scores.validation == Score(0.4, 0.9)
        assert "Measured after batch 8." in scores_tip(ended)

    def test_the_moment_that_it_ended_with_can_be_looked_at(
        self, ready: Workspace, ended: Run, qtbot: QtBot
    ) -> None:
        assert ready.network.now.run is ended
        found = [moment for moment in ready.past.moments if moment.updates == PER_EPOCH * 4]
        assert len(found) == 1
        ready.past.look(found[0])
        qtbot.waitUntil(lambda: ready.past.looked is found[0])  # it may have to be read

    def test_says_why(self, ended: Run) -> None:
        assert ending_text(ended) == (
            "Stopped by itself after epoch 7: for 3 epochs no better than epoch 4 in validation. "
            "It keeps the weights of epoch 4, the best one."
        )

    def test_has_its_best_and_its_last_epoch_among_its_moments(self, ended: Run) -> None:
        moments = {moment.updates for moment in ended.moments}
        assert {PER_EPOCH * 4, PER_EPOCH * len(LOSSES)} <= moments
        best = best_moment(ended)
        assert best is not None
        assert best.updates == PER_EPOCH * 4

    def test_has_no_further_epoch_but_can_be_gone_on_from_an_earlier_one(
        self, ready: Workspace, ended: Run
    ) -> None:
        heard: list[UserError] = []
        ready.commands.failed.connect(heard.append)
        before = ended.recipe
        ready.commands.one_more_epoch(ended)
        assert [error.code for error in heard] == ["run-chosen-by-validation"]
        assert ended.recipe == before
        assert can_branch(ended, PER_EPOCH * 4)
        assert not can_branch(ended, len(ended.history))

    def test_answers_of_earlier_weights_are_no_news_of_the_drawing(self, ended: Run) -> None:
        assert (np.diff(ended.probabilities.batches) >= 0).all()


def test_whose_best_weights_are_lost_shows_the_figures_of_its_last(ready: Workspace, qtbot: QtBot) -> None:
    last = len(LOSSES)

    def script(job: Job, report: Report, _: Control) -> None:
        teach(range(1, last + 1), report, job)
        report(CheckpointTaken(Checkpoint(weights(last), (), 1e-3)))

    ready.training.engine_for = lambda _: Scripted(script)
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.training.train(RECIPE)
    run = ready.runs.current
    assert run is not None
    assert run.accuracy == 0.5 + last / 100
    assert run.scores is not None
    assert run.scores.validation is not None
    assert run.scores.validation.loss == pytest.approx(0.7)
    assert "the best one, are lost" in ending_text(run)


def test_stopped_in_a_long_last_batch_it_still_ends_with_its_best_epoch_s_weights(
    ready: Workspace, qtbot: QtBot
) -> None:
    let_go = threading.Event()

    def script(job: Job, report: Report, _: Control) -> None:
        teach(range(1, len(LOSSES)), report, job)
        report(CheckpointTaken(Checkpoint(weights(len(LOSSES) - 1), (), 1e-3)))
        assert let_go.wait(GENEROUS_SECONDS)
        teach(range(len(LOSSES), len(LOSSES) + 1), report, job)
        report(CheckpointTaken(Checkpoint(weights(4), (), 1e-3)))

    ready.training.engine_for = lambda _: Scripted(script)
    with reported(ready, qtbot, CheckpointTaken):
        ready.training.train(RECIPE)
    run = ready.runs.current
    assert run is not None
    ready.training.stop_at_once()
    let_go.set()
    qtbot.waitUntil(lambda: ready.training.is_quiet and run.finished, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: run.kept_epoch == 4 * PER_EPOCH, timeout=WAIT_MS)


def test_whoever_goes_on_is_told_of_the_epochs_before(ready: Workspace, qtbot: QtBot) -> None:
    jobs: list[Job] = []

    def first(job: Job, report: Report, control: Control) -> None:
        jobs.append(job)
        teach(range(1, 6), report, job)
        report(CheckpointTaken(Checkpoint(weights(5), (), 1e-3)))
        control.wait(0)

    ready.training.engine_for = lambda _: Scripted(first)
    with reported(ready, qtbot, Ending.STOPPED):
        ready.training.train(RECIPE)
    run = ready.runs.current
    assert run is not None
    assert (jobs[0].scored, jobs[0].best) == ((), None)
    scored, best = known_at(run, PER_EPOCH * 5)
    assert [batches for batches, _ in scored] == [2, 4, 6, 8, 10]
    assert best is not None
    assert best.updates == PER_EPOCH * 4
    earlier = known_at(run, PER_EPOCH * 3)
    assert earlier[1] is not None
    assert earlier[1].updates == PER_EPOCH * 2


def test_a_file_without_moments_keeps_the_one_that_its_run_needs(
    ready: Workspace, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def script(job: Job, report: Report, _: Control) -> None:
        teach(range(1, 6), report, job)
        report(CheckpointTaken(Checkpoint(weights(5), (), 1e-3)))

    ready.training.engine_for = lambda _: Scripted(script)
    with reported(ready, qtbot, Ending.STOPPED):
        ready.training.train(replace(RECIPE, best_weights=True))
    path = tmp_path_factory.mktemp("kept") / "session.digitpad"
    save_session(path, ready.session.to_save())
    (run,) = load_session(path).runs
    assert [moment.updates for moment in run.moments] == [PER_EPOCH * 4]
    assert needed_moments(run) == run.moments
