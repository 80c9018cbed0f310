"""Reads a file of any kind: it must be refused with a sentence, or be what can be saved and read again equal."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QSettings

from digitpad.document.journal import JOURNAL, MOMENTS, WEIGHTS
from digitpad.document.journal_reading import read_journal
from digitpad.document.session_file import MAX_PAGES, SavedSession, load_session, save_session
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.errors import UserError
from digitpad.runs.network_file import SavedNetwork, load_network, save_network
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.errors.error_texts import SENTENCES
from digitpad.workspace.wording.sentences import sentence
from fuzzing.originals import journal_weights


class WrongError(Exception):
    """What was read is no such thing, or is another one when it is saved and read again."""


def judge(kind: str, path: Path) -> Callable[[], None] | str:
    """Read the file; return the code of its refusal, or what checks it. Whatever else is raised is a fault."""
    try:
        read: Any = READERS[kind](path)
    except UserError as error:
        if error.code not in SENTENCES:
            raise WrongError(f"{error.code} has no sentence") from error
        sentence(error)
        return error.code
    return lambda: CHECKS[kind](read, path.with_name("again"))


def check(right: bool, what: str) -> None:
    """Raise WrongError, with what should be, if it is not so."""
    if not right:
        raise WrongError(what)


def _check_session(session: SavedSession, again: Path) -> None:
    for run in session.runs:
        _check_run(run)
    check(len(session.drawings) <= MAX_PAGES + 1, "no more pages than there is room for")
    check(0 <= session.page < max(len(session.drawings), 1), "the page is one of them")
    for place in (session.current, session.answering):
        check(place is None or 0 <= place < len(session.runs), "a place is that of a run")
    save_session(again, session)
    other = load_session(again)
    check(len(other.runs) == len(session.runs), "as many runs")
    for one, two in zip(session.runs, other.runs, strict=True):
        check(_run_values(one) == _run_values(two), "a run is the same")
        check(all(map(_same, _run_arrays(one), _run_arrays(two))), "a run's arrays are the same")
    check(session.class_set.fits, "no more of a class than there is room for")
    rest = ("drawings", "page", "recipe", "current", "answering", "class_set")
    check(all(getattr(session, name) == getattr(other, name) for name in rest), "all else is the same")


def _check_run(run: Run) -> None:
    history, total = run.history, run.recipe.total_batches
    check(len(history) <= total, "no more losses than batches")
    check(bool(np.isfinite(history.losses).all()), "losses are numbers")
    check(bool((np.diff(history.seconds, prepend=0.0) >= 0).all()), "time goes on")
    check(run.snapshot is None or run.snapshot.finite, "weights are numbers")
    check(run.checkpoint is None or run.checkpoint.snapshot.updates <= len(history), "weights are no further")
    for found in (history.accuracies, history.sample_accuracies):
        check(
            all(0 <= batch <= len(history) and 0 <= share <= 1 for batch, share in found), "accuracies are shares"
        )
    ends = [found.end for found in history.interventions]
    check(all(end <= len(history) for end in ends) and ends == sorted(ends), "interventions are within the run")
    check(bool(run.name.strip()), "it has a name")
    done = [moment.updates for moment in run.moments]
    check(done == sorted(set(done)) and all(0 <= count <= len(history) for count in done), "moments are in order")
    check(all(moment.read().finite for moment in run.moments), "moments are numbers")


def _run_values(run: Run) -> tuple[object, ...]:
    history = run.history
    changes = (history.accuracies, history.sample_accuracies, history.rate_changes, history.interventions)
    updates = None if run.snapshot is None else run.snapshot.updates
    moments = [moment.updates for moment in run.moments]
    own = (run.number, run.name, run.recipe, run.visible, run.loop, run.can_go_on)
    return (*own, changes, updates, moments)


def _run_arrays(run: Run) -> list[Any]:
    weights = () if run.snapshot is None else run.snapshot.weights
    slots = () if run.checkpoint is None else run.checkpoint.slots
    arrays = [run.history.losses, run.history.seconds, run.probabilities.batches, run.probabilities.values]
    moments = [array for moment in run.moments for array in moment.read().weights]
    return [*arrays, *weights, *slots, *moments]


def _same(one: Any, other: Any) -> bool:
    return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")


def _check_network(network: SavedNetwork, again: Path) -> None:
    shapes = tuple(weight.shape for weight in network.snapshot.weights)
    check(shapes == network.recipe.architecture.shapes, "weights have the recipe's shapes")
    check(network.snapshot.finite, "weights are numbers")
    save_network(again, network)
    other = load_network(again)
    check((other.recipe, other.snapshot.updates) == (network.recipe, network.snapshot.updates), "the same recipe")
    check(all(map(_same, network.snapshot.weights, other.snapshot.weights)), "the same weights")


def _check_drawings(drawings: list[LabelledDrawing], again: Path) -> None:
    for entry in drawings:
        check(bool(entry.drawing) and all(map(np.isfinite, entry.drawing.box())), "a drawing is one")
        check(entry.label is None or entry.label in range(10), "a label is a digit")
    write_drawings(again, drawings)
    check(read_drawings(again) == drawings, "the same drawings")


def _read_settings(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def _read_journal(path: Path) -> SavedSession:
    """Read a journal with its weights beside it, as in a folder of the store."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(path, folder / JOURNAL)
        for kind in (WEIGHTS, MOMENTS):
            (folder / kind).mkdir()
        for file, data in journal_weights().items():
            (folder / file).write_bytes(data)
        return read_journal(folder)


SETTINGS = ("recipe", "views", "pace", "text_size", "language", "scheme", "saves_moments")


def _check_settings(settings: Settings, again: Path) -> None:
    other = _read_settings(again)
    for name in (*SETTINGS, "folder", "geometry"):
        value = getattr(settings, name)
        if name in SETTINGS:
            setattr(other, name, value)
            check(repr(getattr(other, name)) == repr(value), f"the same {name}")
    check(isinstance(settings.recipe, Recipe), "there is a recipe")


READERS: dict[str, Callable[[Path], object]] = {
    "session": load_session,
    "network": load_network,
    "drawings": read_drawings,
    "packed": read_drawings,
    "settings": _read_settings,
    "journal": _read_journal,
}
CHECKS: dict[str, Callable[[Any, Path], None]] = {
    "session": _check_session,
    "network": _check_network,
    "drawings": _check_drawings,
    "packed": _check_drawings,
    "settings": _check_settings,
    "journal": _check_session,
}
