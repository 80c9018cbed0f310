"""Try exported networks in Keras 3.5 and newer ones, each in an environment of its own. A minute or two a version.

Usage: python scripts/check_keras_export.py [VERSION ...]. Exports networks of none to three hidden layers and of
every activation, and the ready-made one; lets each Keras open them and read images of MNIST; prints as a Markdown
table how far its answers are from the network's own. The exit code is 1 if one is not opened or answers otherwise.
pip makes the environments in a temporary folder, one after the other: 700 MB.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from environment import say, variables  # noqa: E402

from digitpad.data.mnist import load_dataset  # noqa: E402
from digitpad.engines.keras_export import save_keras_model  # noqa: E402
from digitpad.network.architecture import Activation, Architecture, HiddenLayer  # noqa: E402
from digitpad.network.snapshot import Snapshot, frozen  # noqa: E402
from digitpad.runs.network_file import load_ready_network  # noqa: E402

NEWEST = "newest"
VERSIONS = ("3.5.0", "3.7.0", "3.9.2", "3.10.0", "3.12.4", "3.13.2", NEWEST)
"""``InputLayer`` knows ``ragged`` from 3.9 on, ``Dense`` ``quantization_config`` from 3.13 on, initializers their
axes from 3.15 on; the file of the weights is read by other code from 3.10 on."""

PACKAGES = ("numpy", "h5py", "jax")
"""JAX computes: it is smaller than TensorFlow, and Keras' NumPy backend imports it too."""

IMAGES = 500
TOLERANCE = 1e-6
UNITS = 24
SEED = 0
PATIENCE_SECONDS = 900
SHOWN_LINES = 6

READER = """
import json, sys
from pathlib import Path
import jax, keras, numpy
folder = Path(sys.argv[1])
images, differences = numpy.load(folder / "images.npy"), {}
for path in sorted(folder.glob("*.keras")):
    try:
        answers = keras.models.load_model(path).predict(images, verbose=0)
        differences[path.stem] = float(abs(answers - numpy.load(path.with_suffix(".npy"))).max())
    except Exception as error:
        differences[path.stem] = str(error).strip().splitlines()[-1]
print(json.dumps([keras.__version__, numpy.__version__, jax.__version__, differences]))
"""
"""What runs in each environment, which has nothing of ours."""


@dataclass(frozen=True)
class Verdict:
    """What one Keras made of the networks: its largest difference from each one's own answers, or what it said."""

    keras: str
    numpy: str
    jax: str
    networks: dict[str, float | str]

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by the network's name."""
        return {
            name: found if isinstance(found, str) else f"answers differ by {found:.1e}"
            for name, found in self.networks.items()
            if isinstance(found, str) or not found <= TOLERANCE
        }

    @property
    def row(self) -> str:
        """The table's line."""
        opened = [found for found in self.networks.values() if not isinstance(found, str)]
        largest = f"{max(opened):.1e}" if opened else "–"
        cells = (self.keras, self.numpy, self.jax, f"{len(opened)} of {len(self.networks)}", largest)
        return f"| {' | '.join(cells)} | {'no' if self.problems else 'yes'} |"


HEAD = """| Keras | NumPy | JAX | networks opened | largest difference | all well |
| --- | --- | --- | --- | --- | --- |"""


def main() -> int:
    """Print a line for each version and what was wrong, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "versions", nargs="*", default=VERSIONS, help=f"of Keras, or “{NEWEST}”", metavar="VERSION"
    )
    versions = parser.parse_args().versions
    with tempfile.TemporaryDirectory(prefix="keras-export-") as folder:
        export_all(Path(folder))
        print(HEAD, flush=True)
        problems = []
        for version in versions:
            verdict = asked(version, Path(folder))
            print(verdict.row, flush=True)
            problems += [f"{verdict.keras}, {name}: {problem}" for name, problem in verdict.problems.items()]
    for problem in problems:
        say(f"Keras {problem}")
    return 1 if problems else 0


def export_all(folder: Path) -> None:
    """Write each network as a ``.keras`` file, its own answers and the images beside it."""
    images = load_dataset().test_images[:IMAGES].astype(np.float32) / np.float32(255)
    np.save(folder / "images.npy", images)
    for name, snapshot in networks():
        save_keras_model(folder / f"{name}.keras", snapshot)
        np.save(folder / f"{name}.npy", snapshot.probabilities(images))


def networks() -> Iterator[tuple[str, Snapshot]]:
    """Yield the networks to try and their names."""
    yield "ready-made", load_ready_network().snapshot
    yield "none", drawn(())
    for activation in Activation:
        yield f"1 {activation}", drawn((activation,))
        yield f"3 {activation}", drawn((activation,) * 3)
    yield "3 mixed", drawn((Activation.TANH, Activation.SIGMOID, Activation.RELU))


def drawn(activations: tuple[Activation, ...]) -> Snapshot:
    """Return a network with hidden layers of these, each weight and bias of its own."""
    units = range(UNITS, UNITS + len(activations))
    hidden = tuple(HiddenLayer(count, activation) for count, activation in zip(units, activations, strict=True))
    architecture = Architecture(hidden)
    rng = np.random.default_rng(SEED)
    weights = frozen([rng.standard_normal(shape) / np.sqrt(shape[0]) for shape in architecture.shapes])
    return Snapshot(weights, architecture=architecture)


def asked(version: str, networks: Path) -> Verdict:
    """Make an environment with this Keras, let it read the networks, and remove it."""
    with tempfile.TemporaryDirectory(prefix="keras-") as folder:
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        wanted = "keras" if version == NEWEST else f"keras=={version}"
        try:
            run([sys.executable, "-m", "venv", folder], folder)
            run(
                [str(python), "-m", "pip", "install", "--no-input", "--quiet", "--no-compile", wanted, *PACKAGES],
                folder,
            )
            told = run([str(python), "-c", READER, str(networks)], folder)
        except (OSError, subprocess.SubprocessError) as error:
            output = str(getattr(error, "stderr", None) or error).strip().splitlines()
            return Verdict(version, "–", "–", {"environment": "\n    ".join(output[-SHOWN_LINES:])})
    return Verdict(*json.loads(told.splitlines()[-1]))


def run(command: list[str], home: str) -> str:
    """Run a command and return what it printed; the user's own settings of Keras do not reach it."""
    done = subprocess.run(
        command,
        env=variables(KERAS_BACKEND="jax", KERAS_HOME=home, PYTHONUTF8="1"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE_SECONDS,
    )
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
