"""What is ahead, as long as no step is shown: the seven acts and what each is about."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digitpad.engines.acts.tape import Act
from digitpad.ui.translated import Translated
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.wording.acts.names import act_headings, act_names
from digitpad.workspace.wording.numbers import whole


class StartCard(Translated, QWidget):
    """Names each act in a line.

    Attributes:
        heading: what all of them are.
        names, about: of each act its name and what its card shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Words("heading", self)
        self.names = {act: Words("heading", self) for act in Act}
        self.about = {act: Words("", self) for act in Act}
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * SPACING)
        rows.setVerticalSpacing(SPACING)
        rows.setColumnStretch(1, 1)
        for act in Act:
            rows.addWidget(self.names[act], act, 0)
            rows.addWidget(self.about[act], act, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACING)
        column.addWidget(self.heading)
        column.addLayout(rows)
        column.addStretch(1)
        self._translate()

    def _translate(self) -> None:
        self.heading.setText(self.tr("A training step, card by card"))
        for act, name in act_names().items():
            self.names[act].setText(f"{whole(act)} {name}")
            self.about[act].setText(act_headings()[act])
