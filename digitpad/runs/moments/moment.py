"""A network as it was at one batch of a run."""

from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import Snapshot
from digitpad.runs.shelf import Shelf, Shelved


class Moment:
    """The weights after ``updates`` batches of a run: in memory, and later on a shelf.

    It stays the same object wherever its weights lie: who has written them down once need not do so again.

    Attributes:
        updates: after how many batches.
        architecture: the network's.
        bytes: what its weights take, wherever they lie.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.updates = snapshot.updates
        self.architecture: Architecture = snapshot.architecture
        self.bytes = 4 * snapshot.architecture.parameters
        self._weights: Snapshot | Shelved = snapshot

    @property
    def at_hand(self) -> Snapshot | None:
        """The network, if it can be had without waiting for a disk."""
        weights = self._weights
        return weights if isinstance(weights, Snapshot) else None

    def read(self) -> Snapshot:
        """Return the network; waits for a disk if it lies on a shelf. Raises OSError if that refuses."""
        weights = self._weights
        if isinstance(weights, Snapshot):
            return weights
        return Snapshot(tuple(weights.arrays()), self.updates, self.architecture)

    def shelve(self, shelf: Shelf) -> None:
        """Put the weights on the disk, if there is room; takes as long as that, and any thread may do it."""
        weights = self._weights
        if isinstance(weights, Snapshot):
            place = shelf.put(weights.weights)
            if place is not None:
                self._weights = place
