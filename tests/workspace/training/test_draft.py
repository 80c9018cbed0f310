"""The recipe being written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, PRESETS, Recipe
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.training.draft import Draft, preset_of
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL

OWN = replace(KERAS_RECIPE, seed=7)


@pytest.fixture
def draft(home: QObject) -> Draft:
    return Draft(KERAS_RECIPE, home)


def test_each_preset_is_known_by_its_key() -> None:
    assert [preset_of(recipe) for recipe in PRESETS.values()] == list(PRESETS)
    assert preset_of(OWN) == ""


def test_another_recipe_is_announced_once(draft: Draft, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft.changed):
        draft.write(OWN)
    assert draft.recipe == OWN
    with qtbot.assertNotEmitted(draft.changed):
        draft.write(replace(KERAS_RECIPE, seed=7))


def test_what_makes_no_sense_leaves_the_recipe_before(draft: Draft, qtbot: QtBot) -> None:
    with qtbot.waitSignal(draft.changed):
        draft.write(None)
    assert not draft.makes_sense
    assert draft.recipe == KERAS_RECIPE
    with qtbot.waitSignal(draft.changed):  # the same as before, but it was not to be seen
        draft.write(KERAS_RECIPE)
    assert draft.makes_sense


def test_the_own_recipe_outlives_a_look_at_the_presets(draft: Draft) -> None:
    assert draft.own is None
    draft.write(OWN)
    draft.write(FROM_SCRATCH_RECIPE)
    draft.write(None)
    assert draft.own == OWN


@pytest.mark.parametrize(("recipe", "own"), [(KERAS_RECIPE, None), (OWN, OWN)])
def test_a_recipe_from_the_last_time_is_the_own_one_unless_it_is_a_preset(
    home: QObject, recipe: Recipe, own: Recipe | None
) -> None:
    assert Draft(recipe, home).own == own


def test_an_untrained_network_is_the_one_that_is_written(workspace: Workspace) -> None:
    assert workspace.network.origin is Origin.UNTRAINED
    first = workspace.network.snapshot
    workspace.draft.write(replace(SMALL, seed=9))
    assert workspace.network.recipe.seed == 9
    assert (workspace.network.snapshot.weights[0] != first.weights[0]).any()


def test_a_new_seed_is_short_and_another_one(workspace: Workspace) -> None:
    seeds = set()
    for _ in range(5):
        workspace.commands.draw_new_seed()
        seeds.add(workspace.draft.recipe.seed)
    assert len(seeds) > 1
    assert max(seeds) < 10_000
