"""What would change the answer: strokes, and a small push."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.inside.change.push_panel import PushPanel
from digitpad.ui.views.inside.change.strokes_panel import StrokesPanel
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.inside.change_texts import Obstacle, obstacle_text
from digitpad.workspace.workspace import Workspace


class ChangePage(Translated, QWidget):
    """Either the strokes or the push, or why there is nothing to see.

    Attributes:
        strokes, push: the two panels.
        by_strokes, by_push: choose between them.
        problem: why there is nothing.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._is_filled = False
        self.strokes, self.push = StrokesPanel(workspace.arguments), PushPanel(workspace.small_push)
        self.by_strokes, self.by_push = QToolButton(self), QToolButton(self)
        self.problem = Words("", self)
        self._stack = PageStack(self)
        self._arrange()
        for change in (workspace.arguments.changed, workspace.small_push.changed):
            change.connect(self._follow)
        self._translate()

    def widget(self) -> QWidget:
        """Return all that is seen of it."""
        return self

    def show_now(self) -> None:
        """Show what is so now."""
        self._is_filled = True
        obstacle = self._obstacle()
        self.problem.setText("" if obstacle is None else obstacle_text(obstacle))
        self._stack.setVisible(obstacle is None)
        if obstacle is not None:
            return
        if self.by_strokes.isChecked():
            self.strokes.show_now()
        else:
            self.push.show_recognition(self._workspace.insight.recognition, trains=self._trains)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
        self.strokes.set_projector(on)
        self.push.set_projector(on)

    @property
    def _trains(self) -> bool:
        """Whether what answers is another network after each batch; what is looked back at stays as it was."""
        is_trained = self._workspace.network.origin is Origin.TRAINING
        return is_trained and self._workspace.training.state in (State.TRAINING, State.ENDING)

    def _obstacle(self) -> Obstacle | None:
        if self._workspace.collector.is_collecting:
            return Obstacle.COLLECTING
        trace = self._workspace.insight.trace()
        if trace is None:
            return Obstacle.NOTHING
        if not trace.finite:
            return Obstacle.OVERFLOW
        if self.by_strokes.isChecked() and self._workspace.easel.exhibit is not None:
            return Obstacle.NO_STROKES
        return None

    def _follow(self) -> None:
        if self.isVisible():
            self.show_now()

    def _arrange(self) -> None:
        row, one = FlowLayout(None, SPACING, fills=True), QButtonGroup(self)
        for button, panel in ((self.by_strokes, self.strokes), (self.by_push, self.push)):
            button.setCheckable(True)
            one.addButton(button)
            button.setProperty("role", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(1)  # else its name decides how large the letters can be
            row.addWidget(button)
            self._stack.addWidget(panel)
            button.toggled.connect(self._choose)
        self.by_strokes.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self._stack, 1)
        column.addStretch()

    def _choose(self) -> None:
        self._stack.setCurrentWidget(self.strokes if self.by_strokes.isChecked() else self.push)
        self._follow()

    def _translate(self) -> None:
        self.by_strokes.setText(self.tr("Strokes"))
        give_tip(
            self.by_strokes, self.tr("What each stroke argues for, and what becomes of the answer without it")
        )
        self.by_push.setText(self.tr("Small push"))
        give_tip(self.by_push, self.tr("A change of the pixels that hardly anybody sees, and another answer"))
        if self._is_filled:  # else nobody has looked at it yet
            self.show_now()
