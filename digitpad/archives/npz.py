"""Reading ``.npz`` archives of arrays without trusting them.

An archive is opened only as far as it is needed: the list of members, then each member's header, and
an array's bytes only once its name, dtype and shape are the expected ones. So a zip bomb, a pickle or a
file cut short costs a sentence, never memory.
"""

import io
import logging
import math
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

import numpy as np
import numpy.typing as npt

from digitpad.archives.reading import opened, unreadable
from digitpad.errors import DataFileError, GivenUpError, Word

log = logging.getLogger(__name__)

Array = npt.NDArray[np.generic]

FEW_MEMBERS = 1_000
"""In an archive of which a dozen are read; another program may have added some."""

BYTES_A_MEMBER = 80
"""What a member of digitpad's takes in the list of them, at most: 46, and its name."""

LAST_BYTES = 1 << 17
"""An archive's comment, of 64 kB at most, and what stands around it: zipfile reads that to the end."""

HEADER_BYTES = 4096
"""No honest ``.npy`` header is longer."""

PIECE_BYTES = 1 << 20
"""How much of an array is unpacked at a time."""

BOUNDED_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The compressions NumPy writes, and the only ones that zipfile unpacks no further than it is asked to."""


@dataclass(frozen=True)
class ArraySpec:
    """What an array in an archive must be: its dtype and its shape, ``None`` standing for any length."""

    dtype: str
    shape: tuple[int | None, ...]

    def admits(self, dtype: np.dtype[np.generic], shape: tuple[int, ...]) -> bool:
        """Say whether an array of this dtype and shape is expected."""
        return (
            dtype == np.dtype(self.dtype)
            and len(shape) == len(self.shape)
            and all(wanted is None or wanted == length for wanted, length in zip(self.shape, shape, strict=True))
        )

    @property
    def lengths(self) -> str:
        """The shape as a person writes it, like 2×3, n standing for any length."""
        return "×".join("n" if length is None else str(length) for length in self.shape) or "1"


def read_archive(path: Path, specs: Mapping[str, ArraySpec], *, what: Word, max_bytes: int) -> dict[str, Array]:
    """Read the arrays named in ``specs``, and no others, from the ``.npz`` file ``path``.

    ``what`` names the kind of file in error messages; ``max_bytes`` bounds each array's size in memory.
    Raises DataFileError if anything is missing, damaged, too large or not as specified.
    """
    with opened_archive(path, what) as archive:
        return {
            name: read_member(archive, path, name, spec, what=what, max_bytes=max_bytes)
            for name, spec in specs.items()
        }


@contextmanager
def opened_archive(path: Path, what: Word, *, most_members: int = FEW_MEMBERS) -> Iterator[zipfile.ZipFile]:
    """Open ``path`` as a zip archive, until the with statement ends.

    Raises DataFileError if that fails, or if there are more members.
    """
    with opened(path, what) as file, _archive(path, file, what, most_members) as archive:
        yield archive


def file_bytes(archive: zipfile.ZipFile) -> int:
    """Return how long an archive's file is."""
    return 0 if archive.fp is None else archive.fp.seek(0, io.SEEK_END)


def _archive(path: Path, file: BinaryIO, what: Word, most_members: int) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(_BoundedReads(file, most_members * BYTES_A_MEMBER))
        if len(archive.filelist) > most_members:
            raise _TooLongError
        return archive
    except _TooLongError:
        raise DataFileError("too-many-members", path=path, what=what, most=most_members) from None
    except (DataFileError, GivenUpError):
        raise
    except OSError as error:
        raise unreadable(path, error) from error
    except Exception:
        log.info("%s cannot be opened as an archive", path, exc_info=True)
        # zipfile raises more than BadZipFile: one flipped byte can make it a NotImplementedError.
        raise DataFileError("not-this-kind", path=path, what=what) from None


class _TooLongError(Exception):
    """The list of members is longer than it can be."""


class _BoundedReads(io.BufferedIOBase):
    """A file of which no long piece is read at once: zipfile reads whatever is said to be the list of members."""

    def __init__(self, file: BinaryIO, most_bytes: int) -> None:
        super().__init__()
        self._file = file
        self._most_bytes = max(most_bytes, 2 * PIECE_BYTES)  # what is not the list comes in pieces

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int | None = -1, /) -> bytes:
        most = LAST_BYTES if size is None or size < 0 else self._most_bytes
        data = self._file.read(most + 1 if size is None or not 0 <= size <= most else size)
        if len(data) > most:
            raise _TooLongError
        return data


def read_member(
    archive: zipfile.ZipFile, path: Path, name: str, spec: ArraySpec, *, what: Word, max_bytes: int
) -> Array:
    """Read one array after its header has been found to be as specified. Raises DataFileError for any other."""
    try:
        member = archive.getinfo(f"{name}.npy")
    except KeyError:
        raise DataFileError("array-missing", path=path, what=what, array=name) from None
    try:
        if member.compress_type not in BOUNDED_COMPRESSIONS:
            raise ValueError("NumPy writes no such compression")
        with archive.open(member) as file:
            shape, fortran_order, dtype = _read_header(file)
            if fortran_order or dtype.hasobject or not spec.admits(dtype, shape):
                raise DataFileError(
                    "array-unexpected",
                    path=path,
                    what=what,
                    array=name,
                    found=str(dtype),
                    shape=str(shape),
                    expected=spec.dtype,
                    lengths=spec.lengths,
                )
            size = math.prod(shape) * dtype.itemsize
            if size > max_bytes:
                raise DataFileError("array-too-large", path=path, what=what, array=name, size=size, most=max_bytes)
            data = _read_exactly(file, size)
            return data.view(dtype).reshape(shape)
    except (DataFileError, GivenUpError):
        raise
    except Exception:
        log.info("%s: array %s cannot be read", path, name, exc_info=True)
        # zipfile, its decompressors and NumPy's parser of headers raise a dozen kinds for damaged bytes.
        raise DataFileError("array-damaged", path=path, array=name) from None


def _read_exactly(file: IO[bytes], size: int) -> npt.NDArray[np.uint8]:
    """Read what must be the last ``size`` bytes of ``file``, piece by piece: never twice in memory."""
    data = np.empty(size, np.uint8)
    done = 0
    while done < size:
        piece = file.read(min(PIECE_BYTES, size - done))
        if not piece:
            raise EOFError("the array ends before its header says")
        data[done : done + len(piece)] = np.frombuffer(piece, np.uint8)
        done += len(piece)
    if file.read(1):
        raise ValueError("the array goes on after its header says")
    return data


def _read_header(file: object) -> tuple[tuple[int, ...], bool, np.dtype[np.generic]]:
    version = np.lib.format.read_magic(file)  # type: ignore[arg-type]  # NumPy's stub wants a real file
    if version != (1, 0):
        raise ValueError(f"unknown .npy version {version}")
    return np.lib.format.read_array_header_1_0(file, max_header_size=HEADER_BYTES)  # type: ignore[arg-type]  # as above
