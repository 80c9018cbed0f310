"""How the benchmark takes things in turn, reads figures, and prints its promises. No figure is judged here."""

import importlib
import json
import math
from typing import Any

import pytest

from tests.conftest import ROOT, FreshPython

A_LITTLE_OF_EACH = """
import json, os, sys
sys.path[:0] = ["scripts", "."]
from digitpad.app import prepare_process
prepare_process()
import digitpad.workspace
from dataclasses import replace
from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Architecture, HiddenLayer
from measures import inside, past, stepping, testing
small = replace(past.RECIPE, architecture=Architecture((HiddenLayer(16),)))
inside.KERAS_RECIPE = testing.KERAS_RECIPE = small
stepping.CARDS, stepping.PUSHES, stepping.GIVEN_UP = 9, 4, 3
testing.TIMES, testing.FRAMES = 2, 4
inside.POINTS, inside.SETTLING_MS, inside.WATCHED_MS = 9, 100, 300
past.MOVES, past.RECIPE = 4, replace(small, epochs=1, data=TrainingData(count=2000))
found = {measure.__name__: measure() for measure in (stepping.stepping, testing.testing, inside.inside, past.past)}
print(json.dumps(found), flush=True)
os._exit(0)
"""
"""The benchmark's own measures, cut short. It gives each a process; together they import TensorFlow once."""


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``measures`` be found, as it is when a script runs."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def module(name):
    return importlib.import_module(f"measures.{name}")


def test_pairs_are_taken_in_turn_so_that_a_drift_cancels() -> None:
    order = []

    def take(name):
        order.append(name)
        return len(order)

    pairs = list(module("in_turn").pairs_in_turn(lambda: take("ours"), lambda: take("theirs"), 4))
    assert order == ["ours", "theirs", "theirs", "ours"] * 2
    assert pairs == [(1, 2), (4, 3), (5, 6), (8, 7)]
    assert sum(ours for ours, _ in pairs) == sum(theirs for _, theirs in pairs)


def test_figures_have_names_and_lists_their_median() -> None:
    result = {"gaps": {"p99": 8.0, "longest": 20, "count": 900}, "stops": [1.0, 9.0, 2.0], "accuracies": [0.9]}
    assert module("in_turn").figures(result, "training") == {
        "training gaps p99": 8.0,
        "training gaps longest": 20.0,
        "training stops": 2.0,
    }


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ([1.04, 1.04, 9.0], [1.0, 1.0, 1.0], "no worse"),
        ([1.06, 1.06, 0.1], [1.0, 1.0, 1.0], "**worse**"),
        ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], "no worse"),
        ([2.0, 2.0, 2.0], [0.0, 0.0, 0.0], "**worse**"),
        ([-3.0, -3.0, 1.0], [2.0, 2.0, 2.0], "no worse"),
    ],
)
def test_five_percent_are_allowed(monkeypatch: pytest.MonkeyPatch, ours, theirs, verdict) -> None:
    in_turn = module("in_turn")
    found = {None: iter(ours), ROOT: iter(theirs)}
    monkeypatch.setattr(in_turn, "measured", lambda _, root=None: {"ms": next(found[root])})
    (compared,) = in_turn.compare_checkouts(ROOT, "holding", 3)
    assert compared.name == "holding ms"
    assert str(compared).endswith(f"| {verdict} |")


def test_a_slower_pace_is_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    in_turn = module("in_turn")
    monkeypatch.setattr(in_turn, "measured", lambda _, root=None: {"images_per_second": 200 if root else 100})
    (compared,) = in_turn.compare_checkouts(ROOT, "line_by_line", 3)
    assert compared.ratio == 2


def test_figures_that_one_checkout_lacks_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    in_turn = module("in_turn")
    monkeypatch.setattr(in_turn, "measured", lambda _, root=None: {"old": 1} if root else {"old": 1, "new": 1})
    assert [compared.name for compared in in_turn.compare_checkouts(ROOT, "cycles", 2)] == ["cycles old"]


def test_promises_that_were_not_measured_have_no_line() -> None:
    promises = module("promises")
    rows = promises.rows({"long_plot": {"p99": 8.1}, "largest": {"batch": 120.0}})
    assert [str(row) for row in rows] == [
        "| redraw of 50,000 losses, 99th percentile | 8.10 ms | ≤ 8 ms | **no** |",
        "| one of its batches | 120.00 ms | – | – |",
    ]


def test_what_cannot_be_known_is_not_kept() -> None:
    (row,) = module("promises").rows({"cycles": {"threads": math.nan}})
    assert not row.kept


def test_a_new_architecture_is_compiled_within_three_seconds_or_the_promise_is_broken() -> None:
    for seconds, verdict in ((2.9, "yes"), (3.1, "**no**")):
        milliseconds = 1000 * seconds
        measured = {"architectures": {"first_losses": [milliseconds]}, "largest": {"first_losses": milliseconds}}
        of_one, of_the_largest = map(str, module("promises").rows(measured))
        assert of_one.endswith(f"≤ 3000 ms | {verdict} |")
        assert of_the_largest.endswith(f"≤ 3000 ms | {verdict} |")


@pytest.fixture(scope="module")
def measured(fresh_python: FreshPython) -> dict[str, dict[str, Any]]:
    done = fresh_python("-c", A_LITTLE_OF_EACH)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("name", "promised"),
    [
        ("stepping", [50, 33, 16, 100]),
        ("testing", [150, None, 33, 16, 16, 33]),
        ("inside", [16, 33, 100, 33, 12]),
        ("past", [33, 150]),
    ],
)
def test_every_promise_gets_its_figure(
    measured: dict[str, dict[str, Any]], name: str, promised: list[int | None]
) -> None:
    rows = module("promises").rows({name: measured[name]})
    assert [row.most for row in rows] == promised
    assert all(row.value > 0 for row in rows)


def test_as_much_is_measured_as_is_asked_for(measured: dict[str, dict[str, Any]]) -> None:
    assert measured["stepping"]["card"]["count"] == 9
    assert measured["stepping"]["push"]["count"] == 4
    assert measured["testing"]["scrolling"]["most"]["count"] == 4
    assert measured["inside"]["pen_training"]["count"] >= 9
    assert measured["past"]["answer"]["count"] == 4
