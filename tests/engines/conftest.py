"""MNIST for a class in a hurry."""

import pytest

from digitpad.data.mnist import Dataset, load_dataset

BATCH_SIZE = 32
TRAIN_IMAGES = 1000
"""31 batches of 32 and a last one of 8."""
TEST_IMAGES = 500


@pytest.fixture(scope="session")
def small_dataset() -> Dataset:
    """MNIST's first pictures: 1,000 to train on, 500 to test with."""
    mnist = load_dataset()
    return Dataset(
        mnist.train_images[:TRAIN_IMAGES],
        mnist.train_labels[:TRAIN_IMAGES],
        mnist.test_images[:TEST_IMAGES],
        mnist.test_labels[:TEST_IMAGES],
    )
