"""Reading the journal of a session: its lines up to the last whole one, and the weights that they speak of."""

import base64
import hashlib
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import checked_version
from digitpad.archives.json_text import decode_json
from digitpad.archives.npz import Array, ArraySpec
from digitpad.archives.reading import opened
from digitpad.document.classroom.class_changes import Entry, apply_changes, entry_line
from digitpad.document.journal import JOURNAL, MOMENTS, WEIGHTS, crc_of
from digitpad.document.session_file import VERSION, WHAT, SavedSession, session_of
from digitpad.drawing.stroke_files import encode_drawings
from digitpad.errors import DataFileError, RecipeError
from digitpad.runs.shelf import Shelf

log = logging.getLogger(__name__)

MAX_LINE_BYTES = 512 << 20
MAX_WEIGHTS_BYTES = 1 << 30
"""More than a line, or a network with what its optimizer remembers, can have."""
MAX_LINE_VALUES = 8_000_000
"""Marks of JSON in a line, those in the texts of drawings counted too: more than all that a session can say."""


def read_journal(folder: Path, shelf: Shelf | None = None) -> SavedSession:
    """Read the session that a Journal wrote to this folder, up to its last whole line; its weights onto the shelf.

    A moment whose file is missing or damaged leaves a gap; a run whose weights are is left out, and all else kept.
    Raises DataFileError if there is none, if it makes no sense, if the disk refuses, or if nothing would be left.
    """
    path = folder / JOURNAL
    state = _State(folder)
    try:
        with opened(path, WHAT) as file:
            while (changes := _changes_in(file.readline(MAX_LINE_BYTES))) is not None:
                state.apply(changes)
        try:
            return state.session(shelf)
        except DataFileError:
            if not state.leave_out_damaged():
                raise
            return state.session(shelf)
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
        self._moments: dict[str, list[tuple[int, str]]] = {}
        self._read: tuple[str, dict[str, Array]] = "", {}
        self._lost = 0

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
            if "moments" in changed:
                self._moments[name] = [(updates, str(file)) for updates, file in changed["moments"]]
            curves = self._curves.setdefault(name, {})
            for curve, (kept, added) in changed.get("curves", {}).items():
                data = curves.setdefault(curve, bytearray())
                del data[kept:]
                data += base64.b64decode(added)

    def session(self, shelf: Shelf | None) -> SavedSession:
        """Return the session. Raises DataFileError, RecipeError, and what Python says of what makes no sense."""
        lines = self._drawings(), self._class_drawings()
        session = session_of(self, self.version, self._header(), *lines, shelf=shelf)
        return replace(session, lost=self._lost)

    def leave_out_damaged(self) -> bool:
        """Leave out the runs whose weights are missing or damaged; False if there are none, or nothing else.

        Raises what reading them raises where the disk refuses: another time it may not.
        """
        words, order = self._words, self._words["order"]
        kept = [place for place, run in enumerate(order) if self._has_weights(run)]
        places = {place: now for now, place in enumerate(kept)}
        self._lost = len(order) - len(kept)
        self._words = words | {name: places.get(words[name]) for name in ("current", "answering")}
        self._words["order"] = [order[place] for place in kept]
        plans = words.get("queue", [])
        if plans:
            self._words["queue"] = [plan | {"run": places.get(plan["run"])} for plan in plans]
        are_others = kept or words["pages"] or self._class or any(plan["run"] is None for plan in plans)
        return bool(self._lost and are_others)

    def _has_weights(self, run: str) -> bool:
        try:
            self._weights_of(run)
        except DataFileError as error:
            if error.code == "file-unreadable":
                raise
            log.warning("run %s of %s is lost", run, self.path, exc_info=True)
            return False
        return True

    def _header(self) -> dict[str, Any]:
        """Return what the header of a session's file would say."""
        words = {name: self._words[name] for name in ("recipe", "page", "current", "answering")}
        words |= {name: self._words[name] for name in ("aside", "queue") if name in self._words}
        return {**words, "runs": [self._entry(name) for name in self._words["order"]]}

    def _entry(self, run: str) -> dict[str, Any]:
        """Return what a header would say of a run; of its moments those whose files are there and whole."""
        if run not in self._moments:
            return self._entries[run]
        folder = self._folder / MOMENTS
        whole = self._moments[run] = [
            found for found in self._moments[run] if _is_whole(folder / found[1], found[1])
        ]
        return self._entries[run] | {"moments": [updates for updates, _ in whole]}

    def _drawings(self) -> bytes:
        """Return the drawings' lines."""
        head = encode_drawings([], self.path)
        return head + b"".join(self._texts[key].encode() for key in self._words["pages"])

    def _class_drawings(self) -> bytes:
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
        elif member.startswith("moment"):
            file = self._moments[run][int(member.removeprefix("moment"))][1]
            array = _moment(self._folder / MOMENTS / file, dtype)
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


def _is_whole(path: Path, name: str) -> bool:
    """Say whether a moment's file is there, and is what its name says."""
    try:
        with opened(path, WHAT) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == name
    except (DataFileError, OSError):
        log.info("a moment is missing: %s", path)
        return False


def _moment(path: Path, dtype: np.dtype[Any]) -> Array:
    with opened(path, WHAT) as file:
        data = file.read(MAX_WEIGHTS_BYTES)
    return np.frombuffer(data, dtype)


def _changes_in(line: bytes) -> dict[str, Any] | None:
    """Return what a line says; None at the journal's end, or where it was cut off."""
    crc, _, text = line.partition(b" ")
    if not line.endswith(b"\n") or crc != crc_of(text):
        return None
    changes = decode_json(text, MAX_LINE_VALUES)
    return changes if isinstance(changes, dict) else None
