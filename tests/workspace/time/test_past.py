"""What of a run's moments is at hand, what must be read, and what happens if that fails; no window."""

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Ending
from digitpad.runs.moments.branch import branched, can_branch
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.time.moments_at_hand import MomentsAtHand
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL, WAIT_MS, Ends, files_done


def moments_of(count: int) -> list[Moment]:
    return [Moment(replace(untrained(SMALL), updates=number)) for number in range(count)]


def trained(ready: Workspace, qtbot: QtBot, ends: Ends) -> Run:
    """Return a run whose moments lie on the shelf and nowhere else."""
    with ends(Ending.COMPLETED):
        ready.training.train(SMALL)
    files_done(ready, qtbot)
    ready.past.at_hand = MomentsAtHand()
    run = ready.runs.runs[0]
    assert [moment.at_hand for moment in run.moments] == [None] * len(run.moments)
    return run


class TestAtHand:
    def test_what_was_used_last_stays(self) -> None:
        first, second, third = moments = moments_of(3)
        at_hand = MomentsAtHand(2 * first.bytes)
        for moment in moments:
            at_hand.put(moment, moment.read())
        assert [moment for moment in moments if moment in at_hand] == [second, third]
        assert at_hand.get(second) is second.at_hand
        at_hand.put(first, first.read())
        assert [moment for moment in moments if moment in at_hand] == [first, second]

    def test_no_more_is_missing_than_fits(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        run = trained(ready, qtbot, ends)
        assert MomentsAtHand(2 * run.moments[0].bytes).missing(run.moments) == list(run.moments[:2])
        assert MomentsAtHand().missing(run.moments) == list(run.moments)

    def test_moments_of_a_run_that_nobody_looks_at_are_let_go(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        first = trained(ready, qtbot, ends)
        ready.past.fetch()
        files_done(ready, qtbot)
        assert all(moment in ready.past.at_hand for moment in first.moments)
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        files_done(ready, qtbot)
        second = ready.runs.runs[1]
        assert ready.past.run is second
        assert not any(moment in ready.past.at_hand for moment in first.moments)
        assert not ready.past.at_hand.missing(second.moments)

    def test_those_of_the_compared_run_stay(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        first = trained(ready, qtbot, ends)
        ready.past.fetch()
        ready.comparison.begin(first)
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        files_done(ready, qtbot)
        assert all(moment in ready.past.at_hand for moment in first.moments)


class TestReading:
    def test_it_is_shown_as_soon_as_it_is_read(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        run = trained(ready, qtbot, ends)
        ready.past.look(run.moments[1])
        assert ready.past.aim is run.moments[1]
        assert ready.past.looked is None
        assert not ready.network.looks_back
        qtbot.waitUntil(lambda: ready.past.looked is run.moments[1], timeout=WAIT_MS)
        assert ready.network.snapshot.updates == 1

    def test_who_returns_meanwhile_stays_at_now(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        run = trained(ready, qtbot, ends)
        ready.past.look(run.moments[1])
        ready.past.to_now()
        files_done(ready, qtbot)
        qtbot.waitUntil(lambda: run.moments[1] in ready.past.at_hand, timeout=WAIT_MS)
        assert not ready.network.looks_back

    def test_no_run_begins_from_another_moment_meanwhile(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        run = trained(ready, qtbot, ends)
        ready.past.look(run.moments[1])
        qtbot.waitUntil(lambda: ready.past.looked is run.moments[1], timeout=WAIT_MS)
        assert ready.commands.can_train_from
        ready.past.look(run.moments[3])
        assert ready.past.looked is run.moments[1]
        assert not ready.commands.can_train_from
        ready.commands.toggle_training()
        assert ready.runs.runs == [run]
        qtbot.waitUntil(lambda: ready.past.looked is run.moments[3], timeout=WAIT_MS)
        assert ready.commands.can_train_from

    def test_who_takes_another_network_meanwhile_has_that(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        run = trained(ready, qtbot, ends)
        ready.past.look(run.moments[1])
        ready.commands.take_ready_made()
        assert ready.past.aim is None
        qtbot.waitUntil(lambda: run.moments[1] in ready.past.at_hand, timeout=WAIT_MS)
        assert ready.network.origin is Origin.READY_MADE

    def test_a_run_that_is_deleted_meanwhile_is_not_shown(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        first = trained(ready, qtbot, ends)
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        files_done(ready, qtbot)
        ready.past.at_hand = MomentsAtHand()
        second = ready.runs.runs[1]
        ready.past.look(second.moments[1])
        ready.commands.delete(second)
        assert ready.past.aim is None
        qtbot.waitUntil(lambda: second.moments[1] in ready.past.at_hand, timeout=WAIT_MS)
        assert not ready.network.looks_back
        assert ready.past.run is first

    def test_a_disk_that_refuses_is_told_of(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        run = trained(ready, qtbot, ends)
        ready.runs.shelf.close()
        with qtbot.waitSignal(ready.past.failed, timeout=WAIT_MS) as failed:
            ready.past.look(run.moments[1])
        assert sentence(failed.args[0]) == "The network as it was then could not be read; try another moment."
        assert ready.past.aim is None
        assert not ready.network.looks_back


def test_nothing_is_said_of_what_was_learnt_before_the_moments_are_read(
    ready: Workspace, qtbot: QtBot, ends: Ends
) -> None:
    run = trained(ready, qtbot, ends)
    told: list[int | None] = []
    ready.learnt.changed.connect(lambda: told.append(ready.learnt.since))
    ready.board.set_drawing(sample_digit(1), "")
    qtbot.waitUntil(lambda: all(moment in ready.past.at_hand for moment in run.moments), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert told == [oracle(run, 1)[1]]


def oracle(run: Run, digit: int) -> tuple[int, int | None]:
    """Return what a drawing of this digit is taken for in the end, and since which of all moments, by hand."""
    glyph = rasterize(sample_digit(digit)).glyph.reshape(-1)
    answers = [int(moment.read().probabilities(glyph).argmax()) for moment in run.moments]
    wrong = [place for place, answer in enumerate(answers) if answer != answers[-1]]
    return answers[-1], run.moments[wrong[-1] + 1 if wrong else 0].updates


def test_moments_that_have_no_room_at_hand_are_asked_too(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    run = trained(ready, qtbot, ends)
    expected = {digit: oracle(run, digit) for digit in range(10)}
    assert {since for _, since in expected.values()} > {0, 10}, "some learnt late, between those that have room"
    for digit, found in expected.items():
        ready.past.at_hand = MomentsAtHand(2 * run.moments[0].bytes)
        ready.board.set_drawing(sample_digit(digit), "")
        qtbot.waitUntil(lambda found=found: (ready.learnt.digit, ready.learnt.since) == found, timeout=WAIT_MS)
        files_done(ready, qtbot)
        assert (ready.learnt.digit, ready.learnt.since) == found


def test_moments_that_are_lost_are_gaps(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    run = trained(ready, qtbot, ends)
    ready.past.at_hand = MomentsAtHand(1)
    ready.runs.shelf.close()
    with qtbot.waitSignal(ready.learnt.changed, timeout=WAIT_MS):
        ready.board.set_drawing(sample_digit(1), "")
    files_done(ready, qtbot)
    answer = ready.recognizer.answer()
    assert answer is not None
    assert (ready.learnt.digit, ready.learnt.since) == (answer.ranking[0], len(run.history))


def test_the_time_of_a_deleted_run_is_over(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    first = trained(ready, qtbot, ends)
    with ends(Ending.COMPLETED):
        ready.training.train(SMALL)
    second = ready.runs.runs[1]
    ready.commands.delete(second)
    assert ready.past.run is first
    ready.past.look_first()
    qtbot.waitUntil(lambda: ready.past.looked is first.moments[0], timeout=WAIT_MS)
    assert ready.network.run is first
    ready.board.undo()
    ready.past.to_now()
    assert ready.past.run is second


def test_a_branch_has_all_of_the_way_until_there(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    run = trained(ready, qtbot, ends)
    branch = branched(run, run.moments[3].read())
    assert len(branch.history) == 10
    np.testing.assert_array_equal(branch.history.losses, run.history.losses[:10])
    assert branch.moments == run.moments[:4]
    assert branch.can_go_on
    assert branch.checkpoint is not None
    assert branch.checkpoint.slots == ()
    assert not branch.is_by_recipe
    assert can_branch(run, 19)
    assert not can_branch(run, 20)
