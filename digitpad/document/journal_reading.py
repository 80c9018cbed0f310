"""Reading the journal of a session: its lines up to the last whole one, and the weights that they speak of."""

import base64
import hashlib
import logging
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import checked_version
from digitpad.archives.json_text import decode_json
from digitpad.archives.npz import Array, ArraySpec
from digitpad.archives.reading import opened
from digitpad.document.classroom.class_changes import Entry, apply_changes, entry_line
from digitpad.document.journal import JOURNAL, WEIGHTS, crc_of
from digitpad.document.session_file import VERSION, WHAT, SavedSession, session_of
from digitpad.drawing.stroke_files import encode_drawings
from digitpad.errors import DataFileError, RecipeError

log = logging.getLogger(__name__)

MAX_LINE_BYTES = 512 << 20
MAX_WEIGHTS_BYTES = 1 << 30
"""More than a line, or a network with what its optimizer remembers, can have."""
MAX_LINE_VALUES = 8_000_000
"""Marks of JSON in a line, those in the texts of drawings counted too: more than all that a session can say."""


def read_journal(folder: Path) -> SavedSession:
    """Read the session that a Journal wrote to this folder, up to its last whole line.

    Raises DataFileError if there is none, or if what it speaks of is missing or damaged.
    """
    path = folder / JOURNAL
    state = _State(folder)
    try:
        with opened(path, WHAT) as file:
            while (changes := _changes_in(file.readline(MAX_LINE_BYTES))) is not None:
                state.apply(changes)
        return session_of(state, state.version, state.header(), state.drawings(), state.class_drawings())
    except OSError as error:
        raise DataFileError("file-unreadable", path=path, reason=str(error.strerror or error)) from error
    except RecipeError as error:
        raise DataFileError("recipe-in-file", path=path, reason=error) from error
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError, IndexError, RecursionError) as error:
        log.info("%s makes no sense", path, exc_info=True)
        raise DataFileError("session-damaged", path=path, what=WHAT) from error


class _State:
    """What a journal says so far; reads the members of its session as ``MemberReader`` does those of a file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / JOURNAL
        self.what = WHAT
        self._folder = folder
        self._words: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._class: list[Entry] = []
        self._entries: dict[str, dict[str, Any]] = {}
        self._curves: dict[str, dict[str, bytearray]] = {}
        self._weights: dict[str, dict[str, Any]] = {}
        self._read: tuple[str, dict[str, Array]] = "", {}

    @property
    def version(self) -> int:
        """The version of what the entries say."""
        return checked_version(self._words["version"], self.path, newest=VERSION, what=WHAT)

    def apply(self, changes: dict[str, Any]) -> None:
        """Take a line's changes over."""
        self._words |= changes["words"]
        self._texts |= changes["drawings"]
        apply_changes(self._class, changes.get("class", []))
        for name, changed in changes["runs"].items():
            if "entry" in changed:
                self._entries[name] = changed["entry"]
            if "weights" in changed:
                self._weights[name] = changed["weights"]
            curves = self._curves.setdefault(name, {})
            for curve, (kept, added) in changed.get("curves", {}).items():
                data = curves.setdefault(curve, bytearray())
                del data[kept:]
                data += base64.b64decode(added)

    def header(self) -> dict[str, Any]:
        """Return what the header of a session's file would say."""
        words = {name: self._words[name] for name in ("recipe", "page", "current", "answering")}
        if "aside" in self._words:
            words["aside"] = self._words["aside"]
        return {**words, "runs": [self._entries[name] for name in self._words["order"]]}

    def drawings(self) -> bytes:
        """Return the drawings' lines."""
        head = encode_drawings([], self.path)
        return head + b"".join(self._texts[key].encode() for key in self._words["pages"])

    def class_drawings(self) -> bytes:
        """Return the lines of what the class has collected, and of what is set aside."""
        return b"".join(entry_line(entry, self._texts) for entry in self._class)

    def array(self, name: str, spec: ArraySpec, max_bytes: int | None = None) -> Array:
        """Return the array ``run<place>_<member>``. Raises DataFileError."""
        place, _, member = name.removeprefix("run").partition("_")
        run = self._words["order"][int(place)]
        dtype = np.dtype(spec.dtype)
        if member in self._curves.get(run, {}):
            rest = [length or 1 for length in spec.shape[1:]]
            array = np.frombuffer(bytes(self._curves[run][member]), dtype).reshape(-1, *rest)
        else:
            found = self._weights_of(run).get(member)
            if found is None:
                raise DataFileError("array-missing", path=self.path, what=WHAT, array=name)
            array = found
        if not spec.admits(array.dtype, array.shape):
            raise DataFileError("array-damaged", path=self.path, array=name)
        return array

    def _weights_of(self, run: str) -> dict[str, Array]:
        if self._read[0] != run:
            self._read = run, _weights(self._folder / WEIGHTS / self._weights[run]["file"], self._weights[run])
        return self._read[1]


def _weights(path: Path, described: dict[str, Any]) -> dict[str, Array]:
    """Read a file of weights as the journal describes it."""
    parts = [(name, np.dtype(dtype), tuple(shape)) for name, dtype, shape in described["parts"]]
    size = sum(dtype.itemsize * int(np.prod(shape, dtype=object)) for _, dtype, shape in parts)
    if size > MAX_WEIGHTS_BYTES or any(dtype.hasobject for _, dtype, _ in parts):
        raise ValueError("these are no weights")
    with opened(path, WHAT) as file:
        data = file.read(size + 1)
    if len(data) != size or hashlib.sha256(data).hexdigest() != path.name:
        raise DataFileError("array-damaged", path=path, array=WEIGHTS)
    found, start = {}, 0
    for name, dtype, shape in parts:
        count = int(np.prod(shape))
        found[name] = np.frombuffer(data, dtype, count, start).reshape(shape)
        start += count * dtype.itemsize
    return found


def _changes_in(line: bytes) -> dict[str, Any] | None:
    """Return what a line says; None at the journal's end, or where it was cut off."""
    crc, _, text = line.partition(b" ")
    if not line.endswith(b"\n") or crc != crc_of(text):
        return None
    changes = decode_json(text, MAX_LINE_VALUES)
    return changes if isinstance(changes, dict) else None
