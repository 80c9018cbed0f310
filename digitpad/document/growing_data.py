"""Which of the class's drawings to train on when they are to become more and more. NumPy only."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from digitpad.arrays import Integers, Labels, Places
from digitpad.document.class_pictures import ClassMaterial

SHARES = (0.1, 0.2, 0.5, 1.0)
"""Of the drawings that are trained on."""

LEAST = 10
"""Drawings of a part: of fewer nothing is learnt."""

SEED = 0


def growing_parts(material: ClassMaterial, shares: Sequence[float] = SHARES) -> tuple[Places, ...]:
    """Return the places of drawings to train on, more and more of them, each time with all of before.

    ``shares`` ascend to 1. Where whole pens are held out a part has whole pens, too; else it has about as many of
    each digit. No part has fewer than LEAST drawings, unless there are fewer; no two have the same.
    """
    train = material.split.train
    generator = np.random.default_rng(SEED)
    if material.split.by_pen:
        pens = np.array([material.drawings[place].pen or 0 for place in train.tolist()])
        order, ends = _pen_by_pen(pens, generator)
    else:
        order, ends = _evenly(material.pictures.labels[train], generator)
    counts = sorted({_first(ends, max(LEAST, math.ceil(share * len(train) - 1e-9))) for share in shares})
    return tuple(np.sort(train[order[:count]]) for count in counts if count)


def _pen_by_pen(pens: Integers, generator: np.random.Generator) -> tuple[Places, list[int]]:
    """Return an order of drawings by ``pens`` (n,), one pen after the other, and where a part may end in it."""
    shuffled = generator.permutation(np.unique(pens)).tolist()
    own = [np.flatnonzero(pens == pen) for pen in shuffled]
    return np.concatenate([np.arange(0), *own]), np.cumsum([len(places) for places in own]).tolist()


def _evenly(labels: Labels, generator: np.random.Generator) -> tuple[Places, list[int]]:
    """Return an order of drawings of the digits ``labels`` (n,), in which each digit comes in turn."""
    shuffled = generator.permutation(len(labels))
    turns = np.empty(len(labels), np.intp)
    for digit in np.unique(labels):
        own = shuffled[labels[shuffled] == digit]
        turns[own] = np.arange(len(own))
    order = shuffled[np.argsort(turns[shuffled], kind="stable")]
    return order, list(range(1, len(labels) + 1))


def _first(ends: Iterable[int], least: int) -> int:
    """Return the first of ascending ``ends`` that is at least so large, or the last."""
    last = 0
    for last in ends:
        if last >= least:
            break
    return last
