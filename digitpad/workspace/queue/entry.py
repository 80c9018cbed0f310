"""An entry of the queue: a plan, the run that it became, and how that ended."""

from dataclasses import dataclass

from digitpad.errors import UserError
from digitpad.runs.queue.plan import Plan, Standing
from digitpad.runs.run import Run


@dataclass(eq=False)
class Entry:
    """A planned run; whoever changes it is the queue, which says so.

    Attributes:
        run: what it became; while it waits, one that was interrupted and will go on.
        is_under_way: whether it is its turn now.
        problem: why it failed, or diverged.
    """

    plan: Plan
    run: Run | None = None
    standing: Standing = Standing.WAITING
    is_under_way: bool = False
    problem: UserError | None = None

    @property
    def waits(self) -> bool:
        """Whether its turn has still to come."""
        return self.standing is Standing.WAITING and not self.is_under_way

    @property
    def has_ended(self) -> bool:
        """Whether it is over, however it went."""
        return self.standing is not Standing.WAITING
