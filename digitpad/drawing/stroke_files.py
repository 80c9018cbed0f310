"""Drawings in a file: JSON Lines, optionally gzipped; digitpad's own format, and that of its evaluation data.

One drawing a line: ``{"label": 7, "strokes": [[[x, y], …], …], "source": "who drew it"}``. x grows to the right, y
grows down, the unit is arbitrary; a stroke is one pen-down to pen-up. ``label`` (0 to 9) and ``source`` may be
missing.
"""

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from digitpad.archives.writing import write_atomically
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES, Drawing
from digitpad.errors import DataFileError

MAX_BYTES = 256 * 1024 * 1024
"""Unpacked; a gzip bomb ends here."""
MAX_LINE_BYTES = 8 * 1024 * 1024
MAX_LINES = 1_000_000
"""Blank ones count too: millions of them pack into a few bytes and would take minutes."""
MAX_DRAWINGS = 100_000

_KEYS = {"label", "strokes", "source"}


@dataclass(frozen=True)
class LabelledDrawing:
    """A drawing with what it is meant to be (None if nobody said) and where it comes from."""

    drawing: Drawing
    label: int | None = None
    source: str = ""


def read_drawings(path: Path) -> list[LabelledDrawing]:
    """Read all drawings of a file.

    Raises DataFileError, naming file, line and reason, if anything in it is not as the format says.
    """
    try:
        with path.open("rb") as file:
            return _read(path, file)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise DataFileError(f"{path} is damaged or cut short; make the file anew or use a copy.") from None
    except FileNotFoundError:
        raise DataFileError(f"{path} was not found. Choose a file of drawings that exists.") from None
    except OSError as error:
        raise DataFileError(f"{path} could not be read: {error.strerror or error}.") from error


def decode_drawings(data: bytes, path: Path) -> list[LabelledDrawing]:
    """Read drawings from lines that are a part of the file ``path``. Raises what ``read_drawings`` raises."""
    return _read(path, io.BytesIO(data))


def _read(path: Path, file: BinaryIO) -> list[LabelledDrawing]:
    drawings: list[LabelledDrawing] = []
    for number, line in enumerate(_lines(path, file), start=1):
        if not line.strip():
            continue
        if len(drawings) == MAX_DRAWINGS:
            raise _error(path, number, f"there are more than {MAX_DRAWINGS:,} drawings")
        try:
            drawings.append(_parse(line))
        except RecursionError:
            raise _error(path, number, "it is nested too deeply") from None
        except ValueError as error:
            raise _error(path, number, str(error)) from None
    return drawings


def write_drawings(path: Path, drawings: Iterable[LabelledDrawing]) -> None:
    """Write drawings, gzipped if the name ends in ``.gz``: wholly, or not at all.

    Reading them again gives equal drawings. Raises ValueError for a drawing that could not be read again (an
    empty one, or a label that is no digit), DataFileError if the disk refuses.
    """
    text = encode_drawings(drawings)
    data = gzip.compress(text, mtime=0) if path.suffix == ".gz" else text

    def write(file: BinaryIO) -> None:
        file.write(data)

    write_atomically(path, write)


def encode_drawings(drawings: Iterable[LabelledDrawing]) -> bytes:
    """Return drawings as lines. Raises ValueError for one that could not be read again."""
    lines = [json.dumps(_as_json(drawing)).encode() + b"\n" for drawing in drawings]
    for line in lines:
        _parse(line)
    return b"".join(lines)


def _as_json(drawing: LabelledDrawing) -> dict[str, object]:
    values: dict[str, object] = {"strokes": [stroke.tolist() for stroke in drawing.drawing.strokes]}
    if drawing.label is not None:
        values["label"] = drawing.label
    if drawing.source:
        values["source"] = drawing.source
    return values


def _lines(path: Path, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines, unpacked if need be, never reading further than the limits allow."""
    gzipped = file.peek(2)[:2] == b"\x1f\x8b" if hasattr(file, "peek") else path.suffix == ".gz"
    stream = gzip.GzipFile(fileobj=file) if gzipped else file
    total = number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        total += len(line)
        if len(line) > MAX_LINE_BYTES:
            raise _error(path, number, f"the line is longer than {MAX_LINE_BYTES:,} bytes")
        if number > MAX_LINES:
            raise _error(path, number, f"there are more than {MAX_LINES:,} lines")
        if total > MAX_BYTES:
            raise _error(path, number, f"the file holds more than {MAX_BYTES:,} bytes")
        yield line


def _parse(line: bytes) -> LabelledDrawing:
    try:
        values = json.loads(line)
    except ValueError:
        raise ValueError("it is not JSON") from None
    if not isinstance(values, dict) or "strokes" not in values:
        raise ValueError("it is no object with “strokes”")
    unknown = set(values) - _KEYS
    if unknown:
        raise ValueError(f"it has the unknown entry “{sorted(unknown)[0]}”")
    label, source = values.get("label"), values.get("source", "")
    if label is not None and (type(label) is not int or not 0 <= label <= 9):
        raise ValueError("its label is no whole number from 0 to 9")
    if not isinstance(source, str):
        raise ValueError("its source is no text")
    return LabelledDrawing(Drawing.of(_strokes(values["strokes"])), label, source)


def _strokes(strokes: object) -> list[list[list[float]]]:
    if not isinstance(strokes, list) or not strokes:
        raise ValueError("its strokes are no list, or there is none")
    if len(strokes) > MAX_STROKES:
        raise ValueError(f"it has more than {MAX_STROKES:,} strokes")
    if sum(len(stroke) for stroke in strokes if isinstance(stroke, list)) > MAX_POINTS:
        raise ValueError(f"it has more than {MAX_POINTS:,} points")
    for stroke in strokes:
        if not isinstance(stroke, list) or not stroke:
            raise ValueError("a stroke is no list of points, or there is none in it")
        for point in stroke:
            if not (isinstance(point, list) and len(point) == 2 and all(map(_is_number, point))):
                raise ValueError("a point is not [x, y] with two numbers")
    return strokes


def _is_number(value: object) -> bool:
    # Python's JSON reader accepts NaN, Infinity and whole numbers of any length. A NumPy bound would not do:
    # comparing it with an int beyond float64 raises OverflowError.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= sys.float_info.max


def _error(path: Path, line: int, reason: str) -> DataFileError:
    return DataFileError(f"{path}, line {line}: {reason}. Nothing was loaded.")
