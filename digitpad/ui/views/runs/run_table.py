"""The list of runs: names, how they look in the plot, how good they are."""

from collections.abc import Collection
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from digitpad.runs.run import Run
from digitpad.ui.plots.swatch import LOOKS, swatch
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.views.runs.column_menu import Choice, ColumnMenu
from digitpad.ui.views.words import hint_in
from digitpad.workspace.index import Index
from digitpad.workspace.runs.run_cells import ACCURACIES, EARLIER_ROLE, IN_WORDS, LOSSES, RUN_ROLE, Column
from digitpad.workspace.runs.run_columns import fitting, telling
from digitpad.workspace.runs.run_list import RunList

SWATCH = QSize(44, 16)

NAME_SHARE, LEAST_NAME = 0.34, 120
"""How much of the list the names may take, and their least width in logical pixels."""

LEAST_LETTERS = 14
"""Of a name that are seen, however narrow the list is and however large its letters."""

WIDEST = {
    **dict.fromkeys(ACCURACIES, "100.0"),
    **dict.fromkeys(LOSSES, "0.0000"),
    Column.BEST_EPOCH: "1000",
    Column.EPOCHS: "1000.0",
    Column.SECONDS: "10000.0",
}
"""The widest figure that each column has room for."""

PADDING = 14
"""Logical pixels beside a title or figure, as the style sheet has them."""

FILLED = "filled"
"""A property of a field in which a name is edited."""

OWN_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


MEASURED = 30
"""Names, the newest, by which the column is as wide as it is: to measure a thousand takes half a second."""

LEAST_RECIPE, LEAST_RECIPE_ALONE = 15, 8
LEAST_DIFFERENCE, USUAL_DIFFERENCE, MOST_DIFFERENCE = 3.5, 5.5, 18
"""What the recipe, less where nothing differs, and what differs take of the room, in heights of a line."""

NAME_GAP = 4
"""Logical pixels beside the widest of them."""


class RunTable(Translated, QTreeView):
    """Shows a RunList; the box shows or hides a curve, a double click (or F2) renames, bold is who answers.

    Attributes:
        menu: chooses its columns; its header opens it, too.

    Signals:
        delete_asked(): Delete was pressed in it.
    """

    delete_asked = Signal()

    def __init__(self, runs: RunList, selection: QItemSelectionModel, menu: ColumnMenu) -> None:
        super().__init__()
        self._runs, self.menu = runs, menu
        self._answering: Run | None = None
        self._chosen: Choice = None
        self._fits = True
        self._fitted: tuple[frozenset[Column], list[str]] = frozenset(), []
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
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: menu.popup(header.mapToGlobal(at)))
        menu.chosen.connect(self.choose_columns)
        self.hint = hint_in(self)
        for change in (runs.rowsInserted, runs.rowsRemoved, runs.modelReset):
            change.connect(lambda *_: self._fit_when_seen())
        leave_space(self)
        self._translate()

    @property
    def answering(self) -> Run | None:
        """The run whose network answers the canvas."""
        return self._answering

    @property
    def chosen_columns(self) -> Choice:
        """The columns that somebody has chosen; None for those that there is room for."""
        return self._chosen

    def choose_columns(self, chosen: Choice) -> None:
        """Show these columns beside the names, or for None those that there is room for."""
        self._chosen = chosen
        self._fit()

    def show_telling(self) -> None:
        """Have other columns where others say something of the runs now, and room for a name with its mark."""
        if self._fitted != self._to_fit():
            self._fit()

    def _to_fit(self) -> tuple[frozenset[Column], list[str]]:
        """Return the columns that say something of the runs, and the names that are measured."""
        columns = telling(self._runs.runs, differ=self._runs.differences.are_any)
        return columns, [cell.data() for cell in self._newest(self._runs, Column.NAME)]

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
            self._fit_when_seen()  # bold letters are wider
            self.viewport().update()

    def dataChanged(self, first: Index, last: Index, roles: Any = ()) -> None:
        """Show figures that have changed; while nobody sees them, 40 times a second would be a waste."""
        if self.isVisible():
            super().dataChanged(first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the figures beside the names."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns the widths that rows need which came meanwhile."""
        if not self._fits:
            self._fit()
        super().showEvent(event)

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

    def _fit_when_seen(self) -> None:
        """Do so now, or, as it takes a while, when somebody looks."""
        self._fits = False
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Give each column the width of its widest figure: only when rows come or go, not at each batch."""
        self._fits = True
        model = cast("QAbstractItemModel | None", self.model())
        if model is None:  # the window is being deleted, and its colours are still told to it
            return
        self.hint.setVisible(model.rowCount() == 0)
        widths = self._least_widths(model)
        room = self.viewport().width()
        self._fitted = self._to_fit()
        wishes = self._wishes()
        if self._chosen is None:
            shown = fitting(self._fitted[0], widths, wishes, room)
        else:
            shown = self._chosen | {Column.NAME}
        self._give_the_rest(widths, shown, sum(wishes), room)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])
        self.menu.show_columns(shown, as_fits=self._chosen is None)

    def _give_the_rest(self, widths: dict[Column, int], shown: Collection[Column], wish: int, room: int) -> None:
        """Let words have the pixels that are left: what differs as many as it wants, the recipe all others."""
        left = max(0, room - sum(widths[column] for column in shown))
        if Column.DIFFERENCE in shown:
            more = min(left, wish) if Column.RECIPE in shown else left
            widths[Column.DIFFERENCE] += more
            left -= more
        widths[Column.RECIPE] += left

    def _least_widths(self, model: QAbstractItemModel) -> dict[Column, int]:
        """Return what each column needs at least: figures the widest of them, words what can be read of them."""
        letters = self.fontMetrics()
        widths = {}
        for column, sample in WIDEST.items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            words = [sample, *title.split("\n")]
            widths[column] = max(map(letters.horizontalAdvance, words)) + PADDING
        least = SWATCH.width() + letters.height() + LEAST_LETTERS * letters.averageCharWidth()
        most = max(int(NAME_SHARE * self.width()), least)  # figures can be scrolled to, a name must be read
        widths[Column.NAME] = min(max(self._longest(model, Column.NAME), LEAST_NAME), most)
        title = str(model.headerData(Column.DIFFERENCE, Qt.Orientation.Horizontal))
        least = round(LEAST_DIFFERENCE * letters.height())
        widths[Column.DIFFERENCE] = max(least, letters.horizontalAdvance(title) + PADDING)
        recipe = LEAST_RECIPE if self._runs.differences.are_any else LEAST_RECIPE_ALONE
        widths[Column.RECIPE] = recipe * letters.height()
        return widths

    def _wishes(self) -> tuple[int, int]:
        """Return how much more than its least width what differs takes as usual, then at most."""
        if not self._runs.differences.are_any:
            return 0, 0
        em = self.fontMetrics().height()
        whole = min(self._longest(self._runs, Column.DIFFERENCE), MOST_DIFFERENCE * em)
        usual = min(whole, round(USUAL_DIFFERENCE * em))
        return max(0, usual - round(LEAST_DIFFERENCE * em)), whole - usual

    def _longest(self, model: QAbstractItemModel, column: Column) -> int:
        """Return the width of the longest text of the newest in a column of words."""
        cells = self._newest(model, column)
        if column is not Column.NAME:  # of which one is bold; Qt asks ten questions to measure a cell
            cells = list({cell.data(): cell for cell in cells}.values())
        return max((self.sizeHintForIndex(cell).width() for cell in cells), default=0) + NAME_GAP

    @staticmethod
    def _newest(model: QAbstractItemModel, column: Column) -> list[QModelIndex]:
        rows = model.rowCount()
        return [model.index(row, column) for row in range(max(0, rows - MEASURED), rows)]


class _RunDelegate(QStyledItemDelegate):
    """Adds what belongs to the looks alone: a piece of the curve, bold letters for who answers, grey figures of an
    earlier network."""

    def __init__(self, table: RunTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Dress a cell."""
        super().initStyleOption(option, index)
        run = index.data(RUN_ROLE)
        if index.column() in IN_WORDS - {Column.NAME}:
            option.textElideMode = Qt.TextElideMode.ElideRight  # what is most telling stands first
        if index.column() == Column.NAME and isinstance(run, Run):
            option.font.setBold(run is self._table.answering)
            option.icon = swatch(run.number % LOOKS, colors(), SWATCH)
            option.decorationSize = SWATCH
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        if index.data(EARLIER_ROLE):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, QColor(colors().muted))

    def setEditorData(  # noqa: N802  # Qt's name
        self, editor: QWidget, index: Index
    ) -> None:
        """Fill a name's field once: Qt asks for it at each figure that changes, and would undo what is typed."""
        if not editor.property(FILLED):
            editor.setProperty(FILLED, True)
            super().setEditorData(editor, index)
