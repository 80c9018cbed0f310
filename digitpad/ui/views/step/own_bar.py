"""The class's own drawing as something to learn from: what it is, how often, and what came of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.protocol import Commands
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.stepping.own_drawing import Lesson, OwnDrawing
from digitpad.workspace.wording.numbers import percent, plain_percent

BUTTONS = ("own_joins", "own_once", "own_twenty")


class OwnBar(Translated, QWidget):
    """What the class says that its drawing is, buttons to train on it, and what that did to the other answers.

    Attributes:
        label: the digit that the class chooses; first none.
        result: what the last training on the drawing alone did.
        undo: takes it back.
        is_of_ours: whether a run is measured on the class's held-out digits meanwhile, or on MNIST's test images.
    """

    def __init__(self, own: OwnDrawing, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._is_plain = self.is_of_ours = False
        self._says = PlainLabel(self)
        self.label = ChoiceBox(self)
        self.label.addItem("?", None)
        for digit in range(CLASSES):
            self.label.addItem(str(digit), digit)
        self._says.setBuddy(self.label)
        self.result = Words("", self)
        said, buttons = QHBoxLayout(), FlowLayout(spacing=SPACING)  # large letters break the buttons' line
        for widget in (self._says, self.label):
            said.addWidget(widget)
        self._asking: list[QWidget] = [self._says, self.label, *(self._button(commands[name]) for name in BUTTONS)]
        for button in self._asking[2:]:
            buttons.addWidget(button)
        said.setSpacing(SPACING)
        said.addStretch(1)
        self._parts = said, buttons
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACING)
        self._row.addLayout(said)
        self._row.addLayout(buttons, 1)
        self.undo = self._button(commands["undo_training"])
        learnt = QHBoxLayout()
        learnt.setSpacing(SPACING)
        learnt.addWidget(self.result, 1)
        learnt.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(self._row)
        column.addLayout(learnt)
        self.label.activated.connect(self._choose)
        self._translate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the buttons below the words where there is no room for them beside."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Words above buttons."""
        return QSize(max(part.minimumSize().width() for part in self._parts), super().minimumSizeHint().height())

    def _fit(self) -> None:
        wide = sum(part.sizeHint().width() for part in self._parts) + SPACING <= self.width()
        directions = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(directions[wide])

    def set_projector(self, on: bool) -> None:
        """Leave out all but what came of it: before the last row the keys do the rest."""
        self._is_plain = on
        self.show_own()

    def show_own(self) -> None:
        """Show what is so now."""
        self.label.setCurrentIndex(self.label.findData(self._own.label))
        lesson, covered = self._own.lesson, self._own.is_covered
        for widget in self._asking:
            widget.setVisible(not covered and not self._is_plain)
        if covered and lesson is None:
            self.result.setText(self._covered())
        else:
            self.result.setText(self._unnamed() if lesson is None else self._said(lesson))
        self.undo.setVisible(lesson is not None and not self._is_plain)

    def _covered(self) -> str:
        return self.tr(
            "My drawing is behind the picture on the easel: back on the canvas (Esc) it can be learnt from."
        )

    def _unnamed(self) -> str:
        """Say why a drawing that is to join the batch will not."""
        if not self._own.joins or self._own.label is not None:
            return ""
        return self.tr("It does not join yet: say which digit it is.")

    def _said(self, lesson: Lesson) -> str:
        shares = [plain_percent(share) for share in (lesson.before, lesson.after) if share is not None]
        drawing = self.tr(
            "%Ln batch(es) of nothing but the drawing as {label}: P({label}) {before} → {after}.", "", lesson.count
        )
        text = drawing.format(
            label=lesson.label, before=percent(lesson.probability_before), after=percent(lesson.probability_after)
        )
        if len(shares) < 2:
            return text
        if self.is_of_ours:
            others = self.tr("Of our held-out digits it read {before} right, now {after}.")
        else:
            others = self.tr("Of a sample of the test images it read {before} right, now {after}.")
        return f"{text} {others.format(before=shares[0], after=shares[1])}"

    def _translate(self) -> None:
        self._says.setText(self.tr("M&y drawing is a"))
        self.label.setAccessibleName(self.tr("The digit that the class says its drawing is"))
        self.label.setToolTip(self.label.accessibleName())
        self.show_own()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _choose(self) -> None:
        self._own.set_label(self.label.currentData())
