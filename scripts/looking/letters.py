"""What is wrong with the texts that widgets paint: cut, written over one another, too low, too pale."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from looking.colors import LEAST_CONTRAST, contrast
from looking.painted import PaintedText, may_paint_texts, painted_texts
from looking.shown import shown

Pixels = npt.NDArray[np.uint32]
"""A picture's colours as 0xffrrggbb, (h, w)."""

SLACK = 1.5
"""Logical pixels of a letter that nobody misses: fonts are laid out in fractions of them."""

MOST_SHARED = 2.0
"""Logical pixels that two texts may share: letters lean over to their neighbours."""

AROUND = 2.0
"""Logical pixels around a text's letters that are looked at, too: thin ones cover much of their own box."""

GROUND_SHARE = 0.25
"""Least share of a text's box that a colour has on which it stands."""

NEAR = 0.12
"""Of the way between two colours, each from 0 to 1, up to which they are taken for one."""

MOST_TOLD, MOST_NAMED = 60, 3
"""Letters of a text that is named, and texts of one widget that are."""

Told = dict[str, list[str]]
"""What is wrong, each with the texts that it is true of."""


class Letters:
    """Looks at a window again and again: what is the same, pixel by pixel, as before is not looked at anew."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def problems(self, window: QWidget, picture: QImage, least: float = 0.0) -> Iterator[str]:
        """Name what is wrong in a window, ``picture`` of which was just taken.

        ``least`` is the height in logical pixels that capitals have at least.
        """
        ratio, pixels, whole = picture.devicePixelRatio(), _pixels(picture), QRectF(window.rect())
        for widget, corner in shown(window):
            seen = widget.visibleRegion().boundingRect() if may_paint_texts(widget) else QRect()
            if seen.isEmpty():
                continue
            part = _part(pixels, QRectF(seen.translated(corner)).intersected(whole), ratio)
            look = id(widget), hash((part.tobytes(), least))
            if look not in self._seen:
                self._seen.add(look)
                yield from _said(widget, wrong(painted_texts(widget), part, QRectF(seen), ratio, least))


def _said(widget: QWidget, told: Told) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong in a widget."""
    name = type(widget).__name__ if type(widget) is not QWidget else f"in {type(widget.parentWidget()).__name__}"
    for problem, texts in told.items():
        named = ", ".join(f"“{text[:MOST_TOLD]}”" for text in texts[:MOST_NAMED])
        more = len(texts) - MOST_NAMED
        yield f"{name}: {named}{f' and {more} more' if more > 0 else ''}: {problem}"


def wrong(
    texts: Sequence[PaintedText], pixels: Pixels, seen: QRectF, ratio: float = 1.0, least: float = 0.0
) -> Told:
    """Return what is wrong with the texts of a widget.

    ``seen`` is what can be seen of it, in its own logical pixels, and ``pixels`` how that looks, ``ratio`` to each
    of them. ``least`` is the height of a capital, as in ``Letters.problems``.
    """
    found: Told = {}
    for text in texts:
        if text.lost > SLACK:
            found.setdefault("cut", []).append(text.text)
        if text.capital < least - 0.5 and any(letter.isalnum() for letter in text.text):
            found.setdefault(f"capitals of {text.capital:.1f} pixels, not {least:.1f}", []).append(text.text)
        grounds = _grounds(text, pixels, seen, ratio)
        ratios = [contrast(_laid_over(ground, text.color), ground) for ground in grounds]
        if ratios and min(ratios) < LEAST_CONTRAST:
            found.setdefault(f"a contrast of {min(ratios):.1f}", []).append(text.text)
    for one, other in _overlaps(texts):
        found.setdefault("written over one another", []).append(f"{one.text}” and “{other.text}")
    return found


def _overlaps(texts: Sequence[PaintedText]) -> Iterator[tuple[PaintedText, PaintedText]]:
    """Yield the pairs of different texts that share more than an edge."""
    if len(texts) < 2:
        return
    boxes = np.array([text.ink.getCoords() for text in texts])
    starts = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    ends = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    for one, other in np.argwhere(np.triu((ends - starts).min(axis=2) > MOST_SHARED, 1)).tolist():
        if texts[one].text != texts[other].text:  # the same in bold letters marks a line of code
            yield texts[one], texts[other]


def _grounds(text: PaintedText, pixels: Pixels, seen: QRectF, ratio: float) -> list[QColor]:
    """Return the colours on which a text stands; none where it cannot be seen as a whole."""
    if not seen.contains(text.ink):
        return []
    box = text.ink.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(seen).translated(-seen.topLeft())
    part = _part(pixels, box, ratio)
    colors, counts = np.unique(part, return_counts=True)
    found = [QColor.fromRgb(color) for color in colors[counts >= GROUND_SHARE * part.size].tolist()]
    if len(colors) == 1:  # something else covers it, or nobody can see it
        return [color for color in found if _near(color, text.color)]
    return [color for color in found if not _near(color, text.color)]


def _laid_over(ground: QColor, color: QColor) -> QColor:
    """Return how a colour that lets some of the ground through looks on it."""
    share = color.alphaF()
    parts = (color.redF(), ground.redF()), (color.greenF(), ground.greenF()), (color.blueF(), ground.blueF())
    return QColor.fromRgbF(*(share * one + (1 - share) * other for one, other in parts))


def _near(one: QColor, other: QColor) -> bool:
    ways = (one.redF() - other.redF(), one.greenF() - other.greenF(), one.blueF() - other.blueF())
    return max(map(abs, ways)) < NEAR


def _pixels(picture: QImage) -> Pixels:
    image = picture.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4).copy()


def _part(pixels: Pixels, place: QRectF, ratio: float) -> Pixels:
    """Return what of a picture is at a place in logical pixels."""
    left, top = max(0, int(place.left() * ratio)), max(0, int(place.top() * ratio))
    return pixels[top : round(place.bottom() * ratio), left : round(place.right() * ratio)]
