"""Networks of moments that can be had at once: as many as fit into some memory, the last used longest."""

from collections import OrderedDict
from collections.abc import Iterable

from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.moment import Moment

MOST_BYTES = 64_000_000
"""What the weights may take that are kept here though they lie on the shelf too."""


class MomentsAtHand:
    """Remembers what was read of moments, so that a slider waits for a disk once at most."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._read: OrderedDict[Moment, Snapshot] = OrderedDict()

    def __contains__(self, moment: Moment) -> bool:
        return moment in self._read

    def get(self, moment: Moment) -> Snapshot | None:
        """Return a moment's network, the same object each time as long as it is kept; None if it must be read."""
        kept = self._read.get(moment)
        if kept is None and (in_memory := moment.at_hand) is not None:
            kept = in_memory
            self.put(moment, kept)
        elif kept is not None:
            self._read.move_to_end(moment)
        return kept

    def put(self, moment: Moment, snapshot: Snapshot) -> None:
        """Keep what was read; what was not used for the longest time makes room for it."""
        self._read[moment] = snapshot
        self._read.move_to_end(moment)
        while len(self._read) > 1 and sum(kept.bytes for kept in self._read) > self._most_bytes:
            self._read.popitem(last=False)

    def let_go_but(self, moments: Iterable[Moment]) -> None:
        """Let go of all moments but these."""
        wanted = set(moments)
        for moment in [kept for kept in self._read if kept not in wanted]:
            del self._read[moment]

    def missing(self, moments: Iterable[Moment]) -> list[Moment]:
        """Return which of these must be read, the first of them as far as all those may be kept together."""
        room, missing = self._most_bytes, []
        for moment in moments:
            room -= moment.bytes
            if room < 0:
                break
            if self.get(moment) is None:
                missing.append(moment)
        return missing
