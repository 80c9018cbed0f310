"""The queue in a session's file and in its journal."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digitpad.document.journal import Journal
from digitpad.document.journal_reading import read_journal
from digitpad.document.queue_words import MOST_PLANS, queue_as_json, read_queue
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.errors import RecipeError
from digitpad.runs.queue.plan import Attempt, KeptPlan, Kind, Plan, Standing
from digitpad.runs.recipe import KERAS_RECIPE, Loop
from tests.document.test_session_file import NO_HIDDEN_RECIPE, make_run

QUEUE = (
    KeptPlan(Plan(NO_HIDDEN_RECIPE, Loop.LINE_BY_LINE, Attempt(Kind.RATES, 2)), Standing.DIVERGED, 0),
    KeptPlan(Plan(KERAS_RECIPE), Standing.WAITING, 1),
    KeptPlan(Plan(replace(KERAS_RECIPE, seed=5), Loop.KERAS)),
)


@pytest.fixture
def session() -> SavedSession:
    runs = tuple(make_run(number, NO_HIDDEN_RECIPE, 5, checkpoint=False) for number in range(2))
    return SavedSession(runs=runs, queue=QUEUE)


def test_a_file_keeps_it(session: SavedSession, tmp_path: Path) -> None:
    path = tmp_path / "lesson.digitpad"
    save_session(path, session)
    assert load_session(path).queue == QUEUE


def test_a_journal_keeps_it_as_it_changes(session: SavedSession, tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for queue in ((), QUEUE, QUEUE[1:]):
        journal.write(replace(session, queue=queue))
        assert read_journal(tmp_path).queue == queue


@pytest.mark.parametrize(
    "change",
    [
        {"standing": "tired"},
        {"kind": "colours"},
        {"number": -1, "kind": "rates"},
        {"run": 2},
        {"run": True},
        {"recipe": None},
        {"color": "red"},
    ],
)
def test_what_makes_no_sense_is_refused(change: dict[str, Any]) -> None:
    (said,) = queue_as_json(QUEUE[1:2])
    assert read_queue([said], 2) == QUEUE[1:2]
    with pytest.raises((ValueError, TypeError, KeyError)):
        read_queue([said | change], 2)


def test_a_recipe_and_a_loop_that_make_no_sense_are_refused_with_a_reason() -> None:
    (said,) = queue_as_json(QUEUE[1:2])
    for change in ({"recipe": said["recipe"] | {"epochs": 0}}, {"loop": "by hand"}):
        with pytest.raises(RecipeError):
            read_queue([said | change], 2)


@pytest.mark.parametrize("entries", [None, {}, [7], [[]]])
def test_a_queue_is_a_list_of_plans(entries: object) -> None:
    with pytest.raises(ValueError):
        read_queue(entries, 0)


def test_no_queue_is_so_long() -> None:
    (said,) = queue_as_json(QUEUE[2:])
    assert len(read_queue([said] * MOST_PLANS, 0)) == MOST_PLANS
    with pytest.raises(ValueError):
        read_queue([said] * (MOST_PLANS + 1), 0)
