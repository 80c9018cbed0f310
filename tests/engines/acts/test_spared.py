"""What a traced step does not do: what nobody looks at, and what is traced only to be passed over."""

import sys
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from typing import Any

import keras
import pytest
import tensorflow as tf

from digitpad.data.mnist import Dataset
from digitpad.engines import loop
from digitpad.engines.acts.protocol import Go
from digitpad.engines.acts.tape import Act
from digitpad.engines.protocol import Job
from digitpad.runs.events import CheckpointTaken
from digitpad.textbook import training
from tests.engines.acts.stepping import stops, told
from tests.engines.acts.test_tape_engine import BEFORE, RECIPE, compiled, copy_of_the_page


def noted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, note: Callable[[], object]) -> list[object]:
    """Have a function say something each time it is called, and return what it has said."""
    found: list[object] = []
    function = getattr(owner, name)

    def noting(*arguments: Any, **named: Any) -> Any:
        found.append(note())
        return function(*arguments, **named)

    monkeypatch.setattr(owner, name, noting)
    return found


def test_gradients_are_made_once_a_step(small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    made = noted(monkeypatch, tf.GradientTape, "gradient", lambda: None)
    assert stops(small_dataset, Job(RECIPE), Go.CARD)[-1].tape.again is not None
    assert len(made) == 1


def test_a_loss_that_a_class_makes_anew_behind_the_gradients_is_that_of_both_passes(
    small_dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = stops(small_dataset, Job(RECIPE), Go.CARD)[-1].tape
    page = copy_of_the_page(tmp_path, "gradients = ", "average_loss = average_loss * 2")
    monkeypatch.setattr(training, "one_training_step", page.one_training_step)
    tape = stops(small_dataset, Job(RECIPE), Go.CARD)[-1].tape
    assert usual.mean is not None
    assert usual.again is not None
    assert tape.mean == pytest.approx(2 * usual.mean, rel=1e-5)
    assert tape.again is not None
    assert tape.again.mean == pytest.approx(2 * usual.again.mean, rel=1e-5)


def test_an_optimizer_s_own_functions_are_not_traced_and_the_lines_behind_it_are(
    small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    traced = noted(monkeypatch, keras.optimizers.RMSprop, "update_step", sys.gettrace)
    found = stops(small_dataset, Job(RECIPE), Go.CARD)
    assert traced
    assert not any(traced)
    update = next(stop for stop in found if stop.tape.complete is Act.UPDATE)
    assert update.place is not None
    assert update.place.page.lines[update.place.line].strip() == "return average_loss"


def test_a_run_that_goes_on_needs_no_first_weights(
    small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = compiled(small_dataset, RECIPE, BEFORE)
    drawn = noted(monkeypatch, loop, "untrained", lambda: None)
    *_, taken = told(small_dataset, Job(RECIPE, begun), repeat(Go.CARD))
    assert isinstance(taken, CheckpointTaken)
    assert taken.checkpoint.snapshot.updates == BEFORE + 1
    assert not drawn


def test_a_step_takes_nothing_out_of_the_program_that_nobody_asks_for(
    small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_out = noted(monkeypatch, loop.TrainingLoop, "detach", lambda: None)
    for _ in range(2):  # another step finds the program free
        assert stops(small_dataset, Job(RECIPE), Go.CARD)[-1].tape.again is not None
    assert not taken_out
