"""The session as a value: collected from the window's parts, and put back into them."""

from PySide6.QtCore import QObject, Signal

from digitpad.document.session_file import MAX_RUNS, SavedSession
from digitpad.runs.run import Run
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.stage.recipe_form import RecipeForm
from digitpad.workspace.answering_network import AnsweringNetwork
from digitpad.workspace.run_list import RunList
from digitpad.workspace.sketchbook import Sketchbook
from digitpad.workspace.training import TrainingControl


class SessionState(QObject):
    """Knows what belongs to a session, and when it has changed.

    Attributes:
        revision: counts the changes; what was saved at this revision is still all there is.

    Signals:
        changed(): something that is saved is another one now.
    """

    changed = Signal()

    def __init__(
        self,
        canvas: Canvas,
        runs: RunList,
        sketchbook: Sketchbook,
        network: AnsweringNetwork,
        form: RecipeForm,
        control: TrainingControl,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.revision = 0
        self._canvas = canvas
        self._runs = runs
        self._sketchbook = sketchbook
        self._network = network
        self._form = form
        self._control = control
        runs.changed.connect(self._note)
        sketchbook.changed.connect(self._note)
        canvas.drawing_changed.connect(self._note)
        control.advanced.connect(self._note)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything that somebody made: a run or a drawing."""
        return bool(self._runs.runs or self._sketchbook.pages or self._canvas.drawing)

    def collect(self) -> SavedSession:
        """Return the session as it is now.

        What can still change is copied, so that the value may be written by another thread.
        """
        runs = [run for run in self._runs.runs if run.is_trained][-MAX_RUNS:]
        pages, place = self._sketchbook.with_canvas()
        return SavedSession(
            runs=tuple(run.copied() for run in runs),
            drawings=tuple(pages),
            page=min(place, max(len(pages) - 1, 0)),
            recipe=self._form.recipe() or self._network.recipe,
            current=_place(runs, self._runs.current),
            answering=_place(runs, self._network.run),
        )

    def restore(self, session: SavedSession) -> None:
        """Put a session in place of the one there is; a run under way is stopped."""
        self._control.stop_at_once()  # nothing that it still says may be taken for the other session's
        runs = list(session.runs)
        for run in runs:
            run.shelve(self._runs.shelf)
        self._form.set_recipe(session.recipe)
        self._runs.put(runs, None if session.current is None else runs[session.current])
        self._sketchbook.put(list(session.drawings), session.page)
        if session.answering is not None:
            self._network.take_run(runs[session.answering])
        elif self._network.run is not None:
            self._network.reset(session.recipe)
        self.changed.emit()

    def _note(self) -> None:
        self.revision += 1
        self.changed.emit()


def _place(runs: list[Run], run: Run | None) -> int | None:
    return next((place for place, other in enumerate(runs) if other is run), None)
