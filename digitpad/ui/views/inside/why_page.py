"""Which pixels and units make the answer: the account of a digit's logit."""

import math
import time
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from digitpad.arrays import SIDE
from digitpad.network.explanation import Ledger, Trace
from digitpad.ui.announcing import Announcer
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.inside.why.logit_rows import Row
from digitpad.ui.views.inside.why.why_body import WhyBody
from digitpad.ui.views.scrolled import scrolled
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.inside.ledger_marks import scale_for
from digitpad.workspace.inside.pointing import Pointing
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.inside.chain_texts import (
    detail_text,
    main_text,
    overflow_text,
    pixel_text,
    unit_sentence,
)
from digitpad.workspace.wording.inside.written_sum import logit_texts, written_sum
from digitpad.workspace.wording.numbers import percent
from digitpad.workspace.workspace import Workspace

LARGE, PAUSE = 2_000_000, 4
"""From so many parameters on an account waits so many times as long as the last one took: a network of four wide
layers must not hold up the pen."""

READ_MS = 120
"""So long at least sentences stay as they are, and numbers while the pen moves or the network learns."""


class WhyPage(Translated, QWidget):
    """Which pixels and units make the answer: the account of a digit's logit.

    Attributes:
        body: all parts, to be scrolled where there is little room.
        nothing: what is said while there is nothing to explain.
        spoken: what a screen reader is told of that which is explained.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._insight = workspace, workspace.insight
        insight = self._insight
        self._pixels = Pointing[int](lambda: insight.pixel, insight.choose_pixel)
        self._units = Pointing[tuple[int, int]](lambda: insight.unit, insight.choose_unit)
        self._sizes: tuple[object, ...] = ()
        self._shown: tuple[Trace, Ledger, Recognition] | None = None
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._show_words)
        self._said_at = -math.inf
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._catch_up)
        self._is_late = False
        self.body, self.nothing = WhyBody(), PlainLabel()
        self.spoken = Announcer(self.body.main, lambda: self.body.main.text() if self.body.isVisible() else "")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "heading")
        self._area = scrolled(self.body)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._area)
        self._area.viewport().installEventFilter(self)
        self._connect()
        self._translate()

    def widget(self) -> QWidget:
        """Return all that is seen of it."""
        return self

    def show_now(self) -> None:
        """Show what is so now, or a moment later where that takes long."""
        if self._pause.isActive():
            self._is_late = True
            return
        begin = time.perf_counter()
        self._show()
        if self._insight.snapshot.architecture.parameters >= LARGE:
            self._pause.start(round(1000 * PAUSE * (time.perf_counter() - begin)))

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
        self.body.set_projector(on)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow the room that there is."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _translate(self) -> None:
        self._show()
        self._show_words()  # what is said in the other language does not stay a moment longer

    def _connect(self) -> None:
        body, insight = self.body, self._insight
        for source in (body.rows, body.question):
            source.chosen.connect(lambda digit: insight.choose_digit(None if digit < 0 else digit))
            source.compared.connect(lambda digit: insight.choose_against(None if digit < 0 else digit))
        body.picture.pointed.connect(lambda pixel: self._pixels.point(None if pixel < 0 else pixel))
        body.picture.chosen.connect(lambda pixel: self._pixels.keep(None if pixel < 0 else pixel))
        body.picture.words = self._words_of_pixel
        body.lights.pointed.connect(lambda *unit: self._units.point(None if unit[1] < 0 else unit))
        body.lights.chosen.connect(lambda *unit: self._units.keep(None if unit[1] < 0 else unit))
        body.lights.switched.connect(self.show_now)
        for layer, lights in enumerate(body.lights.lights):
            lights.words = partial(self._words_of_unit, layer)

    def _words_of_pixel(self, pixel: int) -> str:
        trace, account = self._insight.trace(), self._insight.ledger()
        return "" if trace is None or account is None else pixel_text(trace, account, pixel)

    def _words_of_unit(self, layer: int, unit: int) -> str:
        trace, account = self._insight.trace(), self._insight.ledger()
        return "" if trace is None or account is None else unit_sentence(trace, account, (layer, unit))

    # What is shown.

    def _catch_up(self) -> None:
        if self._is_late:
            self._is_late = False
            if self.isVisible():
                self.show_now()

    def _show(self) -> None:
        collects = self._workspace.collector.is_collecting
        trace = None if collects else self._insight.trace()
        account = None if trace is None else self._insight.ledger()
        recognition = self._insight.recognition
        if collects:
            self._say(self.tr("While the class collects, nothing is shown"))
        elif trace is None or recognition is None:
            self._say(self.tr("Draw a digit"))
        elif account is None:
            self._say(overflow_text())
        else:
            self._show_account(trace, account, recognition)
            self._stack.setCurrentWidget(self._area)

    def _say(self, words: str) -> None:
        self._shown = None
        self.nothing.setText(words)
        self._stack.setCurrentWidget(self.nothing)

    def _show_account(self, trace: Trace, account: Ledger, recognition: Recognition) -> None:
        body = self.body
        pixel, unit = self._pixel(account), self._unit(trace, account)
        largest, clips = scale_for(account.pixels)
        body.picture.show_shares(account.pixels.reshape(SIDE, SIDE), recognition.glyph, largest)
        body.picture.show_pixel(pixel)
        body.legend.show_largest(largest, clips=clips)
        body.lights.show_account(trace, account, unit)
        self._shown = trace, account, recognition
        sizes = trace.snapshot.architecture.sizes
        if sizes != self._sizes:
            self._sizes = sizes
            self._show_words()
            self.body.show_lights(bool(account.units))
            self._fit()
        else:
            if not self._is_streaming:  # what somebody has chosen is answered at once
                self._show_numbers(trace, account, recognition)
            # Behind the painting of picture and lights, which follow the pen the sooner, or once the pen rests.
            is_due = 1000 * (time.monotonic() - self._said_at) >= READ_MS
            self._reading.start(0 if is_due else READ_MS)

    @property
    def _is_streaming(self) -> bool:
        """Whether there is something else to show with each frame: the pen draws, or the network learns."""
        space = self._workspace
        return space.board.has_gesture or space.training.state in (State.TRAINING, State.ENDING)

    def _show_words(self) -> None:
        """Say in numbers and sentences what is shown, at most every so often: nobody reads faster, all of them are
        of the same moment so, and picture and lights follow the pen the sooner."""
        self._reading.stop()
        if self._shown is None:
            return
        trace, account, recognition = self._shown
        pixel, unit = self._pixel(account), self._unit(trace, account)
        self._show_numbers(trace, account, recognition)
        self.body.main.setText(main_text(trace, account, pixel, recognition.probabilities))
        self.body.details.setText(detail_text(trace, account, pixel, unit))
        self.body.picture.setAccessibleDescription(pixel_text(trace, account, pixel))
        self.body.lights.show_names(trace)
        for layer, lights in enumerate(self.body.lights.lights):
            said = "" if unit is None or unit[0] != layer else unit_sentence(trace, account, unit)
            lights.setAccessibleDescription(said)
        self.spoken.note()
        self._said_at = time.monotonic()

    def _show_numbers(self, trace: Trace, account: Ledger, recognition: Recognition) -> None:
        shares = recognition.probabilities.tolist()
        numbers = zip(trace.logits.tolist(), logit_texts(trace), shares, strict=True)
        rows = [Row(logit, text, percent(share)) for logit, text, share in numbers]
        self.body.rows.show_rows(rows, int(trace.logits.argmax()), account.digit, account.against)
        self.body.question.show_choice(self._insight.digit, account.against)
        self.body.sum.show_sum(written_sum(trace, account))

    def _pixel(self, account: Ledger) -> int:
        """Return the chosen pixel, or the one that argues most: where none argues for the digit, against it."""
        if self._insight.pixel is not None:
            return self._insight.pixel
        most = int(account.pixels.argmax())
        return most if account.pixels[most] > 0 else int(account.pixels.argmin())

    def _unit(self, trace: Trace, account: Ledger) -> tuple[int, int] | None:
        """Return the chosen unit, or that of the first layer by which the pixel argues most; None without any."""
        if not account.units:
            return None
        chosen = self._insight.unit
        if chosen is not None and chosen[0] < len(account.units) and chosen[1] < len(account.units[chosen[0]]):
            return chosen
        weights = trace.snapshot.weights[0][self._pixel(account)].astype(np.float64)
        # What float32 has no number for is not one: inf × 0 of a unit that is off would be the largest.
        by_units = weights * account.gains[0] * (trace.outputs[0] != 0)
        return 0, int(by_units.argmax())

    def _fit(self) -> None:
        room = self._area.viewport().size()
        self.body.fit(room.width(), room.height())
