"""The loss curves of all runs on one axis, with what chooses how they are shown and names them."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digitpad.runs.axis import Axis
from digitpad.runs.run import Run
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.icons import icon
from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.legend import Legend
from digitpad.ui.plots.moment_line import MomentLine
from digitpad.ui.popover import Popover
from digitpad.ui.translated import Translated
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.accuracy_words import AccuracyWords
from digitpad.ui.views.loss.curve_choice import CurveChoice
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.reading import AccuracyReading, LossReading, Reading
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.wording.recipe.score_texts import choose_by_validation, curves_text

SMOOTHINGS = (1, 2000)
"""Bounds of the moving average, in batches."""

ICON_EMS = 1.25

LEAST_CHOICE = 60
"""Logical pixels of a list of choices, where its words need more room than there is."""

THICK = 2.0
"""Curves for the last row."""


class LossPlot(Translated, QWidget):
    """A CurvePlot with its switches above it, its legend, and readings under the pointer.

    Attributes:
        plot, accuracies: the curves.
        lines: where on each of them that there is the moment stands that is looked at.
        curves, log_axis, axis, whole, smoothing: which of them are shown, and how.
        more: opens a popover with all of these but the first.
        scores: says what the curves of the scores are, while they are shown, and why the test is not chosen by.
        legend, accuracy, reading, hint: what is said of them.
        looked: after how many batches the run that answers is looked back at; None for now.

    Signals:
        redrawn(): the curves show what is stored.
    """

    redrawn = Signal()

    def __init__(self, runs: RunList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = runs
        self.looked: int | None = None
        self.plot = CurvePlot(runs)
        self.lines = [MomentLine(self.plot)]
        self.curves = CurveChoice(self.plot, lambda: self.accuracies, self)
        self.log_axis, self.whole = QCheckBox(self), QCheckBox(self)
        for switch in (self.log_axis, self.whole):
            switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.axis, self.smoothing = ChoiceBox(self), QSpinBox(self)
        self.more = QToolButton(self)
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.popover = Popover(self.more)
        self._names = {field: PlainLabel(self.popover) for field in (self.axis, self.smoothing)}
        self._fill_switches()
        self.legend = Legend(self)
        self.accuracy = AccuracyWords(self)
        self.scores = PlainLabel(self)
        self.scores.setProperty("role", "muted")
        self.scores.setWordWrap(True)
        self.scores.hide()
        self.hint = self.plot.add_hint()
        self.reading = LossReading(self.plot)
        self._readings: dict[CurvePlot | AccuracyPlot, Reading] = {self.plot: self.reading}
        self.show_all = QToolButton(self.plot)
        self.show_all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_all.hide()
        self._arrange()
        self._connect()
        self.restyle()
        self._translate()

    @cached_property
    def accuracies(self) -> AccuracyPlot:
        """The accuracies' plot, made when it is first wanted: most lessons begin without it."""
        plot = AccuracyPlot(self.plot)
        plot.hide()
        plot.tell_of_ours(self.accuracy.is_of_ours)
        plot.restyle(self.font())
        self.lines.append(MomentLine(plot))
        self._readings[plot] = AccuracyReading(plot)
        self._column.addWidget(plot, 1)
        return plot

    def _fill_switches(self) -> None:
        for kind in Axis:
            self.axis.addItem("", kind.value)
        self.axis.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also in another language
        self.axis.setMinimumWidth(LEAST_CHOICE)  # what it says may end in …: the list has it whole
        self.smoothing.setRange(*SMOOTHINGS)
        self.smoothing.setValue(self.plot.scale.smoothing)
        WheelGuard(self).guard(self.curves, self.axis, self.smoothing)

    def _translate(self) -> None:
        self.more.setToolTip(self.tr("Axes and smoothing"))
        self.more.setAccessibleName(self.more.toolTip())
        self.log_axis.setText(self.tr("&Logarithmic loss axis"))
        self.log_axis.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        for text, kind in (
            (self.tr("by batch"), Axis.BATCH),
            (self.tr("by batch, log"), Axis.LOGARITHM),
            (self.tr("by epoch"), Axis.EPOCH),
            (self.tr("by seconds"), Axis.SECONDS),
        ):
            self.axis.setItemText(self.axis.findData(kind.value), text)
        self.axis.setToolTip(self.tr("What the horizontal axis counts"))
        self._names[self.axis].setText(self.tr("&Horizontal axis"))
        self.axis.setAccessibleName(self.tr("Horizontal axis"))
        self.whole.setText(self.tr("From the beginning to the &end of the run"))
        self.whole.setToolTip(self.tr("Show the axis to the end of the run from the beginning, or let it grow"))
        self.smoothing.setLocale(QLocale())
        self.smoothing.setPrefix(self.tr("mean of "))
        self.smoothing.setToolTip(self.tr("How many batches the thick curve is the mean of"))
        self._names[self.smoothing].setText(self.tr("&Smoothing"))
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.accuracy.translate()
        self.hint.setText(self.tr("Train, and the loss of every batch appears here"))
        self.show_all.setText(self.tr("Show all"))
        self.show_all.setToolTip(self.tr("Let the axes follow the runs again (a double click on the plot)"))
        self.curves.translate()
        for plot, reading in self._readings.items():
            plot.translate()
            reading.translate()
        self.redraw()

    def _arrange(self) -> None:
        form = QFormLayout(self.popover)
        for field, name in self._names.items():
            form.addRow(name, field)
            name.setBuddy(field)
        for switch in (self.log_axis, self.whole):
            form.addRow(switch)
        self.popover.begin_with(self.axis)
        names = QHBoxLayout()
        names.addWidget(self.legend, 1)
        names.addWidget(self.accuracy)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(names)
        column.addWidget(self.scores)
        column.addWidget(self.plot, 1)

    def _connect(self) -> None:
        self.curves.currentIndexChanged.connect(self.redraw)
        self.log_axis.toggled.connect(self._rescale)
        self.axis.currentIndexChanged.connect(self._rescale)
        self.whole.toggled.connect(self._rescale)
        self.smoothing.valueChanged.connect(self._rescale)
        self.show_all.clicked.connect(self.plot.show_all)
        self.plot.zoomed.connect(self._offer_all)
        self.legend.toggled.connect(lambda run: self.runs.show(run, not run.visible))

    @property
    def shown(self) -> list[Run]:
        """The runs whose curves can be seen."""
        return self.plot.shown

    @property
    def x_axis(self) -> Axis:
        """What the x axis counts."""
        return self.plot.scale.axis

    def set_compact(self, compact: bool) -> None:
        """Leave room for another plot on the same x axis below."""
        self.curves.set_compact(compact)
        self.redraw()

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        for widget in (self.curves, self.more):
            widget.setVisible(not on)
        self.plot.thickness = THICK if on else 1.0
        self.redraw()

    def show_scores(self, on: bool) -> None:
        """Show training, validation and test of the run that answers, or not."""
        self.plot.shows_scores = on
        self.redraw()

    def _say_scores(self) -> None:
        run = self.plot.scored
        self.scores.setVisible(run is not None)
        if run is None:
            return
        # The last row has no room for more than what the lines are.
        is_short, why = self.plot.thickness > 1, choose_by_validation()
        text = curves_text(run, is_short=is_short)
        text = text if is_short or not run.history.scores else f"{text}\n{why}"
        if text != self.scores.text():
            self.scores.setText(text)
            self.scores.setToolTip(why)

    def show_moment(self) -> None:
        """Mark the moment that is looked at, unless its run's curve is hidden, and say how good it was."""
        run = self.plot.answering
        seen = run if self.looked is not None and run in self.shown else None
        for line in self.lines:
            line.show_moment(seen, self.looked or 0, self.x_axis, self.plot.colors)
        self.accuracy.show_run(run, self.looked)
        for reading in self._readings.values():
            reading.hide_if_left()

    def redraw(self) -> None:
        """Draw what has been stored since the last time."""
        for plot in self._readings:
            if not plot.isHidden():
                plot.redraw()
        self.hint.setVisible(not any(len(run.history) for run in self.shown))
        self.show_moment()
        self._say_scores()
        self.legend.show_runs(self.runs.runs)
        self._column.activate()  # Qt does not always do so where chips have come in the middle of a layout
        self.redrawn.emit()

    def restyle(self) -> None:
        """Use the colours of the room."""
        for plot in self._readings:
            plot.restyle(self.font())
        self.more.setIcon(icon("axes"))
        side = round(ICON_EMS * self.fontMetrics().height())
        self.more.setIconSize(QSize(side, side))
        bold = QFont(self.font())
        bold.setBold(True)
        self.accuracy.setFont(bold)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
            QTimer.singleShot(0, self, self.redraw)  # once all has its colours: curves and legend follow too
        super().changeEvent(event)

    def _rescale(self) -> None:
        axis = Axis(self.axis.currentData())
        if (axis, self.log_axis.isChecked()) != (self.plot.scale.axis, self.plot.scale.logarithmic):
            self.plot.show_all()  # what was zoomed into is somewhere else on other axes
        self.plot.scale = replace(
            self.plot.scale,
            axis=axis,
            smoothing=self.smoothing.value(),
            logarithmic=self.log_axis.isChecked(),
            whole=self.whole.isChecked(),
        )
        self.redraw()

    def _offer_all(self, zoomed: bool) -> None:
        self.show_all.setVisible(zoomed)
        self.show_all.adjustSize()
        room = self.plot.getPlotItem().vb.screenGeometry()
        corner = (
            self.plot.mapFromGlobal(room.bottomRight()) if room is not None else self.plot.rect().bottomRight()
        )
        self.show_all.move(corner - QPoint(self.show_all.width() + 4, self.show_all.height() + 4))

    def tell_of_ours(self, on: bool) -> None:
        """Say that the class's held-out digits are tested on, or MNIST's test images."""
        if on != self.accuracy.is_of_ours:
            self.accuracy.is_of_ours = on
            self.accuracy.translate()
            if len(self._readings) > 1:
                self.accuracies.tell_of_ours(on)
