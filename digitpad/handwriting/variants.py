"""Ways of writing digits that MNIST hardly has, drawn over MNIST's own images.

MNIST's writers were Americans. Elsewhere a 0 carries a slash, a 1 a flag and a foot, a 7 a bar, a serif or a
curled head, a 9 a hooked tail; and a 4 can be written in more ways than any other digit (``fours``). Each is
a few pen lines placed by the image's own ink: its box, its slant, its stroke width. NumPy only.
"""

from collections.abc import Callable

import numpy as np

from digitpad.arrays import SIDE, Images, Labels
from digitpad.handwriting.fours import four
from digitpad.handwriting.sheet import Sheet, first_marked, points

BLOCK = 64  # images worked on at a time: their sheets stay in the processor's cache
LEVEL_BARS = 0.15  # share of crossed zeros
LOOSE_FEET = 0.25  # share of the feet of ones: they do not touch the stem


def draw_variants(images: Images, labels: Labels, seed: int) -> Images:
    """Return `images` (n, 784), uint8, with every 0, 1, 4, 7 and 9 of `labels` (n,) turned into its variant.

    Raises ValueError for other images, or not as many labels.
    """
    if images.ndim != 2 or images.shape[1] != SIDE * SIDE or images.dtype != np.uint8:
        raise ValueError(f"images must be uint8 (n, 784), not {images.dtype} {images.shape}")
    if labels.shape != images.shape[:1]:
        raise ValueError(f"{len(images)} images need as many labels, not {labels.shape}")
    variants = images.copy()
    for digit, draw in VARIANTS.items():
        places = np.flatnonzero(labels == digit)
        rng = np.random.default_rng((seed, digit))
        for start in range(0, len(places), BLOCK):
            block = places[start : start + BLOCK]
            sheet = Sheet.of(images[block])
            draw(sheet, rng)
            variants[block] = sheet.fitted()
    return variants


def slash(sheet: Sheet, rng: np.random.Generator) -> None:
    """0: a slash, mostly from upper right to lower left, within the ring or past it; or a level bar."""
    n = len(sheet.images)
    middle = points((sheet.top + sheet.bottom) / 2, (sheet.left + sheet.right) / 2)
    half_y = sheet.height / 2
    half_x = (sheet.right - sheet.left) / 2 * rng.uniform(0.6, 1.4, n)
    half_x = np.maximum(half_x, half_y * rng.uniform(0.3, 0.7, n))
    half_x *= np.where(rng.random(n) < 0.8, 1, -1)
    upper = rng.uniform(0.75, 1.45, n)
    lower = upper * rng.uniform(0.8, 1.2, n)
    half_y = half_y * np.where(rng.random(n) < LEVEL_BARS, rng.uniform(0, 0.4, n), 1)
    middle += rng.normal(0, 1, (n, 2)).astype(np.float32)
    sheet.line(
        middle + points(-upper * half_y, upper * half_x),
        middle + points(lower * half_y, -lower * half_x),
    )


def flag_and_foot(sheet: Sheet, rng: np.random.Generator) -> None:
    """1: a flag down to the left from its top, as long as the stem and more, a foot at or under it, or both."""
    n, height = len(sheet.images), sheet.height
    kind = rng.random(n)
    top, bottom = sheet.ink_x(sheet.top), sheet.ink_x(sheet.bottom)
    length = rng.uniform(0.25, 1.2, n) * height
    angle = np.deg2rad(rng.uniform(15, 70, n))  # below the horizontal
    drop = np.minimum(length * np.sin(angle), 0.95 * height)  # no flag hangs lower than the stem
    start = points(sheet.top, top)
    tip = points(sheet.top + drop, top - length * np.cos(angle))
    bow = rng.normal(0, 0.06, (2, n)) * height
    sheet.curve(start, start + (tip - start) * np.float32(0.5) + points(*bow), tip, kind < 0.9)
    tilt = rng.normal(0, 0.06, n) * height
    left, right = rng.uniform(0.1, 0.6, (2, n)) * height
    foot = sheet.bottom + np.where(rng.random(n) < LOOSE_FEET, rng.uniform(0, 0.2, n), 0) * height
    sheet.line(
        points(foot + tilt, bottom - left),
        points(foot - tilt, bottom + right),
        (kind < 0.3) | (kind > 0.9),
    )


def bar_and_head(sheet: Sheet, rng: np.random.Generator) -> None:
    """7: a bar across the stem, a serif or a curl down from the left end of the head, or both."""
    n, height = len(sheet.images), sheet.height
    kind = rng.random(n)
    y = sheet.top + rng.uniform(0.35, 0.8, n).astype(np.float32) * height
    stem = sheet.ink_x(y)
    left, right = rng.uniform(0.1, 0.5, (2, n)) * height
    tilt = rng.normal(0, 0.08, n) * height
    sheet.line(points(y + tilt, stem - left), points(y - tilt, stem + right), kind < 0.7)
    head = sheet.ink & sheet.rows_between(-1, 0.35)[:, :, None]
    x = first_marked(np.max(head, axis=1))
    start = points(first_marked(head[np.arange(n), :, x]), x)
    down = rng.uniform(0.1, 0.4, n) * height
    end = start + points(down, rng.uniform(-0.12, 0.22, n) * height)
    bend = start + points(down * rng.uniform(0.3, 1.1, n), rng.uniform(-0.2, 0, n) * height)
    sheet.curve(start, bend, end, kind > 0.45)


def hooked_tail(sheet: Sheet, rng: np.random.Generator) -> None:
    """9: the tail bends to the left, from the foot of the stem, and up again."""
    n, height = len(sheet.images), sheet.height
    foot = sheet.ink_x(sheet.bottom - 1)
    length = rng.uniform(0.2, 1.0, n) * height
    depth = rng.uniform(0.05, 0.6, n) * height
    rise = rng.uniform(-0.05, 0.45, n) * height
    start = points(sheet.bottom - 1, foot)
    sheet.curve(start, start + points(depth, -0.1 * length), start + points(depth - rise, -length))


VARIANTS: dict[int, Callable[[Sheet, np.random.Generator], None]] = {
    0: slash,
    1: flag_and_foot,
    4: four,
    7: bar_and_head,
    9: hooked_tail,
}
