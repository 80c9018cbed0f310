"""How learning rates are read and written."""

import math

from PySide6.QtCore import QLocale

from digitpad.workspace.wording.numbers import short


def parse_learning_rate(text: str) -> float | None:
    """Return the learning rate that ``text`` names, or None if it names none."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 and "_" not in text else None


def written(rate: float) -> str:
    """Return a learning rate as the program's language writes it, in as few digits as say it exactly."""
    text = short(rate)
    return text if parse_learning_rate(text) == rate else repr(rate).replace(".", QLocale().decimalPoint())
