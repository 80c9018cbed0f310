"""The page of what was tried: which run was the best, and all of them in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.views.words import FORMULA_EMS, SPACING, LargeWords, Words
from digitpad.workspace.queue.attempt_rows import AttemptRows, Column
from digitpad.workspace.queue.run_queue import RunQueue


class AttemptPage(Translated, QWidget):
    """The newest attempt of a queue.

    Attributes:
        summary, advice: the best one in a sentence, and what that is worth; before an attempt what one is.
        table: its runs.
    """

    def __init__(self, queue: RunQueue) -> None:
        super().__init__()
        self._rows = AttemptRows(queue, self)
        self._projector = False
        self.summary, self.advice = LargeWords(self, FORMULA_EMS), Words("muted", self)
        self.table = QTreeView(self)
        self.table.setModel(self._rows)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all its pages
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        leave_space(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.advice)
        self._translate()

    def show_now(self) -> None:
        """Show how far the runs are."""
        self._rows.refresh()
        is_empty = not self._rows.rowCount()
        self.table.setVisible(not is_empty)
        self.summary.setText(self._rows.summary)
        self.table.setColumnHidden(Column.VALIDATION, not self._rows.has_validation)
        self.table.setColumnHidden(Column.TRAINED, self._projector)
        advice = "" if self._projector else self._rows.advice
        self.advice.setText(self._what_for() if is_empty else advice)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self._projector = on
        self.show_now()

    def _translate(self) -> None:
        self.table.setAccessibleName(self.tr("What was tried"))
        self.table.setToolTip(self.tr("The runs that were tried together, the best one first"))
        self.show_now()

    def _what_for(self) -> str:
        return self.tr(
            "Try learning rates or optimizers, by buttons of the queue: here the runs are compared, in the view "
            "Loss their curves."
        )
