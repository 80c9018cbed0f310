"""Real files of every kind and version, small ones, from which all inputs are made."""

import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.journal import JOURNAL, Journal
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.moments.moment import Moment
from digitpad.runs.network_file import SavedNetwork, load_network, save_network
from digitpad.runs.queue.plan import Attempt, KeptPlan, Kind, Plan
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.runs.run import Run

FILES = Path(__file__).parents[2] / "tests" / "files"
VERSION_1 = FILES / "version1"
VERSION_2 = FILES / "version2"
VERSION_3 = FILES / "version3"
VERSION_4 = FILES / "version4"

SMALL = Recipe(
    epochs=3,
    batch_size=100,
    optimizer=Optimizer.ADAM,
    architecture=Architecture((HiddenLayer(4),)),
    data=TrainingData(count=1000),
)

KINDS = ("session", "network", "drawings", "packed", "settings", "journal")


def originals() -> dict[str, list[bytes]]:
    """Return the bytes of the real files of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        sessions = [_session(path, small_session()), _session(path, SavedSession())]
        sessions += [_session(path, load_session(VERSION_1 / "session.digitpad"))]
        networks = [_network(path, SavedNetwork(untrained(SMALL), SMALL), kind) for kind in ("float32", "float16")]
        networks.append(_network(path, load_network(VERSION_1 / "network.npz"), "float16"))
        drawings = [_drawings(path.with_suffix(suffix)) for suffix in (".jsonl", ".gz")]
    return {
        "session": [
            *sessions[:2] * 4,
            sessions[2],
            *(
                (folder / "session.digitpad").read_bytes()
                for folder in (VERSION_1, VERSION_2, VERSION_3, VERSION_4)
            ),
        ],
        "network": [*networks[:2] * 3, networks[2], (VERSION_1 / "network.npz").read_bytes()],
        "drawings": [drawings[0], (VERSION_1 / "drawings.jsonl").read_bytes()],
        "packed": [drawings[1], (VERSION_1 / "drawings.jsonl.gz").read_bytes()],
        "settings": [_settings()],
        "journal": [_journal()[JOURNAL]],
    }


@cache
def journal_weights() -> dict[str, bytes]:
    """Return the files of weights and moments that the journal speaks of, by their places in its folder."""
    return {name: data for name, data in _journal().items() if name != JOURNAL}


def small_session() -> SavedSession:
    """Return a session with a run that is finished, one that can go on, drawings, and something of all else."""
    runs = []
    for number, batches in enumerate((30, 7)):
        rng = np.random.default_rng(number)
        run = Run(number, f"Run {number}", SMALL)
        run.history.extend(rng.random(batches, np.float32), 1.5)
        run.history.accuracies = [(0, 0.1), (min(batches, 10), 0.5)]
        run.history.sample_accuracies = [(3, 0.25)]
        run.history.add_rate_change(0.01)
        run.history.add_intervention(Intervention(4, How.BATCHES, 3, (3, 5), alone=bool(number)))
        if run.finished:
            run.history.add_intervention(Intervention(20, How.EPOCH))
        run.probabilities.extend(np.arange(3), rng.dirichlet(np.ones(10), 3))
        run.probabilities.add_gap(5)
        snapshot = replace(untrained(SMALL), updates=batches)
        slots = tuple(
            np.asarray(rng.random(shape) * 9, dtype)
            for dtype, shape in slot_specs(SMALL.architecture, SMALL.optimizer)
        )
        run.take_checkpoint(Checkpoint(snapshot, slots, 0.01))
        for count in (0, 3, 7)[: 3 - number]:
            run.keep_moment(Moment(replace(untrained(replace(SMALL, seed=count)), updates=count)))
        runs.append(run)
    digits = tuple(LabelledDrawing(sample_digit(digit), digit, "a class", digit + 1) for digit in range(5))
    class_set = ClassSet(digits[:4], (LabelledDrawing(sample_digit(6), 0), digits[4]))
    queue = KeptPlan(Plan(SMALL), run=0), KeptPlan(Plan(SMALL, attempt=Attempt(Kind.RATES, 1)))
    return SavedSession(tuple(runs), (sample_digit(3), sample_digit(5)), 1, SMALL, 1, 0, class_set, queue)


def _journal() -> dict[str, bytes]:
    """Return the files of a folder into which a session was written bit by bit, by their places in it."""
    session = small_session()
    digits = session.class_set
    more = LabelledDrawing(sample_digit(8), 8, "a guest", 7)
    states = (
        SavedSession(class_set=digits),
        session,
        replace(session, class_set=digits.with_added([more]), drawings=(*session.drawings, sample_digit(1))),
        replace(session, class_set=digits.with_added([more]).decided([1, 4], 7), page=0),
        replace(session, class_set=digits.with_added([more]).without([0, 2])),
        replace(session, class_set=ClassSet((*digits.drawings, *digits.aside)), runs=session.runs[::-1]),
    )
    with tempfile.TemporaryDirectory() as name:
        journal = Journal(Path(name))
        for state in states:
            journal.write(state)
        files = [path for path in Path(name).rglob("*") if path.is_file()]
        return {path.relative_to(name).as_posix(): path.read_bytes() for path in files}


def _session(path: Path, session: SavedSession) -> bytes:
    save_session(path, session)
    return path.read_bytes()


def _network(path: Path, network: SavedNetwork, precision: str) -> bytes:
    save_network(path, network, precision)
    return path.read_bytes()


def _drawings(path: Path) -> bytes:
    drawings = [LabelledDrawing(sample_digit(digit), digit, "an example", digit + 1) for digit in (2, 4)]
    write_drawings(path, drawings)
    return path.read_bytes()


def _settings() -> bytes:
    recipe = json.dumps(SMALL.as_dict()).replace('"', '\\"')
    lines = ["[training]", f'recipe="{recipe}"', "pace=20", "[view]", 'states="{\\"loss\\": {}}"', "text_size=125"]
    return "\n".join([*lines, "language=vi", "scheme=dark", "[files]", "folder=/", "moments=yes"]).encode()
