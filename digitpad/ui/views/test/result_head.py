"""Above the matrix: what is tested on, the accuracy in large letters, and what is to be said of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from digitpad.document.picture_set import Source
from digitpad.ui.announcing import Announcer
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.words import SPACING, LargeWords, Words
from digitpad.workspace.testing.testing import Testing
from digitpad.workspace.wording.pictures.testing_texts import (
    WEAK_PENS,
    accuracy_text,
    difference_text,
    pens_text,
    source_text,
    state_text,
    wrong_text,
)
from digitpad.workspace.wording.plain_text import as_tip

ACCURACY_EMS = 1.5


class ResultHead(Translated, QWidget):
    """A test's set and its result.

    Attributes:
        source: the set that is tested on.
        shares, difference: whether the matrix shows shares of its rows, and what differs from a second network.
        file: opens a file of drawings.
        accuracy: the result.
        state: why there is none, or why it is an earlier network's; else what is to be said of it, and how pens
            are read. Its line is always there: matrix and pictures must not jump with each epoch.
        problem: what is to be done before there can be a result.

    Signals:
        source_chosen(Source): another set is wanted.
        look_changed(): the matrix is to be shown otherwise.
    """

    source_chosen = Signal(object)
    look_changed = Signal()

    def __init__(self, file: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._testing: Testing | None = None
        self._other_name = ""
        self.source = ChoiceBox(self)
        for source in Source:
            self.source.addItem("", source)
        self.source.setMinimumWidth(1)  # else the longest name decides how narrow the window can be
        self.shares, self.difference, self.file = (QToolButton(self) for _ in range(3))
        self.file.setDefaultAction(file)
        for button in (self.shares, self.difference, self.file):
            button.setCheckable(button is not self.file)
            button.setProperty("role", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.difference.hide()
        self.accuracy = LargeWords(self, ACCURACY_EMS)
        self.problem = Words("", self)
        self.state = ElidedLabel(self)
        self.state.setProperty("role", "muted")
        row = FlowLayout(spacing=SPACING)
        self._choices = QWidget(self)
        self._choices.setLayout(row)
        for widget in (self.source, self.file, self.shares, self.difference):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._choices)
        for label in (self.accuracy, self.problem, self.state):
            column.addWidget(label)
        # Qt hands back a plain string.
        self.source.activated.connect(lambda: self.source_chosen.emit(Source(self.source.currentData())))
        for button in (self.shares, self.difference):
            button.toggled.connect(lambda _on: self.look_changed.emit())
        self.spoken = Announcer(self.accuracy, self._spoken_words)
        self._translate()

    def set_projector(self, on: bool) -> None:
        """Leave out what is chosen from: the last row is to read the result."""
        self._choices.setVisible(not on)

    def show_result(self, testing: Testing, other_name: str) -> None:
        """Show what is known; ``other_name`` is what the second network is called."""
        self._testing, self._other_name = testing, other_name
        found = testing.findings
        self.source.setCurrentIndex(self.source.findData(testing.source))
        self.file.setVisible(testing.source is Source.FILE)
        self.difference.setVisible(found is not None and found.other is not None)
        self.accuracy.setText("" if found is None else self._result())
        state = state_text(testing)
        self.problem.setText("" if found is not None else state)
        self._say_state("" if found is None else state)
        self.spoken.note()

    def show_stale(self, on: bool) -> None:
        """Write the accuracy grey, as it is another network's, or black again."""
        role = "muted" if on else ""
        if (self.accuracy.property("role") or "") != role:
            self.accuracy.setProperty("role", role)
            self.accuracy.style().polish(self.accuracy)

    def _say_state(self, state: str) -> None:
        found, lines = None if self._testing is None else self._testing.findings, (state, state)
        if self._testing is not None and found is not None and self._testing.is_current:
            pens = [pens_text(found.judgement, found.pictures, most) for most in (WEAK_PENS, None)]
            lines = " · ".join(filter(None, (state, pens[0]))), "\n".join(filter(None, (state, pens[1])))
        self.state.setText(lines[0])
        self.state.setToolTip(as_tip(lines[1]))

    def _result(self) -> str:
        found = None if self._testing is None else self._testing.findings
        if found is None:
            return ""
        text = f"{accuracy_text(found.judgement)} – {wrong_text(found.judgement)}"
        if found.other is not None and self.difference.isChecked():
            text = f"{text}, {difference_text(found.judgement, found.other, self._other_name)}"
        return text

    def _spoken_words(self) -> str:
        is_current = self._testing is not None and self._testing.is_current
        return self.accuracy.text() if is_current else self.problem.text() or self.state.text()

    def _translate(self) -> None:
        for place in range(self.source.count()):
            self.source.setItemText(place, source_text(self.source.itemData(place)))
        self.source.setAccessibleName(self.tr("What the network is tested on"))
        self.source.setToolTip(self.source.accessibleName())
        self.shares.setText(self.tr("in per cent"))
        give_tip(self.shares, self.tr("Show each count as a share of its row: of all pictures of that digit"))
        self.difference.setText(self.tr("difference"))
        give_tip(
            self.difference,
            self.tr("Show what this network’s matrix has more, or less, than that of the network compared with"),
        )
        if self._testing is not None:
            self.show_result(self._testing, self._other_name)
