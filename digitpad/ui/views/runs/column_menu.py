"""The menu by which somebody chooses what the table of runs says."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from digitpad.ui.translated import Translated
from digitpad.workspace.runs.run_cells import Column, title_in_line

Choice = frozenset[Column] | None
"""Columns that somebody wants to see beside the names; None for those that there is room for."""


class ColumnMenu(Translated, QMenu):
    """A box for each column, and one for whatever there is room for.

    Attributes:
        fitting: that one.
        boxes: the others, by their columns.

    Signals:
        chosen(Choice): somebody wants these columns.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: frozenset[Column] = frozenset()
        self.fitting = self._box()
        self.fitting.triggered.connect(lambda: self.chosen.emit(None))
        self.addSeparator()
        self.boxes = {column: self._box() for column in Column if column is not Column.NAME}
        for column, box in self.boxes.items():
            box.triggered.connect(lambda _=False, column=column: self.chosen.emit(self._shown ^ {column}))
        self._translate()

    def show_columns(self, shown: Collection[Column], *, as_fits: bool) -> None:
        """Tick the columns that are shown now, and whether they are those that fit."""
        self._shown = frozenset(shown) - {Column.NAME}
        self.fitting.setChecked(as_fits)
        for column, box in self.boxes.items():
            box.setChecked(column in self._shown)

    def _box(self) -> QAction:
        box = self.addAction("")
        box.setCheckable(True)
        return box

    def _translate(self) -> None:
        self.setTitle(self.tr("C&olumns of the runs"))
        self.fitting.setText(self.tr("As many as fit"))
        for column, box in self.boxes.items():
            box.setText(title_in_line(column))
