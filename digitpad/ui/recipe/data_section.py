"""What a recipe learns from: which images, in what order, how many of them ours, and with which labels."""

from typing import Any

from PySide6.QtWidgets import QSpinBox, QWidget

from digitpad.data.training_data import ALL_IMAGES, MOST_WRONG, TrainingImages
from digitpad.runs.recipe import Recipe
from digitpad.ui.recipe.ours_note import OursNote
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.ui.recipe.training_section import name_entries
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.wording.numbers import percent_sign

WHOLE = 100
"""Per cent of it."""

SHUFFLED, IN_ORDER = "shuffled", "in order"


class DataSection(Section):
    """MNIST's images and the class's own."""

    def __init__(self, material: LessonMaterial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = self.choice(self._images_names())
        self.mix = self.number((0, WHOLE))
        self.wrong_labels = self.number((0, round(WHOLE * MOST_WRONG)))
        self.ours = OursNote(material, self)
        self.place(self.images, 1, 0, COLUMNS)
        self.place(self.mix, 2, 0)
        self.place(self.wrong_labels, 2, 1)
        self.grid.addWidget(self.ours, 3, 0, 1, COLUMNS)
        self._translate()
        self.fit()

    def _images_names(self) -> dict[str, str]:
        return {
            _images_key(TrainingImages.PLAIN, shuffle=True): self.tr("MNIST, shuffled"),
            _images_key(TrainingImages.PLAIN, shuffle=False): self.tr("MNIST, in its order"),
            _images_key(TrainingImages.VARIED, shuffle=True): self.tr("varied, shuffled"),
            _images_key(TrainingImages.VARIED, shuffle=False): self.tr("varied, in MNIST's order"),
        }

    def _translate(self) -> None:
        self.heading.setText(self.tr("Data"))
        name = self.name
        name(self.images, self.tr("&Images"), self.tr("Which pictures the network learns from, and in what order"))
        name(
            self.mix,
            self.tr("O&ur digits"),
            self.tr("How much of what the network learns from is ours; the rest is MNIST's"),
        )
        name(
            self.wrong_labels,
            self.tr("Wron&g labels"),
            self.tr("How many labels are another digit than the true one, on purpose"),
        )
        name_entries({self.images: self._images_names()})
        self.localize()
        for share in (self.mix, self.wrong_labels):
            share.setSuffix(percent_sign())

    def fill(self, recipe: Recipe) -> None:
        """Show what a recipe learns from."""
        self.mix.setValue(round(WHOLE * recipe.data.mix))
        self.wrong_labels.setValue(round(WHOLE * recipe.data.wrong_labels))
        self.images.setCurrentIndex(self.images.findData(_images_key(recipe.data.images, shuffle=recipe.shuffle)))

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return the order of the images."""
        return {"shuffle": str(self.images.currentData()).endswith(f"/{SHUFFLED}")}

    def data_changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written of the data."""
        images, _, _ = str(self.images.currentData()).partition("/")
        return {
            "images": TrainingImages(images),
            "count": ALL_IMAGES if shown.data.mix == 1 else shown.data.count,  # of ours alone all there are
            "mix": _share(self.mix, shown.data.mix),
            "wrong_labels": _share(self.wrong_labels, shown.data.wrong_labels),
        }


def _share(box: QSpinBox, shown: float) -> float:
    """Return the share that is written: the one that was shown to the last digit, if it is still that."""
    return shown if box.value() == round(WHOLE * shown) else box.value() / WHOLE


def _images_key(images: TrainingImages, *, shuffle: bool) -> str:
    return f"{images}/{SHUFFLED if shuffle else IN_ORDER}"
