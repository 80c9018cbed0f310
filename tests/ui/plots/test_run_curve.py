"""Where a run's losses stand on each axis, and which of them is nearest."""

import numpy as np
import pytest

from digitpad.data.training_data import TrainingData
from digitpad.runs.axis import Axis, between, nearest, positions, span_of
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.plots.run_curve import Look, RunCurve
from digitpad.ui.theme import LIGHT


@pytest.fixture
def run() -> Run:
    """Four batches, two an epoch, that took 1, 1, 4 and 4 seconds."""
    run = Run(0, "Run 1", Recipe(batch_size=50, data=TrainingData(count=100)))
    run.history.extend(np.ones(2, np.float32), 2.0)
    run.history.extend(np.ones(2, np.float32), 8.0)
    return run


@pytest.mark.parametrize(
    ("axis", "places"),
    [
        (Axis.BATCH, [0, 1, 2, 3, 4]),
        (Axis.EPOCH, [0, 0.5, 1, 1.5, 2]),
        (Axis.SECONDS, [0, 1, 2, 6, 10]),
        (Axis.LOGARITHM, np.log10([1, 2, 3, 4, 5])),
    ],
)
def test_a_loss_stands_at_the_updates_done_when_it_was_measured(run: Run, axis: Axis, places: list[float]) -> None:
    """The first is the untrained network's; behind the last there is the end of the run."""
    np.testing.assert_allclose(positions(run, axis, np.arange(5)), places)


@pytest.mark.parametrize(
    ("axis", "x", "number"),
    [
        (Axis.SECONDS, 1.4, 1),
        (Axis.SECONDS, 3.9, 2),
        (Axis.SECONDS, 4.1, 3),
        (Axis.SECONDS, 0.0, 0),
        (Axis.SECONDS, 10.0, 3),
        (Axis.SECONDS, 11.0, None),
        (Axis.SECONDS, -1.0, None),
        (Axis.EPOCH, 0.6, 1),
        (Axis.EPOCH, 1.4, 3),
        (Axis.EPOCH, 3.0, None),
        (Axis.BATCH, 1.4, 1),
        (Axis.BATCH, 0.2, 0),
        (Axis.BATCH, -0.8, None),
        (Axis.BATCH, 5.0, None),
        (Axis.LOGARITHM, 0.0, 0),
        (Axis.LOGARITHM, 0.45, 2),
        (Axis.LOGARITHM, 1.0, None),
    ],
)
def test_the_nearest_loss_is_the_nearest_one(run: Run, axis: Axis, x: float, number: int | None) -> None:
    assert nearest(run, x, axis) == number


@pytest.mark.parametrize("x", [309.0, -309.0, 1e300, -1e300, 1.7e308, -1.7e308])
@pytest.mark.parametrize("axis", Axis)
def test_far_from_all_losses_none_is_near(run: Run, axis: Axis, x: float) -> None:
    """Whoever has zoomed out by the wheel can point there."""
    assert nearest(run, x, axis) is None


@pytest.mark.parametrize("count", [1, 2, 100, 5000])
@pytest.mark.parametrize("pixels", [300, 1200])
def test_on_a_logarithmic_axis_the_first_losses_are_all_drawn(count: int, pixels: int) -> None:
    """They have most of the axis: a pair of them as one point would hide how the loss began to fall."""
    run = Run(0, "Run 1", Recipe(epochs=1, batch_size=1))
    run.history.extend(np.linspace(2.3, 0.1, count).astype(np.float32), 1.0)
    curve = RunCurve()
    curve.show(run, Look(Axis.LOGARITHM, 25, pixels, False, LIGHT))
    x, y = curve.raw.getOriginalDataset()
    first = min(count, 20)
    np.testing.assert_allclose(x[:first], np.log10(1 + np.arange(first)))
    np.testing.assert_allclose(y[:first], run.history.losses[:first])
    assert len(x) <= 2 * pixels + 1
    assert y[-1] == run.history.losses[-1]
    ends, means = curve.mean.getOriginalDataset()
    assert ends[0] == 0
    assert ends[-1] == pytest.approx(np.log10(count))
    assert means[-1] == pytest.approx(run.history.moving_average(np.array([count - 1]), 25)[0])


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 5000])
def test_the_mean_ends_where_the_run_does(count: int) -> None:
    run = Run(0, "Run 1", Recipe(epochs=1, batch_size=1))
    run.history.extend(np.ones(count, np.float32), 1.0)
    curve = RunCurve()
    curve.show(run, Look(Axis.BATCH, 25, 300, False, LIGHT))
    x, _ = curve.mean.getOriginalDataset() if count else (np.empty(0), None)
    assert count == 0 or x[-1] == count - 1
    assert np.all(np.diff(x) > 0)


def long_run(count: int) -> Run:
    run = Run(0, "Run 1", Recipe(epochs=2, batch_size=2))
    run.history.extend(np.linspace(2.3, 0.1, count).astype(np.float32), count / 100)
    return run


@pytest.mark.parametrize("axis", Axis)
def test_beside_a_run_that_has_just_begun_a_long_one_is_drawn_loss_by_loss(axis: Axis) -> None:
    """The axis grows with the run under way: that of before, with which it is compared, had a point for 32."""
    run, pixels, seen = long_run(20_000), 600, 26
    _, high = positions(run, axis, np.array([0, seen]))
    curve = RunCurve()
    curve.show(run, Look(axis, 25, pixels, False, LIGHT, span=span_of(0.0, high)))
    x, y = curve.raw.getOriginalDataset()
    np.testing.assert_allclose(x[:seen], positions(run, axis, np.arange(seen)))
    np.testing.assert_allclose(y[:seen], run.history.losses[:seen])
    assert curve.raw.opts["downsample"] == 1
    ends, means = curve.mean.getOriginalDataset()
    np.testing.assert_allclose(ends[:seen], positions(run, axis, np.arange(seen)))
    np.testing.assert_allclose(means[:seen], run.history.moving_average(np.arange(seen), 25))


@pytest.mark.parametrize("axis", [Axis.BATCH, Axis.EPOCH, Axis.SECONDS])
@pytest.mark.parametrize(("first", "end"), [(0, 20_000), (7000, 7100), (19_990, 20_000), (100, 9000)])
def test_what_is_seen_is_drawn_and_little_else(axis: Axis, first: int, end: int) -> None:
    run, pixels = long_run(20_000), 600
    low, high = positions(run, axis, np.array([first, end - 1]))
    curve = RunCurve()
    curve.show(run, Look(axis, 25, pixels, False, LIGHT, span=span_of(low, high)))
    x, _ = curve.raw.getOriginalDataset()
    share = curve.raw.opts["downsample"]
    assert x[0] <= low
    assert x[-1] >= high
    assert share <= 1.5 * max(1, (end - first) / pixels)
    assert len(x) <= 1.5 * (end - first) + 4 * share
    ends, _ = curve.mean.getOriginalDataset()
    assert ends[0] <= low or first < share
    assert ends[-1] >= high


@pytest.mark.parametrize(
    ("axis", "low", "high", "found"),
    [
        (Axis.BATCH, 0.5, 2.0, (1, 3)),
        (Axis.BATCH, -1e300, 1e300, (0, 4)),
        (Axis.BATCH, 5.0, 9.0, (4, 4)),
        (Axis.BATCH, -9.0, -5.0, (0, 0)),
        (Axis.EPOCH, 0.5, 1.0, (1, 3)),
        (Axis.SECONDS, 0.5, 2.0, (1, 3)),
        (Axis.SECONDS, 2.5, 99.0, (3, 4)),
        (Axis.LOGARITHM, 0.2, 0.5, (1, 3)),
    ],
)
def test_losses_between_two_places(run: Run, axis: Axis, low: float, high: float, found: tuple[int, int]) -> None:
    assert between(run, axis, low, high) == found


@pytest.mark.parametrize(
    ("low", "high"), [(0.0, 26.5), (0.0, 1e300), (-5e-324, 5e-324), (1e6, 1e6 + 3), (-70.0, 2.0)]
)
def test_a_span_has_all_of_the_axis_and_little_more(low: float, high: float) -> None:
    first, end = span_of(low, high)
    assert first <= low < high <= end
    assert end - first <= max(1.3 * (high - low), 1e-9)


def test_not_each_move_is_another_span() -> None:
    """A curve is made ready for each."""
    assert len({span_of(low, low + 1000) for low in np.arange(0.0, 64.0).tolist()}) <= 3
