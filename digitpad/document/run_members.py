"""A run in a session's file: an entry in its header, and arrays.

The arrays are ``losses`` and ``seconds``, ``batches`` and ``probabilities`` (the probability history), the
weights, named by the recipe's architecture, ``slot<k>`` for what the optimizer remembers, where the run can go on,
and those of its moments. Whatever follows from the recipe is computed, never read.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from digitpad.archives.header import fields
from digitpad.archives.npz import Array, ArraySpec, read_member
from digitpad.arrays import CLASSES
from digitpad.data.recipe_values import choice
from digitpad.document.header_values import name_of, rate_of, share_of, whole
from digitpad.document.intervention_words import interventions_as_json, read_interventions
from digitpad.document.moment_members import moments_of, moments_words
from digitpad.document.run_fields import known_fields
from digitpad.document.score_words import EXPERIMENTS_VERSION, read_scores, scores_as_json
from digitpad.errors import DataFileError, Word
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.checkpoint import SLOTS_A_WEIGHT, Checkpoint, can_be_slots, slot_specs
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.moments.moment import Moment
from digitpad.runs.network_file import weight_specs
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf

BYTES_A_BATCH = 4 + 8
"""A loss and its seconds."""

HISTORY_MEMBERS = 4
"""Losses and seconds, batches and probabilities."""

BYTES_AN_ANSWER = 8 + 4 * CLASSES
"""An entry of the probability history."""


def run_bytes(run: Run) -> int:
    """Return how many bytes the run's arrays take at most."""
    copies = 1 + SLOTS_A_WEIGHT[run.recipe.optimizer] * run.can_go_on if run.is_trained else 0
    return (
        4 * copies * run.recipe.architecture.parameters
        + BYTES_A_BATCH * len(run.history)
        + BYTES_AN_ANSWER * len(run.probabilities)
        + sum(moment.bytes for moment in run.moments)
    )


def run_members(run: Run) -> int:
    """Return how many arrays a run has, those of its moments among them, at most."""
    recipe = run.recipe
    slots = len(slot_specs(recipe.architecture, recipe.optimizer)) if run.can_go_on else 0
    weights = len(recipe.architecture.shapes) if run.is_trained else 0
    return HISTORY_MEMBERS + slots + weights + len(run.moments)


def run_as_json(run: Run, snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Any]:
    """Return the run's entry in the header, with these weights, and this state if it can go on."""
    return run_words(run) | weights_words(snapshot, state) | {"moments": moments_words(run.moments)}


def run_words(run: Run) -> dict[str, Any]:
    """Return what a run's entry says of all but its weights."""
    return {
        "number": run.number,
        "name": run.name,
        "recipe": run.recipe.as_dict(),
        "loop": run.loop.value,
        "tried": None if run.tried is None else run.tried.value,
        "visible": run.visible,
        "accuracies": run.history.accuracies,
        "sample_accuracies": run.history.sample_accuracies,
        "scores": scores_as_json(run.history.scores),
        "rate_changes": run.history.rate_changes,
        "interventions": interventions_as_json(run.history.interventions),
    }


def weights_words(snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Any]:
    """Return what a run's entry says of its weights, and of the state it can go on from."""
    return {
        "updates": None if snapshot is None else snapshot.updates,
        "learning_rate": None if state is None else state.learning_rate,
        "has_slots": state is not None and bool(state.slots),
    }


def run_as_arrays(run: Run, snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Array]:
    """Return the run's arrays by name, but those of its moments."""
    return curves_of(run) | weights_of(snapshot, state)


def curves_of(run: Run) -> dict[str, Array]:
    """Return what grows while a run trains."""
    return {
        "losses": run.history.losses,
        "seconds": run.history.seconds,
        "batches": run.probabilities.batches,
        "probabilities": run.probabilities.values,
    }


def weights_of(snapshot: Snapshot | None, state: Checkpoint | None) -> dict[str, Array]:
    """Return a run's weights, and what its optimizer remembers if it can go on."""
    arrays: dict[str, Array] = {}
    if snapshot is not None:
        arrays |= dict(zip(snapshot.architecture.weight_names, snapshot.weights, strict=True))
    if state is not None:
        arrays |= {f"slot{number}": np.asarray(slot) for number, slot in enumerate(state.slots)}
    return arrays


class Members(Protocol):
    """Where the arrays of a session are read from: a file, or a journal."""

    @property
    def path(self) -> Path:
        """What to call it in a sentence."""
        ...

    @property
    def what(self) -> Word:
        """The kind of file it is."""
        ...

    def array(self, name: str, spec: ArraySpec, max_bytes: int | None = None) -> Array:
        """Return the array ``name``. Raises DataFileError."""
        ...


@dataclass(frozen=True)
class MemberReader:
    """Reads the members of an opened archive, none of which may claim to be larger than it is."""

    archive: zipfile.ZipFile
    path: Path
    what: Word

    def array(self, name: str, spec: ArraySpec, max_bytes: int | None = None) -> Array:
        """Return the array ``name``. Raises DataFileError."""
        try:
            there = self.archive.getinfo(f"{name}.npy").file_size
        except KeyError:
            there = 0  # what is missing, ``read_member`` says
        most = there if max_bytes is None else min(there, max_bytes)
        return read_member(self.archive, self.path, name, spec, what=self.what, max_bytes=most)


class RunReader:
    """Reads the run at a place of a session's file: what the header says of it, ``entry``, and its arrays.

    With a ``shelf`` the weights are put there as they come, so that those of one network at a time are in memory.
    """

    def __init__(
        self, reader: Members, version: int, place: int, entry: object, shelf: Shelf | None = None
    ) -> None:
        self._entry = fields(entry, known_fields(version), reader.path, reader.what)
        self._has_slots = bool(self._entry["slots"]) if version == 1 else self._entry["has_slots"] is True
        self._recipe = Recipe.from_dict(self._entry["recipe"])
        self._reader = reader
        self._version = version
        self._place = place
        self._shelf = shelf

    def run(self) -> Run:
        """Return the run. Raises DataFileError, RecipeError, or ValueError, TypeError for what makes no sense."""
        entry = self._entry
        snapshot = self._snapshot()
        run = Run(
            number=whole(entry["number"]),
            name=name_of(entry["name"]),
            recipe=self._recipe,
            history=self._history(),
            loop=self._loop(),
            visible=entry["visible"] is True,
            tried=self._tried(),
            probabilities=self._probabilities(),
        )
        if snapshot is not None and entry["learning_rate"] is not None:
            if not snapshot.updates <= len(run.history) < self._recipe.total_batches:
                raise ValueError("a run is not as far as its weights")
            run.take_checkpoint(self._checkpoint(snapshot))
        elif snapshot is not None:
            run.snapshot = snapshot
        if self._shelf is not None:
            run.shelve(self._shelf)
        run.moments = self._moments(len(run.history))
        return run

    def _loop(self) -> Loop:
        if self._version >= EXPERIMENTS_VERSION:
            return choice(Loop, "loop", self._entry["loop"])
        return Loop.LINE_BY_LINE if self._entry["line_by_line"] is True else Loop.COMPILED

    def _tried(self) -> Kind | None:
        said = self._entry.get("tried")
        return None if said is None else Kind(said)

    def _array(self, name: str, spec: ArraySpec, max_bytes: int | None = None) -> Any:
        return self._reader.array(f"run{self._place}_{name}", spec, max_bytes)

    def _moments(self, done: int) -> tuple[Moment, ...]:
        found = []
        for moment in moments_of(self._entry.get("moments", []), self._recipe.architecture, done, self._array):
            if self._shelf is not None:
                moment.shelve(self._shelf)
            found.append(moment)
        return tuple(found)

    def _history(self) -> LossHistory:
        most = self._recipe.total_batches
        losses = self._array("losses", ArraySpec("float32", (None,)), 4 * most)
        seconds = self._array("seconds", ArraySpec("float64", (None,)), 8 * most)
        if len(losses) != len(seconds) or not (np.isfinite(losses).all() and np.isfinite(seconds).all()):
            raise ValueError("a run's losses are incomplete")
        if len(seconds) and (seconds[0] < 0 or (seconds[1:] < seconds[:-1]).any()):
            raise ValueError("a run's seconds go back")
        history = LossHistory(len(losses))
        history.restore(losses, seconds)
        history.accuracies = self._by_batch("accuracies", len(losses), share_of)
        history.sample_accuracies = self._by_batch("sample_accuracies", len(losses), share_of)
        history.scores = read_scores(self._entry.get("scores", []), len(losses))
        history.rate_changes = self._by_batch("rate_changes", len(losses), rate_of)
        history.interventions = read_interventions(
            self._entry["interventions"], self._recipe, len(losses), self._reader.path, self._reader.what
        )
        if any(_has_two_for_one_batch(found) for found in (history.accuracies, history.sample_accuracies)):
            raise ValueError("a run has two accuracies at one batch")
        return history

    def _by_batch(self, name: str, most: int, read: Callable[[object], float]) -> list[tuple[int, float]]:
        found = [(whole(batch, most=most), read(value)) for batch, value in self._entry[name]]
        return sorted(found, key=lambda entry: entry[0])

    def _probabilities(self) -> ProbabilityHistory:
        batches = self._array("batches", ArraySpec("int64", (None,)))
        values = self._array("probabilities", ArraySpec("float32", (None, CLASSES)))
        if len(batches) != len(values):
            raise ValueError("a run's answers are incomplete")
        # Within the run's batches, in order; two at one batch are what was drawn anew.
        if (np.diff(batches, prepend=0, append=self._recipe.total_batches) < 0).any():
            raise ValueError("a run's answers are out of order")
        if ((values < 0) | (values > 1)).any():  # those of an empty canvas are no numbers, and neither
            raise ValueError("a run's answers are no probabilities")
        probabilities = ProbabilityHistory(len(batches))
        probabilities.extend(batches, values)
        return probabilities

    def _snapshot(self) -> Snapshot | None:
        if self._entry["updates"] is None:
            return None
        specs = weight_specs(self._recipe.architecture, self._version)
        weights = frozen([self._array(name, spec) for name, spec in specs.items()])
        updates = whole(self._entry["updates"], most=self._recipe.total_batches)
        snapshot = Snapshot(weights, updates, self._recipe.architecture)
        if not snapshot.finite:
            raise DataFileError("weights-not-finite", path=self._reader.path)
        return snapshot

    def _checkpoint(self, snapshot: Snapshot) -> Checkpoint:
        # A run before its first batch has no slots yet.
        specs = slot_specs(self._recipe.architecture, self._recipe.optimizer) if self._has_slots else []
        slots = tuple(self._array(f"slot{number}", ArraySpec(*spec)) for number, spec in enumerate(specs))
        if not can_be_slots(self._recipe.optimizer, slots):
            raise ValueError("no optimizer remembers this")
        return Checkpoint(snapshot, slots, rate_of(self._entry["learning_rate"]))


def _has_two_for_one_batch(found: list[tuple[int, float]]) -> bool:
    return len({batch for batch, _ in found}) < len(found)
