"""Only regular files are read, and nothing else is ever waited for."""

import os
import socket
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from digitpad.archives.npz import opened_archive
from digitpad.archives.reading import Patience, open_regular, opened, patience
from digitpad.document.session_file import load_session
from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError, GivenUpError, Word
from digitpad.runs.network_file import load_network
from tests.archives.slow_files import LINUX, held
from tests.sentences import refused

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
SOON = 10.0
"""Seconds: what does not wait is done long before."""

READERS: dict[str, Callable[[Path], object]] = {
    "session": load_session,
    "network": load_network,
    "drawings": read_drawings,
    "archive": lambda path: opened_archive(path, Word("session")).__enter__(),
}


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def bound_socket(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))
    return path


def link_to_a_device(path: Path) -> Path:
    path.symlink_to("/dev/zero")
    return path


def outcome(read: Callable[[Path], object], path: Path) -> BaseException | None:
    """Return what reading raises; fail if it waits."""
    raised: list[BaseException | None] = []

    def work() -> None:
        try:
            read(path)
            raised.append(None)
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(SOON)
    assert raised, "it waits"
    return raised[0]


@POSIX
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@pytest.mark.parametrize("make", [pipe, folder, bound_socket, link_to_a_device])
def test_what_is_no_regular_file_is_refused_at_once(
    tmp_path: Path, read: Callable[[Path], object], make: Callable[[Path], Path]
) -> None:
    error = outcome(read, make(tmp_path / "it"))
    with refused(r"it could not be read: it is no file with contents, but a folder, a device or a pipe"):
        raise error or AssertionError


@POSIX
def test_what_became_a_pipe_since_it_was_looked_at_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, regular = pipe(tmp_path / "it"), tmp_path / "regular"
    regular.write_bytes(b"")
    looked_at = regular.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked_at)
    error = outcome(open_regular, path)
    assert isinstance(error, OSError)
    assert not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116  # Path's own is replaced


@POSIX
def test_a_link_to_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "far").write_bytes(b"there")
    (tmp_path / "link").symlink_to(tmp_path / "far")
    with opened(tmp_path / "link", Word("session")) as file:
        assert file.read() == b"there"


@pytest.mark.parametrize("name", ["missing", "no\0name"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with refused("was not found. Choose a session"):
        opened(tmp_path / name, Word("session"))


def test_nobody_inherits_an_open_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with opened(tmp_path / "file", Word("session")) as file:
        assert not os.get_inheritable(file.fileno())


def test_reading_ends_when_nobody_waits_any_more(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(1 << 20))
    mine = Patience()
    token = patience.set(mine)
    try:
        with opened(path, Word("session")) as file:
            assert file.read(10) == bytes(10)
            mine.end()
            with pytest.raises(GivenUpError):
                file.read()
        with pytest.raises(GivenUpError):
            load_session(path)
    finally:
        patience.reset(token)


@LINUX
def test_a_file_that_another_program_must_let_go_of_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    path.write_text('{"strokes": [[[1, 2]]]}')
    read: list[object] = []
    with held(path) as holder:
        thread = threading.Thread(target=lambda: read.append(read_drawings(path)), daemon=True)
        thread.start()
        thread.join(0.5)
        assert thread.is_alive()
        holder.kill()
        thread.join(SOON)
    assert len(read) == 1


def test_a_drive_that_refuses_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(5, "Input/output error")

    path = tmp_path / "file"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "open", refuse)
    with refused("could not be read: Input/output error", DataFileError):
        opened(path, Word("session"))
