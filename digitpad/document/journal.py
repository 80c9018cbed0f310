"""A session in a folder of its own, written down bit by bit while it is being made.

``journal`` has a line for each time something was written: the CRC-32 of what follows, a space, and JSON with
what has changed since the line before. Nothing in it is ever written over, so that a crash, or a power cut, costs
the last line at most. Weights are too large for lines: ``weights/`` has a file for each set of them that is still
needed, named by the SHA-256 of its bytes, so that none is written twice. So has ``moments/`` for the moments of
runs: one that is missing there is a gap in its run, and costs no session. NumPy only, never a pickle.
"""

import base64
import hashlib
import json
import logging
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from digitpad.archives.npz import Array
from digitpad.archives.writing import not_saved, sync_folder, write_atomically
from digitpad.document.classroom.class_changes import class_changes
from digitpad.document.moment_members import flat
from digitpad.document.queue_words import queue_as_json
from digitpad.document.run_members import curves_of, run_words, weights_of, weights_words
from digitpad.document.session_file import VERSION, SavedSession
from digitpad.drawing.stroke_lines import LabelledDrawing, as_line
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run

log = logging.getLogger(__name__)

JOURNAL = "journal"
WEIGHTS = "weights"
MOMENTS = "moments"

LEAST_TO_SHORTEN = 8 << 20
MOST_GROWTH = 4
"""A journal that is so many times as long as what it says, and longer than that many bytes, is written anew."""


@dataclass
class _WrittenRun:
    """What the journal says of a run: its entry, each curve's length and CRC, and where its weights are.

    ``moments`` are those whose files are all there, by now or ever.
    """

    entry: str = ""
    curves: dict[str, tuple[int, int]] = field(default_factory=dict)
    weights: object = None
    weights_words: dict[str, Any] = field(default_factory=dict)
    file: str | None = None
    moments: tuple[Moment, ...] | None = None
    moment_files: list[tuple[int, str]] | None = None


class Journal:
    """Writes one session down; to be used by one thread at a time.

    Attributes:
        borrowed: the folder of the session that this one began as: weights that lie there need not be written
            again, as long as both are on one disk; None without one.
    """

    def __init__(self, folder: Path, borrowed: Path | None = None) -> None:
        self._folder = folder
        self.borrowed = borrowed
        self._end = 0
        self._whole = 0
        self._to_sync: set[Path] = set()
        self._moment_names: WeakKeyDictionary[Moment, str] = WeakKeyDictionary()
        self._forget()

    def _forget(self) -> None:
        self._runs: dict[str, _WrittenRun] = {}
        self._drawings: dict[Drawing, str] = {}
        self._class: tuple[LabelledDrawing, ...] = ()
        self._words: dict[str, Any] = {}

    def write(self, session: SavedSession) -> None:
        """Write down what has changed. Raises DataFileError if the disk refuses; what was written stays."""
        path = self._folder / JOURNAL
        try:
            (self._folder / WEIGHTS).mkdir(parents=True, exist_ok=True)
            if self._words and not path.is_file():  # somebody has deleted it
                self._forget()
            if self._end > max(LEAST_TO_SHORTEN, MOST_GROWTH * self._whole):
                self._forget()
            begins = not self._words
            line = _line(self._changes(session))
            while self._to_sync:  # before a line speaks of what is there, or a power cut may leave the line alone
                sync_folder(self._to_sync.pop())
            if begins:
                write_atomically(path, lambda file: file.write(line))
                self._end = self._whole = len(line)
            else:
                self._append(path, line)
            self._sweep()
        except OSError as error:
            self._forget()  # what of it is on the disk nobody knows: the next time all is written
            raise not_saved(path, error) from error
        except DataFileError:
            self._forget()
            raise

    def _append(self, path: Path, line: bytes) -> None:
        with path.open("r+b") as file:
            file.truncate(self._end)
            file.seek(self._end)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._end += len(line)

    def _changes(self, session: SavedSession) -> dict[str, Any]:
        changes: dict[str, Any] = {"runs": {}, "drawings": {}, "class": []}
        names = _names(session.runs)
        for name, run in zip(names, session.runs, strict=True):
            written = self._runs.setdefault(name, _WrittenRun())
            changed = self._run_changes(run, written)
            if changed:
                changes["runs"][name] = changed
        self._runs = {name: self._runs[name] for name in names}
        collected = (*session.class_set.drawings, *session.class_set.aside)
        if collected != self._class:
            changes["class"] = class_changes(
                self._class, collected, lambda drawing: self._key(drawing, changes["drawings"])
            )
            self._class = collected
        words = {
            "version": VERSION,
            "order": names,
            "pages": [self._key(drawing, changes["drawings"]) for drawing in session.drawings],
            "aside": len(session.class_set.aside),
            "recipe": session.recipe.as_dict(),
            "page": session.page,
            "current": session.current,
            "answering": session.answering,
            "queue": queue_as_json(session.queue),
        }
        changes["words"] = {
            name: value for name, value in words.items() if self._words.get(name, changes) != value
        }
        self._words = words
        return changes

    def _key(self, drawing: Drawing, texts: dict[str, str]) -> str:
        """Return a drawing's name in the journal; add its line to ``texts`` if the journal lacks it."""
        key = self._drawings.get(drawing)
        if key is None:
            key, text = _page(drawing)
            self._drawings[drawing], texts[key] = key, text
        return key

    def _run_changes(self, run: Run, written: _WrittenRun) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        if written.weights is not run.weights_key or written.file is None:
            state = run.checkpoint if run.can_go_on else None
            snapshot = run.snapshot if state is None else state.snapshot
            arrays = weights_of(snapshot, state)
            written.weights, written.weights_words = run.weights_key, weights_words(snapshot, state)
            file = self._keep(
                WEIGHTS, b"".join(np.ascontiguousarray(array).tobytes() for array in arrays.values())
            )
            if file != written.file:
                parts = [[name, array.dtype.str, list(array.shape)] for name, array in arrays.items()]
                changed["weights"] = {"file": file, "parts": parts}
                written.file = file
        entry = {**run_words(run), **written.weights_words}
        text = json.dumps(entry)
        if text != written.entry:
            changed["entry"], written.entry = entry, text
        curves = dict(_curve_changes(curves_of(run), written.curves))
        if curves:
            changed["curves"] = curves
        if written.moments is not run.moments:
            files = [(moment.updates, found) for moment in run.moments if (found := self._moment_file(moment))]
            if files != written.moment_files:
                changed["moments"] = written.moment_files = files
            if len(files) == len(run.moments):
                written.moments = run.moments
        return changed

    def _moment_file(self, moment: Moment) -> str | None:
        """Have a moment's weights in a file and return its name; None if a disk refuses: it is tried again."""
        known = self._moment_names.get(moment)
        if known is not None and (self._folder / MOMENTS / known).is_file():
            return known
        try:
            name = self._keep(MOMENTS, flat(moment.read()).tobytes())
        except (OSError, DataFileError) as error:
            # What somebody made is worth more than how it came about, and is written all the same.
            log.warning("a moment is not kept: %s", error)
            return None
        self._moment_names[moment] = name
        return name

    def _keep(self, kind: str, data: bytes) -> str:
        """Have these bytes in a file of their kind's folder, and return its name."""
        name = hashlib.sha256(data).hexdigest()
        path = self._folder / kind / name
        if not path.parent.is_dir():
            path.parent.mkdir(exist_ok=True)
            self._to_sync.add(self._folder)
        if not path.is_file():
            self._to_sync.add(path.parent)
            if not self._link(path):
                write_atomically(path, lambda file: file.write(data), named=self._to_sync.add)
        return name

    def _link(self, path: Path) -> bool:
        """Have a file of these bytes from where they are already; False if there is none, or no links either.

        That is the session this one began as; or a moment is what the run is now, without an optimizer's memory.
        """
        folders = [self._folder, *([] if self.borrowed is None else [self.borrowed])]
        for place in (folder / kind / path.name for folder in folders for kind in (WEIGHTS, MOMENTS)):
            try:
                os.link(place, path)
            except (OSError, NotImplementedError):  # no drive or system has to know links: then it is written
                continue
            return True
        return False

    def _sweep(self) -> None:
        """Delete weights that the journal does not speak of any more."""
        runs = self._runs.values()
        moments = {file for run in runs for _, file in run.moment_files or ()}
        for kind, needed in ((WEIGHTS, {run.file for run in runs}), (MOMENTS, moments)):
            for path in (self._folder / kind).glob("*"):
                if path.name not in needed:
                    with suppress(OSError):
                        path.unlink()


def _line(changes: dict[str, Any]) -> bytes:
    text = json.dumps(changes, separators=(",", ":")).encode() + b"\n"
    return crc_of(text) + b" " + text


def crc_of(text: bytes) -> bytes:
    return b"%08x" % zlib.crc32(text)


def _curve_changes(
    curves: Mapping[str, Array], written: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield each curve that has changed: how many of its bytes stay, and what comes after them."""
    for name, curve in curves.items():
        data = np.ascontiguousarray(curve).tobytes()
        length, crc = written.get(name, (0, 0))
        if len(data) < length or zlib.crc32(data[:length]) != crc:
            length, crc = 0, 0  # the run went back
        elif len(data) == length and name in written:
            continue
        added = data[length:]
        written[name] = len(data), zlib.crc32(added, crc)
        yield name, (length, base64.b64encode(added).decode())


def _names(runs: tuple[Run, ...]) -> list[str]:
    """Return a name for each run by which the journal speaks of it: its number, which is hardly ever taken."""
    names: list[str] = []
    taken: set[str] = set()
    for run in runs:
        name, again = str(run.number), 1
        while name in taken:
            again += 1
            name = f"{run.number}.{again}"
        taken.add(name)
        names.append(name)
    return names


def _page(drawing: Drawing) -> tuple[str, str]:
    """Return a drawing's line as in a file of drawings, and a name for it."""
    text = as_line(LabelledDrawing(drawing))
    return hashlib.sha256(text).hexdigest()[:24], text.decode()
