"""The session as a value: collected from the program's state, and put back into it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitpad.document.classroom.class_pictures import picture_of
from digitpad.document.session_file import MAX_RUNS, SavedSession, load_session
from digitpad.errors import DataFileError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.best import needed_moments
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.sketchbook import Sketchbook
from digitpad.workspace.keeping.store import Summary
from digitpad.workspace.queue.run_queue import RunQueue
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.training import Training


@dataclass(frozen=True)
class ReadSession:
    """A session read from a file: its runs' weights on the shelf, those that shall answer at hand."""

    session: SavedSession
    answering: Snapshot | None = None

    def lost_of(self, path: Path) -> DataFileError | None:
        """Return what is to be said of the runs that a journal has lost; None if there are none."""
        lost, kept = self.session.lost, len(self.session.runs)
        return DataFileError("runs-lost", path=path, count=lost, runs=lost + kept) if lost else None


def read_session(path: Path, shelf: Shelf) -> ReadSession:
    """Read a session file; for a thread that may wait. Raises what ``load_session`` raises."""
    return with_answering(load_session(path, shelf))


def with_answering(session: SavedSession) -> ReadSession:
    """Have at hand what shall answer; for a thread that may wait. Raises OSError for a shelf."""
    return ReadSession(session, None if session.answering is None else session.runs[session.answering].snapshot)


class SessionState(QObject):
    """Knows what belongs to a session, and when it has changed.

    Attributes:
        revision: counts the changes; what was written at this revision is still all there is.
        deeds: counts what somebody has done, or a run by going on, but not what is found out about one that rests.
        saves_moments: whether sessions' files have their runs' moments too.
        file_has_moments: whether the file that was opened has them: then it keeps them, whatever is usual.

    Signals:
        changed(): something that is saved is another one now.
        collected(): the class has other digits now, which nobody would draw again; told after ``changed``.
    """

    changed = Signal()
    collected = Signal()

    def __init__(
        self,
        board: Board,
        runs: RunList,
        sketchbook: Sketchbook,
        class_drawings: ClassDrawings,
        network: AnsweringNetwork,
        draft: Draft,
        training: Training,
        queue: RunQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.revision = 0
        self.deeds = 0
        self.saves_moments = False
        self.file_has_moments = False
        self._board = board
        self._runs = runs
        self._sketchbook = sketchbook
        self._class = class_drawings
        self._network = network
        self._draft = draft
        self._training = training
        self._queue = queue
        runs.acted.connect(self._count_deed)  # told before ``changed``
        runs.changed.connect(self._note)
        for changed in (sketchbook.changed, board.drawing_changed, draft.changed, queue.changed):
            changed.connect(self._note_deed)
        class_drawings.changed.connect(self._note_collected)

    @property
    def shelf(self) -> Shelf:
        """Where the weights of a session that is read can lie."""
        return self._runs.shelf

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything that somebody made: a run, one that waits, or a drawing."""
        made = self._runs.runs or self._queue.entries or self._sketchbook.pages or self._board.drawing
        return bool(made or self._class.content)

    @property
    def made(self) -> object:
        """What somebody has made, to be compared: runs, plans, drawings; that a run goes on changes none of it."""
        pages, _ = self._sketchbook.with_canvas()
        return tuple(self._runs.runs), tuple(self._queue.waiting), tuple(pages), self._class.content

    @property
    def is_growing(self) -> bool:
        """Whether somebody is in the middle of a stroke."""
        return self._board.has_gesture

    def summary(self) -> Summary:
        """Return what there is, in short."""
        pages, place = self._sketchbook.with_canvas()
        picture = b""
        if place < len(pages):
            picture = picture_of(pages[place]).tobytes()
        trained = sum(run.is_trained for run in self._runs.runs)
        return Summary(trained, len(pages), picture, len(self._class))

    def collect(self) -> SavedSession:
        """Return the session as it is now.

        What can still change is copied, so that the value may be written by another thread.
        """
        runs = [run for run in self._runs.runs if run.is_trained][-MAX_RUNS:]
        pages, place = self._sketchbook.with_canvas()
        return SavedSession(
            runs=tuple(map(self._runs.for_file, runs)),
            drawings=tuple(pages),
            page=min(place, max(len(pages) - 1, 0)),
            recipe=self._draft.recipe,
            current=_place(runs, self._runs.current),
            answering=_place(runs, self._network.now.run),
            class_set=self._class.content,
            queue=self._queue.kept(runs),
        )

    def to_save(self) -> SavedSession:
        """Return what a file shall have of the session as it is now: moments only if wanted, or needed."""
        session = self.collect()
        if self.saves_moments or self.file_has_moments:
            return session
        return replace(
            session,
            runs=tuple(replace(run, moments=needed_moments(run)) if run.moments else run for run in session.runs),
        )

    def restore(self, read: ReadSession) -> None:
        """Put a session in place of the one there is; a run under way is stopped."""
        session = read.session
        self._training.stop_at_once()  # nothing that it still says may be taken for the other session's
        runs = list(session.runs)
        self._draft.write(session.recipe)
        self._runs.put(runs, None if session.current is None else runs[session.current])
        self._queue.put(session.queue, runs)
        self._sketchbook.put(list(session.drawings), session.page)
        self._class.put(session.class_set)
        if session.answering is not None and read.answering is not None:
            self._network.take_run(runs[session.answering], read.answering)
        elif self._network.now.run is not None:
            self._network.reset(session.recipe)
        self.changed.emit()

    def _count_deed(self) -> None:
        self.deeds += 1

    def _note_deed(self) -> None:
        self._count_deed()
        self._note()

    def _note(self) -> None:
        self.revision += 1
        self.changed.emit()

    def _note_collected(self) -> None:
        self._note_deed()
        self.collected.emit()


def _place(runs: list[Run], run: Run | None) -> int | None:
    return next((place for place, other in enumerate(runs) if other is run), None)
