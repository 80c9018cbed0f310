"""One drawing as a line of JSON, and back: nothing else than a drawing is ever made of a line."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from typing import Any

import numpy as np

from digitpad.archives.json_text import TooManyValuesError, decode_json
from digitpad.arrays import CLASSES
from digitpad.drawing.strokes import MAX_COORDINATE, MAX_POINTS, MAX_STROKES, Drawing, Points
from digitpad.errors import UserError

MAX_VALUES = 500_000
"""In a line: the 100,000 points of the largest drawing are 300,000, each a list of two numbers."""

MAX_PEN = 10_000

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


def as_line(drawing: LabelledDrawing) -> bytes:
    """Return the line of a drawing. Raises ValueError for one that could not be read again."""
    values: dict[str, object] = {"strokes": [stroke.tolist() for stroke in drawing.drawing.strokes]}
    if drawing.label is not None:
        values["label"] = drawing.label
    if drawing.source:
        values["source"] = drawing.source
    if drawing.pen is not None:
        values["pen"] = drawing.pen
    line = json.dumps(values).encode() + b"\n"
    try:
        drawing_in(entries(line))
    except UserError as error:
        raise ValueError(f"a drawing that could not be read again: {error}") from error
    return line


def entries(line: bytes) -> dict[str, Any]:
    """Return the entries of a line. Raises UserError with the reason why it has none."""
    try:
        values = decode_json(line, MAX_VALUES)
    except TooManyValuesError:
        raise UserError("line-too-full", most=MAX_VALUES) from None
    except ValueError:
        raise UserError("line-not-json") from None
    except RecursionError:
        raise UserError("line-too-deep") from None
    if not isinstance(values, dict):
        raise UserError("line-without-strokes")
    return values


def drawing_in(values: dict[str, Any]) -> LabelledDrawing:
    """Return the drawing that a line's entries describe. Raises UserError with the reason why they do not."""
    (found,) = drawings_in([values]) or (None,)
    if found is None:
        raise _fault(values)
    return found


def drawings_in(lines: Sequence[dict[str, Any]]) -> list[LabelledDrawing] | None:
    """Return the drawings that the entries of lines describe, or None if those of any of them do not.

    Their points are looked at as a whole: 100,000 drawings one by one take three times as long.
    """
    try:
        meant = [_meant(values) for values in lines]
    except UserError:
        return None
    strokes = list(chain.from_iterable(values["strokes"] for values in lines))
    points = _points(strokes)
    if points is None:
        return None
    points.flags.writeable = False
    ends = accumulate(map(len, strokes), initial=0)
    cut = iter([points[start:end] for start, end in pairwise(ends)])
    drawings = [Drawing(tuple(islice(cut, len(values["strokes"])))) for values in lines]
    if len(points) > MAX_POINTS and any(drawing.point_count > MAX_POINTS for drawing in drawings):
        return None
    return [LabelledDrawing(drawing, *entries) for drawing, entries in zip(drawings, meant, strict=True)]


def _meant(values: dict[str, Any]) -> tuple[int | None, str, int | None]:
    """Return label, source and pen, if these make sense and there are strokes; raise UserError if not."""
    if "strokes" not in values:
        raise UserError("line-without-strokes")
    if not values.keys() <= _ENTRIES:
        raise UserError("line-entry-unknown", entry=min(values.keys() - _ENTRIES))
    label, source, pen = values.get("label"), values.get("source", ""), values.get("pen")
    if label is not None and (type(label) is not int or not 0 <= label < CLASSES):
        raise UserError("label-senseless")
    if not isinstance(source, str):
        raise UserError("source-senseless")
    if pen is not None and (type(pen) is not int or not 1 <= pen <= MAX_PEN):
        raise UserError("pen-senseless", most=MAX_PEN)
    strokes = values["strokes"]
    if not isinstance(strokes, list) or not strokes:
        raise UserError("strokes-senseless")
    if len(strokes) > MAX_STROKES:
        raise UserError("too-many-strokes", most=MAX_STROKES)
    return label, source, pen


def _points(strokes: list[Any]) -> Points | None:
    """Return the points of all strokes, float64 (n, 2), or None if anything is not as it should be."""
    if set(map(type, strokes)) != {list} or not all(strokes):
        return None
    pairs = list(chain.from_iterable(strokes))
    if set(map(type, pairs)) != {list} or set(map(len, pairs)) != {2}:
        return None
    numbers = list(chain.from_iterable(pairs))
    if not set(map(type, numbers)) <= {int, float}:
        return None
    try:
        points = np.array(numbers, np.float64).reshape(-1, 2)
    except OverflowError:
        return None
    if not (points.max() <= MAX_COORDINATE and points.min() >= -MAX_COORDINATE):  # nor if any is not a number
        return None
    points += 0.0  # -0.0 is 0.0, as in Drawing.of
    return points


def _fault(values: dict[str, Any]) -> UserError:
    """Return the first fault of a line's entries that have one."""
    try:
        _meant(values)
    except UserError as fault:
        return fault
    strokes = values["strokes"]
    if sum(len(stroke) for stroke in strokes if isinstance(stroke, list)) > MAX_POINTS:
        return UserError("too-many-points", most=MAX_POINTS)
    for stroke in strokes:
        if not isinstance(stroke, list) or not stroke:
            return UserError("stroke-senseless")
        for point in stroke:
            if not (isinstance(point, list) and len(point) == 2 and all(map(_is_number, point))):
                return UserError("point-senseless")
            if max(map(abs, point)) > MAX_COORDINATE:
                return UserError("point-out-of-bounds", most=MAX_COORDINATE)
    raise AssertionError("these strokes have no fault")


def _is_number(value: object) -> bool:
    # Python's JSON reader accepts NaN, Infinity and whole numbers of any length. A NumPy bound would not do:
    # comparing it with an int beyond float64 raises OverflowError.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= sys.float_info.max
