"""Judges many pictures on two threads: a class waits for the matrix of the moment that it has gone to."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from digitpad.arrays import Images, Labels
from digitpad.network.judging import PIECE, Judgement, answers_to, judge, judgement_of
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.inquiry import Wanted
from digitpad.workspace.worker import lower_priority

LEAST = 20 * PIECE
"""From so many pictures on a second thread is worth its start."""


def judge_in_halves(snapshot: Snapshot, images: Images, labels: Labels, wanted: Wanted) -> Judgement | None:
    """Judge as ``judge`` does, with the same numbers, on this thread and another that ends with it."""
    if len(labels) < LEAST:
        return judge(snapshot, images, labels, wanted)
    middle = (
        len(labels) // (2 * PIECE) * PIECE
    )  # the same pieces: how many are multiplied at once moves a last digit
    with ThreadPoolExecutor(1, initializer=lower_priority) as second:
        rest = second.submit(answers_to, snapshot, images[middle:], wanted)
        halves = answers_to(snapshot, images[:middle], wanted), rest.result()
    found = [half for half in halves if half is not None]
    return judgement_of(np.concatenate(found), labels) if len(found) == len(halves) else None
