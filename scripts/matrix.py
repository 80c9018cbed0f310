"""Pictures of every view and mode on every screen, in both languages and both schemes, and what is wrong in them.

Usage: python scripts/matrix.py FOLDER LANGUAGE RATIO SCREEN [SCHEME], one process a screen, which Qt reads when it
begins: its logical size, as 1366x768, and how many pixels a logical one has on a side; light or dark, else both,
or turns: each mode in the other one than the mode before.
``scripts/build_pictures.py --matrix FOLDER`` starts one for each.

Prints what is wrong, a line each: text that is cut or written over another, whoever paints it, letters too low for
the last row, a plot that is too small, too little contrast, tooltips that are not translated, too wide or HTML.
The exit code is 1 if there is anything.
"""

import argparse
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Set
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
importlib.import_module("digitpad.app").prepare_process()
importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else

from looking import tooltips  # noqa: E402
from looking.colors import pale  # noqa: E402
from looking.letters import Letters  # noqa: E402
from looking.shown import shown  # noqa: E402
from looking.texts import CAP_SHARE, cut, cut_marks, too_low  # noqa: E402
from measures.visit import loss_view, new_settings, new_window  # noqa: E402
from measures.waiting import wait  # noqa: E402
from picturing.class_modes import class_modes  # noqa: E402
from picturing.experiment_modes import experiment_modes  # noqa: E402
from picturing.inside_modes import inside_modes  # noqa: E402
from picturing.modes import LARGE, WIDE_ENOUGH, fill, modes, step_modes, test_modes  # noqa: E402
from picturing.schemes import BOTH, TURNS, Schemes  # noqa: E402
from picturing.several_modes import several_modes  # noqa: E402
from PySide6.QtCore import QRect, QSize  # noqa: E402

from digitpad.errors import UserError  # noqa: E402
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.ui.theme import choose_scheme, choose_text_size  # noqa: E402
from digitpad.workspace.wording.language import LANGUAGES, speak  # noqa: E402

PANEL = 48
"""Logical pixels that a system's panel takes of a screen."""

PLOT_SHARES = {"loss": 0.55, "history": 0.45, "message": 0.45}
"""Least share of the window's height that the losses have: alone, with the strip below, and with a message too."""

SETTLING_MS = 50
"""Until words and letters that change have their room."""

LOOK_MS = 20
"""Between two looks at a window whose letters and rooms give way to one another, each within a frame."""

RESTING, MOST_LOOKS = 3, 150
"""So many looks alike say that it rests; after so many it is taken as it is."""

QUICKLY = 80
"""How a picture is packed: by zlib's first level, in a third of the time and a quarter more of the disk."""

NAMES = ("Anna & 'I'", "Ben <b>B</b>")
"""Runs may be called so, and then they are called so wherever they are named."""

LONG_PATH = "/media/school/" + "a_lesson_with_a_long_name" * 8 + "/3.digitpad"
"""Of a file that is not there, which a sentence says."""


def take_size(window: MainWindow, size: QSize) -> None:
    """Give a window this size and wait; once more where what was shown before had not yet given way."""
    window.resize(size)
    come_to_rest(window)
    if window.size() != size:
        window.resize(size)
        come_to_rest(window)


def come_to_rest(window: MainWindow) -> None:
    """Wait until no widget has moved for a while: letters and rooms that change give way to one another."""
    seen: list[list[QRect]] = []
    while len(seen) < MOST_LOOKS and (len(seen) < RESTING or any(seen[-1] != one for one in seen[-RESTING:])):
        wait(LOOK_MS)
        seen.append([QRect(corner, widget.size()) for widget, corner in shown(window)])


def pictures(folder: Path, language: str, ratio: int, screen: QSize, schemes: Schemes) -> Iterator[str]:
    """Take all pictures of one screen; yield what is wrong in them."""
    window = new_window(new_settings())
    fill(window)
    tips, letters = set[str](), Letters()
    looks = modes, several_modes, test_modes, class_modes, inside_modes, step_modes, experiment_modes
    for found in (look(window, schemes) for look in looks):
        for scheme, mode in found:
            is_projected = mode.startswith("projector")
            size = QSize(screen.width(), screen.height() - (0 if is_projected else PANEL))
            take_size(window, size)
            plot = loss_view(window).plot
            plot.redraw()
            window.grab()
            plot.plot.still.complete()
            name = f"{screen.width() * ratio}x{screen.height() * ratio}-{language}-{scheme}-{mode}"
            picture = window.grab()
            picture.save(str(folder / f"{name}.png"), "PNG", QUICKLY)
            if window.size() != size:
                yield f"{name}: the window cannot be smaller than {window.width()} × {window.height()}"
            yield from (f"{name}: {problem}" for problem in cut(window))
            least = CAP_SHARE * screen.height() if is_projected else 0.0
            yield from (f"{name}: {problem}" for problem in letters.problems(window, picture.toImage(), least))
            if is_projected:
                yield from (f"{name}: {problem}" for problem in too_low(window, screen.height()))
            yield from (f"{name}: {problem}" for problem in cut_marks(plot.plot))
            share = plot.plot.height() / window.height()
            if share < PLOT_SHARES.get(mode, 0):
                yield f"{name}: the plot has {share:.1%} of the window's height"
            if schemes.first in (None, scheme) and "step-" not in mode:  # what the acts have, the view has
                yield from (f"{name}: {problem}" for problem in untranslated(window, language, tips))
                tips |= set(tooltips.tips_of(window).values())
    yield from wrong_tips(window, tips)
    choose_scheme("system")
    window.close()


def untranslated(window: MainWindow, language: str, known: Set[str] = frozenset()) -> Iterator[str]:
    """Name the tooltips that stay what they are in English, but for ``known`` ones, which were looked at."""
    ours = {owner: text for owner, text in tooltips.tips_of(window).items() if text not in known}
    if language != "en" and ours:
        speak("en")
        wait(SETTLING_MS)
        names = {run.name for run in window.workspace.runs.runs}
        yield from tooltips.same(ours, tooltips.tips_of(window), names)
        speak(language)
        wait(SETTLING_MS)


def wrong_tips(window: MainWindow, tips: set[str]) -> Iterator[str]:
    """Name the tooltips that are too wide for the screen, in large letters if they have room, or read as HTML."""
    for run, name in zip(window.workspace.runs.runs[::-1], NAMES, strict=False):
        window.workspace.runs.rename(run, name)
    window.workspace.commands.failed.emit(UserError("file-not-found", path=LONG_PATH, what="…"))
    for key in window.views.views:
        window.area.show_view(key)
        wait(SETTLING_MS)
        tips |= set(tooltips.tips_of(window).values())
    for text in sorted(tips):
        yield from tooltips.surprises(text, NAMES)
    choose_text_size(LARGE if window.width() >= WIDE_ENOUGH else 100)
    wait(SETTLING_MS)
    yield from tooltips.too_wide(window, tips)


def plug_in(width: int, height: int, ratio: int) -> None:
    """Let Qt, before it begins, find a screen of this logical size; it is that of projector mode."""
    screen = {"name": "projector", "x": 0, "y": 0, "width": width * ratio, "height": height * ratio}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False, encoding="utf-8") as file:
        json.dump({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}, file)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"
    os.environ["QT_SCALE_FACTOR"] = str(ratio)


def size_of(text: str) -> QSize:
    """Read a screen's size, as 1366x768. Raises ValueError."""
    width, height = map(int, text.split("x"))
    return QSize(width, height)


def asked_for() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("language", choices=list(LANGUAGES), metavar="LANGUAGE", help=", ".join(LANGUAGES))
    parser.add_argument("ratio", type=int, metavar="RATIO", help="pixels that a logical one has on a side: 1 or 2")
    parser.add_argument("screen", type=size_of, metavar="SCREEN", help="its logical size, as 1366x768")
    parser.add_argument("schemes", nargs="*", metavar="SCHEME", help="light, dark or turns (default: both)")
    options = parser.parse_args()
    if not set(options.schemes) <= set(BOTH) and options.schemes != [TURNS]:
        parser.error(f"a scheme is {', '.join(BOTH)} or {TURNS}, not {' '.join(options.schemes)}")
    return options


def main() -> int:
    """Take the pictures of a screen, print what is wrong; return the exit code."""
    options = asked_for()
    plug_in(options.screen.width(), options.screen.height(), options.ratio)
    make_application()
    speak(options.language)
    options.folder.mkdir(parents=True, exist_ok=True)
    schemes = Schemes(options.schemes or BOTH)
    problems = sorted(pale())
    problems += pictures(options.folder, options.language, options.ratio, options.screen, schemes)
    for problem in dict.fromkeys(problems):
        print(problem, flush=True)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
