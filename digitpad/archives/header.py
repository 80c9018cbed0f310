"""The JSON header by which digitpad's own files say what they are, and how a file of an older version is read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from digitpad.archives.json_text import TooManyValuesError, decode_json
from digitpad.arrays import Grays
from digitpad.errors import DataFileError, Word

REQUIRED: Final = object()
"""Stands for a field's default where there is none: a file without the field is refused."""


MAX_VALUES = 1_500_000
"""In a header: a run in a session has about 70, and 3 more for each accuracy; a day's training has room."""


def encode_header(kind: str, version: int, values: Mapping[str, Any]) -> Grays:
    """Return a header for this kind and version of file, with further values, as uint8."""
    return np.frombuffer(json.dumps({"format": kind, "version": version, **values}).encode(), np.uint8)


def decode_header(data: bytes, path: Path, *, kind: str, newest: int, what: Word) -> tuple[int, dict[str, Any]]:
    """Return the version, 1 to ``newest``, and the further values of a header that was read from ``path``.

    Raises DataFileError, which calls the expected file ``what``, for another kind or version, or too many values.
    """
    try:
        header = decode_json(data, MAX_VALUES)
    except TooManyValuesError:
        raise DataFileError("header-too-full", path=path, what=what, most=MAX_VALUES) from None
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or header.pop("format", None) != kind:
        raise DataFileError("other-format", path=path, what=what)
    return checked_version(header.pop("version", None), path, newest=newest, what=what), header


def checked_version(version: object, path: Path, *, newest: int, what: Word) -> int:
    """Return a format's version, 1 to ``newest``; DataFileError for any other."""
    if type(version) is not int or version < 1:
        raise DataFileError("version-senseless", path=path, what=what)
    if version > newest:
        raise DataFileError("newer-format", path=path, version=version, newest=newest)
    return version


def fields(values: object, defaults: Mapping[str, object], path: Path, what: Word) -> dict[str, Any]:
    """Return all fields that ``defaults`` names: those of ``values``, and the default where one is missing.

    This is how older versions stay readable: a field that came later has a default. Raises DataFileError if
    ``values`` is no JSON object, has a field that nobody knows, or lacks one whose default is ``REQUIRED``.
    """
    if not isinstance(values, dict):
        raise DataFileError("no-fields", path=path, what=what)
    for name in values:
        if name not in defaults:
            raise DataFileError("unknown-field", path=path, what=what, field=str(name))
    for name, default in defaults.items():
        if default is REQUIRED and name not in values:
            raise DataFileError("field-missing", path=path, what=what, field=name)
    return {**defaults, **values}
