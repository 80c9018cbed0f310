"""JSON that somebody else may have written: read only if what it becomes cannot take much memory."""

import json


class TooManyValuesError(ValueError):
    """There is more in it than there should be."""


def count_values(data: bytes) -> int:
    """Return how many values JSON has at most, keys counted too, whatever it says.

    One of these marks stands before each value but the first, and each that is empty begins with one.
    """
    return data.count(b"[") + data.count(b"{") + data.count(b",") + data.count(b":")


def decode_json(data: bytes, most_values: int) -> object:
    """Return what ``data`` says, if that is no more than about so many values, keys counted too.

    Of two bytes, ``{}``, JSON makes 72: so its marks are counted before anything is made of it. Raises ValueError
    for what is no JSON, TooManyValuesError, and RecursionError if it is nested too deeply.
    """
    if len(data) > most_values and count_values(data) > most_values:
        raise TooManyValuesError(f"more than {most_values:,} values")
    return json.loads(data)
