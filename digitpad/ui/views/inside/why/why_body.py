"""Where the parts of the page “Why?” stand: the picture as large as the rest allows."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitpad.arrays import SIDE
from digitpad.ui.drawn.diverging import ScaleLegend
from digitpad.ui.views.inside.why.ledger_picture import LEAST_EMS, LedgerPicture
from digitpad.ui.views.inside.why.logit_rows import LogitRows
from digitpad.ui.views.inside.why.question_bar import QuestionBar
from digitpad.ui.views.inside.why.sum_line import SumLine
from digitpad.ui.views.inside.why.unit_lights import LightsPanel
from digitpad.ui.views.steady_words import SteadyWords
from digitpad.ui.views.words import SPACING, LargeWords, Words

MAIN_EMS = 1.25
"""Size of the chain's main line in the letters around it, which are large before a projector."""

MAIN_LINES = 1.4
"""Room for a line of the chain's main words, in heights of a line."""

LETTERS_IN_MAIN = 105
"""How many letters these have, more or less."""

LEAST_SHARE = 0.5
"""Of the width the picture takes at least so much: rather have the rows no probabilities: the bars tell them."""

LEAST_HEIGHT = 0.6
"""Of the height it takes at least so much, however large the letters: what is below then scrolls."""

MUCH_LARGER = 1.15
"""How many times as large the picture is without rows beside it, where they rather stand below the sentence."""

ROOMY = 1.15
"""How much wider than need be the rows are where lights stand beside them."""

LIGHTS_EMS = 9.0
"""Heights of a line from which on lights stand beside the rows."""


class WhyBody(QWidget):
    """All parts of the page.

    Attributes:
        question, picture, legend, rows, lights, sum: the parts.
        main, details: the chain's line that matters, and how it comes about.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_projected, self._has_lights = False, True
        self._has_rows_below = False
        self.question, self.picture, self.legend = QuestionBar(self), LedgerPicture(self), ScaleLegend(self)
        self.rows, self.lights, self.sum = LogitRows(self), LightsPanel(self), SumLine(self)
        self.main = SteadyWords(LargeWords(self, MAIN_EMS), self)
        self.details = SteadyWords(Words("muted", self), self)
        left = QVBoxLayout()
        left.setSpacing(SPACING // 2)
        left.addWidget(self.picture)
        left.addWidget(self.legend)
        left.addStretch(1)
        self._top = QHBoxLayout()
        self._top.setSpacing(2 * SPACING)
        self._top.addLayout(left)
        self._top.addWidget(self.rows, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SPACING, 0)
        self._column.setSpacing(SPACING)
        self._column.addWidget(self.question)
        self._column.addLayout(self._top)
        for widget in (self.sum, self.main, self.lights, self.details):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay all out in the size there is now: hidden, it was told of an earlier one only."""
        super().showEvent(event)
        self._column.setGeometry(self.rect())

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, and have the rest larger; or show all again."""
        self._is_projected = on
        for widget in (self.question, self.legend):
            widget.setVisible(not on)
        self._show_lights()
        self.sum.set_projector(on)
        self.details.leave_out(on)

    def show_lights(self, on: bool) -> None:
        """Have lights, or none where no layer is hidden."""
        self._has_lights = on
        self._show_lights()

    def _show_lights(self) -> None:
        self.lights.setVisible(self._has_lights and not self._is_projected)

    def fit(self, width: int, height: int) -> None:
        """Make the picture as large as a room of this size allows, and put the lights where there is room."""
        line = self.fontMetrics().height()
        least, below, beside = (
            round(LEAST_EMS * line),
            self._height_below(width),
            self.rows.full_width() + 3 * SPACING,
        )
        if width - beside < LEAST_SHARE * width:
            beside = self.rows.minimumSizeHint().width() + 3 * SPACING
        tall = max(height - below, round(LEAST_HEIGHT * height))
        side, alone = min(width - beside, tall), min(width - SPACING, tall)
        hides_words = self._is_projected and self.rows.minimumSizeHint().height() + below > height
        has_rows_below = side < least or alone >= MUCH_LARGER * side or hides_words
        self._put_rows(below=has_rows_below)
        side = max(least, alone if has_rows_below else side) // SIDE * SIDE
        self.picture.setFixedSize(side, side)
        self.legend.setFixedWidth(side)
        left_over = width - side - round(ROOMY * beside) - 2 * SPACING
        is_beside = left_over >= LIGHTS_EMS * line and self.lights.heightForWidth(left_over) <= side
        is_beside = is_beside and not self.lights.isHidden()
        if is_beside != (self._top.indexOf(self.lights) >= 0):
            self._put_lights(is_beside)

    def _height_below(self, width: int) -> int:
        """Return how high the parts are that shall be seen with the picture, in a room of this width."""
        line = self.fontMetrics().height()
        lines = -(-LETTERS_IN_MAIN * self.main.words.fontMetrics().averageCharWidth() // max(1, width))
        parts = self.legend.sizeHint().height() + SPACING, self.question.heightForWidth(width) + SPACING
        shown = sum(
            high for part, high in zip((self.legend, self.question), parts, strict=True) if not part.isHidden()
        )
        return self.sum.sizeHint().height() + round(MAIN_LINES * lines * line) + 2 * SPACING + shown

    def _put_rows(self, *, below: bool) -> None:
        """Put the rows beside the picture, or below the sentence where there is no room for both."""
        if below == self._has_rows_below:
            return
        self._has_rows_below = below
        for layout in (self._top, self._column):
            layout.removeWidget(self.rows)
        if below:
            self._column.insertWidget(self._column.indexOf(self.main) + 1, self.rows)
        else:
            self._top.insertWidget(1, self.rows, 1)

    def _put_lights(self, is_beside: bool) -> None:
        for layout in (self._top, self._column):
            layout.removeWidget(self.lights)
        self._top.setStretchFactor(self.rows, 0 if is_beside else 1)
        self.rows.setMinimumWidth(round(ROOMY * self.rows.full_width()) if is_beside else 0)
        if is_beside:
            self._top.addWidget(self.lights, 1)
        else:
            self._column.insertWidget(self._column.indexOf(self.details), self.lights)
