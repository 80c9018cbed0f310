"""A session in one file: what is saved is what is read, and nothing else is ever read."""

import json
import random
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.errors import DataFileError
from digitpad.network.snapshot import Snapshot, initial_snapshot
from digitpad.runs.checkpoint import Checkpoint, slot_specs
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, HANDWRITING_RECIPE, KERAS_RECIPE, Recipe
from digitpad.runs.run import Run
from tests.conftest import ROOT

KILLS = 100


def make_run(number: int, recipe: Recipe, batches: int, *, checkpoint: bool) -> Run:
    """Return a run as training leaves one."""
    rng = np.random.default_rng(number)
    run = Run(number, f"Lauf „{number}“", recipe, LossHistory(469), recipe.epochs * 469)
    run.history.extend(rng.random(batches, np.float32), 3.5)
    run.history.accuracies = [(469, 0.9), (938, 0.95)][: batches // 469]
    run.history.add_rate_change(0.01)
    run.probabilities.extend(np.arange(0, batches, 7), rng.dirichlet(np.ones(10), len(range(0, batches, 7))))
    run.probabilities.add_gap(batches)
    snapshot = Snapshot(initial_snapshot(replace(recipe, seed=number)).weights, batches)
    run.snapshot = snapshot
    if checkpoint:
        slots = tuple(
            np.asarray(rng.integers(0, 99, shape) if dtype == "int64" else rng.random(shape), dtype)
            for dtype, shape in slot_specs(recipe.optimizer)
        )
        run.take_checkpoint(Checkpoint(snapshot, slots, 0.01))
    return run


@pytest.fixture
def session() -> SavedSession:
    return SavedSession(
        runs=(
            make_run(0, KERAS_RECIPE, 5 * 469, checkpoint=False),
            make_run(2, HANDWRITING_RECIPE, 1000, checkpoint=True),
            make_run(3, FROM_SCRATCH_RECIPE, 20, checkpoint=True),
        ),
        drawings=tuple(sample_digit(digit) for digit in (3, 1, 4)),
        page=1,
        recipe=replace(KERAS_RECIPE, seed=7),
        current=1,
        answering=0,
    )


def assert_same_run(one: Run, other: Run) -> None:
    for name in ("number", "name", "recipe", "total_batches", "line_by_line", "visible"):
        assert getattr(one, name) == getattr(other, name)
    np.testing.assert_array_equal(one.history.losses, other.history.losses)
    np.testing.assert_array_equal(one.history.seconds, other.history.seconds)
    assert one.history.accuracies == other.history.accuracies
    assert one.history.rate_changes == other.history.rate_changes
    ends = np.arange(len(one.history))
    np.testing.assert_array_equal(one.history.moving_average(ends, 9), other.history.moving_average(ends, 9))
    np.testing.assert_array_equal(one.probabilities.batches, other.probabilities.batches)
    np.testing.assert_array_equal(one.probabilities.values, other.probabilities.values)
    assert one.snapshot.updates == other.snapshot.updates
    for mine, theirs in zip(one.snapshot.weights, other.snapshot.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)
    assert one.can_go_on == other.can_go_on
    if one.can_go_on:
        assert one.checkpoint.learning_rate == other.checkpoint.learning_rate
        for mine, theirs in zip(one.checkpoint.slots, other.checkpoint.slots, strict=True):
            np.testing.assert_array_equal(mine, theirs)
            assert mine.dtype == theirs.dtype


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


class TestDamage:
    @pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9, 0.9999])
    def test_a_file_cut_short_is_a_sentence(self, session: SavedSession, tmp_path: Path, share: float) -> None:
        data = saved(tmp_path, session)
        path = tmp_path / "short.digitpad"
        path.write_bytes(data[: int(share * len(data))])
        with pytest.raises(DataFileError, match=r"short\.digitpad"):
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
            lambda header: header.update(recipe={"epochs": 5}),
            lambda header: header["runs"][0].update(name=""),
            lambda header: header["runs"][0].update(name="x" * 1000),
            lambda header: header["runs"][0].update(number=1.5),
            lambda header: header["runs"][0].update(batches_per_epoch=0),
            lambda header: header["runs"][0].update(total_batches=10**400),
            lambda header: header["runs"][0].update(accuracies=[[10**9, 0.5]]),
            lambda header: header["runs"][0].update(accuracies=[["a", "b", "c"]]),
            lambda header: header["runs"][0].update(rate_changes=[[1, "NaN"]]),
            lambda header: header["runs"][1].update(updates=1001),
            lambda header: header["runs"][1].update(learning_rate=[]),
            lambda header: header["runs"].append(header["runs"][0]),
        ],
    )
    def test_a_senseless_header_is_a_sentence(self, session: SavedSession, tmp_path: Path, change: object) -> None:
        path = tmp_path / "odd.digitpad"
        save_session(path, session)
        change_header(path, change)
        with pytest.raises(DataFileError, match=r"odd\.digitpad"):
            load_session(path)

    def test_weights_that_are_no_numbers(self, tmp_path: Path) -> None:
        run = make_run(0, KERAS_RECIPE, 10, checkpoint=False)
        weights = [np.array(matrix) for matrix in run.snapshot.weights]
        weights[0][0, 0] = np.nan
        run.snapshot = Snapshot(tuple(weights), 10)
        path = tmp_path / "nan.digitpad"
        save_session(path, SavedSession(runs=(run,)))
        with pytest.raises(DataFileError, match="not finite"):
            load_session(path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(DataFileError, match="could not be saved"):
            save_session(tmp_path / "nowhere" / "session.digitpad", SavedSession())
        with pytest.raises(DataFileError, match="was not found"):
            load_session(tmp_path / "session.digitpad")


WRITER = """
import sys
from pathlib import Path
from digitpad.document.session_file import SavedSession, load_session, save_session
session = load_session(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    save_session(Path(sys.argv[2]), session)
"""


def test_a_hundred_kills_while_saving_leave_a_readable_file_each_time(
    session: SavedSession, tmp_path: Path
) -> None:
    source, target = tmp_path / "source.digitpad", tmp_path / "target.digitpad"
    save_session(source, session)
    save_session(target, SavedSession())
    moments = random.Random(0)
    wholly_written = 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(source), str(target)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0, 0.05))  # it never ends by itself: this is the moment of the kill
        process.kill()
        process.wait()
        process.stdout.close()
        loaded = load_session(target)
        wholly_written += len(loaded.runs) == len(session.runs)
        for one, other in zip(session.runs, loaded.runs, strict=False):
            np.testing.assert_array_equal(one.history.losses, other.history.losses)
    assert wholly_written > 0
