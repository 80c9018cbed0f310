"""The fields of a recipe: a preset, and what can be changed of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digitpad.data.training_data import TrainingImages
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import BATCH_SIZES, EPOCHS, PRESETS, SEEDS, Optimizer, Schedule
from digitpad.ui.recipe.learning_rate_box import LearningRateBox
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.training.draft import Draft, preset_of
from digitpad.workspace.wording.recipe_texts import (
    initializer_names,
    optimizer_names,
    preset_names,
    schedule_names,
)

OWN = ""
"""The data of the entry for a recipe that is no preset."""


class RecipeForm(QWidget):
    """Shows a draft and lets it be edited."""

    def __init__(self, draft: Draft, new_seed: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._filling = False
        self.preset = self._choice(
            [*((name, key) for key, name in preset_names().items()), (self.tr("My own recipe"), OWN)],
            self.tr("A recipe from the lesson; changing a field makes it your own"),
        )
        self.epochs = self._number(EPOCHS, self.tr("How often every image is shown"))
        self.batch_size = self._number(BATCH_SIZES, self.tr("Images looked at before the weights change once"))
        self.images = self._choice(
            [
                (self._images_name(images, shuffle=shuffle), _images_key(images, shuffle=shuffle))
                for images, shuffle in product(TrainingImages, (True, False))
            ],
            self.tr("Which pictures the network learns from, and in what order"),
        )
        self.seed = self._number(SEEDS, self.tr("Decides the first weights and the order of the images"))
        self.new_seed = QToolButton(self)
        self.new_seed.setDefaultAction(new_seed)
        self.learning_rate = LearningRateBox(self)
        self.schedule = self._choice(
            [(name, schedule) for schedule, name in schedule_names().items()],
            self.tr("How the learning rate goes through the run"),
        )
        self.optimizer = self._choice(
            [(name, optimizer) for optimizer, name in optimizer_names().items()],
            self.tr("Who turns gradients into new weights"),
        )
        self.initializer = self._choice(
            [(name, initializer) for initializer, name in initializer_names().items()],
            self.tr("How the first weights are drawn"),
        )
        self._fields: list[QWidget] = [self.preset, self.images, self.epochs, self.batch_size, self.learning_rate]
        self._fields += [self.optimizer, self.schedule, self.initializer, self.seed]
        WheelGuard(self).guard(*self._fields)
        for field in self._fields:  # else the wheel itself would give it the focus
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        self._fill()
        self._connect()

    def set_fixed(self, fixed: bool, *, rate_too: bool) -> None:
        """Let nothing be changed while a run is under way, but perhaps the learning rate."""
        for field in (
            self.preset,
            self.images,
            self.epochs,
            self.batch_size,
            self.optimizer,
            self.schedule,
            self.initializer,
            self.seed,
        ):
            field.setEnabled(not fixed)
        self.learning_rate.setEnabled(not rate_too)

    def _images_name(self, images: TrainingImages, *, shuffle: bool) -> str:
        return {
            (TrainingImages.PLAIN, True): self.tr("MNIST, shuffled"),
            (TrainingImages.PLAIN, False): self.tr("MNIST, in its order"),
            (TrainingImages.VARIED, True): self.tr("varied, shuffled"),
            (TrainingImages.VARIED, False): self.tr("varied, in MNIST's order"),
        }[images, shuffle]

    def _choice(self, entries: Sequence[tuple[str, str]], tip: str) -> QComboBox:
        box = QComboBox(self)
        for text, data in entries:
            box.addItem(text, str(data))
        box.setToolTip(tip)
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _number(self, bounds: tuple[int, int], tip: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*bounds)
        box.setToolTip(tip)
        box.setGroupSeparatorShown(True)
        return box

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        places = (
            (self.tr("&Preset"), self.preset, 0, 0, 2),
            (self.tr("&Images"), self.images, 1, 0, 1),
            (self.tr("&Epochs"), self.epochs, 1, 1, 1),
            (self.tr("&Batch size"), self.batch_size, 2, 0, 1),
            (self.tr("&Optimizer"), self.optimizer, 2, 1, 1),
            (self.tr("Learning &rate"), self.learning_rate, 3, 0, 1),
            (self.tr("S&chedule"), self.schedule, 3, 1, 1),
            (self.tr("First &weights"), self.initializer, 4, 0, 1),
            (self.tr("See&d"), self.seed, 4, 1, 1),
        )
        for text, field, row, column, span in places:
            grid.addLayout(self._labelled(text, field), row, column, 1, span)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)

    def _labelled(self, text: str, field: QWidget) -> QVBoxLayout:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        if field is self.seed:
            row.addWidget(self.new_seed)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        self.preset.activated.connect(self._choose_preset)
        for number in (self.epochs, self.batch_size, self.seed):
            number.valueChanged.connect(self._edited)
        for choice in (self.optimizer, self.initializer, self.schedule, self.images):
            choice.currentIndexChanged.connect(self._edited)
        self.learning_rate.value_changed.connect(self._edited)
        self._draft.changed.connect(self._fill)

    def _fill(self) -> None:
        """Write the draft into the fields, unless these have just been written into it."""
        recipe = self._draft.recipe
        self._filling = True
        self.epochs.setValue(recipe.epochs)
        self.batch_size.setValue(recipe.batch_size)
        self.seed.setValue(recipe.seed)
        # What a user is writing stays as it is written: 0.10 is 0.1 too.
        if self._draft.makes_sense and self.learning_rate.value() != recipe.learning_rate:
            self.learning_rate.set_value(recipe.learning_rate)
        self.optimizer.setCurrentIndex(self.optimizer.findData(str(recipe.optimizer)))
        self.initializer.setCurrentIndex(self.initializer.findData(str(recipe.initializer)))
        self.schedule.setCurrentIndex(self.schedule.findData(str(recipe.schedule)))
        self.images.setCurrentIndex(self.images.findData(_images_key(recipe.data.images, shuffle=recipe.shuffle)))
        self.preset.setCurrentIndex(self.preset.findData(preset_of(recipe)))
        self._offer_own(self._draft.own is not None)
        self._filling = False

    def _offer_own(self, there_is_one: bool) -> None:
        """Let the user's own recipe be chosen only when there is one to come back to."""
        model = self.preset.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.preset.findData(OWN)).setEnabled(there_is_one)

    def _choose_preset(self) -> None:
        key = self.preset.currentData()
        recipe = self._draft.own if key == OWN else PRESETS[key]
        if recipe is not None:
            self._draft.write(recipe)
        self._fill()

    def _edited(self) -> None:
        if self._filling:
            return
        rate = self.learning_rate.value()
        if rate is None:
            self._draft.write(None)
            return
        shown = self._draft.recipe
        images, _, order = str(self.images.currentData()).partition("/")
        self._draft.write(
            replace(
                shown,
                epochs=self.epochs.value(),
                batch_size=self.batch_size.value(),
                learning_rate=rate,
                optimizer=Optimizer(self.optimizer.currentData()),
                initializer=Initializer(self.initializer.currentData()),
                schedule=Schedule(self.schedule.currentData()),
                shuffle=order == SHUFFLED,
                data=replace(shown.data, images=TrainingImages(images)),
                seed=self.seed.value(),
            )
        )


SHUFFLED, IN_ORDER = "shuffled", "in order"


def _images_key(images: TrainingImages, *, shuffle: bool) -> str:
    return f"{images}/{SHUFFLED if shuffle else IN_ORDER}"
