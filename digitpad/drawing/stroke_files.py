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
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from digitpad.archives.gzip_stream import MAGIC, Unpacked
from digitpad.archives.header import REQUIRED, checked_version, fields
from digitpad.archives.reading import opened, unreadable
from digitpad.archives.writing import write_atomically
from digitpad.arrays import Grays
from digitpad.drawing.stroke_lines import LabelledDrawing, as_line, drawing_in, drawings_in, entries
from digitpad.errors import DataFileError, UserError, Word

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["LabelledDrawing", "decode_drawings", "encode_drawings", "read_drawings", "write_drawings"]

# Together the bounds keep any file, however it was made, below two seconds and 300 MB.
MAX_BYTES = 64 * 1024 * 1024
"""Unpacked; a gzip bomb ends here."""
MAX_LINE_BYTES = 8 * 1024 * 1024
MAX_LINES = 120_000
"""Blank ones count too: millions of them pack into a few bytes and would take minutes."""
MAX_DRAWINGS = 100_000
MAX_POINTS_IN_ALL = 750_000
MAX_STROKES_IN_ALL = 250_000
MAX_LETTERS_IN_ALL = 4_000_000
"""Of the sources."""

TOGETHER_BYTES = 1 << 18
"""Lines are made drawings of so many at a time."""

TOO_MUCH = frozenset(
    {
        "too-many-lines",
        "too-many-bytes",
        "too-many-drawings",
        "too-many-strokes-in-all",
        "too-many-points-in-all",
        "too-many-letters-in-all",
    }
)
"""Reasons why a file is refused whose parts need not be."""

FORMAT = "digitpad drawings"
VERSION = 2
WHAT = Word("drawings")


class Tally:
    """Counts what drawings have together."""

    def __init__(self, most_drawings: int | None = None) -> None:
        self._most_drawings = MAX_DRAWINGS if most_drawings is None else most_drawings
        self._drawings = self._strokes = self._points = self._letters = 0

    def add(self, entry: LabelledDrawing) -> None:
        """Count a drawing too. Raises UserError if a file cannot have all of them."""
        self._drawings += 1
        self._strokes += len(entry.drawing.strokes)
        self._points += sum(map(len, entry.drawing.strokes))
        self._letters += len(entry.source)
        if self._drawings > self._most_drawings:
            raise UserError("too-many-drawings", most=self._most_drawings)
        if self._strokes > MAX_STROKES_IN_ALL:
            raise UserError("too-many-strokes-in-all", most=MAX_STROKES_IN_ALL)
        if self._points > MAX_POINTS_IN_ALL:
            raise UserError("too-many-points-in-all", most=MAX_POINTS_IN_ALL)
        if self._letters > MAX_LETTERS_IN_ALL:
            raise UserError("too-many-letters-in-all", most=MAX_LETTERS_IN_ALL)


def read_drawings(path: Path) -> list[LabelledDrawing]:
    """Read all drawings of a file.

    Raises DataFileError, naming file, line and reason, if anything in it is not as the format says.
    """
    try:
        with opened(path, WHAT) as file:
            gzipped = file.peek(len(MAGIC))[: len(MAGIC)] == MAGIC
            return _read(path, io.BufferedReader(Unpacked(file, MAX_BYTES)) if gzipped else file, Tally())
    except (EOFError, zlib.error):
        raise DataFileError("drawings-damaged", path=path) from None
    except OSError as error:
        raise unreadable(path, error) from error
    except DataFileError as error:
        reason = error.values.get("reason")
        if isinstance(reason, UserError) and reason.code in TOO_MUCH:
            line = error.values["line"]
            raise DataFileError("too-much-for-a-file", path=path, line=line, reason=reason) from None
        raise


def decode_drawings(data: bytes | Grays, path: Path, *, most_drawings: int | None = None) -> list[LabelledDrawing]:
    """Read drawings from lines that are a part of the file ``path``. Raises what ``read_drawings`` raises."""
    return _read(path, io.BufferedReader(_InMemory(data)), Tally(most_drawings))


class _InMemory(io.RawIOBase):
    """Bytes as a file, without a copy of them all."""

    def __init__(self, data: bytes | Grays) -> None:
        super().__init__()
        self._rest = np.frombuffer(data, np.uint8).data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer).cast("B")
        piece, self._rest = self._rest[: len(room)], self._rest[len(room) :]
        room[: len(piece)] = piece
        return len(piece)


def _read(path: Path, file: BinaryIO, tally: Tally) -> list[LabelledDrawing]:
    drawings: list[LabelledDrawing] = []
    for numbers, lines in _together(path, file):
        found = drawings_in(lines)
        for place, number in enumerate(numbers):
            try:
                # One by one only where one of them has a fault, and the first of them is to be found.
                drawing = drawing_in(lines[place]) if found is None else found[place]
                tally.add(drawing)
            except UserError as reason:
                raise _refused(path, number, reason) from None
            drawings.append(drawing)
    return drawings


def _together(path: Path, file: BinaryIO) -> Iterator[tuple[list[int], list[dict[str, Any]]]]:
    """Yield numbers and entries of lines that are to be drawings, many at a time; what stops it comes last."""
    numbers: list[int] = []
    lines: list[dict[str, Any]] = []
    size = 0
    try:
        for number, line in enumerate(_lines(path, file), start=1):
            if line.isspace():
                continue
            values = _entries(path, number, line)
            if "format" in values and "strokes" not in values:
                _check_header(values, path)
                continue
            numbers.append(number)
            lines.append(values)
            size += len(line)
            if size > TOGETHER_BYTES:
                yield numbers, lines
                numbers, lines, size = [], [], 0
    except DataFileError:
        if lines:  # they may have a fault before
            yield numbers, lines
        raise
    if lines:
        yield numbers, lines


def _entries(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        return entries(line)
    except UserError as reason:
        raise _refused(path, number, reason) from None


def _check_header(values: dict[str, Any], path: Path) -> None:
    if values["format"] != FORMAT:
        raise DataFileError("other-format", path=path, what=WHAT)
    # A newer version first: what it calls its entries is not known here.
    checked_version(values.get("version"), path, newest=VERSION, what=WHAT)
    fields(values, {"format": REQUIRED, "version": REQUIRED}, path, WHAT)


def write_drawings(path: Path, drawings: Iterable[LabelledDrawing]) -> None:
    """Write drawings, gzipped if the name ends in ``.gz``: wholly, or not at all.

    Reading them again gives equal drawings. Raises ValueError for a drawing that could not be read again (an
    empty one, or a label that is no digit), DataFileError if the disk refuses, or if they are too many for a file.
    """
    text = encode_drawings(drawings, path)
    data = gzip.compress(text, mtime=0) if path.suffix == ".gz" else text

    def write(file: BinaryIO) -> None:
        file.write(data)

    write_atomically(path, write)


def encode_drawings(drawings: Iterable[LabelledDrawing], path: Path, *, most_drawings: int | None = None) -> bytes:
    """Return drawings as lines for the file ``path``, the header first. Raises what ``write_drawings`` raises."""
    lines = [json.dumps({"format": FORMAT, "version": VERSION}).encode() + b"\n"]
    tally = Tally(most_drawings)
    for drawing in drawings:
        try:
            tally.add(drawing)
        except UserError as reason:
            raise DataFileError("drawings-not-saved", path=path, reason=reason) from None
        lines.append(as_line(drawing))
    text = b"".join(lines)
    if len(text) > MAX_BYTES:
        raise DataFileError("drawings-not-saved", path=path, reason=UserError("too-many-bytes", most=MAX_BYTES))
    return text


def _lines(path: Path, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines, never reading further than the limits allow."""
    total = number = 0
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        total += len(line)
        if len(line) > MAX_LINE_BYTES:
            raise _refused(path, number, UserError("line-too-long", most=MAX_LINE_BYTES))
        if number > MAX_LINES:
            raise _refused(path, number, UserError("too-many-lines", most=MAX_LINES))
        if total > MAX_BYTES:
            raise _refused(path, number, UserError("too-many-bytes", most=MAX_BYTES))
        yield line


def _refused(path: Path, line: int, reason: UserError) -> DataFileError:
    return DataFileError("line-refused", path=path, line=line, reason=reason)
