"""Pictures that are no digit: turned, cobbled and crossed ones, and strokes. ``digit_detectors.py`` learns them.

NumPy only. All are made of MNIST's images or drawn at random, none after letters or anybody's scribbles: those are
what is measured. Some show a digit by chance, which a network forgives.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from digitpad.arrays import CENTRE, SIDE, Doubles, Floats, Images, Integers, Labels
from digitpad.handwriting.sheet import OFFSET, PAPER, PIXEL, Sheet

Picture = NDArray[np.uint8]

BLOCK = 64
"""Drawn at a time: their sheets stay in the processor's cache."""

TURNS: tuple[tuple[Callable[[Picture], Picture], str], ...] = (
    (lambda picture: picture[:, ::-1], "018"),
    (lambda picture: picture[::-1], "0138"),
    (lambda picture: picture[::-1, ::-1], "0125689"),
    (lambda picture: picture.T[::-1], "018"),
    (lambda picture: picture.T[:, ::-1], "018"),
)
"""Mirrored, upside down, half and quarter turns; each with the digits that it leaves digits, or lets look so."""

CUT = (11, 18)
"""Row or column, of 28, where a picture goes on as another one."""

APART = (6, 9)
"""How far two digits that cross may lie apart, in px down and across."""

HALF_BOX = 11.0
"""Strokes are drawn so far around the centre, in px."""

GRID = 9.0
"""Distance of the places, in px, at which jagged strokes like to begin and to bend: so that many of them meet."""

PENS = (1.8, 3.0)
"""Stroke widths in px."""

SWINGS = 4
"""Of how many sines a winding stroke is made, down and across."""

STEPS = 20
"""Points, at most 1 px apart in all but the longest, on each part of a stroke."""


def draw_no_digits(images: Images, labels: Labels, count: int, seed: int) -> Images:
    """Draw ``count`` pictures, uint8 (count, 784), some of them made of ``images`` (n, 784) of digits (n,)."""
    rng = np.random.default_rng(seed)
    parts = rng.multinomial(count, SHARES)
    drawn = [draw(images, labels, int(part), rng) for draw, part in zip(DRAWERS, parts, strict=True)]
    return np.concatenate(drawn)


def turned(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return digits mirrored or turned so far that they are none any more."""
    pictures = np.empty((count, SIDE, SIDE), np.uint8)
    for place, kind in enumerate(rng.integers(len(TURNS), size=count)):
        turn, alike = TURNS[kind]
        chosen = rng.integers(len(images))
        while str(labels[chosen]) in alike:
            chosen = rng.integers(len(images))
        pictures[place] = turn(images[chosen].reshape(SIDE, SIDE))
    return _fitted(pictures)


def cobbled(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return one digit's upper or left part with the lower or right part of another."""
    first, second = _two_digits(labels, count, rng)
    cut = rng.integers(*CUT, size=count)[:, None, None]
    above = np.broadcast_to(np.arange(SIDE)[:, None] < cut, (count, SIDE, SIDE))
    is_first = np.where(rng.random(count)[:, None, None] < 0.5, above, above.transpose(0, 2, 1))
    pictures = images.reshape(-1, SIDE, SIDE)
    return _fitted(np.where(is_first, pictures[first], pictures[second]))


def crossed(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return two digits written over each other."""
    first, second = _two_digits(labels, count, rng)
    sheets = np.pad(images[first].reshape(-1, SIDE, SIDE), ((0, 0), (OFFSET, OFFSET), (OFFSET, OFFSET)))
    for sheet, picture in zip(sheets, images[second].reshape(-1, SIDE, SIDE), strict=True):
        down, across = (OFFSET + rng.integers(-far, far + 1) for far in APART)
        under = sheet[down : down + SIDE, across : across + SIDE]
        np.maximum(under, picture, out=under)
    return _sheets(sheets.astype(np.float32)).fitted()


def jagged(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return two to five lines and bows, most of which begin where the last one ends."""
    return _strokes(count, rng, _lines_and_bows)


def signs(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return two lines that cross in their middles, as in a plus sign or a times sign."""
    return _strokes(count, rng, _cross)


def smooth(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return one to three strokes that run smoothly through some places."""
    return _strokes(count, rng, _curves)


def winding(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return one to three strokes that swing to and fro, as a hand does that thinks of nothing."""
    return _strokes(count, rng, _swings)


def blots(images: Images, labels: Labels, count: int, rng: np.random.Generator) -> Images:
    """Return empty paper, and noise of all strengths."""
    noise = rng.random((count, SIDE * SIDE)) < rng.uniform(0, 0.6, (count, 1)) * (rng.random((count, 1)) < 0.8)
    return (noise * rng.integers(0, 256, noise.shape)).astype(np.uint8)


DRAWERS = (turned, cobbled, crossed, jagged, signs, smooth, winding, blots)
SHARES = (0.11, 0.16, 0.07, 0.25, 0.03, 0.23, 0.13, 0.02)
"""How many of all each of them draws."""


def _two_digits(labels: Labels, count: int, rng: np.random.Generator) -> tuple[Integers, Integers]:
    """Return numbers (count,) of images, twice, such that no two show the same digit."""
    first, second = rng.integers(len(labels), size=(2, count))
    while (same := labels[first] == labels[second]).any():
        second[same] = rng.integers(len(labels), size=same.sum())
    return first, second


def _lines_and_bows(rng: np.random.Generator) -> list[Doubles]:
    paths, last = [], _meeting_place(rng)
    for _ in range(rng.integers(2, 6)):
        start = last if rng.random() < 0.6 else _meeting_place(rng)
        last = _meeting_place(rng)
        bend = (start + last) / 2 + (rng.normal(0, GRID, 2) if rng.random() < 0.5 else 0)
        is_pointed = rng.random() < 0.5
        paths.append(_through(np.array([start, bend, last])) if is_pointed else _bow(start, bend, last))
    return paths


def _cross(rng: np.random.Generator) -> list[Doubles]:
    turn, between = rng.uniform(0, np.pi), rng.normal(np.pi / 2, 0.15)
    turn = rng.choice((0, np.pi / 4, turn))
    paths = []
    for angle in (turn, turn + between):
        half = HALF_BOX * rng.uniform(0.6, 1) * np.array([np.sin(angle), np.cos(angle)])
        paths.append(_through(np.array([-half, half])) + rng.normal(0, 0.8, 2))
    return paths


def _curves(rng: np.random.Generator) -> list[Doubles]:
    return [
        _through(rng.uniform(-HALF_BOX, HALF_BOX, (rng.integers(3, 8), 2)) + rng.uniform(-4, 4, 2))
        for _ in range(rng.choice((1, 2, 3), p=(0.55, 0.3, 0.15)))
    ]


def _swings(rng: np.random.Generator) -> list[Doubles]:
    paths = []
    for _ in range(rng.integers(1, 4)):
        swings = np.arange(1, SWINGS + 1)
        strengths, phases = rng.normal(0, 1 / swings, (2, SWINGS)), rng.uniform(0, 2 * np.pi, (2, SWINGS))
        t = np.linspace(0, 2 * np.pi * rng.uniform(0.2, 1), SWINGS * STEPS * 2)
        path = (strengths[:, None] * np.sin(t[:, None] * swings + phases[:, None])).sum(axis=2).T
        path -= (path.min(axis=0) + path.max(axis=0)) / 2
        path *= HALF_BOX * rng.uniform(0.5, 1) / np.abs(path).max()
        paths.append(path + rng.normal(0, HALF_BOX / 4, 2))
    return paths


def _meeting_place(rng: np.random.Generator) -> Doubles:
    place = rng.uniform(-HALF_BOX, HALF_BOX, 2)
    return np.asarray(np.rint(place / GRID) * GRID if rng.random() < 0.6 else place)


def _bow(start: Doubles, bend: Doubles, end: Doubles) -> Doubles:
    """Return points (steps, 2) on a quadratic Bézier curve."""
    t = np.linspace(0, 1, STEPS)[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end)


def _through(places: Doubles) -> Doubles:
    """Return points (steps, 2) on a Catmull-Rom spline through ``places`` (k, 2)."""
    around = np.concatenate([places[:1], places, places[-1:]])[:, None]
    before, here, there, after = around[:-3], around[1:-2], around[2:-1], around[3:]
    t = np.linspace(0, 1, STEPS)[:, None]
    points = 2 * here + (there - before) * t
    points = points + (2 * before - 5 * here + 4 * there - after) * t**2
    points = points + (3 * here - before - 3 * there + after) * t**3
    return np.asarray(points.reshape(-1, 2) / 2)


def _strokes(
    count: int, rng: np.random.Generator, paths: Callable[[np.random.Generator], list[Doubles]]
) -> Images:
    """Draw what ``paths`` returns, as points (y, x) in px from the centre, with a pen of random width."""
    drawn = [np.empty((0, SIDE * SIDE), np.uint8)]
    for start in range(0, count, BLOCK):
        sheets = np.zeros((min(BLOCK, count - start), PAPER, PAPER), np.float32)
        for sheet in sheets:
            points = np.concatenate(paths(rng)).astype(np.float32) + np.float32(CENTRE + OFFSET)
            y, x = ((PIXEL - points[:, axis, None]) ** 2 for axis in (0, 1))
            distance = np.sqrt((y[:, :, None] + x[:, None, :]).min(axis=0))
            sheet[:] = 255 * np.clip(rng.uniform(*PENS) / 2 - distance + 0.5, 0, 1)
        drawn.append(_sheets(sheets).fitted())
    return np.concatenate(drawn)


def _fitted(pictures: Picture) -> Images:
    """Take pictures (n, 28, 28) through MNIST's preparation once more, uint8 (n, 784)."""
    return _sheets(np.pad(pictures, ((0, 0), (OFFSET, OFFSET), (OFFSET, OFFSET))).astype(np.float32)).fitted()


def _sheets(sheets: Floats) -> Sheet:
    """Return sheets (n, 48, 48) that nothing more is drawn on: what is needed for that is left 0."""
    none = np.zeros(len(sheets), np.float32)
    return Sheet(sheets, none, none, none, none, none)
