"""What is tested when, on what, and what is looked at: the workspace without a window."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.app import main
from digitpad.data import mnist as mnist_files
from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.picture_set import SAMPLE, Source, mnist_train_sample, of_drawings
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.judging import judge
from digitpad.network.snapshot import Snapshot
from digitpad.resources import asset
from digitpad.runs.by_hand import MOST_IMAGES
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Advanced, Begun, Ending, SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.testing import examiner
from digitpad.workspace.testing.opened import Opened, Scope
from digitpad.workspace.testing.vote import begin_vote
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.pictures import testing_texts
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import PER_EPOCH, SMALL, WAIT_MS, Ends, Scripted, close, files_done

OURS = [LabelledDrawing(sample_digit(digit), digit, pen=1 + digit % 3) for digit in range(10)]
MISLABELLED = LabelledDrawing(sample_digit(3), 8, pen=2)


def current(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until what is known is of the network that answers."""
    qtbot.waitUntil(lambda: workspace.testing.is_current, timeout=WAIT_MS)


@pytest.fixture
def watched(workspace: Workspace, qtbot: QtBot) -> Workspace:
    """A workspace whose ready-made network is tested on MNIST's test images while somebody looks."""
    workspace.commands.take_ready_made()
    workspace.testing.watch(True)
    current(workspace, qtbot)
    return workspace


class TestWhen:
    def test_nothing_is_tested_while_nobody_looks(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.commands.take_ready_made()
        assert workspace.testing.is_quiet
        assert workspace.testing.findings is None
        workspace.testing.watch(True)
        assert not workspace.testing.is_quiet
        current(workspace, qtbot)
        workspace.testing.watch(False)
        workspace.commands.reset()
        assert workspace.testing.is_quiet
        assert not workspace.testing.is_current

    def test_another_network_makes_it_stale_until_that_one_is_tested(
        self, watched: Workspace, qtbot: QtBot
    ) -> None:
        before = watched.testing.findings
        assert before is not None
        assert before.judgement.accuracy > 0.985
        assert testing_texts.state_text(watched.testing) == ""
        watched.commands.reset()
        assert not watched.testing.is_current
        assert watched.testing.findings is before
        assert "another one answers now" in testing_texts.state_text(watched.testing)
        current(watched, qtbot)
        found = watched.testing.findings
        assert found is not None
        mnist = load_dataset()
        expected = judge(watched.network.snapshot, mnist.test_images, mnist.test_labels)
        assert expected is not None
        np.testing.assert_array_equal(found.judgement.confusion, expected.confusion)

    def test_of_networks_that_follow_one_another_the_last_is_tested(
        self, watched: Workspace, qtbot: QtBot
    ) -> None:
        told: list[int] = []
        watched.testing.changed.connect(lambda: told.append(watched.testing.is_current))
        for seed in range(5):
            watched.network.reset(Recipe(seed=seed))
        current(watched, qtbot)
        found = watched.testing.findings
        assert found is not None
        assert found.question.snapshot is watched.network.snapshot
        assert told == [False, True]

    def test_a_pause_is_tested_at_once(self, ready: Workspace, ends: Ends, qtbot: QtBot) -> None:
        ready.testing.watch(True)
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        current(ready, qtbot)
        found = ready.testing.findings
        assert found is not None
        assert found.question.snapshot.updates == 1

    def test_each_epoch_of_a_run_is_tested(self, ready: Workspace, ends: Ends, qtbot: QtBot) -> None:
        ready.testing.watch(True)
        current(ready, qtbot)
        seen: list[tuple[int, State]] = []

        def note() -> None:
            found = ready.testing.findings
            if found is not None:
                seen.append((found.question.snapshot.updates, ready.training.state))

        ready.testing.changed.connect(note)
        ready.draft.write(SMALL)
        with ends(Ending.COMPLETED):
            ready.commands.toggle_training()
        current(ready, qtbot)
        assert seen[-1][0] == SMALL.epochs * PER_EPOCH
        # In mid-training nothing was tested but a run's beginning and what came at or after an epoch's end.
        assert all(updates == 0 or updates >= PER_EPOCH for updates, _ in seen)

    def test_in_the_middle_of_an_epoch_no_newer_weights_are(
        self, ready: Workspace, ends: Ends, qtbot: QtBot
    ) -> None:
        first = untrained(SMALL)

        def half_an_epoch(job: Job, report: Report, control: Control) -> None:
            report(Begun("xla", first))
            for done in range(1, PER_EPOCH // 2 + 1):
                report(Advanced(done - 1, np.ones(1, np.float32), 0.01))
                report(SnapshotTaken(Snapshot(first.weights, done, first.architecture)))
            while not control.end_wanted:
                control.wait(0.01)

        ready.training.engine_for = lambda _: Scripted(half_an_epoch)
        ready.testing.watch(True)
        current(ready, qtbot)
        with ends(Ending.STOPPED):
            ready.training.train(SMALL)
            qtbot.waitUntil(lambda: ready.network.snapshot.updates == PER_EPOCH // 2, timeout=WAIT_MS)
            qtbot.waitUntil(lambda: ready.testing.is_quiet, timeout=WAIT_MS)
            found = ready.testing.findings
            assert found is not None
            assert found.question.snapshot.updates == 0
            assert not ready.testing.is_current
            ready.training.stop()

    @pytest.mark.parametrize(("most_bytes", "at_once"), [(examiner.MOST_BYTES, True), (1, False)])
    def test_whoever_returns_to_a_network_need_not_wait_unless_that_takes_too_much_memory(
        self, watched: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, most_bytes: int, at_once: bool
    ) -> None:
        monkeypatch.setattr(examiner, "MOST_BYTES", most_bytes)
        watched.commands.reset()
        current(watched, qtbot)
        watched.commands.take_ready_made()
        assert watched.testing.is_current is at_once
        current(watched, qtbot)


class TestOnWhat:
    def test_a_sample_of_mnists_training_images_is_the_same_each_time(
        self, watched: Workspace, qtbot: QtBot
    ) -> None:
        watched.testing.choose_source(Source.MNIST_TRAIN)
        assert watched.testing.findings is None
        current(watched, qtbot)
        found = watched.testing.findings
        assert found is not None
        assert len(found.judgement) == SAMPLE
        mnist = load_dataset()
        again = mnist_train_sample(mnist)
        np.testing.assert_array_equal(found.pictures.numbers, again.numbers)
        assert len(np.unique(again.numbers)) == SAMPLE
        last = int(again.numbers[-1])
        np.testing.assert_array_equal(again.pictures.images[-1], mnist.train_images[last - 1])

    def test_who_has_not_learnt_from_all_of_mnists_training_images_is_said_not_to_have(
        self, watched: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        watched.testing.choose_source(Source.MNIST_TRAIN)
        current(watched, qtbot)
        assert testing_texts.state_text(watched.testing) == ""
        recipe = replace(SMALL, data=TrainingData(left_out=(7,), validation=0.1, count=1000))
        with ends(Ending.PAUSED):
            watched.training.train(recipe, Step.EPOCH)
        current(watched, qtbot)
        assert "from 1,000 of the 60,000 training images" in testing_texts.state_text(watched.testing)

    def test_the_classs_own_digits_and_what_becomes_of_a_label(self, watched: Workspace, qtbot: QtBot) -> None:
        testing = watched.testing
        testing.choose_source(Source.CLASS)
        assert testing.is_empty
        assert "no digits of our own yet" in testing_texts.state_text(testing)
        watched.class_drawings.add([*OURS, MISLABELLED])
        current(watched, qtbot)
        found = testing.findings
        assert found is not None
        assert found.judgement.confusion[8, 3] == 1
        assert found.judgement.wrong_count == 1
        assert "By pen" in testing_texts.pens_text(found.judgement, found.pictures)
        watched.class_drawings.relabel([10], 3)
        assert not testing.is_current
        current(watched, qtbot)
        assert testing.findings is not None
        assert testing.findings.judgement.wrong_count == 0
        watched.board.undo()
        current(watched, qtbot)
        assert testing.findings.judgement.wrong_count == 1

    def test_other_labels_drawings_or_a_second_network_are_no_other_network_that_answers(
        self, watched: Workspace, qtbot: QtBot, tmp_path: Path
    ) -> None:
        testing, changed = watched.testing, "Of other drawings or labels than there are now; testing anew …"
        testing.choose_source(Source.CLASS)
        watched.class_drawings.add([*OURS, MISLABELLED])
        current(watched, qtbot)
        watched.class_drawings.relabel([10], 3)
        assert testing_texts.state_text(testing) == changed
        current(watched, qtbot)
        assert testing_texts.state_text(testing) == ""
        said: list[str] = []
        testing.changed.connect(lambda: said.append(testing_texts.state_text(testing)))
        for name, meanwhile in (("one.jsonl", "Testing …"), ("other.jsonl", changed)):
            write_drawings(tmp_path / name, OURS)
            said.clear()
            testing.open_file(tmp_path / name)
            qtbot.waitUntil(lambda: said[-1:] == [""], timeout=WAIT_MS)
            assert set(said) == {meanwhile, ""}
        run = watched.runs.new(SMALL)
        watched.runs.begin(run, initial_snapshot(SMALL.architecture, SMALL.initializer, 1))
        watched.comparison.begin(run)
        assert not testing.is_current
        assert testing_texts.state_text(testing) == "Testing …"

    def test_as_long_as_pictures_are_made_nobody_says_that_none_is_held_out(
        self, watched: Workspace, qtbot: QtBot
    ) -> None:
        testing, material = watched.testing, watched.material
        testing.choose_source(Source.HELD_OUT)
        none = "None of our digits is held out"
        assert none in testing_texts.state_text(testing)
        with qtbot.waitSignal(testing.changed):
            watched.class_drawings.add(OURS)
        assert testing_texts.state_text(testing) == "Our digits are being turned into pictures …"
        current(watched, qtbot)
        watched.material.hold_out(0.4)
        assert "Of other drawings" in testing_texts.state_text(testing)
        current(watched, qtbot)
        with qtbot.waitSignal(testing.changed):
            material.hold_out(0)
        qtbot.waitUntil(lambda: none in testing_texts.state_text(testing), timeout=WAIT_MS)

    def test_what_is_set_aside_is_not_tested_on_and_said(self, watched: Workspace, qtbot: QtBot) -> None:
        testing = watched.testing
        testing.choose_source(Source.CLASS)
        watched.class_drawings.put(ClassSet(aside=(MISLABELLED,)))
        assert testing.is_empty
        assert "All drawings of our own are set aside" in testing_texts.state_text(testing)
        watched.class_drawings.put(ClassSet(drawings=tuple(OURS), aside=(MISLABELLED,)))
        current(watched, qtbot)
        assert testing.findings is not None
        assert len(testing.findings.judgement) == 10
        assert "set aside" in testing_texts.state_text(testing)

    def test_a_file_gives_the_matrix_that_the_command_line_prints(
        self, watched: Workspace, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "ours.jsonl"
        wrong = [LabelledDrawing(sample_digit(digit), (digit + 1) % 10) for digit in range(10)]
        write_drawings(path, [LabelledDrawing(sample_digit(7)), *OURS, MISLABELLED, *wrong])
        watched.testing.open_file(path)
        files_done(watched, qtbot)
        current(watched, qtbot)
        found = watched.testing.findings
        assert found is not None
        assert watched.testing.path == path
        assert main(["evaluate", "--drawings", str(path), "--json"]) == 0
        _, told = json.loads(capsys.readouterr().out)["sets"]
        assert told["confusion"] == found.judgement.confusion.tolist()
        watched.testing.open(Opened(Scope.MISTAKES))
        numbers = found.pictures.numbers[watched.testing.places].tolist()
        assert [mistake["number"] for mistake in told["mistakes"]] == numbers
        assert sorted(numbers) == list(range(12, 23))
        assert told["most_confident_mistakes"] == told["mistakes"][:10]
        watched.testing.open(Opened(Scope.SUSPECTED))
        assert told["suspected_labels"] == found.pictures.numbers[watched.testing.places].tolist()
        assert told["by_pen"]["2"] == {"count": 4, "right": 3}
        assert told["by_digit"][8] == {"count": 3, "right": 1}

    @pytest.mark.parametrize("content", [b"not JSON\n", b'{"strokes": [[[0, 0], [1, 1]]]}\n'])
    def test_a_file_that_cannot_be_tested_on_changes_nothing(
        self, watched: Workspace, qtbot: QtBot, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "drawings.jsonl"
        path.write_bytes(content)
        with qtbot.waitSignal(watched.testing.failed, timeout=WAIT_MS) as failed:
            watched.testing.open_file(path)
        assert failed.args[0].values["path"] == path
        assert watched.testing.source is Source.MNIST_TEST
        assert watched.testing.is_current

    def test_without_mnist_it_says_so_and_our_own_digits_can_be_tested_on(
        self,
        home: QObject,
        settings: Settings,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(
            mnist_files, "asset", lambda name: tmp_path / name if name == "mnist.npz" else asset(name)
        )
        load_dataset.cache_clear()
        workspace = Workspace(settings, home)
        try:
            testing = workspace.testing
            workspace.commands.take_ready_made()
            testing.watch(True)
            qtbot.waitUntil(lambda: testing.problem is not None, timeout=WAIT_MS)
            assert "mnist.npz" in testing_texts.state_text(testing)
            testing.choose_source(Source.CLASS)
            workspace.class_drawings.add(OURS)
            current(workspace, qtbot)
            assert testing_texts.state_text(testing) == ""
        finally:
            close(workspace)
            load_dataset.cache_clear()

    def test_a_drawing_that_stays_is_drawn_once(
        self, watched: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn: list[object] = []
        picture_of = examiner.picture_of
        monkeypatch.setattr(examiner, "picture_of", lambda drawing: drawn.append(drawing) or picture_of(drawing))
        watched.testing.choose_source(Source.CLASS)
        watched.class_drawings.add(OURS)
        current(watched, qtbot)
        watched.class_drawings.add([MISLABELLED])  # the same strokes as one of those
        current(watched, qtbot)
        assert len(drawn) == 10


class TestCompared:
    def test_a_second_network_is_tested_on_the_same(self, ready: Workspace, ends: Ends, qtbot: QtBot) -> None:
        ready.testing.watch(True)
        with ends(Ending.COMPLETED):
            ready.commands.toggle_training()
        ready.comparison.begin(ready.runs.runs[0])
        ready.commands.take_ready_made()
        current(ready, qtbot)
        found = ready.testing.findings
        assert found is not None
        assert found.other is not None
        assert found.judgement.wrong_count < found.other.wrong_count
        words = testing_texts.difference_text(found.judgement, found.other, "Run 1")
        assert words.endswith("mistakes fewer than Run 1")
        ready.comparison.end()
        current(ready, qtbot)
        assert ready.testing.findings is not None
        assert ready.testing.findings.other is None


class TestLookedAt:
    def test_a_cell_a_row_all_mistakes_and_suspected_labels(self, watched: Workspace) -> None:
        testing = watched.testing
        found = testing.findings
        assert found is not None
        testing.open(Opened(Scope.MISTAKES))
        assert len(testing.places) == found.judgement.wrong_count
        testing.open(Opened(Scope.CELL, 9, 7))
        assert len(testing.places) == found.judgement.confusion[9, 7]
        testing.open(Opened(Scope.ROW, 5))
        assert len(testing.places) == 892  # test images of a five
        testing.open(Opened(Scope.SUSPECTED))
        assert testing.places[0] == 2597
        testing.open(None)
        assert len(testing.places) == 0

    def test_more_pictures_than_a_batch_by_hand_has_are_told_of(self, watched: Workspace, qtbot: QtBot) -> None:
        testing, batch = watched.testing, watched.chosen_batch
        testing.open(Opened(Scope.ROW, 5))
        assert testing.chosen_count() == len(testing.chosen_pictures()) == 892
        watched.prepare_training()
        qtbot.waitUntil(lambda: batch.can_train, timeout=WAIT_MS)
        with qtbot.waitSignal(batch.begun, timeout=WAIT_MS) as begun:
            batch.train(watched.chosen.pictures())
        assert begun.args == [MOST_IMAGES, 892]

    def test_what_has_another_label_by_now_is_not_trained_on_with_the_old_one(
        self, watched: Workspace, qtbot: QtBot
    ) -> None:
        """Whoever labels in the view Class has a shortcut to train on what was opened in the view Test."""
        testing = watched.testing
        testing.choose_source(Source.CLASS)
        watched.class_drawings.add([*OURS, MISLABELLED])
        current(watched, qtbot)
        testing.open(Opened(Scope.MISTAKES))
        assert watched.chosen.pictures().labels.tolist() == [8]
        testing.watch(False)
        possible: list[bool] = []
        watched.conditions_changed.connect(lambda: possible.append(watched.conditions().has_chosen))
        watched.class_drawings.relabel([10], 3)
        assert not len(watched.chosen.pictures())
        assert possible[-1:] == [False]
        assert watched.chosen.first() is None
        watched.board.undo()
        assert watched.chosen.pictures().labels.tolist() == [8]

    def test_what_a_gallery_still_shows_of_pictures_that_went_is_not_chosen(self, watched: Workspace) -> None:
        testing = watched.testing
        testing.open(Opened(Scope.MISTAKES))
        testing.open(None)
        testing.choose([0, 23])
        assert testing.chosen == []
        assert len(testing.chosen_pictures()) == 0
        assert testing.chosen_exhibit() is None

    def test_chosen_pictures_are_those_of_the_gallery(self, watched: Workspace, qtbot: QtBot) -> None:
        testing = watched.testing
        assert testing.chosen_exhibit() is None
        testing.open(Opened(Scope.ROW, 5))
        assert set(testing.chosen_pictures().labels) == {5}
        with qtbot.waitSignal(testing.selection_changed):
            testing.choose([2, 4])
        pictures = testing.chosen_pictures()
        np.testing.assert_array_equal(pictures.images, load_dataset().test_images[testing.places[[2, 4]]])
        testing.open(Opened(Scope.ROW, 6))
        assert testing.chosen == []


class TestVote:
    def test_class_and_network_are_counted_and_the_order_gives_nothing_away(self, watched: Workspace) -> None:
        found = watched.testing.findings
        assert found is not None
        watched.testing.open(Opened(Scope.MISTAKES))
        places = watched.testing.places
        vote = begin_vote(found, places, 3)
        assert sorted(vote.places) == sorted(places)
        assert list(vote.places) != list(places)
        assert vote.next() is vote  # nobody has voted yet
        vote = vote.voted(vote.truth)
        assert (vote.score.pictures, vote.score.by_class, vote.score.by_network) == (1, 1, 0)
        assert vote.voted(vote.answer) is vote  # a class says it once
        vote = vote.next()
        assert (vote.number, vote.given) == (1, None)
        vote = vote.voted(vote.answer)
        assert (vote.score.pictures, vote.score.by_class, vote.score.by_network) == (2, 1, 0)
        while not vote.is_over:
            vote = vote.voted(0).next()
        assert vote.score.pictures == len(places)
        assert vote.voted(1) is vote

    def test_it_keeps_what_the_network_said_when_it_began(self, watched: Workspace, qtbot: QtBot) -> None:
        found = watched.testing.findings
        assert found is not None
        vote = begin_vote(found, np.arange(20), 0)
        before = [int(found.judgement.answers[place]) for place in vote.places]
        watched.commands.reset()
        current(watched, qtbot)
        answers = []
        while not vote.is_over:
            answers.append(vote.answer)
            vote = vote.voted(0).next()
        assert answers == before


def test_a_huge_network_gives_up_when_something_newer_is_wanted(watched: Workspace, qtbot: QtBot) -> None:
    huge = Recipe(architecture=Architecture((HiddenLayer(2048), HiddenLayer(2048))))
    watched.network.reset(huge)
    assert not watched.testing.is_quiet
    watched.commands.take_ready_made()
    current(watched, qtbot)
    assert watched.testing.findings is not None
    assert watched.testing.findings.judgement.accuracy > 0.985


def test_drawings_without_a_label_are_left_out_but_counted() -> None:
    pictures = of_drawings(Source.FILE, [LabelledDrawing(sample_digit(1)), OURS[4], MISLABELLED])
    assert pictures.numbers.tolist() == [2, 3]
    assert pictures.pictures.labels.tolist() == [4, 8]
    assert pictures.pens.tolist() == [2, 2]
    snapshot = initial_snapshot(SMALL.architecture, Initializer.GLOROT_UNIFORM, 0)
    assert judge(snapshot, pictures.pictures.images, pictures.pictures.labels) is not None
