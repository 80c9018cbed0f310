"""What is measured of a network at an epoch's end, or where a run pauses: loss and accuracy on three sets."""

from dataclasses import dataclass

UNKNOWN = "unknown"
"""Which digits a test was made of, where that was not written down."""

SETS = ("training", "validation", "test")
"""The names of ``Scores``' fields, in their order."""


@dataclass(frozen=True)
class Score:
    """A network on some pictures.

    Attributes:
        loss: mean of the pictures' losses, as Keras reckons them from probabilities (``network.evaluation``).
        accuracy: share of the pictures that are read as their labels say.
    """

    loss: float
    accuracy: float


@dataclass(frozen=True)
class Scores:
    """A network on each of the sets; None where there is no such set.

    Attributes:
        training: on a sample of what it learns from, with the labels that it is told.
        validation: on what is held out of MNIST's training images: runs are chosen by this alone.
        test: on the test images, which nothing is chosen by.
        test_of: which of the class's digits these are, as ``Pictures.digest`` says it, where MNIST was missing:
            those that were held out. Of an earlier version's run UNKNOWN; empty for MNIST's test images.
    """

    training: Score | None = None
    validation: Score | None = None
    test: Score | None = None
    test_of: str = ""

    @property
    def test_is_ours(self) -> bool:
        """Whether the test is made of the class's digits."""
        return bool(self.test_of)

    @property
    def gap(self) -> Score | None:
        """How much better it is in training than on what it does not learn from; None if that is not known.

        That is validation, or the test where nothing is held out.
        """
        other = self.validation or self.test
        if self.training is None or other is None:
            return None
        return Score(other.loss - self.training.loss, self.training.accuracy - other.accuracy)
