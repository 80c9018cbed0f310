"""How far the queue is, in a sentence."""

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.workspace.queue.queue_texts import progress_text
from digitpad.workspace.queue.queue_work import QueueWork
from digitpad.workspace.queue.run_queue import RunQueue


def queue_text(queue: RunQueue, work: QueueWork) -> str:
    """Say which run of how many is under way, and that no other begins after it; or how many wait."""
    waiting = _Counted().waiting(len(queue.waiting)) if queue.waiting else ""
    if work.entry is None:
        return waiting
    told = progress_text(*work.place(), work.seconds_left())
    if work.is_on or not queue.waiting:
        return told
    form = QCoreApplication.translate("Queue", "{progress}. After this run the queue pauses: {waiting}")
    return form.format(progress=told, waiting=waiting)


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def waiting(self, count: int) -> str:
        return str(self.tr("%Ln run(s) wait.", "", count))
