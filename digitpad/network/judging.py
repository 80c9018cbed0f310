"""What a network makes of many pictures: which it takes for what, how surely, and whose label looks wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np

from digitpad.arrays import CLASSES, WHITE, Doubles, Floats, Images, Integers, Labels, Mask, Places
from digitpad.network.snapshot import Snapshot

SURE = 0.9
"""From this probability on an answer counts as a sure one."""

PIECE = 100
"""Images looked at in one go. Few enough that a huge network soon notices that nobody waits for it any more, and
that what it makes of them stays in a core's cache: the lesson's is no slower than with more."""


@dataclass(frozen=True, eq=False)
class Judgement:
    """A network's answers to n pictures, beside what these are said to be.

    Attributes:
        labels: what they are said to be, uint8 (n,).
        probabilities: float32 (n, 10).
        answers: the most probable digits, uint8 (n,).
        confidence: their probabilities, float32 (n,); 0 where a network's sums overflowed.
        confusion: int64 (10, 10), how many of each digit, by rows, were answered with each, by columns.
    """

    labels: Labels
    probabilities: Floats
    answers: Labels
    confidence: Floats
    confusion: Integers

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def right(self) -> Mask:
        """Which answers are what the label says, bool (n,)."""
        return cast(Mask, self.answers == self.labels)

    @property
    def wrong_count(self) -> int:
        """How many answers are not what the label says."""
        return len(self) - int(self.confusion.trace())

    @property
    def unanswered_count(self) -> int:
        """How many pictures a network's sums overflowed for: it says nothing, which counts as 0, as in Keras."""
        return int(np.isnan(self.probabilities).any(axis=1).sum())

    @property
    def accuracy(self) -> float:
        """The share of right answers; NaN if there are no pictures."""
        return float(self.confusion.trace()) / len(self) if len(self) else float("nan")


def judgement_of(probabilities: Floats, labels: Labels) -> Judgement:
    """Return what probabilities, float32 (n, 10), of pictures with these labels, uint8 (n,), come to."""
    known = np.nan_to_num(probabilities, nan=0.0)
    answers = known.argmax(axis=1).astype(np.uint8)
    confusion = np.zeros((CLASSES, CLASSES), np.int64)
    np.add.at(confusion, (labels, answers), 1)
    return Judgement(labels, probabilities, answers, known.max(axis=1, initial=0.0), confusion)


def judge(
    snapshot: Snapshot, images: Images, labels: Labels, wanted: Callable[[], bool] = lambda: True
) -> Judgement | None:
    """Let a network answer to ``images``, uint8 (n, 784), with ``labels``, uint8 (n,).

    Before each piece ``wanted`` is asked; once it says no, the answer is None.
    """
    probabilities = answers_to(snapshot, images, wanted)
    return None if probabilities is None else judgement_of(probabilities, labels)


def answers_to(snapshot: Snapshot, images: Images, wanted: Callable[[], bool]) -> Floats | None:
    """Return a network's probabilities, float32 (n, 10), for ``images``, uint8 (n, 784), as ``judge`` does."""
    probabilities = np.empty((len(images), CLASSES), np.float32)
    for start in range(0, len(images), PIECE):
        if not wanted():
            return None
        piece = slice(start, start + PIECE)
        # A run about to diverge has finite weights whose sums are not: such answers are wrong, not an error.
        probabilities[piece] = snapshot.probabilities(images[piece].astype(np.float32) / np.float32(WHITE))
    return probabilities


# Which pictures there are to look at: their places, from the surest mistake to the surest right answer.


def in_cell(judgement: Judgement, truth: int, answer: int) -> Places:
    """Return the pictures of one digit that were answered with another, or the same."""
    return _sorted(judgement, (judgement.labels == truth) & (judgement.answers == answer))


def in_row(judgement: Judgement, truth: int) -> Places:
    """Return all pictures of one digit."""
    return _sorted(judgement, judgement.labels == truth)


def mistakes(judgement: Judgement) -> Places:
    """Return all that were answered with another digit than their label."""
    return _sorted(judgement, ~judgement.right)


def contested(judgement: Judgement) -> Places:
    """Return all mistakes, and as many right answers, the least sure ones, as far as there are so many."""
    wrong = mistakes(judgement)
    return np.concatenate([wrong, _sorted(judgement, judgement.right)[: len(wrong)]])


def suspected_labels(judgement: Judgement) -> Places:
    """Return those whose label may be wrong: the network is sure of another digit.

    It may as well be the network that is wrong: a person has to look.
    """
    return _sorted(judgement, ~judgement.right & (judgement.confidence >= SURE))


def _sorted(judgement: Judgement, chosen: Mask) -> Places:
    places = np.flatnonzero(chosen)
    right = judgement.right[places]
    sureness = np.where(right, judgement.confidence[places], -judgement.confidence[places])
    # Of answers that are all 1 in float32, the one that leaves the label least comes first.
    of_label = judgement.probabilities[places, judgement.labels[places]]
    return places[np.lexsort((of_label, sureness, right))]


# Figures.


def row_shares(confusion: Integers) -> Doubles:
    """Return each count as a share of its row, float64 (10, 10); rows without a picture are 0."""
    sums = confusion.sum(axis=1, keepdims=True)
    return np.asarray(confusion / np.maximum(sums, 1), np.float64)


def by_digit(judgement: Judgement) -> list[tuple[int, int]]:
    """Return of each digit how many pictures there are, and how many of these are read right."""
    counts, right = judgement.confusion.sum(axis=1), judgement.confusion.diagonal()
    return list(zip(counts.tolist(), right.tolist(), strict=True))


def by_pen(judgement: Judgement, pens: Integers) -> dict[int, tuple[int, int]]:
    """Return of each pen how many pictures there are, and how many are read right; the pen read worst comes first.

    ``pens`` is int64 (n,), 0 where nobody knows it: those are left out.
    """
    counts = np.bincount(pens)
    right = np.bincount(pens[judgement.right], minlength=len(counts))
    known = [pen for pen in range(1, len(counts)) if counts[pen]]
    known.sort(key=lambda pen: right[pen] / counts[pen])
    return {pen: (int(counts[pen]), int(right[pen])) for pen in known}
