"""What an engine promises: one stream of events in order, whatever happens on the way."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.copies import Copies
from digitpad.engines.keras.keras_engine import KerasEngine
from digitpad.engines.loop import CHUNK_SECONDS, TrainingLoop
from digitpad.engines.program import Execution
from digitpad.engines.protocol import Control, Engine, FreeRun, Job, Step
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.handwriting.augmentation import Augmentation
from digitpad.network.architecture import ARTICLE, Architecture, HiddenLayer
from digitpad.network.initial import initial_snapshot
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, DivergedError, Event, Scored, SnapshotTaken
from digitpad.runs.moments.plan import planned
from digitpad.runs.recipe import Optimizer, Recipe
from tests.conftest import GENEROUS_SECONDS, TRAIN_IMAGES

PER_EPOCH = 10
UNITS = 32
"""Of the hidden layer: weights are copied at each moment that a run tells of.

So small a network begins by single batches: a test of a first chunk of many takes ARTICLE, whose pace is known.
"""
RECIPE = Recipe(
    epochs=2,
    batch_size=TRAIN_IMAGES // PER_EPOCH,
    learning_rate=0.01,
    optimizer=Optimizer.SGD,
    shuffle=False,
    architecture=Architecture((HiddenLayer(UNITS),)),
    data=TrainingData(count=TRAIN_IMAGES),
)
MakeEngine = Callable[[Dataset], Engine]


def heard(
    engine: Engine, job: Job, control: Control | None = None, then: Callable[[Event], None] = lambda _: None
) -> list[Event]:
    """Return what an engine reports of a job; ``then`` is called with each event as it comes."""
    events: list[Event] = []

    def report(event: Event) -> None:
        events.append(event)
        then(event)

    engine.run(job, report, FreeRun() if control is None else control)
    return events


def losses_of(events: list[Event]) -> list[float]:
    return [float(loss) for event in events if isinstance(event, Advanced) for loss in event.losses]


def last_checkpoint(events: list[Event]) -> Checkpoint:
    assert isinstance(events[-1], CheckpointTaken)
    return events[-1].checkpoint


@pytest.fixture(params=[TensorFlowEngine, KerasEngine])
def make_engine(request: pytest.FixtureRequest) -> MakeEngine:
    return request.param


@pytest.fixture
def engine(make_engine: MakeEngine, small_dataset: Dataset) -> Engine:
    return make_engine(small_dataset)


@pytest.fixture
def lesson(small_dataset: Dataset) -> Engine:
    return TensorFlowEngine(small_dataset)


class TestJob:
    @pytest.mark.parametrize(
        ("done", "step", "end"),
        [
            (0, None, 20),
            (13, None, 20),
            (0, Step.NOTHING, 0),
            (13, Step.NOTHING, 13),
            (20, Step.NOTHING, 20),
            (0, Step.BATCH, 1),
            (13, Step.BATCH, 14),
            (20, Step.BATCH, 20),
            (0, Step.EPOCH, 10),
            (9, Step.EPOCH, 10),
            (10, Step.EPOCH, 20),
            (13, Step.EPOCH, 20),
            (20, Step.EPOCH, 20),
        ],
    )
    def test_its_end(self, done: int, step: Step | None, end: int) -> None:
        snapshot = Snapshot(untrained(RECIPE).weights, done, RECIPE.architecture)
        job = Job(RECIPE, Checkpoint(snapshot, (), 0.01) if done else None, step)
        assert job.first_batch == done
        assert job.end == end


class TestEveryEngine:
    def test_tells_of_a_run_from_its_beginning_to_its_end(self, engine: Engine) -> None:
        events = heard(engine, Job(RECIPE))
        begun, *between, _ = events
        assert isinstance(begun, Begun)
        assert begun.checkpoint is None
        assert begun.snapshot.updates == 0
        first = initial_snapshot(RECIPE.architecture, RECIPE.initializer, RECIPE.seed)
        np.testing.assert_array_equal(begun.snapshot.weights[0], first.weights[0])
        done = 0
        for event in between:
            match event:
                case Advanced():
                    assert event.first_batch == done
                    assert len(event.losses)
                    assert event.seconds > 0
                    done = event.batches_done
                    assert (event.accuracy is not None) == (done % PER_EPOCH == 0)
                case Scored(batches_done):
                    assert batches_done == done
                    assert done % PER_EPOCH == 0
                case SnapshotTaken(snapshot):
                    assert snapshot.updates == done
                case CheckpointTaken(checkpoint):
                    assert checkpoint.snapshot.updates == done
                case _:
                    raise AssertionError(event)
        assert last_checkpoint(events).snapshot.updates == done == 2 * PER_EPOCH

    def test_stops_in_mid_epoch_and_goes_on_as_if_nothing_had_happened(self, engine: Engine) -> None:
        undisturbed = losses_of(heard(engine, Job(RECIPE)))
        first = heard(engine, Job(RECIPE, step=Step.BATCH))
        control = FreeRun()

        def stop(event: Event) -> None:
            control.end_wanted |= isinstance(event, Advanced)

        second = heard(engine, Job(RECIPE, last_checkpoint(first)), control, stop)
        assert isinstance(second[0], Begun)
        assert second[0].checkpoint is last_checkpoint(first)
        assert sum(isinstance(event, Advanced) for event in second) == 1
        third = heard(engine, Job(RECIPE, last_checkpoint(second)))
        losses = losses_of([*first, *second, *third])
        np.testing.assert_allclose(losses, undisturbed, rtol=1e-6)

    def test_whose_end_is_wanted_at_once_has_a_state_to_go_on_from(self, engine: Engine) -> None:
        events = heard(engine, Job(RECIPE), FreeRun(end_wanted=True))
        assert [type(event) for event in events] == [Begun, CheckpointTaken]
        assert last_checkpoint(events).snapshot.updates == 0

    def test_that_shall_take_no_step_has_a_state_to_go_on_from(self, engine: Engine) -> None:
        undisturbed = losses_of(heard(engine, Job(RECIPE)))
        events = heard(engine, Job(RECIPE, step=Step.NOTHING))
        assert [type(event) for event in events] == [Begun, CheckpointTaken]
        assert last_checkpoint(events).snapshot.updates == 0
        again = heard(engine, Job(RECIPE, last_checkpoint(events), Step.NOTHING))
        assert [type(event) for event in again] == [Begun, CheckpointTaken]
        later = losses_of(heard(engine, Job(RECIPE, last_checkpoint(again))))
        assert later == pytest.approx(undisturbed)

    def test_with_nothing_left_to_do_does_nothing(self, engine: Engine) -> None:
        finished = last_checkpoint(heard(engine, Job(RECIPE)))
        events = heard(engine, Job(RECIPE, finished))
        assert [type(event) for event in events] == [Begun, CheckpointTaken]

    def test_takes_up_a_learning_rate_asked_for_during_the_last_batches(self, engine: Engine) -> None:
        control = FreeRun()

        def ask(event: Event) -> None:
            if isinstance(event, Advanced) and event.batches_done == PER_EPOCH:
                control.learning_rate = 0.5

        events = heard(engine, Job(RECIPE, step=Step.EPOCH), control, ask)
        assert last_checkpoint(events).learning_rate == pytest.approx(0.5)
        assert losses_of(events) == pytest.approx(losses_of(heard(engine, Job(RECIPE, step=Step.EPOCH))))

    def test_uses_a_learning_rate_from_the_next_batch_on(self, engine: Engine) -> None:
        begun = last_checkpoint(heard(engine, Job(RECIPE, step=Step.BATCH)))
        job = Job(RECIPE, begun, Step.BATCH)
        asked = last_checkpoint(heard(engine, job, FreeRun(learning_rate=0.5)))
        usual = last_checkpoint(heard(engine, job))
        for old, own, other in zip(
            begun.snapshot.weights, usual.snapshot.weights, asked.snapshot.weights, strict=True
        ):
            np.testing.assert_allclose(other - old, 50 * (own - old), rtol=1e-2, atol=2e-6)

    def test_that_diverges_says_so_and_the_next_run_is_none_the_worse(self, engine: Engine) -> None:
        undisturbed = losses_of(heard(engine, Job(RECIPE)))
        events: list[Event] = []
        with pytest.raises(DivergedError) as caught:
            engine.run(Job(replace(RECIPE, learning_rate=1e30)), events.append, FreeRun())
        assert caught.value.values["batch"] == 2
        assert losses_of(events) == undisturbed[:1]
        assert losses_of(heard(engine, Job(RECIPE))) == pytest.approx(undisturbed)

    def test_whose_listener_fails_leaves_the_next_run_as_it_would_be(self, engine: Engine) -> None:
        undisturbed = losses_of(heard(engine, Job(RECIPE)))

        def fail(event: Event) -> None:
            if isinstance(event, Advanced):
                raise RuntimeError("the ear is deaf")

        with pytest.raises(RuntimeError, match="deaf"):
            heard(engine, Job(RECIPE), then=fail)
        assert losses_of(heard(engine, Job(RECIPE))) == pytest.approx(undisturbed)


class Metronome(FreeRun):
    """Asks for so many seconds a batch, and counts those that an engine waits; they pass at once."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds
        self.asked: list[int] = []
        self.waits: list[float] = []

    def seconds_for(self, batch: int) -> float:
        self.asked.append(batch)
        return self.seconds

    def wait(self, seconds: float) -> None:
        assert seconds > 0
        self.waits.append(seconds)


class TestPace:
    SECONDS = 5.0
    """So long that whatever a batch takes, also compiled for the first time, something is left to wait for."""

    def test_what_training_does_not_need_of_the_time_asked_for_is_waited(self, engine: Engine) -> None:
        heard(engine, Job(RECIPE, step=Step.BATCH))  # compiled now
        control, start = Metronome(self.SECONDS), time.monotonic()
        events = heard(engine, Job(RECIPE, step=Step.EPOCH), control)
        took = time.monotonic() - start
        assert control.asked == list(range(PER_EPOCH))
        # Nobody waits after the last batch: the run is done.
        assert len(control.waits) == PER_EPOCH - 1
        asked = (PER_EPOCH - 1) * self.SECONDS
        assert asked - took <= sum(control.waits) < asked
        assert [len(event.losses) for event in events if isinstance(event, Advanced)] == [1] * PER_EPOCH

    def test_waiting_changes_nothing_that_is_learnt_and_is_no_training(self, engine: Engine) -> None:
        usual = heard(engine, Job(RECIPE))
        start = time.monotonic()
        slow = heard(engine, Job(RECIPE), Sleeper(0.05))
        took = time.monotonic() - start
        assert losses_of(slow) == pytest.approx(losses_of(usual))
        assert took >= 0.05 * (2 * PER_EPOCH - 1)
        trained = sum(event.seconds for event in slow if isinstance(event, Advanced))
        assert trained < took - 0.1

    def test_a_batch_that_takes_longer_than_asked_is_not_waited_for(self, engine: Engine) -> None:
        control = Metronome(1e-9)
        heard(engine, Job(RECIPE), control)
        assert control.waits == []

    def test_the_end_that_is_wanted_while_it_waits_comes_at_once(self, engine: Engine) -> None:
        control = Metronome(self.SECONDS)
        usual = control.wait

        def wait(seconds: float) -> None:
            usual(seconds)
            control.end_wanted = len(control.waits) == 3

        control.wait = wait  # type: ignore[method-assign]
        events = heard(engine, Job(RECIPE), control)
        assert len(losses_of(events)) == 3
        assert last_checkpoint(events).snapshot.updates == 3


class Sleeper(Metronome):
    """Asks for so many seconds a batch, and waits for them."""

    def wait(self, seconds: float) -> None:
        super().wait(seconds)
        time.sleep(seconds)


def test_a_fast_pace_trains_on_as_many_batches_as_are_shown_together(lesson: Engine) -> None:
    heard(lesson, Job(RECIPE, step=Step.BATCH))  # compiled now
    control = Metronome(CHUNK_SECONDS / 2.5)
    events = heard(lesson, Job(RECIPE), control)
    sizes = [len(event.losses) for event in events if isinstance(event, Advanced)]
    assert sum(sizes) == 2 * PER_EPOCH
    assert max(sizes) == 2
    assert control.asked == [sum(sizes[:number]) for number in range(len(sizes))]


def test_both_engines_have_the_same_losses(small_dataset: Dataset) -> None:
    ours, kerass = (heard(make(small_dataset), Job(RECIPE)) for make in (TensorFlowEngine, KerasEngine))
    np.testing.assert_allclose(losses_of(ours), losses_of(kerass), rtol=1e-4)


def test_an_unknown_network_begins_with_one_batch_so_that_pause_keeps_its_promise(
    small_dataset: Dataset,
) -> None:
    engine = TensorFlowEngine(small_dataset, Execution.GRAPH)  # begins alike, and is there sooner
    small = replace(RECIPE, architecture=Architecture((HiddenLayer(16),)))

    def first_losses(recipe: Recipe) -> int:
        done = Snapshot(untrained(recipe).weights, 3, recipe.architecture)  # a moment is planned further on only
        _, first, *_ = heard(engine, Job(recipe, Checkpoint(done, (), recipe.learning_rate)))
        assert isinstance(first, Advanced)
        return len(first.losses)

    assert first_losses(small) == 1
    assert first_losses(replace(RECIPE, architecture=ARTICLE)) > 1


def test_one_batch_is_one_batch_of_the_network_whose_pace_is_known(small_dataset: Dataset) -> None:
    """Its first chunk has room for many: the job alone says where it ends."""
    recipe = replace(RECIPE, architecture=ARTICLE)
    engine = TensorFlowEngine(small_dataset, Execution.GRAPH)
    begun = last_checkpoint(heard(engine, Job(recipe, step=Step.BATCH)))
    assert begun.snapshot.updates == 1
    assert last_checkpoint(heard(engine, Job(recipe, begun, Step.BATCH))).snapshot.updates == 2


def test_whoever_hears_of_a_slow_batch_need_not_wait_for_a_state_to_go_on_from(
    lesson: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digitpad.engines.tensorflow_engine.SLOW_SECONDS", 0.0)
    copied: list[int] = []
    snapshot = TrainingLoop.snapshot
    monkeypatch.setattr(TrainingLoop, "snapshot", lambda loop: copied.append(loop.batches_done) or snapshot(loop))
    late: list[Event] = []

    def note(event: Event) -> None:
        if isinstance(event, Advanced) and event.batches_done not in copied:
            late.append(event)

    events = heard(lesson, Job(RECIPE), then=note)
    assert any(isinstance(event, Advanced) for event in events)
    assert late == []
    assert len(copied) == len(set(copied)), "to copy large tensors takes as long as a batch: once is enough"


def test_memory_for_a_state_after_a_slow_batch_is_made_ready_before(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("tensorflow_engine", "keras.teller"):
        monkeypatch.setattr(f"digitpad.engines.{module}.SLOW_SECONDS", 0.0)
    done: list[str] = []
    for name in ("weights", "make_room", "release"):
        does = getattr(Copies, name)
        monkeypatch.setattr(Copies, name, lambda copies, name=name, does=does: done.append(name) or does(copies))
    heard(engine, Job(RECIPE))
    assert done[:4] == ["weights", "make_room"] * 2
    assert done[-1] == "release"


def test_the_weights_are_told_at_each_planned_batch(lesson: Engine) -> None:
    events = heard(lesson, Job(RECIPE))
    told = {event.snapshot.updates for event in events if isinstance(event, Begun | SnapshotTaken)}
    told |= {event.checkpoint.snapshot.updates for event in events if isinstance(event, CheckpointTaken)}
    assert told >= set(planned(RECIPE))
    assert len(told) < RECIPE.total_batches


@dataclass
class PatientControl:
    """Looked at so many times, does something: ends the run, or lets it go on."""

    looks: int
    then: Callable[[], bool]
    learning_rate: float | None = None

    @property
    def end_wanted(self) -> bool:
        self.looks -= 1
        return self.looks < 0 and self.then()

    def seconds_for(self, batch: int) -> float:
        return 0.0

    def wait(self, seconds: float) -> None:
        raise AssertionError("there is nothing to wait for")


class TestImagesThatAreNotReady:
    RECIPE = replace(RECIPE, data=TrainingData(TrainingImages.VARIED, TRAIN_IMAGES))

    @pytest.fixture
    def gate(self, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
        """No image is ready before this is set."""
        gate = threading.Event()
        augment = Augmentation.augment

        def wait(*arguments: object) -> object:
            assert gate.wait(GENEROUS_SECONDS)
            return augment(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Augmentation, "augment", wait)
        return gate

    def test_the_run_ends_at_once_when_it_is_wanted(self, lesson: Engine, gate: threading.Event) -> None:
        try:
            events = heard(lesson, Job(self.RECIPE), PatientControl(3, lambda: True))
        finally:
            gate.set()
        assert [type(event) for event in events] == [Begun, CheckpointTaken]
        assert last_checkpoint(events).snapshot.updates == 0

    def test_nothing_is_told_until_they_are(self, lesson: Engine, gate: threading.Event) -> None:
        def open_gate() -> bool:
            gate.set()
            return False

        late = heard(lesson, Job(self.RECIPE, step=Step.EPOCH), PatientControl(3, open_gate))
        assert all(len(event.losses) for event in late if isinstance(event, Advanced))
        at_once = heard(lesson, Job(self.RECIPE, step=Step.EPOCH))
        assert losses_of(late) == losses_of(at_once)
        assert len(losses_of(late)) == PER_EPOCH
        for one, other in pairwise(event for event in late if isinstance(event, Advanced)):
            assert other.first_batch == one.batches_done
