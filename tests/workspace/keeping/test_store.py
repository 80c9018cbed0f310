"""The store of sessions: whose each entry is, which are kept, and that an odd one hides no other."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from digitpad.document.journal import JOURNAL, MOMENTS, Journal
from digitpad.document.session_file import SavedSession
from digitpad.drawing.samples import sample_digit
from digitpad.workspace.keeping import store
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.keeping.store import LOCK, SUMMARY, Entry, Summary
from tests.conftest import ROOT
from tests.document.test_session_file import NO_HIDDEN_RECIPE, make_run, with_moments
from tests.workspace.keeping.kept import leave, orphans, put_away

HOLDER = """
import sys
from pathlib import Path
from digitpad.workspace.keeping.store import take_lock
lock = take_lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
FULL = """
import resource, sys
from pathlib import Path
from digitpad.errors import UserError
from digitpad.workspace.keeping.store import begin
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    begin(Path(sys.argv[1]))
except UserError as problem:
    print(problem.code)
"""
"""Files can be made then, but nothing be written to them, as on a full disk."""
A_DAY = 24 * 3600.0
NOBODY = 2**22 + 1
"""No process has this number: it is more than a system gives."""


@pytest.fixture
def held(settings: Settings) -> Iterator[tuple[Path, subprocess.Popen[bytes]]]:
    """An entry whose lock another process holds."""
    path = leave(settings, 1)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path / LOCK)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield path, process
        process.kill()


def aged(path: Path, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


def claimable(path: Path) -> bool:
    lock = Entry(path, 0.0).claim()
    if lock is not None:
        lock.unlock()
    return lock is not None


class TestLocks:
    def test_of_a_living_program_and_of_a_killed_one(self, held: tuple[Path, subprocess.Popen[bytes]]) -> None:
        path, process = held
        assert not claimable(path)
        process.kill()
        process.wait()
        assert claimable(path)

    @pytest.mark.parametrize("content", ["", "garbage", "\n\n", f"{NOBODY}\ndigitpad\nanother computer\n\n\n"])
    def test_that_says_nothing_or_is_another_computers(self, settings: Settings, content: str) -> None:
        """On a home in the network such a lock hid the work for ever."""
        path = leave(settings, 1)
        (path / LOCK).write_text(content)
        assert not claimable(path), "its program may just have made it"
        aged(path / LOCK, 3600)
        assert claimable(path)

    def test_of_a_program_of_this_computer_that_is_gone(self, settings: Settings) -> None:
        path = leave(settings, 1)
        (path / LOCK).write_text(f"{NOBODY}\ndigitpad\n{QSysInfo.machineHostName()}\n\n\n")
        assert claimable(path)

    def test_of_this_process_however_long_it_was_silent(self, settings: Settings) -> None:
        path = leave(settings, 1)
        lock = Entry(path, 0.0).claim()
        aged(path / LOCK, 3600)
        assert not claimable(path)
        assert lock is not None
        lock.unlock()

    @pytest.mark.parametrize("years", [-10, 10])
    def test_that_was_touched_when_a_clock_was_wrong(self, settings: Settings, years: int) -> None:
        path = leave(settings, 1)
        (path / LOCK).write_text(f"{NOBODY}\ndigitpad\nanother computer\n\n\n")
        aged(path / LOCK, -years * 365 * A_DAY)
        assert claimable(path)

    @pytest.mark.skipif(os.name != "posix", reason="pipes and links for everybody")
    @pytest.mark.parametrize("kind", ["folder", "pipe", "link to nowhere", "huge"])
    def test_that_is_none(self, settings: Settings, kind: str) -> None:
        path = leave(settings, 1)
        lock = path / LOCK
        if kind == "folder":
            lock.mkdir()
        elif kind == "pipe":
            os.mkfifo(lock)
        elif kind == "huge":
            with lock.open("wb") as file:
                file.truncate(1 << 33)
        else:
            lock.symlink_to(path / "nothing")
        assert claimable(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there a process has no such limit")
def test_a_full_disk_is_called_full_though_it_is_the_lock_that_has_no_room(tmp_path: Path) -> None:
    """Qt itself only says that it is not permitted, and nobody would free any space."""
    command = [sys.executable, "-c", FULL, str(tmp_path / "sessions" / "new")]
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE).stdout == b"not-saved-full\n"


class TestEntries:
    def test_odd_ones_hide_no_other(self, settings: Settings) -> None:
        whole = [leave(settings, digit, age=digit) for digit in (1, 2)]
        folder = settings.sessions_folder
        (folder / "a file").write_bytes(b"")
        (folder / "an empty folder").mkdir()
        (folder / "no journal").mkdir()
        (folder / "no journal" / JOURNAL).mkdir()
        (folder / "nowhere").symlink_to(folder / "nothing")
        (folder / "a folder.digitpad").mkdir()
        assert [entry.path for entry in orphans(settings)] == whole

    def test_no_folder_no_entries(self, settings: Settings) -> None:
        assert store.entries(settings.sessions_folder) == []
        store.thin(settings.sessions_folder)
        assert not settings.sessions_folder.exists()

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"[]",
            b'{"runs": "x"}',
            b'{"runs":1,"drawings":2,"picture":"zz"}',
            b'{"runs":1e999,"drawings":2,"picture":""}',
            b'{"runs":-1,"drawings":2,"picture":""}',
            b'{"runs":%d,"drawings":2,"picture":""}' % 10**30,
            b"[" * 60_000,
        ],
    )
    def test_a_summary_that_makes_no_sense_still_says_that_it_ended(
        self, settings: Settings, content: bytes
    ) -> None:
        path = leave(settings, 3)
        (path / SUMMARY).write_bytes(content)
        (entry,) = put_away(settings)
        assert entry.summary == Summary()
        assert entry.read().drawings == (sample_digit(3),)

    @pytest.mark.skipif(os.name != "posix", reason="pipes")
    @pytest.mark.parametrize("kind", ["pipe", "folder", "huge"])
    def test_a_summary_that_is_no_file_or_a_huge_one_keeps_nobody_waiting(
        self, settings: Settings, kind: str
    ) -> None:
        path = leave(settings, 3)
        if kind == "pipe":
            os.mkfifo(path / SUMMARY)
        elif kind == "folder":
            (path / SUMMARY).mkdir()
        else:
            with (path / SUMMARY).open("wb") as file:
                file.truncate(1 << 33)
        assert put_away(settings)[0].summary == Summary()
        store.thin(settings.sessions_folder)

    def test_a_summary_of_before_there_was_a_class(self, settings: Settings) -> None:
        path = leave(settings, 3)
        (path / SUMMARY).write_bytes(b'{"runs": 1, "drawings": 2, "picture": ""}')
        assert put_away(settings)[0].summary == Summary(1, 2, b"", 0)

    def test_a_summary_says_what_was_written(self, settings: Settings) -> None:
        summary = Summary(3, 5, bytes(range(256)), 60)
        leave(settings, 3, summary=summary)
        assert put_away(settings)[0].summary == summary


class TestThinning:
    def test_the_newest_ten_stay(self, settings: Settings) -> None:
        paths = [leave(settings, age % 10, age=age, summary=Summary()) for age in reversed(range(13))][::-1]
        orphan = leave(settings, 1, age=100)
        store.thin(settings.sessions_folder)
        assert [entry.path for entry in put_away(settings)] == paths[:10]
        assert orphan.exists(), "nobody has decided about it yet"

    @pytest.mark.parametrize("years", [-1, 1])
    def test_the_newest_is_what_came_last_whatever_the_clock_said(self, settings: Settings, years: int) -> None:
        """A computer whose clock stops without a current begins in the past, until a network tells it the time."""
        paths = [leave(settings, place % 10, age=years * 365 * A_DAY, summary=Summary()) for place in range(10)]
        paths.append(leave(settings, 3, summary=Summary()))
        store.thin(settings.sessions_folder)
        assert [entry.path for entry in put_away(settings)] == paths[:0:-1]

    def test_what_older_versions_left_goes_first(self, settings: Settings) -> None:
        older = leave(settings, 3, age=-A_DAY)
        (older / SUMMARY).write_bytes(b'{"runs": 1, "drawings": 2, "picture": ""}')
        paths = [leave(settings, place, summary=Summary()) for place in range(store.MOST_SESSIONS)]
        store.thin(settings.sessions_folder)
        assert [entry.path for entry in put_away(settings)] == paths[::-1]

    def test_a_number_beyond_all_reason_is_none(self, settings: Settings) -> None:
        leave(settings, 3)
        (odd,) = settings.sessions_folder.iterdir()
        words = '{"runs": 0, "drawings": 1, "picture": "", "number": %d}'
        (odd / SUMMARY).write_text(words % store.MOST_NUMBER)
        path = leave(settings, 4, summary=Summary())
        assert put_away(settings)[0].path == path
        (odd / SUMMARY).write_text(words % (store.MOST_NUMBER + 1))
        assert [entry.order[0] for entry in put_away(settings)] == [store.MOST_NUMBER, 0]

    def test_within_so_many_bytes(self, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        paths = [leave(settings, age, age=age, summary=Summary()) for age in reversed(range(5))][::-1]
        size = sum(file.stat().st_size for path in paths[:2] for file in [path, *path.rglob("*")])
        monkeypatch.setattr(store, "MOST_BYTES", size + 1)
        store.thin(settings.sessions_folder)
        assert [entry.path for entry in put_away(settings)] == paths[:2]
        monkeypatch.setattr(store, "MOST_BYTES", 1)
        store.thin(settings.sessions_folder)
        assert [entry.path for entry in put_away(settings)] == paths[:1], "the last one stays however large it is"

    def test_moments_of_the_oldest_go_before_any_session_does(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paths = [leave(settings, age, summary=Summary()) for age in reversed(range(4))][::-1]
        run = with_moments(make_run(0, NO_HIDDEN_RECIPE, 9, checkpoint=True), 0, 3)
        for age, path in enumerate(paths):
            Journal(path).write(SavedSession((run,)))
            aged(path / JOURNAL, age)
        size = sum(path.stat().st_size for path in [paths[0] / MOMENTS, *(paths[0] / MOMENTS).iterdir()])
        monkeypatch.setattr(store, "MOST_MOMENT_BYTES", 2.5 * size)
        store.thin(settings.sessions_folder)
        kept = {entry.path: entry.read().runs[0].moments for entry in put_away(settings)}
        assert [len(kept[path]) for path in paths] == [2, 2, 0, 0]

    def test_what_was_left_half_written_goes_after_a_day(self, settings: Settings) -> None:
        whole = leave(settings, 3, summary=Summary())
        folder = settings.sessions_folder
        parts = [folder / ".0.part", whole / ".1.part", whole / "weights" / ".2.part"]
        for part in parts:
            part.write_bytes(b"half")
        empty = folder / "0123"
        empty.mkdir()
        store.thin(folder)
        assert all(path.exists() for path in (*parts, empty))
        for path in (*parts, empty, whole):
            aged(path, 2 * A_DAY)
        store.thin(folder)
        assert not any(path.exists() for path in (*parts, empty))
        assert len(put_away(settings)) == 1
