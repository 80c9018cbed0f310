"""Keeps unsaved work across a crash or a power cut, and the last session for the next time.

While the program runs, the session is written to a file of its own every 30 seconds, and a second after each run
or pause, if it has changed. A lock beside the file tells whether the program that wrote it still lives. When it
ends properly the file becomes the last session, which can be opened again; when it does not, the next start finds
the file.
"""

import errno
import logging
import os
import time
import uuid
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from digitpad.archives.writing import not_saved
from digitpad.document.session_file import SUFFIX, save_session
from digitpad.errors import DataFileError, UserError
from digitpad.runs.events import Ended
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.session_state import ReadSession, SessionState, read_session
from digitpad.workspace.training.training import Training

log = logging.getLogger(__name__)

INTERVAL_MS = 30_000
AFTER_RUN_MS = 1_000
"""After a run's end, or pause: a teacher who steps from batch to batch is not to wait for the disk each time."""

HALF_WRITTEN_SECONDS = 24 * 3600
LAST = f"last{SUFFIX}"
LOCK_SUFFIX = ".lock"


class Recovery(QObject):
    """Writes the session down again and again, and finds what an earlier program could not put away.

    Signals:
        written(): what was there a moment ago is on the disk.
        unkept(UserError): what is there now cannot be kept, and why; told at each attempt.
        found(Path, float): there is work that was not put away: its file, and when it was written, in seconds
            since 1970.
        loaded(ReadSession): the session that was asked for.
        failed(UserError): why it could not be read.
    """

    written = Signal()
    unkept = Signal(object)
    found = Signal(object, float)
    loaded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        folder: Path,
        state: SessionState,
        training: Training,
        jobs: FileJobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._state = state
        self._jobs = jobs
        self.has_last = False
        self._path = folder / f"{uuid.uuid4().hex}{SUFFIX}"
        self._lock: QLockFile | None = None
        self._revision = state.revision
        self._writing = False
        self._taken_at: int | None = None  # the revision from which on what was found is in this session
        self._orphan: tuple[Path, QLockFile] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.write)
        self._timer.start()
        self._after_run = QTimer(self)
        self._after_run.setSingleShot(True)
        self._after_run.setInterval(AFTER_RUN_MS)
        self._after_run.timeout.connect(self.write)
        training.reported.connect(self._follow)
        self.look_for_last()

    def look_for_last(self) -> None:
        """Ask the disk whether there is a last session to open again."""
        with suppress(OSError):
            self.has_last = (self._folder / LAST).is_file()

    def _follow(self, _: object, event: object) -> None:
        if isinstance(event, Ended):
            self._after_run.start()

    def write(self) -> None:
        """Begin to write the session down, if it has changed and there is anything in it."""
        if self._writing or self._state.revision == self._revision or not self._state.is_worth_keeping:
            return
        try:
            self._prepare()
        except UserError as problem:
            self._tell_unkept(problem)
            return
        self._writing = True
        revision, session, path = self._state.revision, self._state.collect(), self._path

        def work() -> int:
            save_session(path, session)
            return revision

        self._jobs.do(work, self._on_written, self._on_not_written)

    def look(self) -> None:
        """Look for work that was not put away; it is offered by ``found``, the newest first."""
        self._sweep()
        for path in self._newest_first():
            lock = QLockFile(str(path) + LOCK_SUFFIX)
            lock.setStaleLockTime(0)  # only the end of the program that holds it frees a lock
            if lock.tryLock(0):
                with suppress(OSError):
                    self._orphan = (path, lock)
                    self.found.emit(path, path.stat().st_mtime)
                    return

    def take(self) -> None:
        """Load the work that was found; its file stays until this session is put away."""
        if self._orphan is not None:
            path = self._orphan[0]
            self._jobs.do(lambda: read_session(path, self._state.shelf), self._on_found_loaded, self.failed.emit)

    def discard(self) -> None:
        """Delete the work that was found."""
        if self._orphan is not None:
            (path, lock), self._orphan = self._orphan, None
            with suppress(OSError):
                path.unlink(missing_ok=True)
            lock.unlock()

    def open_last(self) -> None:
        """Load the session of the last time."""
        path = self._folder / LAST
        self._jobs.do(lambda: read_session(path, self._state.shelf), self.loaded.emit, self.failed.emit)

    def put_away(self) -> UserError | None:
        """The program ends properly: keep this session as the last one. Takes as long as writing it.

        Returns the problem if the disk refuses; then at least the file for crashes stays.
        """
        self._timer.stop()
        self._after_run.stop()
        if self._state.is_worth_keeping:
            try:
                self._prepare()
                save_session(self._folder / LAST, self._state.collect())
            except UserError as error:
                log.warning("the last session was not kept: %s", error)
                return error
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
        if self._taken_at is not None:
            self.discard()
        elif self._orphan is not None:  # it is offered again the next time
            self._orphan[1].unlock()
        return None

    def _prepare(self) -> None:
        """Have the folder and the lock. Raises UserError if this session cannot be kept there."""
        if self._lock is not None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_saved(self._folder, error) from error
        lock = QLockFile(str(self._path) + LOCK_SUFFIX)
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            raise DataFileError("not-saved", path=self._path, reason=os.strerror(errno.EACCES))
        self._lock = lock

    def _tell_unkept(self, problem: UserError) -> None:
        log.warning("unsaved work cannot be kept: %s", problem)
        self.unkept.emit(problem)

    def _sweep(self) -> None:
        """Delete what killed programs left half-written: nobody is writing it any more after a day."""
        with suppress(OSError):
            for path in self._folder.glob(".*.part"):
                if time.time() - path.stat().st_mtime > HALF_WRITTEN_SECONDS:
                    path.unlink(missing_ok=True)

    def _newest_first(self) -> list[Path]:
        try:
            files = [
                path for path in self._folder.glob(f"*{SUFFIX}") if path not in (self._path, self._folder / LAST)
            ]
            return sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
        except OSError:
            return []

    def _on_written(self, revision: int) -> None:
        self._writing = False
        self._revision = revision
        if self._taken_at is not None and revision >= self._taken_at:  # it is in this session's file now
            self._taken_at = None
            self.discard()
        self.written.emit()
        if self._taken_at is not None:  # what was written just now had been collected before
            self.write()

    def _on_not_written(self, problem: UserError) -> None:
        self._writing = False
        self._tell_unkept(problem)

    def _on_found_loaded(self, read: ReadSession) -> None:
        self.loaded.emit(read)
        self._taken_at = self._state.revision
        self.write()
