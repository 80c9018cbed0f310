"""A run keeps to its own data, whatever stands in the fields; and what keeps a run from beginning is said."""

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.document.classroom.class_set import ClassSet
from digitpad.engines.protocol import Step
from digitpad.runs.events import Ending
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import SMALL, WAIT_MS, Ends


def test_it_goes_on_with_the_data_it_began_with(ready: Workspace, ends: Ends) -> None:
    data = TrainingData(TrainingImages.SHIFTED, 500, left_out=(7,), wrong_labels=0.2, validation=0.1)
    recipe = replace(SMALL, data=data, epochs=1)
    with ends(Ending.COMPLETED):
        ready.training.train(recipe)
    undisturbed = ready.runs.runs[-1]
    with ends(Ending.PAUSED):
        ready.training.train(recipe, Step.BATCH)
    run = ready.training.run
    assert run is not None
    assert run is not undisturbed
    ready.draft.write(replace(recipe, data=TrainingData(count=100, left_out=(1, 2))))
    with ends(Ending.COMPLETED):
        ready.training.resume(run)
    assert run.recipe == recipe
    assert len(run.history) == recipe.total_batches == 5
    assert run.history.losses.tolist() == undisturbed.history.losses.tolist()


def test_ours_are_refused_if_the_recipe_leaves_all_of_them_out(ready: Workspace, qtbot: QtBot) -> None:
    sevens = [entry for entry in drawn(80) if entry.label == 7]
    ready.class_drawings.put(ClassSet(tuple(sevens)))
    qtbot.waitUntil(lambda: ready.material.is_ready, timeout=WAIT_MS)
    recipe = replace(ALONE, data=replace(ALONE.data, left_out=(7,)))
    with qtbot.waitSignal(ready.training.refused) as heard:
        ready.training.train(recipe)
    assert "All our digits to learn from are digits that this recipe leaves out" in told(heard.args[0])
    assert ready.runs.runs == []


def test_of_ours_alone_those_left_out_are_not_counted(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    ready.class_drawings.put(ClassSet(tuple(drawn(50))))
    qtbot.waitUntil(lambda: ready.material.is_ready, timeout=WAIT_MS)
    train = ready.material.newest.ours.train
    with ends(Ending.PAUSED):
        ready.training.train(replace(ALONE, data=replace(ALONE.data, left_out=(7, 8))), Step.BATCH)
    run = ready.training.run
    assert run is not None
    assert run.recipe.data.size == int((~np.isin(train.labels, [7, 8])).sum()) == 35


def test_the_learning_curve_learns_all_digits(ready: Workspace, qtbot: QtBot) -> None:
    ready.class_drawings.put(ClassSet(tuple(drawn(50))))
    qtbot.waitUntil(lambda: ready.material.is_ready, timeout=WAIT_MS)
    plan = ready.data_curve.plan_for(replace(ALONE, data=replace(ALONE.data, left_out=(7,))))
    assert plan.recipe.data.left_out == ()
    assert plan.recipe.data.size == len(ready.material.newest.ours.train)
