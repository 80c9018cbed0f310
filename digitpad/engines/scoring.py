"""How good a network is: on some of what it learns from, on what is held out, on the test's pictures."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Floats, Images
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import Pictures
from digitpad.data.training_data import TrainingSet
from digitpad.network.evaluation import picture_losses
from digitpad.runs.scores.score import Score, Scores

PIECE = 1000
"""Pictures looked at in one go: few enough to need little memory, enough to be fast."""

Predict = Callable[[Images], Floats]
"""Gives probabilities, float32 (n, 10), for uint8 images (n, 784)."""


@dataclass(frozen=True, eq=False)
class ScoredSets:
    """What is measured, with the fields of ``Scores``; a set without pictures has no score."""

    training: Pictures
    validation: Pictures
    test: Pictures
    test_of: str = ""

    def scores(self, predict: Predict) -> Scores:
        """Return a network's scores. It is asked about a thousand pictures at a time."""
        found = []
        for pictures in (self.training, self.validation, self.test):
            losses, right = [np.empty(0)], 0
            for start in range(0, len(pictures), PIECE):
                probabilities = predict(pictures.images[start : start + PIECE])
                labels = pictures.labels[start : start + PIECE]
                losses.append(picture_losses(probabilities, labels))
                right += int((probabilities.argmax(axis=1) == labels).sum())
            count = len(pictures)
            found.append(Score(float(np.concatenate(losses).mean()), right / count) if count else None)
        training, validation, test = found
        return Scores(training, validation, test, self.test_of)


def scored_sets(pictures: TrainingSet, dataset: Dataset, held_out: Pictures) -> ScoredSets:
    """Return what a network that learns from ``pictures`` is measured on: in the test on the dataset's images.

    If it has none, on ``held_out``: those of the class's digits that nobody trains on.
    """
    test = Pictures(dataset.test_images, dataset.test_labels)
    is_ours = not len(test) and len(held_out) > 0
    if is_ours:
        return ScoredSets(pictures.sample, pictures.validation, held_out, held_out.digest)
    return ScoredSets(pictures.sample, pictures.validation, test)
