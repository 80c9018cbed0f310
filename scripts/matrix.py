"""Pictures of every view and mode on every screen, in both languages and both schemes, and what is wrong in them.

Usage: python scripts/matrix.py [--folder FOLDER] RATIO SCREEN [SCHEME], one process a screen, which Qt reads when
it begins: its logical size, as 1366x768, and how many pixels a logical one has on a side; light or dark, else
both, or turns: each mode in the other one than the mode before. Without a folder no picture is kept.
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
from PySide6.QtGui import QImage  # noqa: E402

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


def pictures(folder: Path | None, ratio: int, screen: QSize, schemes: Schemes) -> Iterator[str]:
    """Show every mode in every language on one screen, take its picture; yield what is wrong in it."""
    window = new_window(new_settings())
    fill(window)
    tips, letters, languages = set[str](), Letters(), list(LANGUAGES)
    looks = modes, several_modes, test_modes, class_modes, inside_modes, step_modes, experiment_modes
    for found in (look(window, schemes) for look in looks):
        for scheme, mode in found:
            said: dict[str, tooltips.Tips] = {}
            for language in languages:
                speak(language)
                size = take_room(window, screen, mode)
                name = f"{screen.width() * ratio}x{screen.height() * ratio}-{language}-{scheme}-{mode}"
                picture = take_picture(window, folder and folder / f"{name}.png")
                found_out = problems_of(window, mode, size, screen, letters, picture)
                yield from (f"{name}: {problem}" for problem in found_out)
                if schemes.first in (None, scheme) and "step-" not in mode:  # what the acts have, the view has
                    said[language] = tooltips.tips_of(window)
            yield from (f"{mode}: {problem}" for problem in untranslated(window, said, tips))
            tips |= {text for spoken in said.values() for text in spoken.values()}
            languages.reverse()
    yield from wrong_tips(window, tips)
    choose_scheme("system")
    window.close()


def take_room(window: MainWindow, screen: QSize, mode: str) -> QSize:
    """Give the window all of the screen but for the system's panel; return that size."""
    size = QSize(screen.width(), screen.height() - (0 if is_projected(mode) else PANEL))
    take_size(window, size)
    return size


def is_projected(mode: str) -> bool:
    """Say whether a mode is one of projector mode's."""
    return mode.startswith("projector")


def take_picture(window: MainWindow, path: Path | None) -> QImage:
    """Have all of the window painted, return how that looks, and keep the picture if it has a place."""
    plot = loss_view(window).plot
    if plot.plot.isVisible():
        plot.redraw()
        plot.plot.grab()  # which begins with the curves that do not change
        plot.plot.still.complete()
    picture = window.grab()
    if path is not None:
        picture.save(str(path), "PNG", QUICKLY)
    return picture.toImage()


def problems_of(
    window: MainWindow, mode: str, size: QSize, screen: QSize, letters: Letters, picture: QImage
) -> Iterator[str]:
    """Name what is wrong in what the window shows, but for its tooltips; ``picture`` was just taken of it."""
    plot, least = loss_view(window).plot.plot, CAP_SHARE * screen.height() if is_projected(mode) else 0.0
    if window.size() != size:
        yield f"the window cannot be smaller than {window.width()} × {window.height()}"
    yield from cut(window)
    yield from letters.problems(window, picture, least)
    if is_projected(mode):
        yield from too_low(window, screen.height())
    yield from cut_marks(plot)
    share = plot.height() / window.height()
    if share < PLOT_SHARES.get(mode, 0):
        yield f"the plot has {share:.1%} of the window's height"


def untranslated(
    window: MainWindow, said: dict[str, tooltips.Tips], known: Set[str] = frozenset()
) -> Iterator[str]:
    """Name the tooltips that are in another language what they are in English, but for ``known`` ones."""
    names = {run.name for run in window.workspace.runs.runs}
    english = said.get("en", {})
    for language in said.keys() - {"en"}:
        ours = {owner: text for owner, text in said[language].items() if text not in known}
        yield from tooltips.same(ours, english, names)


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
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="where the pictures go (default: nowhere)")
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
    if options.folder is not None:
        options.folder.mkdir(parents=True, exist_ok=True)
    schemes = Schemes(options.schemes or BOTH)
    problems = sorted(pale())
    problems += pictures(options.folder, options.ratio, options.screen, schemes)
    for problem in dict.fromkeys(problems):
        print(problem, flush=True)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
