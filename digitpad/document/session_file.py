"""A session in one file: the runs with their curves and networks, the drawings, the recipe.

An ``.npz`` of plain arrays, never a pickle. Members: ``header`` (JSON as uint8), ``drawings`` and ``class`` (lines
as in a file of drawings, as uint8), and for run number i of the file those that ``run_members`` names, after
``run<i>_``. ``class`` came with version 3: what the class has collected, and after that what is set aside; the
header says how many that are. Runs have moments from version 4 on, if they are to be saved.
"""

import logging
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import MAX_VALUES, REQUIRED, decode_header, encode_header, fields
from digitpad.archives.json_text import count_values
from digitpad.archives.npz import HEADER_BYTES, Array, ArraySpec, file_bytes, opened_archive
from digitpad.archives.writing import write_members
from digitpad.arrays import Grays
from digitpad.document.classroom.class_set import MOST_DRAWINGS, ClassSet
from digitpad.document.header_values import whole
from digitpad.document.moment_members import moment_arrays
from digitpad.document.queue_words import QUEUE_VERSION, queue_as_json, read_queue
from digitpad.document.run_members import (
    MemberReader,
    Members,
    RunReader,
    run_as_arrays,
    run_as_json,
    run_bytes,
    run_members,
)
from digitpad.drawing.stroke_files import MAX_BYTES, LabelledDrawing, decode_drawings, encode_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError, RecipeError, Word
from digitpad.runs.queue.plan import KeptPlan
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf

log = logging.getLogger(__name__)

SUFFIX = ".digitpad"
FORMAT = "digitpad session"
VERSION = 5
CLASS_VERSION = 3
"""From which on there is a class."""
WHAT = Word("session")
MAX_RUNS = 10_000
MAX_MEMBERS = 50_000
"""A finished run has 8, and its moments; so many take a second to be listed, and 50 MB."""
MAX_PAGES = 1_000
"""Drawings that are kept; what is on the canvas may be one more."""
MAX_LOSSES = 20_000_000
"""Of all runs together: they take 400 MB."""
MEGABYTE = 1 << 20
MAX_HEADER_BYTES = 16 * MEGABYTE
MAX_SESSION_MEGABYTES = 4096
"""All members together, unpacked: what a computer in a classroom can still hold."""
SMALL_MEGABYTES = 32
MOST_PACKED = 8
"""No session takes more memory than so many times its file, unless it is small: version 1 was packed, and weights
hardly shrink. So a few bytes cannot claim all that a session may have."""

OWN_MEMBERS = 3
"""Header, drawings and class."""

_FIELDS = {"runs": REQUIRED, "recipe": {}, "page": 0, "current": None, "answering": None}
_FIELDS_OF_CLASS = {"aside": 0}
_FIELDS_OF_QUEUE: dict[str, Any] = {"queue": []}


@dataclass(frozen=True)
class SavedSession:
    """What is saved: ``current`` and ``answering`` are places in ``runs`` or None, ``page`` in ``drawings``.

    ``lost`` counts the runs of a journal that are not there any more, as their weights are missing or damaged.
    """

    runs: tuple[Run, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    page: int = 0
    recipe: Recipe = KERAS_RECIPE
    current: int | None = None
    answering: int | None = None
    class_set: ClassSet = field(default_factory=ClassSet)
    queue: tuple[KeptPlan, ...] = ()
    lost: int = 0


def save_session(path: Path, session: SavedSession) -> None:
    """Write the session, wholly or not at all. Of a run that can go on the weights are those of its checkpoint.

    Raises DataFileError if the disk refuses, or if the session is more than can be opened again.
    """
    lines = {
        "drawings": encode_drawings((LabelledDrawing(drawing) for drawing in session.drawings), path),
        "class": _class_lines(path, session.class_set),
    }
    _check_savable(path, session.runs, sum(map(len, lines.values())))
    write_members(path, _arrays(path, session, lines), compressed=False)


def _class_lines(path: Path, class_set: ClassSet) -> bytes:
    entries = (*class_set.drawings, *class_set.aside)
    if any(entry.label is None for entry in entries):
        raise ValueError("a drawing of the class has a label")
    return encode_drawings(entries, path, most_drawings=MOST_DRAWINGS)


def _check_savable(path: Path, runs: Sequence[Run], more_bytes: int) -> None:
    for what, count, most in (
        ("runs", len(runs), MAX_RUNS),
        ("arrays", OWN_MEMBERS + sum(run_members(run) for run in runs), MAX_MEMBERS),
        ("losses", sum(len(run.history) for run in runs), MAX_LOSSES),
    ):
        if count > most:
            raise DataFileError("session-too-full-to-save", path=path, what=Word(what), most=most)
    if more_bytes + sum(run_bytes(run) for run in runs) > MAX_SESSION_MEGABYTES * MEGABYTE:
        raise DataFileError("session-too-large-to-save", path=path, most=MAX_SESSION_MEGABYTES)


def _arrays(path: Path, session: SavedSession, lines: Mapping[str, bytes]) -> Iterator[tuple[str, Array]]:
    """Yield the file's members; each run's weights are in memory only while they are written."""
    runs = []
    for number, run in enumerate(session.runs):
        state = run.checkpoint if run.can_go_on else None
        snapshot = run.snapshot if state is None else state.snapshot
        runs.append(run_as_json(run, snapshot, state))
        for name, array in run_as_arrays(run, snapshot, state).items():
            yield f"run{number}_{name}", array
        for name, array in moment_arrays(run.moments):
            yield f"run{number}_{name}", array
    for name, text in lines.items():
        yield name, np.frombuffer(text, np.uint8)
    header = {
        "recipe": session.recipe.as_dict(),
        "page": session.page,
        "current": session.current,
        "answering": session.answering,
        "aside": len(session.class_set.aside),
        "queue": queue_as_json(session.queue),
        "runs": runs,
    }
    encoded = encode_header(FORMAT, VERSION, header)
    if len(encoded) > MAX_HEADER_BYTES or count_values(encoded.tobytes()) > MAX_VALUES:
        raise DataFileError("session-too-full-to-save", path=path, what=Word("figures"), most=MAX_VALUES)
    yield "header", encoded


def load_session(path: Path, shelf: Shelf | None = None) -> SavedSession:
    """Read a session that ``save_session`` wrote, in this version or an older one; its weights onto the shelf.

    Without a shelf, or where that has no room, they are in memory.
    Raises DataFileError if the file is missing, damaged, of another kind, too large, or from a newer digitpad.
    """
    with opened_archive(path, WHAT, most_members=MAX_MEMBERS) as archive:
        _check_whole(path, archive)
        reader = MemberReader(archive, path, WHAT)
        try:
            return _session(reader, shelf)
        except RecipeError as error:
            raise DataFileError("recipe-in-file", path=path, reason=error) from error
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
            log.info("%s makes no sense", path, exc_info=True)
            raise DataFileError("session-damaged", path=path, what=WHAT) from error


def _check_whole(path: Path, archive: zipfile.ZipFile) -> None:
    """Raise DataFileError if the members together claim more than a session can have, or its file can hold."""
    members = archive.infolist()
    most = min(MAX_SESSION_MEGABYTES, SMALL_MEGABYTES + MOST_PACKED * (file_bytes(archive) // MEGABYTE))
    if sum(member.file_size for member in members) > most * MEGABYTE:
        raise DataFileError("session-too-large", path=path, most=most)
    losses = sum(member.file_size for member in members if member.filename.endswith("_losses.npy"))
    if losses > 4 * MAX_LOSSES + HEADER_BYTES * MAX_RUNS:
        raise DataFileError("session-too-full", path=path, what=Word("losses"), most=MAX_LOSSES)


def _session(reader: MemberReader, shelf: Shelf | None) -> SavedSession:
    data = reader.array("header", ArraySpec("uint8", (None,)), MAX_HEADER_BYTES).tobytes()
    version, values = decode_header(data, reader.path, kind=FORMAT, newest=VERSION, what=WHAT)
    names = ("drawings", "class") if version >= CLASS_VERSION else ("drawings",)
    lines = [reader.array(name, ArraySpec("uint8", (None,)), MAX_BYTES).view(np.uint8) for name in names]
    return session_of(reader, version, values, *lines, shelf=shelf)


def session_of(
    reader: Members,
    version: int,
    values: object,
    lines: Grays | bytes,
    class_lines: Grays | bytes = b"",
    *,
    shelf: Shelf | None = None,
) -> SavedSession:
    """Return the session of a header's ``values`` and drawings' ``lines``; its arrays are read from ``reader``.

    Weights are put onto the ``shelf`` as they come.

    Raises DataFileError, RecipeError, and what Python says of values that make no sense.
    """
    known = _FIELDS | _FIELDS_OF_CLASS if version >= CLASS_VERSION else _FIELDS
    known = known | _FIELDS_OF_QUEUE if version >= QUEUE_VERSION else known
    header = fields(values, known, reader.path, WHAT)
    drawings = tuple(entry.drawing for entry in decode_drawings(lines, reader.path))
    page = _place(header["page"], max(len(drawings), 1))
    forgotten = max(len(drawings) - MAX_PAGES - 1, 0)  # the oldest, as always
    entries = header["runs"]
    if not isinstance(entries, list) or len(entries) > MAX_RUNS:
        raise ValueError("there are no runs, or too many")
    runs = tuple(RunReader(reader, version, number, entry, shelf).run() for number, entry in enumerate(entries))
    return SavedSession(
        runs,
        drawings[forgotten:],
        max(page - forgotten, 0),
        _draft(header["recipe"]),
        _place_or_none(header["current"], len(runs)),
        _place_or_none(header["answering"], len(runs)),
        _class_set(class_lines, header.get("aside", 0), reader.path),
        read_queue(header.get("queue", []), len(runs)),
    )


def _class_set(lines: Grays | bytes, aside: object, path: Path) -> ClassSet:
    """Return what the class has collected; the last ``aside`` of the lines are set aside."""
    entries = tuple(decode_drawings(lines, path, most_drawings=MOST_DRAWINGS))
    if any(entry.label is None for entry in entries):
        raise ValueError("a drawing of the class has no label")
    first_aside = len(entries) - whole(aside, most=len(entries))
    return ClassSet(entries[:first_aside], entries[first_aside:])


def _draft(values: Any) -> Recipe:
    """Return the recipe that was being written; one of too many batches, as it once could be, is let go."""
    try:
        return Recipe.from_dict(values)
    except RecipeError as error:
        if error.code != "recipe-batches":
            raise
        return KERAS_RECIPE


def _place(value: Any, count: int) -> int:
    return whole(value, most=count - 1)


def _place_or_none(value: Any, count: int) -> int | None:
    return None if value is None else _place(value, count)
