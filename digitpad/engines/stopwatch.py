"""How long training took, without the time in which the whole computer slept."""

import time

ASLEEP_SECONDS = 1.0
"""A process that has worked so much less than time has passed was not waiting for a core: it was stopped."""


class Stopwatch:
    """Begins to measure when it is made."""

    def __init__(self) -> None:
        self._start, self._worked = time.perf_counter(), time.process_time()

    def seconds(self) -> float:
        """Return the seconds since then; if the computer, or the process, was suspended, those it worked."""
        passed, worked = time.perf_counter() - self._start, time.process_time() - self._worked
        return worked if passed - worked > ASLEEP_SECONDS else passed
