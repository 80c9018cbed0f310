"""Learning rates, worked out by hand."""

import numpy as np
import pytest

from digitpad.runs.recipe import Schedule
from digitpad.runs.schedule import learning_rates


def rates(schedule: Schedule, highest: float, *, per_epoch: int, total: int) -> list[float]:
    return learning_rates(schedule, highest, np.arange(total), per_epoch=per_epoch, total=total).tolist()


def test_constant() -> None:
    assert rates(Schedule.CONSTANT, 0.25, per_epoch=2, total=5) == [0.25] * 5


def test_a_cosine_rises_for_an_epoch_and_falls_for_the_others() -> None:
    found = rates(Schedule.COSINE, 0.8, per_epoch=4, total=8)
    half = 0.5**0.5
    rise = [0.2, 0.4, 0.6, 0.8]
    fall = [0.8, 0.4 + 0.4 * half, 0.4, 0.4 - 0.4 * half]
    assert found == pytest.approx(rise + fall, rel=1e-6)


def test_a_cosine_of_one_epoch_only_falls() -> None:
    assert rates(Schedule.COSINE, 2, per_epoch=4, total=4)[::2] == pytest.approx([2, 1])


def test_any_part_of_a_run_can_be_asked_for() -> None:
    whole = rates(Schedule.COSINE, 0.8, per_epoch=4, total=12)
    part = learning_rates(Schedule.COSINE, 0.8, np.arange(3, 9), per_epoch=4, total=12)
    assert part.tolist() == whole[3:9]
    assert part.dtype == np.float32


@pytest.mark.parametrize("schedule", list(Schedule))
def test_a_rate_beyond_float32_is_no_warning(schedule: Schedule) -> None:
    assert max(rates(schedule, 1e300, per_epoch=2, total=4)) > 1e38
