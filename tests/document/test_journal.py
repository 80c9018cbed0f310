"""A session that is written down while it is made: little each time, and whole whenever it is read."""

import json
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.journal import JOURNAL, MOMENTS, WEIGHTS, Journal, crc_of
from digitpad.document.journal_reading import read_journal
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.moments.moment import Moment
from digitpad.runs.queue.plan import KeptPlan, Plan, Standing
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from tests.conftest import ROOT
from tests.document.made import collected
from tests.document.test_session_file import (
    NO_HIDDEN_RECIPE,
    TANH_RECIPE,
    assert_same_run,
    make_run,
    small,
    with_moments,
)
from tests.sentences import refused

MEGABYTE = 1_000_000
RECIPE = small(KERAS_RECIPE)
RECIPES = (RECIPE, TANH_RECIPE, NO_HIDDEN_RECIPE)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def weights_file(folder: Path, place: int) -> str:
    """Return the name of the file with a run's weights, of which the journal's first line speaks."""
    runs = json.loads((folder / JOURNAL).read_bytes().partition(b" ")[2])["runs"]
    return str(list(runs.values())[place]["weights"]["file"])


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    path.unlink()
    if how != "missing":
        path.write_bytes(data[:-1] + (b"x" if how == "others" else b""))


def assert_same(one: SavedSession, other: SavedSession, folder: Path) -> None:
    """Compare two sessions by what their files would be, byte by byte."""
    for name, session in (("one", one), ("other", other)):
        save_session(folder / name, session)
    assert (folder / "one").read_bytes() == (folder / "other").read_bytes()


@pytest.fixture
def session() -> SavedSession:
    runs = tuple(make_run(number, recipe, 20, checkpoint=True) for number, recipe in enumerate(RECIPES))
    digits = ClassSet(tuple(collected(25, pens=2)), tuple(collected(2, first=90)))
    with_moments(runs[0], 0, 3, 10)
    with_moments(runs[2], 20)
    return SavedSession(runs, (sample_digit(3), sample_digit(4)), 1, TANH_RECIPE, 2, 0, digits)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "one session"


def test_what_is_written_is_read(session: SavedSession, folder: Path, tmp_path: Path) -> None:
    Journal(folder).write(session)
    assert_same(read_journal(folder), session, tmp_path)


def test_nothing_at_all(folder: Path, tmp_path: Path) -> None:
    Journal(folder).write(SavedSession())
    assert_same(read_journal(folder), SavedSession(), tmp_path)


def test_each_change_is_read(session: SavedSession, folder: Path, tmp_path: Path) -> None:
    journal = Journal(folder)
    run = session.runs[0]
    longer = make_run(0, RECIPE, 30, checkpoint=True)
    for changed in (
        session,
        replace(session, drawings=(*session.drawings, sample_digit(5)), page=2),
        replace(session, drawings=session.drawings[1:], page=0),
        replace(session, runs=(replace_name(run, "another"), *session.runs[1:])),
        replace(session, runs=(longer, *session.runs[1:])),
        replace(session, runs=session.runs[::-1], current=0, answering=None),
        replace(session, runs=session.runs[1:], recipe=Recipe(seed=7), current=None),
        replace(session, runs=(), current=None, answering=None),
        replace(session, class_set=ClassSet(aside=session.class_set.aside)),
        session,
    ):
        journal.write(changed)
        assert_same(read_journal(folder), changed, tmp_path)


@given(
    steps=st.lists(
        st.tuples(st.lists(st.integers(0, 12), max_size=12), st.integers(0, 12)), min_size=1, max_size=6
    )
)
def test_whatever_the_class_does_is_read(steps: list[tuple[list[int], int]]) -> None:
    """Added, dropped, relabelled, moved, set aside and kept, twice the same: each after the other."""
    known = [*collected(10), *(replace(entry, label=9, pen=4) for entry in collected(3))]
    with tempfile.TemporaryDirectory() as name:
        journal = Journal(Path(name))
        for places, aside in steps:
            entries = tuple(known[place] for place in places)
            digits = ClassSet(entries[aside:], entries[:aside])
            journal.write(SavedSession(class_set=digits))
            assert read_journal(Path(name)).class_set == digits


def test_a_journal_of_the_second_version_has_no_class_yet(tmp_path: Path) -> None:
    session = read_journal(ROOT / "tests" / "files" / "version2" / "kept")
    assert not session.class_set
    assert_same(session, load_session(ROOT / "tests" / "files" / "version2" / "session.digitpad"), tmp_path)


def test_a_journal_of_the_third_version_has_no_moments_yet(tmp_path: Path) -> None:
    session = read_journal(ROOT / "tests" / "files" / "version3" / "kept")
    assert [run.moments for run in session.runs] == [(), ()]
    assert_same(session, load_session(ROOT / "tests" / "files" / "version3" / "session.digitpad"), tmp_path)


def test_a_journal_of_the_fourth_version_has_moments_and_no_scores_yet(tmp_path: Path) -> None:
    session = read_journal(ROOT / "tests" / "files" / "version4" / "kept")
    assert [len(run.moments) for run in session.runs] == [3, 2]
    assert [run.history.scores for run in session.runs] == [[], []]
    assert_same(session, load_session(ROOT / "tests" / "files" / "version4" / "session.digitpad"), tmp_path)


def test_one_of_a_newer_digitpad_is_left_alone(folder: Path) -> None:
    Journal(folder).write(SavedSession())
    text = (folder / JOURNAL).read_bytes().partition(b" ")[2].replace(b'"version":5', b'"version":6')
    (folder / JOURNAL).write_bytes(crc_of(text) + b" " + text)
    with refused("is of format version 6; this digitpad reads versions up to 5"):
        read_journal(folder)


def replace_name(run: Run, name: str) -> Run:
    renamed = replace(run)
    renamed.name = name
    return renamed


def test_a_run_that_goes_back_and_on_again(folder: Path, tmp_path: Path) -> None:
    journal = Journal(folder)
    run = make_run(0, RECIPE, 20, checkpoint=True)
    early = run.checkpoint
    early = replace(early, snapshot=replace(early.snapshot, updates=5))
    journal.write(SavedSession((run.for_file(),)))
    run.go_back_to(early)
    journal.write(SavedSession((run.for_file(),)))
    assert len(read_journal(folder).runs[0].history) == 5
    run.history.extend(np.full(3, 0.5, np.float32), 0.1)
    journal.write(SavedSession((run.for_file(),)))
    assert_same(read_journal(folder), SavedSession((run.for_file(),)), tmp_path)


def test_two_runs_of_one_number(folder: Path, tmp_path: Path) -> None:
    runs = (make_run(1, RECIPE, 5, checkpoint=True), make_run(1, RECIPE, 9, checkpoint=True))
    Journal(folder).write(SavedSession(runs))
    assert_same(read_journal(folder), SavedSession(runs), tmp_path)


def updates(folder: Path) -> list[list[int]]:
    """Return what moments the runs of a journal have."""
    return [[moment.updates for moment in run.moments] for run in read_journal(folder).runs]


class TestMoments:
    @pytest.fixture
    def run(self) -> Run:
        return make_run(0, NO_HIDDEN_RECIPE, 40, checkpoint=True)

    def test_they_come_and_go(self, folder: Path, run: Run, tmp_path: Path) -> None:
        journal, shelf = Journal(folder), Shelf()
        for moments in ((0,), (0, 1, 3), (0, 3, 10, 40), (), (10, 40)):
            run.moments = ()
            journal.write(SavedSession((with_moments(run, *moments).for_file(),)))
            assert updates(folder) == [list(moments)]
            assert len(list((folder / MOMENTS).iterdir())) == len(moments)
            assert_same(read_journal(folder), SavedSession((run,)), tmp_path)
            assert_same(read_journal(folder, shelf), SavedSession((run,)), tmp_path)
        shelf.close()

    def test_each_is_written_once(self, folder: Path, run: Run) -> None:
        journal, shelf = Journal(folder), Shelf()
        journal.write(SavedSession((with_moments(run, 0, 3).for_file(),)))
        files = {path: path.stat().st_mtime_ns for path in (folder / MOMENTS).iterdir()}
        assert len(files) == 2
        for moment in run.moments:
            moment.shelve(shelf)
        journal.write(SavedSession((with_moments(run, 10).for_file(),)))
        after = {path: path.stat().st_mtime_ns for path in (folder / MOMENTS).iterdir()}
        assert files.items() < after.items()
        before = size_of(folder)
        journal.write(SavedSession((run.for_file(),), (sample_digit(3),)))
        assert size_of(folder) - before < 0.01 * MEGABYTE
        shelf.close()

    def test_a_deleted_run_comes_back_with_its_own(self, folder: Path, run: Run) -> None:
        journal = Journal(folder)
        other = with_moments(make_run(1, NO_HIDDEN_RECIPE, 20, checkpoint=True), 4)
        runs = (with_moments(run, 0, 3), other)
        for kept, moments in ((runs, [[0, 3], [4]]), (runs[1:], [[4]]), (runs, [[0, 3], [4]])):
            journal.write(SavedSession(tuple(one.for_file() for one in kept)))
            assert updates(folder) == moments
            assert len(list((folder / MOMENTS).iterdir())) == sum(map(len, moments))

    def test_another_run_of_the_same_number_has_not_those_of_the_one_before(self, folder: Path, run: Run) -> None:
        journal = Journal(folder)
        for session in (
            SavedSession((with_moments(run, 0, 3).for_file(),)),
            SavedSession(),
            SavedSession((make_run(0, NO_HIDDEN_RECIPE, 20, checkpoint=True),)),
        ):
            journal.write(session)
        assert updates(folder) == [[]]

    def test_one_that_is_missing_or_another_is_a_gap(self, folder: Path, run: Run) -> None:
        Journal(folder).write(SavedSession((with_moments(run, 0, 3, 10, 40).for_file(),)))
        files = {
            json.loads((folder / JOURNAL).read_bytes().partition(b" ")[2])["runs"]["0"]["moments"][place][1]
            for place in (1, 2)
        }
        for name, spoil in zip(files, (Path.unlink, lambda path: path.write_bytes(b"x")), strict=True):
            spoil(folder / MOMENTS / name)
        (read,) = read_journal(folder).runs
        assert [moment.updates for moment in read.moments] == [0, 40]
        run.moments = run.moments[::3]
        assert_same_run(read, run)

    def test_a_kill_before_the_line_is_written_loses_the_newest_alone(self, folder: Path, run: Run) -> None:
        journal = Journal(folder)
        journal.write(SavedSession((with_moments(run, 0, 3).for_file(),)))
        line = (folder / JOURNAL).stat().st_size
        journal.write(SavedSession((with_moments(run, 10).for_file(),)))
        with (folder / JOURNAL).open("r+b") as file:
            file.truncate(line + 20)
        assert updates(folder) == [[0, 3]]

    def test_without_one_that_cannot_be_read_all_else_is_kept(self, folder: Path, run: Run) -> None:
        journal, shelf = Journal(folder), Shelf()
        gone = Moment(run.snapshot)
        gone.shelve(shelf)
        shelf.close()  # nobody can read it any more
        with_moments(run, 3)
        run.keep_moment(gone)
        journal.write(SavedSession((run.for_file(),)))
        assert updates(folder) == [[3]]
        journal.write(SavedSession((with_moments(run, 10).for_file(),)))
        assert updates(folder) == [[3, 10]]

    def test_those_of_the_session_before_are_borrowed(self, session: SavedSession, folder: Path) -> None:
        Journal(folder).write(session)
        other = folder.with_name("the next session")
        Journal(other, folder).write(session)
        assert updates(other) == [[0, 3, 10], [], [20]]
        for path in (folder / MOMENTS).iterdir():
            assert (other / MOMENTS / path.name).stat().st_ino == path.stat().st_ino

    @pytest.mark.parametrize(
        "said", [3, None, [3], [[3]], [["3", "x", 1]], [[0, "x"], 3], {"0": 3}, "moments", [[5, 3, 3]]], ids=str
    )
    def test_a_line_that_says_something_else(self, folder: Path, run: Run, said: object) -> None:
        Journal(folder).write(SavedSession((with_moments(run, 0, 3).for_file(),)))
        changes = json.loads((folder / JOURNAL).read_bytes().partition(b" ")[2])
        changes["runs"]["0"]["moments"] = said
        text = json.dumps(changes).encode() + b"\n"
        (folder / JOURNAL).write_bytes(crc_of(text) + b" " + text)
        with refused("journal"):
            read_journal(folder)

    @pytest.mark.parametrize("name", ["../journal", "/dev/zero", "", "x" * 5000, "\0", "..", "0" * 64])
    def test_a_file_that_is_none_of_its_own_is_a_gap(self, folder: Path, run: Run, name: str) -> None:
        Journal(folder).write(SavedSession((with_moments(run, 0, 3).for_file(),)))
        changes = json.loads((folder / JOURNAL).read_bytes().partition(b" ")[2])
        changes["runs"]["0"]["moments"][0][1] = name
        text = json.dumps(changes).encode() + b"\n"
        (folder / JOURNAL).write_bytes(crc_of(text) + b" " + text)
        assert updates(folder) == [[3]]


class TestLittleIsWritten:
    def test_one_more_stroke_after_twenty_runs(self, folder: Path) -> None:
        runs = tuple(make_run(number, RECIPE, 469, checkpoint=True) for number in range(20))
        journal = Journal(folder)
        journal.write(SavedSession(runs))
        before = size_of(folder)
        journal.write(SavedSession(runs, (sample_digit(3),)))
        assert size_of(folder) - before < 0.01 * MEGABYTE

    def test_weights_that_are_a_moment_too_are_there_once(self, folder: Path) -> None:
        run = make_run(0, replace(RECIPE, optimizer=Optimizer.NAIVE_SGD), 20, checkpoint=False)
        with_moments(run, 20)
        run.take_checkpoint(Checkpoint(run.moments[0].read(), (), 0.1))
        Journal(folder).write(SavedSession((run,)))
        (weights,), (moment,) = (list((folder / kind).iterdir()) for kind in (WEIGHTS, MOMENTS))
        assert weights.samefile(moment)
        (read,) = read_journal(folder).runs
        for one, other in zip(read.snapshot.weights, read.moments[0].read().weights, strict=True):
            np.testing.assert_array_equal(one, other)

    def test_one_more_digit_of_a_class_of_two_thousand(self, folder: Path, tmp_path: Path) -> None:
        digits = ClassSet(tuple(collected(2000, pens=30)), tuple(collected(3, first=5000)))
        journal = Journal(folder)
        journal.write(SavedSession(class_set=digits))
        assert size_of(folder) < 8 * MEGABYTE
        before = size_of(folder)
        changes = {
            "one more": digits.with_added(collected(1, first=7000)),
            "another label": digits.decided([77], 3),
            "other labels": digits.decided(range(0, 2000, 100), 3),
            "dropped": digits.without(range(1, 2000, 100)),
            "kept": ClassSet((*digits.drawings, digits.aside[1]), (digits.aside[0], digits.aside[2])),
            "forgotten": replace(digits, aside=()),
            "as before": digits,
            "all dropped": ClassSet(),
            "and back": digits,
        }
        wrote = {}
        for name, changed in changes.items():
            journal.write(SavedSession(class_set=changed))
            wrote[name], before = size_of(folder) - before, size_of(folder)
            assert read_journal(folder).class_set == changed, name
        all_again = wrote.pop("and back")
        assert max(wrote.values()) < 0.005 * MEGABYTE, wrote
        assert all_again < 0.15 * MEGABYTE  # their strokes are there already

    def test_weights_on_a_shelf_are_not_written_again(self, folder: Path) -> None:
        run, shelf = make_run(0, RECIPE, 9, checkpoint=True), Shelf()
        journal = Journal(folder)
        journal.write(SavedSession((run.for_file(),)))
        files = {path: path.stat().st_mtime_ns for path in (folder / WEIGHTS).iterdir()}
        run.shelve(shelf)
        journal.write(SavedSession((run.for_file(),)))
        assert {path: path.stat().st_mtime_ns for path in (folder / WEIGHTS).iterdir()} == files
        shelf.close()

    def test_weights_that_are_not_needed_any_more_are_deleted(self, folder: Path) -> None:
        journal = Journal(folder)
        recipe = replace(RECIPE, optimizer=Optimizer.ADAM)
        for number in range(20):  # one run that goes on and on
            run = make_run(number, recipe, 9, checkpoint=True)
            run.number = 0
            journal.write(SavedSession((run,)))
            assert len(list((folder / WEIGHTS).iterdir())) == 1

    def test_a_journal_that_has_become_long_is_written_anew(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("digitpad.document.journal.LEAST_TO_SHORTEN", 0)
        journal = Journal(folder)
        for page in range(60):
            session = SavedSession(drawings=(sample_digit(page % 10),))
            journal.write(session)
            assert_same(read_journal(folder), session, tmp_path)
        assert len((folder / JOURNAL).read_bytes().splitlines()) < 10

    def test_weights_of_the_session_before_are_borrowed(self, session: SavedSession, folder: Path) -> None:
        Journal(folder).write(session)
        other = folder.with_name("the next session")
        Journal(other, folder).write(session)
        for path in (folder / WEIGHTS).iterdir():
            assert (other / WEIGHTS / path.name).stat().st_ino == path.stat().st_ino


class TestDamage:
    def test_wherever_it_was_cut_off_all_whole_lines_are_read(
        self, session: SavedSession, folder: Path, tmp_path: Path
    ) -> None:
        journal = Journal(folder)
        written = [replace(session, drawings=(sample_digit(digit),), page=0) for digit in range(4)]
        for state in written:
            journal.write(state)
        path = folder / JOURNAL
        data = path.read_bytes()
        ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
        for cut in (*ends, *(end - 1 for end in ends[1:]), ends[2] + 40):
            path.write_bytes(data[:cut])
            lines = sum(end <= cut for end in ends)
            assert_same(read_journal(folder), written[lines - 1], tmp_path)

    def test_after_a_line_that_was_cut_off_the_next_one_follows_the_last_whole_one(
        self, session: SavedSession, folder: Path, tmp_path: Path
    ) -> None:
        journal = Journal(folder)
        journal.write(session)
        with (folder / JOURNAL).open("ab") as file:
            file.write(b"12345678 {")
        changed = replace(session, drawings=(sample_digit(9),), page=0)
        journal.write(changed)
        assert_same(read_journal(folder), changed, tmp_path)

    def test_nothing_whole_is_a_sentence(self, session: SavedSession, folder: Path) -> None:
        Journal(folder).write(session)
        path = folder / JOURNAL
        path.write_bytes(path.read_bytes()[:100])
        with refused("journal"):
            read_journal(folder)
        path.unlink()
        with refused("was not found"):
            read_journal(folder)

    @pytest.mark.parametrize("damaged", [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]], ids=str)
    @pytest.mark.parametrize("how", ["missing", "others", "shorter"])
    def test_without_runs_whose_weights_are_damaged_all_else_is_read(
        self, session: SavedSession, folder: Path, tmp_path: Path, damaged: list[int], how: str
    ) -> None:
        plans = tuple(KeptPlan(Plan(run.recipe), Standing.DONE, place) for place, run in enumerate(session.runs))
        session = replace(session, queue=plans)
        Journal(folder).write(session)
        for place in damaged:
            damage(folder / WEIGHTS / weights_file(folder, place), how)
        kept = [place for place in range(3) if place not in damaged]
        places = {place: now for now, place in enumerate(kept)}
        expected = replace(
            session,
            runs=tuple(session.runs[place] for place in kept),
            current=places.get(2),
            answering=places.get(0),
            queue=tuple(replace(plan, run=places.get(place)) for place, plan in enumerate(plans)),
        )
        read = read_journal(folder)
        assert read.lost == len(damaged)
        assert_same(read, expected, tmp_path)

    @pytest.mark.parametrize("version", [2, 3, 4])
    def test_so_it_is_of_an_older_version(self, version: int, folder: Path) -> None:
        shutil.copytree(ROOT / "tests" / "files" / f"version{version}" / "kept", folder)
        names = [run.name for run in read_journal(folder).runs]
        damage(folder / WEIGHTS / weights_file(folder, 0), "missing")
        read = read_journal(folder)
        assert [run.name for run in read.runs] == names[1:]
        assert read.lost == 1

    def test_a_run_that_has_not_begun_is_something_that_is_left(
        self, session: SavedSession, folder: Path, tmp_path: Path
    ) -> None:
        run, waits = session.runs[0], KeptPlan(Plan(TANH_RECIPE))
        done = KeptPlan(Plan(run.recipe), Standing.DONE, 0)
        Journal(folder).write(SavedSession((run,), queue=(done, waits), current=0))
        damage(folder / WEIGHTS / weights_file(folder, 0), "missing")
        assert_same(read_journal(folder), SavedSession(queue=(replace(done, run=None), waits)), tmp_path)
        Journal(folder).write(SavedSession((run,), queue=(done,)))
        damage(folder / WEIGHTS / weights_file(folder, 0), "missing")
        with refused("was not found"):
            read_journal(folder)

    def test_what_the_disk_refuses_to_read_is_not_lost(self, session: SavedSession, folder: Path) -> None:
        """What was found is deleted once it is in another session: all of it, or it stays as it is."""
        Journal(folder).write(session)
        path = folder / WEIGHTS / weights_file(folder, 0)
        elsewhere = path.rename(folder / "elsewhere")
        path.symlink_to(path)
        with refused("could not be read"):
            read_journal(folder)
        elsewhere.replace(path)
        assert len(read_journal(folder).runs) == len(session.runs)

    def test_where_all_that_there_was_is_damaged(self, session: SavedSession, folder: Path) -> None:
        Journal(folder).write(SavedSession(session.runs[:1]))
        path = folder / WEIGHTS / weights_file(folder, 0)
        damage(path, "others")
        with refused(path.name):
            read_journal(folder)
        damage(path, "missing")
        with refused("was not found"):
            read_journal(folder)

    @pytest.mark.parametrize("change", ["words", "runs", "drawings", "class"])
    def test_a_line_that_says_something_else(self, session: SavedSession, folder: Path, change: str) -> None:
        Journal(folder).write(session)
        path = folder / JOURNAL
        of_class = (
            [[0, 1, []]],
            [[0, 0, [["x", 1, "", 1]]]],
            [[0, 0, [1]]],
            [[0, 0, [[[], 1, "", 1]]]],
            [[-1, 0, []]],
        )
        for value in (
            *(of_class if change == "class" else ([], {})),
            *({"0": {}}, {"order": 3}, None, {"order": [["0"]]}, 3, [3], [[0, 0, 5]]),
        ):
            said = json.loads(path.read_bytes().partition(b" ")[2])
            said[change] = value
            text = json.dumps(said).encode() + b"\n"
            (folder / "other").mkdir(exist_ok=True)
            (folder / "other" / JOURNAL).write_bytes(crc_of(text) + b" " + text)
            with refused("journal"):
                read_journal(folder / "other")

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody says which folder a descriptor is of")
    def test_no_line_speaks_of_files_whose_names_a_power_cut_could_take(
        self, session: SavedSession, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """btrfs, for one, keeps new names for half a minute in memory, whatever else is on the disk by then."""
        synced: list[tuple[str, bool]] = []
        sync = os.fsync

        def fsync(descriptor: int) -> None:
            path = Path(f"/proc/self/fd/{descriptor}").readlink()
            if path.parent == folder and path.name != WEIGHTS and path.name != MOMENTS:
                files = [name for name in (folder / WEIGHTS).iterdir() if name.name not in known]
                synced.append(("journal", bool(files)))
            elif path == folder / WEIGHTS:
                known.update(name.name for name in path.iterdir())
            elif path == folder:
                synced.append(("name", False))
            sync(descriptor)

        known: set[str] = set()
        monkeypatch.setattr(os, "fsync", fsync)
        journal = Journal(folder)
        journal.write(SavedSession((make_run(0, RECIPE, 20, checkpoint=True),)))
        assert synced == [("journal", False), ("name", False)]
        journal.write(session)
        assert synced[2:] == [("name", False), ("journal", False)], "there is a folder of moments now"
        journal.write(replace(session, drawings=session.drawings[1:], page=0))
        assert synced[4:] == [("journal", False)]

    def test_what_the_disk_refused_is_written_the_next_time(
        self, session: SavedSession, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        journal = Journal(folder)
        journal.write(session)
        changed = replace(session, drawings=(sample_digit(8),), page=0)

        def refuse(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", refuse)
        with refused("space"):
            journal.write(changed)
        monkeypatch.undo()
        assert load_equal(read_journal(folder), session, changed)
        journal.write(changed)
        assert_same(read_journal(folder), changed, tmp_path)


def load_equal(read: SavedSession, *possible: SavedSession) -> bool:
    """Say whether what was read is one of these, by their drawings."""
    return any(read.drawings == session.drawings for session in possible if isinstance(session, SavedSession))
