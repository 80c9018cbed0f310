"""A student's whole visit, shown by the program itself: train, draw ten digits, take pictures."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from digitpad.archives.writing import check_writable, not_saved
from digitpad.drawing.samples import sample_digit
from digitpad.errors import UserError
from digitpad.runs.events import Ended, Event
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_scheme
from digitpad.workspace.wording.sentences import sentence

STEP_MS = 8
"""Between two points of the pen: a drawn digit takes about a third of a second."""

PAUSE_MS = 500
"""Between two digits, to read the answer."""

SIZES = ((1024, 768), (1920, 1080))
SCHEMES = ("light", "dark")

FIRST_DIGIT = 3
MIDWAY_BATCH = 700
"""When the picture of a run under way is taken."""


def has_room(folder: Path) -> bool:
    """Make the folder for the pictures, and say whether they can be saved there; if not, in a sentence why."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_writable(folder / picture_name("untrained"))
    except OSError as error:
        tell(not_saved(folder, error))
    except UserError as problem:
        tell(problem)
    else:
        return True
    return False


def picture_name(what: str) -> str:
    """Return the name of the file for a picture."""
    return f"digitpad-{what}.png"


def tell(problem: UserError) -> None:
    """Say what is wrong to whoever has started the program."""
    print(f"digitpad: {sentence(problem)}", file=sys.stderr, flush=True)


class Demonstration(QObject):
    """Uses the window as a person would: by its mouse events and its buttons.

    Signals:
        finished(int): all is shown; how many of the ten digits were read right.
    """

    finished = Signal(int)

    def __init__(self, window: MainWindow, folder: Path, *, close: bool) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._close = close
        self._right = 0
        self._midway_shown = False

    def start(self) -> None:
        """Draw a first digit, then train as soon as TensorFlow is there."""
        space = self._window.workspace
        space.draft.write(KERAS_RECIPE)
        space.training.reported.connect(self._follow)
        space.training.refused.connect(self._give_up)
        self._draw(FIRST_DIGIT, self._train)

    def _train(self) -> None:
        self._save("untrained")
        print("Training on MNIST: 5 epochs …", flush=True)
        self._window.panel.buttons["train"].click()

    def _follow(self, run: Run, event: Event) -> None:
        if isinstance(event, Ended):
            if event.problem is not None:
                self._give_up(event.problem)
            else:
                self._soon(self._draw_all)
        elif not self._midway_shown and len(run.history) >= MIDWAY_BATCH:
            self._midway_shown = True
            self._save("training")

    def _draw_all(self, digit: int = 0) -> None:
        if digit == 10:
            self._finish()
            return
        self._draw(digit, lambda: self._read(digit))

    def _read(self, digit: int) -> None:
        answer = self._window.prediction.answer.text()
        self._right += answer == str(digit)
        print(f"drew {digit}, the network reads {answer}", flush=True)
        self._soon(lambda: self._draw_all(digit + 1))

    def _draw(self, digit: int, then: Callable[[], None]) -> None:
        self._window.workspace.board.clear()
        points = self._pen_events(digit)
        timer = QTimer(self)
        timer.setInterval(STEP_MS)

        def next_point() -> None:
            event = next(points, None)
            if event is None:
                timer.stop()
                timer.deleteLater()
                self._soon(then)
            else:
                QApplication.sendEvent(self._window.canvas, event)

        timer.timeout.connect(next_point)
        timer.start()

    def _pen_events(self, digit: int) -> Iterator[QMouseEvent]:
        for stroke in sample_digit(digit).strokes:
            yield self._mouse_event(QEvent.Type.MouseButtonPress, stroke[0])
            for point in stroke[1:]:
                yield self._mouse_event(QEvent.Type.MouseMove, point)
            yield self._mouse_event(QEvent.Type.MouseButtonRelease, stroke[-1])

    def _mouse_event(self, kind: QEvent.Type, point: tuple[float, float]) -> QMouseEvent:
        canvas = self._window.canvas
        local = QPointF(float(point[0]) * canvas.width(), float(point[1]) * canvas.height())
        released = kind is QEvent.Type.MouseButtonRelease
        return QMouseEvent(
            kind,
            local,
            canvas.mapToGlobal(local),
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPointingDevice.primaryPointingDevice(),
        )

    def _finish(self) -> None:
        print(f"{self._right} of 10 digits read right", flush=True)
        self._draw(FIRST_DIGIT, self._show_everywhere)

    def _show_everywhere(self) -> None:
        shapes = [(size, scheme) for size in SIZES for scheme in SCHEMES] if self._close else []
        for (width, height), scheme in shapes:
            choose_scheme(scheme)
            self._window.resize(width, height)
            QApplication.processEvents()
            self._save(f"{width}x{height}-{scheme}")
        choose_scheme(self._window.workspace.settings.scheme)
        self.finished.emit(self._right)
        if self._close:
            self._window.close()

    def _give_up(self, problem: UserError) -> None:
        tell(problem)
        if self._close:
            self._window.close()
            QApplication.exit(1)

    def _save(self, name: str) -> None:
        path = (self._folder / picture_name(name)).absolute()
        if self._window.grab().save(str(path)):
            print(f"saved {path}", flush=True)
        else:
            print(f"digitpad: {path} could not be saved", file=sys.stderr, flush=True)

    def _soon(self, then: Callable[[], None]) -> None:
        QTimer.singleShot(PAUSE_MS, self, then)
