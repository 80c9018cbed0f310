"""Training on the class's own digits, from what is collected to what a run remembers of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.cli.class_data import read_class
from digitpad.cli.training import Narrator
from digitpad.data import mnist
from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_pictures import begun_with, material_of, picture_of, remarks
from digitpad.document.classroom.class_set import ClassSet, content_hash, drawing_digest
from digitpad.document.journal import Journal
from digitpad.document.journal_reading import read_journal
from digitpad.document.picture_set import Source
from digitpad.document.session_file import load_session, save_session
from digitpad.drawing.raster import rasterize
from digitpad.drawing.stroke_files import write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.engines.acts.protocol import Go
from digitpad.engines.lesson import lesson_engine
from digitpad.engines.protocol import FreeRun, Job, Step
from digitpad.errors import UserError
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.events import Advanced, Ending, Event
from digitpad.runs.run import Run
from digitpad.workspace.commands.conditions import Conditions
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.pictures.testing_texts import state_text
from digitpad.workspace.wording.run_texts import deviation_lines, deviations, other_data_text
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.worker import Worker
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import HANDLED, WAIT_MS, Ends, close, reported

MIXED = replace(HANDLED, data=TrainingData(count=1000, mix=0.25, wrong_labels=0.1))


def collect(workspace: Workspace, qtbot: QtBot, entries: list[LabelledDrawing]) -> None:
    """Have the class draw these, and wait until they can be trained on."""
    workspace.class_drawings.add(entries)
    until_ready(workspace, qtbot)


def until_ready(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.material.is_ready and workspace.material.is_quiet, timeout=WAIT_MS)


def refusal(workspace: Workspace, qtbot: QtBot) -> str:
    """Train by the recipe in the fields; return why that cannot be."""
    with qtbot.waitSignal(workspace.training.refused) as refused:
        workspace.commands.toggle_training()
    return told(refused.args[0])


@pytest.fixture
def taught(ready: Workspace, qtbot: QtBot) -> Workspace:
    """A workspace with fifty drawings of the class, in which training on them can begin at once."""
    collect(ready, qtbot, drawn(50))
    return ready


@pytest.fixture
def paused(taught: Workspace, ends: Ends) -> Run:
    """A run on the class's digits alone, paused after its first batch."""
    taught.draft.write(ALONE)
    with ends(Ending.PAUSED):
        taught.commands.step(Step.BATCH)
    run = taught.training.run
    assert run is not None
    return run


class TestTheMaterial:
    def test_what_it_has_made_a_gallery_has_at_once_and_anything_else_a_moment_later(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        known, new = drawn(8), [entry.drawing for entry in drawn(3, first=8)]
        collect(workspace, qtbot, known)
        pictures = workspace.thumbnails
        for entry in known:
            np.testing.assert_array_equal(pictures.of(entry.drawing), picture_of(entry.drawing))
        with qtbot.waitSignal(pictures.made) as made:
            assert [pictures.of(drawing) for drawing in new] == [None, None, None]
        assert set(made.args[0]) <= set(new)
        qtbot.waitUntil(lambda: all(pictures.of(drawing) is not None for drawing in new))
        np.testing.assert_array_equal(pictures.of(new[0]), picture_of(new[0]))

    def test_it_waits_while_somebody_looks_through_the_pictures_and_makes_none_a_second_time(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        drawings = [entry.drawing for entry in drawn(300)]
        pictures = workspace.thumbnails
        workspace.class_drawings.add(drawn(300))
        pictures.of(drawings[0])
        qtbot.waitUntil(lambda: workspace.material.is_quiet, timeout=WAIT_MS)
        assert not workspace.material.is_ready
        with qtbot.waitSignal(pictures.rested, timeout=WAIT_MS):
            qtbot.waitUntil(lambda: all(pictures.of(drawing) is not None for drawing in drawings), timeout=WAIT_MS)
        until_ready(workspace, qtbot)
        made = {drawing: pictures.pictures[drawing] for drawing in drawings[1:] if drawing in pictures.pictures}
        assert len(made) > len(drawings) // 2  # the first ones were the material's, and one perhaps of both
        assert all(workspace.material.picture_of(drawing) is picture for drawing, picture in made.items())

    def test_what_is_trained_on_and_what_is_held_out_is_seen_as_the_network_sees_it(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        entries = drawn(50)
        collect(workspace, qtbot, entries)
        found = workspace.material.newest
        assert found.split.by_pen
        held_out = [entry for entry in entries if entry.pen in found.split.pens]
        taught = [entry for entry in entries if entry.pen not in found.split.pens]
        assert (len(taught), len(held_out)) == (40, 10)
        for entry, image, label in zip(taught, found.ours.train.images, found.ours.train.labels, strict=True):
            glyph = rasterize(entry.drawing).glyph.reshape(784)
            assert np.abs(image / 255 - glyph).max() <= 0.5 / 255 + 1e-6
            assert label == entry.label
        assert found.ours.held_out.labels.tolist() == [entry.label for entry in held_out]
        assert found.ours.digest == content_hash(taught)

    @pytest.fixture
    def impossible(self, monkeypatch: pytest.MonkeyPatch) -> ClassSet:
        """Drawings of which nothing can be made, as if memory were too small for them."""
        content = ClassSet(tuple(drawn(1, first=90)))

        def refused(entry: LabelledDrawing) -> bytes:
            if entry in content.drawings:
                raise UserError("job-failed", reason="there is no room")
            return drawing_digest(entry)

        monkeypatch.setattr("digitpad.workspace.classroom.lesson_material.drawing_digest", refused)
        return content

    def test_what_went_wrong_with_drawings_that_are_gone_is_no_problem_of_those_that_are_here(
        self, workspace: Workspace, qtbot: QtBot, impossible: ClassSet
    ) -> None:
        workspace.class_drawings.put(impossible)
        worker = workspace.material.findChild(Worker)
        assert worker.wait(WAIT_MS)  # its last word is on its way
        workspace.class_drawings.put(ClassSet(tuple(drawn(5))))
        until_ready(workspace, qtbot)
        assert workspace.material.problem is None

    def test_what_cannot_be_made_is_not_tried_again_each_time_somebody_has_looked(
        self, workspace: Workspace, qtbot: QtBot, impossible: ClassSet
    ) -> None:
        workspace.class_drawings.put(impossible)
        qtbot.waitUntil(lambda: workspace.material.problem is not None, timeout=WAIT_MS)
        workspace.testing.choose_source(Source.HELD_OUT)
        assert state_text(workspace.testing) == sentence(workspace.material.problem)
        with qtbot.waitSignal(workspace.thumbnails.rested, timeout=WAIT_MS):
            workspace.thumbnails.of(drawn(1)[0].drawing)
        assert workspace.material.is_quiet
        assert workspace.material.problem is not None

    def test_one_drawing_more_costs_one_picture_more(
        self, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made: list[Drawing] = []

        def counted(drawing: Drawing) -> np.ndarray:
            made.append(drawing)
            return picture_of(drawing)

        monkeypatch.setattr("digitpad.workspace.classroom.lesson_material.picture_of", counted)
        collect(workspace, qtbot, drawn(20))
        assert len(made) == 20
        collect(workspace, qtbot, drawn(1, first=20))
        assert len(made) == 21
        workspace.class_drawings.relabel([3], 8)
        until_ready(workspace, qtbot)
        assert len(made) == 21
        assert workspace.material.newest.pictures.labels[3] == 8

    def test_it_follows_undo_and_what_comes_while_it_is_made(self, workspace: Workspace, qtbot: QtBot) -> None:
        collect(workspace, qtbot, drawn(20))
        first = workspace.material.newest.ours.digest
        for number in range(20, 40):
            workspace.class_drawings.add(drawn(1, first=number))
        assert not workspace.material.is_ready
        until_ready(workspace, qtbot)
        assert len(workspace.material.newest.pictures) == 40
        for _ in range(20):
            workspace.board.undo_stack.undo()
        until_ready(workspace, qtbot)
        assert workspace.material.newest.ours.digest == first
        workspace.class_drawings.put(ClassSet())
        assert workspace.material.is_ready
        assert len(workspace.material.newest.pictures) == 0

    def test_closing_waits_for_no_more_than_a_picture(self, workspace: Workspace) -> None:
        workspace.class_drawings.add(drawn(2000))
        close(workspace)
        assert not workspace.material.is_ready

    @pytest.mark.parametrize(
        ("entries", "said"),
        [
            ([replace(entry, label=4) for entry in drawn(10)], ["All our digits are a 4"]),
            ([replace(entry, pen=1) for entry in drawn(50)], ["One pen has drawn all our digits"]),
            ([LabelledDrawing(entry.drawing, entry.label) for entry in drawn(50)], []),
            (drawn(10), ["All our drawings of 2, 7 are held out to test on"]),
            ([replace(entry, pen=1 + place // 10) for place, entry in enumerate(drawn(50))], []),
        ],
        ids=["one digit", "one pen", "no pens", "each pen another digit", "a class"],
    )
    def test_what_is_to_be_said_of_it(self, entries: list[LabelledDrawing], said: list[str]) -> None:
        sentences = [told(remark) for remark in remarks(material_of(entries))]
        assert len(sentences) == len(said)
        assert all(sentence.startswith(start) for sentence, start in zip(sentences, said, strict=True))


class TestARun:
    def test_says_which_drawings_it_was_trained_on(self, taught: Workspace, paused: Run) -> None:
        ours = taught.material.newest.ours
        assert paused.recipe.data == TrainingData(count=40, mix=1.0, drawings=ours.digest)
        assert paused.recipe.batches_per_epoch == 4
        assert paused.drawings == ours.digest
        assert paused.is_by_recipe
        assert taught.draft.recipe == ALONE, "the next one begins with what there is then"

    @pytest.mark.parametrize("recipe", [ALONE, MIXED], ids=["alone", "mixed"])
    def test_window_and_command_line_have_the_same_losses(
        self, taught: Workspace, ends: Ends, tmp_path: Path, recipe: object
    ) -> None:
        taught.draft.write(recipe)
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        run = taught.runs.current
        assert run is not None
        path = tmp_path / "class.jsonl.gz"
        write_drawings(path, taught.class_drawings.content.drawings)
        material = read_class(path)
        stamped = begun_with(recipe, material.ours)
        assert stamped == run.recipe
        events: list[Event] = []
        engine = lesson_engine(stamped.data)
        engine.run(Job(stamped, ours=material.ours), events.append, FreeRun())
        losses = [float(loss) for event in events if isinstance(event, Advanced) for loss in event.losses]
        assert run.history.losses.tolist() == losses
        narrator = Narrator(stamped, quiet=True)
        for event in events:
            narrator.hear(event)
        assert narrator.report.test_accuracies == [share for _, share in run.history.accuracies]

    def test_waits_for_the_drawings_to_be_ready(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        ready.class_drawings.add(drawn(200))
        ready.draft.write(ALONE)
        with ends(Ending.COMPLETED):
            ready.commands.toggle_training()
            assert ready.training.state is State.WAITING
        run = ready.runs.current
        assert run is not None
        assert run.recipe.data.count == 160

    @pytest.mark.parametrize(
        ("count", "said"),
        [(0, "There are no digits of ours yet to train on"), (1, "at least 2 of them, one to learn from")],
    )
    def test_of_too_few_is_refused(self, ready: Workspace, qtbot: QtBot, count: int, said: str) -> None:
        if count:
            collect(ready, qtbot, drawn(count))
        ready.draft.write(ALONE)
        assert said in refusal(ready, qtbot)
        assert ready.training.state is State.IDLE
        assert ready.runs.runs == []

    def test_of_two_drawings_learns_from_one(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        collect(ready, qtbot, drawn(2))
        ready.draft.write(ALONE)
        with ends(Ending.COMPLETED):
            ready.commands.toggle_training()
        assert len(ready.runs.runs[0].history) == 2


class TestGoingOn:
    def test_with_the_same_drawings_is_no_intervention(self, taught: Workspace, ends: Ends, paused: Run) -> None:
        taught.class_drawings.drop([0])
        taught.board.undo_stack.undo()
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        assert paused.is_by_recipe

    def test_with_others_is_remembered_and_said(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run
    ) -> None:
        collect(taught, qtbot, drawn(50, first=50))
        heard: list[Event] = []
        taught.training.reported.connect(lambda _, event: heard.append(event))
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        ours = taught.material.newest.ours
        other_data = Intervention(1, How.DATA, drawings=ours.digest, pictures=80)
        assert paused.history.interventions == [other_data]
        assert paused.drawings == ours.digest
        assert not paused.is_by_recipe
        assert deviations(paused) == "1 change of our digits"
        assert deviation_lines(paused) == ["after batch 1: our digits are others, 80 drawings to learn from"]
        assert other_data_text(paused, other_data) == (
            "Our digits are not those that Run 1 has learnt from: it goes on with 80 drawings to learn from."
        )
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        assert paused.history.interventions == [other_data], "they are what it was last trained on"
        assert paused.recipe.data.count == 40, "an epoch is as long as it was"

    def test_with_a_label_that_was_mended_is_one_too(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run
    ) -> None:
        (place, *_) = taught.material.newest.split.train.tolist()
        taught.class_drawings.relabel([place], 5)
        until_ready(taught, qtbot)
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        assert [found.how for found in paused.history.interventions] == [How.DATA]

    def test_a_step_that_is_looked_at_remembers_it_once_it_is_made(
        self, taught: Workspace, qtbot: QtBot, paused: Run
    ) -> None:
        collect(taught, qtbot, drawn(50, first=50))
        taught.stepping.go_on(Go.END)
        qtbot.waitUntil(lambda: len(paused.history) == 2, timeout=WAIT_MS)
        assert [(found.how, found.first) for found in paused.history.interventions] == [(How.DATA, 1)]
        taught.stepping.go_back()
        qtbot.waitUntil(lambda: len(paused.history) == 1, timeout=WAIT_MS)
        assert paused.is_by_recipe

    def test_it_is_taken_back_with_what_was_trained(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run
    ) -> None:
        collect(taught, qtbot, drawn(50, first=50))
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        with ends(Ending.PAUSED):
            taught.commands.undo_training()
        assert paused.is_by_recipe
        assert paused.drawings == paused.recipe.data.drawings

    def test_it_is_kept_in_files(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run, tmp_path: Path
    ) -> None:
        collect(taught, qtbot, drawn(50, first=50))
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        Journal(tmp_path / "journal").write(taught.session.collect())
        save_session(tmp_path / "a.digitpad", taught.session.collect())
        for session in (load_session(tmp_path / "a.digitpad"), read_journal(tmp_path / "journal")):
            (run,) = session.runs
            assert run.recipe == paused.recipe
            assert run.history.interventions == paused.history.interventions
            assert run.drawings == paused.drawings

    def test_without_any_drawings_it_is_refused_and_the_run_waits(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run
    ) -> None:
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        taught.class_drawings.put(ClassSet())
        assert "There are no digits of ours yet to train on" in refusal(taught, qtbot)
        assert taught.training.state is State.PAUSED
        taught.stepping.go_on(Go.END)
        assert isinstance(taught.stepping.problem, UserError)
        with ends(Ending.PAUSED):
            taught.commands.undo_training()
        assert len(paused.history) == 1, "who goes back needs no pictures"

    def test_one_more_epoch_of_drawings_that_are_gone_is_refused(
        self, taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run
    ) -> None:
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        taught.class_drawings.put(ClassSet())
        with qtbot.waitSignal(taught.commands.failed) as failed:
            taught.commands.one_more_epoch(paused)
        assert "There are no digits of ours yet" in told(failed.args[0])
        assert paused.finished


class TestWithoutMnist:
    @pytest.fixture
    def without(
        self, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> Iterator[Workspace]:
        monkeypatch.setattr(mnist, "asset", lambda name: tmp_path / name)
        mnist.load_dataset.cache_clear()
        workspace.prepare_training()
        qtbot.waitUntil(lambda: workspace.readiness.is_known, timeout=WAIT_MS)
        collect(workspace, qtbot, drawn(50))
        yield workspace
        mnist.load_dataset.cache_clear()

    def test_a_run_on_ours_alone_is_measured_on_what_is_held_out(self, without: Workspace, qtbot: QtBot) -> None:
        without.draft.write(ALONE)
        with reported(without, qtbot, Ending.COMPLETED):
            without.commands.toggle_training()
        (run,) = without.runs.runs
        shares = [share for _, share in run.history.accuracies]
        assert len(shares) == 2
        assert all(share * 10 == pytest.approx(round(share * 10)) for share in shares), "there are ten of them"
        qtbot.waitUntil(lambda: without.sampler.is_quiet, timeout=WAIT_MS)
        while_it_trains = dict(run.history.sample_accuracies)
        assert while_it_trains.keys() >= {0, len(run.history)}
        assert while_it_trains[len(run.history)] == shares[-1]

    @pytest.mark.parametrize("recipe", [HANDLED, MIXED], ids=["MNIST alone", "mixed"])
    def test_another_one_says_what_is_missing(self, without: Workspace, qtbot: QtBot, recipe: object) -> None:
        without.draft.write(recipe)
        assert "MNIST was not found" in refusal(without, qtbot)

    def test_what_can_be_done_follows_the_recipe(self, without: Workspace) -> None:
        def now() -> Conditions:
            return without.conditions()

        without.draft.write(ALONE)
        assert now().can_train
        without.draft.write(MIXED)
        assert not now().can_train
