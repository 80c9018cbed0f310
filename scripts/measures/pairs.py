"""Puts digits of a file side by side, and dots beside them: how many are told apart, and read as when alone."""

import statistics
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.arrays import Mask, Places
from digitpad.document.reading import glyphs
from digitpad.drawing.grouping import Grouping, grouped
from digitpad.drawing.stroke_files import read_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing, Points
from digitpad.network.snapshot import Snapshot

PAIRS = 500
SEED = 0
HEIGHTS = (0.7, 1.4)
"""Of the right digit, as a share of the left one's."""
GAPS = (0.1, 0.5)
"""Between the boxes of both, as a share of their mean height."""
TOUCHING, TOUCHING_GAPS = 0.1, (-0.05, 0.1)
"""Share of the pairs that stand closer still, and how close."""
BASELINE = 0.15
"""How far the right digit may stand higher or lower, in heights of the left one."""

DOTS = (1, 3)
DOT_LENGTH = 0.01
"""At most, as a share of the canvas: 4 of 400 pixels."""
SIZES = {"ordinary": 0.6, "quarter": 0.25}
"""Longer side of a digit as a share of the canvas."""
FAR = 0.3
"""Of its longer side, from its box to a dot."""

FIGURES = ("split", "two", "parted", "both_right", "both_right_alone", *(f"kept_{name}" for name in SIZES))


def grouping_figures(path: Path, snapshot: Snapshot) -> dict[str, float]:
    """Return what becomes of a file's digits alone, in pairs, and beside dots: shares of 1."""
    entries = [entry for entry in read_drawings(path) if entry.label is not None]
    return {"split": split(entries), **pairs(entries, snapshot), **strays(entries, snapshot)}


def split(entries: list[LabelledDrawing]) -> float:
    """Return the share of single digits that are taken for several, or lose a part."""
    groupings = [grouped(entry.drawing) for entry in entries]
    return 1 - statistics.mean(len(found.groups) == 1 and not found.strays for found in groupings)


def pairs(entries: list[LabelledDrawing], snapshot: Snapshot) -> dict[str, float]:
    """Return how many pairs are seen as two, are parted where they should be, and are both read right.

    The last is told of those that are seen as two, and of the same digits alone.
    """
    rng = np.random.default_rng(SEED)
    places = rng.integers(0, len(entries), (PAIRS, 2))
    both = [side_by_side(entries[left].drawing, entries[right].drawing, rng) for left, right in places]
    found = [grouped(drawing) for drawing in both]
    as_drawn = [
        Grouping((tuple(range(count)), tuple(range(count, len(drawing.strokes)))))
        for drawing, count in zip(both, (len(entries[left].drawing.strokes) for left, _ in places), strict=True)
    ]
    two = [number for number, grouping in enumerate(found) if len(grouping.groups) == 2]
    digits = [digit for number in two for digit in found[number].drawings(both[number])]
    labels = np.array([entry.label for entry in entries])
    right = snapshot.probabilities(glyphs(digits)).argmax(axis=1) == labels[places[two].reshape(-1)]
    return {
        "two": len(two) / PAIRS,
        "parted": statistics.mean(grouping == drawn for grouping, drawn in zip(found, as_drawn, strict=True)),
        "both_right": float(right.reshape(-1, 2).all(axis=1).mean()),
        "both_right_alone": float(_right(entries, snapshot)[places[two]].all(axis=1).mean()),
    }


def side_by_side(left: Drawing, right: Drawing, rng: np.random.Generator) -> Drawing:
    """Return two digits of similar height in one drawing, the right one's strokes last."""
    height = np.exp(rng.uniform(*np.log(HEIGHTS)))
    gap = rng.uniform(*(TOUCHING_GAPS if rng.random() < TOUCHING else GAPS)) * (1 + height) / 2
    first, width = _standing(left)
    second, _ = _standing(right)
    moved = np.array([width + gap, rng.uniform(-BASELINE, BASELINE)])
    return Drawing.of([*first, *(stroke * height + moved for stroke in second)])


def _standing(drawing: Drawing) -> tuple[list[Points], float]:
    """Return strokes on the line y = 0, from x = 0 and 1 high, and their width; a lying digit is lower."""
    left, top, right, bottom = drawing.box()
    height = max(bottom - top, (right - left) / 2)
    return [(stroke - [left, bottom]) / height for stroke in drawing.strokes], (right - left) / height


def strays(entries: list[LabelledDrawing], snapshot: Snapshot) -> dict[str, float]:
    """Return how many digits of each size are answered beside dots as they are without."""
    rng = np.random.default_rng(SEED)
    alone = _answers([entry.drawing for entry in entries], snapshot)
    kept = {}
    for name, size in SIZES.items():
        dotted = [with_dots(entry.drawing, size, rng) for entry in entries]
        kept[f"kept_{name}"] = float((_answers(dotted, snapshot) == alone).mean())
    return kept


def with_dots(drawing: Drawing, size: float, rng: np.random.Generator) -> Drawing:
    """Return a digit of this size somewhere on the canvas, and some dots far from it, before and after it."""
    left, top, right, bottom = drawing.box()
    longer = max(right - left, bottom - top)
    extent = np.array([right - left, bottom - top]) / longer * size
    corner = rng.uniform(0, 1 - extent)
    digit = [(stroke - [left, top]) / longer * size + corner for stroke in drawing.strokes]
    dots: list[Points] = []
    count = rng.integers(DOTS[0], DOTS[1] + 1)
    while len(dots) < count:
        place = rng.uniform(0, 1, 2)
        if np.maximum(corner - place, place - corner - extent).max() >= FAR * size:
            dots.append(place + rng.uniform(-DOT_LENGTH / 2, DOT_LENGTH / 2, (rng.integers(1, 3), 2)))
    before = int(rng.integers(0, count + 1))
    return Drawing.of([*dots[:before], *digit, *dots[before:]])


def _answers(drawings: list[Drawing], snapshot: Snapshot) -> Places:
    return np.asarray(snapshot.probabilities(glyphs(drawings)).argmax(axis=1))


def _right(entries: list[LabelledDrawing], snapshot: Snapshot) -> Mask:
    labels = np.array([entry.label for entry in entries])
    return np.asarray(_answers([entry.drawing for entry in entries], snapshot) == labels)


def grouping_table(runs: list[dict[str, Any]]) -> str:
    """Return the mean figures of the runs, a line for each file, as a Markdown table."""
    lines = [
        f"| drawings | split or docked | of {PAIRS} pairs seen as two | … parted as drawn | … both read right "
        "| the same alone | beside dots answered as without | … of a quarter of the canvas |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name in runs[0]["grouping"]:
        means = (statistics.mean(run["grouping"][name][figure] for run in runs) for figure in FIGURES)
        lines.append(f"| {name} | " + " | ".join(f"{100 * mean:.2f} %" for mean in means) + " |")
    return "\n".join(lines)
