"""Opening a file to read it: the one place where that happens, for whatever the user or the system names.

Only regular files are read. Opening a pipe waits for somebody who writes into it, a device may never come to an
end, and what waits in the system cannot be interrupted. A regular file may wait too, where its drive is slow or
gone; who waits no longer says so by ``Patience``, and the reading ends as soon as the drive answers.
"""

import errno
import io
import os
import stat
import threading
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from digitpad.errors import DataFileError, GivenUpError, Word

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
"""So is opened what may have become a pipe since it was looked at; on a regular file it changes nothing."""

BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
"""What Windows wants."""


class Patience:
    """Whether somebody still waits for what a thread reads; any thread may end it."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def end(self) -> None:
        """Wait no longer."""
        self._over.set()

    @property
    def is_over(self) -> bool:
        """Whether nobody waits any more."""
        return self._over.is_set()


patience: ContextVar[Patience | None] = ContextVar("patience", default=None)
"""Whose patience counts for the files that this thread reads; None reads to the end."""


class NotRegularError(OSError):
    """There is something by this name that is no regular file."""


def opened(path: Path, what: Word) -> io.BufferedReader:
    """Open ``path`` for reading bytes. Raises DataFileError, which calls the expected file ``what``."""
    try:
        return open_regular(path)
    except NotRegularError:
        raise DataFileError("no-regular-file", path=path, what=what) from None
    except (FileNotFoundError, ValueError):  # ValueError: no system has a name with a zero byte
        raise DataFileError("file-not-found", path=path, what=what) from None
    except OSError as error:
        raise unreadable(path, error) from error


def open_regular(path: Path) -> io.BufferedReader:
    """Open ``path`` for reading bytes, without waiting for anything but the drive; a link may lead to it.

    Raises NotRegularError, or another OSError.
    """
    _check_regular(path, path.stat())  # first: to open some device is to make it do something
    descriptor = _descriptor(path)
    try:
        _check_regular(path, os.fstat(descriptor))
        return io.BufferedReader(_Watched(descriptor, "rb"))
    except BaseException:
        os.close(descriptor)
        raise


def exists(path: Path) -> bool:
    """Say whether there is anything by this name; by one that the system refuses to look at there is nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Say whether there is a folder by this name; by one that the system refuses to look at there is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def unreadable(path: Path, error: OSError) -> DataFileError:
    """Return what to tell of a drive that refuses to read."""
    return DataFileError("file-unreadable", path=path, reason=str(error.strerror or error))


def _check_regular(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError(errno.EINVAL, "no regular file", str(path))


def _descriptor(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | AT_ONCE | BINARY)
    except BlockingIOError:
        # Another program, such as a server of shared folders, must let go of it first: the system asks it to.
        return os.open(path, os.O_RDONLY | BINARY)


class _Watched(io.FileIO):
    """A file that is read as long as somebody waits for it."""

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        _check_patience()
        count = super().readinto(buffer)
        _check_patience()
        return count

    def readall(self) -> bytes:
        _check_patience()
        return super().readall()


def _check_patience() -> None:
    waiting = patience.get()
    if waiting is not None and waiting.is_over:
        raise GivenUpError
