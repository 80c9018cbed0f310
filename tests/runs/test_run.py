"""A run as it is kept: its curves, and where it can go on from."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.loss_history import FIRST_ROOM, LossHistory
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import MAX_NAME, SHORT_NAME, Run, proper_name, short_name
from digitpad.runs.scores.score import Score, Scores
from digitpad.runs.shelf import Shelf

RECIPE = Recipe(epochs=2)


def snapshot(updates: int) -> Snapshot:
    return Snapshot(untrained(RECIPE).weights, updates)


def run(batches: int) -> Run:
    run = Run(0, "Run 1", RECIPE)
    run.history.extend(np.arange(batches, dtype=np.float32), 2.0)
    return run


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Run 1", "Run 1"),
        ("Run 2 (Run 1, batch)", "Run 2 (Run 1, batch)"),
        ("Run 2 (Run 1, batch 10)", "Run 2 (…)"),
        ("sixteen letters. (and more)", "sixteen letters. (…)"),
        ("seventeen letters (and more)", "seventeen letters (…"),
        ("A (b) and far too much", "A (b) and far too m…"),
        ("no brackets but too long", "no brackets but too…"),
    ],
)
def test_a_short_name_keeps_brackets_whole_or_leaves_them_out(name: str, short: str) -> None:
    assert short_name(name) == short
    assert len(short) <= SHORT_NAME


class TestLossHistory:
    def test_it_grows_and_keeps_everything(self) -> None:
        history = LossHistory()
        values = np.random.default_rng(0).random(3 * FIRST_ROOM).astype(np.float32)
        for piece in np.array_split(values, 17):
            history.extend(piece, 0.5)
        np.testing.assert_array_equal(history.losses, values)
        assert history.seconds[-1] == pytest.approx(17 * 0.5)
        assert (np.diff(history.seconds) > 0).all()

    @pytest.mark.parametrize("window", [1, 7, 1000])
    def test_the_moving_average_is_the_mean_of_the_last_ones(self, window: int) -> None:
        history = LossHistory()
        values = np.random.default_rng(1).random(300).astype(np.float32)
        history.extend(values, 1.0)
        ends = np.array([0, 5, 299])
        expected = [values[max(0, end + 1 - window) : end + 1].mean(dtype=float) for end in ends]
        np.testing.assert_allclose(history.moving_average(ends, window), expected, rtol=1e-12)
        np.testing.assert_allclose([history.mean_at(end, window) for end in ends], expected, rtol=1e-12)

    def test_until_is_a_copy_of_the_beginning(self) -> None:
        history = LossHistory()
        history.extend(np.arange(4, dtype=np.float32), 1.0)
        history.add_accuracy(0.5)
        history.add_rate_change(0.1)
        history.extend(np.arange(4, dtype=np.float32), 3.0)
        history.add_accuracy(0.75)
        history.add_rate_change(0.2)
        for done, share in ((0, 0.1), (8, 0.75), (5, 0.5), (6, 0.625)):
            assert history.add_sample_accuracy(done, share)
        scores = {done: Scores(test=Score(1.0, share)) for done, share in ((4, 0.5), (8, 0.75))}
        for done in (8, 4):
            history.add_scores(done, scores[done])
        early = history.until(5)
        np.testing.assert_array_equal(early.losses, history.losses[:5])
        np.testing.assert_array_equal(early.seconds, history.seconds[:5])
        assert early.accuracies == [(4, 0.5)]
        assert early.rate_changes == [(4, 0.1)]
        assert early.sample_accuracies == [(0, 0.1), (5, 0.5)]
        assert history.scores == [(4, scores[4]), (8, scores[8])]
        assert early.scores == [(4, scores[4])]
        early.extend(np.ones(1, np.float32), 1.0)
        assert history.losses[5] == 1.0
        assert len(history) == 8

    def test_what_is_known_of_the_sample_or_lies_ahead_is_no_news(self) -> None:
        history = LossHistory()
        history.extend(np.ones(3, np.float32), 1.0)
        assert history.add_sample_accuracy(3, 0.5)
        assert not history.add_sample_accuracy(3, 0.75)
        assert not history.add_sample_accuracy(4, 0.75)
        assert history.sample_accuracies == [(3, 0.5)]


class TestProbabilityHistory:
    def test_gaps_stand_between_drawings_and_only_once(self) -> None:
        history = ProbabilityHistory()
        history.add_gap(0)  # nothing to be a gap between
        history.extend(1, np.full(10, 0.1))
        history.add_gap(2)
        history.add_gap(3)
        history.extend(4, np.full(10, 0.1))
        assert history.batches.tolist() == [1, 2, 4]
        assert np.isnan(history.values[1]).all()

    def test_it_grows(self) -> None:
        history = ProbabilityHistory()
        for batches in range(3000):
            history.extend(batches, np.full(10, batches))
        np.testing.assert_array_equal(history.batches, np.arange(3000))
        np.testing.assert_array_equal(history.values[:, 3], np.arange(3000))
        assert len(history.until(1500)) == 1501


class TestRun:
    def test_a_run_without_checkpoint_cannot_go_on(self) -> None:
        assert not run(10).can_go_on

    def test_a_finished_one_keeps_only_its_weights(self) -> None:
        finished = run(938)
        finished.take_checkpoint(Checkpoint(snapshot(938), (np.zeros(3),), 1e-3))
        assert finished.finished
        assert finished.snapshot is not None
        assert finished.checkpoint is None
        assert not finished.can_go_on

    def test_going_back_forgets_what_came_after(self) -> None:
        under_way = run(20)
        under_way.take_checkpoint(Checkpoint(snapshot(12), (), 1e-3))
        under_way.snapshot = snapshot(18)
        under_way.probabilities.extend([5, 12, 18], np.zeros((3, 10)))
        copy = under_way.for_file()
        under_way.go_back_to(under_way.checkpoint)
        assert (len(under_way.history), under_way.snapshot.updates, len(under_way.probabilities)) == (12, 12, 2)
        assert under_way.can_go_on
        assert (len(copy.history), copy.snapshot.updates, len(copy.probabilities)) == (20, 18, 3)

    def test_figures_follow_from_the_history(self) -> None:
        begun = run(0)
        assert (begun.epochs, begun.seconds, begun.accuracy, begun.learning_rate) == (0, 0, None, 1e-3)
        assert not begun.is_trained
        under_way = run(670)
        under_way.history.add_accuracy(0.5)
        under_way.history.add_accuracy(0.75)
        assert under_way.epochs == pytest.approx(670 / 469)
        assert under_way.seconds == pytest.approx(2.0)
        assert under_way.accuracy == 0.75
        assert not under_way.finished
        assert run(938).finished

    def test_going_back_to_the_beginning_forgets_everything(self) -> None:
        under_way = run(20)
        under_way.history.add_rate_change(0.5)
        under_way.go_back_to(Checkpoint(snapshot(0), (), 1e-3))
        assert (len(under_way.history), under_way.learning_rate) == (0, 1e-3)
        assert under_way.can_go_on

    def test_a_copy_for_a_file_stays_as_it_was(self) -> None:
        under_way = run(20)
        under_way.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        copy = under_way.for_file()
        under_way.history.extend(np.ones(5, np.float32), 1.0)
        under_way.probabilities.extend(21, np.zeros(10))
        under_way.snapshot = snapshot(25)
        under_way.name = "renamed"
        assert (len(copy.history), len(copy.probabilities), copy.snapshot.updates) == (20, 0, 20)
        assert copy.name == "Run 1"


class TestLearningRate:
    def test_it_is_the_recipes_then_the_newest(self) -> None:
        under_way = run(20)
        assert under_way.learning_rate == under_way.rate_to_go_on_with == 1e-3
        under_way.change_learning_rate(0.5)
        under_way.change_learning_rate(0.25)
        assert under_way.learning_rate == 0.25
        assert under_way.history.rate_changes == [(20, 0.25)]

    def test_changed_while_paused_it_counts_when_the_run_goes_on(self) -> None:
        paused = run(20)
        paused.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        paused.change_learning_rate(0.5)
        assert paused.checkpoint.learning_rate == paused.rate_to_go_on_with == 0.5

    def test_given_before_a_state_it_counts_there_whatever_the_engine_says(self) -> None:
        under_way = run(20)
        under_way.change_learning_rate(0.5)
        under_way.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        assert under_way.checkpoint.learning_rate == 0.5

    def test_given_after_a_state_it_does_not_count_there(self, shelf: Shelf) -> None:
        failed = run(20)
        failed.take_checkpoint(Checkpoint(snapshot(12), (), 1e-3))
        failed.change_learning_rate(0.5)
        assert failed.checkpoint.learning_rate == failed.rate_to_go_on_with == 1e-3
        assert failed.learning_rate == 0.5
        failed.shelve(shelf)
        assert failed.rate_to_go_on_with == 1e-3
        failed.go_back_to(failed.checkpoint)
        assert failed.learning_rate == 1e-3


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.close()


class TestShelf:
    def test_a_shelved_run_is_what_it_was(self, shelf: Shelf) -> None:
        ended = run(20)
        slots = (np.asarray(20), np.random.default_rng(0).random((784, 512), np.float32))
        ended.take_checkpoint(Checkpoint(snapshot(20), slots, 0.25))
        ended.shelve(shelf)
        assert ended.is_trained
        assert ended.can_go_on
        assert ended.snapshot.updates == 20
        for mine, theirs in zip(ended.snapshot.weights, snapshot(20).weights, strict=True):
            np.testing.assert_array_equal(mine, theirs)
            assert not mine.flags.writeable
        checkpoint = ended.checkpoint
        assert checkpoint.learning_rate == 0.25
        for mine, theirs in zip(checkpoint.slots, slots, strict=True):
            np.testing.assert_array_equal(mine, theirs)
            assert (mine.dtype, mine.shape) == (theirs.dtype, theirs.shape)

    def test_a_run_that_ended_badly_keeps_its_curve_and_its_checkpoint(self, shelf: Shelf) -> None:
        failed = run(20)
        failed.take_checkpoint(Checkpoint(snapshot(12), (), 1e-3))
        failed.snapshot = snapshot(18)
        failed.shelve(shelf)
        assert len(failed.history) == 20
        assert failed.snapshot.updates == 12
        failed.go_back_to(failed.checkpoint)
        assert len(failed.history) == 12

    def test_only_weights_that_lie_on_the_disk_are_let_go_of(self, shelf: Shelf) -> None:
        ended = run(20)
        assert ended.weights_to_shelve is None
        ended.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        weights = ended.weights_to_shelve
        place = weights.put(shelf)
        assert ended.is_at_hand
        ended.replace_by_shelved(weights, place)
        assert not ended.is_at_hand
        assert ended.weights_to_shelve is None
        assert ended.snapshot.updates == 20

    def test_newer_weights_are_not_replaced_by_those_on_the_disk(self, shelf: Shelf) -> None:
        goes_on = run(20)
        goes_on.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        weights = goes_on.weights_to_shelve
        place = weights.put(shelf)
        goes_on.snapshot = snapshot(25)
        goes_on.replace_by_shelved(weights, place)
        assert goes_on.is_at_hand
        assert goes_on.snapshot.updates == 25

    def test_a_finished_run_takes_only_its_weights_to_the_shelf(self, shelf: Shelf) -> None:
        finished = run(938)
        finished.take_checkpoint(Checkpoint(snapshot(938), (np.zeros(3),), 1e-3))
        finished.shelve(shelf)
        assert finished.snapshot.updates == 938
        assert finished.checkpoint is None
        assert not finished.can_go_on

    def test_a_shelved_run_is_read_by_whoever_writes_the_file(
        self, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ended = run(20)
        ended.take_checkpoint(Checkpoint(snapshot(20), (), 1e-3))
        ended.shelve(shelf)
        with monkeypatch.context() as patch:
            patch.setattr(Shelf, "read", lambda *_: pytest.fail("the disk was asked"))
            copy = ended.for_file()
            assert (copy.is_trained, copy.can_go_on, copy.is_at_hand) == (True, True, False)
        assert copy.snapshot.updates == 20

    def test_many_runs_take_no_memory_and_do_not_disturb_each_other(self, shelf: Shelf) -> None:
        runs = []
        for number in range(30):
            one = run(5)
            one.snapshot = Snapshot(untrained(Recipe(seed=number)).weights, 5)
            one.shelve(shelf)
            runs.append(one)
        for number in (29, 0, 17):
            expected = untrained(Recipe(seed=number)).weights
            np.testing.assert_array_equal(runs[number].snapshot.weights[0], expected[0])

    def test_without_room_on_the_disk_it_stays_in_memory(
        self, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(**_: object) -> None:
            raise OSError("No space left on device")

        monkeypatch.setattr("tempfile.TemporaryFile", full)
        ended = run(20)
        ended.snapshot = snapshot(20)
        ended.shelve(shelf)
        assert ended.snapshot.updates == 20

    def test_a_closed_shelf_says_so(self, shelf: Shelf) -> None:
        ended = run(20)
        ended.snapshot = snapshot(20)
        ended.shelve(shelf)
        shelf.close()
        with pytest.raises(OSError, match="closed"):
            _ = ended.snapshot

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for a process's files")
    def test_a_disk_that_fills_up_in_the_middle_leaves_the_others_readable(self, shelf: Shelf) -> None:
        import resource
        import signal

        first = shelf.put([np.arange(1000.0)])
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8500, limits[1]))
        try:
            assert shelf.put([np.arange(50.0), np.arange(50.0)]) is None
            np.testing.assert_array_equal(first.arrays()[0], np.arange(1000.0))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, handler)
        np.testing.assert_array_equal(shelf.put([np.arange(3.0)]).arrays()[0], np.arange(3.0))
        np.testing.assert_array_equal(first.arrays()[0], np.arange(1000.0))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🏫 lớp 3", "👩\u200d🏫 lớp 3"),
        ("5\u00a0epochs\u3000wide", "5\u00a0epochs\u3000wide"),
        ("two\nlines\t\x07", "twolines"),
        ("turned\u202egnp", "turnedgnp"),
        (" \u3000 ", ""),
        ("no\ufffe\uffff letter", "no letter"),
        ("x" * 199 + "👩\u200d🏫", "x" * 199 + "👩"),
    ],
)
def test_a_name_stays_what_was_typed(typed: str, kept: str) -> None:
    assert proper_name(typed) == kept


@pytest.mark.parametrize("typed", [f"{'a' * (MAX_NAME - 1)} b", "a \u200d", "a\u200d \u200c \u200d", "a" * 300])
def test_a_proper_name_is_one_still_when_it_is_read_again(typed: str) -> None:
    name = proper_name(typed)
    assert name.startswith("a")
    assert proper_name(name) == name
