"""Saving and opening a session, and files of drawings, through the system's file dialogs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from digitpad.document.session_file import SUFFIX, SavedSession, load_session, save_session
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.ui.files.names import with_suffix
from digitpad.workspace.file_jobs import FileJobs
from digitpad.workspace.session_state import SessionState
from digitpad.workspace.settings import Settings
from digitpad.workspace.sketchbook import Sketchbook

DRAWINGS_SUFFIX = ".jsonl"
PACKED_SUFFIX = ".jsonl.gz"
NEVER_SAVED = -1
"""No revision of a session has this number."""


@dataclass(frozen=True)
class _Saved:
    """What was saved, and what is to be done now."""

    path: Path
    revision: int
    then: Callable[[], object] | None


class SessionFiles(QObject):
    """Asks for files, has them read or written, and says in a sentence what went wrong.

    Attributes:
        path: the file of this session, None if it has none yet.
        is_modified: whether something has changed since the session was saved or opened.

    Signals:
        told(str): a sentence on what was saved or opened.
        changed(): another path, or modified now, or not any more.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(
        self, window: QWidget, settings: Settings, state: SessionState, sketchbook: Sketchbook, jobs: FileJobs
    ) -> None:
        super().__init__(window)
        self.path: Path | None = None
        self._window = window
        self._settings = settings
        self._state = state
        self._sketchbook = sketchbook
        self._jobs = jobs
        self._saved_revision = 0
        state.changed.connect(self.changed)

    @property
    def is_modified(self) -> bool:
        """Whether the session differs from its file, or has none although there is something to save."""
        return self._state.revision != self._saved_revision and self._state.is_worth_keeping

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the session's file, or to one that the user chooses; when that has succeeded, call ``then``."""
        if self.path is None:
            self.save_as(then)
        else:
            self.save_to(self.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Save to a file that the user chooses; when that has succeeded, call ``then``."""
        path = self._ask_where(self.tr("Save session"), "session", self._session_filter(), SUFFIX)
        if path is not None:
            self.save_to(path, then)

    def save_to(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Begin to save to this file; when that has succeeded, call ``then``."""
        session, revision = self._state.collect(), self._state.revision

        def work() -> _Saved:
            save_session(path, session)
            return _Saved(path, revision, then)

        self._jobs.do(work, self._on_saved, self._on_not_saved)

    def open(self) -> None:
        """Open a file that the user chooses; what is not saved yet can be saved first."""
        self.replace_by(self._choose_and_open)

    def replace_by(self, another: Callable[[], object]) -> None:
        """Call ``another``, which puts another session in place of this one; this one can be saved first."""
        if not self.is_modified:
            another()
            return
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Save this session first?"),
            self.tr("Another session takes the place of this one, whose latest changes are not saved."),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        if answer == button.Discard:
            another()
        elif answer == button.Save:
            self.save(another)

    def open_from(self, path: Path) -> None:
        """Begin to open this file."""
        self._jobs.do(lambda: (path, load_session(path)), self._on_opened, self._on_not_opened)

    def take_unsaved(self, session: SavedSession) -> None:
        """Put a session that has no file of its own in place of the one there is."""
        self._state.restore(session)
        self.path, self._saved_revision = None, NEVER_SAVED
        self.changed.emit()

    def save_drawings(self) -> None:
        """Save all drawings of the session to a file that the user chooses."""
        drawings = [LabelledDrawing(drawing) for drawing in self._sketchbook.with_canvas()[0]]
        if not drawings:
            self.told.emit(self.tr("There is no drawing to save yet."))
            return
        kinds = self._drawings_filter()
        path = self._ask_where(self.tr("Save drawings"), "drawings", kinds, DRAWINGS_SUFFIX, PACKED_SUFFIX)
        if path is not None:

            def work() -> Path:
                write_drawings(path, drawings)
                return path

            self._jobs.do(work, self._tell_saved, self._on_not_saved)

    def open_drawings(self) -> None:
        """Add the drawings of a file that the user chooses."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open drawings"), self._settings.folder, self._drawings_filter()
        )
        if name:
            self.open_drawings_from(Path(name))

    def open_drawings_from(self, path: Path) -> None:
        """Begin to open this file of drawings."""
        self._settings.folder = str(path.parent)
        self._jobs.do(lambda: read_drawings(path), self._on_drawings_opened, self._on_not_opened)

    def _choose_and_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open session"), self._settings.folder, self._session_filter()
        )
        if name:
            self._settings.folder = str(Path(name).parent)
            self.open_from(Path(name))

    def _on_saved(self, saved: _Saved) -> None:
        self.path, self._saved_revision = saved.path, saved.revision
        self._tell_saved(saved.path)
        self.changed.emit()
        if saved.then is not None:
            saved.then()

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved %1").replace("%1", str(path)))

    def _on_not_saved(self, message: str) -> None:
        QMessageBox.warning(self._window, self.tr("Nothing was saved"), message)

    def _on_opened(self, opened: tuple[Path, SavedSession]) -> None:
        path, session = opened
        self._state.restore(session)
        self.path, self._saved_revision = path, self._state.revision
        self.told.emit(self.tr("Opened %1").replace("%1", str(self.path)))
        self.changed.emit()

    def _on_drawings_opened(self, entries: list[LabelledDrawing]) -> None:
        added = self._sketchbook.add([entry.drawing.fitted() for entry in entries])
        text = self.tr("Drawings added: %1")
        if added < len(entries):
            text = self.tr("Drawings added: %1 of %2; a session has no room for more")
        self.told.emit(text.replace("%1", str(added)).replace("%2", str(len(entries))))

    def _on_not_opened(self, message: str) -> None:
        QMessageBox.warning(self._window, self.tr("Nothing was opened"), message)

    def _ask_where(self, title: str, name: str, kinds: str, suffix: str, *others: str) -> Path | None:
        suggestion = str(Path(self._settings.folder) / f"{name}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggestion, kinds)
        if not chosen:
            return None
        path = with_suffix(self._window, chosen, suffix, *others)
        if path is not None:
            self._settings.folder = str(path.parent)
        return path

    def _session_filter(self) -> str:
        return self.tr("digitpad sessions") + f" (*{SUFFIX})"

    def _drawings_filter(self) -> str:
        return self.tr("Drawings") + " (*.jsonl *.jsonl.gz)"
