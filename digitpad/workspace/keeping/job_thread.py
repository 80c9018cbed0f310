"""The thread on which files are read and written."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

Job = Callable[[], object]


class JobThread(threading.Thread):
    """Does what it is given, one job after the other; made, it runs.

    It stays between two jobs, as whoever starts a thread waits until that has begun: half a picture at 60 Hz while
    another thread trains.

    No QThread: one that waits for a drive that is gone could neither be ended nor destroyed, which would abort the
    program at its end. Python leaves a daemon behind.
    """

    def __init__(self) -> None:
        super().__init__(name="files", daemon=True)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._given = 0
        self._done = 0
        self.start()

    @property
    def is_at_work(self) -> bool:
        """Whether it has been given more than it has done."""
        return self._given != self._done

    def give(self, job: Job) -> None:
        """Have this done when all is done that was given before; it must not raise."""
        self._given += 1
        self._jobs.put(job)

    def end(self) -> None:
        """Let it go when all is done that was given before."""
        self._jobs.put(None)

    def run(self) -> None:
        """Work until it is let go."""
        while self._does(self._jobs.get()):
            pass

    def _does(self, job: Job | None) -> bool:
        """Do a job, and keep nothing of it; say whether there was one."""
        if job is None:
            return False
        job()
        self._done += 1
        return True
