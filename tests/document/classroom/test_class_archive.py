"""The class's digits as Keras has MNIST: whoever reads it needs nothing of digitpad's, and no pickle."""

from pathlib import Path

import numpy as np
import pytest

from digitpad.arrays import PIXELS, WHITE
from digitpad.document.classroom.class_archive import write_class
from digitpad.document.classroom.class_set import held_out
from digitpad.document.reading import glyphs
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from tests.document.made import collected, hand

KEYS = ["x_train", "y_train", "x_test", "y_test"]


def test_four_arrays_as_keras_has_them(tmp_path: Path) -> None:
    drawings = collected(60, pens=6)
    held = held_out(drawings, 1 / 3, seed=0)
    path = tmp_path / "ours.npz"
    write_class(path, drawings, held)
    with np.load(path, allow_pickle=False) as archive:
        assert archive.files == KEYS
        x_train, y_train, x_test, y_test = (archive[key] for key in KEYS)
    assert (x_train.shape, y_train.shape, x_test.shape, y_test.shape) == (
        (40, 28, 28),
        (40,),
        (20, 28, 28),
        (20,),
    )
    assert {array.dtype for array in (x_train, y_train, x_test, y_test)} == {np.dtype(np.uint8)}
    for images, labels, places in ((x_train, y_train, held.train), (x_test, y_test, held.test)):
        entries = [drawings[place] for place in places]
        assert labels.tolist() == [entry.label for entry in entries]
        seen = glyphs([entry.drawing for entry in entries])
        assert np.abs(images.reshape(-1, PIXELS) / WHITE - seen).max() <= 0.5 / WHITE + 1e-6
    assert x_train.max() == WHITE


@pytest.mark.parametrize("count", [0, 1, 2])
def test_however_few_there_are(tmp_path: Path, count: int) -> None:
    drawings = collected(count)
    write_class(tmp_path / "few.npz", drawings, held_out(drawings, 0.5, seed=0))
    with np.load(tmp_path / "few.npz", allow_pickle=False) as archive:
        assert archive["x_train"].shape == (min(count, 1), 28, 28)
        assert archive["x_test"].shape == (max(count - 1, 0), 28, 28)


def test_a_single_dot_is_a_picture(tmp_path: Path) -> None:
    drawings = [LabelledDrawing(Drawing.of([[(0.5, 0.5)]]), 1), LabelledDrawing(hand(1, 0), 1)]
    write_class(tmp_path / "dot.npz", drawings, held_out(drawings, 0, seed=0))
    with np.load(tmp_path / "dot.npz", allow_pickle=False) as archive:
        assert (archive["x_train"].reshape(2, -1).sum(axis=1) > 0).all()


def test_the_same_digits_make_the_same_bytes(tmp_path: Path) -> None:
    drawings = collected(20, pens=2)
    for name in ("one.npz", "other.npz"):
        write_class(tmp_path / name, drawings, held_out(drawings, 0.5, seed=0))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()


def test_without_a_label_nothing_is_written(tmp_path: Path) -> None:
    drawings = [LabelledDrawing(hand(3, 0))]
    with pytest.raises(ValueError, match="label"):
        write_class(tmp_path / "none.npz", drawings, held_out(drawings, 0, seed=0))
    assert list(tmp_path.iterdir()) == []
