"""Card 1: the pictures that the step learns from."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from digitpad.engines.acts.tape import Act
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.drawn.picture_grid import PictureGrid
from digitpad.ui.views.words import Words
from digitpad.workspace.wording.acts.names import act_headings
from digitpad.workspace.wording.acts.texts import batch_shapes, picture_text, shown_text


class BatchCard(StepCard):
    """Pictures and labels; the answers are another card's.

    Attributes:
        grid: the pictures.
        counts: how many are shown.
        words: what is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.words = Words("muted", self), Words("", self)
        self.grid = PictureGrid(self)
        for widget in (self.counts, self.words, self.grid):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.grid.chosen.connect(lambda number: self.chosen.emit(replace(self.choice, picture=number)))
        self._translate()

    def redraw(self) -> None:
        """Show the pictures as they came, without answers."""
        self.heading.setText(act_headings()[Act.BATCH])
        if self.tape is None:
            return
        tape = replace(self.tape, probabilities=None)
        self.shapes.setText(batch_shapes(tape))
        self.counts.setText(shown_text(tape))
        self.words.setText(picture_text(tape, self.picture))
        self.grid.show_pictures(tape, self.picture)
