"""The list of runs: names, how they look in the plot, how good they are, and what can be done with them."""

from functools import cache
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.stage.recipe_form import optimizer_names
from digitpad.ui.theme import Colors, colors, run_dash
from digitpad.workspace.run_list import RunList

SWATCH = QSize(44, 16)
NAME, ACCURACY, EPOCHS, SECONDS, RECIPE = range(5)
NAME_SHARE, LEAST_NAME = 0.34, 120
"""How much of the list the names may take, and their least width in logical pixels."""

RUN_ROLE = Qt.ItemDataRole.UserRole


class RunsView(QWidget):
    """Shows a RunList; the box shows or hides a curve, a double click (or F2) renames.

    Signals:
        use_requested(Run): this run's network shall answer the canvas.
        compare_requested(Run): … beside the one that answers.
        continue_requested(Run): this run shall go on.
        export_requested(Run): this run's figures shall be written to a file.
        delete_requested(Run): this run shall be deleted.
    """

    use_requested = Signal(object)
    compare_requested = Signal(object)
    continue_requested = Signal(object)
    export_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, runs: RunList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = runs
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels(
            [self.tr("Run"), self.tr("Test accuracy"), self.tr("Epochs"), self.tr("Seconds"), self.tr("Recipe")]
        )
        self.list.setRootIsDecorated(False)
        # The recipe's fields decide how high the tabs are, not this list, which can scroll.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setIconSize(SWATCH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.setAccessibleName(self.tr("Runs"))
        self.list.setToolTip(
            self.tr(
                "Every run of this session, in bold the one that answers; right-click for what can be done with "
                "one, F2 renames"
            )
        )
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        self.list.header().setSectionResizeMode(RECIPE, QHeaderView.ResizeMode.Stretch)
        self.hint = QLabel(self.tr("Every run you train is kept here."), self.list.viewport())
        self.hint.setProperty("role", "muted")
        QVBoxLayout(self.list.viewport()).addWidget(self.hint, 0, Qt.AlignmentFlag.AlignCenter)
        self.use = self._action(self.tr("&Use this network"), "Ctrl+U", self.use_requested)
        self.compare = self._action(self.tr("&Compare with the answer"), "Ctrl+Shift+U", self.compare_requested)
        self.go_on = self._action(self.tr("C&ontinue this run"), "Ctrl+G", self.continue_requested)
        self.export = self._action(self.tr("&Export as CSV …"), "Ctrl+Shift+E", self.export_requested)
        self.delete = self._action(self.tr("&Delete"), "Ctrl+Backspace", self.delete_requested)
        self.actions_ = (self.use, self.compare, self.go_on, self.export, self.delete)
        self._free = True
        self._answering: Run | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.itemChanged.connect(self._edited)
        self.list.currentItemChanged.connect(lambda *_: self._show_possible())
        runs.changed.connect(self.refresh)
        self.refresh()

    def selected(self) -> Run | None:
        """Return the run the list's cursor is on."""
        item = self.list.currentItem()
        return item.data(NAME, RUN_ROLE) if item is not None else None

    def refresh(self) -> None:
        """Show the runs as they are now: what is there stays, as one of them may be being edited."""
        self.list.blockSignals(True)
        known = {id(run): item for run, item in self._items()}
        wanted = {id(run) for run in self.runs.runs}
        for key, item in known.items():
            if key not in wanted:
                self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(item))
        for place, run in enumerate(self.runs.runs):
            item = known.get(id(run)) or _new_item(run)
            if self.list.indexOfTopLevelItem(item) < 0:
                self.list.insertTopLevelItem(place, item)
                self.list.setCurrentItem(item)
            _fill(item, run, answers=run is self._answering)
        self.hint.setVisible(not self.runs.runs)
        self._fit_names()
        newest = self.list.topLevelItem(self.list.topLevelItemCount() - 1)
        if self.list.currentItem() is None and newest is not None:
            self.list.setCurrentItem(newest)
        self.list.blockSignals(False)
        self._show_possible()

    def _items(self) -> list[tuple[Run, QTreeWidgetItem]]:
        items = [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]
        return [(item.data(NAME, RUN_ROLE), item) for item in items if item is not None]

    def changeEvent(self, event: QEvent) -> None:
        """Show the curves in the colours of the room."""
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the figures beside the names."""
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        most = int(NAME_SHARE * self.list.width())
        self.list.setColumnWidth(NAME, min(max(self.list.sizeHintForColumn(NAME), LEAST_NAME), most))

    def mark(self, answering: Run | None) -> None:
        """Mark the run whose network answers the canvas."""
        if answering is not self._answering:
            self._answering = answering
            self.refresh()

    def set_free(self, free: bool) -> None:
        """Say whether no run is training, so that another one may answer or go on."""
        self._free = free
        self._show_possible()

    def _show_possible(self) -> None:
        run = self.selected()
        for action in (self.export, self.delete):
            action.setEnabled(run is not None)
        trained = run is not None and run.is_trained
        self.compare.setEnabled(trained)
        self.use.setEnabled(trained and self._free)
        self.go_on.setEnabled(run is not None and run.can_go_on and self._free)

    def _action(self, text: str, key: str, signal: SignalInstance) -> QAction:
        action = QAction(text, self.list)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: self._signal_selected(signal))
        self.list.addAction(action)
        return action

    def _signal_selected(self, signal: SignalInstance) -> None:
        run = self.selected()
        if run is not None:
            signal.emit(run)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        run = item.data(NAME, RUN_ROLE)
        name, visible = item.text(NAME), item.checkState(NAME) == Qt.CheckState.Checked
        if column == NAME and name != run.name:
            self.runs.rename(run, name)
        self.runs.show(run, visible)
        self.refresh()  # a name that was refused, or another column, is as it was


def _new_item(run: Run) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(NAME, RUN_ROLE, run)
    return item


def _fill(item: QTreeWidgetItem, run: Run, *, answers: bool) -> None:
    epochs = len(run.history) / run.history.batches_per_epoch
    accuracy = "–" if run.accuracy is None else f"{run.accuracy * 100:.1f} %"
    texts = [run.name, accuracy, f"{epochs:.1f}", f"{run.seconds:.1f}", summary(run.recipe)]
    for column, text in enumerate(texts):
        if item.text(column) != text:
            item.setText(column, text)
    item.setToolTip(NAME, escape(run.name))
    item.setToolTip(RECIPE, texts[RECIPE])
    font = item.font(NAME)
    font.setBold(answers)
    item.setFont(NAME, font)
    item.setCheckState(NAME, Qt.CheckState.Checked if run.visible else Qt.CheckState.Unchecked)
    item.setIcon(NAME, swatch(run.number, colors()))


def summary(recipe: Recipe) -> str:
    """Say in a few words what a run was made of."""
    return (
        QCoreApplication.translate("RunsView", "%1 · rate %2 · batch %3 · seed %4")
        .replace("%1", optimizer_names()[recipe.optimizer])
        .replace("%2", f"{recipe.learning_rate:g}")
        .replace("%3", str(recipe.batch_size))
        .replace("%4", str(recipe.seed))
    )


@cache
def swatch(number: int, now: Colors) -> QIcon:
    """Return a piece of the curve of run ``number``: its colour and its dash pattern."""
    pixmap = QPixmap(SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(QPen(QColor(now.run_color(number)), 3, run_dash(number)))
    middle = SWATCH.height() // 2
    painter.drawLine(QPoint(2, middle), QPoint(SWATCH.width() - 2, middle))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt tints it, and it looks like no curve
    return icon
