"""``digitpad train --data``: on a class's drawings, and clear sentences for files that will not do."""

import gzip
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from digitpad.document.classroom.class_set import content_hash, held_out
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import read_drawings, write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from tests.cli.test_commands import run
from tests.engines.test_class_pictures import no_mnist

__all__ = ["no_mnist"]  # pytest finds fixtures by these names

PENS = 5
QUICK = ("--epochs", "2", "--batch-size", "10", "--images", "100", "--json")

Report = Callable[..., dict[str, object]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of fifty drawings by five pens, and two that nobody has labelled."""
    path = tmp_path / "class.jsonl.gz"
    drawings = [
        LabelledDrawing(sample_digit(number % 10), number % 10, pen=1 + number // 10) for number in range(50)
    ]
    unlabelled = [LabelledDrawing(sample_digit(3)), LabelledDrawing(sample_digit(4), pen=2)]
    write_drawings(path, [unlabelled[0], *drawings, unlabelled[1]])
    return path


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    def report(*arguments: object) -> dict[str, object]:
        assert run("train", *arguments) == 0
        found = json.loads(capsys.readouterr().out)
        assert isinstance(found, dict)
        return found

    return report


def test_on_the_classs_digits_alone_an_epoch_has_each_once(report: Report, file: Path) -> None:
    found = report("--data", file, *QUICK)
    labelled = [entry for entry in read_drawings(file) if entry.label is not None]
    split = held_out(labelled, 0.2, 0)
    recipe = found["recipe"]
    assert isinstance(recipe, dict)
    assert recipe["data"]["mix"] == 1.0
    assert recipe["data"]["count"] == 40
    assert recipe["data"]["drawings"] == content_hash(labelled[place] for place in split.train)
    assert found["updates"] == 8
    assert found["held_out"] == {"drawings": 10, "pens": list(split.pens), "accuracy": pytest.approx(0.5, abs=0.5)}


def test_a_mere_dot_is_left_out_and_said(
    report: Report, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = report("--data", file, *QUICK)
    path = tmp_path / "with.jsonl.gz"
    dot = LabelledDrawing(Drawing.of([[(0.5, 0.5), (0.52, 0.5)]]), 1, pen=1)
    write_drawings(path, [*read_drawings(file), dot])
    assert run("train", "--data", path, *QUICK) == 0
    output = capsys.readouterr()
    assert "Left out what is no more than a dot: 1 of 51 drawings." in output.err
    assert json.loads(output.out)["losses"] == without["losses"]


def test_a_mixture_has_as_many_images_as_are_asked_for(report: Report, file: Path) -> None:
    found = report("--data", file, "--mix", 0.25, "--wrong-labels", 0.1, *QUICK)
    recipe = found["recipe"]
    assert isinstance(recipe, dict)
    assert (recipe["data"]["mix"], recipe["data"]["count"], recipe["data"]["wrong_labels"]) == (0.25, 100, 0.1)
    assert found["updates"] == 20
    assert report("--data", file, "--mix", 0.25, "--wrong-labels", 0.1, *QUICK)["losses"] == found["losses"]
    assert report("--data", file, "--mix", 0.25, *QUICK)["losses"] != found["losses"]


def test_whose_test_it_is_is_said(report: Report, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report("--data", file, *QUICK)["test_is_ours"] is False
    assert run("train", "--data", file, *QUICK[:-1]) == 0
    assert "held-out digits" not in capsys.readouterr().out


@pytest.mark.usefixtures("no_mnist")
def test_without_mnist_it_is_the_classs_own(
    report: Report, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("--data", file, *QUICK)["test_is_ours"] is True
    assert run("train", "--data", file, *QUICK[:-1]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.match(r"Epoch 1 of 2: mean loss \d+\.\d{4}, accuracy on our held-out digits \d+\.\d\d%, ", lines[0])
    assert re.search(r"· test on our held-out digits \d+\.\d{4}, \d+\.\d\d%$", lines[1])
    assert lines[2].startswith("Epoch 2 of 2: ")


def test_without_a_share_the_file_is_only_tested_with(report: Report, file: Path) -> None:
    found, mnist = report("--data", file, "--mix", 0, *QUICK), report(*QUICK)
    assert found["losses"] == mnist["losses"]
    assert found["recipe"] == mnist["recipe"]
    assert isinstance(found["held_out"], dict)
    assert mnist["held_out"] is None


def test_the_ready_made_network_goes_on_from_what_it_knows(report: Report, file: Path) -> None:
    ready = report("--data", file, "--initial", "ready-made", "--learning-rate", 1e-6, *QUICK)
    assert isinstance(ready["held_out"], dict)
    assert ready["held_out"]["accuracy"] == 1.0
    assert isinstance(ready["test_accuracy"], float)
    assert ready["test_accuracy"] > 0.98


def test_what_was_held_out_is_said(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert run("train", "--data", file, *QUICK[:-1]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last.startswith("Held out: 10 drawings of pen ")
    assert last.endswith("% read right.")


def test_what_can_be_concluded_from_them_is_said_beside_the_figures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "threes.jsonl"
    write_drawings(path, [LabelledDrawing(sample_digit(3), 3, pen=7)] * 4)
    assert run("train", "--data", path, *QUICK[:-1]) == 0
    output = capsys.readouterr()
    assert "All our digits are a 3: trained on them alone, a network says 3 to everything." in output.err
    assert "One pen has drawn all our digits" in output.err
    assert output.out.splitlines()[-1].startswith("Held out: 1 drawing, ")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "holds no drawing with a label, so there is nothing to learn from"),
        ([{"strokes": [[[0, 0], [1, 1]]]}], "holds no drawing with a label"),
        ([{"strokes": [[[0, 0]]], "label": 3}] * 3, "Left out what is no more than a dot: 3 of 3 drawings."),
        ([{"strokes": [[[0, 0]]], "label": 3}] * 3, "class.jsonl holds mere dots with labels and no digit, so"),
        (
            [{"strokes": [[[0, 0], [1, 1]]], "label": 3}],
            "at least 2 of them, one to learn from and one to test with",
        ),
        ([{"strokes": [[[0, 0]]], "label": 10}], "line 1: its label is no whole number from 0 to 9"),
        ([{"strokes": [], "label": 1}], "line 1: its strokes are no list, or there is none"),
        ([{"format": "digitpad drawings", "version": 99}], "format version 99"),
    ],
    ids=["empty", "no labels", "dots", "only dots", "one drawing", "no digit", "no strokes", "newer"],
)
def test_a_file_that_will_not_do_is_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lines: Sequence[object], said: str
) -> None:
    path = tmp_path / "class.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert run("train", "--data", path) == 1
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == ""


def test_a_file_cut_short_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path, file: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(file.read_bytes()[:-20])
    assert gzip.decompress(file.read_bytes())
    assert run("train", "--data", path) == 1
    assert "damaged or cut short" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("train", "--data", tmp_path / "nothing.jsonl") == 1
    assert "nothing.jsonl was not found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mix", "0.5"], "name their file by --data, too"),
        (["--mix", "2", "--data", "x"], "share of our digits must be a number from 0 to 1, not 2"),
        (["--wrong-labels", "0.6"], "share of wrong labels must be a number from 0 to 0.5, not 0.6"),
        (["--preset", "handwriting", "--data", "x"], "Only MNIST's images are varied"),
        (["--initial", "ready-made", "--hidden", "64"], "ready-made network has one hidden layer of 512 units"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_go_together_is_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], said: str
) -> None:
    assert run("train", *arguments) == 1
    assert said in capsys.readouterr().err
