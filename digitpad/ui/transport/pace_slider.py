"""Slow to fast: how many batches a second are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from digitpad.engines.pacing import FULL, SPEEDS, Pace, Way
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.wheel import WheelGuard

SLIDER_EMS = 5


class PaceSlider(Translated, QWidget):
    """From one batch a second to full speed, at the right end.

    Signals:
        chosen(Pace): the slider was moved by hand.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(SPEEDS))
        self.slider.setPageStep(2)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        WheelGuard(self).guard(self.slider)
        self.slow, self.fast = PlainLabel(self), PlainLabel(self)
        for label in (self.slow, self.fast):
            label.setProperty("role", "muted")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.slow, self.slider, self.fast):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._moved)
        self._showing = False
        self._translate()

    def _translate(self) -> None:
        # What is said of the pace is said by who knows it.
        self.slider.setAccessibleName(self.tr("Pace of the training"))
        self.slow.setText(self.tr("slow"))
        self.fast.setText(self.tr("fast"))

    def show_pace(self, pace: Pace, batch: int) -> None:
        """Stand where this pace is at batch ``batch``."""
        self._showing = True
        self.slider.setValue(pace.place(batch))
        self._showing = False
        place = pace.place(batch)
        if pace.way is Way.WATCH:
            text = self.tr("Watch the fall: slowly first, then faster and faster")
        elif place >= len(SPEEDS):
            text = self.tr("Full speed")
        else:
            text = self.tr("%Ln batch(es) a second", "", SPEEDS[place])
        if self.slider.toolTip() != text:
            self.slider.setToolTip(text)
            self.slider.setAccessibleDescription(text)

    def set_plain(self, plain: bool) -> None:
        """Show the slider alone."""
        for label in (self.slow, self.fast):
            label.setVisible(not plain)

    def width_with(self, *, ends: bool) -> int:
        """Return what the slider needs, and the words at its ends, whether or not they are shown now."""
        spacing = self._row.spacing()
        words = sum(label.sizeHint().width() + spacing for label in (self.slow, self.fast))
        return self.slider.sizeHint().width() + (words if ends else 0)

    def _moved(self, place: int) -> None:
        if not self._showing:
            self.chosen.emit(FULL if place >= len(SPEEDS) else Pace(Way.STEADY, SPEEDS[place]))

    def fit(self) -> None:
        """Have a length that goes with the letters."""
        self.slider.setFixedWidth(SLIDER_EMS * self.fontMetrics().height())
