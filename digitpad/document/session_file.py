"""A session in one file: the runs with their curves and networks, the drawings, the recipe.

An ``.npz`` of plain arrays, never a pickle. Members: ``header`` (JSON as uint8), ``drawings`` (lines as in a file
of drawings, as uint8), and for run number i of the file those that ``run_members`` names, after ``run<i>_``.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import REQUIRED, decode_header, encode_header, fields
from digitpad.archives.npz import Array, ArraySpec, opened_archive
from digitpad.archives.writing import write_members
from digitpad.document.run_members import (
    MemberReader,
    Members,
    RunReader,
    run_as_arrays,
    run_as_json,
    run_bytes,
    whole,
)
from digitpad.drawing.stroke_files import LabelledDrawing, decode_drawings, encode_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError, RecipeError, Word
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.runs.run import Run

log = logging.getLogger(__name__)

SUFFIX = ".digitpad"
FORMAT = "digitpad session"
VERSION = 2
WHAT = Word("session")
MAX_RUNS = 10_000
MEGABYTE = 1 << 20
MAX_HEADER_BYTES = 64 * MEGABYTE
MAX_DRAWINGS_BYTES = 256 * MEGABYTE
MAX_SESSION_MEGABYTES = 4096
"""All members together, unpacked: what a computer in a classroom can still hold."""

_FIELDS = {"runs": REQUIRED, "recipe": {}, "page": 0, "current": None, "answering": None}


@dataclass(frozen=True)
class SavedSession:
    """What is saved: ``current`` and ``answering`` are places in ``runs`` or None, ``page`` in ``drawings``."""

    runs: tuple[Run, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    page: int = 0
    recipe: Recipe = KERAS_RECIPE
    current: int | None = None
    answering: int | None = None


def save_session(path: Path, session: SavedSession) -> None:
    """Write the session, wholly or not at all. Of a run that can go on the weights are those of its checkpoint.

    Raises DataFileError if the disk refuses, or if the session is more than can be opened again.
    """
    drawings = encode_drawings(LabelledDrawing(drawing) for drawing in session.drawings)
    size = len(drawings) + sum(run_bytes(run) for run in session.runs)
    if len(drawings) > MAX_DRAWINGS_BYTES or size > MAX_SESSION_MEGABYTES * MEGABYTE:
        raise DataFileError("session-too-large-to-save", path=path, most=MAX_SESSION_MEGABYTES)
    write_members(path, _arrays(session, drawings), compressed=False)


def _arrays(session: SavedSession, drawings: bytes) -> Iterator[tuple[str, Array]]:
    """Yield the file's members; each run's weights are in memory only while they are written."""
    runs = []
    for number, run in enumerate(session.runs):
        state = run.checkpoint if run.can_go_on else None
        snapshot = run.snapshot if state is None else state.snapshot
        runs.append(run_as_json(run, snapshot, state))
        for name, array in run_as_arrays(run, snapshot, state).items():
            yield f"run{number}_{name}", array
    yield "drawings", np.frombuffer(drawings, np.uint8)
    header = {
        "recipe": session.recipe.as_dict(),
        "page": session.page,
        "current": session.current,
        "answering": session.answering,
        "runs": runs,
    }
    yield "header", encode_header(FORMAT, VERSION, header)


def load_session(path: Path) -> SavedSession:
    """Read a session that ``save_session`` wrote, in this version or an older one.

    Raises DataFileError if the file is missing, damaged, of another kind, too large, or from a newer digitpad.
    """
    with opened_archive(path, WHAT) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_SESSION_MEGABYTES * MEGABYTE:
            raise DataFileError("session-too-large", path=path, most=MAX_SESSION_MEGABYTES)
        reader = MemberReader(archive, path, WHAT)
        try:
            return _session(reader)
        except RecipeError as error:
            raise DataFileError("recipe-in-file", path=path, reason=error) from error
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
            log.info("%s makes no sense", path, exc_info=True)
            raise DataFileError("session-damaged", path=path, what=WHAT) from error


def _session(reader: MemberReader) -> SavedSession:
    data = reader.array("header", ArraySpec("uint8", (None,)), MAX_HEADER_BYTES).tobytes()
    version, values = decode_header(data, reader.path, kind=FORMAT, newest=VERSION, what=WHAT)
    lines = reader.array("drawings", ArraySpec("uint8", (None,)), MAX_DRAWINGS_BYTES).tobytes()
    return session_of(reader, version, values, lines)


def session_of(reader: Members, version: int, values: object, lines: bytes) -> SavedSession:
    """Return the session of a header's ``values`` and drawings' ``lines``; its arrays are read from ``reader``.

    Raises DataFileError, RecipeError, and what Python says of values that make no sense.
    """
    header = fields(values, _FIELDS, reader.path, WHAT)
    drawings = tuple(entry.drawing for entry in decode_drawings(lines, reader.path))
    entries = header["runs"]
    if not isinstance(entries, list) or len(entries) > MAX_RUNS:
        raise ValueError("there are no runs, or too many")
    runs = tuple(RunReader(reader, version, number, entry).run() for number, entry in enumerate(entries))
    return SavedSession(
        runs,
        drawings,
        _place(header["page"], max(len(drawings), 1)),
        Recipe.from_dict(header["recipe"]),
        _place_or_none(header["current"], len(runs)),
        _place_or_none(header["answering"], len(runs)),
    )


def _place(value: Any, count: int) -> int:
    return whole(value, most=count - 1)


def _place_or_none(value: Any, count: int) -> int | None:
    return None if value is None else _place(value, count)
