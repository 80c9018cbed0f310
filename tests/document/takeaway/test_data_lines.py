"""The lines that choose images choose what TrainingData chooses, on the real MNIST."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.document.takeaway.data_lines import data_parts
from digitpad.resources import asset
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.wording.takeaway_texts import comments

MNIST = asset("mnist.npz")
AT_ONCE = 1000


def chosen_by_script(data: TrainingData, mnist: Path = MNIST, **known: object) -> dict[str, Any]:
    """Run the lines in the folder's stead: the first argument is MNIST's file."""
    said = comments(Run(0, "Run 1", Recipe(data=data, shuffle=not data.by_label)))
    names: dict[str, Any] = {"np": np, "sys": SimpleNamespace(argv=["run.py", str(mnist)]), **known}
    for part in data_parts(data, said, takes_argument=True):
        exec(part.code, names)
    return names


def assert_pictures(found: np.ndarray, images: np.ndarray) -> None:
    """Compare a script's floats with images, (n, 784) both: not all 60,000 at once, which takes long to be had."""
    assert found.shape == images.shape
    assert found.dtype == np.float32
    for start in range(0, len(images), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        assert np.array_equal(found[some], images[some].astype(np.float32) / 255), some


@pytest.mark.parametrize(
    "data",
    [
        TrainingData(),
        TrainingData(count=100),
        TrainingData(count=1003, seed=5),
        TrainingData(count=58_000, seed=2),
        TrainingData(count=1000, left_out=(7,), wrong_labels=0.2),
        TrainingData(left_out=(0, 9), by_label=True),
        TrainingData(validation=0.1),
        TrainingData(count=1000, validation=0.25, seed=3, left_out=(4,), wrong_labels=0.5, by_label=True),
        TrainingData(wrong_labels=0.3, seed=1),
    ],
)
def test_the_lines_choose_what_the_run_learns_from(data: TrainingData) -> None:
    mnist = load_dataset()
    names = chosen_by_script(data)
    found = data.training_set(mnist)
    assert_pictures(names["images"], found.images[found.order])
    np.testing.assert_array_equal(names["labels"], found.labels[found.order])
    assert_pictures(names["test_images"], mnist.test_images)
    np.testing.assert_array_equal(names["test_labels"], mnist.test_labels)
    assert ("validation_images" in names) == (data.of_validation > 0)
    if data.of_validation:
        places = np.argsort(names["held_out"])
        assert_pictures(names["validation_images"][places], found.validation.images)
        np.testing.assert_array_equal(names["validation_labels"][places], found.validation.labels)


def test_where_there_is_no_file_keras_is_asked_for_mnist(tmp_path: Path) -> None:
    """Keras itself would download it: what it returns is made of ours, in the shapes that it documents."""
    data, mnist = TrainingData(count=1000, left_out=(7,), wrong_labels=0.2), load_dataset()
    asked = []

    def load_data() -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
        asked.append(True)
        return (
            (mnist.train_images.reshape(-1, 28, 28), mnist.train_labels.copy()),
            (mnist.test_images.reshape(-1, 28, 28), mnist.test_labels.copy()),
        )

    keras = SimpleNamespace(datasets=SimpleNamespace(mnist=SimpleNamespace(load_data=load_data)))
    by_file = chosen_by_script(data, keras=keras)
    assert not asked
    by_keras = chosen_by_script(data, tmp_path / "mnist.npz", keras=keras)
    assert asked == [True]
    for name in ("images", "labels", "test_images", "test_labels"):
        np.testing.assert_array_equal(by_keras[name], by_file[name])


def test_what_a_recipe_does_not_ask_for_has_no_lines() -> None:
    data = TrainingData()
    code = "\n".join(
        part.code for part in data_parts(data, comments(Run(0, "Run 1", Recipe())), takes_argument=False)
    )
    assert "chosen" not in code
    assert "sys" not in code
