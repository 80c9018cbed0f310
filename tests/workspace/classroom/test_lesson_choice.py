"""What a class learns from, as a recipe."""

from dataclasses import replace

import pytest

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import PRESETS, Recipe
from digitpad.workspace.classroom.lesson_choice import Lesson, LessonChoice


@pytest.mark.parametrize(("lesson", "mix"), [(Lesson.MNIST, 0.0), (Lesson.OURS, 1.0), (Lesson.BOTH, 0.3)])
@pytest.mark.parametrize("base", list(PRESETS.values()))
def test_whatever_there_was_the_recipe_learns_from_it(base: Recipe, lesson: Lesson, mix: float) -> None:
    recipe = LessonChoice(lesson, 0.3).recipe(base)
    assert recipe.data.mix == mix
    assert (recipe.epochs, recipe.batch_size, recipe.optimizer) == (base.epochs, base.batch_size, base.optimizer)
    if not mix:
        assert recipe == base


def test_varied_images_give_way_to_ours() -> None:
    varied = Recipe(data=TrainingData(images=TrainingImages.VARIED))
    assert LessonChoice(Lesson.BOTH).recipe(varied).data.images is TrainingImages.PLAIN


def test_it_goes_on_from_the_ready_made_network_and_back_to_fresh_weights() -> None:
    other = Recipe(architecture=Architecture((HiddenLayer(32, Activation.TANH),)))
    recipe = LessonChoice(goes_on=True).recipe(other)
    assert recipe.initializer is Initializer.READY_MADE
    assert recipe.architecture == ARTICLE
    fresh = LessonChoice(goes_on=False).recipe(recipe)
    assert fresh.initializer is not Initializer.READY_MADE


def test_a_run_on_ours_alone_leaves_no_small_count_behind() -> None:
    ours = Recipe(data=replace(TrainingData(), mix=1.0, count=480))
    assert LessonChoice(Lesson.MNIST).recipe(ours).data == TrainingData()
