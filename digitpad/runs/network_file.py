"""A trained network in a file: an ``.npz`` of plain arrays, never a pickle.

Members: ``header`` (JSON as uint8: format, version, recipe, updates, precision) and the weights, named by the
recipe's architecture (``layer0_w``, …), float32, or float16 to halve the file at no loss that an answer shows.
Version 1 knew the article's network alone, and called its weights by names of their own.
"""

from dataclasses import dataclass
from functools import cache
from math import prod
from pathlib import Path
from typing import Any

from digitpad.archives.header import REQUIRED, decode_header, encode_header, fields
from digitpad.archives.npz import Array, ArraySpec, read_archive
from digitpad.archives.writing import write_archive
from digitpad.errors import DataFileError, RecipeError, Word
from digitpad.network.architecture import ARTICLE, Architecture
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.resources import asset
from digitpad.runs.recipe import Recipe

FORMAT = "digitpad network"
SUFFIX = ".npz"
VERSION = 2
MAX_HEADER_BYTES = 64 * 1024
WHAT = Word("network")
PRECISIONS = ("float32", "float16")

VERSION_1_NAMES = ("hidden_w", "hidden_b", "output_w", "output_b")

_HEADER_SPEC = {"header": ArraySpec("uint8", (None,))}
_FIELDS = {"recipe": REQUIRED, "updates": REQUIRED, "precision": "float32"}


@dataclass(frozen=True)
class SavedNetwork:
    """A network with the recipe that made it."""

    snapshot: Snapshot
    recipe: Recipe


def weight_specs(architecture: Architecture, version: int, precision: str = "float32") -> dict[str, ArraySpec]:
    """Return name, dtype and shape of each weight in a file of this version. Raises ValueError if it has none."""
    if version == 1 and architecture != ARTICLE:
        raise ValueError("a file of version 1 holds no other network than the article's")
    names = VERSION_1_NAMES if version == 1 else architecture.weight_names
    return {name: ArraySpec(precision, shape) for name, shape in zip(names, architecture.shapes, strict=True)}


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
    for name, weights in zip(network.recipe.architecture.weight_names, network.snapshot.weights, strict=True):
        arrays[name] = weights.astype(precision)
    write_archive(path, arrays)


MAX_UPDATES = 2**53
"""More than any computer makes; a number that JSON carries exactly."""


def load_network(path: Path) -> SavedNetwork:
    """Read a network that ``save_network`` wrote, in this version or an older one.

    Raises DataFileError if the file is missing, damaged, of another kind or shape, or from a newer digitpad.
    """
    version, header = _read_header(path)
    try:
        recipe = Recipe.from_dict(header["recipe"])
        updates = header["updates"]
        if type(updates) is not int or not 0 <= updates <= MAX_UPDATES or header["precision"] not in PRECISIONS:
            raise ValueError("neither a number of updates nor a precision")
        specs = weight_specs(recipe.architecture, version, header["precision"])
    except RecipeError as error:
        raise DataFileError("recipe-in-file", path=path, reason=error) from error
    except (TypeError, ValueError, OverflowError) as error:
        raise DataFileError("network-header", path=path, what=WHAT) from error
    largest = 4 * max(prod(shape) for shape in recipe.architecture.shapes)
    arrays = read_archive(path, specs, what=WHAT, max_bytes=largest)
    snapshot = Snapshot(frozen([arrays[name] for name in specs]), updates, recipe.architecture)
    if not snapshot.finite:
        raise DataFileError("weights-not-finite", path=path)
    return SavedNetwork(snapshot, recipe)


@cache
def load_ready_network() -> SavedNetwork:
    """Return the network that comes with the program, trained by the recipe for handwriting.

    Built by ``scripts/build_ready_network.py``. Raises DataFileError if the file is missing or damaged.
    """
    return load_network(asset("ready_network.npz"))


def _read_header(path: Path) -> tuple[int, dict[str, Any]]:
    array = read_archive(path, _HEADER_SPEC, what=WHAT, max_bytes=MAX_HEADER_BYTES)["header"]
    version, values = decode_header(array.tobytes(), path, kind=FORMAT, newest=VERSION, what=WHAT)
    return version, fields(values, _FIELDS, path, WHAT)
