"""The folder in which sessions are kept that nobody has saved: a folder for each, and whose it is.

Each has a journal (``document/journal.py``), a lock that the program which writes it holds, and, once that has
ended properly, a summary. Files of older versions are found too. Each entry is looked at by itself: an odd one
hides no other. Everything here reads and writes a disk, and is for threads that may wait.
"""

import errno
import json
import logging
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QSysInfo

from digitpad.archives.json_text import decode_json
from digitpad.archives.reading import open_regular
from digitpad.archives.writing import check_writable, not_saved, sync_folder, write_atomically
from digitpad.document.header_values import whole
from digitpad.document.journal import JOURNAL, MOMENTS
from digitpad.document.journal_reading import read_journal
from digitpad.document.session_file import SUFFIX, SavedSession, load_session
from digitpad.errors import DataFileError
from digitpad.runs.shelf import Shelf

log = logging.getLogger(__name__)

LOCK = "lock"
SUMMARY = "summary"
OLD_LAST = f"last{SUFFIX}"
"""The one session that older versions kept for the next time."""

MOST_SESSIONS = 10
MOST_BYTES = 500_000_000
"""Sessions that ended properly and are kept: the oldest go first."""

MOST_MOMENT_BYTES = 500_000_000
"""What their runs' moments may take besides: those of the oldest go first."""

SILENT_SECONDS = 120.0
"""A program on another computer, or one whose lock says nothing, is gone if it has not touched it for so long."""

LEFT_OVER_SECONDS = 24 * 3600.0
"""What is no whole entry is nobody's after a day. Nor do two computers' clocks differ by more."""

MOST_LOCK_BYTES = 4_096
MOST_SUMMARY_BYTES = 65_536
MOST_SUMMARY_VALUES = 100
MOST_COUNTED = 1_000_000
MOST_NUMBER = 10**15
"""More than a lock and a summary ever have, and say."""


@dataclass(frozen=True)
class Summary:
    """What a session holds that ended properly: how many runs, drawings and digits of the class.

    ``picture`` is the glyph of the drawing that was shown, as 784 bytes, empty without one. ``number`` counts the
    sessions of this store, as clocks are set back; 0 is an older version's.
    """

    runs: int = 0
    drawings: int = 0
    picture: bytes = b""
    collected: int = 0
    number: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Entry:
    """A session in the store: ``path`` is its folder, or the file of an older version.

    ``written`` is when that was last written to, in seconds since 1970; ``summary`` is None if it was not put
    away.
    """

    path: Path
    written: float
    summary: Summary | None = None

    @property
    def order(self) -> tuple[int, float]:
        """Which of two is newer: what their summaries count, then when they were written to."""
        return (0 if self.summary is None else self.summary.number), self.written

    @property
    def lock_path(self) -> Path:
        """The lock of the program that writes it."""
        return self.path / LOCK if self.path.is_dir() else self.path.with_name(f"{self.path.name}.{LOCK}")

    @property
    def folder(self) -> Path | None:
        """Where its files lie, if it is not one by itself."""
        return self.path if self.path.is_dir() else None

    def read(self, shelf: Shelf | None = None) -> SavedSession:
        """Read it, its weights onto the shelf. Raises DataFileError."""
        return read_journal(self.path, shelf) if self.path.is_dir() else load_session(self.path, shelf)

    def claim(self) -> QLockFile | None:
        """Return a lock on it, to be kept as long as it is used; None while another program lives that has one."""
        return take_lock(self.lock_path)

    def delete(self) -> None:
        """Take it away, as far as the disk lets us."""
        if self.path.is_dir():
            # Its journal first: without one it is no entry any more, whatever is left of it.
            with suppress(OSError):
                (self.path / JOURNAL).unlink()
            shutil.rmtree(self.path, ignore_errors=True)
        else:
            with suppress(OSError):
                self.path.unlink()


def entries(folder: Path) -> list[Entry]:
    """Return what the store has, the newest first; nothing if it cannot be read."""
    found = []
    for path in _paths(folder):
        with suppress(OSError):
            if (path / JOURNAL).is_file():
                found.append(Entry(path, (path / JOURNAL).stat().st_mtime, _summary(path)))
            elif path.suffix == SUFFIX and path.is_file():
                summary = Summary() if path.name == OLD_LAST else None
                found.append(Entry(path, path.stat().st_mtime, summary))
    return sorted(found, key=lambda entry: entry.order, reverse=True)


def begin(path: Path) -> QLockFile:
    """Make a session's folder, and return the lock on it. Raises DataFileError if the disk refuses."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(path.parent, error) from error
    sync_folder(path.parent)
    lock = take_lock(path / LOCK)
    if lock is None:
        check_writable(path / JOURNAL)  # says what the disk says, of which Qt knows nothing
        raise DataFileError("not-saved", path=path, reason=os.strerror(errno.EACCES))
    return lock


def put_away(path: Path, summary: Summary) -> None:
    """Note that the session in this folder has ended properly. Raises DataFileError if the disk refuses."""
    words = {
        "runs": summary.runs,
        "drawings": summary.drawings,
        "picture": summary.picture.hex(),
        "collected": summary.collected,
        "number": min(1 + max((entry.order[0] for entry in entries(path.parent)), default=0), MOST_NUMBER),
    }
    write_atomically(path / SUMMARY, lambda file: file.write(json.dumps(words).encode()))


def thin(folder: Path) -> None:
    """Keep the newest sessions that were put away, so many and so large, and no half-written rest."""
    kept = size = in_moments = 0
    for entry in entries(folder):
        if entry.summary is None:
            continue
        moments = entry.path / MOMENTS
        of_moments = _size(moments) if moments.is_dir() else 0
        size += _size(entry.path) - of_moments
        in_moments += of_moments
        kept += 1
        if kept > 1 and (kept > MOST_SESSIONS or size > MOST_BYTES):
            _delete_unused(entry.lock_path, entry.delete)
        elif kept > 1 and in_moments > MOST_MOMENT_BYTES and of_moments:
            _delete_unused(entry.lock_path, partial(shutil.rmtree, moments, ignore_errors=True))
            in_moments -= of_moments
    for path in _paths(folder):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_OVER_SECONDS:
                _sweep(path)


def take_lock(path: Path) -> QLockFile | None:
    """Return a lock of ours on this file; None while it is somebody's who may still live."""
    take_away_what_is_no_lock(path)
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # Qt asks whether the process lives, as far as it is one of this computer
    if lock.tryLock(0):
        return lock
    if not _is_abandoned(path, lock):
        return None
    with suppress(OSError):
        path.unlink()
    return lock if lock.tryLock(0) else None


def take_away_what_is_no_lock(path: Path) -> None:
    """Nobody holds it, and Qt would wait for a pipe's end, or read however much there is."""
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISDIR(found.st_mode):
            path.rmdir()
        elif not stat.S_ISREG(found.st_mode) or found.st_size > MOST_LOCK_BYTES:
            path.unlink()


def _is_abandoned(path: Path, lock: QLockFile) -> bool:
    """Say of a lock that Qt cannot judge, another computer's or one without words, whether its holder has gone."""
    if lock.error() != QLockFile.LockError.LockFailedError:
        return False
    process, host, _ = lock.getLockInfo()
    if process and host == QSysInfo.machineHostName():
        return False
    try:
        silent = time.time() - path.stat().st_mtime
        return silent > SILENT_SECONDS or silent < -LEFT_OVER_SECONDS  # a clock was wrong when it was touched
    except OSError:
        return False


def _sweep(path: Path) -> None:
    """Delete what is left of an entry that never was whole, or of a write that never ended."""
    if path.is_dir():
        if not (path / JOURNAL).exists() and not path.is_symlink():
            _delete_unused(path / LOCK, lambda: shutil.rmtree(path, ignore_errors=True))
        else:
            for part in path.rglob(".*.part"):
                with suppress(OSError):
                    if time.time() - part.stat().st_mtime > LEFT_OVER_SECONDS:
                        part.unlink()
    elif path.suffix == ".part" or (path.name.endswith(f"{SUFFIX}.{LOCK}") and not path.with_suffix("").exists()):
        path.unlink()


def _delete_unused(lock_path: Path, delete: Callable[[], object]) -> None:
    lock = take_lock(lock_path)
    if lock is not None:
        delete()
        lock.unlock()


def _paths(folder: Path) -> Iterator[Path]:
    try:
        yield from list(folder.iterdir())
    except OSError:
        return


def _summary(path: Path) -> Summary | None:
    """Return what a folder's summary says: nothing in particular if it is damaged, None if there is none."""
    try:
        with open_regular(path / SUMMARY) as file:
            words: Any = decode_json(file.read(MOST_SUMMARY_BYTES), MOST_SUMMARY_VALUES)
        runs, drawings = whole(words["runs"], most=MOST_COUNTED), whole(words["drawings"], most=MOST_COUNTED)
        collected = whole(words.get("collected", 0), most=MOST_COUNTED)
        number = whole(words.get("number", 0), most=MOST_NUMBER)
        return Summary(runs, drawings, bytes.fromhex(words["picture"]), collected, number)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.info("the summary of %s makes no sense", path, exc_info=True)
        return Summary()


def _size(path: Path) -> int:
    """Return how many bytes an entry takes."""
    size = 0
    for file in [path, *path.rglob("*")] if path.is_dir() else [path]:
        with suppress(OSError):
            size += file.lstat().st_size
    return size
