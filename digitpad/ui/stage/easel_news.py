"""Shows what is on the easel, and says what came of pictures that were chosen."""

from PySide6.QtCore import QObject

from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.canvas.sight_panel import SightPanel
from digitpad.ui.stage.training_news import TrainingNews
from digitpad.ui.transport.status_line import StatusLine
from digitpad.workspace.workspace import Workspace


class EaselNews(QObject):
    """Follows the easel, the sketchbook's place, and batches of chosen pictures."""

    def __init__(
        self, workspace: Workspace, canvas: Canvas, sight: SightPanel, status: StatusLine, news: TrainingNews
    ) -> None:
        super().__init__(canvas)
        self._easel = workspace.easel
        self._book = workspace.sketchbook
        self._canvas = canvas
        self._sight = sight
        self._status = status
        workspace.easel.changed.connect(self._show)
        workspace.easel.failed.connect(news.complain)
        workspace.sketchbook.changed.connect(self._show_place)
        workspace.chosen_batch.begun.connect(self._say_batch)

    def _show(self) -> None:
        self._canvas.show_exhibit(self._easel.exhibit, tells=self._easel.tells)
        self._show_place()

    def _show_place(self) -> None:
        """Say which drawing is on the canvas; none is to be seen behind a picture."""
        count = 0 if self._easel.exhibit is not None else len(self._book.pages)
        self._sight.show_place(min(self._book.place, count), count)

    def _say_batch(self, count: int, chosen: int) -> None:
        if count < chosen:
            form = self.tr(
                "A batch by hand has at most {most} pictures: it is the first of the %Ln chosen picture(s).",
                "",
                chosen,
            )
            self._status.tell(form.format(most=count))
        else:
            self._status.tell(
                self.tr("%Ln chosen picture(s) are the batch; Undo training takes it back.", "", count)
            )
