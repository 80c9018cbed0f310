"""The part of the recipe's sheet on validation: what can be chosen, and what says why not."""

from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, Recipe
from digitpad.ui.stage.main_window import MainWindow


def choose(window: MainWindow, what: str) -> None:
    box = window.sheet.form.validation.weights
    box.setCurrentIndex(box.findData(what))


def test_without_a_validation_part_nothing_is_chosen_by_it(window: MainWindow) -> None:
    section, draft = window.sheet.form.validation, window.workspace.draft
    assert section.held_out.value() == 0
    for field in (section.patience, section.weights):
        assert not field.isEnabled()
        assert "hold out some first" in field.toolTip()
    assert "Choose by validation" in section.note.text()
    section.held_out.stepUp()
    assert draft.recipe.data.validation == 0.1
    assert section.patience.isEnabled()
    assert "without a better one in validation" in section.patience.toolTip()
    section.patience.setValue(3)
    choose(window, "best")
    assert (draft.recipe.patience, draft.recipe.best_weights) == (3, True)
    section.held_out.setValue(0)
    assert draft.makes_sense
    assert (draft.recipe.patience, draft.recipe.best_weights) == (0, False)


def test_weight_decay_is_written_or_chosen(window: MainWindow) -> None:
    for text, decay in {"0.01": 0.01, "1e-3": 1e-3, "0,1": 0.1, "0": 0.0}.items():
        window.sheet.form.validation.decay.setEditText(text)
        assert window.workspace.draft.recipe.weight_decay == decay


def test_what_is_no_weight_decay_is_refused(window: MainWindow) -> None:
    draft = window.workspace.draft
    for text in ("", "-1", "2", "much", "nan"):
        window.sheet.form.validation.decay.setEditText(text)
        assert not draft.makes_sense, text
        assert "weight decay" in window.panel.message.text()
        window.sheet.form.validation.decay.setEditText("0.01")
        assert draft.makes_sense
        assert "weight decay" not in window.panel.message.text()


def test_the_lesson_s_own_sgd_knows_no_decay_and_says_so(window: MainWindow) -> None:
    section, draft = window.sheet.form.validation, window.workspace.draft
    section.decay.setEditText("0.01")
    optimizer = window.sheet.form.training.optimizer
    optimizer.setCurrentIndex(optimizer.findData(str(FROM_SCRATCH_RECIPE.optimizer)))
    assert not draft.makes_sense
    assert "SGD by hand knows no weight decay" in window.panel.message.text()
    section.decay.setEditText("0")
    assert draft.recipe.optimizer is FROM_SCRATCH_RECIPE.optimizer
    assert not section.decay.isEnabled()
    assert "choose another optimizer" in section.decay.toolTip()


def test_nothing_can_be_changed_while_a_run_is_under_way(window: MainWindow) -> None:
    window.sheet.form.validation.held_out.setValue(10)
    for fixed in (True, False):
        window.sheet.form.set_fixed(fixed, rate_too=fixed)
        assert [field.isEnabled() for field in window.sheet.form.validation.fields] == [not fixed] * 4
    window.sheet.form.validation.held_out.setValue(0)
    window.sheet.form.set_fixed(False, rate_too=False)
    assert not window.sheet.form.validation.patience.isEnabled()


def test_recipes_come_back_as_they_were(window: MainWindow) -> None:
    recipe = Recipe(
        patience=4,
        best_weights=True,
        weight_decay=0.003,
        architecture=Architecture((HiddenLayer(32),)),
        data=TrainingData(validation=0.125),
    )
    window.workspace.draft.write(recipe)
    window.sheet.form.training.epochs.setValue(7)
    found = window.workspace.draft.recipe
    assert found.data.validation == 0.125
    assert (found.patience, found.best_weights, found.weight_decay) == (4, True, 0.003)


def test_what_a_file_has_beyond_the_usual_stays_when_something_else_is_written(window: MainWindow) -> None:
    """The field ended at a patience of 100, and less than half a per cent was taken for nothing held out."""
    for patience, validation in ((200, 0.1), (1000, 0.1), (4, 0.004)):
        data = TrainingData(validation=validation)
        window.workspace.draft.write(Recipe(epochs=1000, patience=patience, best_weights=True, data=data))
        assert window.sheet.form.validation.patience.isEnabled()
        window.sheet.form.training.seed.setValue(7)
        found = window.workspace.draft.recipe
        assert (found.seed, found.patience, found.best_weights) == (7, patience, True)
        assert found.data.validation == validation
