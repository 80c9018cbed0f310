"""What stands in each cell of the confusion matrix, and how loudly."""

from dataclasses import dataclass

import numpy as np

from digitpad.arrays import CLASSES, Doubles
from digitpad.network.judging import Judgement, row_shares
from digitpad.workspace.wording.numbers import decimal, whole
from digitpad.workspace.wording.pictures.testing_texts import signed

LEAST_LOUD = 0.004
"""Of a whole square: a single mistake beside hundreds must still be seen."""

NOTHING = "·"

ROW = -1
"""The column of the rows' heads: there a whole row is chosen."""

FRACTIONS_BELOW = 0.0995
"""Shares in a difference have a tenth of a per cent below this: three figures and a sign would be too small."""


@dataclass(frozen=True, eq=False)
class MatrixCells:
    """Texts and weights of the cells, rows the true digit.

    Attributes:
        texts: ten rows of ten.
        loudness: of mistakes, float64 (10, 10) from 0 to 1: the share of its cell that a square fills. Of a
            difference that of the network that is compared is hollow, and below 0.
        margins: a text for each row: the share of the digit that is read right, or how many more are.
        margins_are_counts: whether these are pictures; per cent otherwise.
    """

    texts: tuple[tuple[str, ...], ...]
    loudness: Doubles
    margins: tuple[str, ...]
    margins_are_counts: bool = False


def cells_of(judgement: Judgement, *, shares: bool) -> MatrixCells:
    """Return the cells of one network's answers: counts, or per cent of each row."""
    of_rows = row_shares(judgement.confusion)
    values = of_rows if shares else judgement.confusion.astype(np.float64)
    texts = tuple(
        tuple(
            NOTHING if not count else decimal(100 * share, 1) if shares else whole(int(count))
            for count, share in zip(counts, row, strict=True)
        )
        for counts, row in zip(judgement.confusion, of_rows, strict=True)
    )
    has_any = judgement.confusion.sum(axis=1) > 0
    margins = tuple(decimal(100 * of_rows[digit, digit], 1) if has_any[digit] else "" for digit in range(CLASSES))
    return MatrixCells(texts, _loudness(np.where(np.eye(CLASSES, dtype=bool), 0, values)), margins)


def difference_cells(first: Judgement, second: Judgement, *, shares: bool) -> MatrixCells:
    """Return what the first network's matrix has more, or less, than the second's."""
    counts = first.confusion - second.confusion
    values = row_shares(first.confusion) - row_shares(second.confusion) if shares else counts.astype(np.float64)
    texts = tuple(
        tuple(
            NOTHING if not count else _short_share(value) if shares else signed(int(count))
            for count, value in zip(row, of_row, strict=True)
        )
        for row, of_row in zip(counts, values, strict=True)
    )
    right = zip(np.diagonal(counts), np.diagonal(values), strict=True)
    margins = tuple(
        "" if not count else _signed_share(share, 1) if shares else signed(int(count)) for count, share in right
    )
    # More right answers are good, more mistakes are not.
    bad = np.where(np.eye(CLASSES, dtype=bool), -values, values)
    return MatrixCells(texts, _loudness(bad), margins, margins_are_counts=not shares)


def _short_share(value: float) -> str:
    return _signed_share(value, int(abs(value) < FRACTIONS_BELOW))


def _signed_share(value: float, decimals: int) -> str:
    text = decimal(abs(100 * value), decimals)
    return f"{signed(1 if value > 0 else -1)[0]}{text}"


def _loudness(values: Doubles) -> Doubles:
    most = np.abs(values).max()
    if not most:
        return np.zeros_like(values)
    return np.asarray(np.sign(values) * np.maximum(np.abs(values) / most, LEAST_LOUD), np.float64)
