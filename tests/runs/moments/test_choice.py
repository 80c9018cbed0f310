"""Which moments are kept, and which go first."""

import numpy as np

from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.moments.choice import ends_by_hand, least_missed, was_intervened
from digitpad.runs.moments.moment import Moment
from digitpad.runs.recipe import KERAS_RECIPE

WEIGHTS = initial_snapshot(KERAS_RECIPE.architecture, Initializer.UNIFORM, 0).weights


def moments(*updates: int) -> list[Moment]:
    return [Moment(Snapshot(WEIGHTS, count)) for count in updates]


def missed(*updates: int, planned: tuple[int, ...] = ()) -> int | None:
    moment = least_missed(moments(*updates), planned)
    return None if moment is None else moment.updates


def test_something_done_by_hand_lies_between_the_last_batch_before_it_and_the_first_after() -> None:
    history = LossHistory()
    history.extend(np.ones(5, np.float32), 1.0)
    history.add_rate_change(0.1)  # counts from the sixth batch on
    history.add_intervention(Intervention(2, How.BATCHES, 2, (3,)))
    assert was_intervened(history, 5, 6)
    assert was_intervened(history, 4, 9)
    assert not was_intervened(history, 4, 5)
    assert not was_intervened(history, 6, 7)
    assert was_intervened(history, 2, 3)
    assert not was_intervened(history, 3, 4)
    assert [ends_by_hand(history, batch) for batch in (2, 3, 4, 5)] == [False, False, True, False]


def test_the_closest_go_first_but_never_the_first_and_the_last() -> None:
    assert missed(0, 1, 3, 9, 10, 100) == 9
    assert missed(0, 1, 100, 110, 120) == 110
    assert missed(0, 1, 2) == 1
    assert missed(0, 1) is missed(0) is missed() is None


def test_those_that_were_planned_go_last() -> None:
    assert missed(0, 1, 3, 9, 10, 100, planned=(0, 1, 9, 100)) == 3
    assert missed(0, 9, 10, 100, planned=(0, 9, 10, 100)) == 10
