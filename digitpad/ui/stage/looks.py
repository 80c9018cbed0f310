"""How the window looks to a room: the size of its letters, projector mode, colours and language."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from digitpad.ui.stage.actions import Actions
from digitpad.ui.theme import LETTERS, choose_scheme, choose_text_size
from digitpad.workspace.keeping.settings import TEXT_SIZES, Settings
from digitpad.workspace.wording.language import speak

FIRST_SIZE = (1280, 800)
FIRST_SHARE = 0.85
"""Logical pixels of a window that nobody has given a size yet, and share of a large screen that it takes."""

FRAME = (16, 48)
"""Logical pixels that a system's frame and title take of the screen."""

USUAL_SIZE = 100
SMALLEST_SCREEN = QSize(1000, 650)
"""What the usual letters need, in logical pixels; on a smaller one the window does not fit with any."""

SETTLING_MS, LOOKS = 60, 12
"""How often, and how many times, it is looked whether the layouts have followed other letters: some labels have
them only after the event that came, and a slow computer takes longer."""

PROJECTOR_SHARE = 20 / 768
"""Size of the letters in projector mode as a share of the screen's height: capitals of 14 pixels on 768."""


class Part(Protocol):
    """A part of the window that leaves out what the last row cannot read."""

    def set_projector(self, on: bool) -> None:
        """Do so, or show all again."""
        ...


class LookedAt(QMainWindow):
    """A window that stays within its screen, by its ``looks``."""

    looks: "Looks"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It may have grown, as another view needs more room."""
        super().resizeEvent(event)
        self.looks.keep_within_screen()

    def moveEvent(self, event: QMoveEvent) -> None:
        """It may have come to a smaller screen."""
        super().moveEvent(event)
        self.looks.follow_screen()


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
        self._was_maximized, self._normal = False, window.normalGeometry()
        self._before = QByteArray()
        self._percent, self._screen = settings.text_size, window.screen()
        self._is_giving_way = False
        self._projector = actions["projector"]
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

    def _change_text_size(self, steps: int) -> None:
        """Go to the next size; one with which the window would not fit its screen any more is taken back."""
        before = self._percent
        place = TEXT_SIZES.index(before) + steps if before in TEXT_SIZES else TEXT_SIZES.index(USUAL_SIZE)
        wanted = TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, place))]
        size = self._window.size()
        self._set_text_size(wanted)
        if wanted > max(before, USUAL_SIZE):
            # After they were painted: to take them back takes as long once more.
            self._when_painted(lambda: self._look_again(lambda: self._is_settled(wanted, before, size)))

    def _look_again(
        self, done: Callable[[], bool], times: int = LOOKS, then: Callable[[], None] | None = None
    ) -> None:
        """Look some times whether something is done, while the layouts follow: how long that takes nobody says.

        ``then`` is called in the end, whether or not it is.
        """

        def look() -> None:
            if times and not done():
                self._look_again(done, times - 1, then)
            elif then is not None:
                then()

        if times or then is not None:
            QTimer.singleShot(SETTLING_MS, self, look)

    def _is_settled(self, wanted: int, before: int, size: QSize) -> bool:
        """Have the letters of before, if the window does not fit its screen with those that were wanted.

        Say whether there is nothing more to look at: that is done, or somebody has wanted others meanwhile.
        """
        if self._percent != wanted:
            return True
        if self._fits:
            return False
        self._set_text_size(before)
        self._look_again(lambda: self._has_size(size))  # it has grown with them
        self._tell(self.tr("Larger letters do not fit this screen."))
        return True

    @property
    def _fits(self) -> bool:
        """Whether the window needs no more than its screen has."""
        least, screen = self._window.minimumSizeHint(), self._window.screen().availableGeometry()
        return least.width() <= screen.width() and least.height() <= screen.height()

    def keep_within_screen(self) -> None:
        """Have smaller letters if the window needs more than its screen by now; remembered are those of before.

        It may have begun with letters of a larger screen, and another view may need more room.
        """
        screen = self._window.screen().availableGeometry().size()
        helps = self._percent > USUAL_SIZE and screen.expandedTo(SMALLEST_SCREEN) == screen
        if not helps or self._fits or self._is_giving_way or self._projector.isChecked():
            return
        remembered, self._is_giving_way = self._settings.text_size, True
        self._set_text_size(TEXT_SIZES[TEXT_SIZES.index(self._percent) - 1])
        self._settings.text_size = remembered
        self._tell(self.tr("Larger letters do not fit this screen."))
        self._when_painted(lambda: self._look_again(lambda: self._fits, then=self._has_given_way))

    def _has_given_way(self) -> None:
        """Be no larger than the screen, as far as smaller letters let it, and look whether they were enough."""
        self._is_giving_way = False
        if not self._window.isMaximized():
            size = self._window.size().boundedTo(self._window.screen().availableGeometry().size())
            self._look_again(lambda: self._has_size(size))
        self.keep_within_screen()

    def follow_screen(self) -> None:
        """Keep within the screen if it is another one than before."""
        if self._window.screen() is not self._screen:
            self._screen = self._window.screen()
            self.keep_within_screen()

    @property
    def geometry(self) -> QByteArray:
        """What ``saveGeometry`` gives, for the next time; in projector mode, what it gave before that."""
        return self._before if self._projector.isChecked() else self._window.saveGeometry()

    def _has_size(self, size: QSize) -> bool:
        self._window.resize(size)
        return self._window.size() == size

    def _when_painted(self, act: Callable[[], object]) -> None:
        """Act when other letters, which have just been chosen, were laid out and painted."""
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, act))

    def _set_text_size(self, percent: int) -> None:
        self._settings.text_size = self._percent = percent
        self._window.setUpdatesEnabled(False)
        choose_text_size(percent)
        # The layouts follow first: what all looks like in between takes as long to paint as the end.
        QTimer.singleShot(0, self, lambda: self._window.setUpdatesEnabled(True))

    def _set_projector(self, on: bool) -> None:
        window = self._window
        if on:
            self._before = window.saveGeometry()
            self._was_maximized, self._normal = window.isMaximized(), window.normalGeometry()
        for part in self._parts:
            part.set_projector(on)
        window.menuBar().setVisible(not on)
        height = window.screen().size().height()
        choose_text_size(PROJECTOR_SHARE * height / LETTERS * 100 if on else self._percent)
        if on:
            window.showFullScreen()
            return
        # On a small screen large letters need more than it has until the layouts have followed: Qt gives that to
        # the window, and forgets that it fills the screen.
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        if self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()
            self._when_painted(self._have_own_size)

    def _have_own_size(self) -> None:
        """Be as large as before projector mode, now that the letters of that have gone."""
        if not self._window.isFullScreen():
            self._window.setGeometry(self._normal)

    def _choose_scheme(self, action: QAction) -> None:
        self._settings.scheme = str(action.data())
        choose_scheme(self._settings.scheme)

    def _choose_language(self, action: QAction) -> None:
        self._settings.language = str(action.data())
        speak(self._settings.language)


def first_size(screen: QSize) -> QSize:
    """Return a size for the window that fills most of what a screen has left, from 1024×768 with a panel on."""
    return QSize(*FIRST_SIZE).expandedTo(screen * FIRST_SHARE).boundedTo(screen - QSize(*FRAME))
