"""What can be done with the queue now, as a value."""

from dataclasses import dataclass

from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_work import QueueWork
from digitpad.workspace.queue.run_queue import RunQueue


@dataclass(frozen=True)
class QueueConditions:
    """The state of the queue as commands see it; ``can_raise`` and the like are about the entry selected in it.

    ``waits``: something has its turn still to come; ``is_under_way``: a run is the queue's.
    """

    is_on: bool = False
    waits: bool = False
    is_under_way: bool = False
    can_clear: bool = False
    can_remove: bool = False
    can_raise: bool = False
    can_lower: bool = False


def queue_conditions(queue: RunQueue, work: QueueWork, selected: Entry | None) -> QueueConditions:
    """Return what can be done with the queue now."""
    waiting = queue.waiting
    chosen = selected is not None and selected in waiting
    return QueueConditions(
        is_on=work.is_on,
        waits=bool(waiting),
        is_under_way=work.entry is not None,
        can_clear=any(not entry.is_under_way for entry in queue.entries),
        can_remove=chosen,
        can_raise=chosen and selected is not waiting[0],
        can_lower=chosen and selected is not waiting[-1],
    )
