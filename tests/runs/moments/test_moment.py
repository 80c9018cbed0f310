"""A moment is the same wherever its weights lie."""

import pytest

from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.moments.moment import Moment
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf


def test_weights_come_back_from_the_shelf() -> None:
    snapshot = initial_snapshot(ARTICLE, Initializer.UNIFORM, 0)
    moment, shelf = Moment(snapshot), Shelf()
    assert moment.at_hand is snapshot
    moment.shelve(shelf)
    assert moment.at_hand is None
    read = moment.read()
    assert read.updates == snapshot.updates
    assert all((one == other).all() for one, other in zip(read.weights, snapshot.weights, strict=True))
    shelf.close()
    with pytest.raises(OSError, match="closed"):
        moment.read()


def test_without_room_they_stay_in_memory() -> None:
    shelf = Shelf()
    shelf.close()
    moment = Moment(initial_snapshot(ARTICLE, Initializer.UNIFORM, 0))
    moment.shelve(shelf)
    assert moment.at_hand is not None


def test_a_run_keeps_them_in_order_and_forgets_what_it_goes_back_from() -> None:
    run = Run(0, "", Recipe())
    snapshot = initial_snapshot(ARTICLE, Initializer.UNIFORM, 0)
    later = [Moment(type(snapshot)(snapshot.weights, updates)) for updates in (30, 3, 3, 10)]
    for moment in later:
        run.keep_moment(moment)
    assert [moment.updates for moment in run.moments] == [3, 10, 30]
    assert run.moments[0] is later[2]
    run.go_back_to(Checkpoint(type(snapshot)(snapshot.weights, 10), (), 0.001))
    assert [moment.updates for moment in run.moments] == [3, 10]
