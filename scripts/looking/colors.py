"""Colours of the two schemes that can hardly be told apart."""

from collections.abc import Iterator

from PySide6.QtGui import QColor

from digitpad.ui.theme import DARK, LIGHT

LEAST_CONTRAST = 3.0
TEXT_PAIRS = (("text", "card"), ("muted", "card"), ("text", "window"), ("accent", "card"), ("on_accent", "accent"))
LINE_PAIRS = (("quiet", "card"), ("error", "card"))


def pale() -> Iterator[str]:
    """Name the pairs of colours that can hardly be told apart."""
    for name, scheme in (("light", LIGHT), ("dark", DARK)):
        pairs = [(pair, getattr(scheme, pair[0]), getattr(scheme, pair[1])) for pair in (*TEXT_PAIRS, *LINE_PAIRS)]
        pairs += [((f"run {number}", "card"), scheme.run_color(number), scheme.card) for number in range(6)]
        for pair, one, other in pairs:
            ratio = contrast(QColor(one), QColor(other))
            if ratio < LEAST_CONTRAST:
                yield f"{name}: {pair[0]} on {pair[1]} has a contrast of {ratio:.1f}"


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of two colours' luminance, as the WCAG defines it: 1 to 21."""

    def luminance(color: QColor) -> float:
        parts = [color.redF(), color.greenF(), color.blueF()]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
