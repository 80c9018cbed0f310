"""The axes of the plots: what is labelled, and how."""

import math

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF

from digitpad.workspace.wording.numbers import decimal, short, whole

WIDER = (2, 5, 10, 20)
"""Where labels have too little room, only every so many-th place has one."""

ROOMY = 1.3
"""How far two labels are apart at least, as a multiple of their width."""

Ticks = tuple[float | None, list[float]]
"""The spacing of ticks, and where they are."""

LEAST_TICK_PIXELS = 20
LOG_STEPS = ((0.30, (1, 2, 5)), (0.47, (1, 3)))
"""Least distance between two labels beside the plot, and what may be labelled within a decade, with the smallest
distance that leaves, in decades."""


LINES_APART = ((2, 1.0), (4, 1.33), (6, 2.0), (math.inf, 4.0))
"""How many lines of text the next finer labels beside a plot are apart at least, while there are fewer labels than
so many."""


class ValueAxis(pg.AxisItem):
    """An axis whose labels do not touch: when it is logarithmic, the decades, and what fits between them."""

    def tickValues(self, least: float, most: float, size: float) -> list[Ticks]:  # noqa: N802  # pyqtgraph's name
        """Return where ticks are; labels are those of the first level alone."""
        levels: list[Ticks] = super().tickValues(least, most, size)
        if self.logMode or not levels:
            return levels
        line = QFontMetricsF(self.style["tickFont"] or QFont()).height()
        return _in_one(levels, size / max(most - least, 1e-300) / line)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the labels, all with the same number of decimal places."""
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        places = max(0, math.ceil(-math.log10(spacing * scale) - 1e-9))
        return [decimal(value * scale, places) for value in values]

    def logTickValues(  # noqa: N802  # pyqtgraph's name
        self, least: float, most: float, size: float, standard: list[Ticks]
    ) -> list[Ticks]:
        """Return the logarithms of the values to be labelled on ``size`` pixels from ``least`` to ``most``."""
        decade = size / max(most - least, 1e-9)
        every = max(1, math.ceil(LEAST_TICK_PIXELS / decade))
        steps = next((steps for gap, steps in LOG_STEPS if gap * decade >= LEAST_TICK_PIXELS), (1,))
        decades = range(math.floor(least / every) * every, math.ceil(most) + 1, every)
        values = [exponent + math.log10(step) for exponent in decades for step in steps]
        fitting = [value for value in values if least <= value <= most]
        return [(1.0, fitting)] if fitting else super().logTickValues(least, most, size, standard)

    def logTickStrings(self, logarithms: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the values themselves, without powers of ten where there are few digits."""
        return [short(10**logarithm) for logarithm in logarithms]


class CountAxis(pg.AxisItem):
    """An axis of counts; logarithmic, it says the numbers themselves: 0, 1, 10, 100."""

    logarithmic = False

    def tickValues(self, least: float, most: float, size: float) -> list[Ticks]:  # noqa: N802  # pyqtgraph's name
        """Return where the labels stand."""
        if not self.logarithmic:
            return self._apart(super().tickValues(least, most, size), size / max(most - least, 1e-300))
        places = [0.0, *(math.log10(1 + 10**power) for power in range(7))]
        return [(1.0, [place for place in places if least <= place <= most])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the labels."""
        if not self.logarithmic:
            return [_count(value) for value in values]
        return [whole(round(10**value - 1)) for value in values]

    def _apart(self, levels: list[Ticks], pixels: float) -> list[Ticks]:
        """Return ticks of which the first level has labels that do not touch, at so many pixels for 1."""
        letters = QFontMetricsF(self.style["tickFont"] or QFont())
        labelled: list[float] = []
        for number, (spacing, places) in enumerate(levels):
            wanted = [*labelled, *places]
            widest = max((letters.horizontalAdvance(_count(place)) for place in wanted), default=0.0)
            if spacing is None or ROOMY * widest <= spacing * pixels:
                labelled = wanted
                continue
            if number:
                return [(levels[number - 1][0], labelled), *levels[number:]]
            every = next((step for step in WIDER if ROOMY * widest <= step * spacing * pixels), WIDER[-1])
            kept = [place for place in places if round(place / spacing) % every == 0] or places[-1:]
            return [
                (every * spacing, kept),
                (spacing, [place for place in places if place not in kept]),
                *levels[1:],
            ]
        return [(levels[-1][0], labelled)] if levels else []


def _in_one(levels: list[Ticks], lines: float) -> list[Ticks]:
    """Return ticks of which the first level is as fine as its labels have room, at so many ``lines`` for 1."""
    finest, labelled = levels[0][0], list(levels[0][1])
    for number, (spacing, places) in enumerate(levels[1:], 1):
        apart = next(apart for most, apart in LINES_APART if len(labelled) < most)
        if spacing is None or spacing * lines < apart:
            return [(finest, labelled), *levels[number:]]
        finest, labelled = spacing, [*labelled, *places]
    return [(finest, labelled)]


def _count(value: float) -> str:
    """Write what is counted: batches in groups, as the transport has them beside it, and parts of an epoch."""
    return whole(round(value)) if value == round(value) else short(value)
