"""What can be done now: everything that decides whether a command is possible, as one value."""

from dataclasses import dataclass, field

from digitpad.runs.run import Run
from digitpad.workspace.queue.queue_conditions import QueueConditions
from digitpad.workspace.training.training import State


@dataclass(frozen=True)
class Conditions:
    """The state of the program as commands see it; ``run`` is the one selected in the list.

    ``has_run_under_way``: a run trains or is paused, or waits to go on.
    ``has_exhibit``: a picture hangs in front of the canvas; ``has_chosen``: pictures are chosen in a gallery.
    ``what_training_undoes`` says what *Undo training* would take back, in the program's language. While
    ``is_collecting`` the class collects its own digits, and nothing trains; nor does a run while ``is_measuring``,
    when networks are trained to see what more data buys. While somebody ``looks_back`` at a moment of a run, Train
    begins one from there, if it ``can_train_from`` it; ``has_moments`` says whether there is anything to look at.
    ``why_not_home`` says why no script can make the selected run again, in the program's language.
    ``has_hidden``: the curves of some runs are hidden. ``has_digits``: more than one digit is drawn;
    ``has_strays``: there are stray dots beside them.
    """

    state: State = State.IDLE
    has_run_under_way: bool = False
    can_train: bool = False
    makes_sense: bool = True
    run: Run | None = None
    run_is_trained: bool = False
    run_can_go_on: bool = False
    run_is_finished: bool = False
    compares: bool = False
    has_previous: bool = False
    has_next: bool = False
    can_undo: bool = False
    can_redo: bool = False
    has_last: bool = False
    can_next_act: bool = False
    can_step_back: bool = False
    can_go_to_last_stop: bool = False
    can_train_own: bool = False
    can_join_own: bool = False
    has_exhibit: bool = False
    has_chosen: bool = False
    can_train_chosen: bool = False
    can_undo_training: bool = False
    what_training_undoes: str = ""
    is_collecting: bool = False
    is_measuring: bool = False
    can_take_back: bool = False
    has_moments: bool = False
    has_earlier: bool = False
    looks_back: bool = False
    can_train_from: bool = False
    why_not_home: str = ""
    queue: QueueConditions = field(default_factory=QueueConditions)
    has_hidden: bool = False
    has_digits: bool = False
    has_strays: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether no run is under way."""
        return self.state is State.IDLE

    @property
    def is_free(self) -> bool:
        """Whether nothing trains, or is about to."""
        return self.state in (State.IDLE, State.PAUSED) and not self.is_measuring

    @property
    def can_begin_or_go_on(self) -> bool:
        """Whether there is something to train: a paused run, or a recipe that makes sense."""
        if self.is_collecting or self.is_measuring:
            return False
        if self.looks_back:
            return self.can_train_from
        return self.state is State.PAUSED or (self.is_idle and self.makes_sense)

    @property
    def can_queue(self) -> bool:
        """Whether the recipe in the fields can wait for its turn."""
        return self.makes_sense and not (self.is_collecting or self.is_measuring)

    @property
    def can_work_queue(self) -> bool:
        """Whether the queue can begin its next run, or go on with the one that is paused."""
        if self.is_collecting or self.is_measuring:
            return False
        if self.queue.is_under_way and self.state is State.PAUSED:
            return True
        return self.queue.waits and not self.queue.is_on

    @property
    def can_toggle(self) -> bool:
        """Whether Train, Pause or Resume is possible."""
        return self.can_begin_or_go_on or self.state is State.TRAINING

    @property
    def can_stop(self) -> bool:
        """Whether there is a run to stop."""
        return self.state in (State.WAITING, State.TRAINING, State.PAUSED)

    @property
    def can_reset(self) -> bool:
        """Whether nothing is ending just now."""
        return self.state is not State.ENDING

    @property
    def has_run(self) -> bool:
        """Whether a run is selected."""
        return self.run is not None

    @property
    def can_take_home(self) -> bool:
        """Whether the selected run can be a script."""
        return self.has_run and not self.why_not_home

    @property
    def can_use(self) -> bool:
        """Whether the selected run can answer."""
        return self.run_is_trained and self.is_free

    @property
    def can_go_on(self) -> bool:
        """Whether the selected run can be continued."""
        return self.run_can_go_on and self._can_train_now

    @property
    def can_have_epoch(self) -> bool:
        """Whether the selected run is finished, and could go on for one more epoch."""
        return self.run_is_finished and self.run_is_trained and self._can_train_now

    @property
    def can_collect(self) -> bool:
        """Whether a round of collecting can begin: nothing trains, which would take the class's eyes."""
        return self.is_collecting or self.is_free

    @property
    def _can_train_now(self) -> bool:
        return self.is_free and self.can_train and not self.is_collecting
