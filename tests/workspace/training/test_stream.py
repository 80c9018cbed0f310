"""One stream of events: whoever listens to whatever, in whatever order, finds everything changed already."""

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QObject
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Step
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ended, Ending, Event, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.easel import Easel
from digitpad.workspace.easel.recognizer import Recognizer
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_cells import RUN_ROLE, Column
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.moment_keeper import MomentKeeper
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.recorder import Recorder
from digitpad.workspace.training.training import State, Training
from digitpad.workspace.wording.numbers import decimal
from tests.workspace.conftest import LONG, SMALL, WAIT_MS

SIGNALS = ("changed", "dataChanged", "rowsInserted", "network", "reported", "state_changed")


def nobodys(_: object) -> None:
    """Of the class's drawings there are none."""


class Witness:
    """Listens to everything, and looks each time whether all that belongs together is there."""

    def __init__(
        self, board: Board, runs: RunList, network: AnsweringNetwork, training: Callable[[], Training]
    ) -> None:
        self.heard: list[str] = []
        self.events: list[Event] = []
        self._drawn_at = 0
        self._board = board
        self._runs = runs
        self._network = network
        self._training = training

    def draw(self, digit: int) -> None:
        """Draw; what is recorded from the next weights on is of this drawing."""
        self._drawn_at = self._network.snapshot.updates
        self._board.set_drawing(sample_digit(digit), "")

    def listen(self, name: str) -> None:
        """Connect to one of SIGNALS."""
        match name:
            case "changed":
                self._runs.changed.connect(self._on_changed)
            case "dataChanged":
                self._runs.dataChanged.connect(self._on_data)
            case "rowsInserted":
                self._runs.rowsInserted.connect(self._on_rows)
            case "network":
                self._network.changed.connect(self._on_network)
            case "reported":
                self._training().reported.connect(self._on_report)
            case "state_changed":
                self._training().state_changed.connect(self._on_state)

    def _on_changed(self) -> None:
        self._check("changed")

    def _on_data(self, first: QModelIndex, last: QModelIndex, _roles: object = None) -> None:
        self._check("dataChanged")
        if first.column() == last.column() == Column.DIFFERENCE:  # what sets all of them apart
            assert (first.row(), last.row()) == (0, len(self._runs.runs) - 1)
            return
        run = first.data(RUN_ROLE)
        assert run in self._runs.runs
        assert (first.row(), last.column()) == (self._runs.runs.index(run), Column.RECIPE)

    def _on_rows(self, _: QModelIndex, first: int, last: int) -> None:
        self._check("rowsInserted")
        assert first == last
        run = self._runs.runs[first]
        assert self._runs.current is run
        assert self._network.run is run
        assert self._network.snapshot is run.snapshot

    def _on_network(self) -> None:
        self._check("network")

    def _on_state(self, state: State) -> None:
        self._check("state_changed")
        assert state is self._training().state

    def _on_report(self, run: Run, event: Event) -> None:
        self.events.append(event)
        self._check("reported")
        if not isinstance(event, Ended):
            assert self._training().run is run
            assert run in self._runs.runs
            assert self._runs.current is run
        match event:
            case Begun(snapshot=snapshot):
                assert self._network.origin is Origin.TRAINING
                assert run.snapshot.updates == snapshot.updates == len(run.history)
            case Advanced():
                assert len(run.history) == event.batches_done
                np.testing.assert_array_equal(run.history.losses[event.first_batch :], event.losses)
                assert event.accuracy is None or run.accuracy == event.accuracy
            case SnapshotTaken(snapshot):
                assert run.snapshot is snapshot
            case CheckpointTaken(checkpoint):
                assert run.snapshot is checkpoint.snapshot
                assert run.finished or run.checkpoint.snapshot is checkpoint.snapshot
            case Ended(how):
                paused = how is Ending.PAUSED
                assert self._training().state is (State.PAUSED if paused else State.IDLE)
                assert self._training().run is (run if paused else None)
                assert self._network.origin is not Origin.TRAINING

    def _check(self, name: str) -> None:
        self.heard.append(name)
        network, training = self._network, self._training()
        if network.origin is Origin.TRAINING:
            assert training.run is network.run
            assert training.state in (State.TRAINING, State.ENDING)
            assert network.run in self._runs.runs
            assert network.run is self._runs.current
        run = network.run
        if run is None:
            return
        if network.origin is Origin.TRAINED and name in ("network", "changed"):
            # Both speak up for what was reported: that the run has ended, then.
            assert training.state in (State.IDLE, State.PAUSED)
        assert training.run is not run or network.snapshot is run.snapshot
        assert len(run.history) >= network.snapshot.updates
        row = self._runs.runs.index(run)
        assert self._runs.index(row, Column.EPOCHS).data() == decimal(run.epochs, 1)
        if network.snapshot.updates > self._drawn_at:
            assert run.probabilities.batches[-1] == network.snapshot.updates
            glyph = rasterize(self._board.drawing).glyph.reshape(-1)
            expected = network.snapshot.probabilities(glyph)
            np.testing.assert_array_equal(run.probabilities.values[-1], expected)


ORDERS = [*list(permutations(SIGNALS))[:: 720 // 6], tuple(reversed(SIGNALS))]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(name[0] for name in order))
@pytest.mark.parametrize("early", [True, False], ids=["before the others", "after the others"])
def test_the_order_of_connections_cannot_matter(
    home: QObject, qtbot: QtBot, order: tuple[str, ...], early: bool
) -> None:
    board, jobs = Board(home), FileJobs(home)
    network, runs = AnsweringNetwork(SMALL, home), RunList(board.undo_stack, jobs, home)
    training: list[Training] = []
    witness = Witness(board, runs, network, lambda: training[0])
    if early:  # whatever the program connects comes after
        for name in order:
            if name not in ("reported", "state_changed"):
                witness.listen(name)
    readiness = Readiness(home)
    recognizer = Recognizer(Easel(board, jobs, nobodys, home), network, home)
    recorder = Recorder(runs, network, recognizer, MomentKeeper(runs, jobs, home))
    training.append(Training(runs, recorder, readiness, home))
    for name in order:
        if not early or name in ("reported", "state_changed"):
            witness.listen(name)
    readiness.prepare(SMALL)
    qtbot.waitUntil(lambda: readiness.is_known, timeout=WAIT_MS)
    witness.draw(4)

    def wait_for(how: Ending) -> None:
        qtbot.waitUntil(lambda: bool(witness.events) and witness.events[-1] == Ended(how), timeout=WAIT_MS)

    training[0].train(SMALL, Step.BATCH)
    wait_for(Ending.PAUSED)
    witness.draw(7)
    training[0].resume(runs.runs[0], Step.EPOCH)
    # It may have gone on by the time somebody looks.
    qtbot.waitUntil(lambda: [type(event) for event in witness.events].count(Begun) == 2, timeout=WAIT_MS)
    wait_for(Ending.PAUSED)
    training[0].resume(runs.runs[0])
    wait_for(Ending.COMPLETED)
    witness.draw(2)
    training[0].train(LONG)
    qtbot.waitUntil(lambda: isinstance(witness.events[-1], CheckpointTaken | SnapshotTaken), timeout=WAIT_MS)
    training[0].stop_at_once()
    assert witness.events[-1] == Ended(Ending.STOPPED)
    assert set(witness.heard) == set(SIGNALS)
    assert [type(event) for event in witness.events].count(Begun) == 4
    training[0].shut_down()
    readiness.shut_down()
    jobs.finish()
    runs.shelf.close()


def test_weights_that_have_answered_do_not_answer_again_as_a_checkpoint(qtbot: QtBot) -> None:
    """A pause right after a snapshot reports the same weights twice: as they are, and with all to go on from."""
    board, jobs = Board(), FileJobs()
    network = AnsweringNetwork(SMALL)
    recognizer = Recognizer(Easel(board, jobs, nobodys), network)
    runs = RunList(board.undo_stack, jobs)
    recorder = Recorder(runs, network, recognizer, MomentKeeper(runs, jobs))
    board.set_drawing(sample_digit(3), "")
    run = runs.new(SMALL)
    first = untrained(SMALL)
    recorder.record(run, Begun("xla", first))
    recorder.record(run, Advanced(0, np.ones(2, np.float32), 0.1))
    snapshot = Snapshot(first.weights, 2, first.architecture)
    recorder.record(run, SnapshotTaken(snapshot))
    answered = len(run.probabilities)
    heard: list[Snapshot] = []
    network.changed.connect(lambda: heard.append(network.snapshot))
    recorder.record(run, CheckpointTaken(Checkpoint(snapshot, (), 0.1)))
    assert heard == []
    assert len(run.probabilities) == answered
    assert network.snapshot is run.snapshot is snapshot
    assert run.checkpoint is not None
    jobs.finish()
    runs.shelf.close()
    assert run.checkpoint.snapshot is snapshot
    recorder.record(run, Advanced(2, np.ones(1, np.float32), 0.1))
    later = Snapshot(first.weights, 3, first.architecture)
    recorder.record(run, CheckpointTaken(Checkpoint(later, (), 0.1)))
    assert heard == [later]
    assert len(run.probabilities) == answered + 1
