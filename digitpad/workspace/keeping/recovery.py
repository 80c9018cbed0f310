"""Keeps unsaved work across a crash or a power cut, and the last sessions for the next time.

While the program runs, what changes is written to a journal in the store: a drawing when the pen has been up for
less than a second, a run's progress every second, and what the class collects at once, as its pen is passed on.
When the program ends properly, the session becomes one of the last ones, which can be opened again; when it does
not, the next start finds it.
"""

import logging
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from digitpad.archives.reading import exists
from digitpad.document.journal import Journal
from digitpad.document.session_file import SavedSession
from digitpad.errors import UserError
from digitpad.workspace.keeping import store
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.session_state import ReadSession, SessionState, with_answering
from digitpad.workspace.keeping.store import Entry
from digitpad.workspace.training.training import State, Training

log = logging.getLogger(__name__)

SOON_MS, TRAINING_MS = 700, 1_000
"""How long a change waits for others before it is written down, and while a run trains."""

AGAIN_MS = 10_000
"""How long after the disk has refused it is tried again, if nothing changes."""

STROKE_MS = 100
"""A stroke under way is waited for."""

ALIVE_MS = 30_000
"""How often the lock is touched, for those who see it from another computer."""


class Recovery(QObject):
    """Writes the session down as it changes, and finds what an earlier program could not put away.

    Attributes:
        last: the sessions of the last times that can be opened again, the newest first.
        replace: calls what puts a session that was read in place of the one there is; or does not, if somebody who
            is asked wants that one to stay, as it has changed since.

    Signals:
        written(): what was there a moment ago is on the disk.
        unkept(UserError): what is there now cannot be kept, and why; told at each attempt.
        found(Entry): there is work that was not put away; the next is told once this one is taken or discarded.
        loaded(ReadSession): the session that was asked for.
        failed(UserError): why it could not be read.
        last_changed(): there are other last sessions.
    """

    written = Signal()
    unkept = Signal(object)
    found = Signal(object)
    loaded = Signal(object)
    failed = Signal(object)
    last_changed = Signal()

    def __init__(
        self,
        folder: Path,
        state: SessionState,
        training: Training,
        jobs: FileJobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.last: list[Entry] = []
        self.replace: Callable[[Callable[[], object]], object] = lambda put: put()
        self._folder = folder
        self._state = state
        self._training = training
        self._jobs = jobs
        self._own = folder / uuid.uuid4().hex
        self._journal = Journal(self._own)
        self._lock: QLockFile | None = None
        self._revision = state.revision
        self._writing = False
        self._hurries = False
        self._taken_at: int | None = None  # the revision from which on what was found is in this session
        self._opened: Entry | None = None  # of the last ones: this session, until it changes
        self._orphan: tuple[Entry, QLockFile] | None = None
        self._passed_over: set[Path] = set()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._write_soon)
        self._at_once = QTimer(self, singleShot=True)
        self._at_once.timeout.connect(self.write)  # once all that belongs to a change is told
        self._alive = QTimer(self)
        self._alive.setInterval(ALIVE_MS)
        self._alive.timeout.connect(self._show_alive)
        state.changed.connect(self._note)
        state.collected.connect(self._hurry)

    @property
    def has_last(self) -> bool:
        """Whether there is a last session to open again."""
        return bool(self.last)

    def look_for_last(self) -> None:
        """Ask the disk which last sessions there are."""

        def work() -> list[Entry]:
            return [entry for entry in store.entries(self._folder) if entry.summary is not None]

        self._jobs.do(work, self._on_last, self.failed.emit, reading=self._folder)

    def write(self) -> None:
        """Begin to write down what has changed, if there is anything worth it."""
        self._soon.stop()
        if self._writing or self._state.revision == self._revision or not self._state.is_worth_keeping:
            return
        self._writing, self._hurries = True, False
        revision, session = self._state.revision, self._state.collect()

        def work() -> int:
            self._write(session)
            return revision

        self._jobs.do(work, self._on_written, self._on_not_written)

    def look(self) -> None:
        """Look for work that was not put away; it is offered by ``found``, the newest first."""
        if self._orphan is None:
            self._jobs.do(self._find, self._on_found, self.failed.emit, reading=self._folder)

    def take(self) -> None:
        """Load the work that was found; it stays until this session has been written down."""
        if self._orphan is not None:
            entry = self._orphan[0]
            loaded = partial(self._on_found_loaded, entry)
            self._jobs.do(lambda: self._read(entry), loaded, self._on_found_damaged, reading=entry.path)

    def discard(self) -> None:
        """Delete the work that was found."""
        self._let_go(lambda entry: entry.delete())

    def open_last(self, entry: Entry | None = None) -> None:
        """Load one of the sessions of the last times, the newest if none is named."""
        chosen = entry or (self.last[0] if self.last else None)
        if chosen is not None:
            loaded = partial(self._on_last_loaded, chosen)
            self._jobs.do(lambda: self._read(chosen), loaded, self.failed.emit, reading=chosen.path)

    @property
    def _is_new(self) -> bool:
        """Whether the store lacks what there is now: also a last session that others have pushed out since."""
        is_other = self._lock is not None or self._state.revision != self._revision
        return is_other or (self._opened is not None and not exists(self._opened.path))

    def put_away(self) -> UserError | None:
        """The program ends properly: keep this session as the last one. Takes as long as writing what is new.

        Returns the problem if the disk refuses; then at least what was written before stays.
        """
        for timer in (self._soon, self._at_once, self._alive):
            timer.stop()
        if self._state.is_worth_keeping and self._is_new:
            try:
                self._write(self._state.collect())
                store.put_away(self._own, self._state.summary())
            except UserError as error:
                log.warning("the last session was not kept: %s", error)
                return error
        elif self._lock is not None:
            Entry(self._own, 0.0).delete()
        if self._lock is not None:
            self._lock.unlock()
        if self._orphan is not None:
            entry, lock = self._orphan
            if self._taken_at is not None:
                entry.delete()
            lock.unlock()  # else it is offered again the next time
        store.thin(self._folder)
        return None

    def _note(self) -> None:
        wait = TRAINING_MS if self._training.state is State.TRAINING else SOON_MS
        if not self._soon.isActive() or self._soon.remainingTime() > wait:
            self._soon.start(wait)

    def _hurry(self) -> None:
        self._hurries = True
        self._at_once.start()

    def _write_soon(self) -> None:
        if self._state.is_growing:
            self._soon.start(STROKE_MS)
        else:
            self.write()

    def _write(self, session: SavedSession) -> None:
        """Write the session to this program's own journal. Raises UserError."""
        if self._lock is not None and not exists(self._own / store.LOCK):  # deleted: the journal is nobody's then
            self._lock = None  # before there is another, which would go with it
        if self._lock is None:
            self._lock = store.begin(self._own)
        self._journal.write(session)

    def _show_alive(self) -> None:
        def work() -> None:
            with suppress(OSError):
                os.utime(self._own / store.LOCK)

        self._jobs.do(work, lambda _: None, self.failed.emit)

    def _find(self) -> tuple[Entry, QLockFile] | None:
        """Return the newest entry that nobody put away and that nobody else has, with a lock on it."""
        for entry in store.entries(self._folder):
            if entry.summary is None and entry.path not in (self._own, *self._passed_over):
                lock = entry.claim()
                if lock is not None:
                    return entry, lock
        return None

    def _read(self, entry: Entry) -> ReadSession:
        read = with_answering(entry.read(self._state.shelf))
        self._journal.borrowed = entry.folder
        return read

    def _let_go(self, of_it: Callable[[Entry], object]) -> None:
        """Do something with the work that was found, and look for more."""
        if self._orphan is None:
            return
        (entry, lock), self._orphan = self._orphan, None

        def work() -> None:
            of_it(entry)
            lock.unlock()

        self._jobs.do(work, lambda _: self.look(), self.failed.emit)

    def _on_last(self, last: list[Entry]) -> None:
        if last != self.last:
            self.last = last
            self.last_changed.emit()

    def _on_found(self, found: tuple[Entry, QLockFile] | None) -> None:
        if found is not None:
            self._orphan = found
            self.found.emit(found[0])

    def _on_written(self, revision: int) -> None:
        self._writing = False
        self._revision = revision
        if not self._alive.isActive():
            self._alive.start()
        if self._taken_at is not None and revision >= self._taken_at:  # it is in this session's journal now
            self._taken_at = None
            self.discard()
        self.written.emit()
        if self._taken_at is not None or self._hurries:  # what was written just now had been collected before
            self.write()
        elif self._state.revision != revision:
            self._note()

    def _on_not_written(self, problem: UserError) -> None:
        self._writing = False
        log.warning("unsaved work cannot be kept: %s", problem)
        self._soon.start(AGAIN_MS)
        self.unkept.emit(problem)

    def _load(self, entry: Entry, read: ReadSession) -> None:
        self.loaded.emit(read)
        if (lost := read.lost_of(entry.path)) is not None:
            self.failed.emit(lost)

    def _on_found_loaded(self, entry: Entry, read: ReadSession) -> None:
        def put() -> None:
            # A double click reads it twice; by then the next one may be offered, which must not go for it.
            if self._taken_at is None and self._orphan is not None and self._orphan[0] is entry:
                self._load(entry, read)
                self._taken_at = self._state.revision
                self.write()

        self.replace(put)

    def _on_found_damaged(self, problem: UserError) -> None:
        """Say so, leave it where it is, and offer the next."""
        self.failed.emit(problem)
        self._let_go(lambda entry: self._passed_over.add(entry.path))

    def _on_last_loaded(self, entry: Entry, read: ReadSession) -> None:
        def put() -> None:
            self._load(entry, read)
            if self._lock is None:  # it lies in the store as it is, until it is changed
                self._soon.stop()
                self._revision = self._state.revision
                self._opened = entry

        self.replace(put)
