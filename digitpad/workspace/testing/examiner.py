"""Has networks answer to whole sets of pictures, on a thread of its own; of all questions the newest counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Images
from digitpad.data.mnist import load_dataset
from digitpad.document.classroom.class_pictures import picture_of
from digitpad.document.picture_set import PictureSet, Source, mnist_test, mnist_train_sample, of_drawings
from digitpad.drawing.stroke_files import read_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError, UserError
from digitpad.network.judging import Judgement, judge
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.worker import Worker

Entries = Sequence[LabelledDrawing]

MOST_KNOWN, MOST_BYTES = 24, 64_000_000
"""Answers that are kept at most: the moments of a run, and those of one that it is compared with; and what
they may take, the networks that they are of included."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is to be found out: how one network, or two, read a set.

    ``entries`` are the drawings of a set that is made of some, () for MNIST's.
    """

    source: Source
    entries: Entries
    snapshot: Snapshot
    other: Snapshot | None = None

    def is_about(self, question: "Question | None") -> bool:
        """Whether another one is about the same pictures and labels."""
        return question is not None and self.source is question.source and self.entries is question.entries

    def is_same(self, question: "Question | None") -> bool:
        """Whether another one would be answered alike."""
        return (
            question is not None
            and self.is_about(question)
            and self.snapshot is question.snapshot
            and self.other is question.other
        )


@dataclass(frozen=True, eq=False)
class Findings:
    """The answer to a question: the pictures, and what one network, or two, made of them."""

    question: Question
    pictures: PictureSet
    judgement: Judgement
    other: Judgement | None = None


class _Known:
    """Findings of late, so that whoever returns to a network need not wait: of a moment, of a run."""

    def __init__(self) -> None:
        self._found: list[Findings] = []

    def keep(self, found: Findings) -> None:
        """Keep an answer; the oldest make room for it."""
        self._found.append(found)
        while len(self._found) > MOST_KNOWN or sum(map(_bytes, self._found)) > MOST_BYTES:
            del self._found[0]

    def answer(self, question: Question) -> Findings | None:
        """Return what is known of a question, None if that is nothing; findings of other labels are let go."""
        others = [found for found in self._found if found.question.source is question.source]
        for found in others:
            if not question.is_about(found.question):
                self._found.remove(found)
        return next((found for found in self._found if question.is_same(found.question)), None)


def _bytes(found: Findings) -> int:
    snapshots = [snapshot for snapshot in (found.question.snapshot, found.question.other) if snapshot is not None]
    judgements = [judgement for judgement in (found.judgement, found.other) if judgement is not None]
    of_networks = sum(array.nbytes for snapshot in snapshots for array in snapshot.weights)
    return of_networks + sum(judgement.probabilities.nbytes for judgement in judgements)


class GaveUpError(Exception):
    """Something newer is wanted."""


@dataclass(eq=False)
class _Task:
    question: Question
    is_wanted: bool = True


class Examiner(QObject):
    """Answers questions.

    Attributes:
        findings: the newest answer, None before it.

    Signals:
        found(): there is another answer now, or a reason why there is none.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self._known = _Known()
        self._problem: tuple[Question, UserError] | None = None
        self._waiting: _Task | None = None
        self._worker: Worker | None = None
        self._task: _Task | None = None
        self._drawn: dict[Drawing, Images] = {}
        self._closed = False

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    def problem_of(self, source: Source) -> UserError | None:
        """Return why the newest question, if it was about this set, could not be answered; None if it was."""
        return self._problem[1] if self._problem is not None and self._problem[0].source is source else None

    def ask(self, question: Question) -> None:
        """Find this out; what was asked for before and is not known yet is not wanted any more."""
        if self._task is not None and self._task.is_wanted and question.is_same(self._task.question):
            self._waiting = None
            return
        self.give_up()
        known = self._known.answer(question)
        if known is not None:
            self.findings, self._problem = known, None
            self.found.emit()
            return
        self._waiting = _Task(question)
        self._begin()

    def give_up(self) -> None:
        """Nobody waits for an answer any more."""
        self._waiting = None
        if self._task is not None:
            self._task.is_wanted = False

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._closed = True
        self.give_up()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()

    def _begin(self) -> None:
        if self._worker is not None or self._waiting is None or self._closed:
            return
        task, self._waiting = self._waiting, None
        known = self.findings

        def work(_worker: Worker) -> object:
            try:
                return self._answer(task, known)
            except GaveUpError:
                return None

        self._task = task
        self._worker = Worker(task, work, lambda problem: problem, "job-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def _answer(self, task: _Task, known: Findings | None) -> Findings:
        """Answer on the thread, with what is known already."""
        question = task.question
        same = known if known is not None and question.is_about(known.question) else None
        pictures = self._pictures(task) if same is None else same.pictures

        def judged(snapshot: Snapshot) -> Judgement:
            if same is not None and same.question.snapshot is snapshot:
                return same.judgement
            if same is not None and same.other is not None and same.question.other is snapshot:
                return same.other
            judgement = judge(snapshot, pictures.pictures.images, pictures.pictures.labels, lambda: task.is_wanted)
            if judgement is None:
                raise GaveUpError
            return judgement

        other = None if question.other is None else judged(question.other)
        return Findings(question, pictures, judged(question.snapshot), other)

    def _pictures(self, task: _Task) -> PictureSet:
        source, entries = task.question.source, task.question.entries
        if source is Source.MNIST_TEST:
            return mnist_test(load_dataset())
        if source is Source.MNIST_TRAIN:
            return mnist_train_sample(load_dataset())
        made: dict[Drawing, Images] = {}
        pictures = of_drawings(source, entries, _remembering(self._drawn, made, lambda: task.is_wanted))
        self._drawn = made  # this thread is the only one, and what is not drawn any more is forgotten
        return pictures

    def _on_report(self, task: object, result: object) -> None:
        worker, self._worker = self._worker, None
        if worker is None:  # it was waited for in the meantime
            return
        worker.wait()
        worker.deleteLater()
        self._task = None
        if isinstance(task, _Task) and task.is_wanted:
            self._problem = (task.question, result) if isinstance(result, UserError) else None
            if isinstance(result, Findings):
                self.findings = result
                self._known.keep(result)
            self.found.emit()
        self._begin()


def _remembering(
    known: dict[Drawing, Images], made: dict[Drawing, Images], wanted: Callable[[], bool]
) -> Callable[[Drawing], Images]:
    """Return what makes a drawing's picture, unless it is known already: of 2,000 all but one mostly are."""

    def picture(drawing: Drawing) -> Images:
        if not wanted():
            known.update(made)  # it is not for nothing: whoever asks next has these already
            raise GaveUpError
        found = known.get(drawing)
        made[drawing] = picture_of(drawing) if found is None else found
        return made[drawing]

    return picture


def labelled(path: Path) -> Entries:
    """Return a file's drawings, of which some have a label. Raises DataFileError for any other file."""
    entries = tuple(read_drawings(path))
    if all(entry.label is None for entry in entries):
        raise DataFileError("no-labels", path=path)
    return entries
