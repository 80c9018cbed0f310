"""The JSON header by which digitpad's own ``.npz`` files say what they are."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from digitpad.errors import DataFileError


def encode_header(kind: str, version: int, values: Mapping[str, Any]) -> npt.NDArray[np.uint8]:
    """Return a header for this kind and version of file, with further values, as uint8."""
    return np.frombuffer(json.dumps({"format": kind, "version": version, **values}).encode(), np.uint8)


def decode_header(data: bytes, path: Path, *, kind: str, version: int, what: str) -> dict[str, Any]:
    """Return the values of a header that was read from ``path``.

    Raises DataFileError, which calls the expected file ``what``, for another kind or version.
    """
    try:
        header = json.loads(data)
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or header.get("format") != kind:
        raise DataFileError(f"{path} is not {what}. Nothing was loaded.")
    if header.get("version") != version:
        raise DataFileError(
            f"{path} is of format version {header.get('version')}; this digitpad reads version {version}. "
            "Open it with the digitpad that saved it, or install a newer one."
        )
    return header
