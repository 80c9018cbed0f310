"""The first layer's units as pictures of their weights: their order, their one scale, sheets of them."""

import math

import numpy as np

from digitpad.arrays import PIXELS, SIDE, Doubles, Floats, Places

SHARE_SHOWN = 0.99
"""Share of the weights that the scale reaches: if it reached all, a few huge ones would leave the others pale."""

SAMPLED = 50_000
"""Weights that are looked at for the scale, about: all of a large layer would take as long as a picture of it."""

SHRINKING = 0.5
"""A scale is kept until half of it would do: colours that change at each refresh tell nothing."""

ROUNDING = 1e-6
"""Share by which a float32 may be above the number that it stands for."""

STEPS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0)
"""Where a scale may end, of each power of ten."""


def norms(weights: Floats) -> Floats:
    """Return the length of each unit's weights, float32 (units,), for those of a layer (inputs, units)."""
    return np.asarray(np.sqrt(np.einsum("ij,ij->j", weights, weights)), np.float32)


def descending(keys: Floats | Doubles) -> Places:
    """Return the numbers of the units, the largest magnitude first; equals as they stand, NaN last."""
    return np.argsort(-np.nan_to_num(np.abs(keys), nan=-1.0), kind="stable")


def sampled(weights: Floats) -> Floats:
    """Return rows of a layer's weights (inputs, units), from all over the picture: enough for a scale."""
    step = max(1, weights.size // SAMPLED)
    while math.gcd(step, SIDE) > 1:  # these rows would come from a few columns of the picture
        step += 1
    return weights[::step]


def reach(weights: Floats) -> float:
    """Return how far from 0 a scale must reach for nearly all of these weights; 0 if there is none to be seen."""
    magnitudes = np.abs(weights).reshape(-1)
    if not np.isfinite(magnitudes.max(initial=0.0)):
        magnitudes = magnitudes[np.isfinite(magnitudes)]
    if not len(magnitudes):
        return 0.0
    place = min(len(magnitudes) - 1, int(SHARE_SHOWN * len(magnitudes)))
    return float(np.partition(magnitudes, place)[place])


def steady(kept: float, needed: float) -> float:
    """Return how far a scale reaches that was ``kept`` until now: it grows at once, and shrinks late."""
    wanted = rounded_up(needed)
    return kept if wanted <= kept and wanted > SHRINKING * kept else wanted


def rounded_up(number: float) -> float:
    """Return the next number of few digits that is not smaller; 0 for 0."""
    if number <= 0:
        return 0.0
    power = math.floor(math.log10(number))
    for step in STEPS:
        end = float(f"{step}e{power}")
        if number <= end * (1 + ROUNDING):
            return end
    return float(f"1e{power + 1}")


def sheet(pictures: Floats, columns: int, gap: tuple[int, int]) -> Floats:
    """Return pictures (784, n) side by side, ``columns`` in a row, as one array of float32.

    To the right of each are ``gap[0]`` zeros, and below it ``gap[1]``. Raises ValueError for other pictures.
    """
    if pictures.shape[0] != PIXELS:
        raise ValueError(f"{pictures.shape} are no pictures")
    count = pictures.shape[1]
    rows = -(-count // columns)
    filled = np.zeros((PIXELS, rows * columns), np.float32)
    filled[:, :count] = pictures
    whole = np.zeros((rows, SIDE + gap[1], columns, SIDE + gap[0]), np.float32)
    whole[:, :SIDE, :, :SIDE] = filled.reshape(SIDE, SIDE, rows, columns).transpose(2, 0, 3, 1)
    return whole.reshape(rows * (SIDE + gap[1]), columns * (SIDE + gap[0]))
