"""How good a network is at an epoch's end: on some of what it learns from, on what is held out, on the test's."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Floats, Images
from digitpad.data.pictures import Pictures
from digitpad.network.evaluation import PIECE, picture_losses
from digitpad.runs.scores.score import Score, Scores

Predict = Callable[[Images], Floats]
"""Gives probabilities, float32 (n, 10), for uint8 images (n, 784)."""


@dataclass(frozen=True, eq=False)
class ScoredSets:
    """What is measured, with the fields of ``Scores``; a set without pictures has no score."""

    training: Pictures
    validation: Pictures
    test: Pictures
    test_is_ours: bool = False

    def scores(self, predict: Predict, wanted: Callable[[], bool] = lambda: True) -> Scores | None:
        """Return a network's scores. Before each thousand pictures ``wanted`` is asked; once it says no, None."""
        found = []
        for pictures in (self.training, self.validation, self.test):
            losses, right = [np.empty(0)], 0
            for start in range(0, len(pictures), PIECE):
                if not wanted():
                    return None
                probabilities = predict(pictures.images[start : start + PIECE])
                labels = pictures.labels[start : start + PIECE]
                losses.append(picture_losses(probabilities, labels))
                right += int((probabilities.argmax(axis=1) == labels).sum())
            count = len(pictures)
            found.append(Score(float(np.concatenate(losses).mean()), right / count) if count else None)
        training, validation, test = found
        return Scores(training, validation, test, self.test_is_ours)
