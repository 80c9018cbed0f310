"""Use the window at random, always the same for the same seed, and fail at the first exception or Qt warning.

Usage: python scripts/monkey.py [--seed N] [--actions N]. Off-screen; clicks, keys, strokes, resizes, menus, files.
At the end everything must come to rest, and a first drawing and a training step must still work.
"""

import argparse
import importlib
import os
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from digitpad.app import prepare_process  # noqa: E402

prepare_process()
importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else

from measures.waiting import until_true  # noqa: E402
from monkeying.acts import ACTS, close_popup  # noqa: E402
from PySide6.QtCore import QEvent, QSettings, Qt, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox  # noqa: E402

from digitpad.drawing.samples import sample_digit  # noqa: E402
from digitpad.engines.pacing import FULL  # noqa: E402
from digitpad.runs.recipe import Recipe  # noqa: E402
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.workspace.keeping.settings import Settings  # noqa: E402
from digitpad.workspace.training.training import State  # noqa: E402

HARMLESS = ("This plugin does not support",)
CALM_SECONDS = 60.0
"""In which everything must have come to rest at the end."""

MOST_FILES = 2
"""Opened at once."""

LOADING_ACTIONS = 100
"""So many are done while TensorFlow is loaded; the others when it is there."""


class Monkey:
    """Acts on a window at random; ``complaints`` holds every exception and warning."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self._window = window
        self._random = random.Random(seed)  # a monkey keeps no secrets
        self._folder = folder
        self.complaints: list[str] = []
        sys.excepthook = lambda kind, error, _: self.complaints.append(f"{kind.__name__}: {error}")
        qInstallMessageHandler(self._note)
        self._answer_dialogs()

    def act(self) -> None:
        """Do one thing."""
        act = self._random.choices(list(ACTS), weights=list(ACTS.values()))[0]
        act(self._window, self._random)
        QApplication.processEvents()
        close_popup()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and self._random.random() < 0.3:
                dialog.close()

    def _note(self, kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(HARMLESS):
            self.complaints.append(message)

    def _answer_dialogs(self) -> None:
        """Answer what would otherwise wait for a person."""

        def any_file(_window: object, _title: str, _place: str, kinds: str) -> tuple[str, str]:
            names = ["", "a.digitpad", "b.npz", "c.jsonl", "d.png", "e.svg", "f.csv", "missing/g.npz", "no suffix"]
            name = self._random.choice(names)
            return (str(self._folder / name) if name else "", self._random.choice(kinds.split(";;")))

        def any_files(window: object, title: str, place: str, kinds: str) -> tuple[list[str], str]:
            chosen, kind = zip(*(any_file(window, title, place, kinds) for _ in range(MOST_FILES)), strict=True)
            return [name for name in chosen if name], kind[0]

        def any_button(*_: object) -> QMessageBox.StandardButton:
            button = QMessageBox.StandardButton
            return self._random.choice([button.Save, button.Discard, button.Cancel, button.Yes])

        asked = {"getSaveFileName": any_file, "getOpenFileName": any_file, "getOpenFileNames": any_files}
        for name, answer in asked.items():
            setattr(QFileDialog, name, answer)
        for name in ("question", "warning", "about"):
            setattr(QMessageBox, name, any_button)


def has_come_to_rest(window: MainWindow) -> bool:
    """Wait until no run, file or thread is under way; say whether that came about."""
    space = window.workspace
    space.queue_work.pause()
    space.training.stop()
    return until_true(lambda: space.training.state is State.IDLE and space.is_quiet, CALM_SECONDS)


def still_works(window: MainWindow) -> str:
    """Draw an example and train a step, as on a first visit; return what does not work, or nothing."""
    window.workspace.draft.write(Recipe())
    window.workspace.collector.end()  # while a class collects no answer is shown
    window.actions_["ready_made"].trigger()
    window.workspace.board.set_drawing(sample_digit(3), "")
    if not until_true(lambda: window.prediction.answer.text() == "3", CALM_SECONDS):
        return "a drawing is not read"
    QTest.mouseClick(window.panel.buttons["step"], Qt.MouseButton.LeftButton)
    if not until_true(lambda: window.workspace.training.state is State.PAUSED, CALM_SECONDS):
        return "a step does not train"
    if window.workspace.runs.current is None or len(window.workspace.runs.current.history) != 1:
        return "a step is not recorded"
    return ""


def main() -> int:
    """Let the monkey loose; say what it found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--actions", type=int, default=10_000)
    options = parser.parse_args()
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.pace = FULL  # the monkey itself goes slower, and back
        window = MainWindow(settings)
        window.show()
        window.load_tensorflow()
        monkey = Monkey(window, options.seed, Path(folder))
        for number in range(options.actions):
            if number == LOADING_ACTIONS:
                until_true(lambda: window.workspace.readiness.is_known)
            monkey.act()
            if monkey.complaints:
                print(f"seed {options.seed}, action {number}: {monkey.complaints[0]}", file=sys.stderr)
                return 1
        fault = still_works(window) if has_come_to_rest(window) else "something does not come to rest"
        runs = len(window.workspace.runs.runs)
        window.close()
        window.deleteLater()  # before the application, whatever Python frees first
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        fault = monkey.complaints[0] if monkey.complaints else fault
    print(f"{options.actions:,} actions with seed {options.seed}, {runs} runs: {fault or 'all well'}")
    return int(bool(fault))


if __name__ == "__main__":
    raise SystemExit(main())
