"""Images that are made anew for each epoch of a run, an epoch ahead, on a thread."""

from abc import ABC, abstractmethod
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError

from digitpad.arrays import Images, Places


class PreparedEpochs(ABC):
    """Prepares epochs of images on a thread of its own, while the network trains on the one before.

    What an epoch looks like depends on its number and its order alone, and on what it was made with.
    """

    def __init__(self) -> None:
        self._worker: ThreadPoolExecutor | None = None
        self._epochs: dict[int, Future[Images]] = {}

    @abstractmethod
    def prepare(self, epoch: int, order: Places) -> Images:
        """Make an epoch, uint8 (n, 784), of the images whose numbers are ``order`` (n,); called on the thread."""

    def request(self, epoch: int, order: Places) -> None:
        """Begin to prepare an epoch, unless that was begun already."""
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="varied-images")
        if epoch not in self._epochs:
            self._epochs[epoch] = self._worker.submit(self.prepare, epoch, order)

    def images(self, epoch: int, seconds: float) -> Images | None:
        """Return an epoch that was requested, uint8 (n, 784) in its order; None if not ready in ``seconds``.

        Earlier epochs are forgotten.
        """
        try:
            images = self._epochs[epoch].result(seconds)
        except TimeoutError:
            return None
        for old in [known for known in self._epochs if known < epoch]:
            del self._epochs[old]
        return images

    def release(self) -> None:
        """Let go of thread and images; a later request prepares them again."""
        if self._worker is not None:
            self._worker.shutdown(wait=False, cancel_futures=True)
            self._worker = None
        self._epochs.clear()
