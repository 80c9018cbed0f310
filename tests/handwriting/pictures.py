"""Pictures to draw on and to look at, (n, 784) uint8 and (n, 28, 28)."""

import numpy as np


def pictures(images: np.ndarray) -> np.ndarray:
    return images.reshape(-1, 28, 28).astype(float)


def extents(ink: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return height and width, (n,) each, of the boxes around what is marked in (n, 28, 28)."""
    heights, widths = (
        np.array([np.ptp(np.flatnonzero(line)) + 1 for line in ink.any(axis=axis)]) for axis in (2, 1)
    )
    return heights, widths


def drawn(*boxes: tuple[int, int, int, int], copies: int = 1) -> np.ndarray:
    """Return a picture, (copies, 784), of full ink in each box: top, bottom, left, right, the last ones too."""
    picture = np.zeros((28, 28), np.uint8)
    for top, bottom, left, right in boxes:
        picture[top : bottom + 1, left : right + 1] = 255
    return np.tile(picture.ravel(), (copies, 1))
