"""The rows and columns of the runs, as Qt's views want them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from digitpad.data.pictures import ClassPictures
from digitpad.runs.run import Run
from digitpad.workspace.index import Index
from digitpad.workspace.runs.differences import Differences
from digitpad.workspace.runs.run_cells import FIGURES, IN_WORDS, Column, cell, title, title_tip

OF_FIGURES = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
OF_NAMES = OF_FIGURES | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
"""Asked for by Qt of every row when one more comes; put together each time they take 20 ms of a thousand."""


class RunRows(QAbstractTableModel):
    """A table of runs, a row for each; who changes them says so.

    Attributes:
        runs: those that were not deleted; to be read, not changed.
        differences: what sets them apart.
        ours: gives the class's digits as a run would learn from them now; None as long as nobody knows.
    """

    runs: list[Run]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.differences = Differences()
        self.ours: Callable[[], ClassPictures | None] = lambda: None
        self._ours: ClassPictures | None = None

    def rename(self, run: Run, name: str) -> None:
        """Give a run another name."""
        raise NotImplementedError

    def show(self, run: Run, visible: bool) -> None:
        """Show or hide a run's curve."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of runs."""
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, or what is said of it."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return title_tip(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole and section not in IN_WORDS:
            return FIGURES
        return title(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        run = self.runs[index.row()]
        if index.column() == Column.DIFFERENCE and role == Qt.ItemDataRole.DisplayRole:
            return self.differences.of(run)
        return cell(run, Column(index.column()), role, self._ours)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename a run, or show or hide its curve."""
        if not index.isValid() or index.column() != Column.NAME:
            return False
        run = self.runs[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.show(run, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole:
            self.rename(run, str(value))
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return OF_NAMES if index.column() == Column.NAME else OF_FIGURES

    def compare(self) -> None:
        """Say anew what sets the runs apart, if there are others or one is made of something else."""
        if self.differences.follow(self.runs) and self.runs:
            column = Column.DIFFERENCE
            self.dataChanged.emit(self.index(0, column), self.index(len(self.runs) - 1, column))

    def follow_ours(self) -> None:
        """See which figures are still of the class's digits, and of the labels, that there are now."""
        self._ours = self.ours()
        if any(run.drawings for run in self.runs):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, len(Column) - 1))

    def translate(self) -> None:
        """Have titles and figures read anew, in another language; no run is another one by that."""
        self.differences.say_anew()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, len(Column) - 1))
