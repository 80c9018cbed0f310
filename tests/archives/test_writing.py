"""Writing replaces a file's content, not its nature, and what is not the writing itself never fails it."""

import errno
import os
import socket
import stat
import sys
import threading
from pathlib import Path

import pytest

from digitpad.archives import writing
from digitpad.archives.writing import check_writable, write_atomically
from digitpad.errors import DataFileError
from tests.sentences import refused

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither modes nor links for everybody")


def save(path: Path, content: bytes = b"new") -> None:
    write_atomically(path, lambda file: file.write(content))


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os if hasattr(writing.os, name) else Path, name, refused)


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["target"]


@POSIX
@pytest.mark.parametrize("mode", [0o664, 0o600, 0o640, 0o666])
def test_who_may_read_it_stays_the_same(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(mode)
    save(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform != "linux", reason="the superuser's tests run on Linux alone")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a superuser alone gives files away")
def test_whose_it_is_stays_the_same(tmp_path: Path) -> None:
    """A file of a group of teachers is theirs, whoever of them saves it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o660)
    os.chown(path, 4321, 1234)
    save(path)
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (4321, 1234, 0o660)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux' own")
def test_what_is_noted_beside_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.xdg.comment", b"class 7b")
    except OSError:
        pytest.skip("this file system has no notes beside files")
    save(path)
    assert os.getxattr(path, "user.xdg.comment") == b"class 7b"
    assert path.read_bytes() == b"new"


@POSIX
@pytest.mark.parametrize("by", ["its name", "a link"])
@pytest.mark.parametrize("kind", ["pipe", "socket", "folder"])
def test_what_is_no_regular_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, by: str
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    odd, path = Path("odd"), Path("odd" if by == "its name" else "link")
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "folder":
        odd.mkdir()
    else:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(odd))
    if path != odd:
        path.symlink_to(odd)
    before = odd.stat()
    for write in (save, check_writable):
        with refused("folder, a device or a pipe") as problem:
            write(path)
        assert problem.value.code == "not-saved-no-file"
    assert odd.stat().st_ino == before.st_ino
    assert not list(tmp_path.glob(".*.part"))


@POSIX
def test_a_new_file_is_as_any_programs(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    save(tmp_path / "ours")
    assert (tmp_path / "ours").stat().st_mode == usual.stat().st_mode


@POSIX
def test_the_umask_is_never_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a moment other threads' files would be for everybody to write."""
    asked: list[int] = []
    monkeypatch.setattr(os, "umask", asked.append)
    save(tmp_path / "file")
    assert asked == []


def test_a_read_only_file_is_not_saved_over(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(stat.S_IREAD)
    with pytest.raises(DataFileError) as problem:
        save(path)
    assert problem.value.code == "not-saved-read-only"
    assert path.read_bytes() == b"old"
    path.chmod(stat.S_IREAD | stat.S_IWRITE)


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("ế" * 80 + "x" * 4)  # 244 bytes
    save(path)
    assert path.read_bytes() == b"new"


@POSIX
def test_a_name_that_is_too_long_is_said_to_be_the_names_fault(tmp_path: Path) -> None:
    for write in (save, check_writable):
        with refused("choose another name"):
            write(tmp_path / ("x" * 300))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("chmod", errno.EPERM),
        ("fsync", errno.EINVAL),
        pytest.param("chown", errno.EPERM, marks=POSIX),
        pytest.param("listxattr", errno.ENOTSUP, marks=POSIX),
    ],
)
def test_a_share_that_lacks_something_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    refuse(monkeypatch, name, number)
    save(path)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "not-saved-full"),
        (errno.EIO, "not-saved"),
        (errno.EROFS, "not-saved"),
        (errno.EILSEQ, "not-saved-name"),
    ],
)
def test_a_refusal_gives_the_advice_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    refuse(monkeypatch, "fsync", number)
    with pytest.raises(DataFileError) as problem:
        save(path)
    assert problem.value.code == code
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["file"]


def test_many_threads_save_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    contents = [bytes([number]) * 10_000 for number in range(8)]
    threads = [threading.Thread(target=save, args=(path, content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert [left.name for left in tmp_path.iterdir()] == ["file"]
