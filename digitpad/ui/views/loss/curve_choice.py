"""The switch for what stands over the x axis: the losses, the accuracies, or both."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QWidget

from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plots.plot import Plot
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.curve_plot import CurvePlot


class Curves(StrEnum):
    """Which curves are shown."""

    LOSS = "loss"
    ACCURACY = "accuracy"
    BOTH = "both"


class CurveChoice(ChoiceBox):
    """Shows and hides two plots on one x axis, the losses above; only the lower one has numbers below it."""

    def __init__(
        self, losses: CurvePlot, accuracies: Callable[[], AccuracyPlot], parent: QWidget | None = None
    ) -> None:
        """``accuracies`` returns their plot, which is asked for when it is first to be shown."""
        super().__init__(parent)
        self._losses = losses
        self._accuracies = accuracies
        self._has_shown_accuracies = False
        self._compact = False
        for curves in Curves:
            self.addItem("", curves.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also in another language
        self.translate()
        self.currentIndexChanged.connect(self._arrange)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the shortest of its words: the tabs beside it need theirs."""
        letters, words = self.fontMetrics(), [self.itemText(place) for place in range(self.count())]
        advances = [letters.horizontalAdvance(text) for text in words]
        least = super().sizeHint()
        return QSize(least.width() - max(advances) + min(advances), least.height())

    def translate(self) -> None:
        """Say all in the program's language."""
        for place, text in enumerate((self.tr("loss"), self.tr("accuracy"), self.tr("loss and accuracy"))):
            self.setItemText(place, text)
        self.measure_anew()
        self.setToolTip(
            self.tr("Show the loss, the accuracy on 1,000 test images, measured while a run trains, or both")
        )
        self.setAccessibleName(self.tr("Curves"))

    @property
    def curves(self) -> Curves:
        """What is shown."""
        return Curves(self.currentData())

    @property
    def lowest(self) -> Plot:
        """The plot that others go on below."""
        return self._losses if self.curves is Curves.LOSS else self._accuracies()

    def choose(self, curves: object) -> None:
        """Show these curves; the losses if it is no name of any."""
        self.setCurrentIndex(max(0, self.findData(curves) if isinstance(curves, str) else 0))

    def set_compact(self, compact: bool) -> None:
        """Leave room for another plot on the same x axis below."""
        self._compact = compact
        self._arrange()

    def _arrange(self) -> None:
        losses, accuracies = self.curves is not Curves.ACCURACY, self.curves is not Curves.LOSS
        self._losses.set_compact(self._compact or accuracies)
        self._losses.setVisible(losses)
        self._has_shown_accuracies |= accuracies
        if self._has_shown_accuracies:
            self._accuracies().set_compact(self._compact)
            self._accuracies().setVisible(accuracies)
