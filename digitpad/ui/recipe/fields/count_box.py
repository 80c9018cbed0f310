"""A field for how many images an epoch has: some usual numbers, all, or any."""

import re

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from digitpad.data.training_data import ALL_IMAGES
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.numbers import whole

SUGGESTIONS = (100, 1_000, 10_000, ALL_IMAGES)

GROUP = 3
"""Digits between two separators of thousands."""

MOST_LETTERS = 20
"""More than any number here has; what is pasted may be a whole page, of which Python would make no number."""


class CountBox(Translated, ChoiceBox):
    """An editable list of usual numbers of images; MNIST's 60,000 are called all of them.

    Attributes:
        value: the number that is written, however large; None if it is none.

    Signals:
        value_changed(): another number is written now, or what is none.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # one writes in it
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # else a 100 on its way to 1,500 becomes 1,000
        self.addItems([_written(count) for count in SUGGESTIONS])
        line = self.lineEdit()
        if line is not None:
            line.setMaxLength(MOST_LETTERS)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.value = parse_count(self.currentText())
        self.editTextChanged.connect(self._read)

    def set_value(self, count: int) -> None:
        """Write a number; one that is there already stays as it is written."""
        if self.value != count:
            self.setEditText(_written(count))

    def _read(self, text: str) -> None:
        self.value = parse_count(text)
        self.value_changed.emit()

    def _translate(self) -> None:
        text = self.currentText() if self.value is None else _written(self.value)
        with QSignalBlocker(self):  # the number is the same one, however it is written
            for place, count in enumerate(SUGGESTIONS):
                self.setItemText(place, _written(count))
            self.setEditText(text)
        if self.value != parse_count(text):  # what was none may be one as this language writes it: 60.000
            self._read(text)


def parse_count(text: str) -> int | None:
    """Return the whole number that a text writes, with or without its thousands in groups; None if it is none.

    A group has three digits: 100.5 is no number of images, and where a point parts the thousands it is not 1005.
    """
    if text.strip().casefold() == _all().casefold():
        return ALL_IMAGES
    plain = re.sub(r"\s", "", text)
    parts = plain.split(QLocale().groupSeparator())
    digits = "".join(parts)
    in_groups = parts == [plain] or (1 <= len(parts[0]) <= GROUP and all(len(part) == GROUP for part in parts[1:]))
    return int(digits) if in_groups and digits.isascii() and digits.isdigit() else None


def _written(count: int) -> str:
    return _all() if count == ALL_IMAGES else whole(count)


def _all() -> str:
    return QCoreApplication.translate("CountBox", "all")
