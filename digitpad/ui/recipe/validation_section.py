"""What a recipe holds out to choose by, what is chosen by it, and what keeps its weights small."""

from typing import Any

from PySide6.QtWidgets import QWidget

from digitpad.data.recipe_values import share
from digitpad.data.training_data import MOST_HELD_OUT
from digitpad.runs.recipe import EPOCHS, MOST_DECAY, Optimizer, Recipe
from digitpad.ui.plain import PlainLabel
from digitpad.ui.recipe.fields.learning_rate_box import DecayBox
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.workspace.wording.numbers import percent_sign
from digitpad.workspace.wording.recipe.score_texts import choose_by_validation

WHOLE = 100
"""Per cent of it."""

USUAL = 10
"""Per cent that are held out: the first step from none."""

PATIENCE = (0, EPOCHS[1])
LAST, BEST = "last", "best"


class ValidationSection(Section):
    """Validation, patience, best weights and weight decay; what cannot be chosen says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held_out = self.number((0, round(WHOLE * MOST_HELD_OUT)))
        self.held_out.setSingleStep(USUAL)
        self.decay = DecayBox(self)  # in the order in which Tab comes to them
        self.patience = self.number(PATIENCE)
        self.weights = self.choice((LAST, BEST))
        self.decay.value_changed.connect(self.edited)
        self.note = PlainLabel(self)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self._fixed = self._by_hand = False
        self._known = 0.0
        self.place(self.held_out, 1, 0)
        self.place(self.decay, 1, 1)
        self.place(self.patience, 2, 0)
        self.place(self.weights, 2, 1)
        self.grid.addWidget(self.note, 3, 0, 1, COLUMNS)
        self._translate()
        self.fit()

    def _translate(self) -> None:
        self.heading.setText(self.tr("Validation"))
        self.name(
            self.held_out,
            self.tr("Held out for &validation"),
            self.tr(
                "Share of MNIST\u2019s training images that no run is trained on, to choose by; 10 % is usual"
            ),
        )
        self.weights.setItemText(0, self.tr("the last epoch\u2019s"))
        self.weights.setItemText(1, self.tr("the best epoch\u2019s"))
        self.patience.setSpecialValueText(self.tr("none"))
        self.localize()
        self.held_out.setSuffix(percent_sign())
        self._show_reasons()

    def _show_reasons(self) -> None:
        """Let be chosen what makes sense; what does not says why."""
        without = self.tr("Nothing is held out to choose by: hold out some first, such as 10 %")
        by_hand = self.tr("The lesson\u2019s SGD by hand knows no weight decay: choose another optimizer")
        chooses = self._share > 0
        tip = self.tr("After so many epochs in a row without a better one in validation the run ends by itself")
        self.name(self.patience, self.tr("Pa&tience, in epochs"), tip if chooses else without)
        tip = self.tr("Which weights a run that has ended keeps: its last ones, or those of the best epoch")
        self.name(self.weights, self.tr("&Kept weights"), tip if chooses else without)
        self.name(self.decay, self.tr("Weight deca&y"), by_hand if self._by_hand else self.decay.tip())
        lines = [choose_by_validation(), *([] if chooses else [f"{without}."]), *([f"{by_hand}."] * self._by_hand)]
        self.note.setText(" ".join(lines))
        self.held_out.setEnabled(not self._fixed)
        for field in (self.patience, self.weights):
            field.setEnabled(chooses and not self._fixed)
        # What was written before the optimizer was another one can be taken back.
        self.decay.setEnabled(not self._fixed and not (self._by_hand and self.decay.value() == 0))

    def set_fixed(self, fixed: bool) -> None:
        """Let nothing be changed while a run is under way."""
        self._fixed = fixed
        self._show_reasons()

    def fill(self, recipe: Recipe) -> None:
        """Show what a recipe holds out, and what is chosen by it."""
        self._known = recipe.data.validation
        self.held_out.setValue(round(WHOLE * self._known))
        self.patience.setValue(recipe.patience)
        self.weights.setCurrentIndex(self.weights.findData(BEST if recipe.best_weights else LAST))
        if self.decay.value() != recipe.weight_decay:
            self.decay.set_value(recipe.weight_decay)
        self._by_hand = recipe.optimizer is Optimizer.NAIVE_SGD
        self._show_reasons()

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written; where nothing is held out, nothing is chosen. Raises RecipeError."""
        self._known = shown.data.validation
        self._show_reasons()
        chooses, decay = self._share > 0, self.decay.value()
        if decay is None:
            share("weight-decay", self.decay.currentText(), MOST_DECAY)
        return {
            "weight_decay": decay,
            "patience": self.patience.value() if chooses else 0,
            "best_weights": chooses and self.weights.currentData() == BEST,
        }

    def data_changes(self, shown: Recipe) -> dict[str, Any]:
        """Return the share that is held out."""
        self._known = shown.data.validation
        return {"validation": self._share}

    @property
    def _share(self) -> float:
        """The share that is held out: the one that was shown, which may be below 1 %, if it is still that."""
        written = self.held_out.value()
        return self._known if written == round(WHOLE * self._known) else written / WHOLE
