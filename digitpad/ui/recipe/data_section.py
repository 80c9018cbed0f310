"""What a recipe learns from: how many images, of which digits, in what order, how many ours, and how labelled."""

import secrets
from typing import Any

from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from digitpad.data.training_data import ALL_IMAGES, COUNTS, MOST_WRONG, TrainingImages
from digitpad.errors import RecipeError, Word
from digitpad.runs.recipe import Recipe
from digitpad.ui.announcing import Announcer
from digitpad.ui.plain import PlainLabel
from digitpad.ui.recipe.fields.count_box import CountBox
from digitpad.ui.recipe.fields.digit_toggles import DigitToggles
from digitpad.ui.recipe.ours_note import OursNote
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.ui.recipe.training_section import name_entries
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.wording.numbers import percent_sign
from digitpad.workspace.wording.recipe.data_texts import (
    LABELS,
    SHUFFLED,
    epoch_text,
    images_names,
    order_names,
    order_of,
)

WHOLE = 100
"""Per cent of it."""

NEW_SEEDS = 1000
"""A new seed of the images is below this: short enough to be read aloud."""


class DataSection(Section):
    """MNIST's images and the class's own, and a line that says what an epoch of them is."""

    def __init__(self, material: LessonMaterial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Recipe()
        self._seed = 0
        self._wants_none = False
        self.count = CountBox(self)
        self.others = QToolButton(self)
        self.images = self.choice(images_names())
        self.digits = DigitToggles(self)  # in the order in which Tab comes to them
        self.order = self.choice(order_names())
        self.wrong_labels = self.number((0, round(WHOLE * MOST_WRONG)))
        self.mix = self.number((0, WHOLE))
        self.epoch = PlainLabel(self)
        self.epoch.setWordWrap(True)
        self.ours = OursNote(material, self)
        self._lay_out()
        self.count.value_changed.connect(self.edited)
        self.others.clicked.connect(self._draw_others)
        self.digits.toggled.connect(self.edited)
        self.digits.last_kept.connect(self._keep_last)
        self._announcer = Announcer(self.epoch, self.epoch.text)
        self._translate()
        self.fit()

    def _lay_out(self) -> None:
        self.place(self.count, 1, 0, beside=self.others)
        self.place(self.images, 1, 1)
        self.place(self.digits, 2, 0, COLUMNS)
        self.place(self.order, 3, 0)
        self.place(self.wrong_labels, 3, 1)
        self.grid.addWidget(self.epoch, 4, 0, 1, COLUMNS)
        self.place(self.mix, 5, 0)
        self.grid.addWidget(self.ours, 6, 0, 1, COLUMNS)

    @property
    def fields(self) -> list[QWidget]:
        """What can be written in, the button that chooses other images among it."""
        return [self.count, self.others, *(field for field in super().fields if field is not self.count)]

    def _translate(self) -> None:
        self.heading.setText(self.tr("Data"))
        name = self.name
        name(
            self.count,
            self.tr("Nu&mber of images"),
            self.tr(
                "How many images an epoch has, from 1 to 60,000: as many of each digit as of any other, as long "
                "as there are enough"
            ),
        )
        name(
            self.images,
            self.tr("&Images"),
            self.tr("Whether and how the images are changed before the network learns from them"),
        )
        name(
            self.digits,
            self.tr("Digits that it &sees"),
            self.tr("While it learns, the network never sees the digits that are taken away"),
        )
        name(
            self.order,
            self.tr("Order o&f the images"),
            self.tr("In what order an epoch goes through its images; shuffled, each epoch has another"),
        )
        name(
            self.wrong_labels,
            self.tr("Wron&g labels"),
            self.tr("How many labels are another digit than the true one, on purpose"),
        )
        name(
            self.mix,
            self.tr("O&ur digits"),
            self.tr("How much of what the network learns from is ours; the rest is MNIST's"),
        )
        self.others.setText(self.tr("Ot&hers"))
        self.others.setAccessibleName(self.tr("Other images"))
        name_entries({self.images: images_names(), self.order: order_names()})
        self.localize()
        for share in (self.mix, self.wrong_labels):
            share.setSuffix(percent_sign())
        self._tell()

    def fill(self, recipe: Recipe) -> None:
        """Show what a recipe learns from."""
        data = recipe.data
        self._shown, self._seed, self._wants_none = recipe, data.seed, False
        # Of ours alone an epoch has all there are, however many those were when a run began.
        self.count.set_value(ALL_IMAGES if data.mix == 1 else data.count)
        self.images.setCurrentIndex(self.images.findData(str(data.images)))
        self.digits.set_left_out(data.left_out)
        self.order.setCurrentIndex(self.order.findData(order_of(recipe)))
        self.wrong_labels.setValue(round(WHOLE * data.wrong_labels))
        self.mix.setValue(round(WHOLE * data.mix))
        self._tell()

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return the order of the images."""
        return {"shuffle": self.order.currentData() == SHUFFLED}

    def data_changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written of the data. Raises RecipeError if the number of images is none."""
        if self.count.value is None:
            least, most = COUNTS
            text = self.count.currentText()
            raise RecipeError(
                "recipe-whole-number", field=Word("count"), least=least, most=most, value=f"“{text}”"
            )
        return {
            "count": self.count.value,
            "seed": self._seed,
            "images": TrainingImages(self.images.currentData()),
            "left_out": self.digits.left_out,
            "by_label": self.order.currentData() == LABELS,
            "wrong_labels": _share(self.wrong_labels, shown.data.wrong_labels),
            "mix": _share(self.mix, shown.data.mix),
        }

    def _draw_others(self) -> None:
        self._seed = (self._seed + 1 + secrets.randbelow(NEW_SEEDS - 1)) % NEW_SEEDS
        self.edited.emit()

    def _keep_last(self) -> None:
        self._wants_none = True
        self._tell()

    def _tell(self) -> None:
        """Say what an epoch is, or why the last digit stays."""
        stays = self.tr("One digit at least stays: without any there is nothing to learn from.")
        self.epoch.setText(stays if self._wants_none else epoch_text(self._shown))
        form = self.tr("Choose other images to train on and to hold out, and other wrong labels (now set {seed})")
        self.others.setToolTip(form.format(seed=self._seed))
        self._announcer.note()


def _share(box: QSpinBox, shown: float) -> float:
    """Return the share that is written: the one that was shown to the last digit, if it is still that."""
    return shown if box.value() == round(WHOLE * shown) else box.value() / WHOLE
