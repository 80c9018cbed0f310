"""Some of a recipe's fields that belong together, under a heading."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from digitpad.runs.recipe import Recipe
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated

COLUMNS = 2


class Section(Translated, QWidget):
    """Shows its part of a recipe in fields with labels, two in a row, and says what is written in them.

    Signals:
        edited(): something else is written in a field.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(self)
        self.heading.setProperty("role", "heading")
        self.labels: dict[QWidget, PlainLabel] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.addWidget(self.heading, 0, 0, 1, COLUMNS)
        for column in range(COLUMNS):
            self.grid.setColumnStretch(column, 1)

    @property
    def fields(self) -> list[QWidget]:
        """What can be written in, in the order of the keyboard."""
        return list(self.labels)

    def fill(self, recipe: Recipe) -> None:
        """Write this part of a recipe into the fields."""
        raise NotImplementedError

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written of a recipe's own fields, by their names; ``shown`` is what was filled in.

        Raises RecipeError for what makes no sense.
        """
        return {}

    def data_changes(self, shown: Recipe) -> dict[str, Any]:
        """Return the same of its training data's fields."""
        return {}

    def set_fixed(self, fixed: bool) -> None:
        """Let nothing be changed while a run is under way."""
        for field in self.fields:
            field.setEnabled(not fixed)

    # For those that are made of it.

    def choice(self, keys: Iterable[str]) -> QComboBox:
        """Return a box with these entries, whose texts come with the language."""
        box = ChoiceBox(self)
        for key in keys:
            box.addItem("", str(key))
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self.edited)
        return box

    def number(self, bounds: tuple[int, int]) -> QSpinBox:
        """Return a field for a whole number."""
        box = QSpinBox(self)
        box.setRange(*bounds)
        box.setGroupSeparatorShown(True)
        box.valueChanged.connect(self.edited)
        return box

    def place(self, field: QWidget, row: int, column: int, span: int = 1, beside: QWidget | None = None) -> None:
        """Put a field under a label of its own, ``beside`` it what belongs to it; the first row is 1."""
        label = self.labels[field] = PlainLabel(self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        line = QHBoxLayout()
        line.addWidget(field, 1)
        if beside is not None:
            line.addWidget(beside)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(label)
        cell.addLayout(line)
        self.grid.addLayout(cell, row, column, 1, span)

    def name(self, field: QWidget, text: str, tip: str) -> None:
        """Say what a field is called, with its mnemonic, and what it is."""
        self.labels[field].setText(text)
        field.setAccessibleName(text.replace("&", ""))
        field.setToolTip(tip)

    def localize(self) -> None:
        """Have numbers written in the program's language."""
        for box in self.findChildren(QSpinBox):
            box.setLocale(QLocale())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self.fit()
        super().changeEvent(event)

    def fit(self) -> None:
        """Have all fields in a row equally high: Fusion's boxes for numbers are lower than those for choices."""
        height = max((field.sizeHint().height() for field in self.fields), default=0)
        for field in self.fields:
            field.setMinimumHeight(height)
