"""What is on the easel: the canvas, or a picture that hangs in front of it. The one place that decides."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from digitpad.data.mnist import Dataset, load_dataset
from digitpad.drawing.strokes import Drawing
from digitpad.errors import UserError
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.digits import Digits
from digitpad.workspace.easel.exhibit import Exhibit, SetPicture
from digitpad.workspace.keeping.file_jobs import FileJobs

LabelOf = Callable[[Drawing], int | None]


class Easel(QObject):
    """Hangs a picture in front of the canvas, and takes it away again.

    What hangs there is looked at, and no more: it belongs to no drawing, no file and no history of changes.
    Whatever somebody does to the drawing takes it away first, so that nobody changes what cannot be seen. The
    drawing behind it stays as it is, and a stroke goes on with that one: what only hung in front of a drawing
    must not cost it.

    Attributes:
        board: the canvas's drawing.
        digits: the digits that it is taken apart into.
        exhibit: the picture in front of it; None if there is none.
        tells: whether the picture's number and label are said with it. A class guesses first.

    Signals:
        changed(): another picture hangs there, or none any more, or it tells more or less of itself.
        failed(UserError): a picture was asked for that cannot be had.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, board: Board, jobs: FileJobs, label_of: LabelOf, parent: QObject | None = None) -> None:
        """``label_of`` says by which label one of the class's drawings goes now; None if it is none of theirs."""
        super().__init__(parent)
        self.board = board
        self.digits = Digits(board, self)
        self.exhibit: Exhibit | None = None
        self.tells = False
        self._jobs, self._label_of = jobs, label_of
        self._is_awaited = False
        self._mnist: Dataset | None = None
        board.touched.connect(self.take_down)

    @property
    def has_digits(self) -> bool:
        """Whether more than one digit is to be seen."""
        return self.exhibit is None and len(self.digits.now().digits) > 1

    @property
    def has_strays(self) -> bool:
        """Whether stray dots are to be seen beside what is drawn."""
        return self.exhibit is None and bool(self.digits.now().strays)

    def hang(self, exhibit: Exhibit) -> None:
        """Hang a picture in front of the canvas; a gesture under way there is at its end."""
        self.board.release()
        self._is_awaited = False
        self._set(exhibit)

    def hang_any(self) -> None:
        """Hang one of MNIST's test images, each time another, as soon as MNIST is read.

        Whoever draws in the meantime wants the canvas, and gets no picture.
        """
        self._is_awaited = True
        if self._mnist is not None:  # no picture waits behind a file that is saved to a slow drive
            self._hang_any_of(self._mnist)
        else:
            self._jobs.do(load_dataset, self._hang_any_of, self._fail)

    def take_down(self) -> None:
        """Let the canvas be seen again."""
        self._is_awaited = False
        if self.exhibit is not None:
            self._set(None)

    def follow_labels(self) -> None:
        """Let a picture of the class go by the label that it has now, or take it down if it has none any more.

        What was pushed comes down too: it was pushed away from another answer.
        """
        shown = self.exhibit
        if shown is None or shown.drawing is None:
            return
        label = self._label_of(shown.drawing)
        if label == shown.label:
            return
        if label is None or not isinstance(shown, SetPicture):
            self.take_down()
        else:
            self.hang(replace(shown, label=label))

    def set_tells(self, on: bool) -> None:
        """Say the picture's number and label with it, or let the class guess."""
        if on != self.tells:
            self.tells = on
            self.changed.emit()

    def _hang_any_of(self, dataset: Dataset) -> None:
        self._mnist = dataset
        if not self._is_awaited:
            return
        place = secrets.randbelow(len(dataset.test_labels))
        self.hang(SetPicture(dataset.test_images[place], int(dataset.test_labels[place]), place + 1))

    def _fail(self, problem: UserError) -> None:
        self._is_awaited = False
        self.failed.emit(problem)

    def _set(self, exhibit: Exhibit | None) -> None:
        self.exhibit = exhibit
        self.board.is_covered = exhibit is not None
        self.changed.emit()
