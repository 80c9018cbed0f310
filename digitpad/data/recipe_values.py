"""Checks of the values that a recipe is made of, whoever brings them: a form, the command line, or JSON."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from digitpad.errors import RecipeError, Word

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_SHOWN = 60
"""Letters of a wrong value that are quoted."""


def whole_number(field: str, value: object, bounds: tuple[int, int]) -> int:
    """Return a whole number within ``bounds``, both included. Raises RecipeError."""
    least, most = bounds
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise RecipeError("recipe-whole-number", field=Word(field), least=least, most=most, value=shown(value))
    return value


def share(field: str, value: object, most: float) -> float:
    """Return a number from 0 to ``most``. Raises RecipeError."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise RecipeError("recipe-share", field=Word(field), most=most, value=shown(value))
    return float(value)


def choice(kind: type[Choice], field: str, value: object) -> Choice:
    """Return the member of ``kind`` that is called ``value``. Raises RecipeError."""
    try:
        return kind(str(value))
    except ValueError:
        choices = ", ".join(kind)
        raise RecipeError("recipe-choice", field=Word(field), choices=choices, value=shown(value)) from None


def known_fields(field: str, values: object, known: Mapping[str, object]) -> dict[str, Any]:
    """Return ``values``, what is missing taken from ``known``. Raises RecipeError for what is unknown."""
    if not isinstance(values, Mapping):
        raise RecipeError("recipe-no-object", field=Word(field), value=shown(values))
    unknown = next((name for name in values if name not in known), None)
    if unknown is not None:
        raise RecipeError("recipe-unknown-field", field=Word(field), unknown=shown(unknown))
    return {**known, **values}


def shown(value: object) -> object:
    """Return a wrong value as a sentence quotes it: numbers as they are, anything else in short."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
