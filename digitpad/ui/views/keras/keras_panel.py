"""What the view “Keras” shows: the listing, what of it really runs, and the loops side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run, short_name
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.command_button import CommandButton
from digitpad.ui.views.keras.listing_text import ListingText
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.wording.loop_texts import Note, awaited_pace_text, note_text, pace_text
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.plain_text import as_tip

NONE = "–"


class KerasPanel(Translated, QWidget):
    """The listing with a button that copies it, notes, and a row for each way in which the loop runs.

    Attributes:
        listing: the code.
        copy: copies all of it.
        notes: what really runs instead.
        choices: by loop the button that chooses it for new runs.
        paces, runs: by loop how fast it is, and of which run that is told, or when it will be.
        agreement: how far apart the losses of both loops are.
    """

    def __init__(self, choices: Mapping[Loop, QAction], parent: QWidget | None = None) -> None:
        """``choices`` are the commands that choose how the loop of new runs runs."""
        super().__init__(parent)
        self.heading, self.copy = ElidedLabel(self, lines=2), QToolButton(self)
        self.heading.setProperty("role", "heading")
        self.copy.setProperty("role", "boxed")
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy.clicked.connect(self._copy)
        self.listing = ListingText(self)
        self.differs, self.notes = Words("heading", self), Words("", self)
        self.notes.setMinimumWidth(1)  # else its longest piece of code decides how large the letters can be
        self.compares, self.agreement = Words("heading", self), Words("", self)
        self.choices = {loop: CommandButton(action, self) for loop, action in choices.items()}
        self.paces = {loop: ElidedLabel(self) for loop in choices}
        self.runs = {loop: ElidedLabel(self) for loop in choices}
        self._lay_out()
        self._translate()

    def show_listing(self, lines: tuple[str, ...], notes: Sequence[Note]) -> None:
        """Show the code, and what is to be said of it."""
        self.listing.show_lines(lines)
        self.notes.setText("\n".join(map(note_text, notes)))

    def show_loops(self, paces: Mapping[Loop, tuple[Run, float]], agreement: str) -> None:
        """Show how fast the loops are, and whether they agree."""
        for loop, label in self.paces.items():
            run, pace = paces.get(loop, (None, 0.0))
            label.setText(NONE if run is None else pace_text(pace), whole(round(pace)))
            label.setToolTip(awaited_pace_text() if run is None else label.text())
            self.runs[loop].setText(awaited_pace_text() if run is None else short_name(run.name))
            self.runs[loop].setToolTip(awaited_pace_text() if run is None else as_tip(run.name))
        self.agreement.setText(agreement)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read: what really runs, and which runs the paces are of."""
        for words in (self.differs, self.notes):
            words.leave_out(on)
        for label in self.runs.values():
            label.setVisible(not on)

    def _translate(self) -> None:
        self.heading.setText(self.tr("This recipe by Keras"))
        self.heading.setToolTip(self.heading.text())
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the listing, to paste it elsewhere"))
        self.listing.setAccessibleName(self.tr("Keras' listing"))
        self.differs.setText(self.tr("What really runs"))
        self.compares.setText(self.tr("The loop of new runs, and how fast it is"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy)
        rows = QGridLayout()
        rows.setSpacing(SPACING)
        rows.setColumnStretch(2, 1)
        for number, loop in enumerate(self.choices):
            for column, widget in enumerate((self.choices[loop], self.paces[loop], self.runs[loop])):
                rows.addWidget(widget, number, column)
            self.runs[loop].setProperty("role", "muted")
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(SPACING)
        parts.addLayout(head)
        parts.addWidget(self.listing)
        parts.addWidget(self.compares)
        parts.addLayout(rows)
        parts.addWidget(self.agreement)
        parts.addWidget(self.differs)
        parts.addWidget(self.notes)
        parts.addStretch()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.listing.lines) + "\n")
