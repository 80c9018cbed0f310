"""Two threads judge as one does."""

import threading

import numpy as np

from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.judging import judge
from digitpad.workspace.testing.halves import LEAST, judge_in_halves

SNAPSHOT = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0)


def pictures(count: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(0)
    return chance.integers(0, 256, (count, 784), np.uint8), chance.integers(0, 10, count, np.uint8)


def test_two_threads_find_the_very_numbers_that_one_finds() -> None:
    for count in (0, 7, LEAST, LEAST + 150):
        images, labels = pictures(count)
        expected = judge(SNAPSHOT, images, labels)
        found = judge_in_halves(SNAPSHOT, images, labels, lambda: True)
        assert found is not None
        assert expected is not None
        np.testing.assert_array_equal(found.probabilities, expected.probabilities)
        np.testing.assert_array_equal(found.confusion, expected.confusion)


def test_both_threads_give_up_and_none_stays() -> None:
    asked_on: set[int] = set()
    before = set(threading.enumerate())

    def wanted() -> bool:
        asked_on.add(threading.get_ident())
        return len(asked_on) < 2  # from the second thread's first question on

    assert judge_in_halves(SNAPSHOT, *pictures(LEAST), wanted) is None
    assert len(asked_on) == 2
    assert set(threading.enumerate()) <= before  # of earlier tests some may have ended meanwhile
