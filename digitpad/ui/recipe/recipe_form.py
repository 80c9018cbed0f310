"""The fields of a recipe: a preset, and what can be changed of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QLocale
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

from digitpad.data.training_data import ALL_IMAGES, MOST_WRONG, TrainingData, TrainingImages
from digitpad.errors import RecipeError
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import BATCH_SIZES, EPOCHS, PRESETS, SEEDS, Optimizer, Schedule
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel
from digitpad.ui.recipe.learning_rate_box import LearningRateBox
from digitpad.ui.recipe.ours_note import OursNote
from digitpad.ui.translated import Translated
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.training.draft import Draft, preset_of
from digitpad.workspace.wording.numbers import percent_sign
from digitpad.workspace.wording.recipe_texts import (
    initializer_names,
    optimizer_names,
    preset_names,
    schedule_names,
)

WHOLE = 100
"""Per cent of it."""

OWN = ""
"""The data of the entry for a recipe that is no preset."""


class RecipeForm(Translated, QWidget):
    """Shows a draft and lets it be edited."""

    def __init__(
        self, draft: Draft, material: LessonMaterial, new_seed: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._filling = False
        self._labels: dict[QWidget, QLabel] = {}
        self.preset = self._choice([*preset_names(), OWN])
        self.epochs = self._number(EPOCHS)
        self.batch_size = self._number(BATCH_SIZES)
        self.images = self._choice(self._images_names())
        self.seed = self._number(SEEDS)
        self.new_seed = QToolButton(self)
        self.new_seed.setDefaultAction(new_seed)
        self.learning_rate = LearningRateBox(self)
        self.schedule = self._choice(schedule_names())
        self.optimizer = self._choice(optimizer_names())
        self.initializer = self._choice(initializer_names())
        self.mix = self._number((0, WHOLE))
        self.wrong_labels = self._number((0, round(WHOLE * MOST_WRONG)))
        self.ours = OursNote(material, self)
        self._numbers = (self.epochs, self.batch_size, self.seed, self.mix, self.wrong_labels)
        self._choices = (self.optimizer, self.initializer, self.schedule, self.images)
        self._fields: list[QWidget] = [self.preset, self.images, self.epochs, self.batch_size, self.learning_rate]
        self._fields += [self.optimizer, self.schedule, self.initializer, self.seed, self.mix, self.wrong_labels]
        WheelGuard(self).guard(*self._fields)
        self._arrange()
        self._translate()
        self._fill()
        self._connect()

    def set_fixed(self, fixed: bool, *, rate_too: bool) -> None:
        """Let nothing be changed while a run is under way, but perhaps the learning rate."""
        for field in self._fields:
            field.setEnabled(not fixed)
        self.learning_rate.setEnabled(not rate_too)

    def _images_names(self) -> dict[str, str]:
        return {
            _images_key(TrainingImages.PLAIN, shuffle=True): self.tr("MNIST, shuffled"),
            _images_key(TrainingImages.PLAIN, shuffle=False): self.tr("MNIST, in its order"),
            _images_key(TrainingImages.VARIED, shuffle=True): self.tr("varied, shuffled"),
            _images_key(TrainingImages.VARIED, shuffle=False): self.tr("varied, in MNIST's order"),
        }

    def _translate(self) -> None:
        choices: dict[QComboBox, Mapping[Any, str]] = {
            self.preset: {**preset_names(), OWN: self.tr("My own recipe")},
            self.images: self._images_names(),
            self.schedule: schedule_names(),
            self.optimizer: optimizer_names(),
            self.initializer: initializer_names(),
        }
        for box, names in choices.items():
            for place in range(box.count()):  # filled anew it would choose another entry, and say so
                box.setItemText(place, names[box.itemData(place)])
        for number in self._numbers:
            number.setLocale(QLocale())
        for share in (self.mix, self.wrong_labels):
            share.setSuffix(percent_sign())
        self._translate_labels()
        self.preset.setToolTip(self.tr("A recipe from the lesson; changing a field makes it your own"))
        self.epochs.setToolTip(self.tr("How often every image is shown"))
        self.batch_size.setToolTip(self.tr("Images looked at before the weights change once"))
        self.images.setToolTip(self.tr("Which pictures the network learns from, and in what order"))
        self.seed.setToolTip(self.tr("Decides the first weights and the order of the images"))
        self.schedule.setToolTip(self.tr("How the learning rate goes through the run"))
        self.optimizer.setToolTip(self.tr("Who turns gradients into new weights"))
        self.initializer.setToolTip(self.tr("Where the first weights come from"))
        self.mix.setToolTip(self.tr("How much of what the network learns from is ours; the rest is MNIST's"))
        self.wrong_labels.setToolTip(self.tr("How many labels are another digit than the true one, on purpose"))

    def _translate_labels(self) -> None:
        for field, text in (
            (self.preset, self.tr("&Preset")),
            (self.images, self.tr("&Images")),
            (self.epochs, self.tr("&Epochs")),
            (self.batch_size, self.tr("&Batch size")),
            (self.optimizer, self.tr("&Optimizer")),
            (self.learning_rate, self.tr("Learning &rate")),
            (self.schedule, self.tr("S&chedule")),
            (self.initializer, self.tr("First &weights")),
            (self.seed, self.tr("See&d")),
            (self.mix, self.tr("O&ur digits")),
            (self.wrong_labels, self.tr("Wron&g labels")),
        ):
            self._labels[field].setText(text)
            field.setAccessibleName(text.replace("&", ""))

    def _choice(self, keys: Iterable[str]) -> QComboBox:
        box = ChoiceBox(self)
        for key in keys:
            box.addItem("", str(key))
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _number(self, bounds: tuple[int, int]) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*bounds)
        box.setGroupSeparatorShown(True)
        return box

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        places = (
            (self.preset, 0, 0, 2),
            (self.images, 1, 0, 1),
            (self.epochs, 1, 1, 1),
            (self.batch_size, 2, 0, 1),
            (self.optimizer, 2, 1, 1),
            (self.learning_rate, 3, 0, 1),
            (self.schedule, 3, 1, 1),
            (self.initializer, 4, 0, 1),
            (self.seed, 4, 1, 1),
            (self.mix, 5, 0, 1),
            (self.wrong_labels, 5, 1, 1),
        )
        for field, row, column, span in places:
            grid.addLayout(self._labelled(field), row, column, 1, span)
        grid.addWidget(self.ours, 6, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Have all fields in a row equally high: Fusion's boxes for numbers are lower than those for choices."""
        for number in self._numbers:
            number.setMinimumHeight(self.preset.sizeHint().height())

    def _labelled(self, field: QWidget) -> QVBoxLayout:
        label = self._labels[field] = PlainLabel(self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
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
        for number in self._numbers:
            number.valueChanged.connect(self._edited)
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._edited)
        self.learning_rate.value_changed.connect(self._edited)
        self._draft.changed.connect(self._fill)

    def _fill(self) -> None:
        """Write the draft into the fields, unless these have just been written into it."""
        if self._draft.problem is not None:  # what a user is writing stays as it is written
            return
        recipe = self._draft.recipe
        self._filling = True
        self.epochs.setValue(recipe.epochs)
        self.batch_size.setValue(recipe.batch_size)
        self.seed.setValue(recipe.seed)
        self.mix.setValue(round(WHOLE * recipe.data.mix))
        self.wrong_labels.setValue(round(WHOLE * recipe.data.wrong_labels))
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

    def _data(self, images: TrainingImages) -> TrainingData:
        """Return what is written of the training data: a run that was begun by it named its own drawings."""
        shown = self._draft.recipe.data
        return replace(
            shown,
            images=images,
            count=ALL_IMAGES if shown.mix == 1 else shown.count,  # of ours alone all there are
            mix=_share(self.mix, shown.mix),
            wrong_labels=_share(self.wrong_labels, shown.wrong_labels),
            drawings="",
        )

    def _edited(self) -> None:
        if self._filling:
            return
        rate = self.learning_rate.value()
        if rate is None:
            self._draft.write(None)
            return
        shown = self._draft.recipe
        images, _, order = str(self.images.currentData()).partition("/")
        try:
            recipe = replace(
                shown,
                epochs=self.epochs.value(),
                batch_size=self.batch_size.value(),
                learning_rate=rate,
                optimizer=Optimizer(self.optimizer.currentData()),
                initializer=Initializer(self.initializer.currentData()),
                schedule=Schedule(self.schedule.currentData()),
                shuffle=order == SHUFFLED,
                data=self._data(TrainingImages(images)),
                seed=self.seed.value(),
            )
        except RecipeError as problem:  # each field makes sense, but not all of them together
            self._draft.refuse(problem)
            return
        self._draft.write(recipe)


def _share(box: QSpinBox, shown: float) -> float:
    """Return the share that is written: the one that was shown to the last digit, if it is still that."""
    return shown if box.value() == round(WHOLE * shown) else box.value() / WHOLE


SHUFFLED, IN_ORDER = "shuffled", "in order"


def _images_key(images: TrainingImages, *, shuffle: bool) -> str:
    return f"{images}/{SHUFFLED if shuffle else IN_ORDER}"
