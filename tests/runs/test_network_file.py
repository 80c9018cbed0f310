"""Networks in files: the same after a round trip, and never anything but a sentence for a bad file."""

import json
import os
import pickle
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.errors import DataFileError
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import SavedNetwork, load_network, load_ready_network, save_network
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, HANDWRITING_RECIPE, KERAS_RECIPE, Optimizer, Recipe, Schedule
from tests.archives.archives import describe, npy, write_zip
from tests.conftest import ROOT, FreshPython
from tests.sentences import told

RECIPE = replace(FROM_SCRATCH_RECIPE, seed=7, epochs=3, learning_rate=0.1)
UPDATES = 1407
HEADER = {
    "format": "digitpad network",
    "version": 2,
    "recipe": RECIPE.as_dict(),
    "updates": UPDATES,
    "precision": "float32",
}
NAMES = ("layer0_w", "layer0_b", "layer1_w", "layer1_b")
SMALL = Architecture((HiddenLayer(16, Activation.TANH), HiddenLayer(8, Activation.SIGMOID)))
VERSION_1 = ROOT / "tests" / "files" / "version1"
MEGABYTE = 1 << 20
HARMLESS_BYTES = 6 * MEGABYTE
"""The weights themselves take 1.6 MB; a network on its way in may be held twice."""


@pytest.fixture(scope="module")
def network() -> SavedNetwork:
    weights = untrained(KERAS_RECIPE).weights
    biased = (weights[0], weights[1] - np.float32(0.25), weights[2], weights[3] + np.float32(1e-20))
    return SavedNetwork(Snapshot(biased, UPDATES), RECIPE)


@pytest.fixture(scope="module")
def saved(network: SavedNetwork, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a good file."""
    path = tmp_path_factory.mktemp("saved") / "network.npz"
    save_network(path, network)
    return path.read_bytes()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that one example after the other overwrites."""
    return tmp_path_factory.mktemp("scratch") / "network.npz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.npz"


def write(path: Path, network: SavedNetwork, header: object = HEADER, /, **changes: np.ndarray) -> None:
    """Write a network's file as its format says, by NumPy alone, with this header and these changes."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    arrays = dict(zip(NAMES, network.snapshot.weights, strict=True))
    np.savez(path, **({"header": np.frombuffer(text, np.uint8)} | arrays | changes))


def refusal(path: Path) -> str:
    """Return what is said of a file that must be refused; it names the file and is a sentence."""
    with pytest.raises(DataFileError) as caught:
        load_network(path)
    message = told(caught.value)
    assert str(path) in message
    assert message.endswith(".")
    return message


def assert_same(loaded: SavedNetwork, network: SavedNetwork) -> None:
    assert loaded.recipe == network.recipe
    assert loaded.snapshot.updates == network.snapshot.updates
    for mine, theirs in zip(loaded.snapshot.weights, network.snapshot.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)
        assert not mine.flags.writeable


def assert_weights_of_version_1(loaded: SavedNetwork, path: Path) -> None:
    with np.load(path) as arrays:
        for weight, name in zip(
            loaded.snapshot.weights, ("hidden_w", "hidden_b", "output_w", "output_b"), strict=True
        ):
            np.testing.assert_array_equal(weight, arrays[name].astype(np.float32))
            assert weight.any()


class TestRoundTrip:
    def test_everything_comes_back(self, path: Path, network: SavedNetwork) -> None:
        save_network(path, network)
        assert_same(load_network(path), network)
        assert list(path.parent.iterdir()) == [path]

    def test_the_format_is_plain_numpy_and_json(self, path: Path, network: SavedNetwork) -> None:
        save_network(path, network)
        with np.load(path, allow_pickle=False) as arrays:
            assert set(arrays) == {"header", *NAMES}
            assert json.loads(arrays["header"].tobytes()) == HEADER
            np.testing.assert_array_equal(arrays["layer1_b"], network.snapshot.weights[3])

    def test_a_file_written_by_its_description_alone(self, path: Path, network: SavedNetwork) -> None:
        write(path, network)
        assert_same(load_network(path), network)

    def test_half_precision_halves_the_file(self, path: Path, network: SavedNetwork, saved: bytes) -> None:
        save_network(path, network, "float16")
        assert path.stat().st_size < 0.55 * len(saved)
        loaded = load_network(path)
        assert loaded.recipe == network.recipe
        for mine, theirs in zip(loaded.snapshot.weights, network.snapshot.weights, strict=True):
            assert mine.dtype == np.float32
            np.testing.assert_array_equal(mine, theirs.astype(np.float16))

    @pytest.mark.parametrize("architecture", [SMALL, Architecture(()), Architecture((HiddenLayer(1),) * 4)])
    def test_other_architectures(self, path: Path, architecture: Architecture) -> None:
        recipe = replace(RECIPE, architecture=architecture, data=TrainingData(count=1000, seed=3))
        network = SavedNetwork(replace(untrained(recipe), updates=3), recipe)
        save_network(path, network)
        loaded = load_network(path)
        assert_same(loaded, network)
        assert loaded.snapshot.architecture == architecture
        with np.load(path) as arrays:
            assert set(arrays) == {"header", *architecture.weight_names}


class TestFilesOfTheFirstVersion:
    def test_a_network(self) -> None:
        path = VERSION_1 / "network.npz"
        loaded = load_network(path)
        assert loaded.recipe == Recipe(
            epochs=3,
            batch_size=200,
            learning_rate=0.02,
            optimizer=Optimizer.ADAM,
            initializer=Initializer.UNIFORM,
            seed=11,
            shuffle=False,
            schedule=Schedule.COSINE,
            data=TrainingData(TrainingImages.VARIED),
        )
        assert loaded.snapshot.updates == 900
        assert_weights_of_version_1(loaded, path)

    def test_in_half_precision(self) -> None:
        path = VERSION_1 / "network_float16.npz"
        loaded = load_network(path)
        assert loaded.recipe == KERAS_RECIPE
        assert loaded.snapshot.updates == 2345
        assert_weights_of_version_1(loaded, path)

    def test_that_come_with_the_program(self) -> None:
        assert load_ready_network().recipe == HANDWRITING_RECIPE

    def test_saved_again_it_is_of_this_version(self, path: Path) -> None:
        loaded = load_network(VERSION_1 / "network.npz")
        save_network(path, loaded)
        assert_same(load_network(path), loaded)
        with np.load(path) as arrays:
            assert json.loads(arrays["header"].tobytes())["version"] == 2

    def test_another_network_than_the_articles(self, path: Path, network: SavedNetwork) -> None:
        recipe = RECIPE.as_dict() | {"architecture": SMALL.as_json()}
        write(path, network, HEADER | {"version": 1, "recipe": recipe})
        assert "header makes no sense" in refusal(path)


class TestFilesThatAreNotNetworks:
    def test_missing(self, path: Path) -> None:
        assert "not found" in refusal(path)

    def test_a_folder(self, path: Path) -> None:
        path.mkdir()
        refusal(path)

    @pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9, 0.999])
    def test_cut_short(self, path: Path, saved: bytes, share: float) -> None:
        path.write_bytes(saved[: int(len(saved) * share)])
        refusal(path)

    def test_its_last_byte_missing(self, path: Path, saved: bytes) -> None:
        path.write_bytes(saved[:-1])
        refusal(path)

    def test_a_hole_of_zeros(self, path: Path, saved: bytes) -> None:
        middle = len(saved) // 2
        path.write_bytes(saved[:middle] + bytes(512) + saved[middle + 512 :])
        assert "damaged" in refusal(path)

    @given(content=st.binary(max_size=300))
    def test_random_bytes(self, scratch: Path, content: bytes) -> None:
        scratch.write_bytes(content)
        refusal(scratch)

    @settings(max_examples=60)
    @given(data=st.data())
    def test_random_bytes_inside_a_good_file(
        self, scratch: Path, saved: bytes, network: SavedNetwork, data: st.DataObject
    ) -> None:
        # The last kilobyte is the list of members, where a changed byte does most.
        place = data.draw(st.integers(0, len(saved) - 4) | st.integers(len(saved) - 1000, len(saved) - 4))
        junk = data.draw(st.binary(min_size=1, max_size=4))
        scratch.write_bytes(saved[:place] + junk + saved[place + len(junk) :])
        try:
            loaded = load_network(scratch)
        except DataFileError:
            refusal(scratch)
        else:
            assert_same(loaded, network)

    def test_a_picture(self, path: Path) -> None:
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        refusal(path)

    def test_another_npz(self, path: Path) -> None:
        np.savez(path, weights=np.zeros(3))
        assert "no array “header”" in refusal(path)


class TestArraysThatAreNotItsOwn:
    @pytest.mark.parametrize("name", NAMES)
    def test_one_is_missing(self, path: Path, network: SavedNetwork, name: str) -> None:
        write(path, network)
        with np.load(path) as arrays:
            rest = {key: arrays[key] for key in arrays if key != name}
        np.savez(path, **rest)
        assert f"no array “{name}”" in refusal(path)

    @pytest.mark.parametrize(
        "changes",
        [
            {"layer0_w": np.zeros((512, 784), np.float32)},
            {"layer0_w": np.zeros((784, 128), np.float32)},
            {"layer0_b": np.zeros((512, 1), np.float32)},
            {"layer1_w": np.zeros((512, 10), np.float64)},
            {"layer1_b": np.zeros(10, np.int32)},
            {"layer1_b": np.float32(3)},
            {"header": np.zeros(9, np.float32)},
        ],
        ids=lambda changes: " ".join(f"{name} {array.dtype}{array.shape}" for name, array in changes.items()),
    )
    def test_another_shape_or_type(
        self, path: Path, network: SavedNetwork, changes: dict[str, np.ndarray]
    ) -> None:
        write(path, network, **changes)
        assert "expected" in refusal(path)

    @pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
    def test_weights_that_are_no_numbers(self, path: Path, network: SavedNetwork, bad: float) -> None:
        layer1_b = np.zeros(10, np.float32)
        layer1_b[4] = bad
        write(path, network, layer1_b=layer1_b)
        assert "not finite" in refusal(path)

    @pytest.mark.parametrize("name", ["header", "layer1_b"])
    def test_a_pickle_is_never_opened(self, path: Path, network: SavedNetwork, tmp_path: Path, name: str) -> None:
        mark = tmp_path / "the pickle was opened"

        class Mine:
            def __reduce__(self) -> tuple[object, tuple[object, ...]]:
                return Path.touch, (mark,)

        path.write_bytes(pickle.dumps(Mine()))
        refusal(path)
        write(path, network, **{name: np.array([Mine()], dtype=object)})
        refusal(path)
        assert not mark.exists()
        with np.load(path, allow_pickle=True) as arrays:
            assert arrays[name].shape == (1,)
        assert mark.exists(), "the trap is none"


class TestZipBombs:
    @pytest.mark.parametrize("name", ["header", "layer0_w"])
    @pytest.mark.parametrize("claims", ["huge", "modest"])
    def test_no_memory_is_spent(self, path: Path, network: SavedNetwork, name: str, claims: str) -> None:
        write(path, network)
        with np.load(path) as arrays:
            members = {f"{key}.npy": npy(describe(arrays[key].dtype.str, arrays[key].shape)) for key in arrays}
            members["header.npy"] += arrays["header"].tobytes()
        if claims == "huge":
            members[f"{name}.npy"] = npy(describe("|u1" if name == "header" else "<f4", (10**12,)), b"abc")
        else:
            members[f"{name}.npy"] += bytes(50 * MEGABYTE)
        write_zip(path, members)
        del members
        tracemalloc.start()
        try:
            refusal(path)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < HARMLESS_BYTES


class TestHeaders:
    @pytest.mark.parametrize(
        "header",
        [
            b"",
            b"{",
            b"\xff\xfe\x00",
            b"[" * 60_000,
            b"null",
            b'"digitpad network"',
            b"[1, 2]",
            b'{"format": "another network", "version": 1}',
            b"1" * 5000,
        ],
        ids=["empty", "cut", "not text", "deep", "null", "text", "list", "another format", "long number"],
    )
    def test_no_header_of_ours(self, path: Path, network: SavedNetwork, header: bytes) -> None:
        write(path, network, header)
        assert "is not a network saved by digitpad" in refusal(path)

    def test_a_newer_version_says_what_to_do(self, path: Path, network: SavedNetwork) -> None:
        write(path, network, HEADER | {"version": 3, "what is new": True})
        message = refusal(path)
        assert "format version 3" in message
        assert "install a newer one" in message

    @pytest.mark.parametrize("version", [0, -1, "1", None, [1], 1.0, True])
    def test_a_version_that_makes_no_sense(self, path: Path, network: SavedNetwork, version: object) -> None:
        write(path, network, HEADER | {"version": version})
        assert "version makes no sense" in refusal(path)

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"momentum": 3}, "unknown entry “momentum”"),
            ({"recipe": RECIPE.as_dict() | {"momentum": 3}}, "the entry 'momentum'"),
        ],
    )
    def test_an_unknown_entry_is_named(
        self, path: Path, network: SavedNetwork, changes: dict[str, object], said: str
    ) -> None:
        write(path, network, HEADER | changes)
        assert said in refusal(path)

    def test_what_a_recipe_lacks_is_as_by_default(self, path: Path, network: SavedNetwork) -> None:
        write(path, network, HEADER | {"recipe": {"seed": 3}})
        assert load_network(path).recipe == Recipe(seed=3)

    @pytest.mark.parametrize("name", ["version", "recipe", "updates"])
    def test_an_entry_is_missing(self, path: Path, network: SavedNetwork, name: str) -> None:
        write(path, network, {key: value for key, value in HEADER.items() if key != name})
        refusal(path)

    @pytest.mark.parametrize(
        "recipe", [None, 3, "keras", [], RECIPE.as_dict() | {"epochs": 0}, RECIPE.as_dict() | {"x": 1}]
    )
    def test_a_recipe_that_makes_no_sense(self, path: Path, network: SavedNetwork, recipe: object) -> None:
        write(path, network, HEADER | {"recipe": recipe})
        refusal(path)

    def test_a_learning_rate_beyond_all_floats(self, path: Path, network: SavedNetwork) -> None:
        write(path, network, HEADER | {"recipe": RECIPE.as_dict() | {"learning_rate": 10**400}})
        assert "learning rate" in refusal(path)

    def test_without_a_precision_it_is_float32(self, path: Path, network: SavedNetwork) -> None:
        write(path, network, {key: value for key, value in HEADER.items() if key != "precision"})
        assert_same(load_network(path), network)

    @pytest.mark.parametrize("precision", ["float16", "float64", "object", None, 32])
    def test_a_precision_that_its_arrays_do_not_have(
        self, path: Path, network: SavedNetwork, precision: object
    ) -> None:
        write(path, network, HEADER | {"precision": precision})
        refusal(path)

    @pytest.mark.parametrize("updates", [-1, None, "many", "12", True, 2**63, [], float("inf"), float("nan")])
    def test_a_number_of_updates_that_makes_no_sense(
        self, path: Path, network: SavedNetwork, updates: object
    ) -> None:
        write(path, network, HEADER | {"updates": updates})
        refusal(path)


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from digitpad.errors import DataFileError
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import SavedNetwork, save_network
from digitpad.workspace.wording.sentences import sentence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    save_network(Path(sys.argv[1]), SavedNetwork(untrained(KERAS_RECIPE), KERAS_RECIPE))
except DataFileError as error:
    print(sentence(error))
"""


class TestAFullDisk:
    @pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX's")
    @pytest.mark.parametrize("room", [0, 1_000_000])
    def test_the_old_network_stays_whole(
        self, path: Path, network: SavedNetwork, fresh_python: FreshPython, room: int
    ) -> None:
        save_network(path, network)
        process = fresh_python("-c", FULL_DISK, path, room)
        assert process.returncode == 0, process.stderr
        assert f"{path} could not be saved: File too large." in process.stdout
        assert_same(load_network(path), network)
        assert list(path.parent.iterdir()) == [path]
