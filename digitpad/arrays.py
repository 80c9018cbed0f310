"""Names for the arrays that pass between rooms, and the size of the picture that all of them are about."""

import numpy as np
import numpy.typing as npt

SIDE = 28
"""Pixels along a glyph, the picture that the network sees."""

PIXELS = SIDE * SIDE

CLASSES = 10
"""The digits 0 to 9."""

INK_SIDE = 20
"""Pixels along the longer side of MNIST's ink."""

CENTRE = 14.0
"""Where MNIST puts the ink's centre of mass, in both axes, as a pixel index from 0."""

WHITE = 255
"""The brightest pixel of a picture in bytes; the network sees it as 1."""

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]
"""Numbers of pictures, batches or entries."""

Mask = npt.NDArray[np.bool_]
Grays = npt.NDArray[np.uint8]
"""A picture of bytes, (height, width): 0 is paper, 255 is full ink."""

Images = npt.NDArray[np.uint8]
"""Pictures of bytes, one a row: (n, 784)."""

Labels = npt.NDArray[np.uint8]
"""A digit for each picture, (n,)."""
