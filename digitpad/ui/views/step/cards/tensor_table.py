"""The network's tensors in lines: a button to choose each, and what is said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.step.drawn.histogram import Histogram
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.stepping.gradients import Spread
from digitpad.workspace.wording.acts.names import shape_text, tensor_name

WIDE_EMS = 20.0
"""Heights of a line from which on the histograms stand beside the numbers."""


class _Line:
    """The widgets of one tensor."""

    def __init__(self, parent: QWidget, columns: int) -> None:
        self.button = QToolButton(parent)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.cells, self.histogram = [Words("", parent) for _ in range(columns)], Histogram(parent)

    def widgets(self) -> list[QWidget]:
        return [self.button, *self.cells, self.histogram]


class TensorTable(Translated, QWidget):
    """A line for each tensor, with what is said of it below each heading; one of them is chosen.

    Signals:
        chosen(int): this tensor, from 0, was chosen here.
    """

    chosen = Signal(int)

    def __init__(self, columns: int, *, has_histograms: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._count = 0
        self._is_narrow = False
        self._has_histograms = has_histograms
        self._headings = [Words("muted", self) for _ in range(columns)]
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACING)
        self._grid.setVerticalSpacing(0)
        for column, heading in enumerate(self._headings, 1):
            self._grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignBottom)
        self._grid.setColumnStretch(columns + 1, 1)
        self._group.idClicked.connect(self.chosen)
        self._translate()

    def show_tensors(
        self,
        shapes: list[tuple[int, ...]],
        headings: list[str],
        cells: list[list[str]],
        chosen: int,
        spreads: list[Spread] | None = None,
    ) -> None:
        """Show the tensors of these shapes, what is said of each below the headings, and which is chosen."""
        self._count = len(shapes)
        for words, heading in zip(self._headings, headings, strict=True):
            words.setText(heading)
        while len(self._lines) < len(shapes):
            self._add()
        for number, line in enumerate(self._lines):
            for widget in line.widgets():
                widget.setVisible(number < len(shapes))
            if number < len(shapes):
                line.button.setText(f"{tensor_name(number)} {shape_text(shapes[number])}")
                line.button.setChecked(number == chosen)
                told = [f"{heading} {text}" for heading, text in zip(headings, cells[number], strict=True)]
                line.button.setAccessibleDescription(", ".join(told))
                for words, text in zip(line.cells, cells[number], strict=True):
                    words.setText(text)
                line.histogram.setVisible(self._has_histograms)
                line.histogram.show_spread(None if spreads is None else spreads[number])

    def texts(self) -> list[list[str]]:
        """Return what is said of each tensor."""
        return [[words.text() for words in line.cells] for line in self._lines[: self._count]]

    def button(self, tensor: int) -> QToolButton:
        """Return the button that chooses a tensor."""
        return self._lines[tensor].button

    def _add(self) -> None:
        line = _Line(self, len(self._headings))
        self._lines.append(line)
        self._group.addButton(line.button, len(self._lines) - 1)
        self._place(len(self._lines) - 1)

    def _place(self, number: int) -> None:
        """Put a line's widgets side by side, or its histogram below the others where there is little room."""
        line, row = self._lines[number], 2 * number + 1
        for column, widget in enumerate((line.button, *line.cells)):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        last = len(line.cells) + 1
        if self._is_narrow:
            self._grid.addWidget(line.histogram, row + 1, 0, 1, last + 1)
        else:
            self._grid.addWidget(line.histogram, row, last, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the histograms where there is room for them."""
        super().resizeEvent(event)
        is_narrow = self._has_histograms and self.width() < WIDE_EMS * self.fontMetrics().height()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._grid.setColumnStretch(len(self._headings) + 1, 0 if is_narrow else 1)
            for number in range(len(self._lines)):
                self._place(number)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Tensors of the network"))
