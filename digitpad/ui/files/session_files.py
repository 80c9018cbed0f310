"""Saving and opening a session, and files of drawings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from digitpad.document.session_file import SUFFIX, save_session
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.errors import UserError
from digitpad.runs.moments.best import needed_moments
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.workspace.easel.pages import ReadPages, read_pages
from digitpad.workspace.easel.sketchbook import Sketchbook
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.session_state import ReadSession, SessionState, read_session
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.plain_text import as_plain
from digitpad.workspace.wording.sentences import sentence

DRAWINGS_SUFFIXES = (".jsonl", ".jsonl.gz")
NEVER_SAVED = -1
"""No session has so many deeds."""


CHANGED = "session-changed-elsewhere"

Stamp = tuple[int, int] | None
"""By which a file is known again: when it was written and how large it is; None if there is none."""


@dataclass(frozen=True)
class _Saved:
    """What was saved, and what is to be done now."""

    path: Path
    deeds: int
    then: Callable[[], object] | None
    stamp: Stamp


class SessionFiles(QObject):
    """Asks for files, has them read or written, and says in a sentence what went wrong.

    Attributes:
        path: the file of this session, None if it has none yet.
        is_modified: whether somebody has changed something since the session was saved or opened.

    Signals:
        saving(): what there is now is about to be saved; whoever is in the middle of something ends it first.
        told(str): a sentence on what was saved or opened.
        changed(): another path, or modified now, or not any more.
    """

    saving = Signal()
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
        self._saved_deeds = 0
        self._stamp: Stamp = None
        self._given_up: object = None  # what there was when another session was asked for, or came
        state.changed.connect(self.changed)

    @property
    def is_modified(self) -> bool:
        """Whether the session differs from its file, or has none although there is something to save."""
        return self._state.deeds != self._saved_deeds and self._state.is_worth_keeping

    @property
    def made(self) -> object:
        """What somebody has made in this session, to be compared with what that was before."""
        return self._state.made

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the session's file, or to one that the user chooses; when that has succeeded, call ``then``."""
        if self.path is None:
            self.save_as(then)
        else:
            self.save_to(self.path, then, whatever_is_there=False)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Save to a file that the user chooses; when that has succeeded, call ``then``."""
        chosen = self._dialogs.ask_where(self.tr("Save session"), "session", [self._sessions()])
        if chosen is not None:
            self.save_to(chosen[0], then)

    def save_to(
        self, path: Path, then: Callable[[], object] | None = None, *, whatever_is_there: bool = True
    ) -> None:
        """Begin to save to this file; when that has succeeded, call ``then``.

        What somebody else has written there since this session was there may be kept: then the user is asked.
        """
        self.saving.emit()
        session, deeds, stamp = self._state.to_save(), self._state.deeds, self._stamp

        def work() -> _Saved:
            if not whatever_is_there and stamp_of(path) not in (stamp, None):
                raise UserError(CHANGED, path=path)
            save_session(path, session)
            return _Saved(path, deeds, then, stamp_of(path))

        self._jobs.do(work, self._on_saved, lambda problem: self._on_not_saved(problem, path, then))

    def save_at_the_end(self) -> bool:
        """Save to a file that the user chooses, and wait for it: the window is closed. Say whether it is saved."""
        chosen = self._dialogs.ask_where(self.tr("Save session"), "session", [self._sessions()])
        if chosen is None:
            return False
        try:
            save_session(chosen[0], self._state.to_save())
        except UserError as problem:
            self._dialogs.complain_not_saved(problem)
            return False
        return True

    def open(self) -> None:
        """Open a file that the user chooses; what is not saved yet can be saved first."""
        self.replace_by(self._choose_and_open)

    def replace_by(self, another: Callable[[], object]) -> None:
        """Call ``another``, which puts another session in place of this one; this one can be saved first."""
        button = QMessageBox.StandardButton
        answer = button.Discard if not self.is_modified else self._ask_what_becomes_of_this_one()
        self._given_up = self._state.made
        if answer == button.Discard:
            another()
        elif answer == button.Save:
            self.save(lambda: self.replace_unless_changed(another))

    def replace_unless_changed(self, another: Callable[[], object]) -> None:
        """Call ``another`` as ``replace_by`` does, but ask only if more was made since that was asked for.

        Files are read and saved while somebody may draw.
        """
        if self._state.made == self._given_up:
            another()
        else:
            self.replace_by(another)

    def open_from(self, path: Path) -> None:
        """Begin to open this file."""
        self._given_up = self._state.made
        shelf = self._state.shelf  # here: the thread may outlive this object
        self._jobs.do(
            lambda: (path, stamp_of(path), read_session(path, shelf)),
            lambda opened: self.replace_unless_changed(lambda: self._put(*opened)),
            self._dialogs.complain_not_opened,
            reading=path,
        )

    def take_unsaved(self, read: ReadSession) -> None:
        """Put a session that has no file of its own in place of the one there is."""
        self._state.restore(read)
        self._state.file_has_moments = False
        self.path, self._saved_deeds = None, NEVER_SAVED
        self._given_up = self._state.made
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

    def _ask_what_becomes_of_this_one(self) -> QMessageBox.StandardButton:
        button = QMessageBox.StandardButton
        return QMessageBox.question(
            self._window,
            self.tr("Save this session first?"),
            self.tr("Another session takes the place of this one, whose latest changes are not saved."),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )

    def _choose_and_open(self) -> None:
        path = self._dialogs.ask_what(self.tr("Open session"), self._sessions())
        if path is not None:
            self.open_from(path)

    def _on_saved(self, saved: _Saved) -> None:
        self.path, self._saved_deeds, self._stamp = saved.path, saved.deeds, saved.stamp
        self._tell_saved(saved.path)
        self.changed.emit()
        if saved.then is not None:
            saved.then()

    def _on_not_saved(self, problem: UserError, path: Path, then: Callable[[], object] | None) -> None:
        if problem.code != CHANGED:
            self._dialogs.complain_not_saved(problem)
            return
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Save over it?"),
            as_plain(sentence(problem)),
            button.Save | button.Cancel,
            button.Cancel,
        )
        if answer == button.Save:
            self.save_to(path, then)

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))

    def _put(self, path: Path, stamp: Stamp, read: ReadSession) -> None:
        """Put a session that was read in place of the one there is."""
        self._stamp = stamp
        self._state.restore(read)
        self._state.file_has_moments = any(
            len(run.moments) > len(needed_moments(run)) for run in read.session.runs
        )
        self.path, self._saved_deeds = path, self._state.deeds
        self._given_up = self._state.made
        self.told.emit(self.tr("Opened {path}").format(path=self.path))
        self.changed.emit()

    def _on_drawings_opened(self, read: ReadPages) -> None:
        added = self._sketchbook.add(list(read.pages))
        text = self.tr("Drawings added: {added}")
        if added < read.count:
            text = self.tr("Drawings added: {added} of {all}; a session has no room for more")
        text = text.format(added=whole(added), all=whole(read.count))
        if read.labelled:
            hint = self.tr("{text}. Their labels are left out here; “Add drawings to our digits” takes them too.")
            text = hint.format(text=text)
        self.told.emit(text)

    def _sessions(self) -> Kind:
        return Kind(self.tr("digitpad sessions"), (SUFFIX,))

    def _drawings(self) -> Kind:
        return Kind(self.tr("Drawings"), DRAWINGS_SUFFIXES)


def stamp_of(path: Path) -> Stamp:
    """Return by what a file is known again."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
