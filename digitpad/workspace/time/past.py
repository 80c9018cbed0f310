"""Which moment of a run is looked at: its network answers, in every view, until somebody returns to now."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Ended, Event
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.comparison import Comparison
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.time.moments_at_hand import MomentsAtHand
from digitpad.workspace.training.training import State, Training

MOMENT_MS = 700
"""How long each moment is seen while they are played."""

Read = list[tuple[Moment, Snapshot]]


class Past(QObject):
    """Looks back at the moments of a run, while whatever trains goes on.

    Attributes:
        looked: the moment that answers; None for now.
        is_playing: whether one moment after the other is shown.
        at_hand: networks of moments that need not be read.

    Signals:
        changed(): another moment is looked at, or another run's time, or it stands apart; or it is played, or not.
        read(): networks of moments are at hand that were not.
        failed(UserError): a moment could not be read.
    """

    changed = Signal()
    read = Signal()
    failed = Signal(object)

    def __init__(
        self,
        network: AnsweringNetwork,
        comparison: Comparison,
        runs: RunList,
        training: Training,
        jobs: FileJobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.looked: Moment | None = None
        self.at_hand = MomentsAtHand()
        self._wanted: Moment | None = None
        self._reading: set[Moment] = set()
        self._seen: Sequence[Moment] = ()
        self._network = network
        self._now = network.now
        self._told: tuple[Run | None, bool] = None, False
        self._training = training
        self._comparison = comparison
        self._runs = runs
        self._jobs = jobs
        self._play = QTimer(self, interval=MOMENT_MS)
        self._play.timeout.connect(self._play_on)
        network.changed.connect(self._follow_network)
        comparison.changed.connect(self._compare)
        runs.changed.connect(self._follow_runs)
        training.reported.connect(self._follow_training)

    # What there is.

    @property
    def run(self) -> Run | None:
        """The run whose time it is: that whose network answers, unless it was deleted; else the current one."""
        answering = self._network.run
        return answering if answering in self._runs.runs else self._runs.current

    @property
    def is_apart(self) -> bool:
        """Whether this run is over and another network answers: it is to look back at, and says nothing of now."""
        is_idle = self._training.state is State.IDLE
        return is_idle and self.aim is None and self._network.run is not self.run

    @property
    def moments(self) -> Sequence[Moment]:
        """What can be looked back at, the earliest first: the run's moments but for what answers now anyway."""
        run = self.run
        if run is None:
            return ()
        return [moment for moment in run.moments if not self._is_now(moment, run)]

    @property
    def aim(self) -> Moment | None:
        """The moment that is looked at, or will be as soon as it is read; None for now."""
        return self._wanted or self.looked

    @property
    def is_playing(self) -> bool:
        """Whether one moment after the other is shown."""
        return self._play.isActive()

    @property
    def has_earlier(self) -> bool:
        """Whether there is a moment before what is looked at."""
        moments = self.moments
        return bool(moments) and (self.aim is None or moments[0].updates < self.aim.updates)

    def nearest(self, batches: float) -> Moment | None:
        """Return the moment nearest to so many batches, as the time line shows them; None if now is nearer."""
        run = self.run
        now = math.inf  # from a network that is not the run's
        if run is not None and run is self._network.now.run:
            now = _far(batches, len(run.history))
        moments = self.moments
        nearest = min(moments, key=lambda moment: _far(batches, moment.updates), default=None)
        return nearest if nearest is not None and _far(batches, nearest.updates) < now else None

    # What somebody wants.

    def look(self, moment: Moment | None) -> None:
        """Look at a moment, as soon as it is read if it must be, and stay there; None is now."""
        self._play.stop()
        self._look(moment)

    def _look(self, moment: Moment | None) -> None:
        run = self.run
        if moment is None or run is None:
            self.to_now()
            return
        self._wanted = None
        snapshot = self.at_hand.get(moment)
        if snapshot is not None:
            self._show(run, moment, snapshot)
        else:
            self._wanted = moment
            self._read([moment])
            self.changed.emit()

    def look_first(self) -> None:
        """Look at the earliest moment."""
        self.look(next(iter(self.moments), None))

    def go(self, by: int) -> None:
        """Look at the moment that comes so many later, or earlier below none, and stay there; now is the last."""
        self._play.stop()
        self._go(by)

    def _go(self, by: int) -> None:
        stops: list[Moment | None] = [*self.moments, None]
        aim = self.aim
        now = len(stops) - 1
        before = now if aim is None else sum(moment.updates < aim.updates for moment in self.moments)
        place = max(0, min(before + by, now))
        if stops[place] is not aim:
            self._look(stops[place])

    def to_now(self) -> None:
        """Let the network answer again that does so while nobody looks back."""
        self._play.stop()
        is_news, self._wanted = self._wanted is not None, None
        if self._network.looks_back:
            self._network.return_to_now()  # which is heard here too
        elif is_news:
            self.changed.emit()

    def toggle_play(self) -> None:
        """Show one moment after the other, from the first if now is looked at, or stay where they are."""
        if self.is_playing:
            self._play.stop()
            self.changed.emit()
        elif self.moments:
            self._play.start()
            if self.aim is None:
                self._look(self.moments[0])
            else:
                self._play_on()

    def fetch(self) -> None:
        """Have the run's moments at hand, as somebody may want to look at them soon."""
        if self.run is not None:
            self._read(self.at_hand.missing(self.run.moments))

    # What happens.

    def _is_now(self, moment: Moment, run: Run) -> bool:
        now = self._network.now
        # One that has ended with an earlier epoch's weights: from its last batch too somebody may go on.
        if run.kept_epoch not in (None, len(run.history)):
            return False
        return now.run is run and moment.updates == now.snapshot.updates

    def _show(self, run: Run, moment: Moment, snapshot: Snapshot) -> None:
        self.looked = moment
        self._network.look_back(run, snapshot)
        self._compare()
        self.changed.emit()

    def _compare(self) -> None:
        """Let the compared run answer as it was after as many batches, as far as that is known."""
        run, looked = self._comparison.run, self.looked
        if run is None:
            return
        if looked is None:
            self._comparison.return_to_now()
            return
        moment = min(run.moments, key=lambda kept: _far(looked.updates, kept.updates), default=None)
        if moment is None or moment is self._comparison.moment:
            return
        snapshot = self.at_hand.get(moment)
        if snapshot is None:
            self._read([moment])
        else:
            self._comparison.look_back(moment, snapshot)

    def _play_on(self) -> None:
        if self._wanted is None:  # else it is still being read
            self._go(1)

    def _read(self, moments: Sequence[Moment]) -> None:
        wanted = [moment for moment in moments if moment not in self._reading]
        if wanted:
            self._reading.update(wanted)
            self._jobs.do(lambda: _read(wanted), self._take, lambda problem: self._fail(wanted, problem))

    def _take(self, read: Read) -> None:
        for moment, snapshot in read:
            self._reading.discard(moment)
            self.at_hand.put(moment, snapshot)
        self.read.emit()
        for moment, snapshot in read:
            run = self.run
            if moment is self._wanted and run is not None:
                self._wanted = None
                self._show(run, moment, snapshot)
        self._compare()

    def _fail(self, wanted: Sequence[Moment], problem: UserError) -> None:
        self._reading.difference_update(wanted)
        if self._wanted in wanted:
            self._wanted = None
            self._play.stop()
            self.changed.emit()
            self.failed.emit(problem)

    def _follow_network(self) -> None:
        """Whatever lets another network answer has returned to now, also from what is still being read."""
        before, now = self._now, self._network.now
        self._now = now
        # A run that trains is another object each time it has come further.
        is_other = now.run is not before.run or (now.run is None and now is not before)
        has_returned = self.looked is not None and not self._network.looks_back
        gives_up = has_returned or (is_other and self._wanted is not None)
        if gives_up:
            self.looked = self._wanted = None
            self._play.stop()
            self._compare()
        self._follow_run(is_news=gives_up)

    def _follow_runs(self) -> None:
        if self._network.looks_back and self._network.run not in self._runs.runs:
            self.to_now()
        run = self.run
        gives_up = self._wanted is not None and (run is None or self._wanted not in run.moments)
        if gives_up:
            self._wanted = None
            self._play.stop()
        self._follow_run(is_news=gives_up)

    def _follow_run(self, *, is_news: bool) -> None:
        """Tell what has changed, or that the time is another run's, and see to its moments if there are others."""
        run, before = self.run, self._told
        self._told = run, self.is_apart
        if is_news or self._told != before:
            self.changed.emit()
        if run is not None and run.moments is not self._seen:
            self._seen = run.moments
            compared = self._comparison.run
            self.at_hand.let_go_but([*run.moments, *([] if compared is None else compared.moments)])
            self.at_hand.missing(run.moments)  # it keeps those that are in memory before the disk has them
            self.read.emit()

    def _follow_training(self, run: Run, event: Event) -> None:
        if isinstance(event, Ended) and run is self.run:
            self.fetch()


def _far(batches: float, others: float) -> float:
    """Return how far two numbers of batches lie from each other on the time line."""
    return abs(math.log1p(batches) - math.log1p(others))


def _read(moments: Sequence[Moment]) -> Read:
    """Read moments from the disk. Raises UserError if it refuses."""
    try:
        return [(moment, moment.read()) for moment in moments]
    except OSError as error:
        raise UserError("moment-lost") from error
