"""A trained network in a file: an ``.npz`` of plain arrays, never a pickle.

Members: ``header`` (JSON as uint8: format, version, recipe, updates, precision) and the four weights by name,
float32, or float16 to halve the file at no loss that an answer shows.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.archives.header import decode_header, encode_header
from digitpad.archives.npz import Array, ArraySpec, read_archive
from digitpad.archives.writing import write_archive
from digitpad.errors import DataFileError, Word
from digitpad.network.snapshot import SHAPES, Snapshot, frozen
from digitpad.resources import asset
from digitpad.runs.recipe import Recipe, RecipeError

FORMAT = "digitpad network"
VERSION = 1
MAX_HEADER_BYTES = 64 * 1024
WHAT = Word("network")

WEIGHT_NAMES = ("hidden_w", "hidden_b", "output_w", "output_b")

_SPECS = {
    precision: {name: ArraySpec(precision, shape) for name, shape in zip(WEIGHT_NAMES, SHAPES, strict=True)}
    for precision in ("float32", "float16")
}
_HEADER_SPEC = {"header": ArraySpec("uint8", (None,))}


@dataclass(frozen=True)
class SavedNetwork:
    """A network with the recipe that made it."""

    snapshot: Snapshot
    recipe: Recipe


def save_network(path: Path, network: SavedNetwork, precision: str = "float32") -> None:
    """Write the network to ``path``, wholly or not at all; ``precision`` is "float32" or "float16".

    Raises DataFileError if the disk refuses.
    """
    header = {
        "recipe": network.recipe.as_dict(),
        "updates": network.snapshot.updates,
        "precision": precision,
    }
    arrays: dict[str, Array] = {"header": encode_header(FORMAT, VERSION, header)}
    for name, weights in zip(WEIGHT_NAMES, network.snapshot.weights, strict=True):
        arrays[name] = weights.astype(precision)
    write_archive(path, arrays)


def load_network(path: Path) -> SavedNetwork:
    """Read a network that ``save_network`` wrote.

    Raises DataFileError if the file is missing, damaged, of another kind or shape, or from a newer digitpad.
    """
    header = _read_header(path)
    largest = 4 * max(int(np.prod(shape)) for shape in SHAPES)
    specs = _SPECS.get(str(header.get("precision", "float32")))
    if specs is None:
        raise DataFileError(f"{path} is not {WHAT}: its weights are of an unknown kind. Nothing was loaded.")
    weights = read_archive(path, specs, what=WHAT, max_bytes=largest)
    if not all(np.isfinite(array).all() for array in weights.values()):
        raise DataFileError(f"{path} holds weights that are not finite numbers. Nothing was loaded.")
    try:
        recipe = Recipe.from_dict(header["recipe"])
        updates = int(header["updates"])
        if updates < 0:
            raise ValueError("a run cannot have a negative number of updates")
    except RecipeError as error:
        raise DataFileError(f"{path} holds a recipe that makes no sense. {error}") from error
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise DataFileError(f"{path} is not {WHAT}: its header is incomplete. Nothing was loaded.") from error
    return SavedNetwork(Snapshot(frozen([weights[name] for name in WEIGHT_NAMES]), updates), recipe)


def load_ready_network() -> SavedNetwork:
    """Return the network that comes with the program, trained by the recipe for handwriting.

    Built by ``scripts/build_ready_network.py``. Raises DataFileError if the file is missing or damaged.
    """
    return load_network(asset("ready_network.npz"))


def _read_header(path: Path) -> dict[str, Any]:
    array = read_archive(path, _HEADER_SPEC, what=WHAT, max_bytes=MAX_HEADER_BYTES)["header"]
    _, values = decode_header(array.tobytes(), path, kind=FORMAT, newest=VERSION, what=WHAT)
    return values
