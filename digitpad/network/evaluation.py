"""How well a network reads what it has not been trained on, and what its certainty is worth. NumPy alone."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Doubles, Floats, Images, Integers, Labels, Mask
from digitpad.network.judging import SURE, Judgement, judge, mistakes
from digitpad.network.snapshot import Snapshot

CALIBRATION_BINS = 15
"""As in Guo et al., On Calibration of Modern Neural Networks (2017)."""


def snapshot_accuracy(
    snapshot: Snapshot, images: Images, labels: Labels, wanted: Callable[[], bool] = lambda: True
) -> float | None:
    """Return the share of ``images``, uint8 (n, 784), whose most probable digit by ``snapshot`` is in ``labels``.

    ``labels`` is uint8 (n,). Before each piece ``wanted`` is asked; once it says no, the answer is None.
    """
    judgement = judge(snapshot, images, labels, wanted)
    return None if judgement is None else judgement.accuracy


LEAST_PROBABILITY = 1e-7
"""Keras' ``epsilon``: it reckons a loss from no probability nearer to 0 or 1 than this, so that none is infinite.
What is surely wrong costs 16.1, whereas a training step, which starts from the logits, has no such bound."""


def picture_losses(probabilities: Floats, labels: Labels) -> Doubles:
    """Return each picture's sparse categorical crossentropy, float64 (n,): −log of what its label was given.

    ``probabilities`` is float32 (n, 10), ``labels`` uint8 (n,). Where a network's sums overflow there is no
    number, which counts as 0.
    """
    given = probabilities[np.arange(len(labels)), labels].astype(np.float64)
    return -np.log(np.clip(np.nan_to_num(given, nan=0.0), LEAST_PROBABILITY, 1 - LEAST_PROBABILITY))


def sampling_error(accuracy: float, count: int) -> float:
    """Return the standard error, 0 to 1, of an accuracy on ``count`` images: had others been drawn."""
    return math.sqrt(accuracy * (1 - accuracy) / count)


@dataclass(frozen=True)
class Evaluation:
    """What a network's answers are worth.

    ``confusion`` is int (10, 10), rows the true digit, columns the answer; ``worst`` are the numbers of the
    wrongly answered, the surest first. Shares and the calibration error are from 0 to 1; ``sure_accuracy`` is
    NaN if no answer is sure.
    """

    count: int
    accuracy: float
    sure_share: float
    sure_accuracy: float
    calibration_error: float
    confusion: Integers
    worst: list[int]


def evaluation_of(judgement: Judgement) -> Evaluation:
    """Return what a judgement's answers are worth. Raises ValueError for one of no pictures."""
    if not len(judgement):
        raise ValueError("there is nothing to evaluate")
    right, confidence = judgement.right, judgement.confidence
    sure = confidence >= SURE
    return Evaluation(
        count=len(judgement),
        accuracy=float(right.mean()),
        sure_share=float(sure.mean()),
        sure_accuracy=float(right[sure].mean()) if sure.any() else float("nan"),
        calibration_error=calibration_error(confidence, right),
        confusion=judgement.confusion,
        worst=[int(number) for number in mistakes(judgement)],
    )


def calibration_error(confidence: Floats, right: Mask) -> float:
    """Return the expected calibration error: the mean distance between confidence and accuracy, by bins."""
    bins = np.minimum((confidence * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)
    error = 0.0
    for number in range(CALIBRATION_BINS):
        inside = bins == number
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return float(error)
