"""What more data buys: who measures it when, what is known of it, and whether that is out of date."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Places
from digitpad.document.classroom.class_pictures import ClassMaterial, begun_with, check_enough
from digitpad.document.growing_data import growing_parts
from digitpad.errors import UserError
from digitpad.runs.estimate import seconds_a_batch
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.classroom.curve_measuring import (
    ENOUGH_BATCHES,
    SECONDS_BESIDE,
    CurvePlan,
    CurvePoint,
    Progress,
    Task,
    measure,
)
from digitpad.workspace.classroom.lesson_material import NOTHING, LessonMaterial
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.stepping.stepping import Stepping
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.training import State, Training
from digitpad.workspace.worker import Worker


class DataCurve(QObject):
    """Trains networks that are no runs, one after the other; no run trains meanwhile.

    Attributes:
        plan: of the points that there are; None before the first measuring.
        points: what was found, ascending.
        progress: how far it is; None while nothing is measured.
        problem: why the last measuring came to an early end; None if it did not, or was stopped.

    Signals:
        changed(): it has begun or ended, or there is another point.
        progressed(): it has come further.
    """

    changed = Signal()
    progressed = Signal()

    def __init__(
        self,
        material: LessonMaterial,
        drawings: ClassDrawings,
        training: Training,
        stepping: Stepping,
        readiness: Readiness,
        runs: RunList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan: CurvePlan | None = None
        self.points: tuple[CurvePoint, ...] = ()
        self.progress: Progress | None = None
        self.problem: UserError | None = None
        self._material, self._drawings = material, drawings
        self._training, self._stepping = training, stepping
        self._readiness, self._runs = readiness, runs
        self._task: Task | None = None
        self._worker: Worker | None = None
        self._parts: tuple[ClassMaterial, tuple[Places, ...]] = NOTHING, ()
        self._closed = False
        drawings.replaced.connect(self._forget)

    @property
    def is_running(self) -> bool:
        """Whether networks are trained, or the last one is about to end."""
        return self._task is not None

    @property
    def is_stopping(self) -> bool:
        """Whether it was stopped, and is about to end."""
        return self._task is not None and self._task.control.end_wanted

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    @property
    def is_stale(self) -> bool:
        """Whether the points are of other drawings or labels than there are now, or of others held out."""
        return bool(self.points) and self.plan is not None and not self._material.is_of_now(self.plan.material)

    def plan_for(self, recipe: Recipe) -> CurvePlan:
        """Return what would be measured by a recipe that trains on drawings of the class.

        All digits are learnt, whatever the recipe leaves out: they are all tested, and some parts may be of these
        alone. Raises UserError, which says why, if it cannot be measured now.
        """
        recipe = replace(recipe, data=replace(recipe.data, left_out=()))
        self._check(recipe)
        material = self._material.newest
        if self._parts[0] is not material:
            self._parts = material, growing_parts(material)
        planned, parts = begun_with(recipe, material.ours), self._parts[1]
        pace = next(filter(None, (_pace(run, planned) for run in reversed(self._runs.runs))), None)
        seconds = planned.total_batches * (pace or seconds_a_batch(planned)) + SECONDS_BESIDE
        return CurvePlan(material, planned, parts, len(parts) * seconds)

    def begin(self, plan: CurvePlan) -> None:
        """Measure, in place of what was found before. Does nothing while it or a run is under way."""
        if self._closed or self.is_running or not self._training.is_free:
            return
        self._stepping.give_up_half()
        self.plan, self.points, self.problem = plan, (), None
        self._training.is_lent = True
        task = self._task = Task(plan, self._training.threads.programs_in_use())
        self.progress = Progress(1, len(plan.parts), len(plan.parts[0]), plan.seconds)
        self._worker = Worker(
            task, lambda worker: measure(task, worker), lambda problem: problem, "training-failed", self
        )
        self._worker.reported.connect(self._on_report)
        self._worker.start()
        self.changed.emit()

    def stop(self) -> None:
        """End after the batches at hand; the points that there are stay."""
        if self._task is not None:
            self._task.control.end_wanted = True
            self.changed.emit()

    def shut_down(self) -> None:
        """End, and wait for the thread; nothing begins any more."""
        self._closed = True
        if self._task is not None:
            self._task.control.end_wanted = True
        if self._worker is not None:
            self._worker.wait()
            self._end()

    def _check(self, recipe: Recipe) -> None:
        """Raise UserError if nothing can be measured by this recipe now."""
        check_enough(len(self._drawings))
        problem = self._material.problem or self._readiness.problem_of(recipe)
        if problem is not None:
            raise problem
        if self._training.state not in (State.IDLE, State.PAUSED):
            raise UserError("curve-training")
        if not self._readiness.has_tensorflow:
            raise UserError("curve-loading")
        if not self._material.is_ready:
            raise UserError("class-not-ready")
        if not len(self._material.newest.ours.held_out):
            raise UserError("curve-nothing-held-out")

    def _forget(self) -> None:
        """Another session is here: what was found belongs to the one before."""
        if self._task is not None:
            self._task.control.end_wanted = True
        self.plan, self.points, self.problem = None, (), None
        self.changed.emit()

    def _on_report(self, task: Task, event: object) -> None:
        if self._closed:
            return
        match event:
            case Progress():
                self.progress = event
                self.progressed.emit()
                return
            case CurvePoint():
                if task.plan is self.plan:
                    self.points = (*self.points, event)
            case _:
                if task.plan is self.plan and isinstance(event, UserError):
                    self.problem = event
                self._end()
        self.changed.emit()

    def _end(self) -> None:
        worker, self._worker, self._task, self.progress = self._worker, None, None, None
        if worker is not None:
            worker.wait()  # it has said its last word, so this takes no time
            worker.deleteLater()
        self._training.is_lent = False


def _pace(run: Run, recipe: Recipe) -> float | None:
    """Return how long a batch of a run has taken, if those of the recipe take as long; else None."""
    ours, others = recipe, run.recipe
    alike = (ours.architecture, ours.optimizer, ours.batch_size) == (
        others.architecture,
        others.optimizer,
        others.batch_size,
    )
    done = len(run.history)
    return run.seconds / done if alike and run.loop is Loop.COMPILED and done >= ENOUGH_BATCHES else None
