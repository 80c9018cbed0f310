"""The sheet with the recipe's fields: it lies over the view and scrolls, canvas and answer stay."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from digitpad.ui.plain import PlainLabel
from digitpad.ui.recipe.recipe_form import RecipeForm
from digitpad.ui.translated import Translated
from digitpad.workspace.workspace import Workspace


class RecipeSheet(Translated, QWidget):
    """A heading, the fields, and a button that closes it, as Esc does.

    The fields are made when they are first wanted: a window that made them at once would come up a third later.

    Attributes:
        form: the fields.

    Signals:
        closed(): the sheet shall go.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, new_seed: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._new_seed = new_seed
        self._fixed = {"fixed": False, "rate_too": False}
        heading = self._heading = PlainLabel(self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)  # else it, and not the fields, says how narrow a projector's window can be
        self.done = QPushButton(self)
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.done.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.done)
        area = self._area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _show_card(area, area.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(area, 1)
        self._translate()

    @cached_property
    def form(self) -> RecipeForm:
        """The fields."""
        space = self._workspace
        form = RecipeForm(space.draft, space.material, space.readiness, self._new_seed)
        form.training.learning_rate.value_committed.connect(space.training.set_learning_rate)
        form.set_fixed(**self._fixed)
        self._area.setWidget(form)
        _show_card(form)
        return form

    def make(self) -> None:
        """Have the fields."""
        self.form  # noqa: B018  # made by being asked for

    def begin_again(self) -> None:
        """Show the first field, which has the keys, wherever one was when the sheet was closed."""
        self._area.verticalScrollBar().setValue(0)

    def set_fixed(self, fixed: bool, *, rate_too: bool) -> None:
        """Let nothing be changed while a run is under way, but perhaps the learning rate."""
        self._fixed = {"fixed": fixed, "rate_too": rate_too}
        if "form" in vars(self):
            self.form.set_fixed(**self._fixed)

    def _translate(self) -> None:
        self._heading.setText(self.tr("The recipe of the next run"))
        self.done.setText(self.tr("Done"))
        self.done.setToolTip(self.tr("Close the recipe and show the view again (Esc)"))

    def showEvent(self, event: QShowEvent) -> None:
        """Have the fields, if they were not wanted before."""
        self.make()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _show_card(*widgets: QWidget) -> None:
    """Let the card's own colour show behind these."""
    for widget in widgets:
        widget.setAutoFillBackground(False)
        widget.setObjectName("clear")
