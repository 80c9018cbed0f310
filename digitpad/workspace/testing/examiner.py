"""Has networks answer to whole sets of pictures, on a thread of its own; of all questions the newest counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Images, Labels
from digitpad.data.mnist import load_dataset
from digitpad.document.classroom.class_pictures import picture_of
from digitpad.document.picture_set import PictureSet, Source, mnist_test, mnist_train_sample, of_drawings
from digitpad.drawing.stroke_files import read_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError, GivenUpError, UserError
from digitpad.network.judging import Judgement, judge
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.inquiry import Inquiry, Wanted
from digitpad.workspace.testing.halves import judge_in_halves

Entries = Sequence[LabelledDrawing]
Judge = Callable[[Snapshot, Images, Labels, Wanted], Judgement | None]

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
        self._asked: Question | None = None
        self._inquiry = Inquiry(self)
        self._drawn: dict[Drawing, Images] = {}

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._inquiry.is_quiet

    def problem_of(self, source: Source) -> UserError | None:
        """Return why the newest question, if it was about this set, could not be answered; None if it was."""
        return self._problem[1] if self._problem is not None and self._problem[0].source is source else None

    def ask(self, question: Question, *, alone: bool = False) -> None:
        """Find this out; what was asked for before and is not known yet is not wanted any more.

        ``alone`` if nothing trains, so that a second core is free.
        """
        if question.is_same(self._asked):
            return
        self.give_up()
        known = self._known.answer(question)
        if known is not None:
            self.findings, self._problem = known, None
            self.found.emit()
            return
        self._asked = question
        judges = judge_in_halves if alone else judge
        self._inquiry.ask(
            lambda wanted: self._answer(question, judges, wanted, self.findings),
            lambda found: self._take(question, found),
        )

    def give_up(self) -> None:
        """Nobody waits for an answer any more."""
        self._asked = None
        self._inquiry.give_up()

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._inquiry.shut_down()

    def _answer(self, question: Question, judges: Judge, wanted: Wanted, known: Findings | None) -> Findings:
        """Answer on the thread, with what is known already. Raises GivenUpError once nobody waits for it."""
        same = known if known is not None and question.is_about(known.question) else None
        pictures = self._pictures(question, wanted) if same is None else same.pictures

        def judged(snapshot: Snapshot) -> Judgement:
            if same is not None and same.question.snapshot is snapshot:
                return same.judgement
            if same is not None and same.other is not None and same.question.other is snapshot:
                return same.other
            judgement = judges(snapshot, pictures.pictures.images, pictures.pictures.labels, wanted)
            if judgement is None:
                raise GivenUpError
            return judgement

        other = None if question.other is None else judged(question.other)
        return Findings(question, pictures, judged(question.snapshot), other)

    def _pictures(self, question: Question, wanted: Wanted) -> PictureSet:
        source, entries = question.source, question.entries
        if source is Source.MNIST_TEST:
            return mnist_test(load_dataset())
        if source is Source.MNIST_TRAIN:
            return mnist_train_sample(load_dataset())
        made: dict[Drawing, Images] = {}
        pictures = of_drawings(source, entries, _remembering(self._drawn, made, wanted))
        self._drawn = made  # this thread is the only one, and what is not drawn any more is forgotten
        return pictures

    def _take(self, question: Question, found: object) -> None:
        self._asked = None
        self._problem = (question, found) if isinstance(found, UserError) else None
        if isinstance(found, Findings):
            self.findings = found
            self._known.keep(found)
        self.found.emit()


def _remembering(
    known: dict[Drawing, Images], made: dict[Drawing, Images], wanted: Wanted
) -> Callable[[Drawing], Images]:
    """Return what makes a drawing's picture, unless it is known already: of 2,000 all but one mostly are."""

    def picture(drawing: Drawing) -> Images:
        if not wanted():
            known.update(made)  # it is not for nothing: whoever asks next has these already
            raise GivenUpError
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
