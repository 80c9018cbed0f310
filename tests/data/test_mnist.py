"""MNIST as its authors published it, and files that are not it."""

import hashlib
import shutil
import struct
from pathlib import Path

import numpy as np

from digitpad.data.mnist import SHA256, load_data, load_dataset
from digitpad.resources import asset
from tests.sentences import refused

TRAIN_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]

PUBLISHED_MD5 = {
    "train images": "6bbc9ace898e44ae57da46a324031adb",
    "train labels": "a25bea736e30d166cdddb491f175f624",
    "test images": "2646ac647ad5339dbf082846283269ea",
    "test labels": "27ae3e4e09519cfbb04c329615203637",
}


def idx_md5(array: np.ndarray) -> str:
    """Return the MD5 of the array as an IDX file of unsigned bytes."""
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    return hashlib.md5(header + array.tobytes(), usedforsecurity=False).hexdigest()


def test_every_byte_is_the_published_one() -> None:
    (train_images, train_labels), (test_images, test_labels) = load_data()
    arrays = dict(zip(PUBLISHED_MD5, (train_images, train_labels, test_images, test_labels), strict=True))
    assert {name: idx_md5(array) for name, array in arrays.items()} == PUBLISHED_MD5


def test_shapes_and_types_are_those_of_keras() -> None:
    (train_images, train_labels), (test_images, test_labels) = load_data()
    assert train_images.shape == (60_000, 28, 28)
    assert train_labels.shape == (60_000,)
    assert test_images.shape == (10_000, 28, 28)
    assert test_labels.shape == (10_000,)
    assert {array.dtype for array in (train_images, train_labels, test_images, test_labels)} == {
        np.dtype(np.uint8)
    }


def test_the_dataset_is_mnist_in_rows_and_read_once() -> None:
    dataset = load_dataset()
    (train_images, _), (test_images, _) = load_data()
    assert np.bincount(dataset.train_labels).tolist() == TRAIN_COUNTS
    assert np.bincount(dataset.test_labels).tolist() == TEST_COUNTS
    np.testing.assert_array_equal(dataset.train_images[7].reshape(28, 28), train_images[7])
    assert dataset.test_images.shape == (10_000, 784)
    np.testing.assert_array_equal(dataset.test_images[-1].reshape(28, 28), test_images[-1])
    assert load_dataset() is dataset


def test_the_checksum_is_that_of_the_file_that_ships() -> None:
    assert hashlib.sha256(asset("mnist.npz").read_bytes()).hexdigest() == SHA256


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with refused(r"MNIST was not found: .*nowhere\.npz"):
        load_data(tmp_path / "nowhere.npz")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with refused(str(tmp_path.name)):
        load_data(tmp_path)


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "mnist.npz"
    shutil.copy(asset("mnist.npz"), path)
    with path.open("r+b") as file:
        file.seek(5_000_000)
        byte = file.read(1)[0]
        file.seek(5_000_000)
        file.write(bytes([byte ^ 1]))
    with refused(r"mnist\.npz is not the MNIST file that digitpad came with"):
        load_data(path)


def test_another_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, x_train=np.zeros((2, 28, 28), np.uint8))
    with refused(r"other\.npz is not the MNIST file"):
        load_data(path)
