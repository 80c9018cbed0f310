"""Drawings in a file: JSON Lines, optionally gzipped; digitpad's own format, and that of its evaluation data.

The first line is a header, ``{"format": "digitpad drawings", "version": 2}``; files of version 1 have none. Then
one drawing a line: ``{"strokes": [[[x, y], …], …], "label": 7, "source": "where it is from", "pen": 3}``. x grows
to the right, y grows down, the unit is arbitrary; a stroke is one pen-down to pen-up. ``pen``, which came with
version 2, is a number for the person who drew, who has no name here. All but ``strokes`` may be missing. Files put
one after the other are a file too.
"""

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from digitpad.archives.header import REQUIRED, checked_version, fields
from digitpad.archives.reading import opened, unreadable
from digitpad.archives.writing import write_atomically
from digitpad.arrays import CLASSES
from digitpad.drawing.strokes import MAX_COORDINATE, MAX_POINTS, MAX_STROKES, Drawing
from digitpad.errors import DataFileError, UserError, Word

MAX_BYTES = 256 * 1024 * 1024
"""Unpacked; a gzip bomb ends here."""
MAX_LINE_BYTES = 8 * 1024 * 1024
MAX_LINES = 1_000_000
"""Blank ones count too: millions of them pack into a few bytes and would take minutes."""
MAX_DRAWINGS = 100_000

MAX_PEN = 10_000

FORMAT = "digitpad drawings"
VERSION = 2
WHAT = Word("drawings")

_ENTRIES = {"label", "strokes", "source", "pen"}


@dataclass(frozen=True)
class LabelledDrawing:
    """A drawing with what it is meant to be (None if nobody said) and where it comes from.

    ``pen`` is a number, 1 to 10,000, for the person who drew it; None if nobody said.
    """

    drawing: Drawing
    label: int | None = None
    source: str = ""
    pen: int | None = None


def read_drawings(path: Path) -> list[LabelledDrawing]:
    """Read all drawings of a file.

    Raises DataFileError, naming file, line and reason, if anything in it is not as the format says.
    """
    try:
        with opened(path, WHAT) as file:
            return _read(path, file)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise DataFileError("drawings-damaged", path=path) from None
    except OSError as error:
        raise unreadable(path, error) from error


def decode_drawings(data: bytes, path: Path) -> list[LabelledDrawing]:
    """Read drawings from lines that are a part of the file ``path``. Raises what ``read_drawings`` raises."""
    return _read(path, io.BytesIO(data))


def _read(path: Path, file: BinaryIO) -> list[LabelledDrawing]:
    drawings: list[LabelledDrawing] = []
    for number, line in enumerate(_lines(path, file), start=1):
        if not line.strip():
            continue
        try:
            values = _object(line)
            if "format" in values and "strokes" not in values:
                _check_header(values, path)
                continue
            if len(drawings) == MAX_DRAWINGS:
                raise UserError("too-many-drawings", most=MAX_DRAWINGS)
            drawings.append(_drawing(values))
        except DataFileError:
            raise
        except UserError as reason:
            raise _refused(path, number, reason) from None
    return drawings


def _check_header(values: dict[str, Any], path: Path) -> None:
    if values["format"] != FORMAT:
        raise DataFileError("other-format", path=path, what=WHAT)
    # A newer version first: what it calls its entries is not known here.
    checked_version(values.get("version"), path, newest=VERSION, what=WHAT)
    fields(values, {"format": REQUIRED, "version": REQUIRED}, path, WHAT)


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
    """Return drawings as lines, the header first. Raises ValueError for one that could not be read again."""
    lines = [json.dumps({"format": FORMAT, "version": VERSION}).encode() + b"\n"]
    for drawing in drawings:
        line = json.dumps(_as_json(drawing)).encode() + b"\n"
        try:
            _drawing(_object(line))
        except UserError as error:
            raise ValueError(f"a drawing that could not be read again: {error}") from error
        lines.append(line)
    return b"".join(lines)


def _as_json(drawing: LabelledDrawing) -> dict[str, object]:
    values: dict[str, object] = {"strokes": [stroke.tolist() for stroke in drawing.drawing.strokes]}
    if drawing.label is not None:
        values["label"] = drawing.label
    if drawing.source:
        values["source"] = drawing.source
    if drawing.pen is not None:
        values["pen"] = drawing.pen
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
            raise _refused(path, number, UserError("line-too-long", most=MAX_LINE_BYTES))
        if number > MAX_LINES:
            raise _refused(path, number, UserError("too-many-lines", most=MAX_LINES))
        if total > MAX_BYTES:
            raise _refused(path, number, UserError("too-many-bytes", most=MAX_BYTES))
        yield line


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except ValueError:
        raise UserError("line-not-json") from None
    except RecursionError:
        raise UserError("line-too-deep") from None
    if not isinstance(values, dict):
        raise UserError("line-without-strokes")
    return values


def _drawing(values: dict[str, Any]) -> LabelledDrawing:
    if "strokes" not in values:
        raise UserError("line-without-strokes")
    unknown = set(values) - _ENTRIES
    if unknown:
        raise UserError("line-entry-unknown", entry=min(unknown))
    label, source, pen = values.get("label"), values.get("source", ""), values.get("pen")
    if label is not None and (type(label) is not int or not 0 <= label < CLASSES):
        raise UserError("label-senseless")
    if not isinstance(source, str):
        raise UserError("source-senseless")
    if pen is not None and (type(pen) is not int or not 1 <= pen <= MAX_PEN):
        raise UserError("pen-senseless", most=MAX_PEN)
    return LabelledDrawing(Drawing.of(_strokes(values["strokes"])), label, source, pen)


def _strokes(strokes: object) -> list[list[list[float]]]:
    if not isinstance(strokes, list) or not strokes:
        raise UserError("strokes-senseless")
    if len(strokes) > MAX_STROKES:
        raise UserError("too-many-strokes", most=MAX_STROKES)
    if sum(len(stroke) for stroke in strokes if isinstance(stroke, list)) > MAX_POINTS:
        raise UserError("too-many-points", most=MAX_POINTS)
    for stroke in strokes:
        if not isinstance(stroke, list) or not stroke:
            raise UserError("stroke-senseless")
        for point in stroke:
            if not (isinstance(point, list) and len(point) == 2 and all(map(_is_number, point))):
                raise UserError("point-senseless")
            if max(map(abs, point)) > MAX_COORDINATE:
                raise UserError("point-out-of-bounds", most=MAX_COORDINATE)
    return strokes


def _is_number(value: object) -> bool:
    # Python's JSON reader accepts NaN, Infinity and whole numbers of any length. A NumPy bound would not do:
    # comparing it with an int beyond float64 raises OverflowError.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= sys.float_info.max


def _refused(path: Path, line: int, reason: UserError) -> DataFileError:
    return DataFileError("line-refused", path=path, line=line, reason=reason)
