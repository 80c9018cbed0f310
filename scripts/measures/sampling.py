"""How far a share of right answers moves by chance: had other people written, or the same people once more."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from digitpad.arrays import Doubles, Mask
from digitpad.document.reading import glyphs
from digitpad.drawing.stroke_files import read_drawings
from digitpad.network.snapshot import Snapshot

Errors = dict[str, dict[str, float]]


class Sampling:
    """Hears which drawings of each file each network reads right, and says what errors their share has."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = {
            path.name: [entry for entry in read_drawings(path) if entry.label is not None] for path in files
        }
        self._pictures = {name: glyphs([entry.drawing for entry in file]) for name, file in self._files.items()}
        self._right: dict[str, list[Mask]] = defaultdict(list)

    def hear(self, snapshot: Snapshot) -> None:
        """Have a further network read all files."""
        for name, file in self._files.items():
            answers = snapshot.probabilities(self._pictures[name]).argmax(axis=1)
            self._right[name].append(answers == np.array([entry.label for entry in file]))

    def errors(self) -> Errors:
        """Return how many drawings each file has, and writers, if known; and standard errors, shares of 1."""
        found: Errors = {}
        for name, file in self._files.items():
            right = np.mean(self._right[name], axis=0)
            writers = [str(entry.pen or entry.source) for entry in file]
            found[name] = {"drawings": len(file), "by_drawing": standard_error(right, range(len(file)))}
            if len(set(writers)) > 1:
                found[name] |= {"writers": len(set(writers)), "by_writer": standard_error(right, writers)}
        return found


def standard_error(right: Doubles, groups: Sequence[object]) -> float:
    """Return the standard error of the mean of ``right`` (n,), had other ``groups`` (n,) been drawn; nan for one.

    Drawings of one writer are alike: whoever writes one 9 as nobody else does writes all so. Liang and Zeger's
    estimate (1986), which takes the groups for independent, not what is in them.
    """
    names = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    count = len(names)
    if count < 2:
        return float("nan")
    away = np.bincount([names[group] for group in groups], right - right.mean())
    return float(np.sqrt(count / (count - 1) * np.square(away).sum()) / len(right))


def sampling_lines(errors: Errors) -> list[str]:
    """Return a sentence for each file."""
    return [
        f"{name}: {found['drawings']:,} drawings; had others been drawn, the mean's standard error is "
        f"{100 * found['by_drawing']:.2f} points"
        + (
            f", had other writers than these {found['writers']} drawn, {100 * found['by_writer']:.2f}."
            if "writers" in found
            else "; who wrote them is not known."
        )
        for name, found in errors.items()
    ]
