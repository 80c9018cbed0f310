"""Writing files wholly or not at all, and ``.npz`` archives of arrays among them."""

import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import numpy as np

from digitpad.archives.npz import Array
from digitpad.errors import DataFileError


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


def write_atomically(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let ``write`` fill a new file beside ``path``, then put it in its place in one step.

    The bytes are on the disk before the old file is replaced, so that a crash or a power cut leaves
    either the old file or the new one. Raises DataFileError if the disk refuses.
    """
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise DataFileError("not-saved", path=path, reason=str(error.strerror or error)) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _umask() -> int:
    # mkstemp makes files that only their owner may read; a saved network is an ordinary file.
    current = os.umask(0)
    os.umask(current)
    return current
