"""Reading MNIST's original IDX files (scripts/build_mnist.py)."""

import gzip
import runpy
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from digitpad.resources import asset
from tests.conftest import ROOT, FreshPython

SCRIPT = ROOT / "scripts" / "build_mnist.py"


@pytest.fixture(scope="module")
def read_idx() -> Callable[[bytes], np.ndarray]:
    return runpy.run_path(str(SCRIPT))["read_idx"]


def test_a_vector_of_labels(read_idx: Callable[[bytes], np.ndarray]) -> None:
    labels = read_idx(b"\0\0\x08\x01" + b"\0\0\0\x03" + bytes([5, 0, 9]))
    assert labels.dtype == np.uint8
    assert labels.tolist() == [5, 0, 9]


def test_a_stack_of_pictures_is_read_row_by_row(read_idx: Callable[[bytes], np.ndarray]) -> None:
    pictures = read_idx(struct.pack(">HBB3I", 0, 8, 3, 2, 2, 3) + bytes(range(12)))
    assert pictures.tolist() == [[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]]


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\x0d\x01\0\0\0\x01\0\0\0\0",  # floats
        b"\x1f\x8b\x08\x01\0\0\0\x01\0",  # still compressed
        b"\0\0\x08\x01\0\0\0\x03\x05\0",  # one label short
        b"\0\0\x08\x01\0\0\0\x01\x05\0",  # one too many
    ],
    ids=["floats", "gzip", "short", "long"],
)
def test_other_bytes_are_refused(read_idx: Callable[[bytes], np.ndarray], data: bytes) -> None:
    with pytest.raises(ValueError):
        read_idx(data)


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"no gzip at all",
        gzip.compress(b"another file", mtime=0),
        gzip.compress(bytes(range(256)), mtime=0)[:-20],
        gzip.compress(bytes(256), mtime=0)[:12] + b"\xff" * 30,
    ],
    ids=["missing", "not gzip", "not MNIST", "cut short", "damaged"],
)
def test_files_that_are_not_mnist_leave_the_asset_alone(
    fresh_python: FreshPython, tmp_path: Path, content: bytes | None
) -> None:
    before = asset("mnist.npz").stat().st_mtime_ns
    if content is not None:
        (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(content)
    process = fresh_python(SCRIPT, tmp_path)
    assert process.returncode == 1
    assert process.stderr.startswith("build_mnist: ")
    assert "Traceback" not in process.stderr
    assert asset("mnist.npz").stat().st_mtime_ns == before
