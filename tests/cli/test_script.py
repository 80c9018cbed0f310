"""``digitpad train --script``: a run to take home, and sentences where there can be none."""

import json
import re
import runpy
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from digitpad.document.takeaway.takeaway import Way, script
from digitpad.resources import asset
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.takeaway_texts import comments
from tests.cli.test_commands import run
from tests.conftest import FreshPython

QUICK = ("--epochs", 1, "--images", 200, "--batch-size", 50, "--hidden", 16)
CODE_AT_LEAST = 20
"""Lines of code of any script."""


def code_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize(("engine", "way"), [("compiled", Way.LESSON), ("keras", Way.KERAS)])
def test_it_is_the_windows_script_of_the_same_recipe(
    engine: str, way: Way, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.py"
    assert run("train", *QUICK, "--engine", engine, "--json", "--script", path) == 0
    recipe = Recipe.from_dict(json.loads(capsys.readouterr().out)["recipe"])
    speak()
    theirs = code_of(script(recipe, comments(Run(0, "Run 1", recipe)), way))
    assert len(theirs) >= CODE_AT_LEAST
    assert code_of(path.read_text("utf-8")) == theirs
    assert "batches; here it goes to its end" not in path.read_text("utf-8")


@dataclass(frozen=True)
class Written:
    """What a command said that wrote a script, and where it is."""

    said: list[str]
    path: Path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, fresh_python: FreshPython) -> Written:
    """By a process that has spoken no language yet."""
    path = tmp_path_factory.mktemp("home") / "mine.py"
    kept = "--validation", 0.1, "--patience", 1
    done = fresh_python("-m", "digitpad", "train", *QUICK, *kept, "--script", path)
    assert done.returncode == 0, done.stderr
    return Written(done.stdout.splitlines(), path)


def test_it_says_where_it_lies_and_trains_to_the_same_figures(
    written: Written, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert written.said[0] == f"Script written to {written.path}."
    told = written.said[1].split("test accuracy ")[1].split("%")[0]
    monkeypatch.setattr(sys, "argv", [str(written.path), str(asset("mnist.npz"))])
    runpy.run_path(str(written.path), run_name="__main__")
    (read,) = re.findall(r"test: loss [\d.]+, accuracy ([\d.]+)%", capsys.readouterr().out)
    assert float(read) == pytest.approx(float(told), abs=0.5)


def test_its_comments_count_in_words_that_fit(written: Written) -> None:
    text = written.path.read_text("utf-8")
    assert "200 images ·" in text
    assert "(s)" not in "".join(line for line in text.splitlines() if line.startswith("#"))


def test_a_notebook_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.ipynb"
    assert run("train", *QUICK, "--json", "--script", path) == 0
    capsys.readouterr()
    assert json.loads(path.read_text("utf-8"))["nbformat"] == 4


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--preset", "handwriting"), "changes its pictures anew"),
        (("--pictures", "shifted"), "changes its pictures anew"),
        (("--initial", "ready-made"), "ready-made network's weights"),
    ],
)
def test_what_cannot_go_home_is_refused_before_it_trains(
    arguments: tuple[str, ...], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.py"
    assert run("train", *arguments, "--script", path) == 1
    out, error = capsys.readouterr()
    assert not out
    assert error.startswith("digitpad: No script was written, and nothing was trained. It cannot be taken home")
    assert reason in error
    assert not path.exists()


def test_it_does_not_take_the_place_of_the_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both were written, and the network alone was there in the end."""
    path = tmp_path / "mine.npz"
    assert run("train", *QUICK, "--save", path, "--script", f"{tmp_path}/../{tmp_path.name}/mine.npz") == 1
    out, error = capsys.readouterr()
    assert not out
    assert "cannot be both the network and its script" in error
    assert not path.exists()


def test_nor_does_one_that_gets_its_name_by_a_suffix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine"
    assert run("train", *QUICK, "--save", path, "--script", f"{path}.npz") == 1
    assert "cannot be both the network and its script" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing/mine.py", "."])
def test_a_file_that_cannot_be_written_is_a_sentence_before_it_trains(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", "--script", tmp_path / name) == 1
    out, error = capsys.readouterr()
    assert not out
    assert error.count("\n") == 1
    assert str(tmp_path) in error
