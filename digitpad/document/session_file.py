"""A session in one file: the runs with their curves and networks, the drawings, the recipe.

The one file that knows both drawings and runs; an ``.npz`` of plain arrays, never a pickle. Members: ``header``
(JSON as uint8), ``drawings`` (JSON Lines as uint8), and for run number i of the file ``run<i>_losses``,
``run<i>_seconds``, ``run<i>_batches`` and ``run<i>_probabilities`` (its probability history), the four weights by
name, and ``run<i>_slot<k>`` for what its optimizer remembers, where the run can go on.
"""

import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import decode_header, encode_header
from digitpad.archives.npz import Array, ArraySpec, opened_archive, read_member
from digitpad.archives.writing import write_members
from digitpad.arrays import CLASSES
from digitpad.drawing.stroke_files import LabelledDrawing, decode_drawings, encode_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError, Word
from digitpad.network.snapshot import SHAPES, Snapshot, frozen
from digitpad.runs.checkpoint import Checkpoint, slot_specs
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.network_file import WEIGHT_NAMES
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.recipe import KERAS_RECIPE, Recipe, RecipeError
from digitpad.runs.run import MAX_NAME, Run, proper_name

SUFFIX = ".digitpad"
FORMAT = "digitpad session"
VERSION = 1
WHAT = Word("session")
MAX_RUNS = 10_000
MAX_HEADER_BYTES = 64 * 1024 * 1024
MAX_DRAWINGS_BYTES = 256 * 1024 * 1024
MAX_ARRAY_BYTES = 60_000 * 1000 * 8
"""An 8-byte number for each batch of the longest run: 1,000 epochs of 60,000 batches."""


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

    Raises DataFileError if the disk refuses.
    """
    write_members(path, _arrays(session), compressed=False)


def _arrays(session: SavedSession) -> Iterator[tuple[str, Array]]:
    """Yield the file's members; each run's weights are in memory only while they are written."""
    header = {
        "recipe": session.recipe.as_dict(),
        "page": session.page,
        "current": session.current,
        "answering": session.answering,
    }
    runs = []
    for number, run in enumerate(session.runs):
        state = run.checkpoint if run.can_go_on else None
        snapshot = run.snapshot if state is None else state.snapshot
        runs.append(_run_as_json(run, snapshot, state))
        for name, array in _run_as_arrays(run, snapshot, state).items():
            yield f"run{number}_{name}", array
    drawings = encode_drawings(LabelledDrawing(drawing) for drawing in session.drawings)
    if len(drawings) > MAX_DRAWINGS_BYTES:
        raise DataFileError("The drawings of this session are more than one file may hold. Nothing was saved.")
    yield "drawings", np.frombuffer(drawings, np.uint8)
    yield "header", encode_header(FORMAT, VERSION, {**header, "runs": runs})


def load_session(path: Path) -> SavedSession:
    """Read a session that ``save_session`` wrote.

    Raises DataFileError if the file is missing, damaged, of another kind, or from a newer digitpad.
    """
    with opened_archive(path, WHAT) as archive:
        reader = _Reader(archive, path)
        header = reader.header()
        data = reader.array("drawings", ArraySpec("uint8", (None,)), MAX_DRAWINGS_BYTES)
        drawings = tuple(entry.drawing for entry in decode_drawings(data.tobytes(), path))
        try:
            entries = header["runs"]
            if not isinstance(entries, list) or len(entries) > MAX_RUNS:
                raise ValueError("there are no runs, or too many")
            runs = tuple(_RunReader(reader, number, entry).run() for number, entry in enumerate(entries))
            return SavedSession(
                runs,
                drawings,
                _place(header["page"], max(len(drawings), 1)),
                Recipe.from_dict(header["recipe"]),
                _place_or_none(header["current"], len(runs)),
                _place_or_none(header["answering"], len(runs)),
            )
        except RecipeError as error:
            raise DataFileError(f"{path} holds a recipe that makes no sense. {error}") from error
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
            raise DataFileError(
                f"{path} is not {WHAT}, or it is damaged: {error}. Nothing was loaded; use a copy."
            ) from error


@dataclass(frozen=True)
class _Reader:
    archive: zipfile.ZipFile
    path: Path

    def array(self, name: str, spec: ArraySpec, max_bytes: int = MAX_ARRAY_BYTES) -> Array:
        return read_member(self.archive, self.path, name, spec, what=WHAT, max_bytes=max_bytes)

    def header(self) -> dict[str, Any]:
        data = self.array("header", ArraySpec("uint8", (None,)), MAX_HEADER_BYTES).tobytes()
        _, values = decode_header(data, self.path, kind=FORMAT, newest=VERSION, what=WHAT)
        return values


def _run_as_json(run: Run, snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Any]:
    return {
        "number": run.number,
        "name": run.name,
        "recipe": run.recipe.as_dict(),
        "batches_per_epoch": run.history.batches_per_epoch,
        "total_batches": run.total_batches,
        "line_by_line": run.line_by_line,
        "visible": run.visible,
        "accuracies": run.history.accuracies,
        "rate_changes": run.history.rate_changes,
        "updates": None if snapshot is None else snapshot.updates,
        "learning_rate": None if state is None else state.learning_rate,
        "slots": 0 if state is None else len(state.slots),
    }


def _run_as_arrays(run: Run, snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Array]:
    arrays: dict[str, Array] = {
        "losses": run.history.losses,
        "seconds": run.history.seconds,
        "batches": run.probabilities.batches,
        "probabilities": run.probabilities.values,
    }
    if snapshot is not None:
        arrays |= dict(zip(WEIGHT_NAMES, snapshot.weights, strict=True))
    if state is not None:
        arrays |= {f"slot{number}": np.asarray(slot) for number, slot in enumerate(state.slots)}
    return arrays


class _RunReader:
    """Reads one run: what the header says of it, ``entry``, and its arrays."""

    def __init__(self, reader: _Reader, place: int, entry: Mapping[str, Any]) -> None:
        self._reader = reader
        self._place = place
        self._entry = entry

    def run(self) -> Run:
        entry = self._entry
        recipe = Recipe.from_dict(entry["recipe"])
        history, snapshot = self._history(), self._snapshot()
        total = _whole(entry["total_batches"], least=1)
        run = Run(
            number=_whole(entry["number"]),
            name=_text(entry["name"]),
            recipe=recipe,
            history=history,
            total_batches=total,
            line_by_line=entry["line_by_line"] is True,
            visible=entry["visible"] is True,
            probabilities=self._probabilities(),
        )
        if snapshot is not None and entry["learning_rate"] is not None:
            if not snapshot.updates <= len(history) < total:
                raise ValueError("a run is not as far as its weights")
            run.take_checkpoint(self._checkpoint(recipe, snapshot))
        elif snapshot is not None:
            run.snapshot = snapshot
        return run

    def _array(self, name: str, dtype: str, *shape: int | None) -> Any:
        return self._reader.array(f"run{self._place}_{name}", ArraySpec(dtype, shape))

    def _history(self) -> LossHistory:
        history = LossHistory(_whole(self._entry["batches_per_epoch"], least=1))
        losses, seconds = self._array("losses", "float32", None), self._array("seconds", "float64", None)
        if len(losses) != len(seconds) or not (np.isfinite(losses).all() and np.isfinite(seconds).all()):
            raise ValueError("a run's losses are incomplete")
        history.restore(losses, seconds)
        history.accuracies = self._by_batch("accuracies", 1, len(losses))
        history.rate_changes = self._by_batch("rate_changes", 0, len(losses))
        return history

    def _by_batch(self, name: str, least: int, most: int) -> list[tuple[int, float]]:
        return [(_whole(batch, least=least, most=most), _number(value)) for batch, value in self._entry[name]]

    def _probabilities(self) -> ProbabilityHistory:
        probabilities = ProbabilityHistory()
        probabilities.extend(
            self._array("batches", "int64", None), self._array("probabilities", "float32", None, CLASSES)
        )
        return probabilities

    def _snapshot(self) -> Snapshot | None:
        if self._entry["updates"] is None:
            return None
        weights = [self._array(name, "float32", *shape) for name, shape in zip(WEIGHT_NAMES, SHAPES, strict=True)]
        if not all(np.isfinite(matrix).all() for matrix in weights):
            raise ValueError("a run's weights are not finite numbers")
        return Snapshot(frozen(weights), _whole(self._entry["updates"]))

    def _checkpoint(self, recipe: Recipe, snapshot: Snapshot) -> Checkpoint:
        # A run before its first batch has no slots yet.
        specs = slot_specs(recipe.optimizer) if self._entry["slots"] else []
        slots = tuple(self._array(f"slot{number}", dtype, *shape) for number, (dtype, shape) in enumerate(specs))
        return Checkpoint(snapshot, slots, _number(self._entry["learning_rate"]))


def _whole(value: object, *, least: int = 0, most: int = 2**53) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{value!r} is no whole number from {least:,} to {most:,}")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _text(value: object) -> str:
    name = proper_name(value) if isinstance(value, str) and len(value) <= MAX_NAME else ""
    if not name:
        raise ValueError("a run has no proper name")
    return name


def _place(value: object, count: int) -> int:
    return _whole(value, most=count - 1)


def _place_or_none(value: object, count: int) -> int | None:
    return None if value is None else _place(value, count)
