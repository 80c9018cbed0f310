"""What a person reads: numbers off a card, each with what its rounding may hide, and which code runs next."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QTextBlock

from digitpad.ui.theme import colors
from digitpad.ui.views.step.code_panel import CodePanel

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
ENGLISH = re.compile(r"([−]?)(\d+(?:,\d{3})*(?:\.\d+)?)(?:·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
VIETNAMESE = re.compile(r"([−]?)(\d+(?:\.\d{3})*(?:,\d+)?)(?:·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")


@dataclass(frozen=True)
class Read:
    """A number that was read, and half a unit of its last digit."""

    value: float
    half: float


def numbers(text: str) -> list[Read]:
    """Return the numbers in a text of the language that is spoken."""
    is_english = QLocale().decimalPoint() == "."
    found = []
    for minus, digits, power in (ENGLISH if is_english else VIETNAMESE).findall(text):
        plain = digits.replace(",", "") if is_english else digits.replace(".", "").replace(",", ".")
        exponent = int(power.translate(SUPERSCRIPTS)) if power else 0
        value = float(f"{plain}e{exponent}") * (-1 if minus else 1)
        half = 0.5 * 10.0 ** (exponent - len(plain.partition(".")[2]))
        found.append(Read(value, half))
    return found


UNITS = 1.6
"""Of the last digit that is shown: half of one is its own rounding, one that of two numbers it comes from."""


def agrees(found: float, shown: Read) -> bool:
    """Say whether a pocket calculator that has found this from the other numbers shown leaves no doubt."""
    return abs(found - shown.value) <= UNITS * 2 * shown.half + 1e-12 * abs(found)


def marked_blocks(panel: CodePanel) -> list[QTextBlock]:
    """Return the rows of code that stand on the ground of what runs next."""
    ground = QColor(colors().running)
    selections = panel.text.extraSelections()
    return [mark.cursor.block() for mark in selections if mark.format.background().color() == ground]


def marked(panel: CodePanel) -> list[str]:
    """Return what stands in these rows."""
    return [block.text() for block in marked_blocks(panel)]
