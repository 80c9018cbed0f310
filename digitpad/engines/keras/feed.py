"""Our batches as Keras takes them: a ``PyDataset`` over a part of a run."""

import threading
from collections.abc import Callable

import keras
import numpy as np

from digitpad.arrays import WHITE, Floats, Labels
from digitpad.engines.batches import RunBatches
from digitpad.errors import GivenUpError


class BatchFeed(keras.utils.PyDataset):
    """Batches of a run by their numbers, as inputs and labels, in the run's own order.

    Keras asks for them ahead, on a thread of TensorFlow's, one after the other; it has no workers of its own.

    Attributes:
        first: the run's batch, from 0, that is Keras' first one of the epoch.
        count: how many there are in each of Keras' epochs.
    """

    def __init__(self, batches: RunBatches, is_wanted: Callable[[], bool]) -> None:
        """``is_wanted`` is asked while images are still being prepared; once it says no, nobody waits for them."""
        super().__init__(workers=0)
        self.first = self.count = 0
        self._batches = batches
        self._is_wanted = is_wanted
        self._is_open = True
        # When a fit has ended, TensorFlow's thread may still be asking ahead for a batch that never comes.
        self._one_at_a_time = threading.Lock()

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> tuple[Floats, Labels]:
        """Return a batch: float32 (n, 784) in [0, 1], and uint8 (n,). Raises GivenUpError."""
        self.wait_for(index)
        with self._one_at_a_time:
            if self._is_open:
                images, labels, _ = self._batches.take(self.first + index, 1)
                # Copies: the arrays are filled anew by the next batch, while Keras learns from this one.
                return images[0].astype(np.float32) / np.float32(WHITE), labels[0].copy()
        raise GivenUpError

    def wait_for(self, index: int) -> None:
        """Return when a batch's images are prepared; raises GivenUpError when nobody wants them any more.

        To be asked before a step begins. One that waits in vain has begun already: what needs no images, as
        counting the steps and the decay of the weights, Keras' graph does meanwhile.
        """
        while True:
            with self._one_at_a_time:
                if not self._is_open:
                    raise GivenUpError
                if self._batches.are_prepared(self.first + index):
                    return
            if not self._is_wanted():
                raise GivenUpError

    def close(self) -> None:
        """Hand out no more batches, and let go of their images."""
        with self._one_at_a_time:
            self._is_open = False
            self._batches.release()
