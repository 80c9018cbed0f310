"""What a recipe asks of a computer: figures worked out by hand, and what is refused."""

import platform
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.errors import RecipeError
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs import estimate
from digitpad.runs.estimate import (
    bytes_needed,
    check_affordable,
    free_bytes,
    multiply_adds,
    multiply_adds_a_second,
    seconds_a_batch,
)
from digitpad.runs.recipe import PRESETS, Optimizer, Recipe
from tests.sentences import refused

MEGABYTE = 1 << 20
LARGEST = Architecture((HiddenLayer(2048),) * 4)


def test_multiply_adds_by_hand() -> None:
    assert multiply_adds(Recipe()) == 128 * (2 * 784 * 512 + 3 * 512 * 10)
    assert multiply_adds(Recipe(architecture=Architecture(()))) == 128 * 2 * 7840
    # A batch is never larger than all images together.
    assert multiply_adds(Recipe(data=TrainingData(count=100))) == 100 * (2 * 784 * 512 + 3 * 512 * 10)


def test_memory_by_hand() -> None:
    weights = 407_050 * 4 * (1 + 2 * 2)
    activations = 128 * 4 * (784 + 3 * 522)
    kept = 2000 * 784
    assert bytes_needed(Recipe()) == weights + activations + 2 * 785 * 3328 + kept


@pytest.mark.parametrize(
    ("data", "images"),
    [
        (TrainingData(count=100), 100),
        (TrainingData(count=1000), 1000),
        (TrainingData(count=3000, validation=0.5), 2000 + 30_000),
        (TrainingData(TrainingImages.SHIFTED, 3000), 2000 + 3 * 3000),
        (TrainingData(TrainingImages.SHIFTED, 3000, mix=0.5), 2000 + 4 * 3000),
        (TrainingData(TrainingImages.VARIED, 3000), 2000 + 3 * 3000 + 60_000),
        (TrainingData(left_out=(0, 1, 2, 3, 4, 5, 6, 7, 8), images=TrainingImages.SHIFTED), 2000 + 3 * 5949),
    ],
)
def test_images_by_hand(data: TrainingData, images: int) -> None:
    one_batch = Recipe(data=TrainingData(count=1))
    network = bytes_needed(replace(one_batch, batch_size=1)) - 784
    assert bytes_needed(Recipe(batch_size=1, data=data)) - network == 784 * images


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        (Recipe(), Recipe(batch_size=60_000)),
        (Recipe(), Recipe(architecture=LARGEST)),
        (Recipe(), Recipe(optimizer=Optimizer.ADAM)),
        (Recipe(data=TrainingData(count=100)), Recipe(batch_size=60_000)),
        (Recipe(), Recipe(data=TrainingData(TrainingImages.VARIED))),
    ],
)
def test_more_takes_more(smaller: Recipe, larger: Recipe) -> None:
    assert bytes_needed(smaller) < bytes_needed(larger)
    assert seconds_a_batch(smaller) <= seconds_a_batch(larger)


@given(
    units=st.lists(st.integers(1, 2048), max_size=4),
    batch_size=st.integers(1, 60_000),
    optimizer=st.sampled_from(Optimizer),
    count=st.integers(1, 60_000),
)
def test_whatever_the_recipe(units: list[int], batch_size: int, optimizer: Optimizer, count: int) -> None:
    recipe = Recipe(
        batch_size=batch_size,
        optimizer=optimizer,
        architecture=Architecture(tuple(HiddenLayer(number) for number in units)),
        data=TrainingData(count=count),
    )
    assert MEGABYTE < bytes_needed(recipe) < 10_000 * MEGABYTE
    assert 0 < seconds_a_batch(recipe) < 2000


@pytest.mark.parametrize("preset", PRESETS)
def test_what_comes_with_the_program_can_be_had_on_this_computer(preset: str) -> None:
    check_affordable(PRESETS[preset])


def test_too_much_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "free_bytes", lambda: 20 * MEGABYTE)
    with refused(r"would take about \d+ MB .* has 10 MB to spare .*fewer units", RecipeError):
        check_affordable(Recipe())


def test_too_long_a_batch_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "free_bytes", lambda: 2**40)
    monkeypatch.setattr(estimate, "multiply_adds_a_second", lambda: 1e10)
    with refused(r"one batch would take about \d+ seconds, .*smaller batch size", RecipeError):
        check_affordable(Recipe(batch_size=60_000, architecture=LARGEST))
    check_affordable(Recipe(architecture=LARGEST))


def test_the_rate_is_measured_once() -> None:
    rate = multiply_adds_a_second()
    assert 1e9 < rate < 1e14
    assert multiply_adds_a_second() == rate


class TestFreeMemory:
    def test_of_this_computer(self) -> None:
        assert 64 * MEGABYTE < free_bytes() < 2**50

    @pytest.mark.skipif(platform.system() != "Linux", reason="/proc/meminfo is Linux's")
    def test_linux_says_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = "MemTotal:  100 kB\nMemFree:  10 kB\nMemAvailable:   40 kB\n"
        monkeypatch.setattr(Path, "read_text", lambda *_: text)
        assert free_bytes() == 40 * 1024

    @pytest.mark.skipif(platform.system() != "Linux", reason="/proc/meminfo is Linux's")
    @pytest.mark.parametrize("text", ["", "MemTotal: 100 kB", "MemAvailable: many kB"])
    def test_a_kernel_that_does_not(self, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        monkeypatch.setattr(Path, "read_text", lambda *_: text)
        assert free_bytes() == estimate.FALLBACK_FREE_BYTES

    @pytest.mark.skipif(platform.system() == "Windows", reason="Windows has no sysconf")
    def test_another_system_is_asked_for_all_of_its_memory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(platform, "system", lambda: "Darwin")
        assert 64 * MEGABYTE < free_bytes() < 2**50

    @pytest.mark.skipif(platform.system() == "Windows", reason="here it answers")
    def test_a_windows_that_does_not_answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(platform, "system", lambda: "Windows")
        assert free_bytes() == estimate.FALLBACK_FREE_BYTES
