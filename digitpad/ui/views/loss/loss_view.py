"""The view of the loss: the curves of all runs, and below them how the drawn digit's probabilities went."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from digitpad.runs.run import Run
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.ui.views.loss.probability_plot import ProbabilityPlot
from digitpad.ui.views.protocol import Picture, View
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace

LOSSES_TO_STRIP = 5
"""How the losses and the strip below them share the height."""


class LossView(View):
    """Loss and probabilities on one x axis.

    Attributes:
        plot, probabilities: the two plots.
        history, accuracy, scores, log_axis, show_all: its commands: the probability history, the accuracy beside
            the loss, training, validation and test, a logarithmic axis, an end of zooming.
    """

    key = "loss"
    follows = frozenset({Part.NETWORK, Part.MOMENT, Part.RUNS, Part.STATE, Part.LOOKS})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._training = workspace.training
        self._widget = QWidget()
        self.plot = LossPlot(workspace.runs, self._widget)
        self.history = QAction(workspace)
        self.history.setShortcut("Ctrl+P")
        self.log_axis = QAction(workspace)
        self.log_axis.setShortcut("Ctrl+L")
        self.show_all = QAction(workspace)
        self.show_all.setShortcut("Ctrl+9")
        self.show_all.triggered.connect(self.plot.plot.show_all)
        self.accuracy = QAction(workspace)
        self.accuracy.setShortcut("Ctrl+Shift+A")
        self.scores = QAction(workspace)
        self.scores.setShortcut("Ctrl+Alt+V")
        for action in (self.history, self.log_axis, self.accuracy, self.scores):
            action.setCheckable(True)
        self.accuracy.triggered.connect(lambda on: self.plot.curves.choose(Curves.BOTH if on else Curves.LOSS))
        self.scores.toggled.connect(self.plot.show_scores)
        self.history.toggled.connect(self._show_history)
        self.log_axis.toggled.connect(self.plot.log_axis.setChecked)
        self.plot.log_axis.toggled.connect(self.log_axis.setChecked)
        self.plot.legend.asked_for_all.connect(lambda: workspace.ask_for_view("runs"))
        self.plot.legend.menu_asked.connect(self._show_menu)
        self.plot.curves.currentIndexChanged.connect(self._follow_curves)
        self._column = QVBoxLayout(self._widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.plot, LOSSES_TO_STRIP)
        self.translate()

    @cached_property
    def probabilities(self) -> ProbabilityPlot:
        """The probabilities' plot, made when it is first wanted: most lessons begin without it."""
        plot = ProbabilityPlot(self.plot)
        plot.plot.setXLink(self.plot.curves.lowest)
        plot.hide()
        self._column.addWidget(plot, 1)
        return plot

    @property
    def _has_strip(self) -> bool:
        return "probabilities" in vars(self)

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
        return (self.history, self.accuracy, self.scores, self.log_axis, self.show_all)

    def tools(self) -> Sequence[QWidget]:
        """Return the switch for the curves, and what opens the rest."""
        return (self.plot.curves, self.plot.more)

    def picture(self) -> Picture:
        """Return a picture of the curves that are shown."""
        # Qt's SVG takes its time to import and is seldom needed.
        from digitpad.ui.views.loss.picture import PlotPicture

        curves = self.plot.curves.curves
        accuracies = None if curves is Curves.LOSS else self.plot.accuracies
        return PlotPicture(self.plot.plot, accuracies, curves, self._widget)

    def translate(self) -> None:
        """Say what its commands are called."""
        self.history.setText(QCoreApplication.translate("LossView", "&Probability history"))
        self.accuracy.setText(QCoreApplication.translate("LossView", "Loss and a&ccuracy"))
        self.scores.setText(QCoreApplication.translate("LossView", "Trai&ning, validation, test"))
        self.log_axis.setText(QCoreApplication.translate("LossView", "&Logarithmic loss axis"))
        self.show_all.setText(QCoreApplication.translate("LossView", "Show all of the plo&t"))

    def set_projector(self, on: bool) -> None:
        """Leave out the switches."""
        self.plot.set_projector(on)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Draw what has been stored since the last time."""
        answering, moment = self._workspace.network.run, self._workspace.past.looked
        looked = None if moment is None else moment.updates
        is_news, self.plot.looked = looked != self.plot.looked, looked
        if changed <= {Part.NETWORK, Part.MOMENT} and answering is self.plot.plot.answering:
            if is_news:  # else they are other weights of the same run, which say nothing here
                self.plot.show_moment()
            return
        readiness = self._workspace.readiness
        self.plot.tell_of_ours(readiness.is_known and not readiness.has_mnist)
        self.plot.plot.under_way = self._training.run
        self.plot.plot.answering = answering
        self.plot.redraw()

    def save(self) -> dict[str, Any]:
        """Return how the axes are."""
        plot = self.plot
        return {
            "curves": plot.curves.curves.value,
            "scores": self.scores.isChecked(),
            "log_axis": plot.log_axis.isChecked(),
            "axis": plot.axis.currentData(),
            "whole": plot.whole.isChecked(),
            "smoothing": plot.smoothing.value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Have the axes as they were."""
        self.plot.curves.choose(state.get("curves"))
        self.scores.setChecked(state.get("scores") is True)
        self.plot.log_axis.setChecked(state.get("log_axis") is True)
        axes = [self.plot.axis.itemData(place) for place in range(self.plot.axis.count())]
        axis = state.get("axis")  # whatever it is: Qt would refuse a number beyond its own
        self.plot.axis.setCurrentIndex(axes.index(axis) if axis in axes else 0)
        self.plot.whole.setChecked(state.get("whole") is True)
        smoothing = state.get("smoothing")
        if type(smoothing) is int:
            least, most = self.plot.smoothing.minimum(), self.plot.smoothing.maximum()
            self.plot.smoothing.setValue(max(least, min(most, smoothing)))

    def _show_menu(self, run: Run, place: QPoint) -> None:
        """Offer what can be done with a run."""
        self._workspace.select(run)
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._widget.actions())
        menu.popup(place)

    def _follow_curves(self) -> None:
        self.accuracy.setChecked(self.plot.curves.curves is not Curves.LOSS)
        if self._has_strip:
            self.probabilities.plot.setXLink(self.plot.curves.lowest)

    def _show_history(self, on: bool) -> None:
        if on or self._has_strip:
            self.probabilities.setVisible(on)
        self.plot.set_compact(on)
