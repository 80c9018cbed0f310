"""The list of runs: names, how they look in the plot, how good they are."""

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from digitpad.runs.run import Run
from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.swatch import LOOKS, swatch
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.runs.run_cells import RUN_ROLE, SCORED, Column
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.wording.recipe.score_texts import BEST

SWATCH = QSize(44, 16)

NAME_SHARE, LEAST_NAME = 0.34, 120
"""How much of the list the names may take, and their least width in logical pixels."""

LEAST_LETTERS = 14
"""Of a name that are seen, however narrow the list is and however large its letters."""

WIDEST = {
    Column.ACCURACY: "100.0 %",
    Column.EPOCHS: "1000.0",
    Column.SECONDS: "10000.0",
    Column.TRAINING: "10.000 · 100.0 %",
    Column.VALIDATION: f"10.000 · 100.0 % {BEST} 1000",
    Column.TEST: "10.000 · 100.0 %",
}
"""The widest figure that each column has room for."""

FILLED = "filled"
"""A property of a field in which a name is edited."""

OWN_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


MEASURED = 30
"""Names, the newest, by which the column is as wide as it is: to measure a thousand takes half a second."""

RECIPE_EMS = 15
"""What a recipe needs at least beside the scores, in heights of a line."""

NAME_GAP = 4
"""Logical pixels beside the widest of them."""


class RunTable(Translated, QTreeView):
    """Shows a RunList; the box shows or hides a curve, a double click (or F2) renames, bold is who answers.

    Signals:
        delete_asked(): Delete was pressed in it.
    """

    delete_asked = Signal()

    def __init__(self, runs: RunList, selection: QItemSelectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answering: Run | None = None
        self.setModel(runs)
        self.setSelectionModel(selection)
        self.setItemDelegate(_RunDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)  # else each figure that changes has a whole row measured
        # The recipe's fields decide how high the tabs are, not this list, which can scroll.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setIconSize(SWATCH)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all its pages
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        header.moveSection(Column.RECIPE, min(SCORED))  # in a narrow view scores are what one scrolls to
        self.hint = PlainLabel(self.viewport())
        self.hint.setProperty("role", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        QVBoxLayout(self.viewport()).addWidget(self.hint)
        for change in (runs.rowsInserted, runs.rowsRemoved, runs.modelReset):
            change.connect(lambda *_: self._fit())
        self._translate()

    @property
    def answering(self) -> Run | None:
        """The run whose network answers the canvas."""
        return self._answering

    def event(self, event: QEvent) -> bool:
        """Keep those keys for the list that elsewhere are the canvas's."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() in OWN_KEYS:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes the selected run; all else is as in any list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def mark(self, answering: Run | None) -> None:
        """Mark the run whose network answers the canvas."""
        if answering is not self._answering:
            self._answering = answering
            self.viewport().update()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Any = (),
    ) -> None:
        """Show figures that have changed; while nobody sees them, 40 times a second would be a waste."""
        if self.isVisible():
            super().dataChanged(first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the figures beside the names."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Show the curves in the colours of the room."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
            self.viewport().update()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Runs"))
        self.setToolTip(
            self.tr(
                "Every run of this session, in bold the one that answers; right-click for what can be done with "
                "one, F2 renames"
            )
        )
        self.hint.setText(self.tr("Every run you train is kept here."))
        self._fit()

    def _fit(self) -> None:
        """Give each column the width of its widest figure: only when rows come or go, not at each batch."""
        model = cast("QAbstractItemModel | None", self.model())
        if model is None:  # the window is being deleted, and its colours are still told to it
            return
        self.hint.setVisible(model.rowCount() == 0)
        letters = self.fontMetrics()
        for column, sample in WIDEST.items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            widest = max(letters.horizontalAdvance(sample), letters.horizontalAdvance(title))
            self.setColumnWidth(column, widest + 2 * letters.averageCharWidth() + 8)
        rows = model.rowCount()
        names = [model.index(row, Column.NAME) for row in range(max(0, rows - MEASURED), rows)]
        widest = max((self.sizeHintForIndex(name).width() for name in names), default=0)
        least = SWATCH.width() + letters.height() + LEAST_LETTERS * letters.averageCharWidth()
        most = max(int(NAME_SHARE * self.width()), least)  # figures can be scrolled to, a name must be read
        self.setColumnWidth(Column.NAME, min(max(widest + NAME_GAP, LEAST_NAME), most))
        self._fit_recipe()

    def _fit_recipe(self) -> None:
        """Leave to the recipe what remains beside all others, or as little as can be read."""
        room = self.viewport().width()
        without = room - sum(self.columnWidth(column) for column in (Column.NAME, *(set(WIDEST) - set(SCORED))))
        beside_all = without - sum(map(self.columnWidth, SCORED))
        least = RECIPE_EMS * self.fontMetrics().height()
        self.setColumnWidth(Column.RECIPE, max(beside_all, min(max(without, LEAST_NAME), least)))


class _RunDelegate(QStyledItemDelegate):
    """Adds what belongs to the looks alone: a piece of the curve, and bold letters for who answers."""

    def __init__(self, table: RunTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Dress a cell."""
        super().initStyleOption(option, index)
        run = index.data(RUN_ROLE)
        if index.column() == Column.NAME and isinstance(run, Run):
            option.font.setBold(run is self._table.answering)
            option.icon = swatch(run.number % LOOKS, colors(), SWATCH)
            option.decorationSize = SWATCH
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def setEditorData(  # noqa: N802  # Qt's name
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Fill a name's field once: Qt asks for it at each figure that changes, and would undo what is typed."""
        if not editor.property(FILLED):
            editor.setProperty(FILLED, True)
            super().setEditorData(editor, index)
