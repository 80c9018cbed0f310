"""The fields of a recipe: a preset, and what can be changed of it."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.errors import RecipeError
from digitpad.runs.recipe import PRESETS, Recipe
from digitpad.ui.recipe.data_section import DataSection
from digitpad.ui.recipe.network.network_section import NetworkSection
from digitpad.ui.recipe.preset_section import OWN, PresetSection
from digitpad.ui.recipe.section import Section
from digitpad.ui.recipe.training_section import TrainingSection
from digitpad.ui.recipe.validation_section import ValidationSection
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.training.draft import Draft, preset_of
from digitpad.workspace.training.readiness import Readiness


class RecipeForm(QWidget):
    """Shows a draft and lets it be edited, a section for each thing that a class asks about.

    Attributes:
        presets, network, training, data, validation: its sections.
    """

    def __init__(
        self,
        draft: Draft,
        material: LessonMaterial,
        readiness: Readiness,
        new_seed: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._filling = False
        self.presets = PresetSection(self)
        self.network = NetworkSection(readiness, self)
        self.training = TrainingSection(new_seed, self)
        self.data = DataSection(material, self)
        self.validation = ValidationSection(self)
        self.sections: tuple[Section, ...] = (
            self.presets,
            self.network,
            self.training,
            self.data,
            self.validation,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for section in self.sections:
            WheelGuard(self).guard(*section.fields)
            column.addWidget(section)
        WheelGuard(self, always=True).guard(self.presets.preset)  # it has the focus as soon as the sheet opens
        leave_space(self.presets.preset)
        column.addStretch(1)
        self._fill()
        self.presets.preset.activated.connect(self._choose_preset)
        for section in self.sections:
            section.edited.connect(self._edited)
        draft.changed.connect(self._fill)

    def set_fixed(self, fixed: bool, *, rate_too: bool) -> None:
        """Let nothing be changed while a run is under way, but perhaps the learning rate."""
        for section in self.sections:
            section.set_fixed(fixed)
        self.training.learning_rate.setEnabled(not rate_too)

    def _fill(self) -> None:
        """Write the draft into the fields, unless these have just been written into it."""
        if self._draft.problem is not None:  # what a user is writing stays as it is written
            return
        recipe = self._draft.recipe
        self._filling = True
        for section in self.sections:
            section.fill(recipe)
        if self._draft.makes_sense:
            self.training.fill_rate(recipe)
        box = self.presets.preset
        box.setCurrentIndex(box.findData(preset_of(recipe)))
        self._offer_own(self._draft.own is not None)
        self._filling = False

    def _offer_own(self, there_is_one: bool) -> None:
        """Let the user's own recipe be chosen only when there is one to come back to."""
        box = self.presets.preset
        model = box.model()
        if isinstance(model, QStandardItemModel):
            model.item(box.findData(OWN)).setEnabled(there_is_one)

    def _choose_preset(self) -> None:
        key = self.presets.preset.currentData()
        recipe = self._draft.own if key == OWN else PRESETS[key]
        if recipe is not None:
            self._draft.write(recipe)
        self._fill()

    def _edited(self) -> None:
        if self._filling:
            return
        if self.training.learning_rate.value() is None:
            self._draft.write(None)
            return
        try:
            recipe = self._written(self._draft.recipe)
        except RecipeError as problem:  # each field makes sense, but not all of them together
            self._draft.refuse(problem)
            return
        self._draft.write(recipe)

    def _written(self, shown: Recipe) -> Recipe:
        """Return what is written in all fields; a run that was begun by ``shown`` named its own drawings."""
        changes: dict[str, Any] = {}
        data_changes: dict[str, Any] = {"drawings": ""}
        for section in self.sections:
            changes |= section.changes(shown)
            data_changes |= section.data_changes(shown)
        return replace(shown, **changes, data=replace(shown.data, **data_changes))
