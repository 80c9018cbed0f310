"""Real digits to draw on."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    """The first 3,000 pictures of MNIST's training images."""
    return load_dataset().train_images[:3000]


@pytest.fixture(scope="module")
def labels() -> np.ndarray:
    """The digits that they show."""
    return load_dataset().train_labels[:3000]
