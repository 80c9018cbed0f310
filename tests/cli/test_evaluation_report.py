"""``digitpad evaluate`` on real MNIST and on files of drawings."""

import json
from pathlib import Path

import numpy as np
import pytest

from digitpad.app import main
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.network_file import SavedNetwork, save_network
from digitpad.runs.recipe import Recipe


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    path = tmp_path / "samples.jsonl.gz"
    # The first has no label: it is not judged, but it counts where drawings are numbered.
    entries = [LabelledDrawing(sample_digit(7)), *(LabelledDrawing(sample_digit(n), n) for n in range(10))]
    # Labelled wrongly on purpose: the one mistake there is to find.
    write_drawings(path, [*entries, LabelledDrawing(sample_digit(3), 8)])
    return path


def test_one_json_object_with_a_set_for_mnist_and_each_file(
    drawings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "--drawings", str(drawings), "--json"]) == 0
    mnist, file = json.loads(capsys.readouterr().out)["sets"]
    assert mnist["count"] == 10_000
    assert mnist["accuracy"] > 0.985
    assert sum(map(sum, mnist["confusion"])) == 10_000
    probabilities = [mistake["probability"] for mistake in mnist["most_confident_mistakes"]]
    assert probabilities == sorted(probabilities, reverse=True)
    assert file["name"] == str(drawings)
    assert file["accuracy"] == pytest.approx(10 / 11)
    assert file["confusion"][8][3] == 1
    (mistake,) = file["most_confident_mistakes"]
    assert (mistake["number"], mistake["label"], mistake["answer"]) == (12, 8, 3)


def test_the_text_names_the_file_and_the_mistake(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--drawings", str(drawings)]) == 0
    text = capsys.readouterr().out
    assert f"{drawings}: 11 pictures" in text
    assert "number 12: an 8 read as 3" in text
    assert "do not look like the digit they are taken for: " in text
    assert "more: --json lists all" in text.partition(f"{drawings}: ")[0], "of MNIST's ten are named"
    assert "more: --json" not in text.partition(f"{drawings}: ")[2]
    assert "odd" not in text, "which of numbers means another thing"


def test_a_network_whose_numbers_overflow_answers_nothing(
    tmp_path: Path, drawings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.npz"
    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0)
    huge = frozen([weight * np.float32(1e30) for weight in snapshot.weights])
    save_network(path, SavedNetwork(Snapshot(huge, 5), Recipe()))
    assert main(["evaluate", "--model", str(path), "--drawings", str(drawings)]) == 0
    assert "the numbers overflow: no answer to 11, counted as read as 0" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"", b'{"strokes": [[[0, 0], [1, 1]]]}\n', b"not JSON\n"])
def test_a_file_that_cannot_be_used_is_a_sentence(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "drawings.jsonl"
    if content is not None:
        path.write_bytes(content)
    assert main(["evaluate", "--drawings", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("digitpad: ")
    assert str(path) in error
    assert len(error.strip().splitlines()) == 1


def test_a_damaged_network_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "network.npz"
    path.write_bytes(b"PK\x03\x04 and no more")
    assert main(["evaluate", "--model", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
