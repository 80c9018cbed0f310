"""Which pictures of a tested set are looked at."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from digitpad.arrays import Places
from digitpad.network.judging import in_cell, in_row, mistakes, suspected_labels
from digitpad.workspace.testing.examiner import Findings


class Scope(Enum):
    """Which pictures are looked at."""

    CELL = auto()
    """Those of one digit that were answered with another, or the same."""
    ROW = auto()
    """Those of one digit."""
    MISTAKES = auto()
    SUSPECTED = auto()
    """Those whose label may be wrong."""


@dataclass(frozen=True)
class Opened:
    """What is looked at; ``truth`` is of a cell and a row, ``answer`` of a cell."""

    scope: Scope
    truth: int = 0
    answer: int = 0


def places_of(found: Findings | None, opened: Opened | None) -> Places:
    """Return the places in the set of what is looked at, in the order in which it is shown."""
    if found is None or opened is None:
        return np.zeros(0, np.intp)
    match opened.scope:
        case Scope.CELL:
            return in_cell(found.judgement, opened.truth, opened.answer)
        case Scope.ROW:
            return in_row(found.judgement, opened.truth)
        case Scope.MISTAKES:
            return mistakes(found.judgement)
    return suspected_labels(found.judgement)
