"""The program's state as a whole: what there is, put together once, and what can be done with it now."""

from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run
from digitpad.workspace.changes import Changes
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.classroom.class_mode import ClassMode
from digitpad.workspace.classroom.collector import Collector
from digitpad.workspace.classroom.data_curve import DataCurve
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.commands.conditions import Conditions
from digitpad.workspace.commands.run_commands import RunCommands
from digitpad.workspace.commands.undo_training import UndoTraining
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.chosen import ChosenPictures
from digitpad.workspace.easel.comparison import Comparison
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.recognizer import Recognizer
from digitpad.workspace.easel.sketchbook import Sketchbook
from digitpad.workspace.inside.arguments import StrokeArguments
from digitpad.workspace.inside.first_layer import FirstLayer
from digitpad.workspace.inside.insight import Insight
from digitpad.workspace.inside.small_push import SmallPush
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.recovery import Recovery
from digitpad.workspace.keeping.session_state import SessionState
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_conditions import queue_conditions
from digitpad.workspace.queue.queue_rows import ENTRY_ROLE
from digitpad.workspace.queue.queue_work import QueueWork
from digitpad.workspace.queue.run_queue import RunQueue
from digitpad.workspace.runs.run_cells import RUN_ROLE
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.stepping.chosen_batch import ChosenBatch
from digitpad.workspace.stepping.inspection import Inspection
from digitpad.workspace.stepping.own_drawing import OwnDrawing
from digitpad.workspace.stepping.stepping import Stepping
from digitpad.workspace.testing.testing import Testing
from digitpad.workspace.time.learnt import Learnt
from digitpad.workspace.time.past import Past
from digitpad.workspace.training.compiled import Compiled
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.moment_keeper import MomentKeeper
from digitpad.workspace.training.pause_scores import PauseScores
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.recorder import Recorder
from digitpad.workspace.training.sampler import Sampler
from digitpad.workspace.training.training import Training
from digitpad.workspace.wording.takeaway_texts import why_not_home


class Workspace(QObject):
    """Everything that widgets show and commands act on; it stands without any widget.

    Signals:
        conditions_changed(): something else can be done now, or cannot any more.
        view_asked(str): somebody wants to see the view with this key, or what is shown somewhere leads to it.
    """

    conditions_changed = Signal()
    view_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = FileJobs(self)
        self.changes = Changes(self)
        self.draft = Draft(settings.recipe, self)
        self.board = Board(self)
        self.sketchbook = Sketchbook(self.board, self)
        self.class_drawings = ClassDrawings(self.board.undo_stack, self)
        self.material = LessonMaterial(self.class_drawings, self)
        self.thumbnails = self.material.thumbnails
        self.network = AnsweringNetwork(settings.recipe, self)
        self.easel = Easel(self.board, self.jobs, self.class_drawings.label_of, self)
        self.chosen = ChosenPictures(self)
        self.recognizer = Recognizer(self.easel, self.network, self)
        self.insight = Insight(self.recognizer, self.network, self)
        self.arguments = StrokeArguments(self.insight, self.board, self)
        self.small_push = SmallPush(self.recognizer, self.easel, self.network, self)
        self.class_mode = ClassMode(self)
        collected = self.board, self.sketchbook, self.easel, self.class_drawings
        self.collector = Collector(*collected, glyph_of=self.recognizer.glyph_of, parent=self)
        self.first_layer = FirstLayer(self.insight, self.network, self.board, self.collector, self)
        self.runs = RunList(self.board.undo_stack, self.jobs, self)
        self.runs.ours = self.material.of_now
        self.selection = QItemSelectionModel(self.runs, self)
        self.comparison = Comparison(self.runs, self.jobs, self)
        self.readiness = Readiness(self)
        self.compiled = Compiled()
        self.moments = MomentKeeper(self.runs, self.jobs, self)
        recorder = Recorder(self.runs, self.network, self.recognizer, self.moments)
        self.training = Training(self.runs, recorder, self.readiness, self)
        self.training.supplies.lessons = self.material
        self.past = Past(self.network, self.comparison, self.runs, self.training, self.jobs, self)
        self.sampler = Sampler(self.training, self.runs, self)
        self.pause_scores = PauseScores(self.training, self.runs, self)
        self.stepping = Stepping(self.training, self.runs, self.readiness, self.network, self.draft, self)
        self.inspection = Inspection(self.stepping, self)
        self.own = OwnDrawing(self.easel, self.recognizer, self.stepping, self.training, self.runs, self)
        self.learnt = Learnt(self.past, self.network, self.easel, self.recognizer, self.own, self.jobs, self)
        self.chosen_batch = ChosenBatch(self.stepping, self.training, self)
        self.testing = Testing(
            self.network, self.comparison, self.training, self.class_drawings, self.material, self.jobs, self
        )
        self.data_curve = DataCurve(
            self.material, self.class_drawings, self.training, self.stepping, self.readiness, self.runs, self
        )
        self.queue = RunQueue(self.board.undo_stack, self)
        self.queue_selection = QItemSelectionModel(self.queue, self)
        self.queue_work = QueueWork(self.queue, self.training, self.runs, self)
        self.queue_work.rests = lambda: self.collector.is_collecting
        self.undo_training = UndoTraining(self.training, self.runs, self.network, self)
        self.commands = RunCommands(
            self.training, self.runs, self.network, self.draft, self.jobs, self.undo_training, self.past, self
        )
        kept = self.board, self.runs, self.sketchbook, self.class_drawings, self.network, self.draft
        self.session = SessionState(*kept, self.training, self.queue, self)
        self.session.saves_moments = settings.saves_moments
        self.recovery = Recovery(settings.sessions_folder, self.session, self.training, self.jobs, self)
        self.training.set_pace(settings.pace)
        self._told: Conditions | None = None
        self._connect()

    def prepare_training(self) -> None:
        """Begin to make training possible; to be called when the window is up."""
        self.readiness.prepare(self.draft.recipe)
        self.compiled.note(self.draft.recipe, Loop.COMPILED)  # no run begins before it is

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work, and no file waits for one."""
        threads = (self.training, self.sampler, self.readiness, self.stepping, self.inspection.checker)
        inside = self.arguments.inquiry, self.small_push.inquiry, self.first_layer.first_weights
        others = self.testing, self.material, self.data_curve, self.pause_scores, self.jobs
        return all(part.is_quiet for part in (*threads, *inside, *others))

    @property
    def selected(self) -> Run | None:
        """The run that is selected in the list."""
        run = self.selection.currentIndex().data(RUN_ROLE)
        return run if isinstance(run, Run) else None

    @property
    def selected_entry(self) -> Entry | None:
        """The entry that is selected in the queue."""
        entry = self.queue_selection.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) else None

    def select(self, run: Run) -> None:
        """Select a run of the list."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selection.setCurrentIndex(self.runs.index(self.runs.runs.index(run), 0), flags)

    def conditions(self) -> Conditions:
        """Return what decides what can be done now."""
        run, undo_stack = self.selected, self.board.undo_stack
        return Conditions(
            state=self.training.state,
            has_run_under_way=self.training.run is not None,
            can_train=self.readiness.can_train_by(self.draft.recipe if run is None else run.recipe),
            makes_sense=self.draft.makes_sense,
            run=run,
            run_is_trained=run is not None and run.is_trained,
            run_can_go_on=run is not None and run.can_go_on,
            run_is_finished=run is not None and run.finished,
            compares=self.comparison.run is not None,
            has_previous=self.sketchbook.has_previous,
            has_next=self.sketchbook.has_next,
            can_undo=undo_stack.canUndo() and self.collector.can_undo,
            can_redo=undo_stack.canRedo(),
            has_last=self.recovery.has_last,
            can_next_act=self.stepping.can_go_on,
            can_step_back=self.stepping.can_go_back,
            can_go_to_last_stop=self.stepping.can_go_to_last,
            can_train_own=self.own.can_train,
            can_join_own=self.own.is_at_hand,
            has_exhibit=self.easel.exhibit is not None,
            has_chosen=self.chosen.count > 0,
            can_train_chosen=self.chosen.count > 0
            and self.chosen_batch.can_train
            and not self.collector.is_collecting,
            can_undo_training=self.undo_training.is_possible,
            what_training_undoes=self.undo_training.what(),
            is_collecting=self.collector.is_collecting,
            is_measuring=self.data_curve.is_running,
            can_take_back=self.collector.can_take_back,
            has_moments=bool(self.past.moments),
            has_earlier=self.past.has_earlier,
            looks_back=self.past.aim is not None,
            can_train_from=self.commands.can_train_from,
            why_not_home="" if run is None else why_not_home(run),
            queue=queue_conditions(self.queue, self.queue_work, self.selected_entry),
            has_hidden=any(not run.visible for run in self.runs.runs),
            has_digits=self.easel.has_digits,
            has_strays=self.easel.has_strays,
        )

    def ask_for_view(self, key: str) -> None:
        """Lead to the view with this key."""
        self.view_asked.emit(key)

    def shut_down(self) -> None:
        """End all threads but those that read and write files."""
        self.end_work()
        self.readiness.shut_down()

    def end_work(self) -> None:
        """End all that may still change the session: TensorFlow's import, which nobody can interrupt, cannot."""
        self.readiness.close()
        first = self.queue_work, self.data_curve, self.stepping, self.inspection.checker, self.testing
        inquiries = self.arguments.inquiry, self.small_push.inquiry, self.pause_scores
        last = self.training, self.sampler, self.material, self.first_layer.first_weights
        for part in (*first, *inquiries, *last):
            part.shut_down()

    def _connect(self) -> None:
        # Methods of QObjects, not functions: Qt lets go of them when one of the two is deleted.
        changes, undo_stack = self.changes, self.board.undo_stack
        self.board.drawing_changed.connect(changes.note_drawing)
        self.easel.changed.connect(changes.note_drawing)
        self.easel.digits.chose.connect(changes.note_drawing)
        self.recognizer.refined.connect(changes.note_drawing)
        self.network.changed.connect(changes.note_network)
        self.comparison.changed.connect(changes.note_network)
        self.runs.changed.connect(changes.note_runs)
        self.draft.changed.connect(changes.note_recipe)
        self.class_drawings.changed.connect(changes.note_data)
        self.class_drawings.changed.connect(self.easel.follow_labels)
        for change in (self.testing.opened_changed, self.testing.selection_changed):
            change.connect(self._follow_chosen)
        states = self.readiness.changed, self.collector.changed, self.data_curve.changed
        for change in (self.training.state_changed, *states):
            change.connect(changes.note_state)
        self.collector.changed.connect(self._follow_collector)
        for follow in (changes.note_data, self.training.begin_pending, self.runs.follow_ours):
            self.material.changed.connect(follow)
        self.past.changed.connect(changes.note_moment)
        for change in (self.queue.changed, self.queue_work.changed):
            change.connect(changes.note_runs)
        for change in (self.data_curve.changed, self.collector.changed, self.readiness.changed):
            change.connect(self.queue_work.look)
        self.runs.rowsInserted.connect(self._select_newest)
        self.runs.modelReset.connect(self.insight.forget)  # another session was opened
        self.runs.changed.connect(self._select_any)
        for change in (
            self.training.state_changed,
            self.readiness.changed,
            self.material.changed,
            self.draft.changed,
            self.selection.currentChanged,
            self.runs.changed,
            self.comparison.changed,
            self.stepping.changed,
            self.own.changed,
            self.undo_training.changed,
            self.recovery.last_changed,
            self.sketchbook.changed,
            self.easel.changed,
            self.easel.digits.changed,
            self.chosen.changed,
            self.collector.changed,
            self.data_curve.changed,
            self.past.changed,
            self.queue.changed,
            self.queue_work.changed,
            self.queue_selection.currentChanged,
            undo_stack.cleanChanged,
            undo_stack.canUndoChanged,
            undo_stack.canRedoChanged,
        ):
            change.connect(self._tell_conditions)

    def _follow_collector(self) -> None:
        self.material.rest(self.collector.is_collecting)
        self.learnt.hide(self.collector.is_collecting)

    def _follow_chosen(self) -> None:
        self.chosen.follow(self.testing)

    def _tell_conditions(self) -> None:
        if self.stepping.is_recording:  # each event of a step would have all of them asked for anew
            return
        now = self.conditions()
        if now != self._told:
            self._told = now
            self.conditions_changed.emit()

    def _select_any(self) -> None:
        # A table lets go of its selection when other runs take the place of all, after modelReset was heard here.
        if self.selected is None:
            self._select_newest()

    def _select_newest(self) -> None:
        if self.runs.runs:
            self.select(self.runs.runs[-1])
