"""Kill the real, training window again and again: is all work older than two seconds offered, and whole?

Usage: python scripts/kills.py [--kills N] [--seed S]

Off-screen, each time in a process and a store of its own: a run trains at full speed, a digit is drawn every
second, and at a moment drawn by lot the process is killed. Prints what was lost; exits with 1 if anything older
was. Takes ten to twenty seconds a kill, most of them TensorFlow's import.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent
ROOT = SCRIPTS.parent
sys.path[:0] = [str(SCRIPTS), str(ROOT)]

from digitpad.errors import UserError  # noqa: E402  # once it can be found
from digitpad.workspace.keeping import store  # noqa: E402
from digitpad.workspace.wording.sentences import sentence  # noqa: E402

SAFE_SECONDS = 2.0
LONGEST = 8.0
"""Seconds of training before a kill, at most."""

WINDOW = """
import json, sys, time
sys.path[:0] = [{scripts!r}, {root!r}]
from digitpad.app import prepare_process
prepare_process()
from PySide6.QtCore import QSettings, QTimer
from digitpad.drawing.samples import sample_digit
from digitpad.engines.pacing import FULL
from digitpad.runs.recipe import Recipe
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
settings.pace = FULL
window = MainWindow(settings)
window.show()
space = window.workspace
space.draft.write(Recipe(epochs=1000))
drawn = 0

def draw():
    global drawn
    space.board.clear()
    space.board.set_drawing(sample_digit(drawn % 10), lambda: "")
    drawn += 1

def tell():
    run = space.runs.current
    losses = len(run.history) if run else 0
    pages = len(space.sketchbook.with_canvas()[0])
    print(json.dumps([time.time(), losses, pages]), flush=True)

draw()
timers = [QTimer(), QTimer()]
for timer, act, interval in zip(timers, (draw, tell), (1000, 50)):
    timer.timeout.connect(act)
    timer.start(interval)
window.load_tensorflow()
window.actions_["train"].trigger()
sys.exit(application.exec())
"""


@dataclass(frozen=True)
class Loss:
    """What a kill has cost, in seconds: of losses, of drawings, and of the weights that the run goes on from."""

    losses: float
    drawings: float
    weights: float


def killed(moment: float) -> Loss:
    """Let a window train for so many seconds, kill it, and return what its store has lost.

    Raises UserError if what is offered cannot be read, RuntimeError if nothing is offered.
    """
    with tempfile.TemporaryDirectory(prefix="digitpad-kills-") as folder:
        settings = Path(folder) / "settings.ini"
        program = WINDOW.format(scripts=str(SCRIPTS), root=str(ROOT))
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(settings)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with process:
            assert process.stdout is not None
            said: list[list[float]] = []
            end = float("inf")
            while time.time() < end:
                said.append(json.loads(process.stdout.readline()))
                if said[-1][1] and end == float("inf"):
                    end = time.time() + moment
            process.kill()
            died = time.time()
        offered = [entry for entry in store.entries(Path(folder) / "digitpad" / "sessions") if not entry.summary]
        if len(offered) != 1 or (lock := offered[0].claim()) is None:
            raise RuntimeError(f"{len(offered)} sessions are offered")
        session = offered[0].read()
        lock.unlock()
        run = session.runs[-1] if session.runs else None
        trained, kept = (len(run.history), run.checkpoint) if run else (0, None)
        updates = kept.snapshot.updates if kept else 0
        return Loss(
            lost(said, 1, trained, died), lost(said, 2, len(session.drawings), died), lost(said, 1, updates, died)
        )


def lost(said: list[list[float]], what: int, kept: int, died: float) -> float:
    """Return how old the oldest thing is, in seconds before the end, that was there and was not kept."""
    missing = [line[0] for line in said if line[what] > kept]
    return died - min(missing) if missing else 0.0


def main() -> int:
    """Kill as often as asked for; say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    moments = random.Random(options.seed)
    found: list[Loss] = []
    broken = 0
    for number in range(options.kills):
        try:
            found.append(killed(moments.uniform(0.0, LONGEST)))
            print(f"{number + 1}: {found[-1]}", flush=True)
        except (UserError, RuntimeError) as problem:
            broken += 1
            print(f"{number + 1}: {sentence(problem) if isinstance(problem, UserError) else problem}", flush=True)
    late = sum(max(loss.losses, loss.drawings) > SAFE_SECONDS for loss in found)
    print(
        f"\n{options.kills} kills: {broken} without a whole session, {late} lost what was older than two seconds."
    )
    for name in ("losses", "drawings", "weights"):
        values = sorted(getattr(loss, name) for loss in found)
        if values:
            print(f"{name}: lost {values[len(values) // 2]:.1f} s in the median, {values[-1]:.1f} s at most")
    return int(broken + late > 0)


if __name__ == "__main__":
    raise SystemExit(main())
