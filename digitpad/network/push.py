"""A small push: a faint change of a picture's greys that turns a network's answer. NumPy alone.

An "adversarial example" (Szegedy et al. 2013): the steps of the fast gradient sign method (Goodfellow et al. 2014)
are repeated, and each time what has moved too far is put back (Madry et al. 2017). What counts as small is the
greatest change of any pixel, in whole greys, so that the pushed picture can be kept in bytes, and drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, WHITE, Floats
from digitpad.network.explanation import Trace, ledger, traced
from digitpad.network.snapshot import Snapshot

BOUNDS = (1, 2, 4, 8, 16, 32, 64, 96)
"""Greys that a pixel may change by, tried in turn; more than the last is no faint change any more."""

STEPS = 24
"""Of a walk within a bound."""

FIRST_STEP, LAST_STEP = 1.0, 0.05
"""Length of a walk's first and last step, in shares of the bound."""

NEAREST = 3
"""Other digits that are tried: those that the answer seems to turn to most easily."""

LEAST_LEAD = 1e-3
"""By how much the new answer's logit must lead: less could be turned back by another order of adding."""

Wanted = Callable[[], bool]


@dataclass(frozen=True, eq=False)
class Push:
    """A pushed picture.

    ``image`` and ``pushed`` are float32 (784,), whole greys of 255 in [0, 1]; ``before`` and ``after`` what the
    network makes of them, float32 (10,).
    """

    image: Floats
    pushed: Floats
    before: Floats
    after: Floats

    @property
    def largest(self) -> int:
        """By how many greys the most changed pixel is another."""
        return int(np.abs(_greys(self.pushed) - _greys(self.image)).max())


def find_push(
    snapshot: Snapshot, image: Floats, target: int | None = None, wanted: Wanted = lambda: True
) -> Push | None:
    """Look for the smallest change that turns the answer, to ``target`` if that is a digit.

    ``image`` is float32 (784,) in [0, 1]. The pushed picture is judged once its greys are whole. Returns None if
    no walk within any of ``BOUNDS`` turned the answer, or as soon as nobody ``wanted`` it any more.
    """
    start = _greys(image)
    trace = traced(snapshot, _shares(start))
    answer = int(trace.logits.argmax())
    if target == answer or not np.isfinite(trace.logits).all():
        return None
    digits = _nearest(trace, answer) if target is None else [target]
    found = _grown(snapshot, start, digits, wanted)
    if found is None:
        return None
    pair = np.stack([_shares(start), _shares(found)])
    before, after = snapshot.probabilities(pair)
    return Push(pair[0], pair[1], before, after)


def _grown(snapshot: Snapshot, start: Floats, digits: list[int], wanted: Wanted) -> Floats | None:
    """Return the greys of the smallest push: bounds grow until one does it, and then the gap is halved."""
    failed = 0
    for bound in BOUNDS:
        found = _pushed(snapshot, start, digits, bound, wanted)
        if found is not None:
            break
        failed = bound
    if found is None:
        return None
    smallest = _change(found, start)
    while smallest - failed > 1:
        middle = (failed + smallest) // 2
        other = _pushed(snapshot, start, digits, middle, wanted)
        if other is None:
            failed = middle
        else:
            found, smallest = other, _change(other, start)
    return found if wanted() else None


def _pushed(snapshot: Snapshot, start: Floats, digits: list[int], bound: int, wanted: Wanted) -> Floats | None:
    """Return greys within a bound that turn the answer to one of some digits."""
    for digit in digits:
        found = _walked(snapshot, start, digit, bound, wanted)
        if found is not None:
            return found
    return None


def _walked(snapshot: Snapshot, start: Floats, digit: int, bound: int, wanted: Wanted) -> Floats | None:
    """Walk up the difference of two logits within a bound; return the first whole greys that turn the answer."""
    low, high = np.maximum(start - bound, 0), np.minimum(start + bound, WHITE)
    greys = start
    for length in np.geomspace(FIRST_STEP, LAST_STEP, STEPS):
        if not wanted():
            return None
        trace = traced(snapshot, _shares(greys))
        # Whoever is ahead is to be overtaken: on the way that may be a third digit.
        uphill = np.sign(ledger(trace, digit, _rival(trace.logits, digit)).slope)
        greys = np.asarray(np.clip(greys + np.float32(length * bound) * uphill, low, high), np.float32)
        whole = np.rint(greys)
        logits = traced(snapshot, _shares(whole)).logits
        if logits[digit] - logits[_rival(logits, digit)] > LEAST_LEAD:
            return whole
    return None


def _rival(logits: Floats, digit: int) -> int:
    """Return the digit with the largest logit of all others."""
    return int(np.where(np.arange(CLASSES) == digit, -np.inf, logits).argmax())


def _nearest(trace: Trace, answer: int) -> list[int]:
    """Return digits that the answer seems to turn to first: little behind, and easily caught up."""
    needs = np.full(CLASSES, np.inf)
    for digit in range(CLASSES):
        if digit != answer:
            account = ledger(trace, digit, answer)
            # White grows no whiter, and paper no darker.
            can_move = np.where(account.slope > 0, trace.image < 1, trace.image > 0)
            gain = float(np.abs(account.slope[can_move]).sum())
            needs[digit] = -account.total / gain if gain else np.inf
    return [int(digit) for digit in np.argsort(needs)[:NEAREST]]


def _greys(image: Floats) -> Floats:
    if image.shape != (PIXELS,):
        raise ValueError(f"{image.shape} is no picture")
    return np.asarray(np.rint(image * WHITE), np.float32)


def _shares(greys: Floats) -> Floats:
    return np.asarray(greys / np.float32(WHITE), np.float32)


def _change(greys: Floats, start: Floats) -> int:
    return int(np.abs(greys - start).max())
