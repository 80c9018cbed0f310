"""How the window looks to a room: the size of its letters, projector mode, colours and language."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from digitpad.ui.stage.actions import Actions
from digitpad.ui.theme import LETTERS, choose_scheme, choose_text_size
from digitpad.workspace.keeping.settings import TEXT_SIZES, Settings
from digitpad.workspace.wording.language import speak

FIRST_SIZE = (1280, 800)
FRAME = (16, 48)
"""Logical pixels that a system's frame and title take of the screen."""

USUAL_SIZE = 100
SETTLING_MS = 60
"""After which the layouts have followed other letters: some labels have them only after the event that came."""

PROJECTOR_SHARE = 20 / 768
"""Size of the letters in projector mode as a share of the screen's height: capitals of 14 pixels on 768."""


class Part(Protocol):
    """A part of the window that leaves out what the last row cannot read."""

    def set_projector(self, on: bool) -> None:
        """Do so, or show all again."""
        ...


class Looks(QObject):
    """Does what the commands for looks ask for, and remembers it."""

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        actions: Actions,
        parts: Sequence[Part],
        tell: Callable[[str], object],
    ) -> None:
        """``parts`` take part in projector mode; ``tell`` shows a sentence."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._parts = parts
        self._tell = tell
        self._was_maximized = False
        actions.connect(
            {
                "larger": lambda: self._change_text_size(1),
                "smaller": lambda: self._change_text_size(-1),
                "usual": lambda: self._set_text_size(USUAL_SIZE),
            }
        )
        actions["projector"].toggled.connect(self._set_projector)
        actions.schemes.triggered.connect(self._choose_scheme)
        actions.languages.triggered.connect(self._choose_language)
        for group, chosen in ((actions.schemes, settings.scheme), (actions.languages, settings.language)):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def first_size(self) -> QSize:
        """Return a size for the window that fits any screen from 1024×768 with a panel on."""
        screen = self._window.screen().availableGeometry().size()
        return QSize(*FIRST_SIZE).boundedTo(screen - QSize(*FRAME))

    def _change_text_size(self, steps: int) -> None:
        """Go to the next size; one with which the window would not fit its screen any more is taken back."""
        before = self._settings.text_size
        place = TEXT_SIZES.index(before) + steps if before in TEXT_SIZES else TEXT_SIZES.index(USUAL_SIZE)
        wanted = TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, place))]
        size = self._window.size()
        self._set_text_size(wanted)
        if wanted > max(before, USUAL_SIZE):
            QTimer.singleShot(SETTLING_MS, self, lambda: self._take_back(before, size))

    def _take_back(self, before: int, size: QSize) -> None:
        """Have the letters of before, if the window does not fit its screen with these."""
        least, screen = self._window.minimumSizeHint(), self._window.screen().availableGeometry()
        if least.width() > screen.width() or least.height() > screen.height():
            self._set_text_size(before)
            QTimer.singleShot(SETTLING_MS, self, lambda: self._window.resize(size))  # it has grown with them
            self._tell(self.tr("Larger letters do not fit this screen."))

    def _set_text_size(self, percent: int) -> None:
        self._settings.text_size = percent
        choose_text_size(percent)

    def _set_projector(self, on: bool) -> None:
        window = self._window
        for part in self._parts:
            part.set_projector(on)
        window.menuBar().setVisible(not on)
        height = window.screen().size().height()
        choose_text_size(PROJECTOR_SHARE * height / LETTERS * 100 if on else self._settings.text_size)
        if on:
            self._was_maximized = window.isMaximized()
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()

    def _choose_scheme(self, action: QAction) -> None:
        self._settings.scheme = str(action.data())
        choose_scheme(self._settings.scheme)

    def _choose_language(self, action: QAction) -> None:
        self._settings.language = str(action.data())
        speak(self._settings.language)
