"""How learning rates and weight decays are read and written."""

import math

from PySide6.QtCore import QLocale

from digitpad.runs.recipe import MOST_DECAY
from digitpad.workspace.wording.numbers import short


def parse_learning_rate(text: str) -> float | None:
    """Return the learning rate that ``text`` names, or None if it names none."""
    value = _number(text)
    return value if value is not None and value > 0 else None


def parse_decay(text: str) -> float | None:
    """Return the weight decay that ``text`` names, or None if it names none."""
    value = _number(text)
    return value if value is not None and 0 <= value <= MOST_DECAY else None


def written(rate: float) -> str:
    """Return a number as the program's language writes it, in as few digits as say it exactly."""
    text = short(rate)
    return text if _number(text) == rate else repr(rate).replace(".", QLocale().decimalPoint())


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None
