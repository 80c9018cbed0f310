"""The test images that a run's accuracy is measured on while it trains: few enough for several times a second."""

from digitpad.arrays import Images, Labels
from digitpad.data.mnist import Dataset

EVERY = 10
"""Of MNIST's 10,000 test images every tenth: 1,000, of the first half's writers and of the second's alike."""


def sample_of(dataset: Dataset) -> tuple[Images, Labels]:
    """Return the sample's images, uint8 (n, 784), and labels, uint8 (n,): the same ones whatever the run."""
    return dataset.test_images[::EVERY], dataset.test_labels[::EVERY]
