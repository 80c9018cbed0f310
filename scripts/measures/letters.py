"""Letters that look like no digit, drawn from Debian's Hershey fonts: what nobody may surely call a digit.

The fonts are no part of the project: ``apt-get install hershey-fonts-data`` brings them.
"""

import string
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from digitpad.drawing.strokes import Drawing

FOLDER = Path("/usr/share/hershey-fonts")
PACKAGE = "hershey-fonts-data"

FONTS = (
    "cursive", "futural", "futuram", "rowmans", "rowmand", "rowmant",
    "scripts", "scriptc", "timesr", "timesrb", "timesi", "timesib",
)  # fmt: skip
"""Those of Latin letters that are neither Gothic nor Greek."""

LOOKALIKES = {
    "0": "OoQDCc",
    "1": "Iil",
    "2": "Zz",
    "4": "Yy",
    "5": "Ss",
    "6": "Gb",
    "7": "T",
    "8": "B",
    "9": "gq",
}
"""Letters that a hand, in one font or the other, writes as it writes a digit: these are left out."""

LETTERS = sorted(set(string.ascii_letters) - set("".join(LOOKALIKES.values())))

FIRST = ord(" ")
"""The character of a font's first line; each line is the next one."""

HEAD = 10
"""Characters of a line before its points: a number, how many points there are, left and right edge."""

PEN_UP = " R"


def letters() -> list[Drawing]:
    """Return the 31 letters of the 12 fonts; none, and say what to install, where these are not."""
    if not FOLDER.is_dir():
        print(f"no letters in {FOLDER}, so none are measured: apt-get install {PACKAGE}", file=sys.stderr)
        return []
    lines = [(FOLDER / f"{font}.jhf").read_text(encoding="ascii").splitlines() for font in FONTS]
    return [drawing(font[ord(letter) - FIRST]) for font in lines for letter in LETTERS]


def drawing(line: str) -> Drawing:
    """Return what a line of a .jhf file draws: pairs of characters, x and y seen from "R", or the pen lifted."""
    points = line[HEAD:]
    strokes: list[list[tuple[int, int]]] = [[]]
    for place in range(0, len(points) - 1, 2):
        pair = points[place : place + 2]
        if pair == PEN_UP:
            strokes.append([])
        else:
            strokes[-1].append((ord(pair[0]) - ord("R"), ord(pair[1]) - ord("R")))
    return Drawing.of([_floats(stroke) for stroke in strokes if stroke])


def _floats(stroke: list[tuple[int, int]]) -> npt.NDArray[np.floating]:
    return np.array(stroke, np.float64)
