"""What a script and a notebook are made of, and which runs can be one."""

import ast
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.document.takeaway.takeaway import NotAtHome, Way, script, why_not
from digitpad.network.initial import Initializer
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, HANDWRITING_RECIPE, KERAS_RECIPE, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.textbook import network, training
from digitpad.workspace.wording.takeaway_texts import comments, why_not_home

MOST_LINES = {Way.LESSON: 110, Way.KERAS: 65}
"""That are not empty: a script is read aloud."""


def text(recipe: Recipe, way: Way, *, notebook: bool = False, name: str = "Run 1") -> str:
    return script(recipe, comments(Run(0, name, recipe)), way, notebook=notebook)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("recipe", [KERAS_RECIPE, FROM_SCRATCH_RECIPE])
def test_a_script_is_short_enough_to_read_aloud(recipe: Recipe, way: Way) -> None:
    lines = [line for line in text(recipe, way).splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES[way]
    assert max(map(len, lines)) <= 100


def imported(code: str) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert all(isinstance(node, ast.Import) for node in nodes)
    return {alias.name for node in nodes for alias in node.names}


def test_a_script_needs_tensorflow_and_numpy_alone() -> None:
    assert imported(text(KERAS_RECIPE, Way.LESSON)) == {"math", "sys", "keras", "numpy", "tensorflow"}
    assert imported(text(KERAS_RECIPE, Way.KERAS)) == {"sys", "keras", "numpy"}


def defined(code: str) -> dict[str, set[str]]:
    """Return each class's and function's statements that hold no others, but for docstrings."""
    return {
        node.name: {
            ast.unparse(line)
            for line in ast.walk(node)
            if isinstance(line, ast.stmt) and not hasattr(line, "body")
            if not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        }
        for node in ast.parse(code).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    }


def test_the_lesson_goes_home_as_it_stands_on_its_page() -> None:
    at_home = defined(text(FROM_SCRATCH_RECIPE, Way.LESSON))
    page = defined(Path(network.__file__).read_text("utf-8")) | defined(Path(training.__file__).read_text("utf-8"))
    names = {"NaiveDense", "NaiveSequential", "BatchGenerator", "update_weights", "one_training_step", "fit"}
    assert names <= set(at_home) & set(page)
    for name in names:
        assert page[name]
        assert page[name] <= at_home[name]
        if name != "fit":
            assert page[name] == at_home[name]


def cells(notebook: str) -> list[dict[str, Any]]:
    read = json.loads(notebook)
    assert (read["nbformat"], read["nbformat_minor"]) == (4, 5)
    assert read["metadata"]["kernelspec"]["name"] == "python3"
    return list(read["cells"])


@pytest.mark.parametrize("way", Way)
def test_a_notebook_has_the_scripts_code_in_cells(way: Way) -> None:
    found = cells(text(KERAS_RECIPE, way, notebook=True))
    assert len({cell["id"] for cell in found}) == len(found)
    assert {tuple(sorted(cell)) for cell in found if cell["cell_type"] == "code"} == {
        ("cell_type", "execution_count", "id", "metadata", "outputs", "source")
    }
    assert {tuple(sorted(cell)) for cell in found if cell["cell_type"] == "markdown"} == {
        ("cell_type", "id", "metadata", "source")
    }
    code = "\n".join("".join(cell["source"]) for cell in found if cell["cell_type"] == "code")
    # A notebook's arguments are its kernel's.
    assert imported(code) == imported(text(KERAS_RECIPE, way)) - {"sys"}
    assert "class BatchGenerator" in code or way is Way.KERAS


def test_whatever_a_run_is_called_its_script_is_python() -> None:
    name = 'x"""\\ {y} # *z* [a](b) 数 $m$'
    for way in Way:
        ast.parse(text(KERAS_RECIPE, way, name=name))
        title = "".join(cells(text(KERAS_RECIPE, way, name=name, notebook=True))[0]["source"])
        assert "\\*z\\*" in title
        assert "\\$m\\$" in title


@pytest.mark.parametrize("name", ["encoding", "One-hot encoding: 512", 30 * "với " + "coding=x", "coding: utf-16"])
@pytest.mark.parametrize("way", Way)
def test_what_python_reads_in_comments_is_no_part_of_a_name(way: Way, name: str) -> None:
    """“# encoding: …” in the first lines says what letters the file is in: then it was no Python."""
    compile(text(KERAS_RECIPE, way, name=name).encode(), "run.py", "exec")


def test_a_long_title_is_wrapped_and_stays_a_comment() -> None:
    code = text(KERAS_RECIPE, Way.KERAS, name="long " * 39 + "name")
    before = code[: code.index("import sys")].strip().splitlines()
    assert len(before) > 2
    assert all(line.startswith("# ") and len(line) <= 100 for line in before)


def test_a_run_that_is_not_over_says_so() -> None:
    run = Run(0, "Run 1", KERAS_RECIPE)
    run.history.extend(np.array([1.0, 0.5, 0.4], np.float32), 0.1)
    assert re.search("has done 3 of its 2,?345 batches", comments(run).needs)


WAITING = Recipe(patience=3, best_weights=True, data=TrainingData(validation=0.1))


def test_patience_and_the_best_weights_are_said_and_done() -> None:
    assert "after 3 epoch" in comments(Run(0, "Run 1", WAITING)).train
    assert "EarlyStopping(patience=3, restore_best_weights=True)" in text(WAITING, Way.KERAS)
    assert "if epoch_counter - best_epoch >= 3:" in text(WAITING, Way.LESSON)
    assert "best" not in text(KERAS_RECIPE, Way.LESSON)


def test_weight_decay_is_the_optimizers_own_argument() -> None:
    recipe = Recipe(optimizer=Optimizer.ADAM, weight_decay=0.01)
    for way in Way:
        assert "keras.optimizers.Adam(learning_rate=0.001, weight_decay=0.01)" in text(recipe, way)


@pytest.mark.parametrize(
    ("recipe", "why"),
    [
        (KERAS_RECIPE, None),
        (HANDWRITING_RECIPE, NotAtHome.VARIED),
        (replace(KERAS_RECIPE, data=TrainingData(TrainingImages.SHIFTED)), NotAtHome.VARIED),
        (replace(KERAS_RECIPE, data=TrainingData(mix=0.5)), NotAtHome.CLASS),
        (replace(KERAS_RECIPE, initializer=Initializer.READY_MADE), NotAtHome.READY_MADE),
    ],
)
def test_which_recipes_can_be_taken_home(recipe: Recipe, why: NotAtHome | None) -> None:
    run = Run(0, "Run 1", recipe)
    assert why_not(run) is why
    assert bool(why_not_home(run)) == (why is not None)


def test_what_was_done_by_hand_stays_here() -> None:
    changed, by_hand = Run(0, "Run 1", KERAS_RECIPE), Run(1, "Run 2", KERAS_RECIPE)
    changed.change_learning_rate(0.5)
    by_hand.history.add_intervention(Intervention(0, How.BATCHES, 1, (3,), alone=True))
    assert why_not(changed) is why_not(by_hand) is NotAtHome.BY_HAND
    assert "by hand" in why_not_home(changed)
