"""Numbers as a person reads them off a card, each with what its rounding may hide; and sums of such numbers."""

import re
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QLocale

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
ENGLISH = re.compile(r"([−]?)(\d+(?:,\d{3})*(?:\.\d+)?)(?:·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
VIETNAMESE = re.compile(r"([−]?)(\d+(?:\.\d{3})*(?:,\d+)?)(?:·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")


@dataclass(frozen=True)
class Read:
    """A number that was read, and half a unit of its last digit."""

    value: float
    half: float

    def ends(self) -> tuple[float, float]:
        return self.value - self.half, self.value + self.half


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


def could_be(reckon: object, terms: list[Read], shown: Read) -> bool:
    """Say whether numbers that are rounded to ``terms`` can make one that is rounded to ``shown``.

    ``reckon`` rises or falls in each of its terms, so its extremes are at their ends.
    """
    made = [reckon(*ends) for ends in product(*(term.ends() for term in terms))]
    low, high = shown.ends()
    slack = 1e-12 * max(1.0, abs(low), abs(high))
    return min(made) <= high + slack and max(made) >= low - slack
