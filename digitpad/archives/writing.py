"""Writing files wholly or not at all, and ``.npz`` archives of arrays among them."""

import errno
import os
import secrets
import stat
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np

from digitpad.archives.npz import Array
from digitpad.errors import DataFileError

USUAL_MODE = 0o666
"""Of a new file, as any program's: the umask takes off what it does."""

ANYBODY_WRITES = 0o222
"""The bits of a mode of which a read-only file has none; the superuser is asked too."""

FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))
"""There is no room, or not for this user, or not for so large a file."""

BAD_NAME = frozenset(getattr(errno, name) for name in ("ENAMETOOLONG", "EILSEQ") if hasattr(errno, name))
"""The file system has no such names."""

NO_SYNC = frozenset(getattr(errno, name) for name in ("EINVAL", "ENOTSUP", "ENOSYS") if hasattr(errno, name))
"""The file system knows no fsync."""

ATTEMPTS = 100
"""To find a name that is not taken: the second one hardly ever happens."""


def write_archive(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write ``arrays`` as the compressed ``.npz`` file ``path``: wholly, or not at all.

    Raises ValueError for an array of objects, DataFileError if the disk refuses; what was at ``path`` before is
    then still there, whole.
    """
    write_members(path, arrays.items())


def write_members(path: Path, members: Iterable[tuple[str, Array]], *, compressed: bool = True) -> None:
    """Write named arrays as they come: only one of them need be in memory. Raises what ``write_archive`` raises.

    Compressing weights saves little and takes long.
    """

    def write(file: BinaryIO) -> None:
        kind = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        with zipfile.ZipFile(file, "w", kind) as archive:
            for name, array in members:
                if array.dtype.hasobject:
                    raise ValueError(f"array {name!r} holds objects, which only a pickle could store")
                # The moment of writing is left out: the same arrays make the same bytes.
                member = zipfile.ZipInfo(f"{name}.npy")
                member.compress_type = kind
                with archive.open(member, "w", force_zip64=True) as stream:
                    np.lib.format.write_array(stream, np.asanyarray(array), allow_pickle=False)

    write_atomically(path, write)


def write_atomically(
    path: Path, write: Callable[[BinaryIO], object], *, named: Callable[[Path], object] | None = None
) -> None:
    """Let ``write`` fill a new file beside ``path``, then put it in its place in one step.

    The bytes are on the disk before the old file is replaced, so that a crash or a power cut leaves either the
    old file or the new one. So is its name afterwards, which some file systems keep in memory alone for half a
    minute; or ``named`` is called with the folder, and sees to that. What is written is the content alone: a link
    stays a link, and who may read and write the file stays the same. Raises DataFileError if the disk refuses, the
    file is read-only, or what has this name is no regular file.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        old = _checked_status(path, target)
        mode = USUAL_MODE if old is None else stat.S_IMODE(old.st_mode)
        temporary, descriptor = _new_file(target.parent, mode)
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            _sync(file.fileno())
        if old is not None:
            _make_like(temporary, target, old)
        temporary.replace(target)
        (named or sync_folder)(target.parent)
    except OSError as error:
        raise not_saved(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Raise DataFileError if ``path`` could not be saved to: for work that takes long before it is.

    One byte is written elsewhere: a disk that is full still has room for a file with nothing in it.
    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        _checked_status(path, target)
        temporary, descriptor = _new_file(target.parent, USUAL_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(b"?")
            file.flush()
            _sync(file.fileno())
    except OSError as error:
        raise not_saved(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def _checked_status(path: Path, target: Path) -> os.stat_result | None:
    """Return what the system says of the file to be saved over, None if there is none.

    Raises DataFileError for one that is not to be: it is read-only, or a folder, a device, or a pipe, which would
    be gone.
    """
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise DataFileError("not-saved-no-file", path=path)
    if not (status.st_mode & ANYBODY_WRITES and os.access(path, os.W_OK)):
        raise DataFileError("not-saved-read-only", path=path)
    return status


def _make_like(file: Path, model: Path, status: os.stat_result) -> None:
    """Let the same people read and write a file as another one, as far as the drive and the system let us."""
    if hasattr(os, "chown"):
        for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):  # the superuser alone gives a file away
            with suppress(OSError):
                os.chown(file, owner, group)
    if hasattr(os, "listxattr"):  # Linux: there are lists of people, and what programs note beside a file
        with suppress(OSError):
            for name in os.listxattr(model):
                if name.startswith(("user.", "system.posix_acl_access")):
                    os.setxattr(file, name, os.getxattr(model, name))
    with suppress(OSError):  # there are shares without any modes
        file.chmod(stat.S_IMODE(status.st_mode))


def not_saved(path: Path, error: OSError) -> DataFileError:
    """Return what to tell of a disk's refusal, with the advice that fits."""
    code = "not-saved"
    if error.errno in FULL:
        code = "not-saved-full"
    elif error.errno in BAD_NAME:
        code = "not-saved-name"
    return DataFileError(code, path=path, reason=str(error.strerror or error))


def _new_file(folder: Path, mode: int) -> tuple[Path, int]:
    """Return a new file's path and descriptor: of a short name, however long the other one's is."""
    for _ in range(ATTEMPTS):
        path = folder / f".{secrets.token_hex(8)}.part"
        with suppress(FileExistsError):
            # The system takes the umask off by itself: to ask for it would clear it for a moment, for all threads.
            return path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))


def sync_folder(folder: Path) -> None:
    """Have the names of the files in a folder on the disk, as far as its system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_SYNC:  # on some shares nobody can be asked to
            raise
