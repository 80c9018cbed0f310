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
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from digitpad.app import prepare_process  # noqa: E402

prepare_process()
importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else

import shiboken6  # noqa: E402
from measures.visit import loss_view, run_table  # noqa: E402
from measures.waiting import until_true, wait  # noqa: E402
from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QWheelEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QSlider,
    QSpinBox,
    QWidget,
)

from digitpad.drawing.samples import sample_digit  # noqa: E402
from digitpad.engines.pacing import FULL  # noqa: E402
from digitpad.runs.recipe import Recipe  # noqa: E402
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.workspace.keeping.settings import Settings  # noqa: E402
from digitpad.workspace.training.run_cells import Column  # noqa: E402
from digitpad.workspace.training.training import State  # noqa: E402

HARMLESS = ("This plugin does not support",)
KEYS = [Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F10, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape]
KEYS += [Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F11, Qt.Key.Key_Delete]
KEYS += [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_F2]
KEYS += [Qt.Key(ord(digit)) for digit in "0123456789"]
CALM_SECONDS = 60.0
"""In which everything must have come to rest at the end."""

LOOKING_MS = 200
LOADING_ACTIONS = 100
"""So many are done while TensorFlow is loaded; the others when it is there."""

BATCH_SIZES = (64, 128, 1000)
"""Each new size is compiled anew, so the monkey has only a few."""


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
        actions: list[Callable[[], None]] = [
            self._click,
            self._key,
            self._draw,
            self._resize,
            self._choose,
            self._trigger,
            self._handle_run,
            self._look_on,
            self._turn_the_wheel,
            self._touch_the_plot,
            self._write_a_name,
            self._ask_for_a_menu,
        ]
        self._random.choices(actions, weights=[6, 3, 4, 1, 3, 3, 3, 2, 2, 2, 1, 1])[0]()
        QApplication.processEvents()
        self._close_popup()
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

        def any_button(*_: object) -> QMessageBox.StandardButton:
            button = QMessageBox.StandardButton
            return self._random.choice([button.Save, button.Discard, button.Cancel, button.Yes])

        for name in ("getSaveFileName", "getOpenFileName"):
            setattr(QFileDialog, name, any_file)
        for name in ("question", "warning", "about"):
            setattr(QMessageBox, name, any_button)

    def _click(self) -> None:
        buttons = self._window.panel.buttons.values()
        others = [widget for widget in self._window.findChildren(QAbstractButton) if widget.isVisible()]
        QTest.mouseClick(self._random.choice([*buttons, *others]), Qt.MouseButton.LeftButton)

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
        kinds = (QSpinBox, QComboBox, QSlider)
        fields = [w for kind in kinds for w in self._window.findChildren(kind) if w.isEnabled()]
        field = self._random.choice(fields)
        if field is self._window.form.batch_size:
            field.setValue(self._random.choice(BATCH_SIZES))
        elif isinstance(field, QSpinBox):
            field.setValue(self._random.choice([field.minimum(), field.value() + 1, 3, 2]))
        elif isinstance(field, QSlider):
            field.setValue(self._random.randint(field.minimum(), field.maximum()))
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(self._random.randrange(field.count()))
            field.activated.emit(field.currentIndex())

    def _look_on(self) -> None:
        """Do nothing for a moment, so that there is something to see of what was begun."""
        wait(self._random.randint(1, LOOKING_MS))

    def _trigger(self) -> None:
        menus = self._window.menuBar().findChildren(QMenu)
        actions = {id(action): action for menu in menus for action in menu.actions() if action.isEnabled()}
        del actions[id(self._window.actions_["quit"])]
        self._random.choice(list(actions.values())).trigger()

    def _handle_run(self) -> None:
        runs = self._window.workspace.runs
        if not runs.runs:
            return
        run = self._random.choice(runs.runs)
        self._window.workspace.select(run)
        cell = runs.index(runs.runs.index(run), Column.NAME)
        commands = [action for action in self._window.actions_.menus["runs"].actions() if action.isEnabled()]
        name = self._random.choice(["", "mine", "x" * 300, "Lauf 1/2"])
        check = self._random.choice([Qt.CheckState.Checked, Qt.CheckState.Unchecked])
        self._random.choice(
            [
                lambda: runs.setData(cell, name),
                lambda: runs.setData(cell, check, Qt.ItemDataRole.CheckStateRole),
                *(action.trigger for action in commands),
            ]
        )()

    def _turn_the_wheel(self) -> None:
        """Turn it over anything that can be seen."""
        widget = self._random.choice([w for w in self._window.findChildren(QWidget) if w.isVisible()])
        place = QPointF(self._random.random() * widget.width(), self._random.random() * widget.height())
        turn = QPoint(0, self._random.choice([-240, -120, 120, 240]))
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), turn, *none, False)
        QApplication.sendEvent(widget, event)

    def _touch_the_plot(self) -> None:
        """Drag it, zoom into it, or show all again."""
        view = loss_view(self._window)
        plot = view.plot.plot.viewport()
        from_, to = (
            QPoint(self._random.randrange(1, plot.width() + 1), self._random.randrange(1, plot.height() + 1))
            for _ in range(2)
        )
        button = self._random.choice([Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
        if self._random.random() < 0.3:
            QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=from_)
        else:
            QTest.mousePress(plot, button, pos=from_)
            QTest.mouseMove(plot, to)
            QTest.mouseRelease(plot, button, pos=to)

    def _write_a_name(self) -> None:
        """Begin to rename a run in the list, and leave it at that, or go on."""
        table = run_table(self._window)
        if not self._window.workspace.runs.runs or not table.isVisible():
            return
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()  # not any child: one that was closed may be there still
        if not isinstance(editor, QLineEdit) or not table.isAncestorOf(editor):
            return
        QTest.keyClicks(editor, "slow one")
        wait(self._random.randint(1, LOOKING_MS))
        if shiboken6.isValid(editor) and QApplication.focusWidget() is editor:
            QTest.keyClick(editor, self._random.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab]))

    def _ask_for_a_menu(self) -> None:
        """Ask for the menu of a chip, of the list of runs, or of anything else."""
        widget = self._random.choice([w for w in self._window.findChildren(QWidget) if w.isVisible()])
        if isinstance(widget, QMenu | QLineEdit):  # those of Qt's own wait until they are closed
            return
        place = widget.rect().center()
        reason = QContextMenuEvent.Reason.Mouse
        QTimer.singleShot(LOOKING_MS, self._close_popup)
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))

    def _close_popup(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()


def has_come_to_rest(window: MainWindow) -> bool:
    """Wait until no run, file or thread is under way; say whether that came about."""
    space = window.workspace
    space.training.stop()
    return until_true(lambda: space.training.state is State.IDLE and space.is_quiet, CALM_SECONDS)


def still_works(window: MainWindow) -> str:
    """Draw an example and train a step, as on a first visit; return what does not work, or nothing."""
    window.workspace.draft.write(Recipe())
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
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        fault = monkey.complaints[0] if monkey.complaints else fault
    print(f"{options.actions:,} actions with seed {options.seed}, {runs} runs: {fault or 'all well'}")
    return int(bool(fault))


if __name__ == "__main__":
    raise SystemExit(main())
