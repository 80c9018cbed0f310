"""Checks of the values that a run's entry in a header is made of; whatever makes no sense is a ValueError."""

import math

from digitpad.runs.run import MAX_NAME, proper_name


def whole(value: object, *, least: int = 0, most: int = 2**53) -> int:
    """Return a whole number from ``least`` to ``most``; ValueError for anything else."""
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{value!r:.60} is no whole number from {least:,} to {most:,}")
    return value


def share_of(value: object) -> float:
    """Return a number from 0 to 1."""
    share = _number(value)
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no share")
    return share


def loss_of(value: object) -> float:
    """Return a loss."""
    loss = _number(value)
    if loss < 0:
        raise ValueError(f"{loss} is no loss")
    return loss


def rate_of(value: object) -> float:
    """Return a learning rate."""
    rate = _number(value)
    if rate <= 0:
        raise ValueError(f"{rate} is no learning rate")
    return rate


def name_of(value: object) -> str:
    """Return a run's name."""
    name = proper_name(value) if isinstance(value, str) and len(value) <= MAX_NAME else ""
    if not name:
        raise ValueError("a run has no proper name")
    return name


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r:.60} is no number")
    return float(value)
