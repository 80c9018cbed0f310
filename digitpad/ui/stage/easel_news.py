"""Shows what is on the easel, and says what came of pictures that were chosen."""

from PySide6.QtCore import QObject

from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.canvas.sight_panel import SightPanel
from digitpad.ui.stage.training_news import TrainingNews
from digitpad.ui.transport.status_line import StatusLine
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.pictures.digits_texts import left_out
from digitpad.workspace.workspace import Workspace


class EaselNews(QObject):
    """Follows the easel, its digits and stray dots, the sketchbook's place, and batches of chosen pictures."""

    def __init__(
        self, workspace: Workspace, canvas: Canvas, sight: SightPanel, status: StatusLine, news: TrainingNews
    ) -> None:
        super().__init__(canvas)
        self._easel = workspace.easel
        self._book = workspace.sketchbook
        self._digits = workspace.easel.digits
        self._recognizer = workspace.recognizer
        self._collector = workspace.collector
        self._strays = 0
        self._batch = ""
        self._canvas = canvas
        self._sight = sight
        self._status = status
        workspace.easel.changed.connect(self._show)
        workspace.easel.failed.connect(news.complain)
        workspace.sketchbook.changed.connect(self._show_place)
        workspace.recognizer.recognized.connect(self._show_digits)
        workspace.collector.changed.connect(self._show_anew)
        self._digits.changed.connect(self._say_strays)
        sight.digits.chosen.connect(self._digits.choose)
        workspace.chosen_batch.begun.connect(self._say_batch)
        workspace.undo_training.undone.connect(self._take_back_batch)

    def _show(self) -> None:
        self._canvas.show_exhibit(self._easel.exhibit, tells=self._easel.tells)
        self._show_place()

    def _show_place(self) -> None:
        """Say which drawing is on the canvas; none is to be seen behind a picture."""
        self._sight.show_place(*((0, 0) if self._easel.exhibit is not None else self._book.shown))

    def _show_digits(self, recognition: Recognition | None) -> None:
        """Mark digits and stray dots; while the class collects no answer shall sway the hand.

        A second digit is marked when the pen is up: until then it may be the bar of a five.
        """
        is_silent = self._collector.is_collecting
        if recognition is not None and self._easel.board.is_drawing and recognition.division.ended < 2:
            recognition = recognition.alone()
        self._canvas.show_digits(recognition, is_silent=is_silent)
        self._show_place()  # a drawing that has just been begun has one
        had_focus = self._sight.digits.has_focus
        self._sight.show_digits(recognition, is_silent=is_silent)
        if had_focus and not self._sight.digits.has_focus:  # lest Space be told the eraser, which is next
            self._canvas.setFocus()

    def _show_anew(self) -> None:
        self._show_digits(self._recognizer.answer())

    def _say_strays(self) -> None:
        before, self._strays = self._strays, len(self._digits.now().strays)
        if self._strays > before:
            self._status.tell(left_out(self._strays))
        elif self._strays < before:  # whoever has just removed them need not read how
            self._status.take_back(left_out(before))

    def _say_batch(self, count: int, chosen: int) -> None:
        if count < chosen:
            form = self.tr(
                "A batch by hand has at most {most} pictures: it is the first of the %Ln chosen picture(s).",
                "",
                chosen,
            )
            self._batch = form.format(most=count)
        else:
            self._batch = self.tr("%Ln chosen picture(s) are the batch; Undo training takes it back.", "", count)
        self._status.tell(self._batch)

    def _take_back_batch(self) -> None:
        self._status.take_back(self._batch)
