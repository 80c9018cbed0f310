"""Starts Qt, opens the window, and loads TensorFlow once the window has been painted."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from digitpad.resources import asset
from digitpad.ui.display import has_display
from digitpad.ui.signals import ENDED_BY_SIGNAL, EndingSignals
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import apply_theme, choose_scheme
from digitpad.workspace.garbage import GarbageCollector
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.language import speak

AFTER_PAINT_MS = 30
"""A moment for the first picture, so that TensorFlow's import cannot delay it."""


def run_window(*, demo: bool, screenshots: Path, file: Path | None = None) -> int:
    """Open the program's window, with a file if there is one, and return the exit code when it is closed.

    Without a display the demonstration runs off-screen instead.
    """
    if not has_display():
        print("There is no display here, so digitpad runs its demonstration off-screen.", flush=True)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        demo = True
    off_screen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    application = make_application()
    # Before there is a window: it is made in a second, and closed by what was heard meanwhile.
    signals = EndingSignals(lambda: end(application, window), application)
    settings = Settings()
    speak(settings.language)
    choose_scheme(settings.scheme)
    if demo:
        from digitpad.ui.stage.demonstration import Demonstration, has_room

        if not has_room(screenshots):
            return 1
    window = MainWindow(settings)
    window.show()
    QTimer.singleShot(AFTER_PAINT_MS, window.make_soon)
    QTimer.singleShot(AFTER_PAINT_MS, window.load_tensorflow)
    QTimer.singleShot(AFTER_PAINT_MS, window.workspace.recovery.look)
    QTimer.singleShot(AFTER_PAINT_MS, window.workspace.recovery.look_for_last)
    if file is not None:
        QTimer.singleShot(AFTER_PAINT_MS, lambda: window.open_file(file))
    if demo:
        demonstration = Demonstration(window, screenshots, close=off_screen)
        demonstration.start()
    code = application.exec()
    if window.gave_work_up and signals.newest is not None:
        return ENDED_BY_SIGNAL + signals.newest
    return code


def end(application: QApplication, window: MainWindow) -> None:
    """Close a window as somebody would who has no time for questions."""
    for box in application.topLevelWidgets():
        if box is not window and box.isModal():
            box.close()
    window.close()
    application.quit()


def make_application() -> QApplication:
    """Return the QApplication in digitpad's dress, made if there is none yet."""
    existing = QApplication.instance()
    # Else a style sheet keeps the letters that it was made with, and larger ones take half a second of dressing.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("digitpad")
    application.setOrganizationName("digitpad")
    application.setDesktopFileName("digitpad")  # by this Wayland finds the icon that --install-desktop brings
    application.setStyle("Fusion")
    if existing is None:
        GarbageCollector(application)
        speak()
    application.setWindowIcon(QIcon(str(asset("icon.svg"))))
    apply_theme(application)
    application.styleHints().colorSchemeChanged.connect(lambda: apply_theme(application))
    return application
