"""Where the weights of earlier runs lie while nobody needs them: on the disk, in a file that ends with digitpad.

A class can make hundreds of runs in a lesson; each has 400,000 weights, and as many numbers again that its
optimizer remembers. NumPy only.
"""

import logging
import tempfile
import threading
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import IO, Any

import numpy as np

from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shelved:
    """Arrays on a shelf: where they begin in its file, and each one's dtype and shape."""

    shelf: "Shelf"
    offset: int
    specs: tuple[tuple[str, tuple[int, ...]], ...]

    def arrays(self, first: int | None = None) -> list[Any]:
        """Read the arrays, or the ``first`` so many, in their order. Raises OSError if the disk refuses."""
        return self.shelf.read(self.offset, self.specs[:first])


class Shelf:
    """A temporary file that arrays are put into and read from, until it is closed; any thread may do so.

    What nobody can read any more, as its ``Shelved`` is forgotten, gives its place to the next of that size.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._lock = threading.RLock()  # whoever forgets arrays may do so while others are put down
        self._end = 0
        self._free: dict[int, list[int]] = {}
        self._is_closed = False

    def put(self, arrays: Sequence[Any]) -> Shelved | None:
        """Write arrays to the shelf; None if the disk has no room for them, or nobody will read them."""
        contiguous = [np.ascontiguousarray(array) for array in arrays]
        specs = tuple((array.dtype.str, np.shape(given)) for array, given in zip(contiguous, arrays, strict=True))
        size = sum(array.nbytes for array in contiguous)
        with self._lock:
            if self._is_closed:
                return None
            places = self._free.get(size)
            offset = places.pop() if places else self._end
            try:
                if self._file is None:
                    # Unbuffered: what the disk had no room for must not be tried again by each later call.
                    self._file = tempfile.TemporaryFile(prefix="digitpad-", buffering=0)  # noqa: SIM115  # until close
                file = self._file
                file.seek(offset)
                for array in contiguous:
                    _write(file, array.tobytes())
            except OSError as error:
                log.warning("a run's weights stay in memory: %s", error)
                if offset < self._end:
                    self._forget(offset, size)
                return None
            self._end = max(self._end, offset + size)
        place = Shelved(self, offset, specs)
        weakref.finalize(place, self._forget, offset, size)
        return place

    def _forget(self, offset: int, size: int) -> None:
        with self._lock:
            self._free.setdefault(size, []).append(offset)

    def read(self, offset: int, specs: Sequence[tuple[str, tuple[int, ...]]]) -> list[Any]:
        """Read what ``put`` has written at ``offset``. Raises OSError if the disk refuses."""
        sizes = [int(np.prod(shape)) * np.dtype(dtype).itemsize for dtype, shape in specs]
        with self._lock:
            if self._file is None:
                raise OSError("the shelf is closed")
            self._file.seek(offset)
            pieces = [_read(self._file, size) for size in sizes]
        # Read-only, as they are views of bytes: what a snapshot promises.
        return [
            np.frombuffer(piece, dtype).reshape(shape) for piece, (dtype, shape) in zip(pieces, specs, strict=True)
        ]

    def close(self) -> None:
        """Delete the file; nothing can be read any more."""
        with self._lock:
            self._is_closed = True
            if self._file is not None:
                self._file.close()
                self._file = None


def _write(file: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    while len(rest):  # an unbuffered file may take a part only
        rest = rest[file.write(rest) :]


def _read(file: IO[bytes], size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = file.read(size - len(data))
        if not piece:
            raise OSError("the shelf is cut short")
        data += piece
    return bytes(data)


@dataclass(frozen=True, eq=False)
class InMemory:
    """A run's weights in memory; without a checkpoint the run cannot go on."""

    snapshot: Snapshot
    checkpoint: Checkpoint | None

    @property
    def can_go_on(self) -> bool:
        """Whether there is a state to go on from."""
        return self.checkpoint is not None

    @property
    def updates(self) -> int:
        """After how many batches the weights are."""
        return self._kept.updates

    @property
    def rate_to_go_on_with(self) -> float | None:
        """The learning rate to go on with; None if the run cannot."""
        return None if self.checkpoint is None else self.checkpoint.learning_rate

    @property
    def key(self) -> object:
        """The same object as long as what a file keeps of it is the same."""
        return self.snapshot if self.checkpoint is None else self.checkpoint

    @property
    def _kept(self) -> Snapshot:
        return self.snapshot if self.checkpoint is None else self.checkpoint.snapshot

    def to_go_on(self, rate: float | None) -> "InMemory":
        """Return the same weights, to go on from with this learning rate, or not if it is None."""
        return InMemory(self.snapshot, None if rate is None else Checkpoint(self.snapshot, (), rate))

    def put(self, shelf: Shelf) -> Shelved | None:
        """Write to the shelf; None if it has no room."""
        slots: tuple[Any, ...] = () if self.checkpoint is None else self.checkpoint.slots
        return shelf.put([*self._kept.weights, *slots])

    def at(self, place: Shelved) -> "OnShelf":
        """Return the same, to be read from the shelf."""
        kept = self._kept
        return OnShelf(place, kept.updates, kept.architecture, self.rate_to_go_on_with)


@dataclass(frozen=True, eq=False)
class OnShelf:
    """Weights on a shelf; ``rate_to_go_on_with`` is None if the run cannot go on."""

    place: Shelved
    updates: int
    architecture: Architecture
    rate_to_go_on_with: float | None

    @property
    def key(self) -> object:
        """The same object as long as what a file keeps of it is the same."""
        return self

    @property
    def snapshot(self) -> Snapshot:
        """The weights; reads them. Raises OSError if the disk refuses."""
        return self._snapshot(self.place.arrays(len(self.architecture.shapes)))

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The state to go on from; reads it. Raises OSError if the disk refuses."""
        if self.rate_to_go_on_with is None:
            return None
        arrays = self.place.arrays()
        slots = tuple(arrays[len(self.architecture.shapes) :])
        return Checkpoint(self._snapshot(arrays), slots, self.rate_to_go_on_with)

    @property
    def can_go_on(self) -> bool:
        """Whether there is a state to go on from."""
        return self.rate_to_go_on_with is not None

    def to_go_on(self, rate: float | None) -> "OnShelf":
        """Return the same weights, to go on from with this learning rate, or not if it is None."""
        return replace(self, rate_to_go_on_with=rate)

    def _snapshot(self, arrays: list[Any]) -> Snapshot:
        return Snapshot(tuple(arrays[: len(self.architecture.shapes)]), self.updates, self.architecture)
