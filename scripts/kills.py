"""Kill the real, training window again and again: is all work older than two seconds offered, and whole?

Usage: python scripts/kills.py [--kills N] [--seed S] [--kind training|collecting]

Off-screen, each time in a process and a store of its own: a run trains at full speed, a digit is drawn every
second, and at a moment drawn by lot the process is killed. Prints what was lost; exits with 1 if anything older
was. Takes ten to twenty seconds a kill, most of them TensorFlow's import. Or a class collects its digits, three a
second, relabels, drops and takes back: then no more may be lost than the last change.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent
ROOT = SCRIPTS.parent
sys.path[:0] = [str(SCRIPTS), str(ROOT)]

from digitpad.document.classroom.class_set import content_hash  # noqa: E402  # once it can be found
from digitpad.document.session_file import SavedSession  # noqa: E402
from digitpad.errors import UserError  # noqa: E402
from digitpad.workspace.keeping import store  # noqa: E402
from digitpad.workspace.wording.sentences import sentence  # noqa: E402

SAFE_SECONDS = 2.0
LONGEST = 8.0
"""Seconds of training, or of collecting, before a kill, at most."""
FIRST_DIGITS = 1.0
"""Seconds in which the class's first digit is written down, and its folder made."""

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


COLLECTING = """
import json, random, sys, time
sys.path[:0] = [{scripts!r}, {root!r}]
from digitpad.app import prepare_process
prepare_process()
from measures.visit import mouse
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from digitpad.document.classroom.class_set import content_hash
from digitpad.drawing.samples import sample_digit
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
chance = random.Random(sys.argv[1])
space = window.workspace
digits = space.class_drawings

def tell():
    print(json.dumps([time.time(), content_hash(digits.content.everything)]), flush=True)

def press(key):
    QTest.keyClick(window.canvas, key)

def draw():
    if chance.random() < 0.1:
        press(Qt.Key.Key_Backspace)
        tell()
    shift = [chance.uniform(-0.1, 0.1), chance.uniform(-0.1, 0.1)]
    for stroke in sample_digit(space.collector.prompt).strokes:
        mouse(window, QEvent.Type.MouseButtonPress, stroke[0] + shift)
        for point in stroke[1:]:
            mouse(window, QEvent.Type.MouseMove, point + shift)
        mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1] + shift)
    timer.singleShot(chance.randrange(50, 200), take)

def take():
    press(Qt.Key.Key_Return)
    tell()
    act = chance.random()
    if act < 0.1 and len(digits) > 4:
        digits.drop(chance.sample(range(len(digits)), 3))
    elif act < 0.2 and len(digits):
        digits.relabel([chance.randrange(len(digits))], chance.randrange(10))
    elif act < 0.3:
        window.actions_["pass_pen"].trigger()
    tell()
    timer.singleShot(chance.randrange(50, 200), draw)

window.actions_["collect"].trigger()
timer = QTimer()
timer.singleShot(0, draw)
sys.exit(application.exec())
"""


@dataclass(frozen=True)
class Loss:
    """What a kill has cost, in seconds: of losses, of drawings, and of the weights that the run goes on from."""

    losses: float
    drawings: float
    weights: float

    @property
    def is_too_much(self) -> bool:
        """Whether anything older than it may be was lost."""
        return max(self.losses, self.drawings) > SAFE_SECONDS


@dataclass(frozen=True)
class Missing:
    """What a kill has cost a class that collects digits: how many changes, and how old the oldest of them was."""

    changes: int
    seconds: float

    @property
    def is_too_much(self) -> bool:
        """Whether more was lost than what was under the pen."""
        return self.changes > 1


Said = list[list[Any]]


def killed(program: str, begun: Callable[[list[Any]], bool], moment: float) -> tuple[Said, float, SavedSession]:
    """Let a window work for so many seconds once it has begun, and kill it.

    Returns what it has said, when it died, and what is offered of it. Raises UserError if that cannot be read,
    RuntimeError if nothing is offered.
    """
    with tempfile.TemporaryDirectory(prefix="digitpad-kills-") as folder:
        settings = Path(folder) / "settings.ini"
        process = subprocess.Popen(
            [sys.executable, "-c", program.format(scripts=str(SCRIPTS), root=str(ROOT)), str(settings)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        with process:
            assert process.stdout is not None
            said: Said = []
            executioner: threading.Timer | None = None
            for line in process.stdout:
                if line.endswith("\n"):
                    said.append(json.loads(line))
                if executioner is None and begun(said[-1]):
                    end = time.time() + moment
                    executioner = threading.Timer(moment, process.kill)
                    executioner.start()
        if executioner is None:
            raise RuntimeError("the window ended by itself")
        died = max(end, said[-1][0])
        offered = [entry for entry in store.entries(Path(folder) / "digitpad" / "sessions") if not entry.summary]
        if len(offered) != 1 or (lock := offered[0].claim()) is None:
            raise RuntimeError(f"{len(offered)} sessions are offered")
        session = offered[0].read()
        lock.unlock()
        return said, died, session


def killed_training(moment: float) -> Loss:
    """Return what a window has lost that was killed while it trained."""
    said, died, session = killed(WINDOW, lambda line: bool(line[1]), moment)
    run = session.runs[-1] if session.runs else None
    trained, kept = (len(run.history), run.checkpoint) if run else (0, None)
    updates = kept.snapshot.updates if kept else 0
    return Loss(
        lost(said, 1, trained, died), lost(said, 2, len(session.drawings), died), lost(said, 1, updates, died)
    )


def killed_collecting(moment: float) -> Missing:
    """Return what a window has lost that was killed while a class collected digits.

    Raises RuntimeError if what is offered is nothing that the class ever had.
    """
    said, died, session = killed(COLLECTING, lambda line: True, FIRST_DIGITS + moment)
    kept = content_hash(session.class_set.everything)
    places = [place for place, line in enumerate(said) if line[1] == kept]
    if not places:
        raise RuntimeError("the class's digits are others than it ever had")
    missing = [line for before, line in pairwise(said[places[-1] :]) if before[1] != line[1]]
    return Missing(len(missing), died - missing[0][0] if missing else 0.0)


KINDS: dict[str, Callable[[float], Loss | Missing]] = {
    "training": killed_training,
    "collecting": killed_collecting,
}


def lost(said: Said, what: int, kept: int, died: float) -> float:
    """Return how old the oldest thing is, in seconds before the end, that was there and was not kept."""
    missing = [line[0] for line in said if line[what] > kept]
    return died - min(missing) if missing else 0.0


def main() -> int:
    """Kill as often as asked for; say what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", choices=list(KINDS), default="training")
    options = parser.parse_args()
    moments = random.Random(options.seed)
    found: list[Loss | Missing] = []
    broken = 0
    for number in range(options.kills):
        try:
            found.append(KINDS[options.kind](moments.uniform(0.0, LONGEST)))
            print(f"{number + 1}: {found[-1]}", flush=True)
        except (UserError, RuntimeError) as problem:
            broken += 1
            print(f"{number + 1}: {sentence(problem) if isinstance(problem, UserError) else problem}", flush=True)
    late = sum(loss.is_too_much for loss in found)
    print(f"\n{options.kills} kills: {broken} without a whole session, {late} lost more than they may.")
    for name in [part.name for part in fields(found[0])] if found else ():
        values = sorted(getattr(loss, name) for loss in found)
        print(f"{name}: lost {values[len(values) // 2]:.1f} in the median, {values[-1]:.1f} at most")
    return int(broken + late > 0)


if __name__ == "__main__":
    raise SystemExit(main())
