"""The view of the loss: the curves of all runs, and below them how the drawn digit's probabilities went."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.ui.views.loss.probability_plot import ProbabilityPlot
from digitpad.ui.views.protocol import Picture
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace


class LossView:
    """Loss and probabilities on one x axis.

    Attributes:
        plot, probabilities: the two plots.
        log_axis, history: its commands, a logarithmic axis and the probability history.
    """

    key = "loss"
    follows = frozenset({Part.RUNS, Part.STATE, Part.LOOKS})

    def __init__(self, workspace: Workspace) -> None:
        self._training = workspace.training
        self.plot = LossPlot(workspace.runs)
        self.probabilities = ProbabilityPlot(self.plot)
        self.probabilities.hide()
        self.history = QAction()
        self.history.setShortcut("Ctrl+P")
        self.log_axis = QAction()
        self.log_axis.setShortcut("Ctrl+L")
        for action in (self.history, self.log_axis):
            action.setCheckable(True)
        self.history.toggled.connect(self._show_history)
        self.log_axis.toggled.connect(self.plot.log_axis.setChecked)
        self.plot.log_axis.toggled.connect(self.log_axis.setChecked)
        self._widget = QWidget()
        column = QVBoxLayout(self._widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.probabilities, 1)
        self.translate()

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("LossView", "Loss")

    def icon(self) -> str:
        """Return its icon."""
        return "loss"

    def widget(self) -> QWidget:
        """Return both plots."""
        return self._widget

    def actions(self) -> Sequence[QAction]:
        """Return what can be switched in it."""
        return (self.history, self.log_axis)

    def picture(self) -> Picture:
        """Return a picture of the loss."""
        # Qt's SVG takes its time to import and is seldom needed.
        from digitpad.ui.views.loss.picture import PlotPicture

        return PlotPicture(self.plot.plot, self._widget)

    def shown(self, visible: bool) -> None:
        """Draw what has been stored while it was hidden."""
        if visible:
            self.refresh(self.follows)

    def translate(self) -> None:
        """Say what its commands are called."""
        self.history.setText(QCoreApplication.translate("LossView", "&Probability history"))
        self.log_axis.setText(QCoreApplication.translate("LossView", "&Logarithmic loss axis"))

    def set_projector(self, on: bool) -> None:
        """Leave out the switches."""
        self.plot.set_projector(on)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Draw what has been stored since the last time."""
        self.plot.plot.under_way = self._training.run
        self.plot.redraw()

    def save(self) -> dict[str, Any]:
        """Return how the axes are."""
        plot = self.plot
        return {
            "log_axis": plot.log_axis.isChecked(),
            "axis": plot.axis.currentData(),
            "whole": plot.whole.isChecked(),
            "smoothing": plot.smoothing.value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Have the axes as they were."""
        self.plot.log_axis.setChecked(state.get("log_axis") is True)
        self.plot.axis.setCurrentIndex(max(0, self.plot.axis.findData(state.get("axis"))))
        self.plot.whole.setChecked(state.get("whole") is True)
        smoothing = state.get("smoothing")
        if type(smoothing) is int:
            self.plot.smoothing.setValue(smoothing)

    def _show_history(self, on: bool) -> None:
        self.probabilities.setVisible(on)
        self.plot.set_compact(on)
