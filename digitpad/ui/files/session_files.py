"""Saving and opening a session, and files of drawings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from digitpad.document.session_file import SUFFIX, save_session
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.errors import UserError
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.workspace.easel.pages import ReadPages, read_pages
from digitpad.workspace.easel.sketchbook import Sketchbook
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.session_state import ReadSession, SessionState, read_session
from digitpad.workspace.wording.numbers import whole

DRAWINGS_SUFFIXES = (".jsonl", ".jsonl.gz")
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
        self,
        window: QWidget,
        dialogs: FileDialogs,
        state: SessionState,
        sketchbook: Sketchbook,
        jobs: FileJobs,
    ) -> None:
        super().__init__(window)
        self.path: Path | None = None
        self._window = window
        self._dialogs = dialogs
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
        chosen = self._dialogs.ask_where(self.tr("Save session"), "session", [self._sessions()])
        if chosen is not None:
            self.save_to(chosen[0], then)

    def save_to(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Begin to save to this file; when that has succeeded, call ``then``."""
        session, revision = self._state.collect(), self._state.revision

        def work() -> _Saved:
            save_session(path, session)
            return _Saved(path, revision, then)

        self._jobs.do(work, self._on_saved, self._dialogs.complain_not_saved)

    def save_at_the_end(self) -> bool:
        """Save to a file that the user chooses, and wait for it: the window is closed. Say whether it is saved."""
        chosen = self._dialogs.ask_where(self.tr("Save session"), "session", [self._sessions()])
        if chosen is None:
            return False
        try:
            save_session(chosen[0], self._state.collect())
        except UserError as problem:
            self._dialogs.complain_not_saved(problem)
            return False
        return True

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
        shelf = self._state.shelf  # here: the thread may outlive this object
        self._jobs.do(
            lambda: (path, read_session(path, shelf)),
            self._on_opened,
            self._dialogs.complain_not_opened,
            reading=path,
        )

    def take_unsaved(self, read: ReadSession) -> None:
        """Put a session that has no file of its own in place of the one there is."""
        self._state.restore(read)
        self.path, self._saved_revision = None, NEVER_SAVED
        self.changed.emit()

    def save_drawings(self) -> None:
        """Save all drawings of the session to a file that the user chooses."""
        drawings = [LabelledDrawing(drawing) for drawing in self._sketchbook.with_canvas()[0]]
        if not drawings:
            self.told.emit(self.tr("There is no drawing to save yet."))
            return
        chosen = self._dialogs.ask_where(self.tr("Save drawings"), "drawings", [self._drawings()])
        if chosen is not None:
            path = chosen[0]

            def work() -> Path:
                write_drawings(path, drawings)
                return path

            self._jobs.do(work, self._tell_saved, self._dialogs.complain_not_saved)

    def open_drawings(self) -> None:
        """Add the drawings of a file that the user chooses."""
        path = self._dialogs.ask_what(self.tr("Open drawings"), self._drawings())
        if path is not None:
            self.open_drawings_from(path)

    def open_drawings_from(self, path: Path) -> None:
        """Begin to open this file of drawings."""
        self._jobs.do(
            lambda: read_pages(path),
            self._on_drawings_opened,
            self._dialogs.complain_not_opened,
            reading=path,
        )

    def _choose_and_open(self) -> None:
        path = self._dialogs.ask_what(self.tr("Open session"), self._sessions())
        if path is not None:
            self.open_from(path)

    def _on_saved(self, saved: _Saved) -> None:
        self.path, self._saved_revision = saved.path, saved.revision
        self._tell_saved(saved.path)
        self.changed.emit()
        if saved.then is not None:
            saved.then()

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))

    def _on_opened(self, opened: tuple[Path, ReadSession]) -> None:
        path, read = opened
        self._state.restore(read)
        self.path, self._saved_revision = path, self._state.revision
        self.told.emit(self.tr("Opened {path}").format(path=self.path))
        self.changed.emit()

    def _on_drawings_opened(self, read: ReadPages) -> None:
        added = self._sketchbook.add(list(read.pages))
        text = self.tr("Drawings added: {added}")
        if added < read.count:
            text = self.tr("Drawings added: {added} of {all}; a session has no room for more")
        self.told.emit(text.format(added=whole(added), all=whole(read.count)))

    def _sessions(self) -> Kind:
        return Kind(self.tr("digitpad sessions"), (SUFFIX,))

    def _drawings(self) -> Kind:
        return Kind(self.tr("Drawings"), DRAWINGS_SUFFIXES)
