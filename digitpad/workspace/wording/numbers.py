"""How numbers are written: digits, decimal points and groups as the program's language has them."""

import math
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

NEARLY_ALL, HARDLY_ANY = 0.9995, 0.0005
"""From here on a share is not rounded: it would look like a certainty that it is not."""

SECONDS_LONG = 90
"""From so many seconds on a duration is told in minutes."""

A_BEFORE_EIGHT = re.compile(r"\b([Aa]) (?=8\b)")

NO_BREAK_SPACE = "\u00a0"


def whole(number: int) -> str:
    """Write a whole number, its thousands in groups."""
    return QLocale().toString(number)


def with_article(text: str) -> str:
    """Return a text with “an” before each 8 that has “a” before it: an eight; Vietnamese has no such word."""
    return A_BEFORE_EIGHT.sub(r"\1n ", text)


def decimal(number: float, places: int) -> str:
    """Write a number with this many decimal places."""
    return QLocale().toString(float(number), "f", places)


def short(number: float) -> str:
    """Write a number in as few digits as say it to six of them: 0.001, 1e-5, 1e-12."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    text = locale.toString(float(number), "g", 6).replace("E", "e")  # Qt 6.8 writes 1E-12.
    return text.replace("e-0", "e-").replace("e+0", "e+")


def percent(share: float) -> str:
    """Write a share as a percentage with one decimal, never rounding up to a certainty it is not."""
    if share >= NEARLY_ALL:
        return _written(QCoreApplication.translate("Numbers", "> {percent} %"), 999, QLocale().name())
    if share < HARDLY_ANY:
        return _written(QCoreApplication.translate("Numbers", "< {percent} %"), 1, QLocale().name())
    return plain_percent(share)


def plain_percent(share: float) -> str:
    """Write a share that is a count of something, such as an accuracy, as a percentage with one decimal."""
    form = QCoreApplication.translate("Numbers", "{percent} %")
    if math.isnan(share):  # what huge weights made of it overflowed
        return "NaN"
    return _written(form, math.floor(share * 1000 + 0.5), QLocale().name())


def bare_percent(share: float) -> str:
    """Write such a share without its sign, for a column that has it in its title."""
    return "NaN" if math.isnan(share) else _written("{percent}", math.floor(share * 1000 + 0.5), QLocale().name())


def short_percent(share: float) -> str:
    """Write a share as a percentage in as few digits as say it: 50 %, 12.5 %."""
    return unbroken(QCoreApplication.translate("Numbers", "{percent} %").format(percent=short(100 * share)))


def percent_sign() -> str:
    """Return what stands behind a percentage."""
    return unbroken(QCoreApplication.translate("Numbers", "{percent} %").format(percent=""))


@lru_cache(maxsize=4096)
def _written(form: str, tenths: int, locale: str) -> str:
    """Write tenths of a per cent; ten of them are written at each stroke of a pen."""
    return form.format(percent=QLocale(locale).toString(tenths / 10, "f", 1))


def duration(seconds: float) -> str:
    """Write a time in seconds, or in minutes if it is long."""
    if seconds < SECONDS_LONG:
        return QCoreApplication.translate("Numbers", "{seconds} s").format(seconds=whole(max(0, round(seconds))))
    return QCoreApplication.translate("Numbers", "{minutes} min").format(minutes=whole(round(seconds / 60)))


def unbroken(number: str) -> str:
    """Return a number with its sign or unit so that no line ends between them."""
    return number.replace(" ", NO_BREAK_SPACE)
