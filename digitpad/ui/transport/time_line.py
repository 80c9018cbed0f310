"""A run's time as a slider: how far it is, how its loss fell, and which of its moments is looked at."""

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from digitpad.runs.run import Run
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.transport.time_painting import TimePainting
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.time.learnt import Learnt
from digitpad.workspace.time.past import Past
from digitpad.workspace.wording.time_texts import nothing_kept_text, time_line_text

HEIGHT_EMS, PROJECTOR_EMS = 1.25, 1.8
PAGE = 3
"""Moments that PageUp and PageDown go."""

FRAME_MS = 100
"""Least time between two pictures of a run under way: a line that creeps needs no more."""

OWN_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)

Action = QAbstractSlider.SliderAction
STEPS = {
    Action.SliderSingleStepAdd: 1,
    Action.SliderSingleStepSub: -1,
    Action.SliderPageStepAdd: PAGE,
    Action.SliderPageStepSub: -PAGE,
}


class TimeLine(Translated, QAbstractSlider):
    """A run from its first batch to its last, in batches, by their logarithm: most happens at first.

    What is done is filled, and the loss so far drawn into it. Where a moment is kept there is a tick, and the
    handle goes from one to the next; its value is the number of batches of what is looked at, and the most is now.
    Of a run that is over while another network answers there are only ticks and a grey loss, and no handle before
    somebody looks back.

    Signals:
        told(str): why whoever wants to look back cannot: a finger sees no tip.
    """

    told = Signal(str)

    def __init__(self, past: Past, learnt: Learnt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past, self._learnt = past, learnt
        self._run: Run | None = None
        self._busy = False
        self._is_projector = False
        self._is_showing = False
        self._soon = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._soon.timeout.connect(self._show)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        WheelGuard(self).guard(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._go)
        self.valueChanged.connect(self._follow_value)
        for change in (past.changed, past.read, learnt.changed):
            change.connect(self._show)
        self._translate()

    @property
    def share(self) -> float:
        """How much of the run is done, from 0 to 1."""
        return 0.0 if self._run is None else len(self._run.history) / self._run.recipe.total_batches

    def x_of(self, batches: float) -> float:
        """Return where so many batches are, in logical pixels from the left."""
        return self._painting().x_of(batches)

    def show_run(self, run: Run | None, *, busy: bool = False) -> None:
        """Show a run as it is now; ``busy`` while it is still being waited for."""
        other = (run, busy) != (self._run, self._busy)
        self._run, self._busy = run, busy
        if other:
            self._show()
        elif not self._soon.isActive():
            self._soon.start()

    def set_projector(self, on: bool) -> None:
        """Be as high as a finger on a large screen needs."""
        self._is_projector = on
        self.updateGeometry()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Time of the run"))
        self._show()

    def _show(self) -> None:
        self._is_showing = True  # what is shown is not asked for
        done = 0 if self._run is None else len(self._run.history)
        aim = self._past.aim
        self.setRange(0, max(done, 0 if aim is None else aim.updates))
        self.setValue(done if aim is None else aim.updates)
        self._is_showing = False
        give_tip(self, time_line_text(self._past, self._learnt))
        self.update()

    # What somebody does with it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the moment nearest to where it was pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._look_at(event.position().x())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go with the pointer from moment to moment."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go by a moment a notch; only with the focus, as the wheel is guarded."""
        turned = event.angleDelta().y()
        if turned:
            self._past.go(1 if turned > 0 else -1)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Have the moments read before somebody drags."""
        self._past.fetch()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the moments read before somebody presses a key."""
        self._past.fetch()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Have the keys of a slider before the window's commands."""
        if isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    def _look_at(self, x: float) -> None:
        self._say_why_not()
        moment = self._past.nearest(self._painting().batches_at(x))
        if moment is not self._past.aim:
            self._past.look(moment)

    def _go(self, action: int) -> None:
        """Go from moment to moment, by key, wheel or a screen reader."""
        self._say_why_not()
        which = Action(action)
        if which is Action.SliderToMinimum:
            self._past.look_first()
        elif which is Action.SliderToMaximum:
            self._past.to_now()
        elif which in STEPS:
            self._past.go(STEPS[which])
        self.setSliderPosition(self.value())  # where Qt would go there may be no moment

    def _say_why_not(self) -> None:
        if text := nothing_kept_text(self._past):
            self.told.emit(text)

    def _follow_value(self, value: int) -> None:
        """Whoever sets the value, such as a screen reader, looks at what is nearest."""
        if not self._is_showing:
            self._past.look(self._past.nearest(value))
            self._show()

    # How it looks.

    def _painting(self) -> TimePainting:
        return TimePainting(self.rect(), self.fontMetrics().height(), self._run)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, part done, curve, moments, the flag and the handle."""
        painter, painting, past = QPainter(self), self._painting(), self._past
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painting.paint_track(painter, busy=self._busy, apart=past.is_apart)
        if self._run is not None and not self._busy:
            painting.paint_moments(painter, [moment.updates for moment in self._run.moments])
            handle = self.value() if past.moments and not past.is_apart else None
            if self._learnt.since is not None and self._learnt.digit is not None:
                painting.paint_flag(painter, self._learnt.since, self._learnt.digit, handle)
            if handle is not None:
                painting.paint_handle(painter, handle, looks_back=past.aim is not None)
        if self.hasFocus():
            painting.paint_focus(painter)
        painter.end()

    def sizeHint(self) -> QSize:
        """A little higher than a line of text."""
        ems = PROJECTOR_EMS if self._is_projector else HEIGHT_EMS
        return QSize(200, int(np.ceil(ems * self.fontMetrics().height())))


def _is_own(event: QKeyEvent) -> bool:
    """Say whether Qt asks for a key that a slider needs, and commands of the window have too."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return is_asked and event.key() in OWN_KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier
