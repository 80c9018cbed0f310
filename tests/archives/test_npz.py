"""Archives that are what they say, and every kind that is not."""

import os
import pickle
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digitpad.archives.npz import ArraySpec, read_archive
from digitpad.archives.writing import write_archive
from digitpad.errors import DataFileError, Word
from tests.archives.archives import describe, npy, write_zip
from tests.conftest import FreshPython
from tests.sentences import refused, told

SPECS = {"digits": ArraySpec("uint8", (None,)), "weights": ArraySpec("float32", (2, 3))}
DIGITS = np.array([3, 1, 4, 1, 5], np.uint8)
WEIGHTS = np.array([[0, -1, 2.5], [1e-30, 7, 8]], np.float32)
MAX_BYTES = 1000

MEGABYTE = 1 << 20
BOMB_MEGABYTES = 64
HARMLESS_BYTES = 2 * MEGABYTE


def read(path: Path) -> dict[str, np.ndarray]:
    return read_archive(path, SPECS, what=Word("network"), max_bytes=MAX_BYTES)


def write_with_digits(path: Path, digits: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    """Write an archive in which nothing but the bytes of the digits can be wrong."""
    weights = npy(describe("<f4", WEIGHTS.shape), WEIGHTS.tobytes())
    write_zip(path, {"digits.npy": digits, "weights.npy": weights}, compression)


def refusal(path: Path) -> str:
    """Return what is said of a file that must be refused; it names the file and is a sentence."""
    with pytest.raises(DataFileError) as caught:
        read(path)
    message = told(caught.value)
    assert str(path) in message
    assert message.endswith(".")
    return message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arrays.npz"


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that one example after the other overwrites."""
    return tmp_path_factory.mktemp("scratch") / "arrays.npz"


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of an archive that is as it should be."""
    path = tmp_path_factory.mktemp("honest") / "arrays.npz"
    np.savez_compressed(path, digits=DIGITS, weights=WEIGHTS)
    return path.read_bytes()


class TestReading:
    @pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
    def test_what_numpy_wrote_is_read(self, path: Path, save: Callable[..., None]) -> None:
        save(path, digits=DIGITS, weights=WEIGHTS, something_else=np.zeros(9))
        arrays = read(path)
        assert set(arrays) == {"digits", "weights"}
        np.testing.assert_array_equal(arrays["digits"], DIGITS)
        np.testing.assert_array_equal(arrays["weights"], WEIGHTS)
        assert arrays["weights"].dtype == np.float32

    def test_members_made_by_hand_are_read(self, path: Path) -> None:
        write_with_digits(path, npy(describe("|u1", DIGITS.shape), DIGITS.tobytes()))
        np.testing.assert_array_equal(read(path)["digits"], DIGITS)

    def test_an_empty_array_is_read(self, path: Path) -> None:
        np.savez(path, digits=DIGITS[:0], weights=WEIGHTS)
        assert read(path)["digits"].shape == (0,)

    def test_missing_file(self, path: Path) -> None:
        assert "not found" in refusal(path)

    def test_folder(self, path: Path) -> None:
        path.mkdir()
        assert "could not be read" in refusal(path)

    def test_missing_array(self, path: Path) -> None:
        np.savez(path, digits=DIGITS)
        assert "no array “weights”" in refusal(path)

    @pytest.mark.parametrize(
        "weights",
        [
            WEIGHTS.astype(np.float64),
            WEIGHTS.astype(">f4"),
            WEIGHTS[:, :2],
            WEIGHTS.ravel(),
            WEIGHTS[None],
            np.asfortranarray(WEIGHTS),
            np.array([["a", "b", "c"]] * 2),
        ],
        ids=["float64", "big-endian", "narrower", "flat", "deeper", "column-major", "text"],
    )
    def test_another_type_or_shape(self, path: Path, weights: np.ndarray) -> None:
        np.savez(path, digits=DIGITS, weights=weights)
        assert "expected float32 of 2×3" in refusal(path)

    def test_larger_than_can_be(self, path: Path) -> None:
        np.savez(path, digits=np.zeros(MAX_BYTES + 1, np.uint8), weights=WEIGHTS)
        assert "1,001 bytes, more than the 1,000" in refusal(path)

    def test_a_pickle_is_never_opened(self, path: Path, tmp_path: Path) -> None:
        mark = tmp_path / "the pickle was opened"

        class Mine:
            def __reduce__(self) -> tuple[object, tuple[object, ...]]:
                return Path.touch, (mark,)

        content = pickle.dumps(Mine())
        write_with_digits(path, npy(describe("|O", (1,)), content))
        assert "expected uint8" in refusal(path)
        write_with_digits(path, content)
        refusal(path)
        path.write_bytes(content)
        refusal(path)
        assert not mark.exists()
        pickle.loads(content)  # noqa: S301  # the trap works
        assert mark.exists()


class TestDamage:
    def test_every_way_to_cut_it_short(self, path: Path, honest: bytes) -> None:
        for length in range(len(honest)):
            path.write_bytes(honest[:length])
            refusal(path)

    @pytest.mark.parametrize("value", [0x00, 0xFF])
    def test_any_one_byte_changed(self, path: Path, honest: bytes, value: int) -> None:
        refused = 0
        for position in range(len(honest)):
            path.write_bytes(honest[:position] + bytes([value]) + honest[position + 1 :])
            try:
                arrays = read(path)
            except DataFileError:
                refused += 1
            else:  # a byte that nobody reads, such as a date
                np.testing.assert_array_equal(arrays["digits"], DIGITS)
                np.testing.assert_array_equal(arrays["weights"], WEIGHTS)
        assert refused > len(honest) / 4

    @given(content=st.binary(max_size=400))
    def test_random_bytes(self, scratch: Path, content: bytes) -> None:
        scratch.write_bytes(content)
        refusal(scratch)

    @given(content=st.binary(max_size=200))
    @example(content=b"")
    def test_random_bytes_as_a_member(self, scratch: Path, content: bytes) -> None:
        write_with_digits(scratch, content)
        refusal(scratch)

    @given(header=st.text(st.characters(max_codepoint=255), max_size=80))
    @example(header="(")
    @example(header="'''")
    @example(header="{[]: 1}")
    @example(header="{1: 2, 'a': 3}")
    @example(header="\n  1\n 2")
    @example(header="(" * 3000)
    @example(header="-" * 4000 + "1")
    @example(header=" " * 5000 + "{}")
    @example(header=describe("|u1", (3,)).rstrip() + " " * 5000 + "\n")
    @example(header="{'descr': [('a',)], 'fortran_order': False, 'shape': (3,)}")
    def test_a_header_of_nonsense(self, scratch: Path, header: str) -> None:
        write_with_digits(scratch, npy(header, b"abc"))
        refusal(scratch)

    @pytest.mark.parametrize("content", [b"abcd", b"abcdef"], ids=["shorter", "longer"])
    def test_an_array_that_is_not_as_long_as_its_header_says(self, path: Path, content: bytes) -> None:
        write_with_digits(path, npy(describe("|u1", (5,)), content))
        assert "damaged" in refusal(path)

    def test_an_npy_of_a_later_version(self, path: Path) -> None:
        write_with_digits(path, npy(describe("|u1", (3,)), b"abc", version=b"\x09\x00"))
        refusal(path)

    @pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_compressions_that_numpy_never_writes(self, path: Path, compression: int) -> None:
        write_with_digits(path, npy(describe("|u1", (3,)), b"abc"), compression)
        refusal(path)


class TestZipBombs:
    @pytest.mark.parametrize(
        ("shape", "compression"),
        [
            ((5,), zipfile.ZIP_DEFLATED),
            ((5,), zipfile.ZIP_BZIP2),
            ((-1,), zipfile.ZIP_DEFLATED),
            ((BOMB_MEGABYTES * MEGABYTE,), zipfile.ZIP_DEFLATED),
        ],
        ids=["says 5 bytes", "says 5 bytes, bzip2", "says -1 bytes", "says the truth"],
    )
    def test_what_unpacks_to_far_more_costs_no_memory(
        self, path: Path, shape: tuple[int, ...], compression: int
    ) -> None:
        content = npy(describe("|u1", shape), bytes(BOMB_MEGABYTES * MEGABYTE))
        write_with_digits(path, content, compression)
        del content
        self.assert_refused_cheaply(path)

    @pytest.mark.parametrize("shape", [(10**12,), (2**63,), (10**400,)])
    def test_a_header_that_claims_a_huge_shape(self, path: Path, shape: tuple[int, ...]) -> None:
        write_with_digits(path, npy(describe("|u1", shape), b"abc"))
        self.assert_refused_cheaply(path)

    def assert_refused_cheaply(self, path: Path) -> None:
        tracemalloc.start()
        try:
            refusal(path)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < HARMLESS_BYTES


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from digitpad.archives.writing import write_archive
from digitpad.errors import DataFileError
from digitpad.workspace.wording.sentences import sentence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
noise = np.random.default_rng(0).integers(0, 256, int(sys.argv[2]), np.uint8)
try:
    write_archive(Path(sys.argv[1]), {"noise": noise})
except DataFileError as error:
    print(sentence(error))
"""


class TestWriting:
    def test_what_was_written_numpy_reads(self, path: Path) -> None:
        write_archive(path, {"digits": DIGITS, "weights": WEIGHTS})
        with np.load(path, allow_pickle=False) as arrays:
            np.testing.assert_array_equal(arrays["digits"], DIGITS)
            np.testing.assert_array_equal(arrays["weights"], WEIGHTS)
        assert list(path.parent.iterdir()) == [path]

    def test_it_replaces_an_old_file(self, path: Path) -> None:
        path.write_text("old")
        write_archive(path, {"digits": DIGITS})
        assert zipfile.is_zipfile(path)

    def test_objects_are_never_written(self, path: Path) -> None:
        path.write_text("old")
        with pytest.raises(ValueError, match="objects"):
            write_archive(path, {"digits": np.array([object()])})
        assert path.read_text() == "old"
        assert list(path.parent.iterdir()) == [path]

    def test_a_folder_that_does_not_exist(self, tmp_path: Path) -> None:
        path = tmp_path / "nowhere" / "arrays.npz"
        with refused("could not be saved") as caught:
            write_archive(path, {"digits": DIGITS})
        assert str(path) in told(caught.value)

    def test_a_folder_of_that_name(self, path: Path) -> None:
        path.mkdir()
        with refused("could not be saved"):
            write_archive(path, {"digits": DIGITS})
        assert list(path.parent.iterdir()) == [path]
        assert path.is_dir()

    @pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
    def test_others_may_read_it_if_the_user_lets_them(self, path: Path) -> None:
        before = os.umask(0o027)
        try:
            write_archive(path, {"digits": DIGITS})
            assert os.umask(0o027) == 0o027, "writing changed the process's umask"
        finally:
            os.umask(before)
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    @pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX's")
    def test_a_full_disk_leaves_the_old_file_whole(self, path: Path, fresh_python: FreshPython) -> None:
        write_archive(path, {"digits": DIGITS})
        old = path.read_bytes()
        process = fresh_python("-c", FULL_DISK, path, 1_000_000)
        assert process.returncode == 0, process.stderr
        assert f"{path} could not be saved: File too large." in process.stdout
        assert "unchanged" in process.stdout
        assert path.read_bytes() == old
        assert list(path.parent.iterdir()) == [path]
        # With room enough the very same writing succeeds.
        assert fresh_python("-c", FULL_DISK, path, 10_000).stdout == ""
        assert path.read_bytes() != old
