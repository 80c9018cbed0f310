"""The sheet with the recipe's fields: it lies over the view and scrolls, canvas and answer stay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from digitpad.ui.plain import PlainLabel
from digitpad.ui.recipe.recipe_form import RecipeForm
from digitpad.ui.translated import Translated


class RecipeSheet(Translated, QWidget):
    """A heading, the fields, and a button that closes it, as Esc does.

    Signals:
        closed(): the sheet shall go.
    """

    closed = Signal()

    def __init__(self, form: RecipeForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        heading = self._heading = PlainLabel(self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)  # else it, and not the fields, says how narrow a projector's window can be
        self.done = QPushButton(self)
        self.done.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.done)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        for widget in (form, area, area.viewport()):  # the card's own colour shall show
            widget.setAutoFillBackground(False)
            widget.setObjectName("clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(area, 1)
        self._translate()

    def _translate(self) -> None:
        self._heading.setText(self.tr("The recipe of the next run"))
        self.done.setText(self.tr("Done"))
        self.done.setToolTip(self.tr("Close the recipe and show the view again (Esc)"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
