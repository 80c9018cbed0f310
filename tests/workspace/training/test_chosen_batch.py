"""Pictures that were chosen in a gallery: hung on the easel, or the run's next batch."""

import numpy as np
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.data.pictures import Pictures
from digitpad.runs.by_hand import MOST_IMAGES, How, Intervention
from digitpad.runs.events import Ending
from digitpad.runs.run import Run
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL, WAIT_MS, Ends
from tests.workspace.same import assert_same_weights


class Gallery:
    """Somebody who has chosen MNIST's first test images."""

    def __init__(self, count: int) -> None:
        self.choose(count)

    def choose(self, count: int) -> None:
        mnist = load_dataset()
        self._pictures = Pictures(mnist.test_images[:count], mnist.test_labels[:count])

    def chosen_count(self) -> int:
        return len(self._pictures)

    def chosen_pictures(self) -> Pictures:
        return self._pictures

    def chosen_exhibit(self) -> SetPicture | None:
        pictures = self._pictures
        return SetPicture(pictures.images[0], int(pictures.labels[0]), 1) if len(pictures) else None


def test_what_can_be_done_depends_on_what_is_chosen(ready: Workspace, qtbot: QtBot) -> None:
    now = ready.conditions()
    assert not now.has_chosen
    assert not now.can_train_chosen
    gallery = Gallery(3)
    with qtbot.waitSignal(ready.conditions_changed):
        ready.chosen.follow(gallery)
    now = ready.conditions()
    assert now.has_chosen
    assert now.can_train_chosen
    first = ready.chosen.first()
    assert first is not None
    assert first.number == 1
    ready.chosen.let_go(Gallery(2))
    assert ready.conditions().has_chosen, "another gallery went out of sight"
    ready.chosen.let_go(gallery)
    assert not ready.conditions().has_chosen
    assert ready.chosen.first() is None
    assert len(ready.chosen.pictures()) == 0


def test_what_else_is_chosen_there_is_heard_of(workspace: Workspace, qtbot: QtBot) -> None:
    gallery = Gallery(0)
    workspace.chosen.follow(gallery)
    assert not workspace.conditions().has_chosen
    gallery.choose(2)
    with qtbot.waitSignal(workspace.conditions_changed):
        workspace.chosen.tell(gallery)
    assert workspace.conditions().has_chosen


def test_before_tensorflow_is_there_nothing_is_trained_on_them(workspace: Workspace) -> None:
    workspace.chosen.follow(Gallery(3))
    now = workspace.conditions()
    assert now.has_chosen
    assert not now.can_train_chosen
    workspace.chosen_batch.train(workspace.chosen.pictures())
    assert workspace.training.state is State.IDLE


def test_they_are_the_paused_runs_next_batch(ready: Workspace, qtbot: QtBot, ends: Ends, run: Run) -> None:
    ready.chosen.follow(Gallery(5))
    with ends(Ending.PAUSED), qtbot.waitSignal(ready.chosen_batch.begun) as begun:
        ready.chosen_batch.train(ready.chosen.pictures())
    assert begun.args == [5, 5]
    labels = tuple(load_dataset().test_labels[:5].tolist())
    assert run.history.interventions == [Intervention(1, How.BATCHES, 1, labels, alone=True)]
    assert not run.is_by_recipe


def test_without_a_run_one_begins(ready: Workspace, qtbot: QtBot) -> None:
    ready.chosen_batch.train(Gallery(2).chosen_pictures())
    qtbot.waitUntil(lambda: [len(run.history) for run in ready.runs.runs] == [1], timeout=WAIT_MS)
    run = ready.training.run
    assert run is not None
    assert run.recipe == SMALL
    (done,) = run.history.interventions
    assert done.first == 0


def test_more_than_a_batch_can_have_are_its_first(ready: Workspace, qtbot: QtBot, ends: Ends, run: Run) -> None:
    with ends(Ending.PAUSED), qtbot.waitSignal(ready.chosen_batch.begun) as begun:
        ready.chosen_batch.train(Gallery(500).chosen_pictures())
    assert begun.args == [MOST_IMAGES, 500]
    (done,) = run.history.interventions
    np.testing.assert_array_equal(done.labels, load_dataset().test_labels[:MOST_IMAGES])


def test_undo_training_takes_them_back(ready: Workspace, qtbot: QtBot, ends: Ends, run: Run) -> None:
    before = run.checkpoint
    assert before is not None
    with ends(Ending.PAUSED):
        ready.chosen_batch.train(Gallery(5).chosen_pictures())
    assert len(run.history) == 2
    with ends(Ending.PAUSED):
        ready.commands.undo_training()
    assert len(run.history) == 1
    assert run.history.interventions == []
    assert run.snapshot is not None
    assert_same_weights(run.snapshot, before.snapshot)


def test_of_nothing_there_is_no_batch(ready: Workspace, run: Run) -> None:
    ready.chosen_batch.train(Pictures())
    assert ready.training.state is State.PAUSED
    assert len(run.history) == 1
