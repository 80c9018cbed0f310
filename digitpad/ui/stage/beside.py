"""Where windows of the program's own open: beside canvas and answer, or on a second screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def open_beside(window: QWidget, view: QWidget, wanted: QSize) -> None:
    """Lay a window that is not shown yet over ``view``: canvas and answer, to its left, stay to be seen.

    It is as large as ``wanted``, as far as the view and what is to the right of it have room; one that needs more
    begins farther up.
    """
    main, screen = view.window(), view.screen().availableGeometry()
    around = main.frameGeometry().size() - main.geometry().size()  # what the system draws around each window
    room = QRect(view.mapToGlobal(QPoint()), view.size())
    room.setRight(max(room.right(), screen.right()))
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    size = wanted.boundedTo(room.size() - around).expandedTo(least)
    window.resize(size)
    lowest = screen.bottom() + 1 - size.height() - around.height()
    window.move(room.left(), max(screen.top(), min(room.top(), lowest)))


def open_elsewhere(window: QWidget, view: QWidget, wanted: QSize) -> None:
    """Give a window the whole of a second screen, if there is one; else open it over ``view``."""
    other = _other_screen(view.screen())
    if other is None:
        open_beside(window, view, wanted)
    else:
        window.setGeometry(other.availableGeometry())
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _other_screen(shown_on: QScreen) -> QScreen | None:
    """Return a screen that shows something else than this one; projectors often show the same."""
    others = (screen for screen in QGuiApplication.screens() if screen is not shown_on)
    return next((screen for screen in others if not screen.geometry().intersects(shown_on.geometry())), None)
