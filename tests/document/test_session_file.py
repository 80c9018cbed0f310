"""A session in one file: what is saved is what is read, and nothing else is ever read."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.document import session_file
from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.moments.moment import Moment
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import (
    FROM_SCRATCH_RECIPE,
    HANDWRITING_RECIPE,
    KERAS_RECIPE,
    Loop,
    Optimizer,
    Recipe,
    Schedule,
)
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.runs.shelf import Shelf
from digitpad.workspace.wording.recipe.score_texts import scores_tip
from tests.archives.archives import describe, npy, write_zip
from tests.conftest import ROOT
from tests.document.made import collected
from tests.runs.test_recipe import anything, recipes
from tests.sentences import refused

RUN_FIELDS = (
    "number",
    "name",
    "recipe",
    "loop",
    "tried",
    "visible",
    "accuracies",
    "sample_accuracies",
    "scores",
    "rate_changes",
    "interventions",
    "updates",
    "learning_rate",
    "has_slots",
    "moments",
)
KILLS = 100
VERSION_1 = ROOT / "tests" / "files" / "version1" / "session.digitpad"
VERSION_2 = ROOT / "tests" / "files" / "version2" / "session.digitpad"
VERSION_3 = ROOT / "tests" / "files" / "version3" / "session.digitpad"
VERSION_4 = ROOT / "tests" / "files" / "version4" / "session.digitpad"
TANH_RECIPE = replace(
    KERAS_RECIPE,
    optimizer=Optimizer.ADAM,
    architecture=Architecture((HiddenLayer(24, Activation.TANH), HiddenLayer(12, Activation.SIGMOID))),
)
SMALL = Architecture((HiddenLayer(16),))
"""Of runs in sessions that are looked at for anything but how large they are."""

NO_HIDDEN_RECIPE = Recipe(epochs=1, architecture=Architecture(()), data=TrainingData(count=10_000, seed=3))


def make_run(number: int, recipe: Recipe, batches: int, *, checkpoint: bool) -> Run:
    """Return a run as training leaves one."""
    rng = np.random.default_rng(number)
    run = Run(number, f"Lauf „{number}“", recipe, LossHistory(), tried=None if number else Kind.OPTIMIZERS)
    run.history.extend(rng.random(batches, np.float32), 3.5)
    run.history.accuracies = [(0, 0.1), (469, 0.9), (938, 0.95)][: 1 + batches // 469]
    run.history.sample_accuracies = [(0, 0.087), (batches // 2, 0.9), (batches, 0.912)]
    run.history.add_scores(
        batches, Scores(Score(0.2, 0.94), None if number else Score(0.3, 0.92), Score(0.25, 0.93))
    )
    run.history.add_rate_change(0.01)
    run.history.interventions = [
        found
        for found in (
            Intervention(0, How.BATCHES, 1, (3,), alone=True),
            Intervention(1, How.BATCHES, 4, (3, 1, 4)),
            Intervention(12, How.BATCHES, 8, (9,), alone=True),
        )
        if found.end <= batches
    ]
    if recipe.epochs > 1 and run.finished:
        run.history.interventions.append(Intervention(recipe.batches_per_epoch, How.EPOCH))
    run.probabilities.extend(np.arange(0, batches, 7), rng.dirichlet(np.ones(10), len(range(0, batches, 7))))
    run.probabilities.add_gap(batches)
    snapshot = replace(untrained(replace(recipe, seed=number)), updates=batches)
    run.snapshot = snapshot
    if checkpoint:
        slots = tuple(
            np.asarray(rng.integers(0, 99, shape) if dtype == "int64" else rng.random(shape), dtype)
            for dtype, shape in slot_specs(recipe.architecture, recipe.optimizer)
        )
        run.take_checkpoint(Checkpoint(snapshot, slots, 0.01))
    return run


def small(recipe: Recipe) -> Recipe:
    return replace(recipe, architecture=SMALL)


def by_hand(header: Any) -> Any:
    """Return what a header says of the first batch by hand of its second run."""
    return header["runs"][1]["interventions"][0]


@pytest.fixture
def session() -> SavedSession:
    return SavedSession(
        runs=(
            with_moments(make_run(0, small(KERAS_RECIPE), 5 * 469, checkpoint=False), 0, 3, 2345),
            with_moments(make_run(2, small(HANDWRITING_RECIPE), 1000, checkpoint=True), 0),
            replace(make_run(3, small(FROM_SCRATCH_RECIPE), 20, checkpoint=True), loop=Loop.LINE_BY_LINE),
            replace(make_run(4, TANH_RECIPE, 50, checkpoint=True), loop=Loop.KERAS),
            with_moments(make_run(5, NO_HIDDEN_RECIPE, 79, checkpoint=False), 1, 79),
        ),
        drawings=tuple(sample_digit(digit) for digit in (3, 1, 4)),
        page=1,
        recipe=replace(KERAS_RECIPE, seed=7),
        current=1,
        answering=0,
    )


def with_moments(run: Run, *updates: int) -> Run:
    """Give a run moments, each of other weights."""
    for count in updates:
        run.keep_moment(Moment(replace(untrained(replace(run.recipe, seed=100 + count)), updates=count)))
    return run


def assert_same_moments(one: Run, other: Run) -> None:
    assert [moment.updates for moment in one.moments] == [moment.updates for moment in other.moments]
    for mine, theirs in zip(one.moments, other.moments, strict=True):
        assert mine.architecture == theirs.architecture
        for weights, others in zip(mine.read().weights, theirs.read().weights, strict=True):
            np.testing.assert_array_equal(weights, others)
            assert not others.flags.writeable


def assert_same_run(one: Run, other: Run) -> None:
    for name in ("number", "name", "recipe", "loop", "tried", "visible"):
        assert getattr(one, name) == getattr(other, name)
    np.testing.assert_array_equal(one.history.losses, other.history.losses)
    np.testing.assert_array_equal(one.history.seconds, other.history.seconds)
    assert one.history.accuracies == other.history.accuracies
    assert one.history.sample_accuracies == other.history.sample_accuracies
    assert one.history.scores == other.history.scores
    assert one.history.rate_changes == other.history.rate_changes
    assert one.history.interventions == other.history.interventions
    ends = np.arange(len(one.history))
    np.testing.assert_array_equal(one.history.moving_average(ends, 9), other.history.moving_average(ends, 9))
    np.testing.assert_array_equal(one.probabilities.batches, other.probabilities.batches)
    np.testing.assert_array_equal(one.probabilities.values, other.probabilities.values)
    assert one.snapshot.updates == other.snapshot.updates
    assert one.snapshot.architecture == other.snapshot.architecture
    for mine, theirs in zip(one.snapshot.weights, other.snapshot.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)
    assert one.can_go_on == other.can_go_on
    if one.can_go_on:
        assert one.checkpoint.learning_rate == other.checkpoint.learning_rate
        for mine, theirs in zip(one.checkpoint.slots, other.checkpoint.slots, strict=True):
            np.testing.assert_array_equal(mine, theirs)
            assert mine.dtype == theirs.dtype
    assert_same_moments(one, other)


class TestRoundTrip:
    def test_everything_comes_back(self, session: SavedSession, tmp_path: Path) -> None:
        path = tmp_path / "Klasse 8b.digitpad"
        save_session(path, session)
        loaded = load_session(path)
        assert loaded.drawings == session.drawings
        assert (loaded.page, loaded.recipe, loaded.current, loaded.answering) == (1, session.recipe, 1, 0)
        for one, other in zip(session.runs, loaded.runs, strict=True):
            assert_same_run(one, other)

    def test_an_empty_one_too(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.digitpad"
        save_session(path, SavedSession())
        assert load_session(path) == SavedSession()

    def test_a_run_whose_last_weights_were_no_numbers_can_be_read(self, tmp_path: Path) -> None:
        """It has all its batches, and the checkpoint of an earlier one."""
        run = make_run(0, KERAS_RECIPE, 2340, checkpoint=True)
        run.history.extend(np.ones(5, np.float32), 1.0)
        assert run.finished
        path = tmp_path / "session.digitpad"
        save_session(path, SavedSession(runs=(run,)))
        (loaded,) = load_session(path).runs
        assert len(loaded.history) == 2345
        assert not loaded.can_go_on

    def test_a_run_under_way_keeps_its_whole_curve_and_goes_on_from_its_checkpoint(self, tmp_path: Path) -> None:
        run = make_run(0, KERAS_RECIPE, 100, checkpoint=True)
        run.history.extend(np.ones(30, np.float32), 1.0)
        run.snapshot = Snapshot(run.snapshot.weights, 130)
        path = tmp_path / "session.digitpad"
        save_session(path, SavedSession(runs=(run,)))
        (loaded,) = load_session(path).runs
        assert len(loaded.history) == 130
        assert loaded.snapshot.updates == 100
        assert loaded.can_go_on

    def test_there_is_no_pickle_in_it(self, session: SavedSession, tmp_path: Path) -> None:
        path = tmp_path / "session.digitpad"
        save_session(path, session)
        with np.load(path, allow_pickle=False) as arrays:
            assert not any(arrays[name].dtype.hasobject for name in arrays.files)


def saved(folder: Path, session: SavedSession) -> bytes:
    path = folder / "whole.digitpad"
    save_session(path, session)
    return path.read_bytes()


@cache
def one_run() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return saved(Path(folder), SavedSession(runs=(make_run(0, NO_HIDDEN_RECIPE, 5, checkpoint=True),)))


def change_header(path: Path, change: object) -> None:
    """Rewrite a session's header, every other member as it was."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with np.load(path) as arrays:
        header = json.loads(arrays["header"].tobytes())
    change(header)
    with path.open("wb") as file:
        np.savez(file, header=np.frombuffer(json.dumps(header).encode(), np.uint8))
    with zipfile.ZipFile(path, "a") as archive:
        for name, data in members.items():
            if name != "header.npy":
                archive.writestr(name, data)


class TestTheFirstVersion:
    def test_all_of_it_comes_back(self) -> None:
        session = load_session(VERSION_1)
        assert (session.page, session.current, session.answering) == (1, 1, 0)
        assert session.recipe == replace(KERAS_RECIPE, seed=7)
        with np.load(VERSION_1) as arrays:
            lines = [json.loads(line) for line in arrays["drawings"].tobytes().splitlines()]
        drawn = [[stroke.tolist() for stroke in drawing.strokes] for drawing in session.drawings]
        assert drawn == [line["strokes"] for line in lines]
        assert len(drawn) == 2
        assert [(run.number, run.name) for run in session.runs] == [
            (0, "Run 1"),
            (2, "Lớp 8b · Adam"),
            (3, "by hand"),
        ]
        assert [(run.visible, run.loop) for run in session.runs] == [
            (True, Loop.COMPILED),
            (False, Loop.COMPILED),
            (True, Loop.LINE_BY_LINE),
        ]

    def test_the_recipes(self) -> None:
        keras, adam, by_hand = (run.recipe for run in load_session(VERSION_1).runs)
        assert keras == KERAS_RECIPE
        assert adam == Recipe(
            epochs=3,
            batch_size=200,
            learning_rate=0.02,
            optimizer=Optimizer.ADAM,
            initializer=Initializer.UNIFORM,
            seed=11,
            shuffle=False,
            schedule=Schedule.COSINE,
            data=TrainingData(TrainingImages.VARIED),
        )
        assert by_hand == FROM_SCRATCH_RECIPE

    def test_how_far_they_are(self) -> None:
        keras, adam, by_hand = load_session(VERSION_1).runs
        assert keras.finished
        assert not keras.can_go_on
        assert keras.history.accuracies == [
            (469, 0.9),
            (938, 0.91),
            (1407, 0.92),
            (1876, 0.93),
            (2345, pytest.approx(0.94)),
        ]
        assert adam.can_go_on
        assert adam.history.accuracies == [(300, 0.9)]
        assert adam.history.sample_accuracies == []
        assert adam.history.rate_changes == [(448, 0.5)]
        assert (adam.checkpoint.snapshot.updates, adam.checkpoint.learning_rate) == (450, 0.5)
        assert by_hand.can_go_on
        assert by_hand.history.rate_changes == [(18, 0.5)]
        assert (by_hand.checkpoint.snapshot.updates, by_hand.checkpoint.slots) == (20, ())

    def test_every_array(self) -> None:
        with np.load(VERSION_1) as arrays:
            for place, run in enumerate(load_session(VERSION_1).runs):
                own = {
                    name.removeprefix(f"run{place}_"): arrays[name] for name in arrays if f"run{place}_" in name
                }
                np.testing.assert_array_equal(run.history.losses, own.pop("losses"))
                np.testing.assert_array_equal(run.history.seconds, own.pop("seconds"))
                np.testing.assert_array_equal(run.probabilities.batches, own.pop("batches"))
                np.testing.assert_array_equal(run.probabilities.values, own.pop("probabilities"))
                names = ("hidden_w", "hidden_b", "output_w", "output_b")
                for name, weight in zip(names, run.snapshot.weights, strict=True):
                    np.testing.assert_array_equal(weight, own.pop(name))
                for number, slot in enumerate(run.checkpoint.slots if run.can_go_on else ()):
                    np.testing.assert_array_equal(slot, own.pop(f"slot{number}"))
                assert not own

    def test_saved_again_it_is_of_this_version(self, tmp_path: Path) -> None:
        path, session = tmp_path / "new.digitpad", load_session(VERSION_1)
        save_session(path, session)
        again = load_session(path)
        assert again.drawings == session.drawings
        for one, other in zip(session.runs, again.runs, strict=True):
            assert_same_run(one, other)
        with np.load(path) as arrays:
            assert json.loads(arrays["header"].tobytes())["version"] == 5
            assert "run0_layer0_w" in arrays.files


class TestTheSecondVersion:
    def test_it_has_no_class_yet(self) -> None:
        session = load_session(VERSION_2)
        assert [run.name for run in session.runs] == ["Run 0", "Run 1"]
        assert session.drawings == (sample_digit(3), sample_digit(5))
        assert (session.page, session.current, session.answering) == (1, 1, 0)
        assert not session.class_set

    def test_saved_again_it_is_of_this_version(self, tmp_path: Path) -> None:
        path, session = tmp_path / "new.digitpad", load_session(VERSION_2)
        save_session(path, session)
        for one, other in zip(session.runs, load_session(path).runs, strict=True):
            assert_same_run(one, other)
        with np.load(path) as arrays:
            assert json.loads(arrays["header"].tobytes())["version"] == 5

    def test_what_it_cannot_have_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "odd.digitpad"
        shutil.copy(VERSION_2, path)
        change_header(path, lambda header: header.update(aside=0))
        with refused("unknown entry “aside”"):
            load_session(path)


class TestTheThirdVersion:
    def test_its_runs_have_no_moments_yet(self) -> None:
        session = load_session(VERSION_3)
        assert [run.name for run in session.runs] == ["Run 0", "Run 1"]
        assert [run.moments for run in session.runs] == [(), ()]
        assert len(session.class_set.drawings) == 4
        assert len(session.class_set.aside) == 2

    def test_saved_again_it_is_of_this_version(self, tmp_path: Path) -> None:
        path, session = tmp_path / "new.digitpad", load_session(VERSION_3)
        save_session(path, session)
        for one, other in zip(session.runs, load_session(path).runs, strict=True):
            assert_same_run(one, other)
        with np.load(path) as arrays:
            assert json.loads(arrays["header"].tobytes())["version"] == 5

    def test_what_it_cannot_have_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "odd.digitpad"
        shutil.copy(VERSION_3, path)
        change_header(path, lambda header: header["runs"][0].update(moments=[]))
        with refused("unknown entry “moments”"):
            load_session(path)


class TestTheFourthVersion:
    def test_its_runs_have_no_scores_and_say_so(self) -> None:
        session = load_session(VERSION_4)
        assert [len(run.moments) for run in session.runs] == [3, 2]
        assert [run.history.scores for run in session.runs] == [[], []]
        for run in session.runs:
            assert "earlier version" in scores_tip(run)
            assert run.scores is None
            assert (run.recipe.patience, run.recipe.best_weights, run.recipe.weight_decay) == (0, False, 0.0)
            assert run.loop is Loop.COMPILED

    def test_saved_again_it_is_of_this_version(self, tmp_path: Path) -> None:
        path, session = tmp_path / "new.digitpad", load_session(VERSION_4)
        save_session(path, session)
        for one, other in zip(session.runs, load_session(path).runs, strict=True):
            assert_same_run(one, other)

    def test_what_it_cannot_have_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "odd.digitpad"
        shutil.copy(VERSION_4, path)
        change_header(path, lambda header: header["runs"][0].update(scores=[]))
        with refused("unknown entry “scores”"):
            load_session(path)


class TestMoments:
    """They are read as they were, and nothing that no run can have."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "moments.digitpad"
        run = with_moments(make_run(0, NO_HIDDEN_RECIPE, 30, checkpoint=True), 0, 3, 10)
        save_session(path, SavedSession(runs=(run,)))
        return path

    def test_onto_a_shelf(self, path: Path) -> None:
        shelf = Shelf()
        (one,), (other,) = load_session(path).runs, load_session(path, shelf).runs
        assert not other.is_at_hand
        assert [moment.at_hand for moment in other.moments] == [None] * 3
        assert_same_run(one, other)
        shelf.close()

    @pytest.mark.parametrize(
        "listed",
        [
            *(None, 3, "0", {}, [0, 3, 31], [0, 3, 3], [3, 0, 10], [-1, 3, 10], [0, 3.0, 10], [True, 3, 10]),
            *([0, [3], 10], list(range(20)) * 60),
        ],
        ids=str,
    )
    def test_after_other_batches_than_there_can_be(self, path: Path, listed: object) -> None:
        change_header(path, lambda header: header["runs"][0].update(moments=listed))
        with refused("damaged"):
            load_session(path)

    def test_more_than_there_are(self, path: Path) -> None:
        change_header(path, lambda header: header["runs"][0]["moments"].append(20))
        with refused("run0_moment3"):
            load_session(path)

    @pytest.mark.parametrize(
        ("dtype", "shape"), [("<f4", (7849,)), ("<f8", (7850,)), ("<f4", (7850, 1)), ("<f4", (10**9,))], ids=str
    )
    def test_other_arrays_than_the_network_has(self, path: Path, dtype: str, shape: tuple[int, ...]) -> None:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        members["run0_moment1.npy"] = npy(describe(dtype, shape), bytes(4 * 7850))
        write_zip(path, members)
        with refused("run0_moment1"):
            load_session(path)

    @pytest.mark.parametrize("value", [np.nan, np.inf])
    def test_what_is_no_number(self, tmp_path: Path, value: float) -> None:
        run, path = make_run(0, NO_HIDDEN_RECIPE, 30, checkpoint=True), tmp_path / "odd.digitpad"
        weights = [np.array(array) for array in run.snapshot.weights]
        weights[1][3] = value
        run.keep_moment(Moment(Snapshot(frozen(weights), 3, run.recipe.architecture)))
        save_session(path, SavedSession(runs=(run,)))
        with refused("damaged"):
            load_session(path)


class TestTheClass:
    """What it has collected is read as it was, or not at all."""

    @pytest.fixture
    def digits(self) -> ClassSet:
        aside = (LabelledDrawing(sample_digit(3), 8, "a guest", 3), LabelledDrawing(sample_digit(4), 9))
        return ClassSet(tuple(collected(25, pens=2)), aside)

    def test_all_of_it_comes_back(self, digits: ClassSet, tmp_path: Path) -> None:
        path = tmp_path / "class.digitpad"
        save_session(path, SavedSession(drawings=(sample_digit(3),), class_set=digits))
        assert load_session(path) == SavedSession(drawings=(sample_digit(3),), class_set=digits)

    @pytest.mark.parametrize("aside", [-1, 28, 1.0, True, None, "all", [2]])
    def test_no_more_is_aside_than_there_is(self, digits: ClassSet, tmp_path: Path, aside: object) -> None:
        path = tmp_path / "class.digitpad"
        save_session(path, SavedSession(class_set=digits))
        change_header(path, lambda header: header.update(aside=aside))
        with refused("is not a session saved by digitpad, or it is damaged"):
            load_session(path)

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (b'{"strokes": [[[1, 2]]]}\n', "is not a session saved by digitpad, or it is damaged"),
            (b'{"strokes": [[[1, 2]]], "label": 10}\n', "line 1: its label is no whole number from 0 to 9"),
            (b'{"strokes": [[[1, 2]]], "label": 1, "name": "An"}\n', "line 1: it has the unknown entry “name”"),
            (b'{"strokes": [], "label": 1}\n', "line 1: its strokes are no list, or there is none"),
            (b'{"strokes": [[[1, 2]]], "label": 1}\n' * 20_001, "there are more than 20,000 drawings"),
        ],
        ids=["no label", "no digit", "a name", "no stroke", "too many"],
    )
    def test_what_no_class_draws_is_refused(self, tmp_path: Path, line: bytes, said: str) -> None:
        path = tmp_path / "class.digitpad"
        save_session(path, SavedSession())
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        write_zip(path, members | {"class.npy": npy(describe("|u1", (len(line),)), line)})
        with refused(said):
            load_session(path)

    def test_without_its_member_the_file_is_damaged(self, tmp_path: Path) -> None:
        path = tmp_path / "class.digitpad"
        save_session(path, SavedSession())
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist() if name != "class.npy"}
        write_zip(path, members)
        with refused("it has no array “class”"):
            load_session(path)

    def test_what_could_not_be_opened_is_not_saved(self, tmp_path: Path) -> None:
        dot = LabelledDrawing(Drawing.of([[(1, 2)]]), 1)
        with refused("there are more than 20,000 drawings. Nothing was saved"):
            save_session(tmp_path / "large.digitpad", SavedSession(class_set=ClassSet((dot,) * 20_001)))
        with pytest.raises(ValueError, match="has a label"):
            save_session(
                tmp_path / "odd.digitpad", SavedSession(class_set=ClassSet(aside=(replace(dot, label=None),)))
            )
        assert list(tmp_path.iterdir()) == []


class TestWhatIsMissing:
    def test_it_is_as_by_default(self, session: SavedSession, tmp_path: Path) -> None:
        path = tmp_path / "short.digitpad"
        save_session(path, session)
        change_header(path, keep_what_must_be)
        loaded = load_session(path)
        assert (loaded.page, loaded.current, loaded.answering, loaded.recipe) == (0, None, None, KERAS_RECIPE)
        assert [run.name for run in loaded.runs] == [run.name for run in session.runs]
        assert all(run.visible and run.loop is Loop.COMPILED and not run.is_trained for run in loaded.runs)
        assert not any(run.history.scores for run in loaded.runs)
        assert all(run.history.accuracies == run.history.sample_accuracies == [] for run in loaded.runs)

    @given(recipe=recipes)
    def test_whatever_the_recipe(self, recipe: Recipe) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "any.digitpad"
            save_session(path, SavedSession(runs=(Run(0, "any", recipe),), recipe=recipe))
            loaded = load_session(path)
        assert loaded.recipe == loaded.runs[0].recipe == recipe

    @given(name=st.sampled_from(RUN_FIELDS), value=anything)
    def test_whatever_stands_there_is_a_run_or_a_sentence(self, name: str, value: object) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "any.digitpad"
            path.write_bytes(one_run())
            change_header(path, lambda header: header["runs"][0].update({name: value}))
            with suppress(DataFileError):
                load_session(path)


def keep_what_must_be(header: dict[str, Any]) -> None:
    for name in ("recipe", "page", "current", "answering"):
        del header[name]
    for entry in header["runs"]:
        for name in set(entry) - {"number", "name", "recipe"}:
            del entry[name]


class TestSize:
    @pytest.fixture
    def large(self, monkeypatch: pytest.MonkeyPatch) -> SavedSession:
        """A session larger than one may be."""
        monkeypatch.setattr(session_file, "MAX_SESSION_MEGABYTES", 4)
        return SavedSession(runs=(with_moments(make_run(0, KERAS_RECIPE, 9, checkpoint=False), 0, 3, 9),))

    def test_more_than_a_computer_can_hold_is_refused_before_it_is_read(
        self, large: SavedSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "large.digitpad"
        with monkeypatch.context() as once:
            once.setattr(session_file, "MAX_SESSION_MEGABYTES", 100)
            save_session(path, large)
        tracemalloc.start()
        with refused(r"large\.digitpad would take more than 4 MB"):
            load_session(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 1 << 20

    def test_nothing_is_saved_that_could_not_be_opened(self, large: SavedSession, tmp_path: Path) -> None:
        path = tmp_path / "large.digitpad"
        with refused("larger than the 4 MB that a session may have"):
            save_session(path, large)
        assert not path.exists()

    def test_a_member_that_claims_to_be_larger_than_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "bomb.digitpad"
        save_session(path, SavedSession(runs=(make_run(0, NO_HIDDEN_RECIPE, 5, checkpoint=False),)))
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        members["run0_losses.npy"] = npy(describe("<f4", (10**12,)), b"abc")
        write_zip(path, members)
        with refused(r"bomb\.digitpad"):
            load_session(path)


class TestDamage:
    @pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 0.9999])
    def test_a_file_cut_short_is_a_sentence(self, session: SavedSession, tmp_path: Path, share: float) -> None:
        data = saved(tmp_path, session)
        path = tmp_path / "short.digitpad"
        path.write_bytes(data[: int(share * len(data))])
        with refused(r"short\.digitpad"):
            load_session(path)

    def test_no_flipped_byte_is_anything_but_a_sentence(self, tmp_path: Path) -> None:
        data = bytearray(saved(tmp_path, SavedSession(drawings=(sample_digit(3),))))
        path = tmp_path / "flipped.digitpad"
        for place in range(0, len(data), 7):
            flipped = bytearray(data)
            flipped[place] ^= 0x5A
            path.write_bytes(flipped)
            with suppress(DataFileError):  # a byte of a time stamp, say, changes nothing
                load_session(path)

    @given(st.binary(max_size=300))
    def test_no_bytes_crash_it(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "any.digitpad"
            path.write_bytes(data)
            with pytest.raises(DataFileError):
                load_session(path)

    @pytest.mark.parametrize(
        "change",
        [
            lambda header: header.pop("runs"),
            lambda header: header.update(runs=3),
            lambda header: header.update(runs=[None]),
            lambda header: header.update(page=99),
            lambda header: header.update(current=-1),
            lambda header: header.update(answering="x"),
            lambda header: header.update(recipe={"epochs": 0}),
            lambda header: header.update(recipe=None),
            lambda header: header.update(view="loss"),
            lambda header: header["runs"][0].update(name=""),
            lambda header: header["runs"][0].update(name="x" * 1000),
            lambda header: header["runs"][0].update(number=1.5),
            lambda header: header["runs"][0].update(tried="colours"),
            lambda header: header["runs"][0].update(tried=[]),
            lambda header: header["runs"][0].update(batches_per_epoch=469),
            lambda header: header["runs"][0].update(total_batches=2345),
            lambda header: header["runs"][0].update(slots=9),
            lambda header: header["runs"][0].pop("recipe"),
            lambda header: header["runs"][0]["recipe"].update(epochs=4),
            lambda header: header["runs"][0]["recipe"].update(epochs=10**400),
            lambda header: header["runs"][0]["recipe"]["architecture"].update(hidden=[]),
            lambda header: header["runs"][0]["recipe"]["architecture"]["hidden"][0].update(units=511),
            lambda header: header["runs"][1]["recipe"].update(optimizer="rmsprop"),
            lambda header: header["runs"][0].update(updates=1.5),
            lambda header: header["runs"][0].update(accuracies=[[10**9, 0.5]]),
            lambda header: header["runs"][0].update(accuracies=[["a", "b", "c"]]),
            lambda header: header["runs"][0].update(sample_accuracies=[[10**9, 0.5]]),
            lambda header: header["runs"][0].update(sample_accuracies=[[0, None]]),
            lambda header: header["runs"][0].update(rate_changes=[[1, "NaN"]]),
            lambda header: header["runs"][0].update(rate_changes=[[1, 0.0]]),
            lambda header: header["runs"][0].update(rate_changes=[[1, -0.1]]),
            lambda header: header["runs"][0].update(interventions=None),
            lambda header: header["runs"][0].update(interventions=""),
            lambda header: header["runs"][0].update(interventions=[1]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch"}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 0}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 470}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 2345}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 469}] * 2),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 469, "count": 1}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "dance", "first": 469}]),
            lambda header: header["runs"][0].update(interventions=[{"how": [], "first": 469}]),
            lambda header: header["runs"][0].update(interventions=[{"how": "epoch", "first": 469, "mood": 1}]),
            lambda header: by_hand(header).update(first=-1),
            lambda header: by_hand(header).update(first=1.0),
            lambda header: by_hand(header).update(first=10**400),
            lambda header: by_hand(header).update(count=0),
            lambda header: by_hand(header).update(count=2),
            lambda header: by_hand(header).update(count=10**9),
            lambda header: by_hand(header).update(count="1"),
            lambda header: by_hand(header).update(labels=[]),
            lambda header: by_hand(header).update(labels=[10]),
            lambda header: by_hand(header).update(labels=[True]),
            lambda header: by_hand(header).update(labels=["3"]),
            lambda header: by_hand(header).update(labels=[3] * 1000),
            lambda header: by_hand(header).update(labels={}),
            lambda header: by_hand(header).update(labels="3"),
            lambda header: by_hand(header).update(alone=1),
            lambda header: by_hand(header).pop("labels"),
            lambda header: header["runs"][1]["interventions"].reverse(),
            lambda header: header["runs"][0].update(accuracies=[[1, 1.01]]),
            lambda header: header["runs"][0].update(accuracies=[[1, -0.01]]),
            lambda header: header["runs"][0].update(accuracies=[[1, 0.5], [1, 0.6]]),
            lambda header: header["runs"][0].update(sample_accuracies=[[1, 2.0]]),
            lambda header: header["runs"][0].update(updates=2**63),
            lambda header: header["runs"][0].update(updates="12"),
            lambda header: header["runs"][0].update(updates=True),
            lambda header: header["runs"][1].update(learning_rate=0.0),
            lambda header: header["runs"][1].update(learning_rate=-1e-3),
            lambda header: header["runs"][1].update(updates=1001),
            lambda header: header["runs"][1].update(learning_rate=[]),
            lambda header: header["runs"].append(header["runs"][0]),
        ],
    )
    def test_a_senseless_header_is_a_sentence(self, session: SavedSession, tmp_path: Path, change: object) -> None:
        path = tmp_path / "odd.digitpad"
        save_session(path, session)
        change_header(path, change)
        with refused(r"odd\.digitpad"):
            load_session(path)

    @pytest.mark.parametrize(
        ("batches", "values"),
        [
            ([5, 3], [0.1, 0.1]),
            ([-1, 3], [0.1, 0.1]),
            ([3, 10**6], [0.1, 0.1]),
            ([3, 5], [0.1, 1.5]),
            ([3, 5], [-0.5, 0.1]),
            ([3, 5], [np.inf, 0.1]),
        ],
    )
    def test_answers_that_cannot_be(self, tmp_path: Path, batches: list[int], values: list[float]) -> None:
        run = make_run(0, KERAS_RECIPE, 10, checkpoint=False)
        run.probabilities = ProbabilityHistory(2)
        answers = np.repeat(np.array(values, np.float32)[:, None], 10, axis=1)
        run.probabilities.extend(np.array(batches), answers)
        path = tmp_path / "answers.digitpad"
        save_session(path, SavedSession(runs=(run,)))
        with refused(r"answers\.digitpad"):
            load_session(path)

    def test_an_optimizer_that_remembers_what_cannot_be(self, tmp_path: Path) -> None:
        run = make_run(0, replace(KERAS_RECIPE, optimizer=Optimizer.ADAM), 10, checkpoint=True)
        checkpoint = run.checkpoint
        path = tmp_path / "slots.digitpad"
        for place in (0, 2):  # the count of its steps, and the first mean of squares
            slots = [np.array(slot) for slot in checkpoint.slots]
            slots[place].flat[0] = -1
            run.take_checkpoint(replace(checkpoint, slots=tuple(slots)))
            save_session(path, SavedSession(runs=(run,)))
            with refused(r"slots\.digitpad"):
                load_session(path)
        slots = [np.array(slot) for slot in checkpoint.slots]
        slots[1].flat[0] = -1  # a mean of gradients
        slots[2].flat[0] = np.inf  # the run was about to explode
        run.take_checkpoint(replace(checkpoint, slots=tuple(slots)))
        save_session(path, SavedSession(runs=(run,)))
        assert load_session(path).runs[0].can_go_on

    def test_weights_that_are_no_numbers(self, tmp_path: Path) -> None:
        run = make_run(0, KERAS_RECIPE, 10, checkpoint=False)
        weights = [np.array(matrix) for matrix in run.snapshot.weights]
        weights[0][0, 0] = np.nan
        run.snapshot = Snapshot(tuple(weights), 10)
        path = tmp_path / "nan.digitpad"
        save_session(path, SavedSession(runs=(run,)))
        with refused("not finite"):
            load_session(path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with refused("could not be saved"):
            save_session(tmp_path / "nowhere" / "session.digitpad", SavedSession())
        with refused("was not found"):
            load_session(tmp_path / "session.digitpad")


WRITER = """
import os, sys
from pathlib import Path
from digitpad.document.session_file import SavedSession, load_session, save_session
session = load_session(Path(sys.argv[1]))
for _ in sys.stdin:
    child = os.fork()  # what it has imported already is not imported a hundred times
    if not child:
        while True:
            save_session(Path(sys.argv[2]), session)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_a_hundred_kills_while_saving_leave_a_readable_file_each_time(
    session: SavedSession, tmp_path: Path
) -> None:
    source, target = tmp_path / "source.digitpad", tmp_path / "target.digitpad"
    begin = time.perf_counter()
    save_session(source, session)
    longest = 3 * (time.perf_counter() - begin)  # some are killed in their first writing, some in a later one
    save_session(target, SavedSession())
    moments = random.Random(0)
    wholly_written = 0
    writers = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(source), str(target)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with writers:
        assert writers.stdin is not None
        assert writers.stdout is not None
        for _ in range(KILLS):
            print(file=writers.stdin, flush=True)
            child = int(writers.stdout.readline())
            time.sleep(moments.uniform(0, longest))  # this is the moment of the kill
            os.kill(child, signal.SIGKILL)
            assert writers.stdout.readline() == "gone\n"
            loaded = load_session(target)
            wholly_written += len(loaded.runs) == len(session.runs)
            for one, other in zip(session.runs, loaded.runs, strict=False):
                np.testing.assert_array_equal(one.history.losses, other.history.losses)
        writers.stdin.close()
    assert wholly_written > 0
