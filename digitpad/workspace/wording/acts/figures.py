"""Numbers that a pocket calculator can check: as many digits as the sum beside them asks for."""

import math

import numpy as np
from PySide6.QtCore import QLocale

MINUS = "−"
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

SMALLEST, LARGEST = -4, 6
"""Powers of ten between which a number is written without one."""

MOST_PLACES = 12
"""Decimals that are written at most: more than a pocket calculator shows."""

DIGITS = 3
"""Significant digits of most numbers."""

MANTISSA_PLACES = 3
"""Decimals before a power of ten that numbers have in common: 4.000·10⁹ is less than a line that is cut."""


def significant(number: float, digits: int = DIGITS) -> str:
    """Write a number with so many significant digits: 0.0312, 3.07·10⁻⁷; zeros at the end are kept."""
    if not math.isfinite(number) or not number:
        return fixed(number, 0)
    exponent = power_of(number, digits)
    if SMALLEST <= exponent < LARGEST:
        return fixed(number, max(0, digits - 1 - exponent))
    return _with_power(number / 10.0**exponent if exponent > -300 else math.copysign(1, number), exponent, digits)


def trimmed(number: float, digits: int = 6) -> str:
    """Write a number that somebody has chosen, such as a rate: as few digits as say it to so many of them."""
    if not math.isfinite(number) or not number:
        return fixed(number, 0)
    exponent = power_of(number, digits)
    if not SMALLEST - 1 <= exponent < LARGEST:
        mantissa = number / 10.0**exponent
        return f"{fixed(mantissa, _places_needed(mantissa, digits - 1))}·10{_raised(exponent)}"
    return fixed(number, _places_needed(number, max(0, digits - 1 - exponent)))


def fixed(number: float, places: int) -> str:
    """Write a number with so many decimals, without groups, with a proper minus.

    Fewer than none are those of ``common_places``: the last digit that is written is worth 10 to the power of
    ``-places``, and all numbers that are written so have the same power of ten behind them.
    """
    if places < 0 and math.isfinite(number):
        exponent = MANTISSA_PLACES - places
        return _with_power(number / 10.0**exponent, exponent, MANTISSA_PLACES + 1)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "∞" if number > 0 else f"{MINUS}∞"
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    text = locale.toString(abs(float(number)), "f", places)
    is_negative = number < 0 and any(digit in text for digit in "123456789")
    return f"{MINUS}{text}" if is_negative else text


def exponential(logarithm: float, digits: int) -> str:
    """Write e to the power of ``logarithm`` with so many digits, however small: 3.07·10⁻⁷⁸⁹."""
    if not math.isfinite(logarithm) or logarithm > math.log(10.0 ** (SMALLEST + 1)):
        return significant(math.exp(logarithm), digits)
    power = logarithm / math.log(10)
    exponent = math.floor(power)
    mantissa = 10.0 ** (power - exponent)
    if round(mantissa, digits - 1) >= 10:
        mantissa, exponent = mantissa / 10, exponent + 1
    return _with_power(mantissa, exponent, digits)


def power_of(number: float, digits: int = DIGITS) -> int:
    """Return the power of ten of a number that is not 0, once it is rounded to so many digits."""
    return int(f"{abs(number):.{digits - 1}e}".partition("e")[2])


def places_for(number: float, digits: int = DIGITS, least: int = 0, most: int = MOST_PLACES) -> int:
    """Return with how many decimals a number has so many significant digits, between ``least`` and ``most``."""
    if not math.isfinite(number) or not number:
        return least
    return max(least, min(most, digits - 1 - power_of(number, digits)))


def common_places(largest: float, usual: int) -> int:
    """Return with how many decimals ``fixed`` writes numbers up to ``largest``, which are added up or compared:
    the ``usual`` ones, or, where these are millions or more, so many that they have a power of ten in common."""
    if not math.isfinite(largest) or not largest:
        return usual
    power = power_of(largest, MANTISSA_PLACES + 1)
    return usual if power < LARGEST else MANTISSA_PLACES - power


def float32_places(number: float) -> int:
    """Return how many decimals of a number a float32 can tell apart."""
    spacing = float(np.spacing(np.float32(abs(number)))) if math.isfinite(number) else 1.0
    return max(0, min(MOST_PLACES, math.floor(-math.log10(spacing))))


def _with_power(mantissa: float, exponent: int, digits: int) -> str:
    return f"{fixed(mantissa, digits - 1)}·10{_raised(exponent)}"


def _raised(exponent: int) -> str:
    return str(exponent).translate(SUPERSCRIPTS)


def _places_needed(number: float, most: int) -> int:
    decimals = f"{abs(number):.{most}f}".partition(".")[2].rstrip("0")
    return len(decimals)
