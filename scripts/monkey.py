"""Use the window at random, always the same for the same seed, and fail at the first exception or Qt warning.

Usage: python scripts/monkey.py [--seed N] [--actions N]. Off-screen; clicks, keys, strokes, resizes.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QPoint, QSettings, Qt, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSpinBox, QWidget  # noqa: E402

import digitpad.ui  # noqa: E402, F401  # before Qt is imported by anybody else
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.main_window import MainWindow  # noqa: E402
from digitpad.ui.settings import Settings  # noqa: E402
from digitpad.ui.training_control import State  # noqa: E402

HARMLESS = ("This plugin does not support",)
KEYS = [Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F10, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape]
KEYS += [Qt.Key(ord(digit)) for digit in "0123456789"]
CALM_ROUNDS = 2000
"""Turns of the event loop, 5 ms each, in which everything must have come to rest at the end."""


class Monkey:
    """Acts on a window at random; ``complaints`` holds every exception and warning."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)  # a monkey keeps no secrets
        self.complaints: list[str] = []
        sys.excepthook = lambda kind, error, _: self.complaints.append(f"{kind.__name__}: {error}")
        qInstallMessageHandler(self._note)

    def act(self) -> None:
        """Do one thing."""
        actions: list[Callable[[], None]] = [self._click, self._key, self._draw, self._resize, self._choose]
        self._random.choices(actions, weights=[6, 3, 4, 1, 3])[0]()
        QApplication.processEvents()

    def _note(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            self.complaints.append(message)

    def _click(self) -> None:
        panel = self._window.panel
        names = [panel.train_button, panel.step_button, panel.stop_button, panel.reset_button]
        others = [widget for widget in self._window.findChildren(QAbstractButton) if widget.isVisible()]
        QTest.mouseClick(self._random.choice(names + others), Qt.MouseButton.LeftButton)

    def _key(self) -> None:
        target: QWidget = QApplication.focusWidget() or self._window.canvas
        QTest.keyClick(target, self._random.choice(KEYS))

    def _draw(self) -> None:
        canvas = self._window.canvas
        button = self._random.choice([Qt.MouseButton.LeftButton] * 4 + [Qt.MouseButton.RightButton])
        points = [
            QPoint(self._random.randint(-30, canvas.width() + 30), self._random.randint(-30, canvas.height() + 30))
            for _ in range(self._random.randint(1, 12))
        ]
        QTest.mousePress(canvas, button, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, button, pos=points[-1])

    def _resize(self) -> None:
        self._window.resize(self._random.randint(900, 1900), self._random.randint(650, 1100))

    def _choose(self) -> None:
        fields = [w for kind in (QSpinBox, QComboBox) for w in self._window.findChildren(kind) if w.isEnabled()]
        field = self._random.choice(fields)
        if isinstance(field, QSpinBox):
            field.setValue(self._random.choice([field.minimum(), field.value() + 1, 128, 2]))
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(self._random.randrange(field.count()))


def main() -> int:
    """Let the monkey loose; say what it found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--actions", type=int, default=10_000)
    options = parser.parse_args()
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Settings(store))
        window.show()
        window.load_tensorflow()
        monkey = Monkey(window, options.seed)
        for number in range(options.actions):
            monkey.act()
            if monkey.complaints:
                print(f"seed {options.seed}, action {number}: {monkey.complaints[0]}", file=sys.stderr)
                return 1
        window.control.stop()
        for _ in range(CALM_ROUNDS):
            application.processEvents()
            if window.control.state in (State.IDLE, State.PAUSED):
                break
            QTest.qWait(5)
        stuck = window.control.state not in (State.IDLE, State.PAUSED)
        window.close()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(
        f"{options.actions} actions with seed {options.seed}: " + ("a control is stuck" if stuck else "all well")
    )
    return int(stuck)


if __name__ == "__main__":
    raise SystemExit(main())
